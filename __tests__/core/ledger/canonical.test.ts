import canonicalize from "canonicalize";
import fc from "fast-check";
import { canonical, isWellFormed, type Json } from "@/lib/core/ledger/canonical";

const json = fc.jsonValue({ stringUnit: "grapheme" }) as fc.Arbitrary<Json>;

describe("the canonical form", () => {
  test("is the RFC's own example, byte for byte", () => {
    const text = String.raw`{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],"string":"\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/","literals":[null,true,false]}`;
    const value = JSON.parse(text) as Json;
    expect(canonical(value)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  test("orders keys by UTF-16 code units, as the RFC's sorting example does", () => {
    const value: Json = {
      "\u20ac": "Euro Sign",
      "\r": "Carriage Return",
      "\ufb33": "Hebrew Letter Dalet With Dagesh",
      "1": "One",
      "\ud83d\ude00": "Emoji: Grinning Face",
      "\u0080": "Control",
      "\u00f6": "Latin Small Letter O With Diaeresis",
    };
    expect(Object.values(JSON.parse(canonical(value)) as Record<string, string>).join("|")).toContain("One");
    expect([...canonical(value).matchAll(/:"([^"]+)"/g)].map((match) => match[1])).toEqual([
      "Carriage Return",
      "One",
      "Control",
      "Latin Small Letter O With Diaeresis",
      "Euro Sign",
      "Emoji: Grinning Face",
      "Hebrew Letter Dalet With Dagesh",
    ]);
  });

  test.each([
    [-0, "0"],
    [5e-324, "5e-324"],
    [1.7976931348623157e308, "1.7976931348623157e+308"],
    [9007199254740992, "9007199254740992"],
    [295147905179352830000, "295147905179352830000"],
    [9.999999999999997e22, "9.999999999999997e+22"],
    [1e23, "1e+23"],
    [999999999999999700000, "999999999999999700000"],
    [1e21, "1e+21"],
    [0.000001, "0.000001"],
    [333333333.3333332, "333333333.3333332"],
    [1424953923781206.2, "1424953923781206.2"],
  ])("prints the number %p as %s", (value, text) => {
    expect(canonical(value)).toBe(text);
  });

  test.each([
    ["half of a surrogate pair", "\ud83d"],
    ["the other half alone", "\ude00x"],
    ["a key with half a pair", { "\ud800": 1 }],
    ["NaN", Number.NaN],
    ["infinity", [Number.POSITIVE_INFINITY]],
    ["undefined", { a: undefined } as unknown as Json],
  ])("refuses %s", (_name, value) => {
    expect(() => canonical(value)).toThrow(TypeError);
  });

  test("does not depend on the order in which the keys were written", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ unit: "grapheme" }), json), (value) => {
        const turned = Object.fromEntries(Object.entries(value).reverse());
        expect(canonical(turned)).toBe(canonical(value));
      }),
    );
  });

  test("reads back as the same value and agrees with an independent implementation", () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(JSON.parse(canonical(value))).toEqual(JSON.parse(JSON.stringify(value)));
        expect(canonical(value)).toBe(canonicalize(value));
      }),
    );
  });

  test("knows half pairs from whole ones", () => {
    expect(isWellFormed("a😀b")).toBe(true);
    expect(isWellFormed("a\ud83db")).toBe(false);
    expect(isWellFormed("")).toBe(true);
  });
});
