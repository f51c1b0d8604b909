import { createClaims, createVersion, holdArticle } from "@/lib/articles/store";
import { wordingOf } from "@/lib/claims/corrections";
import { asJson, type ClaimChange } from "@/lib/claims/ledger-data";
import { holdWeights } from "@/lib/claims/score-store";
import { grouped } from "@/lib/claims/selections";
import { sentenceFeatures } from "@/lib/core/extraction/checkworthiness";
import { keepFeatures, scored, type WeighedClaim, weighClaims } from "@/lib/core/extraction/kept-features";
import type { Fact } from "@/lib/core/extraction/types";
import type { Weights } from "@/lib/core/extraction/weights";
import { context } from "@/lib/core/text/context";
import { countWords } from "@/lib/core/text/count-words";
import { normaliseText } from "@/lib/core/text/normalise";
import { contains, type Span } from "@/lib/core/text/span";
import { keepFacts } from "@/lib/coverage/store";
import type { Actor } from "@/lib/platform/actor";
import type { Context, Done, Progress } from "@/lib/platform/command";
import { db, type Tx } from "@/lib/platform/db";
import { sha256 } from "@/lib/platform/random";
import type { Found } from "@/lib/platform/read-text";
import { readClaims, relocateBeside } from "@/lib/platform/reader";
import { notFound, Refusal } from "@/lib/platform/refusal";
import {
  type Followed,
  type FoundPlaces,
  followWording,
  foundPlaces,
  lookUp,
  type Plan,
  type Planned,
  planRevision,
} from "./plan";
import * as store from "./store";

/** A text as it comes in for an article, written over the version `base`. */
export interface Incoming {
  readonly articleId: string;
  readonly base: string;
  readonly text: string;
}

/** What was read of both texts before the transaction opens. */
export interface Read {
  readonly text: string;
  readonly before: Found;
  readonly after: Found;
  /** Where the claims of this moment stand in the new text; a claim that moves until the transaction is looked for there. */
  readonly followed: Followed;
}

/** Read the current and the new text of an article; refuse a text that is the current one, or that was written over an older one. */
export async function readBoth(
  { newsroomId }: Actor,
  { articleId, base, text: raw }: Incoming,
  report: (progress: Progress) => void = () => undefined,
): Promise<Read> {
  const article = await requireArticle(db(), newsroomId, articleId, base);
  const text = normaliseText(raw);
  const { number, text: current } = article.version;
  if (text === current) {
    const why = `This is word for word the text of version ${number}. Nothing would change.`;
    throw new Refusal("invalid", why, { fields: { text: why } });
  }
  const options = article.publishedOn ? { date: article.publishedOn } : {};
  report({ share: 0, words: `Reading version ${number}` });
  const before = await readClaims(current, options);
  report({ share: 0.3, words: "Reading the new text" });
  const after = await readClaims(text, options);
  report({ share: 0.6, words: "Following the claims" });
  return { text, before, after, followed: await follow(article, text, after) };
}

/** Find the places of claims and of dismissed facts in the new text, and the new text's claims in the current one, without holding anything up. */
async function follow({ id, newsroomId, version }: store.Article, text: string, after: Found): Promise<Followed> {
  const rows = await store.listStanding(db(), newsroomId, id);
  const dismissed = await store.listDismissed(db(), version.id);
  const forward = new Map<string, FoundPlaces>();
  for (const [versionId, oldText] of await textsOf(db(), version, rows)) {
    const here: Span[] = [...rows, ...dismissed].filter((row) => row.versionId === versionId);
    forward.set(versionId, foundPlaces(here, await relocateBeside(oldText, text, here)));
  }
  return { forward, back: foundPlaces(after.claims, await relocateBeside(text, version.text, after.claims)) };
}

/** Read the texts in which claims had their last places; the current one is always among them, and first. */
async function textsOf(
  tx: Tx,
  version: Version,
  rows: readonly store.StandingRow[],
): Promise<ReadonlyMap<string, string>> {
  const older = [...new Set(rows.map(({ versionId }) => versionId))].filter((id) => id !== version.id);
  return new Map([[version.id, version.text], ...(await store.findTexts(tx, older))]);
}

