import fc from "fast-check";
import { mergeFields } from "@/lib/core/workflow/merge";

interface Words {
  readonly wording: string;
  readonly speaker: string;
  readonly due: string | null;
}
const base: Words = { wording: "Three million", speaker: "Ana", due: null };

test("a field only I changed takes mine, a field only they changed keeps theirs", () => {
  const mine = { ...base, wording: "Three million euros" };
  const theirs = { ...base, speaker: "Ana Silva" };
  expect(mergeFields(base, mine, theirs)).toEqual({ ok: true, changes: { wording: "Three million euros" } });
});

test("a field both changed is a conflict that shows all three", () => {
  const mine = { ...base, wording: "mine", speaker: "me" };
  const theirs = { ...base, wording: "theirs" };
  expect(mergeFields(base, mine, theirs)).toEqual({
    ok: false,
    conflicts: [{ field: "wording", base: "Three million", mine: "mine", theirs: "theirs" }],
  });
});

test("equal edits agree", () => {
  const both = { ...base, wording: "the same" };
  expect(mergeFields(base, both, both)).toEqual({ ok: true, changes: {} });
});

test("without a base, a field that differs is a conflict, not an overwrite", () => {
  expect(mergeFields<Words>({}, { wording: "mine" }, base)).toMatchObject({ ok: false });
});

test("choosing theirs as the base and mine as the words settles a conflict", () => {
  const theirs = { ...base, wording: "theirs" };
  const again = mergeFields({ wording: theirs.wording }, { wording: "mine" }, theirs);
  expect(again).toEqual({ ok: true, changes: { wording: "mine" } });
});

const words = fc.record({
  wording: fc.constantFrom("a", "b", "c"),
  speaker: fc.constantFrom("a", "b", "c"),
  due: fc.constantFrom(null, "2017-03-22", "2017-03-23"),
});

test("no word is ever lost: each field ends as mine, as theirs, or in a conflict with both", () => {
  fc.assert(
    fc.property(words, words, words, (from, mine, theirs) => {
      const merge = mergeFields<Words>(from, mine, theirs);
      for (const key of ["wording", "speaker", "due"] as const) {
        const clash = from[key] !== mine[key] && from[key] !== theirs[key] && mine[key] !== theirs[key];
        if (!merge.ok) {
          const listed = merge.conflicts.find(({ field }) => field === key);
          expect(listed).toEqual(
            clash ? { field: key, base: from[key], mine: mine[key], theirs: theirs[key] } : undefined,
          );
          continue;
        }
        expect(clash).toBe(false);
        const result = { ...theirs, ...merge.changes }[key];
        expect(result).toBe(from[key] === mine[key] ? theirs[key] : mine[key]);
      }
    }),
    { numRuns: 2000 },
  );
});

test("nobody changed anything: nothing is to be saved", () => {
  fc.assert(
    fc.property(words, (from) => expect(mergeFields<Words>(from, from, from)).toEqual({ ok: true, changes: {} })),
  );
});
