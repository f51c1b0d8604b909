"use client";

import { useState } from "react";
import { Button } from "@/app/_ui/button";
import { Checkbox } from "@/app/_ui/field";
import type { ClaimView } from "@/lib/claims/schema";
import type { ClaimState } from "@/lib/core/workflow/workflow";
import { mergeClaimsAction } from "./actions";
import { StateGlyph } from "./state-mark";
import { useAct } from "./use-act";
import { shorten } from "./words";

/** A claim near another one, which it may be merged with. */
export interface Neighbour {
  readonly id: string;
  readonly number: number;
  readonly state: ClaimState;
  readonly wording: string;
}

/** Choose which claims join this one: it stays and covers them all, their source notes move to it. */
export function MergeWith({
  claim,
  neighbours,
  onDone,
  onClose,
}: {
  readonly claim: ClaimView;
  readonly neighbours: readonly Neighbour[];
  readonly onDone: (claimId: string) => void;
  readonly onClose: () => void;
}) {
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const { act, pending } = useAct();
  const merge = async () => {
    const done = await act(mergeClaimsAction, { claimIds: [claim.id, ...chosen] });
    if (done) onDone(claim.id);
  };
  return (
    <fieldset className="mb-3 min-w-0">
      <legend className="mb-1.5 font-medium text-sm">Which claims become part of claim {claim.number}?</legend>
      <div className="flex max-h-56 flex-col gap-2 overflow-y-auto p-1">
        {neighbours.map(({ id, number, state, wording }) => (
          <Checkbox
            key={id}
            checked={chosen.includes(id)}
            onChange={(event) =>
              setChosen(event.target.checked ? [...chosen, id] : chosen.filter((other) => other !== id))
            }
            label={
              <span className="inline-flex items-center gap-1.5">
                {number} <StateGlyph state={state} label className="size-3" />
              </span>
            }
            hint={shorten(wording, 110)}
          />
        ))}
      </div>
      <p className="mt-2 text-muted text-sm">Their source notes move to it, and they go.</p>
      <div className="mt-2 flex gap-2">
        <Button variant="filled" disabled={chosen.length === 0} pending={pending} onClick={merge}>
          Merge
        </Button>
        <Button variant="quiet" onClick={onClose}>
          Close
        </Button>
      </div>
    </fieldset>
  );
}
