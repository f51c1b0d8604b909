"use client";

import { type MouseEvent, type PointerEvent, type RefObject, useEffect, useLayoutEffect, useMemo } from "react";
import { outsideMarks } from "./coverage-marks";
import { paint, walk } from "./marks";
import { Paragraph } from "./paragraph";
import { placeNumbers } from "./place-numbers";
import { useWorkbench } from "./workbench-context";

const useBrowserLayoutEffect = typeof window === "undefined" ? useEffect : useLayoutEffect;

/** The article's text with its marks. A click selects the claim under it, further clicks walk through those that overlap. */
export function Galley({ root }: { readonly root: RefObject<HTMLDivElement | null> }) {
  const { article, shown, selected, select, picked, pick, coverage } = useWorkbench();
  const { text } = article.version;
  const outside = useMemo(
    () => (coverage.shown ? outsideMarks(article.coverage) : NOTHING),
    [coverage.shown, article.coverage],
  );
  // A filter hides claims from the eye, not from the coverage.
  const painted = coverage.shown ? article.marks : shown;
  const paragraphs = useMemo(() => paint(text, painted, outside), [text, painted, outside]);
  // What the coverage paints moves no line.
  usePlacedNumbers(root, painted);
  const lit = useMemo(() => shown.filter(({ id }) => picked.includes(id)), [shown, picked]);
  const mayPick = article.may.correct && selected !== null;
  const onClick = (event: MouseEvent<HTMLDivElement>) => {
    if (event.metaKey || event.ctrlKey || event.altKey) return;
    if (event.shiftKey && !mayPick) return;
    const target = event.target instanceof Element ? event.target : null;
    const number = target?.closest<HTMLElement>(".galley-number");
    const run = target?.closest<HTMLElement>(".galley-run");
    const bare = target?.closest<HTMLElement>("[data-bare]");
    if (bare && document.getSelection()?.isCollapsed !== false) coverage.go(Number(bare.dataset.bare));
    if (!number && !run) return;
    event.preventDefault();
    if (event.shiftKey) {
      // Of claims that overlap, the innermost other than the selected one.
      const ids = number ? [number.dataset.claim ?? ""] : (run?.dataset.ids ?? "").split(" ");
      const id = ids.find((one) => one !== selected?.id);
      if (id) pick(id);
      return;
    }
    if (number) return select(number.dataset.claim ?? null);
    // The end of a drag over the text is a selection of words, not of a claim.
    if (document.getSelection()?.isCollapsed === false) return;
    select(walk((run?.dataset.ids ?? "").split(" "), selected?.id ?? null));
  };
  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    const run = event.target instanceof Element ? event.target.closest<HTMLElement>(".galley-run") : null;
    if (run && event.button === 0 && !event.metaKey && !event.ctrlKey) letWordsBeSelected(run);
  };
  const onMouseDown = (event: MouseEvent<HTMLDivElement>) => {
    // Shift and a click on a mark choose a claim; it would else stretch a selection of words from the last click to here.
    const onMark = event.target instanceof Element && event.target.closest(".galley-run, .galley-number");
    if (event.shiftKey && mayPick && onMark && document.getSelection()?.isCollapsed !== false) event.preventDefault();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the links inside take the keys; this only saves a listener on each.
    // biome-ignore lint/a11y/useKeyWithClickEvents: the links inside take the keys; this only saves a listener on each.
    <div
      ref={root}
      className="galley-text"
      data-covering={coverage.shown || undefined}
      lang={article.language}
      onClick={onClick}
      onPointerDown={onPointerDown}
      onMouseDown={onMouseDown}
    >
      {paragraphs.map((paragraph) => (
        <Paragraph
          key={paragraph.start}
          text={text}
          painted={paragraph}
          selected={selected && selected.start < paragraph.end && selected.end > paragraph.start ? selected.id : null}
          picked={lit
            .filter(({ start, end }) => start < paragraph.end && end > paragraph.start)
            .map(({ id }) => id)
            .join(" ")}
          bareAt={
            coverage.at !== null && coverage.at < paragraph.end && coverage.at >= paragraph.start ? coverage.at : null
          }
        />
      ))}
    </div>
  );
}

const NOTHING: ReturnType<typeof outsideMarks> = [];

/** Words of a link can't be selected from inside it: while the button is down the run is none. */
function letWordsBeSelected(run: HTMLElement): void {
  const href = run.getAttribute("href");
  if (href === null) return;
  run.removeAttribute("href");
  const restore = () => setTimeout(() => run.setAttribute("href", href));
  window.addEventListener("pointerup", restore, { once: true });
  window.addEventListener("pointercancel", restore, { once: true });
}

/** Keep the margin's numbers beside their lines: after every painting of marks, and when the measure or the fonts change. */
export function usePlacedNumbers(root: RefObject<HTMLDivElement | null>, marks: unknown): void {
  useBrowserLayoutEffect(() => {
    if (root.current) placeNumbers(root.current);
  }, [root, marks]);
  useEffect(() => {
    const element = root.current;
    if (!element) return;
    let width = element.clientWidth;
    const observer = new ResizeObserver(() => {
      if (element.clientWidth === width) return;
      width = element.clientWidth;
      placeNumbers(element);
    });
    observer.observe(element);
    let gone = false;
    void document.fonts.ready.then(() => gone || placeNumbers(element));
    return () => {
      gone = true;
      observer.disconnect();
    };
  }, [root]);
}
