/** The height a margin number takes, in CSS pixels: two that begin on one line stand one under the other. */
const HEIGHT = 17;

/** Return tops that keep their order and never overlap: each at its wish, or right under the one before. */
export function stackTops(wishes: readonly number[], height: number = HEIGHT): number[] {
  let free = Number.NEGATIVE_INFINITY;
  return wishes.map((wish) => {
    const top = Math.max(wish, free);
    free = top + height;
    return top;
  });
}

/** Put every number of the margin beside the line on which its claim begins. All is measured first, then moved, in one layout. */
export function placeNumbers(root: HTMLElement): void {
  const numbers = [...root.querySelectorAll<HTMLElement>(".galley-number")];
  const placed = numbers.flatMap((number) => {
    const block = number.closest<HTMLElement>(".galley-block");
    const line = block?.querySelector(`[data-at="${number.dataset.from}"]`)?.getClientRects()[0];
    return block && line
      ? [{ number, blockTop: block.getBoundingClientRect().top, top: line.top + line.height / 2 }]
      : [];
  });
  const tops = stackTops(placed.map(({ top }) => top - HEIGHT / 2));
  for (const [index, { number, blockTop }] of placed.entries()) {
    number.style.top = `${Math.round((tops[index] ?? 0) - blockTop)}px`;
  }
  root.dataset.placed = "";
}
