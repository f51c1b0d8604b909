import { offsetAt, placeOf, selectedSpan, selectSpan } from "@/app/(desk)/articles/[articleId]/_galley/text-selection";

/** Two paragraphs as the galley paints them: text "Ten ships sank.\nAll saved." with a number in the margin. */
function galley(): HTMLElement {
  document.body.innerHTML = `<h1>Title</h1><div id="root">
    <div><div><a>1</a></div><p><a><span><span data-at="0">Ten ships</span></span></a><span data-at="9"> sank.</span></p></div>
    <div><p><span data-at="16">All saved.</span></p></div></div><p id="after">After</p>`;
  return document.getElementById("root") ?? document.body;
}

const leaf = (root: Element, at: number): Node => root.querySelector(`[data-at="${at}"]`)?.firstChild ?? root;

test("a place in the words is an offset of the article's text, and back", () => {
  const root = galley();
  expect(offsetAt(root, leaf(root, 9), 3)).toBe(12);
  expect(placeOf(root, 12)).toEqual({ node: leaf(root, 9), offset: 3 });
  expect(placeOf(root, 16)).toEqual({ node: leaf(root, 16), offset: 0 });
});

test("a place between elements is the end of the words before it", () => {
  const root = galley();
  const second = root.querySelectorAll("p")[1] ?? root;
  expect(offsetAt(root, second, 0)).toBe(15);
});

test("what lies outside of the text is no place", () => {
  const root = galley();
  expect(offsetAt(root, document.querySelector("h1")?.firstChild ?? root, 1)).toBeNull();
});

test("a selection across runs and paragraphs is one span", () => {
  const root = galley();
  selectSpan(root, { start: 4, end: 19 });
  expect(selectedSpan(root)).toEqual({ start: 4, end: 19 });
  document.getSelection()?.removeAllRanges();
  expect(selectedSpan(root)).toBeNull();
});