/** Load an article with its current version; refuse when that is no longer `base`. */
export async function requireArticle(
  tx: Tx,
  newsroomId: string,
  articleId: string,
  base: string,
): Promise<store.Article> {
  const article = await store.findArticle(tx, newsroomId, articleId);
  if (!article) throw notFound("article");
  if (article.version.id === base) return article;
  throw new Refusal(
    "conflict",
    `Version ${article.version.number} came in meanwhile. Your text is kept: compare it with that version, then save it.`,
  );
}

/** Say what a text does to an article's claims as they stand now. */
export async function plan(tx: Tx, article: store.Article, read: Read, weights: Weights): Promise<Plan> {
  const { id: articleId, newsroomId, version } = article;
  const rows = await store.listStanding(tx, newsroomId, articleId);
  return planRevision({
    base: version,
    texts: await textsOf(tx, version, rows),
    text: read.text,
    rows,
    before: read.before.claims,
    after: weighClaims(read.after, weights),
    rewordedKeepsSignOff: article.newsroom.rewordedKeepsSignOff,
    followed: read.followed,
  });
}

/** What a stored version did. */
export interface Revision {
  readonly articleId: string;
  readonly versionId: string;
  readonly versionNumber: number;
  /** Claims whose sign-off fell or that stand elsewhere now. */
  readonly reopened: number;
  /** Claims found in new sentences. */
  readonly added: number;
}

/** Store a new version with everything it does to the claims, in the transaction of `work`. */
export async function storeRevision(
  work: Context<Actor>,
  incoming: Incoming & { readonly note: string },
  read: Read,
): Promise<Done<Revision>> {
  const { tx, actor, now, newId } = work;
  const { newsroomId } = actor;
  const { articleId, note } = incoming;
  const { article, weights, planned } = await lockAndPlan(work, incoming, read);
  const version = {
    id: newId(),
    articleId,
    number: article.version.number + 1,
    text: read.text,
    sha256: sha256(read.text),
    words: countWords(read.text),
    note,
    createdById: actor.userId,
    createdAt: now,
  };
  await createVersion(tx, version);
  await store.createPlaces(tx, await placesOf(work, article, planned.claims, read, version));
  const moved = await saveChanged(work, planned.claims, version, weights);
  const firstNumber = await store.nextNumber(tx, articleId);
  const onStored = () => undefined;
  const target = { newsroomId, articleId, versionId: version.id, text: read.text, firstNumber, now, newId, onStored };
  const ids = await createClaims(tx, planned.added, target);
  await carryDismissed(work, article.version, version, read.followed);
  await keepFacts(tx, version.id, article.publishedOn !== null, read.after.factSentences);
  await store.touchArticle(tx, articleId, now);
  const { number, sha256: hash, words } = version;
  const added = ids.length;
  const changes = [...moved.changes, ...ids.map((claimId, n) => newChange(claimId, firstNumber + n))];
  const claims = changes.map(({ claimId }) => claimId);
  const counts = { ...countOutcomes(planned.claims), added, voided: moved.voided };
  const data = asJson({ version: number, sha256: hash, words, note, counts, claims, changes });
  return {
    output: { articleId, versionId: version.id, versionNumber: number, reopened: moved.reopened, added },
    entry: { newsroomId, articleId, subject: articleId, data },
  };
}

/** Keep everybody else from the article and its claims, and plan on what stands then. */
async function lockAndPlan({ tx, actor }: Context<Actor>, { articleId, base }: Incoming, read: Read) {
  const { newsroomId } = actor;
  // In the order in which every command locks: the newsroom's weights, the claims, the article.
  const weights = await holdWeights(tx, newsroomId);
  const locked = await store.lockStanding(tx, newsroomId, articleId);
  await holdArticle(tx, newsroomId, articleId);
  const article = await requireArticle(tx, newsroomId, articleId, base);
  if ((await store.countStanding(tx, newsroomId, articleId)) !== locked) {
    throw new Refusal("conflict", "Somebody marked a claim at this moment. Nothing was stored; save once more.");
  }
  return { article, weights, planned: await plan(tx, article, read, weights) };
}

