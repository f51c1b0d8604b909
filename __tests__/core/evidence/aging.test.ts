import { suggestAging } from "@/lib/core/evidence/aging";
import { factsOf } from "./compared";

const TODAY = "2027-03-03";
const suggested = (wording: string) => suggestAging({ wording, facts: factsOf(wording) }, TODAY);

test.each([
  ["The coalition has pledged $2 billion so far.", "so far", "2027-06-03"],
  ["To date, 68 countries have joined.", "To date", "2027-06-03"],
  ["The hospital is currently closed.", "currently", "2027-06-03"],
  ["President Donald Trump signed the order.", "President Donald Trump", "2028-03-03"],
  ["Mayor Ana Torres opened the bridge.", "Mayor Ana Torres", "2028-03-03"],
])("“%s” ages by “%s”: to be checked again on %s", (wording = "", words = "", expiresOn = "") => {
  expect(suggested(wording)).toMatchObject({ words, asOf: TODAY, expiresOn });
});

test.each([
  "The bridge was built in 2016.",
  "Former President Barack Obama spoke.",
  "The village is not so far away.",
  "Ana Torres opened the bridge.",
])("“%s” does not age by itself", (wording) => expect(suggested(wording)).toBeNull());

test("a day that is none suggests nothing", () => {
  expect(suggestAging({ wording: "So far so good.", facts: [] }, "soon")).toBeNull();
});
