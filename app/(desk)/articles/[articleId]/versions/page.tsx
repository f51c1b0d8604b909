import type { Metadata } from "next";
import Link from "next/link";
import { Badge } from "@/app/_ui/badge";
import { ButtonLink } from "@/app/_ui/button";
import { RelativeTime } from "@/app/_ui/relative-time";
import { requireActor } from "@/lib/platform/session";
import { loadVersions } from "@/lib/revisions/queries";
import type { VersionRow } from "@/lib/revisions/schema";
import { changedBy } from "../../../_revisions/words";
import { found } from "../../../_shell/found";
import { PageBody, PageHeader } from "../../../_shell/page-header";
import { counted } from "../../../claims/_table/words";
import { ArticleTabs } from "../_tabs/article-tabs";

export const metadata: Metadata = { title: "Versions" };

/** The versions of an article, the newest first: each stays readable as it was. */
export default async function VersionsPage({ params }: { params: Promise<{ articleId: string }> }) {
  const { articleId } = await params;
  const base = `/articles/${articleId}`;
  const actor = await requireActor(`${base}/versions`);
  const { article, versions, may } = await found(loadVersions(actor, articleId));
  return (
    <>
      <PageHeader
        over={
          <Link href={base} className="wrap-anywhere hover:text-ink hover:underline hover:underline-offset-3">
            {article.title}
          </Link>
        }
        title="Versions"
        actions={may.revise && <ButtonLink href={`${base}/revise`}>New version</ButtonLink>}
        tabs={<ArticleTabs articleId={articleId} current="versions" />}
      />
      <PageBody narrow>
        <ol className="-mt-4">
          {versions.map((version, at) => (
            <Line key={version.id} version={version} base={base} current={at === 0} />
          ))}
        </ol>
        {versions.length === 1 && (
          <p className="mt-4 max-w-prose text-muted">
            When the text changes, bring it in as a new version. Every claim follows it, and a sign-off whose figure,
            name, date or negation changed opens again.
          </p>
        )}
      </PageBody>
    </>
  );
}

function Line(props: { readonly version: VersionRow; readonly base: string; readonly current: boolean }) {
  const { version, base, current } = props;
  const { number, note, by, createdAt, words, claims } = version;
  const link = "underline decoration-line-strong underline-offset-3 hover:decoration-ink";
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-6 gap-y-1 border-line border-b py-4">
      <h2 className="flex items-baseline gap-2.5 font-medium">
        <Link href={current ? base : `${base}/versions/${number}`} className={link}>
          Version {number}
        </Link>
        {current && <Badge>Current</Badge>}
      </h2>
      <p className="text-right text-muted">
        {by.name}, <RelativeTime at={createdAt} />
      </p>
      {note && <p className="wrap-anywhere col-span-2 max-w-[68ch] font-serif text-lg leading-snug">{note}</p>}
      <p className="text-muted max-sm:col-span-2">
        {counted(words, "word")}, {counted(claims, "claim")}. {number === 1 ? "Imported." : `${changedBy(version)}.`}
      </p>
      {number > 1 && (
        <p className="text-right max-sm:col-span-2 max-sm:text-left">
          <Link href={`${base}/versions/compare?from=${number - 1}&to=${number}`} className={link}>
            Compare with version {number - 1}
          </Link>
        </p>
      )}
    </li>
  );
}
