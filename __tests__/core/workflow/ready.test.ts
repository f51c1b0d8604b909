import { createHash } from "node:crypto";
import fc from "fast-check";
import { readyFingerprint, type StandingSignOff, whyNotReady } from "@/lib/core/workflow/ready";

const sha256 = (text: string): string => createHash("sha256").update(text, "utf8").digest("hex");

const signOff = (number: number, hash = `hash ${number}`): StandingSignOff => ({ claimId: `c${number}`, number, hash });
const state = (version: number, signOffs: readonly StandingSignOff[], text = `text ${version}`) => ({
  version,
  text,
  signOffs,
});

describe("the fingerprint of a ready mark", () => {
  test("is the SHA-256 of the canonical JSON that the docs give", () => {
    const spelled =
      '{"format":1,"signOffs":[{"claimId":"c1","hash":"h1","number":1},{"claimId":"c2","hash":"h2","number":2}],"text":"t"}';
    const signOffs = [signOff(2, "h2"), signOff(1, "h1")];
    expect(readyFingerprint({ text: "t", signOffs }, sha256)).toBe(sha256(spelled));
  });

  test("is the same in whatever order the sign-offs come, and another one when anything differs", () => {
    const drawn = fc.uniqueArray(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(drawn, (numbers) => {
        const signOffs = numbers.map((number) => signOff(number));
        const fingerprint = readyFingerprint({ text: "t", signOffs }, sha256);
        expect(readyFingerprint({ text: "t", signOffs: [...signOffs].reverse() }, sha256)).toBe(fingerprint);
        const others = [
          { text: "u", signOffs },
          { text: "t", signOffs: signOffs.slice(1) },
          { text: "t", signOffs: [...signOffs.slice(1), signOff(numbers[0] ?? 0, "another")] },
          { text: "t", signOffs: [...signOffs, signOff(99)] },
        ];
        for (const other of others) expect(readyFingerprint(other, sha256)).not.toBe(fingerprint);
      }),
    );
  });
});

describe("why a mark no longer stands", () => {
  test("a mark that stands needs no reason", () => {
    expect(whyNotReady(state(2, [signOff(1)]), state(2, [signOff(1)]))).toEqual([]);
    expect(whyNotReady(state(2, [signOff(1)], "same"), state(3, [signOff(1)], "same"))).toEqual([]);
  });

  test.each([
    ["a new version", state(3, [signOff(1)]), ["Version 3 came in after it."]],
    ["a sign-off that fell", state(2, []), ["The sign-off of claim 1 fell."]],
    ["a new sign-off", state(2, [signOff(1), signOff(7)]), ["Claim 7 was signed off after it."]],
    ["a claim signed off anew", state(2, [signOff(1, "x")]), ["Claim 1 was changed and signed off anew."]],
    [
      "all of it",
      state(4, [signOff(9), signOff(8)]),
      ["Version 4 came in after it.", "The sign-off of claim 1 fell.", "Claims 8 and 9 were signed off after it."],
    ],
  ])("%s is said", (_what, now, words) => {
    expect(whyNotReady(state(2, [signOff(1)]), now)).toEqual(words);
  });

  test("of many claims the first five are named and the rest counted", () => {
    const many = Array.from({ length: 1_200 }, (_, i) => signOff(i + 1)).reverse();
    expect(whyNotReady(state(1, many), state(1, []))).toEqual([
      "The sign-offs of claims 1, 2, 3, 4, 5 and 1,195 more fell.",
    ]);
    expect(whyNotReady(state(1, many.slice(-5)), state(1, []))).toEqual([
      "The sign-offs of claims 1, 2, 3, 4 and 5 fell.",
    ]);
  });
});