/** Save what the new version changed of the claims, and void the sign-offs that fall with it. */
async function saveChanged(
  { tx, now }: Context<Actor>,
  claims: readonly Planned[],
  version: Version,
  weights: Weights,
) {
  const changed = claims.filter(({ outcome }) => outcome !== "exact" && outcome !== "moved");
  const patches = changed.map((one) => patchOf(one, version, weights));
  await store.saveClaims(tx, patches, now);
  const voids = changed
    .filter(({ signOff }) => signOff === "void")
    .map((one) => ({ claimId: one.row.id, reason: inVersion(one, version.number) }));
  await store.voidSignOffs(tx, voids, now);
  return {
    changes: changed.map((one, n) => changeOf(one, patches[n], version)),
    reopened: changed.filter(isReopened).length,
    voided: voids.length,
  };
}

/** Whether a claim stands elsewhere than before, or its sign-off fell. */
function isReopened({ signOff, next, row }: Planned): boolean {
  return signOff === "void" || (next !== null && next !== row.state);
}

/** Count claims by what becomes of them. */
export function countOutcomes(claims: readonly Pick<Planned, "outcome">[]): Record<Planned["outcome"], number> {
  const counts = { exact: 0, moved: 0, reworded: 0, "value-changed": 0, ambiguous: 0, lost: 0 };
  for (const { outcome } of claims) counts[outcome]++;
  return counts;
}

const inVersion = ({ reason }: Planned, number: number): string => `${reason} in version ${number}`;

type Version = Pick<Parameters<typeof createVersion>[1], "id" | "number" | "text">;

// ---------------------------------------------------------------- places and facts

async function placesOf(
  { tx, newId }: Context<Actor>,
  article: store.Article,
  claims: readonly Planned[],
  { after }: Read,
  { id: versionId, text }: Version,
) {
  const from = [...new Set(claims.map(({ row }) => row.versionId))];
  const known = grouped(
    await store.listFacts(tx, article.id, from),
    ({ claimId, versionId: at }) => `${claimId} ${at}`,
  );
  const factsIn = factFinder(after.facts);
  const placed = claims.flatMap((one) => (one.place && one.next !== null ? [{ ...one, place: one.place }] : []));
  const facts = placed.flatMap(({ row, place, outcome }) => {
    const old = known.get(`${row.id} ${row.versionId}`) ?? [];
    const kept = outcome === "exact" || outcome === "moved";
    const rows = kept ? shifted(old, place.start - row.start) : readAnew(factsIn(place), old);
    return rows.map((fact) => ({ ...fact, id: newId(), claimId: row.id, versionId }));
  });
  return {
    anchors: placed.map(({ row, place }) => ({
      id: newId(),
      claimId: row.id,
      versionId,
      start: place.start,
      end: place.end,
      ...context(text, place),
    })),
    facts,
    fates: claims
      .filter(({ outcome }) => outcome !== "exact" && outcome !== "moved")
      .map(({ row, outcome, changes, signOff }) => {
        return { claimId: row.id, versionId, outcome, changes, glance: signOff === "glance" };
      }),
  };
}

type Kept = Omit<store.FactRow, "claimId" | "versionId">;

const shifted = (facts: readonly store.FactRow[], by: number): Kept[] =>
  facts.map(({ claimId, versionId, ...fact }) => ({ ...fact, start: fact.start + by, end: fact.end + by }));

/** Facts as they are read now; one with the words of a ticked fact keeps its tick. */
function readAnew(facts: readonly Fact[], old: readonly store.FactRow[]): Kept[] {
  const left = [...old];
  return facts.map(({ type, start, end, text, name = "", title = "", value = null }) => {
    const at = left.findIndex((fact) => fact.type === type && fact.text === text);
    const [same] = at < 0 ? [] : left.splice(at, 1);
    const { tickedById = null, tickedAt = null } = same ?? {};
    return { type, start, end, text, name, title, value, tickedById, tickedAt };
  });
}

/** Return a finder of the facts inside a place; `facts` are in the order of the text. */
function factFinder(facts: readonly Fact[]): (place: Span) => Fact[] {
  const inOrder = [...facts].sort((a, b) => a.start - b.start || b.end - a.end);
  return (place) => {
    let [low, high] = [0, inOrder.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((inOrder[middle]?.start ?? 0) < place.start) low = middle + 1;
      else high = middle;
    }
    const found: Fact[] = [];
    for (let n = low; n < inOrder.length; n++) {
      const fact = inOrder[n];
      if (!fact || fact.start >= place.end) break;
      if (contains(place, fact)) found.push(fact);
    }
    return found;
  };
}

