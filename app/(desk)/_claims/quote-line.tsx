"use client";

import { CircleAlert, Quote } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { Button } from "@/app/_ui/button";
import { dayInWords } from "@/app/_ui/relative-time";
import type { Change } from "@/lib/core/anchoring/changes";
import { altersFact } from "@/lib/core/anchoring/changes";
import type { QuoteStanding } from "@/lib/snapshots/schema";
import { lookAtQuoteAction } from "./actions";
import { useAct } from "./use-act";

/** What became of a note's quote in the copy of its source: where it is found, or in which words it changed. */
export function QuoteLine({ standing, mayLook }: { readonly standing: QuoteStanding; readonly mayLook: boolean }) {
  const { outcome, look } = standing;
  const quiet = outcome === "found" || outcome === "moved" || outcome === "changed";
  return (
    <div className="mt-1.5 flex flex-wrap items-center gap-x-2 gap-y-1 text-sm">
      <p className={look ? "wrap-anywhere" : "wrap-anywhere text-muted"}>
        {quiet ? (
          <Quote size={12} aria-hidden="true" className="mr-1.5 inline align-[-0.05em]" />
        ) : (
          <CircleAlert
            size={13}
            aria-hidden="true"
            className={`mr-1.5 inline align-[-0.15em] ${look ? "text-reopened" : ""}`}
          />
        )}
        <StandingWords standing={standing} />
      </p>
      {look && mayLook && <HaveLooked standing={standing} />}
    </div>
  );
}

/** The one press that settles that a quote changed. */
export function HaveLooked({ standing: { noteId, snapshotId } }: { readonly standing: QuoteStanding }) {
  const { act, pending } = useAct();
  return (
    <Button size="sm" pending={pending} onClick={() => void act(lookAtQuoteAction, { noteId, snapshotId })}>
      I have looked
    </Button>
  );
}

/** Say what became of a quote, with a link to its place. */
export function StandingWords({ standing }: { readonly standing: QuoteStanding }) {
  const { outcome, changes, failure } = standing;
  const copy = <CopyLink standing={standing} />;
  switch (outcome) {
    case "found":
      return <>Quote found in {copy}</>;
    case "moved":
      return <>Quote found in another place of {copy}</>;
    case "changed":
      return (
        <>
          Quote found in other words in {copy}
          <Changed changes={changes} />
        </>
      );
    case "value-changed":
      return (
        <>
          Not as quoted in {copy}
          <Changed changes={changes} />
        </>
      );
    case "ambiguous":
      return <>Quote found in several places of {copy}; give the page to tell them apart</>;
    case "gone":
      return failure === "" ? (
        <>The quote isn’t in {copy}</>
      ) : (
        <>
          The quote is gone: {failure} (<Link href={`/sources/${standing.sourceId}`}>the source</Link>)
        </>
      );
  }
}

function CopyLink({ standing }: { readonly standing: QuoteStanding }) {
  const { sourceId, snapshotId, noteId, page, at, origin } = standing;
  const day = dayInWords(at.slice(0, 10));
  return (
    <Link
      href={`/sources/${sourceId}/snapshots/${snapshotId}?note=${noteId}#quote-${noteId}`}
      className="underline decoration-line-strong underline-offset-2 hover:decoration-ink"
    >
      {origin === "uploaded" ? `the file of ${day}` : `the copy of ${day}`}
      {page !== "" && `, ${page}`}
    </Link>
  );
}

/** How many changes are named. */
const NAMED = 3;

/** The words that were quoted and those that stand there, the telling ones first. */
export function Changed({ changes }: { readonly changes: readonly Change[] }): ReactNode {
  const telling = changes.filter(altersFact);
  const shown = (telling.length > 0 ? telling : changes).slice(0, NAMED);
  return shown.map(({ from, to }, n) => (
    <span key={`${from}|${to}`}>
      {n === 0 ? ": " : "; "}
      {from !== "" && <del className="words-gone">{from}</del>}
      {from !== "" && to !== "" && <span aria-hidden="true"> → </span>}
      {to !== "" && <ins className="words-come">{to}</ins>}
    </span>
  ));
}
