"use client";

import { type RefObject, useEffect, useRef } from "react";

/**
 * Let the keyboard walk the rows of a table body: j and k (or the arrows, once inside) move the focus among the rows' first links,
 * x calls `choose` with the id of the row that has it. Keys typed into fields, with modifiers, or while a window or a panel is open
 * are left alone.
 */
export function useRowKeys(body: RefObject<HTMLElement | null>, choose: (rowId: string) => void): void {
  const chosen = useRef(choose);
  chosen.current = choose;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!body.current || isTaken(event)) return;
      const current = focusedRow(body.current);
      const step = stepOf(event.key, current !== null);
      if (step !== 0) {
        if (focusRow(neighbour(body.current, current, step))) event.preventDefault();
      } else if (event.key === "x" && current?.dataset.row !== undefined) {
        event.preventDefault();
        chosen.current(current.dataset.row);
      }
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [body]);
}

function isTaken(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return true;
  const { target } = event;
  if (target instanceof HTMLElement && (target.isContentEditable || target.matches(TYPING))) return true;
  return document.querySelector("dialog[open], [popover]:popover-open") !== null;
}

const TYPING = "textarea, select, input:not([type=checkbox], [type=radio], [type=button], [type=submit])";

function stepOf(key: string, inside: boolean): -1 | 0 | 1 {
  if (key === "j" || (inside && key === "ArrowDown")) return 1;
  if (key === "k" || (inside && key === "ArrowUp")) return -1;
  return 0;
}

function focusedRow(body: HTMLElement): HTMLElement | null {
  const { activeElement } = document;
  return activeElement !== null && body.contains(activeElement)
    ? activeElement.closest<HTMLElement>("[data-row]")
    : null;
}

/** The row before or after; from outside, the first, or walking up, the last. */
function neighbour(body: HTMLElement, current: HTMLElement | null, step: -1 | 1): Element | undefined {
  const rows = [...body.querySelectorAll("[data-row]")];
  const index = current === null ? (step === 1 ? 0 : rows.length - 1) : rows.indexOf(current) + step;
  return rows[index];
}

function focusRow(row: Element | undefined): boolean {
  const link = row?.querySelector<HTMLElement>("a[href]");
  if (!link) return false;
  link.focus({ preventScroll: true });
  link.scrollIntoView({ block: "nearest" });
  return true;
}
