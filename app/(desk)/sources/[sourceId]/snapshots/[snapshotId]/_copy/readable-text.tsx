import { clsx } from "clsx";
import Link from "next/link";
import { cutText, partAt, type Stretch, textParts } from "@/lib/core/evidence/cut-text";
import { pageWords } from "@/lib/core/evidence/document";
import type { QuoteMark, SnapshotView } from "@/lib/snapshots/schema";

/** The text that was read out of a copy, in parts when it is long, with the quotes of notes marked and its pages named. */
export function ReadableText({
  snapshot,
  here,
  note,
  part,
}: {
  readonly snapshot: SnapshotView;
  readonly here: string;
  /** The note whose quote is to be shown. */
  readonly note: string | undefined;
  /** The part to be shown, counted from 1; anything else when none is asked for. */
  readonly part: number;
}) {
  const { text, pages, quotes, mediaType } = snapshot;
  const parts = textParts(text);
  const wanted = quotes.find(({ noteId }) => noteId === note)?.start ?? null;
  const at = wanted === null ? (parts[part - 1] ? part - 1 : 0) : partAt(parts, wanted);
  const shown = parts[at] ?? { start: 0, end: text.length };
  const marks = quotes.flatMap(({ noteId: id, start, end }) =>
    start === null || end === null ? [] : [{ id, start, end }],
  );
  const byId = new Map(quotes.map((quote) => [quote.noteId, quote]));
  const begun = new Set<string>();
  return (
    <section aria-labelledby="text">
      <h2 id="text" className="sr-only">
        Text
      </h2>
      {parts.length > 1 && <Parts here={here} count={parts.length} at={at} />}
      <div
        className={clsx(
          "wrap-anywhere whitespace-pre-wrap",
          mediaType === "text/csv" ? "font-mono text-sm leading-6" : "font-serif text-[1.0625rem] leading-[1.6]",
        )}
      >
        {cutText(shown, marks, pages).map((stretch) => {
          const first = stretch.marks.filter((id) => !begun.has(id));
          for (const id of first) begun.add(id);
          return (
            <Piece
              key={stretch.start}
              stretch={stretch}
              words={text.slice(stretch.start, stretch.end)}
              page={stretch.page === null ? null : pageWords(mediaType, stretch.page)}
              isTable={mediaType === "text/csv"}
              begins={first}
              quotes={byId}
            />
          );
        })}
      </div>
      {parts.length > 1 && <Parts here={here} count={parts.length} at={at} />}
    </section>
  );
}

function Piece(props: {
  readonly stretch: Stretch;
  readonly words: string;
  readonly page: string | null;
  readonly isTable: boolean;
  readonly begins: readonly string[];
  readonly quotes: ReadonlyMap<string, QuoteMark>;
}) {
  const { stretch, words, page, isTable, begins, quotes } = props;
  return (
    <>
      {page !== null &&
        (isTable ? (
          <span data-page={page} className="mr-3 inline-block w-16 select-none text-right font-sans text-muted text-xs">
            {page}
          </span>
        ) : (
          <span
            data-page={page}
            className="my-3 flex select-none items-center gap-3 font-sans text-muted text-xs leading-4 after:h-px after:flex-1 after:bg-line after:content-['']"
          >
            {page}
          </span>
        ))}
      {stretch.marks.length === 0 ? (
        words
      ) : (
        <mark
          className={clsx(
            "rounded-[1px] bg-selected text-ink underline decoration-2 underline-offset-4",
            stretch.marks.some((id) => isOff(quotes.get(id)))
              ? "decoration-reopened decoration-wavy"
              : "decoration-open-mark",
          )}
        >
          {begins.map((id) => (
            <span key={id} id={`quote-${id}`} className="scroll-mt-24" />
          ))}
          {words}
        </mark>
      )}
      {stretch.ends.map((id) => {
        const quote = quotes.get(id);
        return (
          quote && (
            <Link
              key={id}
              href={`/claims/${quote.claim.id}`}
              aria-label={`Quoted for claim ${quote.claim.number} of ${quote.claim.articleTitle}`}
              title={`Claim ${quote.claim.number}, ${quote.claim.articleTitle}`}
              className="ml-0.5 select-none rounded-sm bg-ink/7 px-1 align-super font-sans text-xs no-underline hover:bg-ink/15"
            >
              {quote.claim.number}
            </Link>
          )
        );
      })}
    </>
  );
}

const isOff = (quote: QuoteMark | undefined): boolean => quote?.outcome === "value-changed";

function Parts({ here, count, at }: { readonly here: string; readonly count: number; readonly at: number }) {
  const link = "underline decoration-line-strong underline-offset-3 hover:decoration-ink";
  return (
    <nav aria-label="Parts of the text" className="my-3 flex items-center gap-4 text-muted text-sm">
      {at > 0 && (
        <Link href={`${here}?part=${at}`} className={link}>
          Part before
        </Link>
      )}
      <span>
        Part {at + 1} of {count}
      </span>
      {at < count - 1 && (
        <Link href={`${here}?part=${at + 2}`} className={link}>
          Next part
        </Link>
      )}
    </nav>
  );
}
