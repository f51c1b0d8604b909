import type { Metadata } from "next";
import Link from "next/link";
import { Notice } from "@/app/_ui/notice";
import { may, refusalWords } from "@/lib/core/policy/policy";
import { requireActor } from "@/lib/platform/session";
import { PageBody, PageHeader } from "../../_shell/page-header";
import { ImportForm } from "./import-form";

export const metadata: Metadata = { title: "Import an article" };

/** Where an article comes in. */
export default async function ImportPage() {
  const actor = await requireActor("/articles/import");
  return (
    <>
      <PageHeader
        title="Import an article"
        meta="Its text becomes version 1 and is kept exactly as it is. Claimdesk then marks the claims in it."
        over={
          <Link href="/articles" className="hover:text-ink">
            Articles
          </Link>
        }
      />
      <PageBody narrow>
        {may(actor.role, "article.import") ? (
          <ImportForm />
        ) : (
          <Notice title="You can read articles here">{refusalWords(actor.role, "article.import")}</Notice>
        )}
      </PageBody>
    </>
  );
}
