import { moveContacts } from "@/lib/contacts/store";
import { cutsCharacter, fitSpan } from "@/lib/core/anchoring/fit-span";
import { scored } from "@/lib/core/extraction/kept-features";
import type { Weights } from "@/lib/core/extraction/weights";
import { whole } from "@/lib/core/text/context";
import { contains, type Span } from "@/lib/core/text/span";
import { moveObjections } from "@/lib/objections/store";
import type { Done } from "@/lib/platform/command";
import { notFound, Refusal } from "@/lib/platform/refusal";
import {
  type Amended,
  amend,
  correct,
  done,
  given,
  mergeEdit,
  requireClaim,
  requireFresh,
  step,
  unchanged,
  type Work,
} from "./amending";
import type { ClaimRecord, FactRecord, Place } from "./claim-record";
import { changeOf } from "./ledger-data";
import { type ClaimChanged, type ClaimFields, LIMITS } from "./schema";
import { holdWeights, readWeights } from "./score-store";
import { factRecords, readSpan, type SpanReading, sameFact } from "./span-reading";
import * as store from "./store";

type Article = NonNullable<Awaited<ReturnType<typeof store.findText>>>;

/** Load an article with its current text; refuse when the actor saw an older one. */
async function requireText({ tx, actor }: Work, articleId: string, versionId: string): Promise<Article> {
  const article = await store.findText(tx, actor.newsroomId, articleId);
  if (!article) throw notFound("article");
  if (article.version.id !== versionId) {
    throw new Refusal("not_now", "This place is not in the current text of the article. Reload it and choose again.");
  }
  return article;
}

function requirePlace({ version }: Article, wanted: Span): Place {
  const fitted = fitSpan(version.text, wanted);
  if (!fitted.ok) throw new Refusal("invalid", fitted.why);
  const { start, end } = fitted.span;
  return { versionId: version.id, start, end, exact: version.text.slice(start, end) };
}

/** Return the words of a place as a claim's wording: on one line, cut where they are too long. */
export function wordingOf(exact: string): string {
  const words = exact.replace(/\s+/gu, " ").trim();
  return words.length <= LIMITS.wording ? words : `${words.slice(0, whole(words, LIMITS.wording - 2))}…`;
}

/** Read a place anew, and score it under the newsroom's weights. A last name that other claims of the text give in full keeps its full name. */
async function read(
  work: Work,
  { version, publishedOn }: Article,
  place: Place,
  known: readonly FactRecord[],
  weights?: Weights,
) {
  const reading = readSpan(version.text, place, publishedOn);
  const facts = factRecords(reading.facts, version.id, known, work.newId);
  const nameless = facts.filter(({ type, name }) => name === "" && NAMED.has(type)).map(({ text }) => text);
  const full = nameless.length === 0 ? [] : await store.findFullNames(work.tx, version.id, nameless);
  const named = facts.map((fact) => {
    const found = full.find(({ type, text }) => fact.name === "" && type === fact.type && text === fact.text);
    return found ? { ...fact, name: found.name, title: found.title } : fact;
  });
  return {
    ...reading,
    facts: named,
    ...scored(reading.features, weights ?? (await readWeights(work.tx, work.actor.newsroomId))),
  };
}
const NAMED: ReadonlySet<string> = new Set(["person", "organisation"]);

// ---------------------------------------------------------------- mark

interface Mark extends Span, Pick<ClaimFields, "wording" | "kind" | "speakerName" | "speakerTitle"> {
  readonly articleId: string;
  readonly versionId: string;
}

/** Mark a new claim in the current text. It is open at once, for a person chose it; its facts and score are read by the engine. */
export async function mark(work: Work, { articleId, versionId, ...input }: Mark): Promise<Done<ClaimChanged>> {
  // Held, so that weights saved meanwhile find the new claim or are those it is scored by.
  const weights = await holdWeights(work.tx, work.actor.newsroomId);
  // Locks the article, so that no new version comes in between the place and the claim.
  const number = await store.nextNumber(work.tx, articleId);
  const article = await requireText(work, articleId, versionId);
  const place = requirePlace(article, input);
  const { facts, ...reading } = await read(work, article, place, [], weights);
  const claim: ClaimRecord = {
    ...blank(work, articleId, number),
    ...spoken(input, reading.speaker),
    kind: input.kind,
    wording: input.wording || wordingOf(place.exact),
    score: reading.score,
    reasons: reading.reasons,
    features: reading.features,
    place,
    facts,
  };
  return done(work, [await add(work, claim, article.version.text)]);
}

