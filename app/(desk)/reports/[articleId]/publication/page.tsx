import type { Metadata } from "next";
import Link from "next/link";
import type { ReactNode } from "react";
import { CopyButton } from "@/app/_ui/copy-button";
import { Notice } from "@/app/_ui/notice";
import { RelativeTime } from "@/app/_ui/relative-time";
import { may } from "@/lib/core/policy/policy";
import { FOR_THE_PUBLIC } from "@/lib/core/report/options";
import { loadKeys } from "@/lib/packages/queries";
import { env } from "@/lib/platform/env";
import { requireActor } from "@/lib/platform/session";
import { loadPublications } from "@/lib/publications/queries";
import type { PublicationsView, PublicationView } from "@/lib/publications/schema";
import { loadReportView } from "@/lib/reports/queries";
import { found } from "../../../_shell/found";
import { PageBody, PageHeader } from "../../../_shell/page-header";
import { NamingNotice } from "../../_report/naming-notice";
import { BackupPackage } from "./_publication/backup-package";
import { CorrectForm } from "./_publication/correct-form";
import { PublishForm } from "./_publication/publish-form";
import { SaidAndSays } from "./_publication/said-and-says";
import { Withdraw } from "./_publication/withdraw";

export const metadata: Metadata = { title: "Publish and package" };

/** What of an article's report is on the web, what the records say otherwise now, and its backup package. */
export default async function PublicationPage({ params }: { params: Promise<{ articleId: string }> }) {
  const { articleId } = await params;
  const actor = await requireActor(`/reports/${articleId}/publication`);
  const view = await found(loadPublications(actor, articleId));
  const keys = await loadKeys(actor);
  const { findings } = view.mayPublish ? await loadReportView(actor, articleId, FOR_THE_PUBLIC) : { findings: [] };
  return (
    <>
      <PageHeader
        over={
          <Link href={`/reports/${articleId}`} className="hover:text-ink hover:underline hover:underline-offset-3">
            Report
          </Link>
        }
        title={view.title}
        meta="Publish and package"
      />
      <PageBody narrow className="flex flex-col gap-12">
        <Part title="On the web" words="The report as the public may read it, frozen until you publish a correction.">
          {findings.length > 0 && (
            <div className="mb-5">
              <NamingNotice findings={findings} />
            </div>
          )}
          {view.current ? (
            <Standing publication={view.current} mayPublish={view.mayPublish} />
          ) : (
            <NotPublished view={view} />
          )}
        </Part>
        {view.current && view.current.corrections.length > 0 && <Corrections publication={view.current} />}
        {view.withdrawn.length > 0 && <Withdrawn view={view} />}
        {may(actor.role, "package.make") && (
          <Part
            title="Backup package"
            words="One zip with every version, claim, note, copy and decision, signed: for the lawyer, the archive, another newsroom. Secret sources are withheld; the rest can be checked all the same."
          >
            <BackupPackage articleId={articleId} keys={keys} />
          </Part>
        )}
      </PageBody>
    </>
  );
}

function Part({
  title,
  words,
  children,
}: {
  readonly title: string;
  readonly words?: string;
  readonly children: ReactNode;
}) {
  return (
    <section aria-label={title}>
      <div className="mb-4 border-ink border-b pb-1.5">
        <h2 className="font-serif text-lg leading-6">{title}</h2>
        {words && <p className="text-muted text-sm">{words}</p>}
      </div>
      {children}
    </section>
  );
}

function NotPublished({ view }: { readonly view: PublicationsView }) {
  if (!view.mayPublish) return <p className="text-muted">This report is not published. Editors can publish it.</p>;
  return <PublishForm articleId={view.articleId} undecided={view.undecided} />;
}

function Standing({
  publication: { id, slug, indexable, publishedAt, publishedBy, edition, changes },
  mayPublish,
}: {
  readonly publication: PublicationView;
  readonly mayPublish: boolean;
}) {
  const address = `${env().NEXTAUTH_URL ?? ""}/r/${slug}`;
  return (
    <div className="flex flex-col gap-6">
      <div>
        <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
          <a
            href={`/r/${slug}`}
            className="wrap-anywhere min-w-0 font-medium underline decoration-line-strong underline-offset-3 hover:decoration-ink"
          >
            {address}
          </a>
          <div className="flex items-center gap-1">
            <CopyButton text={address} label="Copy address" />
            {mayPublish && <Withdraw publicationId={id} />}
          </div>
        </div>
        <p className="mt-1 text-muted">
          Edition {edition.number}, by {edition.by.name} <RelativeTime at={edition.at} />
          {edition.number > 1 && (
            <>
              {" "}
              · first published by {publishedBy.name} <RelativeTime at={publishedAt} />
            </>
          )}{" "}
          · {indexable ? "search engines may list it" : "not for search engines"}
        </p>
      </div>
      {changes.length === 0 ? (
        <Notice tone="success" title="It says what the records say." />
      ) : (
        <section aria-label="Changes since">
          <Notice
            tone="warning"
            className="mb-4"
            title={`The records say ${changes.length === 1 ? "1 thing" : `${changes.length.toLocaleString("en")} things`} otherwise now`}
          >
            Readers still see edition {edition.number}. Nothing changes there without a correction.
          </Notice>
          {mayPublish ? (
            <CorrectForm key={edition.number} publicationId={id} edition={edition.number} changes={changes} />
          ) : (
            <ol className="border-line border-t">
              {changes.map(({ key, ...change }) => (
                <li key={key} className="border-line border-b py-3">
                  <SaidAndSays change={change} />
                </li>
              ))}
            </ol>
          )}
        </section>
      )}
    </div>
  );
}

function Corrections({ publication: { corrections } }: { readonly publication: PublicationView }) {
  return (
    <Part title="Corrections published" words="Newest first, as readers see them.">
      <ol>
        {corrections.map((correction) => (
          <li key={correction.id} className="border-line border-b pb-3 not-first:pt-3">
            <SaidAndSays change={correction} />
            <p className="mt-1.5 wrap-anywhere">{correction.why}</p>
            <p className="text-muted text-sm">
              Edition {correction.edition}, <RelativeTime at={correction.at} />
            </p>
          </li>
        ))}
      </ol>
    </Part>
  );
}

function Withdrawn({ view: { withdrawn } }: { readonly view: PublicationsView }) {
  return (
    <Part title="Withdrawn" words="These addresses tell that the report was withdrawn, and why.">
      <ul>
        {withdrawn.map(({ slug, at, by, reason }) => (
          <li key={slug} className="border-line border-b pb-3 not-first:pt-3">
            <a href={`/r/${slug}`} className="wrap-anywhere underline decoration-line-strong underline-offset-3">
              /r/{slug}
            </a>
            <p className="wrap-anywhere">{reason}</p>
            <p className="text-muted text-sm">
              By {by} <RelativeTime at={at} />
            </p>
          </li>
        ))}
      </ul>
    </Part>
  );
}
