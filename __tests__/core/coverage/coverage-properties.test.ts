import fc from "fast-check";
import { type Coverage, countFacts, cover } from "@/lib/core/coverage/coverage";
import { factSentences } from "@/lib/core/coverage/fact-sentences";
import { type Decisions, layStretches, type PlacedClaim, STANDINGS } from "@/lib/core/coverage/stretches";
import { extract } from "@/lib/core/extraction/extract";
import type { Span } from "@/lib/core/text/span";
import { CLAIM_STATES } from "@/lib/core/workflow/workflow";

const words = fc.array(
  fc.constantFrom(
    "the",
    "city",
    "paid",
    "$5 million",
    "in 2020,",
    "the largest",
    "Ann Lee said",
    "“no,",
    "so”",
    "12 ships",
  ),
  { minLength: 1, maxLength: 10 },
);
const article = fc
  .array(
    fc.array(
      words.map((list) => `${list.join(" ")}.`),
      { minLength: 1, maxLength: 4 },
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((paragraphs) => paragraphs.map((sentences) => sentences.join(" ")).join("\n"));
const anything = fc.oneof(article, fc.string({ unit: "binary", maxLength: 120 }));

/** Places as two shares of the text's length. */
const share = fc.nat(1000);
const spans = fc.array(fc.tuple(share, share), { maxLength: 8 });
const states = fc.array(fc.constantFrom(...CLAIM_STATES), { minLength: 8, maxLength: 8 });
const placed = (text: string, list: readonly (readonly [number, number])[]): Span[] =>
  list.map(([a, b]) => {
    const [from, to] = [Math.min(a, b), Math.max(a, b)].map((part) => Math.floor((part * text.length) / 1000));
    return { start: from ?? 0, end: to ?? 0 };
  });
const claimsAt = (
  text: string,
  list: readonly (readonly [number, number])[],
  of: readonly PlacedClaim["state"][],
): PlacedClaim[] => placed(text, list).map((span, k) => ({ ...span, state: of[k] ?? "open" }));

/** A property asks several times about one text; it is read once. */
let last: { readonly text: string; readonly facts: ReturnType<typeof factSentences> } | null = null;
const factsOf = (text: string) => {
  if (last?.text !== text) last = { text, facts: factSentences(text, extract(text)) };
  return last.facts;
};
const coverage = (text: string, decisions: Decisions): Coverage => cover(text, factsOf(text), decisions);

test("every word and every fact has exactly one standing, and they add up", () => {
  fc.assert(
    fc.property(anything, spans, states, spans, (text, list, of, dismissed) => {
      const { facts, words } = coverage(text, {
        claims: claimsAt(text, list, of),
        dismissedFacts: placed(text, dismissed),
      });
      expect(words.words).toBe(text.match(/\S+/gu)?.length ?? 0);
      expect(STANDINGS.reduce((sum, standing) => sum + words[standing], 0)).toBe(words.words);
      expect(facts.decided).toBe(facts.verified + facts.dismissed + facts.dismissedFacts);
      expect(facts.decided + facts.open + facts.bare).toBe(facts.facts);
      expect(facts.facts).toBe(factsOf(text).flatMap((sentence) => sentence.facts).length);
    }),
  );
});

test("counting the facts alone gives the same figures", () => {
  fc.assert(
    fc.property(article, spans, states, spans, (text, list, of, dismissed) => {
      const decisions = { claims: claimsAt(text, list, of), dismissedFacts: placed(text, dismissed) };
      expect(countFacts(factsOf(text), decisions)).toEqual(coverage(text, decisions).facts);
    }),
  );
});

test("every unit of a text stands like the least decided of what is over it", () => {
  fc.assert(
    fc.property(anything, spans, states, spans, (text, list, of, dismissed) => {
      const claims = claimsAt(text, list, of);
      const dismissedFacts = placed(text, dismissed);
      const stretches = layStretches(text.length, { claims, dismissedFacts });
      const drawn = stretches.flatMap(({ start, end, standing }) =>
        Array.from({ length: end - start }, () => standing),
      );
      const said = Array.from({ length: text.length }, (_, unit) => {
        const over = (span: Span) => span.start <= unit && unit < span.end;
        const own = claims.filter(over).map(({ state }) => state);
        if (own.some((state) => state !== "verified" && state !== "dismissed")) return "open";
        if (own.length > 0) return own.includes("verified") ? "verified" : "dismissed";
        return dismissedFacts.some(over) ? "dismissed_fact" : "bare";
      });
      expect(drawn).toEqual(said);
    }),
  );
});

test("the listed facts are the bare ones, each in its sentence, and their places lie in the text", () => {
  fc.assert(
    fc.property(anything, spans, states, (text, list, of) => {
      const { facts, bare } = coverage(text, { claims: claimsAt(text, list, of), dismissedFacts: [] });
      expect(bare.flatMap((sentence) => sentence.facts)).toHaveLength(facts.bare);
      for (const { start, end, place, facts: own } of bare) {
        expect(own.length).toBeGreaterThan(0);
        expect(own.every((fact) => start <= fact.start && fact.end <= end)).toBe(true);
        expect(0 <= place.start && place.start < place.end && place.end <= text.length).toBe(true);
      }
    }),
  );
});

test("another claim or another dismissal never makes more facts bare", () => {
  fc.assert(
    fc.property(article, spans, states, fc.tuple(share, share), (text, list, of, more) => {
      const claims = claimsAt(text, list, of);
      const before = coverage(text, { claims, dismissedFacts: [] }).facts.bare;
      const added = claimsAt(text, [more], ["detected"]);
      expect(coverage(text, { claims: [...claims, ...added], dismissedFacts: [] }).facts.bare).toBeLessThanOrEqual(
        before,
      );
      expect(coverage(text, { claims, dismissedFacts: added }).facts.bare).toBeLessThanOrEqual(before);
    }),
  );
});

test("marking what the list offers, or dismissing what it lists, leads to a text without bare facts", () => {
  fc.assert(
    fc.property(article, spans, states, (text, list, of) => {
      const claims = claimsAt(text, list, of);
      const { bare } = coverage(text, { claims, dismissedFacts: [] });
      const dismissedFacts = bare.flatMap((sentence) => sentence.facts);
      expect(coverage(text, { claims, dismissedFacts }).facts).toMatchObject({ bare: 0 });
      let standing = claims;
      for (let left = bare; left.length > 0; left = coverage(text, { claims: standing, dismissedFacts: [] }).bare) {
        const marked = left.map(({ place }) => ({ ...place, state: "open" as const }));
        standing = [...standing, ...marked];
        const after = coverage(text, { claims: standing, dismissedFacts: [] }).facts.bare;
        expect(after).toBeLessThan(left.flatMap((sentence) => sentence.facts).length);
      }
    }),
  );
});

test("decided claims alone never leave a fact open, and deciding a claim never makes a fact less decided", () => {
  fc.assert(
    fc.property(article, spans, states, (text, list, of) => {
      const claims = claimsAt(text, list, of);
      const before = coverage(text, { claims, dismissedFacts: [] }).facts;
      const all = claims.map((claim) => ({ ...claim, state: "verified" as const }));
      const after = coverage(text, { claims: all, dismissedFacts: [] }).facts;
      expect(after.open).toBe(0);
      expect(after.decided).toBe(before.decided + before.open);
    }),
  );
});