/** Who says it: as the person wrote it, else as the text around it says. */
function spoken(
  { speakerName, speakerTitle }: Mark | Omit<Mark, "articleId" | "versionId">,
  found: SpanReading["speaker"],
) {
  if (speakerName !== "" || speakerTitle !== "" || !found) return { speakerName, speakerTitle };
  return { speakerName: found.name.slice(0, LIMITS.name), speakerTitle: (found.title ?? "").slice(0, LIMITS.name) };
}

/** Make the record of a claim marked by a person, before anything is known of it. */
export function blank({ actor, newId }: Work, articleId: string, number: number): ClaimRecord {
  return {
    id: newId(),
    newsroomId: actor.newsroomId,
    articleId,
    number,
    rev: 1,
    origin: "person",
    state: "open",
    kind: "statement",
    wording: "",
    speakerName: "",
    speakerTitle: "",
    viaName: "",
    speakerUrl: "",
    score: 0,
    reasons: [],
    features: null,
    assigneeId: null,
    priority: 0,
    dueOn: null,
    asOf: null,
    expiresOn: null,
    verdict: null,
    explanation: "",
    authorsWordReason: "",
    verdictById: null,
    verdictAt: null,
    dismissReason: null,
    stateNote: "",
    removed: false,
    place: null,
    facts: [],
    notes: [],
    signOffId: null,
    openObjections: 0,
  };
}

/** Add a claim. For the ledger it was not there before, so undoing takes it away. */
export async function add(work: Work, claim: ClaimRecord, text: string): Promise<Amended> {
  const { tx, actor, now, newId } = work;
  await store.createClaim(tx, claim, text, { createdById: actor.userId, now, newId });
  const nothing = { ...blank(work, claim.articleId, claim.number), rev: 0, removed: true };
  const { before, ...change } = changeOf(nothing, claim);
  return { claim, change: { ...change, before: { removed: true } }, voided: "" };
}

// ---------------------------------------------------------------- change

type Editable = { readonly [K in keyof ClaimFields]: string };
type Fields = { readonly [K in keyof ClaimFields]?: ClaimFields[K] | undefined };

/** Change some fields of a claim; fields that others changed meanwhile merge unless they are the same ones. */
export async function change(
  work: Work,
  { claimId, rev, base, ...input }: Fields & { readonly claimId: string; readonly rev: number; readonly base: Fields },
): Promise<Done<ClaimChanged>> {
  const claim = await requireClaim(work, claimId);
  const { wording, kind, speakerName, speakerTitle, viaName, speakerUrl } = claim;
  const theirs: Editable = { wording, kind, speakerName, speakerTitle, viaName, speakerUrl };
  const edit = { rev, base: given<Editable>(base), mine: given<Editable>(input), theirs };
  const changes = await mergeEdit(work, claim, edit);
  if (Object.keys(changes).length === 0) return unchanged(claim);
  const why = `${named(changes)} changed by ${work.actor.name}`;
  const patch = await correct(work, claim, changes, why);
  return done(work, [await amend(work, claim, patch, { why })]);
}

function named(changes: Partial<Editable>): string {
  if ("wording" in changes) return "Wording";
  if ("speakerName" in changes || "speakerTitle" in changes || "viaName" in changes) return "Speaker";
  return "kind" in changes ? "Kind" : "Speaker's page";
}

// ---------------------------------------------------------------- respan

interface Move extends Span {
  readonly claimId: string;
  readonly rev: number;
  readonly versionId: string;
}

