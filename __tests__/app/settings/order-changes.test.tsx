import { orderChanges } from "@/app/(desk)/settings/_settings/order-changes";
import type { Strength } from "@/lib/claims/schema";

const MODEL = {
  features: [
    { name: "money", says: "states money", weight: 1 },
    { name: "person", says: "names a person", weight: 0.5 },
  ],
  bias: -1,
};
const claim = (number: number, amounts: Strength["amounts"], score = 0): Strength => ({
  id: `c${number}`,
  number,
  wording: `Claim ${number}`,
  score,
  amounts,
});
const CLAIMS = [claim(1, [["money", 1]]), claim(2, [["person", 1]]), claim(3, [["word:*", -0.2]])];
const moves = (claims: readonly Strength[], saved: object, wanted: object) =>
  orderChanges(claims, MODEL, { ...saved }, { ...wanted }).map(({ number, rose }) => [number, rose]);

test("while nothing is turned, no claim moves", () => {
  expect(moves(CLAIMS, {}, {})).toEqual([
    [1, 0],
    [2, 0],
    [3, 0],
  ]);
});

test("a weight turned down lets its claims fall and the others rise, against what is saved", () => {
  const down = { money: -3 };
  expect(moves(CLAIMS, {}, down)).toEqual([
    [2, 1],
    [3, 1],
    [1, -2],
  ]);
  expect(moves(CLAIMS, down, down).map(([, rose]) => rose)).toEqual([0, 0, 0]);
  expect(moves(CLAIMS, down, {})[0]).toEqual([1, 2]);
});

test("a claim whose makings were not kept keeps its score while others move past it", () => {
  const [first] = orderChanges([...CLAIMS, claim(4, null, 0.6)], MODEL, {}, { money: -3 });
  expect(first).toMatchObject({ number: 4, score: 0.6, rose: 0 });
});
