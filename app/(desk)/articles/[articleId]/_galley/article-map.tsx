"use client";

import { clsx } from "clsx";
import { type MouseEvent, memo, type RefObject, useEffect, useRef } from "react";
import type { Span } from "@/lib/core/text/span";
import { STATE_FILL } from "../../../_claims/state-mark";
import type { Mark } from "./marks";
import { useWorkbench } from "./workbench-context";

const HEIGHT = 1000;

/**
 * A slim map of the whole article: one tick per claim in the colour of its state, and the part that is on the screen.
 * A click goes there. For the eye and the mouse; the claims themselves are reachable by their numbers and by key.
 */
export function ArticleMap({ root }: { readonly root: RefObject<HTMLDivElement | null> }) {
  const { article, shown, selected, coverage } = useWorkbench();
  const view = useRef<SVGRectElement>(null);
  useEffect(() => followScroll(root, view), [root]);
  const goThere = (event: MouseEvent<SVGSVGElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const galley = root.current?.getBoundingClientRect();
    if (!galley) return;
    const share = (event.clientY - box.top) / box.height;
    window.scrollTo({ top: window.scrollY + galley.top + share * galley.height - window.innerHeight / 2 });
  };
  const length = article.version.text.length;
  return (
    <svg
      aria-hidden="true"
      viewBox={`0 0 12 ${HEIGHT}`}
      preserveAspectRatio="none"
      className="h-full w-3 cursor-pointer"
      onClick={goThere}
    >
      <rect ref={view} x="0" y="0" width="12" height="0" className="fill-ink/8" />
      <Ticks marks={shown} length={length} />
      {coverage.shown && <BareTicks bare={article.coverage.bare} length={length} />}
      {selected && <rect x="0" width="12" height="5" y={yOf(selected, length) - 1} className="fill-ink" />}
    </svg>
  );
}

const Ticks = memo(function Ticks({ marks, length }: { readonly marks: readonly Mark[]; readonly length: number }) {
  return marks.map((mark) => (
    <rect
      key={mark.id}
      x={mark.state === "dismissed" ? 7 : 3}
      width={mark.state === "dismissed" ? 2 : 6}
      height="3"
      y={yOf(mark, length)}
      className={clsx(STATE_FILL[mark.state])}
    />
  ));
});

/** Sentences with bare facts, while the coverage is painted: in ink, over the whole width. */
const BareTicks = memo(function BareTicks({
  bare,
  length,
}: {
  readonly bare: readonly Span[];
  readonly length: number;
}) {
  return bare.map((sentence) => (
    <rect key={sentence.start} x="0" width="12" height="3" y={yOf(sentence, length)} className="fill-ink" />
  ));
});

function yOf(mark: Span, length: number): number {
  return Math.round((mark.start / Math.max(length, 1)) * (HEIGHT - 6)) + 1;
}

function followScroll(root: RefObject<HTMLDivElement | null>, view: RefObject<SVGRectElement | null>): () => void {
  let frame = 0;
  const draw = () => {
    frame = 0;
    const galley = root.current?.getBoundingClientRect();
    if (!galley || !view.current) return;
    const from = Math.min(Math.max(-galley.top / galley.height, 0), 1);
    const to = Math.min(Math.max((window.innerHeight - galley.top) / galley.height, 0), 1);
    view.current.setAttribute("y", String(Math.round(from * HEIGHT)));
    view.current.setAttribute("height", String(Math.round((to - from) * HEIGHT)));
  };
  const ask = () => {
    frame ||= requestAnimationFrame(draw);
  };
  draw();
  window.addEventListener("scroll", ask, { passive: true });
  window.addEventListener("resize", ask);
  return () => {
    cancelAnimationFrame(frame);
    window.removeEventListener("scroll", ask);
    window.removeEventListener("resize", ask);
  };
}
