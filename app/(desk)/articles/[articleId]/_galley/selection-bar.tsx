"use client";

import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import { Button } from "@/app/_ui/button";
import { Kbd } from "@/app/_ui/kbd";
import type { Span } from "@/lib/core/text/span";
import { markClaimAction, respanClaimAction, splitClaimAction } from "../../../_claims/actions";
import { offerUndo, useAct } from "../../../_claims/use-act";
import { useShortcut } from "../../../_shell/shortcuts";
import { useUnplaced } from "./attention-context";
import { placeOf, selectedSpan, selectSpan } from "./text-selection";
import { snapToWords } from "./words";
import { useWorkbench } from "./workbench-context";

const GROUP = "Marking";

/**
 * What can be done with words selected in the galley: mark them as a claim, move the selected claim there, split it where
 * they begin, or give a claim that lost its place this one. With `m` the words are selected by key: arrows move, Shift extends, Enter marks.
 */
export function SelectionBar({ root }: { readonly root: RefObject<HTMLDivElement | null> }) {
  const { article, selected, select } = useWorkbench();
  const unplaced = useUnplaced();
  const { text, id: versionId } = article.version;
  const mayMark = article.may.correct;
  const { span, clear } = useSelectedWords(root, text, mayMark);
  const [byKey, setByKey] = useState(false);
  const bar = useRef<HTMLDivElement>(null);
  const { act, pending } = useAct();

  useEffect(() => {
    if (span && bar.current && root.current) placeBar(bar.current, root.current, span);
  }, [span, root]);

  const leave = useCallback(() => {
    document.getSelection()?.removeAllRanges();
    setByKey(false);
    clear();
  }, [clear]);
  const mark = async () => {
    if (!span) return;
    const done = await act(markClaimAction, { articleId: article.id, versionId, ...span });
    if (!done) return;
    leave();
    select(done.claimId);
    await offerUndo("Marked as a claim.", done.claimId);
  };
  const moveHere = async () => {
    if (!span || !selected) return;
    const done = await act(respanClaimAction, { claimId: selected.id, rev: selected.rev, versionId, ...span });
    if (!done) return;
    leave();
    await offerUndo(`Claim ${selected.number} moved.`, selected.id);
  };
  const putHere = async () => {
    if (!span || !unplaced) return;
    const { claimId, rev, number } = unplaced;
    const done = await act(respanClaimAction, { claimId, rev, versionId, ...span });
    if (!done) return;
    leave();
    await offerUndo(`Claim ${number} has its place again.`, claimId);
  };
  const split = async () => {
    if (!span || !selected) return;
    const input = { claimId: selected.id, rev: selected.rev, versionId, at: span.start };
    if (!(await act(splitClaimAction, input))) return;
    leave();
    await offerUndo(`Claim ${selected.number} split in two.`, selected.id);
  };
  const begin = () => {
    if (!root.current) return;
    const start = span?.start ?? selected?.start ?? firstInView(root.current);
    const word = snapToWords(text, { start, end: Math.min(start + 1, text.length) });
    if (word) selectSpan(root.current, word);
    setByKey(true);
  };

  useShortcut("m", "Select words to mark", begin, { group: GROUP, enabled: mayMark && !byKey });
  useShortcut("Enter", "Mark the selected words", () => void mark(), { group: GROUP, enabled: byKey && span !== null });
  useShortcut("Escape", "Stop marking", leave, { group: GROUP, enabled: byKey || span !== null });
  useWordKeys(byKey);

  if (!span) return null;
  const canSplit = selected && span.start > selected.start && span.start < selected.end;
  return (
    <div
      ref={bar}
      role="toolbar"
      aria-label="Selected words"
      className="absolute z-20 flex max-w-[calc(100vw-1rem)] flex-wrap items-center gap-1 rounded-md border border-line bg-raised p-1 shadow-[0_12px_32px_-8px_rgb(0_0_0/0.3)]"
      // The selection stays while a button is pressed.
      onMouseDown={(event) => event.preventDefault()}
    >
      {unplaced && (
        <Button size="sm" variant="filled" pending={pending} onClick={putHere}>
          Put claim {unplaced.number} here
        </Button>
      )}
      <Button size="sm" variant={unplaced ? "quiet" : "filled"} pending={pending} onClick={mark}>
        Mark as claim
        {byKey && <Kbd className="border-paper/30 bg-transparent text-paper/80">↵</Kbd>}
      </Button>
      {selected && (
        <Button size="sm" variant="quiet" disabled={pending} onClick={moveHere}>
          Move claim {selected.number} here
        </Button>
      )}
      {canSplit && (
        <Button size="sm" variant="quiet" disabled={pending} onClick={split}>
          Split claim {selected.number} here
        </Button>
      )}
      {byKey && <span className="px-1.5 text-muted text-sm">Arrows move, Shift extends</span>}
    </div>
  );
}

