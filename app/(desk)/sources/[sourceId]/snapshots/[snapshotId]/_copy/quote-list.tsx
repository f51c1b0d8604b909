import Link from "next/link";
import { pageAt, pageWords } from "@/lib/core/evidence/document";
import type { QuoteOutcome } from "@/lib/core/evidence/quote-place";
import type { QuoteMark, SnapshotView } from "@/lib/snapshots/schema";

const WORDS: Readonly<Record<QuoteOutcome, string>> = {
  found: "found",
  moved: "found in another place than before",
  changed: "found in other words",
  "value-changed": "says something else",
  ambiguous: "stands in several places",
  gone: "isn’t in it",
};

/** What is quoted from a copy, in the order of its text. */
export function QuoteList({ snapshot, here }: { readonly snapshot: SnapshotView; readonly here: string }) {
  const { quotes } = snapshot;
  return (
    <section aria-labelledby="quotes">
      <h2 id="quotes" className="border-ink border-b pb-1.5 font-medium">
        {quotes.length === 0 ? "Nothing is quoted from it" : `Quoted from it`}
      </h2>
      {quotes.length === 0 ? (
        <p className="py-3 text-muted">
          Write down the words of the source in a note on a claim; they are looked for here by themselves.
        </p>
      ) : (
        <ul>
          {quotes.map((quote) => (
            <Quoted key={quote.noteId} quote={quote} snapshot={snapshot} here={here} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Quoted(props: { readonly quote: QuoteMark; readonly snapshot: SnapshotView; readonly here: string }) {
  const { quote, snapshot, here } = props;
  const page = quote.start === null ? null : pageAt(snapshot.pages, quote.start);
  return (
    <li className="border-line border-b py-3">
      <p className="wrap-anywhere line-clamp-3 font-serif leading-snug">
        {quote.start === null ? (
          `“${quote.quote}”`
        ) : (
          <Link
            href={`${here}?note=${quote.noteId}#quote-${quote.noteId}`}
            className="hover:underline hover:decoration-line-strong hover:underline-offset-3"
          >
            “{quote.quote}”
          </Link>
        )}
      </p>
      <p className="mt-1 text-muted text-sm">
        <Link
          href={`/claims/${quote.claim.id}`}
          className="text-ink underline decoration-line-strong underline-offset-2"
        >
          Claim {quote.claim.number}
        </Link>
        {page && ` · ${pageWords(snapshot.mediaType, page.label)}`}
        {` · ${WORDS[quote.outcome]}`}
      </p>
    </li>
  );
}