/** Move a claim's place. Its facts are read again, ticks of the same words stay; a wording that was the old words follows. */
export async function respan(work: Work, { claimId, rev, versionId, ...wanted }: Move): Promise<Done<ClaimChanged>> {
  const claim = await requireClaim(work, claimId);
  const article = await requireText(work, claim.articleId, versionId);
  const place = requirePlace(article, wanted);
  const same =
    claim.place?.versionId === versionId && claim.place.start === place.start && claim.place.end === place.end;
  if (same) return unchanged(claim);
  await requireFresh(work, claim, rev);
  const { facts, score, reasons, features } = await read(work, article, place, claim.facts);
  const followed = claim.place !== null && claim.wording === wordingOf(claim.place.exact);
  const wording = followed ? wordingOf(place.exact) : claim.wording;
  const why = `Place in the text changed by ${work.actor.name}`;
  const patch = await correct(work, claim, { place, facts, score, reasons, features, wording }, why);
  return done(work, [await amend(work, claim, patch, { why, text: article.version.text })]);
}

// ---------------------------------------------------------------- split

/** The claim after a split, with the new one. */
export interface ClaimSplit extends ClaimChanged {
  readonly newClaimId: string;
}

interface Cut {
  readonly claimId: string;
  readonly rev: number;
  readonly versionId: string;
  readonly at: number;
}

/** Cut a claim in two. The first keeps its number and the work done; each has the facts in its part. */
export async function split(work: Work, { claimId, rev, versionId, at }: Cut): Promise<Done<ClaimSplit>> {
  const claim = await requireClaim(work, claimId);
  await requireFresh(work, claim, rev);
  const article = await requireText(work, claim.articleId, versionId);
  const { text } = article.version;
  const { place } = claim;
  if (place?.versionId !== versionId || at <= place.start || at >= place.end || cutsCharacter(text, at)) {
    throw new Refusal("invalid", "Choose a point inside the claim, between two characters.");
  }
  const left = requirePlace(article, { start: place.start, end: at });
  const right = requirePlace(article, { start: at, end: place.end });
  const why = `Split by ${work.actor.name}`;
  const patch = await correct(work, claim, { ...part(left), facts: within(claim, left) }, why);
  const first = await amend(work, claim, patch, { why, text });
  const number = await store.nextNumber(work.tx, claim.articleId);
  const second: ClaimRecord = {
    ...blank(work, claim.articleId, number),
    ...spokenBy(claim),
    ...part(right),
    state: claim.state === "detected" ? "detected" : "open",
    facts: within(claim, right).map((fact) => ({ ...fact, id: work.newId() })),
  };
  const { output, entry } = await done(work, [first, await add(work, second, text)]);
  return { output: { ...output, newClaimId: second.id }, entry };
}

const part = (place: Place) => ({ place, wording: wordingOf(place.exact) });
const within = ({ facts }: ClaimRecord, place: Span): FactRecord[] => facts.filter((fact) => contains(place, fact));

function spokenBy(claim: ClaimRecord) {
  const { kind, speakerName, speakerTitle, viaName, speakerUrl, assigneeId, priority, dueOn, asOf, expiresOn } = claim;
  const { score, reasons, features } = claim;
  const said = { kind, speakerName, speakerTitle, viaName, speakerUrl };
  return { ...said, score, reasons, features, assigneeId, priority, dueOn, asOf, expiresOn };
}

// ---------------------------------------------------------------- merge