/** Follow the words selected in the galley, snapped to whole words; null while there are none. */
function useSelectedWords(root: RefObject<HTMLDivElement | null>, text: string, enabled: boolean) {
  const [span, setSpan] = useState<Span | null>(null);
  const clear = useCallback(() => setSpan(null), []);
  useEffect(() => {
    if (!enabled) return;
    let timer: ReturnType<typeof setTimeout>;
    const read = () => {
      const found = root.current && selectedSpan(root.current);
      const next = found ? snapToWords(text, found) : null;
      setSpan((now) => (now?.start === next?.start && now?.end === next?.end ? now : next));
    };
    const onChange = () => {
      clearTimeout(timer);
      timer = setTimeout(read, 120);
    };
    document.addEventListener("selectionchange", onChange);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("selectionchange", onChange);
    };
  }, [root, text, enabled]);
  return { span, clear };
}

/** Put the bar under the end of the selected words, inside the window's width. */
function placeBar(bar: HTMLElement, root: HTMLElement, span: Span): void {
  const from = placeOf(root, span.start);
  const to = placeOf(root, span.end - 1);
  if (!from || !to) return;
  const range = document.createRange();
  range.setStart(from.node, from.offset);
  range.setEnd(to.node, Math.min(to.offset + 1, to.node.textContent?.length ?? 0));
  const lines = [...range.getClientRects()];
  const last = lines.at(-1);
  const parent = bar.offsetParent?.getBoundingClientRect() ?? document.documentElement.getBoundingClientRect();
  if (!last) return;
  const left = Math.min(Math.max(last.right - bar.offsetWidth / 2, 8), window.innerWidth - bar.offsetWidth - 8);
  bar.style.left = `${left - parent.left}px`;
  bar.style.top = `${last.bottom + 8 - parent.top}px`;
}

/** In the mode for marking by key: arrows move by word or line, with Shift they extend. */
function useWordKeys(enabled: boolean): void {
  useEffect(() => {
    if (!enabled) return;
    const onKey = (event: KeyboardEvent) => {
      const move = MOVES[event.key];
      const selection = document.getSelection();
      if (!move || !selection || event.metaKey || event.ctrlKey || event.altKey) return;
      event.preventDefault();
      event.stopPropagation();
      const [direction, by] = move;
      if (event.shiftKey) return selection.modify("extend", direction, by);
      if (direction === "forward") selection.collapseToEnd();
      else selection.collapseToStart();
      if (by === "line") selection.modify("move", direction, "line");
      else if (direction === "backward") selection.modify("move", direction, "word");
      selection.modify("extend", "forward", "word");
    };
    document.addEventListener("keydown", onKey, true);
    return () => document.removeEventListener("keydown", onKey, true);
  }, [enabled]);
}

const MOVES: Readonly<Record<string, readonly ["forward" | "backward", "word" | "line"]>> = {
  ArrowRight: ["forward", "word"],
  ArrowLeft: ["backward", "word"],
  ArrowDown: ["forward", "line"],
  ArrowUp: ["backward", "line"],
};

function firstInView(root: HTMLElement): number {
  const leaf = [...root.querySelectorAll("[data-at]")].find((each) => each.getBoundingClientRect().top > 60);
  return Number(leaf?.getAttribute("data-at") ?? 0);
}
