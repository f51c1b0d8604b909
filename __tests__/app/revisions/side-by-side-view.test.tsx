import { act } from "react";
import { SideBySide } from "@/app/(desk)/_revisions/side-by-side-view";
import { find, mount } from "../ui/mount";
import { fate } from "./fates";

const paragraphs = Array.from({ length: 12 }, (_, at) => `Paragraph ${at} stands here.`);
const before = ["It cost $2 billion.", ...paragraphs, "The ferry stopped."].join("\n\n");
const after = ["It cost $5 billion.", ...paragraphs, "Nobody came, said the mayor."].join("\n\n");
const cost = fate(
  7,
  { text: before, words: "It cost $2 billion" },
  { text: after, words: "It cost $5 billion" },
  { reason: "$2 billion became $5 billion", signOff: "void", next: "reopened" },
);
const ferry = fate(8, { text: before, words: "The ferry stopped." }, null, {
  reason: "Its words are gone from the text",
});

const show = async (fates = [cost, ferry], happens = true) =>
  (
    await mount(
      <SideBySide
        before={before}
        after={after}
        names={["Version 1", "Version 2"]}
        fates={fates}
        language="en"
        happens={happens}
      />,
    )
  ).at;

const words = (root: Element, selector: string) =>
  [...root.querySelectorAll(selector)].map(({ textContent }) => textContent);

test("the words that differ are marked where they went and where they came", async () => {
  const root = await show();
  expect(words(root, "del")).toEqual(["$2", "The ferry stopped."]);
  expect(words(root, "ins")).toEqual(["$5", "Nobody came, said the mayor."]);
});

test("each claim whose words changed stands beside its paragraph with its fate, also one that is gone", async () => {
  const [first, second] = words(await show(), ".sbs-fates li");
  expect(first).toContain("Claim 7");
  expect(first).toContain("$2 billion became $5 billion.");
  expect(first).toContain("Its sign-off falls; it opens again.");
  expect(second).toContain("Claim 8");
  expect(second).toContain("Its words are gone from the text.");
  expect(words(await show([cost], false), ".sbs-fates li").join("")).not.toContain("sign-off");
});

test("a claim's words are underlined on both sides, and those that stand elsewhere in the text are not guessed", async () => {
  const root = await show([cost]);
  expect(words(root, ".galley-mark").join("")).toBe("It cost $2 billionIt cost $5 billion");
  const astray = { ...cost, before: { ...cost.before, start: 3, end: 21 } };
  expect(words(await show([astray]), "[data-side=left] .galley-mark")).toEqual([]);
});

test("what nothing touched is folded, but for one paragraph at each end, and opens with a press", async () => {
  const root = await show();
  const fold = find(root, "button", HTMLButtonElement);
  expect(fold.textContent).toBe("10 unchanged paragraphs");
  expect(root.textContent).not.toContain("Paragraph 5");
  await act(async () => fold.click());
  expect(root.querySelectorAll("[data-kind=same]").length).toBe(12);
  expect(root.querySelector("button")).toBeNull();
});
