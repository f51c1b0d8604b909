import { dayInWords, relativeWords } from "@/app/_ui/relative-time";
import { initials } from "@/app/(desk)/_shell/initials";
import { groupShortcuts } from "@/app/(desk)/_shell/keyboard-map";
import { isAt } from "@/app/(desk)/_shell/places";
import { keyCaps } from "@/app/(desk)/_shell/shortcuts";
import { applyPreset, changeVerdict, moveVerdict, readScale } from "@/app/(desk)/settings/_settings/scale-edits";
import { nextPath } from "@/app/(public)/_entry/next-path";
import { SCALE_PRESETS } from "@/lib/core/workflow/verdict-scale";

test.each([
  ["/", "/"],
  ["/claims/c1?tab=notes#n2", "/claims/c1?tab=notes#n2"],
  ["https://evil.example/", "/"],
  ["//evil.example/", "/"],
  ["/\\evil.example", "/"],
  ["/\t/evil.example", "/"],
  ["/..//evil.example", "/"],
  ["/.//evil.example", "/"],
  ["javascript:alert(1)", "/"],
  ["claims", "/"],
  ["", "/"],
  [undefined, "/"],
  [["/a", "/b"], "/"],
])("after signing in, %j leads to %s", (next, path) => {
  expect(nextPath(next)).toBe(path);
});

const NOW = Date.parse("2026-03-10T12:00:00Z");

test.each([
  ["2026-03-10T12:00:20Z", "just now"],
  ["2026-03-10T12:00:59Z", "just now"],
  ["2026-03-10T11:59:00Z", "1 minute ago"],
  ["2026-03-10T11:01:00Z", "59 minutes ago"],
  ["2026-03-10T10:01:00Z", "1 hour ago"],
  ["2026-03-09T11:00:00Z", "yesterday"],
  ["2026-03-05T12:00:00Z", "5 days ago"],
  ["2026-03-12T13:00:00Z", "in 2 days"],
  ["2026-01-05T12:00:00Z", "5 Jan"],
  ["2017-03-22T12:00:00Z", "22 Mar 2017"],
])("%s reads as %s", (at, words) => {
  expect(relativeWords(new Date(at), NOW)).toBe(words);
});

test("a day is written out, and nothing stays nothing", () => {
  expect(dayInWords("2017-03-22")).toBe("22 March 2017");
  expect(dayInWords(null)).toBe("");
  expect(dayInWords("soon")).toBe("soon");
});

test("keys are printed as they are on the keyboard", () => {
  expect(keyCaps("Mod+K", true)).toEqual(["⌘", "K"]);
  expect(keyCaps("Mod+K", false)).toEqual(["Ctrl", "K"]);
  expect(keyCaps("g a", false)).toEqual(["G", "A"]);
  expect(keyCaps("?", false)).toEqual(["?"]);
  expect(keyCaps("Shift+ArrowDown", false)).toEqual(["Shift", "↓"]);
});

test("the keyboard map shows the newer of two with the same keys, the general ones last", () => {
  const run = (): void => {};
  const groups = groupShortcuts([
    { keys: "/", label: "Search", group: "Everywhere", run },
    { keys: "j", label: "Next claim", group: "Galley", run },
    { keys: "/", label: "Find in the article", group: "Galley", run },
    { keys: "?", label: "Show this map", group: "Everywhere", run },
  ]);
  expect(groups.map(([group, list]) => [group, list.map((each) => each.label)])).toEqual([
    ["Galley", ["Find in the article", "Next claim"]],
    ["Everywhere", ["Show this map"]],
  ]);
});

test("a screen of the rail is current on its own pages only", () => {
  expect(isAt("/articles/a1", "/articles")).toBe(true);
  expect(isAt("/articles-of-old", "/articles")).toBe(false);
  expect(isAt("/articles", "/")).toBe(false);
});

test.each([
  ["Ana Silva", "AS"],
  ["Ana Maria da Silva", "AS"],
  ["Ólafur", "Ó"],
  ["", ""],
])("the initials of %j are %j", (name, letters) => {
  expect(initials(name)).toBe(letters);
});

const scale = SCALE_PRESETS.magazine;

test("a verdict moves one place and stops at the ends", () => {
  expect(
    moveVerdict(scale, 0, 1)
      .map((verdict) => verdict.id)
      .slice(0, 2),
  ).toEqual(["corrected", "confirmed"]);
  expect(moveVerdict(scale, 0, -1)).toBe(scale);
  expect(moveVerdict(scale, scale.length - 1, 1)).toBe(scale);
});

test("renaming a verdict keeps its id, so that claims keep it", () => {
  expect(changeVerdict(scale, 0, { label: "True" })[0]).toEqual({ ...scale[0], label: "True" });
});

test("a preset never takes away a verdict that claims bear", () => {
  const ids = applyPreset(scale, SCALE_PRESETS.rating, ["cut", "on-authors-word"]).map((verdict) => verdict.id);
  expect(ids).toEqual([...SCALE_PRESETS.rating.map((verdict) => verdict.id), "cut"]);
});

test("only a whole scale is read back from a draft", () => {
  expect(readScale(JSON.stringify(scale))).toEqual(scale);
  expect(readScale('[{"id":1}]')).toBeNull();
  expect(readScale("{")).toBeNull();
});
