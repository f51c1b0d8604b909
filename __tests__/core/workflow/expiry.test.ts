import { hasExpired, showsExpired } from "@/lib/core/workflow/expiry";
import { CLAIM_STATES } from "@/lib/core/workflow/workflow";

const DAY = "2027-03-03";
const claim = { state: "verified", expiresOn: DAY, signedOn: "2027-01-02" } as const;

test.each([
  ["the day before", "2027-03-02", false],
  ["on the day", DAY, true],
  ["long after", "2031-01-01", true],
] as const)("a verified claim goes back %s: %s, %s", (_, today, back) => {
  expect(hasExpired(claim, today)).toBe(back);
});

test("one that was signed off on the day or later was checked again already", () => {
  expect(hasExpired({ ...claim, signedOn: DAY }, "2031-01-01")).toBe(false);
  expect(hasExpired({ ...claim, signedOn: "2027-05-05" }, "2031-01-01")).toBe(false);
});

test("one without a day, or without a sign-off, never does", () => {
  expect(hasExpired({ ...claim, expiresOn: null }, "2031-01-01")).toBe(false);
  expect(hasExpired({ ...claim, signedOn: null }, "2031-01-01")).toBe(false);
});

test.each(CLAIM_STATES)("one that is %s shows that its day has come unless nobody has to look", (state) => {
  expect(hasExpired({ ...claim, state }, DAY)).toBe(state === "verified");
  expect(showsExpired(state, DAY, DAY)).toBe(state !== "verified" && state !== "dismissed");
  expect(showsExpired(state, DAY, "2027-03-02")).toBe(false);
  expect(showsExpired(state, null, DAY)).toBe(false);
});
