import { type WeighedClaim, weighClaims } from "@/lib/core/extraction/kept-features";
import {
  type ClaimReading,
  type FactReading,
  factChanges,
  type Suggestion,
  speakerWords,
  suggest,
} from "@/lib/core/extraction/suggestions";
import type { Fact } from "@/lib/core/extraction/types";
import type { Weights } from "@/lib/core/extraction/weights";
import { formatValue } from "@/lib/core/values/format-value";
import type { Done } from "@/lib/platform/command";
import type { Tx } from "@/lib/platform/db";
import { sha256 } from "@/lib/platform/random";
import type { Found } from "@/lib/platform/read-text";
import { readClaims } from "@/lib/platform/reader";
import { notFound, Refusal } from "@/lib/platform/refusal";
import { type Amended, amend, done, type Work } from "./amending";
import type { ClaimRecord, Place } from "./claim-record";
import { add, blank } from "./corrections";
import { type KeptRow, listKept } from "./reading-store";
import type { ReadingTaken, ReadingView, SuggestionView } from "./schema";
import { holdWeights } from "./score-store";
import { factRecords } from "./span-reading";
import * as store from "./store";

type Article = NonNullable<Awaited<ReturnType<typeof store.findText>>>;

/** A claim of the reading in the words of the comparison, with what is stored of it when it is taken. */
export interface FreshClaim extends ClaimReading {
  readonly claim: WeighedClaim;
}

/** A suggestion with the key by which it is chosen: the same only while the claim and what is suggested of it stay the same. */
export type KeyedSuggestion = Suggestion<Kept, FreshClaim> & { readonly key: string };

interface Kept extends ClaimReading, Omit<KeptRow, "facts"> {}

/** Read an article's text again, knowing what is known of it now: the one place that asks the text engine. */
export function readAgain({ version, publishedOn }: Article): Promise<Found> {
  return readClaims(version.text, publishedOn === null ? {} : { date: publishedOn });
}

/** Compare what stands in an article's text with a reading of it. `kept` are the claims that stand. */
export async function compare(
  tx: Tx,
  newsroomId: string,
  article: Article,
  reading: Found,
  weights: Weights = {},
): Promise<{ readonly suggestions: readonly KeyedSuggestion[]; readonly kept: readonly Kept[] }> {
  const rows = await listKept(tx, newsroomId, article.id, article.version.id);
  const kept = rows.map((row): Kept => ({ ...row, facts: row.facts.map(factReading) }));
  const fresh = weighClaims(reading, weights).map(freshClaim);
  const suggestions = suggest(kept, fresh).map((one) => ({ ...one, key: keyOf(one, article.version.id) }));
  return { suggestions, kept: kept.filter(({ removed }) => !removed) };
}

function freshClaim(claim: WeighedClaim): FreshClaim {
  const { start, end, kind, wording, speaker, via, facts } = claim;
  const said = { speakerName: speaker?.name ?? "", speakerTitle: speaker?.title ?? "", viaName: via?.name ?? "" };
  return { start, end, kind, wording, ...said, facts: facts.map(factReading), claim };
}

function factReading(fact: Fact | KeptRow["facts"][number]): FactReading {
  const { type, start, end, text, name = "", title = "", value } = fact;
  return { type, start, end, text, name, title, value: value ? formatValue(value) : "" };
}

/** "changed:<claim>:<rev>:<hash of what is suggested>"; a new claim has neither claim nor rev. */
function keyOf({ what, kept, fresh }: Suggestion<Kept, FreshClaim>, versionId: string): string {
  const { claim, ...reading } = fresh ?? { claim: null };
  const hash = sha256(JSON.stringify([versionId, reading])).slice(0, 24);
  return [what, kept?.id ?? "", kept?.rev ?? "", hash].join(":");
}

const claimIn = (key: string): string => key.split(":")[1] ?? "";

interface Chosen {
  readonly articleId: string;
  readonly suggestions: readonly string[];
}

/**
 * Take what another reading of the article suggests. The text is read once more here, and only what is still suggested in
 * just that way is taken; the rest is counted and said. What people touched is never changed.
 */
