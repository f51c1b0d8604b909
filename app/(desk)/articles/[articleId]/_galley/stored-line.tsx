"use client";

import Link from "next/link";
import { useSearchParams } from "next/navigation";
import { useEffect } from "react";
import { counted } from "../../../claims/_table/words";
import { useAttention } from "./attention-context";
import { useWorkbench } from "./workbench-context";

/** Right after a version was stored: what it did, and the way to what needs attention. Gone as soon as a claim is selected. */
export function StoredLine() {
  const { article, setFilter, filter } = useWorkbench();
  const { unplaced, glances } = useAttention();
  const params = useSearchParams();
  const { number } = article.version;
  const shown = params.get("stored") === String(number) && number > 1;
  useEffect(() => {
    // The screen before may have been scrolled far down.
    if (shown) window.scrollTo({ top: 0 });
  }, [shown]);
  if (!shown) return null;
  const reopened = count(params.get("reopened"));
  const added = count(params.get("added"));
  const lost = unplaced.filter(({ lastVersion, state }) => lastVersion === number - 1 && state !== "dismissed").length;
  const did = [
    reopened > 0 && `${counted(reopened, "claim")} reopened`,
    lost > 0 && `${counted(lost, "claim")} without a place`,
    glances.length > 0 && `${counted(glances.length, "claim")} to glance at`,
    added > 0 && counted(added, "new claim"),
  ].filter(Boolean);
  const only = filter.length === 1 && filter[0] === "reopened";
  const link = "underline decoration-line-strong underline-offset-3 hover:decoration-ink";
  return (
    <p
      role="status"
      className="mx-auto mb-6 flex max-w-[35.6rem] flex-wrap gap-x-4 gap-y-1 border-line-strong border-l-2 bg-sunken px-3 py-2 print:hidden"
    >
      <span>
        Version {number} is stored: {did.length > 0 ? did.join(", ") : "nothing opened again"}.
      </span>
      {article.marks.some(({ state }) => state === "reopened") && (
        <button type="button" className={link} onClick={() => setFilter(only ? [] : ["reopened"])}>
          {only ? "Show all claims" : "Show the reopened ones"}
        </button>
      )}
      <Link href={`/articles/${article.id}/versions/compare?from=${number - 1}&to=${number}`} className={link}>
        See what changed
      </Link>
    </p>
  );
}

/** On screens too small for the overview: the claims without a place in this version, and those that wait for a glance. */
export function AttentionLine() {
  const { selected } = useWorkbench();
  const { unplaced, glances } = useAttention();
  const lost = unplaced.filter(({ state }) => state !== "dismissed");
  if (selected || lost.length + glances.length === 0) return null;
  return (
    <div className="mx-auto mb-6 flex max-w-[35.6rem] flex-col gap-1 border-open-mark border-l-2 bg-sunken px-3 py-2 min-[60rem]:hidden print:hidden">
      <LinksTo claims={lost} words="without a place in this version" />
      <LinksTo claims={glances} words="reworded, to glance at" />
    </div>
  );
}

function LinksTo(props: {
  readonly claims: readonly { readonly claimId: string; readonly number: number }[];
  readonly words: string;
}) {
  const { claims, words } = props;
  if (claims.length === 0) return null;
  return (
    <p className="flex flex-wrap gap-x-3 gap-y-1">
      {counted(claims.length, "claim")} {words}:
      {claims.slice(0, 12).map(({ claimId, number }) => (
        <Link
          key={claimId}
          href={`?claim=${claimId}`}
          replace
          scroll={false}
          className="underline decoration-line-strong underline-offset-3"
        >
          claim {number}
        </Link>
      ))}
    </p>
  );
}

/** A count in the address, which anybody can write: no more than it can be. */
function count(value: string | null): number {
  return value !== null && /^\d{1,6}$/u.test(value) ? Number(value) : 0;
}
