"use client";

import { Button } from "@/app/_ui/button";
import { mergeClaimsAction } from "../../../_claims/actions";
import { offerUndo, useAct } from "../../../_claims/use-act";
import { useShortcut } from "../../../_shell/shortcuts";
import { useWorkbench } from "./workbench-context";

/**
 * What can be done with claims that were chosen together (Shift and a click, or Shift with j and k): merge them. The selected
 * one stays and covers them all.
 */
export function MergeBar() {
  const { article, selected, picked, dropPicked } = useWorkbench();
  const { act, pending } = useAct();
  const shown = selected !== null && picked.length > 0;
  useShortcut("Escape", "Choose no claims to merge", dropPicked, { group: "Galley", enabled: shown });
  if (!shown) return null;
  const others = article.marks.filter(({ id }) => picked.includes(id)).map(({ number }) => number);
  const merge = async () => {
    const done = await act(mergeClaimsAction, { claimIds: [selected.id, ...picked] });
    if (!done) return;
    dropPicked();
    await offerUndo("Claims merged.", selected.id);
  };
  return (
    <div className="pointer-events-none sticky bottom-4 z-20 flex justify-center px-4 max-md:fixed max-md:inset-x-0 max-md:top-13 max-md:bottom-auto print:hidden">
      <div
        role="toolbar"
        aria-label="Chosen claims"
        className="pointer-events-auto flex max-w-full flex-wrap items-center gap-1 rounded-md border border-line bg-raised p-1 shadow-[0_12px_32px_-8px_rgb(0_0_0/0.3)]"
      >
        <span role="status" className="px-2 text-sm">
          Claim {selected.number} with {listed(others)}
        </span>
        <Button size="sm" variant="filled" pending={pending} onClick={merge}>
          Merge into claim {selected.number}
        </Button>
        <Button size="sm" variant="quiet" disabled={pending} onClick={dropPicked}>
          Choose none
        </Button>
      </div>
    </div>
  );
}

/** "4", "4 and 5", "4, 5 and 6"; many as a count of them. */
function listed(numbers: readonly number[]): string {
  if (numbers.length > 6) return `${numbers.length} others`;
  const last = numbers.at(-1);
  return numbers.length === 1 ? String(last) : `${numbers.slice(0, -1).join(", ")} and ${last}`;
}