// ---------------------------------------------------------------- claims

/** What a changed claim holds from now on. What is signed or waits for a sign-off keeps its wording: it was agreed on. */
function patchOf(one: Planned, { number, text }: Version, weights: Weights): store.ClaimPatch {
  const { row, next, place } = one;
  const { id, state, stateNote, dismissReason, wording, speakerName, speakerTitle } = row;
  const moved = next !== null && next !== state;
  const kept = {
    id,
    state: next ?? state,
    stateNote: moved ? inVersion(one, number) : stateNote,
    dismissReason: moved ? null : dismissReason,
    wording,
    speakerName,
    speakerTitle,
    score: null,
    reasons: null,
    features: null,
    removed: next === null,
  };
  if (place === null || one.signOff === "glance" || (row.state === "in_review" && !moved)) return kept;
  const words = text.slice(place.start, place.end);
  return {
    ...kept,
    ...spokenNow(one),
    ...scoreOf(one.is, words, weights),
    wording: followWording(one, wordingOf(row.exact), wordingOf(words)),
  };
}

/** Who says it now, where the claim's speaker was the one that the engine read. */
function spokenNow({ row, was, is }: Planned): Pick<store.ClaimPatch, "speakerName" | "speakerTitle"> {
  const { speakerName, speakerTitle } = row;
  if (!was || !is || (was.speaker?.name ?? "") !== speakerName) return { speakerName, speakerTitle };
  return { speakerName: is.speaker?.name ?? "", speakerTitle: is.speaker?.title ?? "" };
}

function scoreOf(is: WeighedClaim | null, words: string, weights: Weights) {
  const features = is?.features ?? keepFeatures(sentenceFeatures(words));
  return { ...(is ? { score: is.score, reasons: is.reasons } : scored(features, weights)), features };
}

function changeOf(one: Planned, patch: store.ClaimPatch | undefined, version: Version): ClaimChange {
  const { row, place, next } = one;
  const before = { ...pick(row), removed: false, place: placeIn(row.versionId, row, row.exact) };
  const exact = place ? version.text.slice(place.start, place.end) : "";
  const after = {
    ...pick(patch ?? row),
    removed: next === null,
    place: place && next !== null ? placeIn(version.id, place, exact) : null,
  };
  const keys = (Object.keys(after) as (keyof typeof after)[]).filter(
    (key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]),
  );
  const only = (from: typeof after) => Object.fromEntries(keys.map((key) => [key, from[key]]));
  return {
    claimId: row.id,
    number: row.number,
    rev: { before: row.rev, after: row.rev + 1 },
    before: only(before),
    after: only(after),
  };
}

function pick({
  state,
  stateNote,
  wording,
  speakerName,
  speakerTitle,
  dismissReason,
}: store.ClaimPatch | Planned["row"]) {
  return { state, stateNote, wording, speakerName, speakerTitle, dismissReason };
}

const placeIn = (versionId: string, { start, end }: Span, exact: string) => ({ versionId, start, end, exact });

const newChange = (claimId: string, number: number): ClaimChange => ({
  claimId,
  number,
  rev: { before: 0, after: 1 },
  before: { removed: true },
  after: {},
});

// ---------------------------------------------------------------- dismissed facts

/** What somebody left outside claims stays so where its words say the same. */
async function carryDismissed({ tx, newId }: Context<Actor>, from: Version, to: Version, { forward }: Followed) {
  const rows = await store.listDismissed(tx, from.id);
  if (rows.length === 0) return;
  const found = lookUp(forward.get(from.id), from.text, to.text, rows);
  const kept = rows.flatMap((row, n) => {
    const { outcome, place } = found[n] ?? { outcome: "lost", place: null };
    if (!place || outcome === "value-changed") return [];
    const { start, end } = place;
    return [{ ...row, id: newId(), versionId: to.id, start, end, text: to.text.slice(start, end) }];
  });
  const once = new Map(kept.map((row) => [`${row.start}:${row.end}`, row]));
  await store.createDismissed(tx, [...once.values()]);
}
