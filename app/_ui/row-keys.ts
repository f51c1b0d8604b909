/** Move the focus to the first link of the row below (1) or above (-1) the one that has it; from outside, to the first or the last row. */
export function walkRows(area: HTMLElement | null, step: -1 | 1): void {
  if (area === null) return;
  const rows = [...area.querySelectorAll<HTMLElement>("[data-row]")];
  const current = focusedRow(area);
  const next = current === null ? (step === 1 ? 0 : rows.length - 1) : rows.indexOf(current) + step;
  const link = rows[next]?.querySelector<HTMLElement>("a[href]");
  link?.focus({ preventScroll: true });
  link?.scrollIntoView({ block: "nearest" });
}

/** Return the id of the row that has the focus, or null. */
export function rowInFocus(area: HTMLElement | null): string | null {
  return area === null ? null : (focusedRow(area)?.dataset.row ?? null);
}

function focusedRow(area: HTMLElement): HTMLElement | null {
  const { activeElement } = document;
  return activeElement !== null && area.contains(activeElement)
    ? activeElement.closest<HTMLElement>("[data-row]")
    : null;
}
