import { clsx } from "clsx";
import type { ReactNode } from "react";
import type { ComparedFact, ComparisonOutcome } from "@/lib/core/evidence/comparison";
import { FACT_LABELS } from "./words";

const LABELS: Record<ComparisonOutcome, string> = {
  equal: "Equal",
  compatible: "Compatible",
  different: "Different",
  missing: "Not said",
};

/* The signs of arithmetic: they read in black and white. */
const SHAPES: Record<ComparisonOutcome, ReactNode> = {
  equal: <path d="M3 6h10M3 10h10" />,
  compatible: <path d="M2.5 7c1.8-2.2 3.6-2.2 5.5-.6s3.7 1.6 5.5-.6M2.5 11c1.8-2.2 3.6-2.2 5.5-.6s3.7 1.6 5.5-.6" />,
  different: <path d="M3 6h10M3 10h10M10.5 2.5l-5 11" />,
  missing: <path d="M4 8h.01M8 8h.01M12 8h.01" />,
};

function OutcomeMark({ outcome }: { readonly outcome: ComparisonOutcome }) {
  return (
    <span
      className={clsx(
        "inline-flex items-center gap-1.5 whitespace-nowrap",
        outcome === "different" ? "font-medium text-reopened" : "text-muted",
      )}
    >
      <svg
        viewBox="0 0 16 16"
        className="size-3.5 shrink-0"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.7"
        strokeLinecap="round"
        aria-hidden="true"
      >
        {SHAPES[outcome]}
      </svg>
      {LABELS[outcome]}
    </span>
  );
}

const NAMES = new Set(["person", "organisation", "place"]);
/** What differs comes first: it is what the eye is for. */
const ORDER: readonly ComparisonOutcome[] = ["different", "compatible", "equal"];

/**
 * A claim's facts beside the quote of a source note, each with both spellings. Names that stand in both, and what the quote does not
 * speak of, are one line each, so that what differs is not lost among them.
 */
export function ComparisonTable({ comparison }: { readonly comparison: readonly ComparedFact[] }) {
  if (comparison.length === 0) return null;
  const same = comparison.filter(({ outcome, type }) => outcome === "equal" && NAMES.has(type));
  const unsaid = comparison.filter(({ outcome }) => outcome === "missing");
  const rows = comparison
    .filter((one) => !same.includes(one) && !unsaid.includes(one))
    .sort((a, b) => ORDER.indexOf(a.outcome) - ORDER.indexOf(b.outcome));
  return (
    <div className="mt-2 rounded-sm bg-sunken/70 px-2.5 py-1.5 text-sm">
      {rows.length > 0 && (
        <table className="w-full table-fixed border-collapse">
          <caption className="sr-only">The claim’s facts beside this quote</caption>
          <thead className="text-left text-muted">
            <tr>
              <th scope="col" className="w-27 pr-2 font-normal">
                Side by side
              </th>
              <th scope="col" className="pr-3 font-normal">
                Claim
              </th>
              <th scope="col" className="font-normal">
                Quote
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.factId} row={row} />
            ))}
          </tbody>
        </table>
      )}
      <Rest title="In both" facts={same} />
      <Rest title="Not in the quote" facts={unsaid} />
    </div>
  );
}

function Row({ row }: { readonly row: ComparedFact }) {
  return (
    <tr className="border-line border-t align-top">
      <td className="py-1 pr-2">
        <OutcomeMark outcome={row.outcome} />
      </td>
      <td className="wrap-anywhere py-1 pr-3" title={FACT_LABELS[row.type]}>
        {row.claim}
      </td>
      <td className="wrap-anywhere py-1">
        {row.source}
        {row.why && row.why !== "word for word" && <span className="block text-muted">{row.why}</span>}
      </td>
    </tr>
  );
}

/** Facts in one line, each once, with the reason where there is one. */
function Rest({ title, facts }: { readonly title: string; readonly facts: readonly ComparedFact[] }) {
  if (facts.length === 0) return null;
  const said = [...new Set(facts.map(({ claim, why }) => (why === "" ? claim : `${claim} (${why})`)))];
  return (
    <p className="wrap-anywhere border-line border-t py-1 text-muted first:border-t-0">
      {title}: {said.join("; ")}
    </p>
  );
}
