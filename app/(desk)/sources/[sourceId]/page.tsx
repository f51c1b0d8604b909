import { ExternalLink } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { EmptyState } from "@/app/_ui/empty-state";
import { RelativeTime } from "@/app/_ui/relative-time";
import type { NoteView } from "@/lib/claims/schema";
import { dateInWords } from "@/lib/core/report/words";
import { requireActor } from "@/lib/platform/session";
import { loadSnapshots } from "@/lib/snapshots/queries";
import { loadSource } from "@/lib/sources/queries";
import type { SourceView } from "@/lib/sources/schema";
import { StanceMark } from "../../_claims/stance-mark";
import { StateMark } from "../../_claims/state-mark";
import { MEDIUM_LABELS, SOURCE_KIND_LABELS, WITHHELD_WORDS } from "../../_claims/words";
import { found } from "../../_shell/found";
import { PageBody, PageHeader } from "../../_shell/page-header";
import { counted } from "../../claims/_table/words";
import { ChangeSecrecy } from "../_form/change-secrecy";
import { ChangeSource } from "../_form/change-source";
import { languageName } from "../_form/languages";
import { SecrecyBadge } from "../_form/who-may-know";
import { Copies } from "../_snapshots/copies";

export const metadata: Metadata = { title: "Source" };

/** One source: its reference, and every claim that leans on it with what was found there. */
export default async function SourcePage({ params }: { params: Promise<{ sourceId: string }> }) {
  const { sourceId } = await params;
  const actor = await requireActor(`/sources/${sourceId}`);
  const [source, copies] = await Promise.all([
    found(loadSource(actor, sourceId)),
    found(loadSnapshots(actor, sourceId)),
  ]);
  const { id, rev, title, medium, kind, publisher, url, author, language, reliability } = source;
  const words = { title, medium, kind, publisher, url, date: source.date ?? "", author, language, reliability };
  const maySecrecy = source.mayEdit && (source.confidentiality !== "secret" || source.mayOpen);
  return (
    <>
      <PageHeader
        over={
          <Link href="/sources" className="hover:text-ink hover:underline hover:underline-offset-3">
            Sources
          </Link>
        }
        title={title}
        meta={<Reference source={source} />}
      />
      <PageBody>
        {source.mayEdit && (
          <div className="mb-8 flex flex-wrap gap-2">
            <ChangeSource sourceId={id} rev={rev} source={words} />
            {maySecrecy && <ChangeSecrecy sourceId={id} rev={rev} value={source.confidentiality} />}
          </div>
        )}
        <Copies sourceId={id} list={copies} />
        <section aria-labelledby="leaning" className="max-w-4xl">
          <h2 id="leaning" className="border-ink border-b pb-1.5 font-medium">
            {source.leaning.length === 0
              ? "Claims"
              : `${counted(source.leaning.length, "claim")} ${source.leaning.length === 1 ? "leans" : "lean"} on it`}
          </h2>
          {source.leaning.length === 0 ? (
            <EmptyState title="No claim leans on this source">
              Open a claim, and choose this source when you write down what you found.
            </EmptyState>
          ) : (
            <ul>
              {source.leaning.map((leaning) => (
                <Leaning key={leaning.claim.id} {...leaning} />
              ))}
            </ul>
          )}
        </section>
      </PageBody>
    </>
  );
}

function Reference({ source }: { readonly source: SourceView }) {
  const words = [
    MEDIUM_LABELS[source.medium],
    SOURCE_KIND_LABELS[source.kind],
    source.author,
    source.publisher,
    dateInWords(source.date ?? ""),
    languageName(source.language),
  ];
  return (
    <div className="flex flex-col gap-0.5">
      <p className="wrap-anywhere">
        {words.filter(Boolean).join(" · ")}
        <SecrecyBadge value={source.confidentiality} className="ml-2 align-[0.05em]" />
      </p>
      {source.url !== "" && (
        <p>
          <a
            href={source.url}
            target="_blank"
            rel="noreferrer noopener"
            className="wrap-anywhere text-ink underline decoration-line-strong underline-offset-3 hover:decoration-ink"
          >
            {source.url}
            <ExternalLink size={13} aria-hidden="true" className="ml-1 inline align-[-0.1em]" />
            <span className="sr-only"> (opens in a new tab)</span>
          </a>
        </p>
      )}
      <p className="text-sm">
        Added by {source.createdBy.name} <RelativeTime at={source.createdAt} />
      </p>
      {source.reliability !== "" && (
        <p className="wrap-anywhere mt-1.5 max-w-[68ch] whitespace-pre-wrap border-line-strong border-l-2 pl-2.5 text-ink">
          {source.reliability}
        </p>
      )}
      {source.concealed && (
        <p className="mt-1.5 max-w-[68ch] text-ink">
          Who or what it is, and what was found there, is told to those who may see secret sources, to whoever added it
          and to whoever wrote a note on it. What its notes say of each claim, and when, you can read.
        </p>
      )}
    </div>
  );
}

function Leaning({ claim, notes }: SourceView["leaning"][number]) {
  return (
    <li className="border-line border-b py-4">
      <p className="flex flex-wrap items-center gap-x-3 text-muted text-sm">
        <StateMark state={claim.state} />
        {claim.verdict && <span className="font-medium text-ink">{claim.verdict.label}</span>}
        <span>
          No. {claim.number} in{" "}
          <Link
            href={`/articles/${claim.articleId}?claim=${claim.id}`}
            className="hover:text-ink hover:underline hover:underline-offset-3"
          >
            {claim.articleTitle}
          </Link>
        </span>
      </p>
      <p className="mt-1 leading-snug">
        <Link
          href={`/claims/${claim.id}`}
          className="wrap-anywhere font-serif text-lg hover:underline hover:decoration-line-strong hover:underline-offset-4"
        >
          {claim.wording}
        </Link>
      </p>
      <ul className="mt-2 flex flex-col gap-3">
        {notes.map((note) => (
          <Note key={note.id} note={note} />
        ))}
      </ul>
    </li>
  );
}

function Note({ note }: { readonly note: NoteView }) {
  return (
    <li className="border-line border-l pl-3">
      <p className="flex flex-wrap items-center gap-x-2">
        <StanceMark stance={note.stance} />
        {note.locator !== "" && <span className="wrap-anywhere text-muted text-sm">{note.locator}</span>}
      </p>
      {note.quote !== "" && (
        <blockquote className="wrap-anywhere mt-1 max-w-[68ch] whitespace-pre-wrap font-serif">
          “{note.quote}”
        </blockquote>
      )}
      {note.note !== "" && <p className="wrap-anywhere mt-1 max-w-[68ch] whitespace-pre-wrap">{note.note}</p>}
      {note.concealed && <p className="mt-1 text-muted">{WITHHELD_WORDS}</p>}
      <p className="mt-1 text-muted text-sm">
        {note.author.name}, <RelativeTime at={note.createdAt} /> · consulted {dateInWords(note.consultedOn)}
      </p>
    </li>
  );
}
