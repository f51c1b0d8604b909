import type { Span } from "@/lib/core/text/span";

/** Every stretch of painted text says where it begins, in `data-at`; it holds one text node. */
const LEAF = "[data-at]";

function leafStart(leaf: Element): number {
  return Number(leaf.getAttribute("data-at"));
}

/** Return the offset in the article's text of a place in the page, or null when it lies outside the galley's text. */
export function offsetAt(root: Element, node: Node, offset: number): number | null {
  if (node.nodeType === Node.TEXT_NODE) {
    const leaf = node.parentElement?.closest(LEAF);
    if (leaf && root.contains(leaf)) return leafStart(leaf) + offset;
  }
  if (!root.contains(node)) return null;
  // Between elements (a triple click ends there): the last stretch that begins before this place.
  const place = document.createRange();
  place.setStart(node, offset);
  let found: number | null = null;
  for (const leaf of root.querySelectorAll(LEAF)) {
    if (place.comparePoint(leaf, 0) > 0) break;
    found = leafStart(leaf) + (leaf.textContent?.length ?? 0);
    if (place.comparePoint(leaf, leaf.childNodes.length) > 0) return leafStart(leaf);
  }
  return found;
}

/** Return what is selected in the galley as a span of the article's text, or null when nothing is. */
export function selectedSpan(root: Element): Span | null {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!range.intersectsNode(root)) return null;
  const start = offsetAt(root, range.startContainer, range.startOffset);
  const end = offsetAt(root, range.endContainer, range.endOffset);
  if (start === null || end === null || start >= end) return null;
  return { start, end };
}

/** Return the page's place for an offset of the text: a text node and an offset in it. */
export function placeOf(root: Element, at: number): { readonly node: Node; readonly offset: number } | null {
  let found: Element | null = null;
  for (const leaf of root.querySelectorAll(LEAF)) {
    if (leafStart(leaf) > at) break;
    found = leaf;
  }
  const node = found?.firstChild;
  if (!found || !node) return null;
  return { node, offset: Math.min(at - leafStart(found), node.textContent?.length ?? 0) };
}

/** Select a span of the text in the page. */
export function selectSpan(root: Element, span: Span): void {
  const from = placeOf(root, span.start);
  const to = placeOf(root, span.end);
  if (from && to) document.getSelection()?.setBaseAndExtent(from.node, from.offset, to.node, to.offset);
}
