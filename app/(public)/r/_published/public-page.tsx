import type { ReactNode } from "react";
import { followable } from "@/lib/core/report/markup";
import { publishingOf } from "@/lib/core/report/publishing";
import { dateInWords } from "@/lib/core/report/words";
import type { PublishedReport } from "@/lib/publications/schema";

/** A page that anybody may read: the newsroom over it, and under it how to check it and whom to tell of an error. */
export function PublicPage({
  published,
  children,
}: {
  readonly published: PublishedReport;
  readonly children: ReactNode;
}) {
  const { report } = published;
  const { url } = publishingOf(published.publishing);
  const home = followable(url);
  return (
    <div className="mx-auto w-full max-w-3xl px-5 pt-6 pb-16 print:max-w-none print:px-0 print:pt-0">
      <header className="mb-8 flex flex-wrap items-baseline justify-between gap-x-6 border-ink border-t-4 border-double pt-3">
        <p className="font-serif text-lg">
          {home ? (
            <a href={home} className="hover:underline hover:underline-offset-3">
              {report.newsroom.name}
            </a>
          ) : (
            report.newsroom.name
          )}
        </p>
        <p className="text-muted">Fact check</p>
      </header>
      <main>{children}</main>
      <Foot published={published} />
    </div>
  );
}

const LINK = "underline decoration-line-strong underline-offset-3 hover:decoration-ink";

function Foot({ published }: { readonly published: PublishedReport }) {
  const { slug, report, edition, keyId } = published;
  const { correctionsUrl, contact } = publishingOf(published.publishing);
  const corrections = followable(correctionsUrl);
  return (
    <footer className="mt-14 flex flex-col gap-5 border-ink border-t pt-4 text-sm leading-5">
      <section aria-label="Errors">
        <h2 className="font-medium">Is something wrong here?</h2>
        <p>
          Nothing on this page changes silently: whatever is put right is listed with what it said before, and why.{" "}
          {contact !== "" && (
            <>
              Tell us: <Contact contact={contact} />.{" "}
            </>
          )}
          {corrections && (
            <a href={corrections} className={LINK}>
              How we correct errors
            </a>
          )}
        </p>
      </section>
      <section aria-label="How to check this page">
        <h2 className="font-medium">How to check this page</h2>
        <p>
          Edition {edition.number}, frozen {dateInWords(edition.at)}. SHA-256 of its{" "}
          <a href={`/r/${slug}/files/json`} className={LINK}>
            canonical JSON
          </a>
          : <code className="wrap-anywhere">{edition.sha256}</code>
        </p>
        <p>
          Last entry of the newsroom’s ledger that it speaks of: {report.ledger.seq},{" "}
          <code className="wrap-anywhere">{report.ledger.hash}</code>
        </p>
        {keyId && (
          <p>
            The newsroom’s key:{" "}
            <a href={`/r/keys/${report.newsroom.id}`} className={LINK}>
              <code className="wrap-anywhere">{keyId}</code>
            </a>
          </p>
        )}
      </section>
      <p className="text-muted print:hidden">
        Also as{" "}
        <a href={`/r/${slug}/files/html`} className={LINK}>
          one HTML file
        </a>
        ,{" "}
        <a href={`/r/${slug}/files/md`} className={LINK}>
          Markdown
        </a>
        ,{" "}
        <a href={`/r/${slug}/files/csv`} className={LINK}>
          CSV
        </a>
      </p>
    </footer>
  );
}

/** An address of a page or of a mailbox; words where it is neither. */
function Contact({ contact }: { readonly contact: string }) {
  const href = /^[^\s@/]+@[^\s@/]+$/.test(contact) ? `mailto:${contact}` : followable(contact);
  return href ? (
    <a href={href} className={LINK}>
      {contact}
    </a>
  ) : (
    contact
  );
}