export async function takeReading(work: Work, { articleId, suggestions }: Chosen): Promise<Done<ReadingTaken>> {
  const { tx, actor } = work;
  const article = await store.findText(tx, actor.newsroomId, articleId);
  if (!article) throw notFound("article");
  const reading = await readAgain(article);
  const wanted = new Set(suggestions);
  // In the order in which every command locks: the newsroom's weights, the claims, the article.
  const weights = await holdWeights(tx, actor.newsroomId);
  const locked = await store.lockClaims(tx, actor.newsroomId, [...wanted].map(claimIn));
  const number = await store.nextNumber(tx, articleId);
  const current = await store.findText(tx, actor.newsroomId, articleId);
  if (current?.version.id !== article.version.id) {
    throw new Refusal("conflict", "A new version of the article came in meanwhile. Nothing was taken; read it again.");
  }
  const now = await compare(tx, actor.newsroomId, article, reading, weights);
  const chosen = now.suggestions.filter(({ key }) => wanted.has(key));
  const amended = await apply(work, article, chosen, { claims: new Map(locked.map((one) => [one.id, one])), number });
  const [first, ...others] = amended;
  if (!first) {
    throw new Refusal(
      "conflict",
      "The article or its claims changed meanwhile, so nothing of what you chose is suggested any more. Nothing was taken; the list below is new.",
    );
  }
  const read = { new: count(chosen, "new"), changed: count(chosen, "changed"), gone: count(chosen, "gone") };
  const { entry } = await done(work, [first, ...others], { read });
  const output = { articleId, taken: chosen.length, said: said(chosen.length, wanted.size - chosen.length) };
  return { output, entry, placed: (undo) => ({ ...output, undo }) };
}

const count = (all: readonly KeyedSuggestion[], what: KeyedSuggestion["what"]): number =>
  all.filter((one) => one.what === what).length;

function said(taken: number, left: number): string {
  const words = `${taken.toLocaleString("en")} ${taken === 1 ? "suggestion" : "suggestions"} taken.`;
  if (left === 0) return words;
  const others = left === 1 ? "1 was" : `${left.toLocaleString("en")} were`;
  return `${words} ${others} left out, because the article or its claims changed meanwhile.`;
}

/** The locked claims by id, and the next free number in the margin. */
interface Ground {
  readonly claims: ReadonlyMap<string, ClaimRecord>;
  readonly number: number;
}

async function apply(
  work: Work,
  { id, version }: Article,
  chosen: readonly KeyedSuggestion[],
  { claims, number }: Ground,
): Promise<Amended[]> {
  const why = `Article read again by ${work.actor.name}`;
  const amended: Amended[] = [];
  let next = number;
  for (const { kept, fresh } of chosen) {
    const before = kept ? claims.get(kept.id) : undefined;
    if (before && fresh) {
      amended.push(await amend(work, before, patchOf(work, fresh, version, before), { why, text: version.text }));
    } else if (before) {
      amended.push(await amend(work, before, { removed: true }, { why }));
    } else if (fresh) {
      const found: ClaimRecord = { ...blank(work, id, next++), origin: "machine", state: "detected" };
      amended.push(await add(work, { ...found, ...patchOf(work, fresh, version, found) }, version.text));
    }
  }
  return amended;
}

/** What the reading says of a claim, as the claim keeps it; facts of the same words keep their ids. */
function patchOf({ newId }: Work, fresh: FreshClaim, { id: versionId, text }: Article["version"], before: ClaimRecord) {
  const { start, end, kind, wording, speakerName, speakerTitle, viaName, claim } = fresh;
  const place: Place = { versionId, start, end, exact: text.slice(start, end) };
  const nameless = before.facts.map((fact) => ({ ...fact, name: "", title: "" }));
  const facts = factRecords(claim.facts, versionId, nameless, newId);
  const { score, reasons, features } = claim;
  return { place, kind, wording, speakerName, speakerTitle, viaName, facts, score, reasons, features };
}

/** Show a suggestion: what stands, what is read now, and which facts differ. `text` is the version's. */
export function suggestionView({ key, what, kept, fresh }: KeyedSuggestion, text: string): SuggestionView {
  return {
    key,
    what,
    claim: kept && { id: kept.id, number: kept.number },
    before: kept && readingView(kept, text),
    after: fresh && readingView(fresh, text),
    facts: kept && fresh ? factChanges(kept.facts, fresh.facts) : [],
  };
}

function readingView(reading: ClaimReading, text: string): ReadingView {
  const { start, end, wording, kind } = reading;
  return { exact: text.slice(start, end), wording, kind, speaker: speakerWords(reading) };
}
