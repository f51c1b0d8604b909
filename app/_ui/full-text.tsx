"use client";

import { type ReactNode, type RefObject, useEffect, useRef } from "react";

/**
 * Unfold a line that is cut off at the width of its cell (an element with `data-clip`) while the pointer rests on it or its row
 * has the focus. Returns the element that shows it; it lies exactly over the line, takes no clicks, and screen readers, who have
 * the whole text anyway, don't see it.
 */
export function useFullText(within: RefObject<HTMLElement | null>): ReactNode {
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const area = within.current;
    if (!area) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const hide = () => {
      clearTimeout(timer);
      if (panel.current) panel.current.hidden = true;
    };
    const show = (line: HTMLElement, focused: boolean) => {
      if (!panel.current || !line.isConnected) return;
      panel.current.toggleAttribute("data-focused", focused);
      unfold(line, panel.current);
    };
    const onOver = (event: Event) => {
      const line = clippedLine(event.target);
      hide();
      if (line) timer = setTimeout(() => show(line, false), HOVER_MS);
    };
    const onFocus = (event: FocusEvent) => {
      hide();
      if (!(event.target instanceof HTMLElement) || !event.target.matches(":focus-visible")) return;
      const line = clippedLine(event.target) ?? clippedLine(event.target.querySelector("[data-clip]"));
      // The row comes into view first.
      if (line) requestAnimationFrame(() => show(line, true));
    };
    area.addEventListener("pointerover", onOver);
    area.addEventListener("pointerleave", hide);
    area.addEventListener("focusin", onFocus);
    area.addEventListener("focusout", hide);
    document.addEventListener("scroll", hide, { capture: true, passive: true });
    return () => {
      hide();
      area.removeEventListener("pointerover", onOver);
      area.removeEventListener("pointerleave", hide);
      area.removeEventListener("focusin", onFocus);
      area.removeEventListener("focusout", hide);
      document.removeEventListener("scroll", hide, { capture: true });
    };
  }, [within]);
  return (
    <div
      ref={panel}
      hidden
      aria-hidden="true"
      className="pointer-events-none fixed z-30 rounded-sm bg-raised px-2 py-1.5 leading-5 shadow-[0_0_0_1px_var(--line),0_8px_24px_-8px_rgb(0_0_0/0.3)] data-focused:outline-2 data-focused:outline-focus"
    />
  );
}

const HOVER_MS = 350;
/** Padding of the panel in px: its first line covers the line it unfolds. */
const INSET = { x: 8, y: 6 };

function clippedLine(target: EventTarget | null): HTMLElement | null {
  const line = target instanceof Element ? target.closest<HTMLElement>("[data-clip]") : null;
  return line !== null && line.scrollWidth > line.clientWidth ? line : null;
}

function unfold(line: HTMLElement, panel: HTMLElement): void {
  const box = line.getBoundingClientRect();
  const width = Math.min(Math.max(box.width, 240), window.innerWidth - 16);
  panel.textContent = line.textContent;
  panel.hidden = false;
  panel.style.width = `${width + 2 * INSET.x}px`;
  const left = Math.min(box.left - INSET.x, window.innerWidth - width - 2 * INSET.x - 8);
  const top = Math.min(box.top - INSET.y, window.innerHeight - panel.offsetHeight - 8);
  panel.style.left = `${Math.max(left, 8)}px`;
  panel.style.top = `${top}px`;
}
