import fc from "fast-check";
import { cutsCharacter } from "@/lib/core/anchoring/fit-span";
import { describe as describePlace, findSelector, fromAnnotation, toAnnotation } from "@/lib/core/anchoring/selector";

const TEXT = "😀 The harbour opened in May. The council spent $5 million on clinics. Nobody recalls it.";
const CLAIM = "The council spent $5 million on clinics.";
const start = TEXT.indexOf(CLAIM);
const selector = describePlace(TEXT, { start, end: start + CLAIM.length });

test("a selector holds the place, its words and what stands around them", () => {
  expect(selector).toEqual({
    format: 1,
    position: { start: 30, end: 70 },
    quote: { exact: CLAIM, prefix: "😀 The harbour opened in May. ", suffix: " Nobody recalls it." },
  });
});

test("at the border offsets are code points, and come back as they were", () => {
  expect(toAnnotation(TEXT, selector)).toEqual([
    { type: "TextPositionSelector", start: 29, end: 69 },
    { type: "TextQuoteSelector", ...selector.quote },
  ]);
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.nat(), fc.nat(), (text, a, b) => {
      const [from, to] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y);
      if (from === undefined || to === undefined || cutsCharacter(text, from) || cutsCharacter(text, to)) return;
      const described = describePlace(text, { start: from, end: to });
      expect(fromAnnotation(text, toAnnotation(text, described))).toEqual(described);
    }),
  );
});

test("without the old text the words are found where they stand", () => {
  expect(findSelector(TEXT, selector)).toEqual({ outcome: "exact", place: selector.position, changes: [] });
  const later = `A line before. ${TEXT}`;
  expect(findSelector(later, selector)).toMatchObject({ outcome: "moved", place: { start: 45, end: 85 } });
});

test("without the old text changed words are found by their likeness, and the change is named", () => {
  const now = TEXT.replace("$5 million", "$6 million");
  expect(findSelector(now, selector)).toEqual({
    outcome: "value-changed",
    place: { start, end: start + CLAIM.length },
    changes: [{ from: "$5 million", to: "$6 million", kind: "number" }],
  });
  expect(findSelector("Ships were late. The weather was bad for weeks.", selector).outcome).toBe("lost");
});

test("of several copies the one in the old surroundings is taken, and none when nothing decides", () => {
  const elsewhere = `${CLAIM} Fresh words stand here. ${TEXT}`;
  expect(findSelector(elsewhere, selector).place?.start).toBe(elsewhere.lastIndexOf(CLAIM));
  expect(findSelector(`One. ${CLAIM} Two. ${CLAIM} Three.`, selector).outcome).toBe("ambiguous");
});
