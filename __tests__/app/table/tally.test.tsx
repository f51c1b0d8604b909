import { tally } from "@/app/(desk)/claims/_table/tally";

test("a tally says how many changed and why the rest did not", () => {
  expect(tally("accepted", { changed: 12, skipped: {} })).toBe("12 claims accepted.");
  expect(tally("dismissed", { changed: 1, skipped: {} })).toBe("1 claim dismissed.");
  expect(tally("accepted", { changed: 1270, skipped: { "Accepted before.": 13, "Not yours.": 1 } })).toBe(
    "1,270 claims accepted. 14 left as they were: Accepted before (13); Not yours (1).",
  );
  expect(tally("assigned", { changed: 0, skipped: { "Assigned so before.": 1 } })).toBe(
    "No claim was assigned. 1 left as it was: Assigned so before (1).",
  );
});
