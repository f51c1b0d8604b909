import { mergeScales, writeTexts } from "@/lib/core/workflow/merge-scales";
import type { VerdictScale } from "@/lib/core/workflow/verdict-scale";

/** "true: It is so. | false" as a scale: ids are the first labels in small letters. */
const scale = (...verdicts: readonly (readonly [id: string, label: string, meaning?: string])[]): VerdictScale =>
  verdicts.map(([id, label, meaning = ""]) => ({ id, label, meaning }));

const BASE = scale(["t", "True"], ["h", "Half"], ["f", "False"]);
const ids = (merged: ReturnType<typeof mergeScales>) =>
  merged.ok ? merged.scale.map(({ id }) => id).join("") : "conflict";

test("what only one of two changed merges by itself, text by text", () => {
  const mine = scale(["t", "Right"], ["h", "Half"], ["f", "False"]);
  const theirs = scale(["t", "True", "It is so."], ["h", "Half"], ["f", "Wrong"]);
  expect(mergeScales(BASE, mine, theirs)).toEqual({
    ok: true,
    scale: scale(["t", "Right", "It is so."], ["h", "Half"], ["f", "Wrong"]),
  });
});

test("a text that both changed is a conflict with its three versions", () => {
  const mine = scale(["t", "Right"], ["h", "Half"], ["f", "False"]);
  const theirs = scale(["t", "Correct"], ["h", "Half"], ["f", "False"]);
  expect(mergeScales(BASE, mine, theirs)).toEqual({
    ok: false,
    conflicts: [{ field: "label:t", base: "True", mine: "Right", theirs: "Correct" }],
  });
});

test("additions and removals of both come together", () => {
  const mine = scale(["t", "True"], ["f", "False"], ["u", "Unproven"]);
  const theirs = scale(["t", "True"], ["h", "Half"], ["f", "False"], ["s", "Satire"]);
  expect(ids(mergeScales(BASE, mine, theirs))).toBe("tfsu");
});

test("a verdict that one removed and the other rewrote is a conflict, not a loss", () => {
  const mine = scale(["t", "True"], ["f", "False"]);
  const theirs = scale(["t", "True"], ["h", "Half true"], ["f", "False"]);
  expect(mergeScales(BASE, mine, theirs)).toMatchObject({ ok: false, conflicts: [{ field: "label:h", mine: "" }] });
});

test.each([
  ["mine, when I moved some", ["f", "t", "h"], ["t", "h", "f"], "fth"],
  ["theirs, when only they moved some", ["t", "h", "f"], ["f", "h", "t"], "fht"],
  ["mine, when both moved some", ["f", "t", "h"], ["h", "f", "t"], "fth"],
])("the order is %s", (_, mine, theirs, wanted) => {
  const ordered = (order: readonly string[]) => order.flatMap((id) => BASE.filter((verdict) => verdict.id === id));
  expect(ids(mergeScales(BASE, ordered(mine), ordered(theirs)))).toBe(wanted);
});

test("chosen texts are written where their verdicts are", () => {
  expect(writeTexts(BASE, { "label:h": "Partly", "meaning:f": "It is not so.", "label:gone": "x" })).toEqual(
    scale(["t", "True"], ["h", "Partly"], ["f", "False", "It is not so."]),
  );
});
