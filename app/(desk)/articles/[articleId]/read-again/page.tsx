import type { Metadata } from "next";
import Link from "next/link";
import { Notice } from "@/app/_ui/notice";
import { loadRereading } from "@/lib/claims/queries";
import type { Rereading } from "@/lib/claims/schema";
import { may, refusalWords } from "@/lib/core/policy/policy";
import { dateInWords } from "@/lib/core/report/words";
import { requireActor } from "@/lib/platform/session";
import { LiveMark } from "../../../_live/live-mark";
import { found } from "../../../_shell/found";
import { PageBody, PageHeader } from "../../../_shell/page-header";
import { counted } from "../../../claims/_table/words";
import { SuggestionList } from "./_suggestions/suggestion-list";

export const metadata: Metadata = { title: "Read an article again" };

/** What reading an article's text again suggests, to be taken or left; what people worked on is not in it. */
export default async function ReadAgainPage({ params }: { params: Promise<{ articleId: string }> }) {
  const { articleId } = await params;
  const actor = await requireActor(`/articles/${articleId}/read-again`);
  const asOf = new Date().toISOString();
  if (!may(actor.role, "claim.correct")) {
    return (
      <>
        <PageHeader over={<Back articleId={articleId}>The article</Back>} title="Read again" />
        <PageBody narrow>
          <Notice title="Reading again is for those who correct claims">
            {refusalWords(actor.role, "claim.correct")}
          </Notice>
        </PageBody>
      </>
    );
  }
  const rereading = await found(loadRereading(actor, articleId));
  return (
    <>
      <PageHeader
        over={<Back articleId={articleId}>{rereading.articleTitle}</Back>}
        title="Read again"
        meta={
          <span className="flex flex-wrap items-center gap-x-4 gap-y-1">
            <span>{readAs(rereading)}</span>
            <LiveMark asOf={asOf} articleId={articleId} />
          </span>
        }
      />
      <PageBody narrow>
        <SuggestionList rereading={rereading} />
      </PageBody>
    </>
  );
}

function Back({ articleId, children }: { readonly articleId: string; readonly children: string }) {
  return (
    <Link href={`/articles/${articleId}`} className="hover:text-ink hover:underline hover:underline-offset-3">
      {children}
    </Link>
  );
}

function readAs({ publishedOn, ofPeople }: Rereading): string {
  const dated = publishedOn
    ? `Read as published on ${dateInWords(publishedOn)}.`
    : "Read without a date of publication.";
  if (ofPeople === 0) return dated;
  const stay = ofPeople === 1 ? "stays as it is" : "stay as they are";
  return `${dated} ${counted(ofPeople, "claim")} that people worked on ${stay}.`;
}
