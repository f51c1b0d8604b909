import type { Metadata } from "next";
import Link from "next/link";
import { notFound, redirect } from "next/navigation";
import { Notice } from "@/app/_ui/notice";
import { RelativeTime } from "@/app/_ui/relative-time";
import { dateInWords } from "@/lib/core/report/words";
import { requireActor } from "@/lib/platform/session";
import { loadVersion } from "@/lib/revisions/queries";
import { found } from "../../../../_shell/found";
import { PageHeader } from "../../../../_shell/page-header";
import { counted } from "../../../../claims/_table/words";
import { ReadVersion } from "../_versions/read-version";

export const metadata: Metadata = { title: "A version" };

/** One version as it was, with the claims that had a place in it. It is read, not worked on. */
export default async function VersionPage(props: {
  params: Promise<{ articleId: string; number: string }>;
  searchParams: Promise<{ claim?: string | string[] }>;
}) {
  const { articleId, number } = await props.params;
  const { claim } = await props.searchParams;
  const base = `/articles/${articleId}`;
  const actor = await requireActor(`${base}/versions/${number}`);
  // A mark in the text leads to its claim as it stands today.
  if (typeof claim === "string") redirect(`${base}?claim=${encodeURIComponent(claim)}`);
  if (!/^[1-9]\d{0,8}$/u.test(number)) notFound();
  const { article, version, current, marks } = await found(loadVersion(actor, articleId, Number(number)));
  const published = article.publishedOn ? dateInWords(article.publishedOn) : "";
  const line = [article.byline, article.publisher, published].filter(Boolean).join(" · ");
  const earlier = version.number < current;
  return (
    <>
      <PageHeader
        over={
          <Link href={`${base}/versions`} className="hover:text-ink hover:underline hover:underline-offset-3">
            Versions of this article
          </Link>
        }
        title={`Version ${version.number}`}
        meta={
          <>
            {version.by.name}, <RelativeTime at={version.createdAt} />. {counted(version.words, "word")},{" "}
            {counted(version.claims, "claim")}. {version.note}
          </>
        }
      />
      <div className="px-4 pt-6 pb-24 pl-13 md:pr-6 md:pl-20">
        <Notice className="mx-auto mb-8 max-w-[35.6rem] print:hidden">
          {earlier
            ? "You are reading an earlier version, as it was. The marks show where its claims stand today. "
            : "This is the current version, to be read only. "}
          <Link href={base} className="underline underline-offset-2">
            {earlier ? `Go to the current version, ${current}` : "Work on it"}
          </Link>
          {earlier && (
            <>
              {" or "}
              <Link
                href={`${base}/versions/compare?from=${version.number}&to=${current}`}
                className="underline underline-offset-2"
              >
                see what changed since
              </Link>
            </>
          )}
          .
        </Notice>
        <header className="galley-head">
          <h2 className="wrap-anywhere text-balance font-semibold font-serif text-[1.75rem] leading-[1.15]">
            {article.title}
          </h2>
          {line && <p className="wrap-anywhere mt-2 text-muted">{line}</p>}
        </header>
        <ReadVersion text={version.text} marks={marks} language={article.language} />
      </div>
    </>
  );
}
