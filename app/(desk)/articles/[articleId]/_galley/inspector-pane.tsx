"use client";

import { type ReactNode, type PointerEvent as ReactPointerEvent, useEffect, useRef } from "react";
import { useUnplaced } from "./attention-context";
import { useWorkbench } from "./workbench-context";

const STORED = "claimdesk-inspector-width";
const LEAST = 340;
const MOST = 720;

/**
 * The pane of the selected claim: a column at the right whose width the reader chooses and which remembers it; below 960 px
 * a sheet from below that leaves the sentence visible.
 */
export function InspectorPane({ children }: { readonly children: ReactNode }) {
  const { selected, coverage } = useWorkbench();
  const unplaced = useUnplaced();
  const pane = useRef<HTMLElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const selectedId = selected?.id ?? unplaced?.claimId ?? null;
  useEffect(() => {
    const stored = Number(window.localStorage.getItem(STORED));
    if (stored) setWidth(pane.current, stored);
  }, []);
  const scrolledFor = useRef(selectedId);
  useEffect(() => {
    // Another claim starts at its beginning; the first one stays where it was scrolled to before the page listened.
    if (scrolledFor.current === selectedId) return;
    scrolledFor.current = selectedId;
    if (scroller.current) scroller.current.scrollTop = 0;
  }, [selectedId]);
  return (
    <aside
      ref={pane}
      aria-label={coverage.shown && selected === null && unplaced === null ? "Coverage" : "Claim"}
      data-open={selected !== null || unplaced !== null || coverage.shown || undefined}
      className="inspector border-line bg-raised print:hidden"
    >
      <Grip pane={pane} />
      <div ref={scroller} className="inspector-body">
        {children}
      </div>
    </aside>
  );
}

function setWidth(pane: HTMLElement | null, width: number): number {
  const fitting = Math.round(Math.min(Math.max(width, LEAST), MOST));
  pane?.closest<HTMLElement>(".workbench")?.style.setProperty("--inspector", `${fitting}px`);
  return fitting;
}

/** The edge that changes the width: by dragging, or with the arrow keys. */
function Grip({ pane }: { readonly pane: React.RefObject<HTMLElement | null> }) {
  const grip = useRef<HTMLDivElement>(null);
  const change = (width: number) => {
    const set = setWidth(pane.current, width);
    grip.current?.setAttribute("aria-valuenow", String(set));
    window.localStorage.setItem(STORED, String(set));
  };
  const onPointerDown = (event: ReactPointerEvent<HTMLDivElement>) => {
    event.preventDefault();
    const right = pane.current?.getBoundingClientRect().right ?? window.innerWidth;
    const handle = event.currentTarget;
    handle.setPointerCapture(event.pointerId);
    const onMove = (moved: PointerEvent) => change(right - moved.clientX);
    handle.addEventListener("pointermove", onMove);
    handle.addEventListener("lostpointercapture", () => handle.removeEventListener("pointermove", onMove), {
      once: true,
    });
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    const step = { ArrowLeft: 20, ArrowRight: -20 }[event.key];
    const width = pane.current?.getBoundingClientRect().width;
    if (step === undefined || width === undefined) return;
    event.preventDefault();
    change(width + step);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a rule that moves is a separator with a value.
    <div
      ref={grip}
      role="separator"
      aria-orientation="vertical"
      aria-label="Width of the claim pane"
      aria-valuemin={LEAST}
      aria-valuemax={MOST}
      aria-valuenow={420}
      tabIndex={0}
      onPointerDown={onPointerDown}
      onKeyDown={onKeyDown}
      className="inspector-grip"
    />
  );
}
