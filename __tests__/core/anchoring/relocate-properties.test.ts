import fc from "fast-check";
import { type Relocation, relocate } from "@/lib/core/anchoring/relocate";
import { slice } from "@/lib/core/text/span";

const words = fc.array(
  fc.constantFrom("the", "city", "paid", "$5", "not", "more", "12", "“no", "so”", "Ann", "won’t"),
  {
    minLength: 1,
    maxLength: 8,
  },
);
const sentence = words.map((list) => `${list.join(" ")}.`);
const paragraph = fc.array(sentence, { minLength: 1, maxLength: 4 }).map((list) => list.join(" "));
const article = fc.array(paragraph, { minLength: 1, maxLength: 6 }).map((list) => list.join("\n"));
/** Anything at all: lone surrogates, controls, marks. */
const anything = fc.oneof(
  fc.string({ unit: "binary", maxLength: 200 }),
  fc.string({ unit: "grapheme", maxLength: 200 }),
  article,
);

/** Places given as two shares of the text's length. */
const shares = fc.array(fc.tuple(fc.nat(1000), fc.nat(1000)), { minLength: 1, maxLength: 8 });
const placesIn = (text: string, list: readonly (readonly [number, number])[]) =>
  list
    .map(([a, b]) => [Math.floor((a * text.length) / 1000), Math.floor((b * text.length) / 1000)] as const)
    .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }))
    .filter((span) => slice(text, span).trim() !== "");

/** The places of whole sentences. */
const sentencesOf = (text: string) =>
  [...text.matchAll(/[^\n.]*\./g)].map(({ index, 0: found }) => {
    const start = index + found.length - found.trimStart().length;
    return { start, end: index + found.length };
  });

test("in the same text every place is exact", () => {
  fc.assert(
    fc.property(anything, shares, (text, list) => {
      const spans = placesIn(text, list);
      expect(relocate(text, text, spans)).toEqual(spans.map((place) => ({ outcome: "exact", place, changes: [] })));
    }),
  );
});

test("new lines before the text shift every place by their length", () => {
  const fresh = fc.array(fc.constantFrom("Neue", "Zeilen", "kamen", "davor"), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(article, fresh, (text, list) => {
      const added = `${list.join(" ")}!\n`;
      const found = relocate(text, added + text, sentencesOf(text));
      expect(found).toEqual(
        sentencesOf(text).map(({ start, end }) => ({
          outcome: "moved",
          place: { start: start + added.length, end: end + added.length },
          changes: [],
        })),
      );
    }),
  );
});

test("a paragraph that moves takes its claims along", () => {
  const numbered = fc.array(paragraph, { minLength: 2, maxLength: 6 }).map((list) =>
    // A number in each sentence makes it unlike all others.
    list.map((text, p) => text.replace(/\./g, (_, at: number) => ` ${1000 * (p + 1) + at} times.`)),
  );
  fc.assert(
    fc.property(numbered, fc.nat(), fc.nat(), (paragraphs, a, b) => {
      const [from, to] = [a % paragraphs.length, b % paragraphs.length];
      const rest = paragraphs.filter((_, i) => i !== from);
      const moved = [...rest.slice(0, to), paragraphs[from] ?? "", ...rest.slice(to)];
      const [old, now] = [paragraphs.join("\n"), moved.join("\n")];
      const spans = sentencesOf(old);
      for (const [i, { outcome, place }] of relocate(old, now, spans).entries()) {
        const words = slice(old, spans[i] ?? { start: 0, end: 0 });
        expect(["exact", "moved"]).toContain(outcome);
        expect(place && slice(now, place)).toBe(words);
      }
    }),
  );
});

/** What an outcome promises about the words, whatever the texts. */
function expectHonest(old: string, now: string, span: { start: number; end: number }, found: Relocation): void {
  const { outcome, place, changes } = found;
  if (place === null) {
    expect(["ambiguous", "lost"]).toContain(outcome);
    return;
  }
  expect(0 <= place.start && place.start < place.end && place.end <= now.length).toBe(true);
  const same = slice(old, span) === slice(now, place);
  expect(outcome === "exact" || outcome === "moved").toBe(same);
  if (same) expect(outcome).toBe(place.start === span.start ? "exact" : "moved");
  else expect(changes.length).toBeGreaterThan(0);
}

test("over three versions no place ends on other words than its outcome says", () => {
  fc.assert(
    fc.property(anything, anything, anything, shares, (first, second, third, list) => {
      const spans = placesIn(first, list);
      const middle = relocate(first, second, spans);
      const places = middle.map(({ place }) => place);
      for (const [i, found] of middle.entries()) expectHonest(first, second, spans[i] ?? { start: 0, end: 0 }, found);
      for (const [i, place] of places.entries()) {
        const [last] = place ? relocate(second, third, [place]) : [];
        if (!place || !last) continue;
        expectHonest(second, third, place, last);
        const unchanged = [middle[i]?.outcome, last.outcome].every(
          (outcome) => outcome === "exact" || outcome === "moved",
        );
        const words = last.place && slice(third, last.place);
        if (unchanged) expect(words).toBe(slice(first, spans[i] ?? { start: 0, end: 0 }));
      }
    }),
  );
});

test("an edit beside a claim does not touch it, and an edit within is never called exact or moved", () => {
  fc.assert(
    fc.property(fc.array(sentence, { minLength: 3, maxLength: 8 }), fc.nat(), sentence, (list, at, other) => {
      const numbered = list.map((text, i) => `On day ${i + 1}, ${text}`);
      const k = at % numbered.length;
      const now = numbered.map((text, i) => (i === k ? `${other} ${text.replace("day", "night")}` : text)).join("\n");
      const old = numbered.join("\n");
      const spans = sentencesOf(old);
      for (const [i, found] of relocate(old, now, spans).entries()) {
        expectHonest(old, now, spans[i] ?? { start: 0, end: 0 }, found);
      }
    }),
  );
});

const HOSTILE: readonly (readonly [name: string, old: string, now: string])[] = [
  ["one word, repeated", "word ".repeat(15_000), `x ${"word ".repeat(15_000)}x`],
  ["one sentence, repeated", "The same again. ".repeat(5_000), `New. ${"The same again. ".repeat(5_000)}`],
  ["one letter", "a".repeat(80_000), `${"a".repeat(80_000)}b`],
  ["two letters in turn, against the other way round", "a b ".repeat(6_000), "b a ".repeat(6_000)],
  ["quotation marks that never close", "“ ".repeat(40_000), "“ a ".repeat(20_000)],
  ["full stops", ". ".repeat(20_000), "! ".repeat(20_000)],
  ["empty lines", "\n".repeat(80_000), "\n\n".repeat(40_000)],
  ["figures", "1,000 ".repeat(10_000), "1,001 ".repeat(10_000)],
  ["nothing left", "word. ".repeat(10_000), ""],
];

test.each(HOSTILE)("a hostile text is answered: %s", (_, old, now) => {
  const spans = Array.from({ length: 20 }, (_, i) => ({ start: i * 500, end: i * 500 + 300 }));
  const found = relocate(old, now, [...spans, { start: 0, end: old.length }]);
  for (const [i, answer] of found.entries()) expectHonest(old, now, spans[i] ?? { start: 0, end: old.length }, answer);
});