/** Join claims of one article. The first stays, covers all of them and takes their notes; the others go, their history stays. */
export async function merge(
  work: Work,
  { claimIds }: { readonly claimIds: readonly string[] },
): Promise<Done<ClaimChanged>> {
  const claims = await requireClaims(work, [...new Set(claimIds)]);
  const [first, ...others] = claims;
  if (!first || others.length === 0) throw new Refusal("invalid", "Choose at least two claims.");
  const { articleId } = first;
  if (claims.some((claim) => claim.articleId !== articleId)) {
    throw new Refusal("invalid", "Only claims of one article can be merged.");
  }
  const article = await store.findText(work.tx, work.actor.newsroomId, articleId);
  if (!article) throw notFound("article");
  const place = requirePlace(article, hull(claims, article.version.id));
  for (const claim of others) await step(work, "correct", claim);
  const why = `Merged by ${work.actor.name}`;
  const union = { place, wording: joined(claims), facts: await unite(work, article, place, claims) };
  const patch = await withNotes(work, first, others, await correct(work, first, union, why));
  const kept = await amend(work, first, patch, { why, text: article.version.text });
  const gone: Amended[] = [];
  for (const claim of others) {
    const into = { removed: true, notes: [] };
    gone.push(await amend(work, claim, into, { why: `Merged into claim ${first.number} by ${work.actor.name}` }));
  }
  const moved = await moveBeside(work, first.id, others);
  return done(work, [kept, ...gone], { merged: claims.map(({ number }) => number), ...moved });
}

/** Hand what stands beside the others, whom was asked and what was objected, to the claim that stays; undo reads where it came from. */
async function moveBeside({ tx }: Work, to: string, others: readonly ClaimRecord[]) {
  const from = others.map(({ id }) => id);
  const contacts = await moveContacts(tx, from, to);
  const objections = await moveObjections(tx, from, to);
  if (contacts.length + objections.length === 0) return {};
  const pairs = (rows: typeof contacts) => rows.map(({ id, claimId }) => [id, claimId]);
  return { moved: { contacts: pairs(contacts), objections: pairs(objections) } };
}

async function requireClaims({ tx, actor }: Work, ids: readonly string[]): Promise<ClaimRecord[]> {
  const claims = await store.lockClaims(tx, actor.newsroomId, ids);
  if (claims.length < ids.length) throw notFound("claim");
  const gone = claims.find(({ removed }) => removed);
  if (gone) throw new Refusal("not_now", `Claim ${gone.number} was taken away by a merge, a split or an undo.`);
  return claims;
}

/** The stretch from the first word of any claim to the last. */
function hull(claims: readonly ClaimRecord[], versionId: string): Span {
  const places = claims.flatMap(({ place }) => (place?.versionId === versionId ? [place] : []));
  if (places.length < claims.length) {
    throw new Refusal("not_now", "One of these claims has no place in the current text. Give it one first.");
  }
  return { start: Math.min(...places.map(({ start }) => start)), end: Math.max(...places.map(({ end }) => end)) };
}

/** The wordings in the order of the text, each once; one that another contains is left out. */
function joined(claims: readonly ClaimRecord[]): string {
  const inOrder = [...claims]
    .sort((a, b) => (a.place?.start ?? 0) - (b.place?.start ?? 0))
    .map(({ wording }) => wording);
  const distinct = inOrder.filter(
    (wording, i) => !inOrder.some((other, j) => j !== i && other.includes(wording) && (other !== wording || j < i)),
  );
  return wordingOf(distinct.join(" "));
}

async function unite(
  work: Work,
  article: Article,
  place: Place,
  claims: readonly ClaimRecord[],
): Promise<FactRecord[]> {
  const [first, ...others] = claims.map(({ facts }) => facts);
  // Ids stay with the claim that keeps them; the facts of the others come along under ids of their own.
  const known = [...(first ?? []), ...others.flat().map((fact) => ({ ...fact, id: work.newId() }))];
  const { facts } = await read(work, article, place, known);
  const missed = known.filter((fact, i) => ![...facts, ...known.slice(0, i)].some((other) => sameFact(other, fact)));
  return [...facts, ...missed].sort((a, b) => a.start - b.start || b.end - a.end);
}

/** Take over the notes of the others: the work on them goes on in the claim that stays. */
async function withNotes(work: Work, first: ClaimRecord, others: readonly ClaimRecord[], patch: Partial<ClaimRecord>) {
  const moved = others.flatMap(({ notes }) => notes);
  if (moved.length === 0) return patch;
  const { next } = await step(work, "note", { ...first, state: patch.state ?? first.state });
  return { ...patch, state: patch.state === "reopened" ? "reopened" : next, notes: [...first.notes, ...moved] };
}
