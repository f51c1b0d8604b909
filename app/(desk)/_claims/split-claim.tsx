"use client";

import { clsx } from "clsx";
import { useState } from "react";
import { Button } from "@/app/_ui/button";
import type { ClaimView } from "@/lib/claims/schema";
import { splitClaimAction } from "./actions";
import { useAct } from "./use-act";

/** Choose the word before which a claim is cut: the first part keeps the number and the work done, the second is new. */
export function SplitClaim({
  claim,
  onDone,
  onClose,
}: {
  readonly claim: ClaimView;
  readonly onDone: () => void;
  readonly onClose: () => void;
}) {
  const [at, setAt] = useState<number | null>(null);
  const { act, pending } = useAct();
  const words = wordsOf(claim.anchored);
  const split = async () => {
    if (at === null) return;
    const { id: claimId, rev, versionId, start } = claim;
    if (await act(splitClaimAction, { claimId, rev, versionId, at: start + at })) onDone();
  };
  return (
    <fieldset className="mb-3 min-w-0">
      <legend className="mb-1.5 font-medium text-sm">Before which word does the second claim begin?</legend>
      <p className="max-h-48 overflow-y-auto font-serif text-lg leading-8">
        {words.map(({ word, start }) => (
          <span key={start}>
            {start === 0 ? (
              <span>{word}</span>
            ) : (
              <button
                type="button"
                aria-pressed={at === start}
                onClick={() => setAt(start)}
                className={clsx(
                  "-mx-0.5 rounded-sm border-transparent border-l-2 px-0.5 hover:border-ink hover:bg-ink/5",
                  at !== null && start >= at && "bg-selected",
                  at === start && "border-ink!",
                )}
              >
                {word}
              </button>
            )}{" "}
          </span>
        ))}
      </p>
      <div className="mt-2 flex gap-2">
        <Button variant="filled" disabled={at === null} pending={pending} onClick={split}>
          Split here
        </Button>
        <Button variant="quiet" onClick={onClose}>
          Close
        </Button>
      </div>
    </fieldset>
  );
}

function wordsOf(text: string): readonly { readonly word: string; readonly start: number }[] {
  return [...text.matchAll(/\S+/gu)].map((match) => ({ word: match[0], start: match.index }));
}
