import type { Metadata } from "next";
import Link from "next/link";
import { Notice } from "@/app/_ui/notice";
import { may, refusalWords } from "@/lib/core/policy/policy";
import { loadNewsroomLedger } from "@/lib/ledger/queries";
import { requireActor } from "@/lib/platform/session";
import { Ledger, readFilter } from "../../_ledger/ledger";
import { newsroomSentence } from "../../_ledger/newsroom-sentence";
import { PageBody, PageHeader } from "../../_shell/page-header";
import { type SearchParams, toParams } from "../../_shell/search-params";

export const metadata: Metadata = { title: "Newsroom's ledger" };

const BASE = "/settings/ledger";

/** The newsroom's own ledger: members, settings and sources. */
export default async function NewsroomLedgerPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const actor = await requireActor(BASE);
  const filter = readFilter(toParams(await searchParams));
  return (
    <>
      <PageHeader
        over={
          <Link href="/settings" className="hover:text-ink hover:underline hover:underline-offset-3">
            Settings
          </Link>
        }
        title="Newsroom’s ledger"
        meta="Every change of members, settings and sources. What happens to an article stands in the article’s own ledger."
      />
      <PageBody className="flex max-w-5xl flex-col gap-6">
        {may(actor.role, "settings.manage") ? (
          <Ledger
            base={BASE}
            filter={filter}
            ledger={await loadNewsroomLedger(actor, filter)}
            tell={newsroomSentence}
          />
        ) : (
          <Notice title="This ledger is for those who run the newsroom">
            {refusalWords(actor.role, "settings.manage")}
          </Notice>
        )}
      </PageBody>
    </>
  );
}
