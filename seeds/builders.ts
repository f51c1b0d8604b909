import { createArticle, createVersion } from "@/lib/articles/store";
import { type ClaimRecord, contentHash, type NoteRecord } from "@/lib/claims/claim-record";
import { createClaim, createNote, createSignOff } from "@/lib/claims/store";
import type { Role } from "@/lib/core/policy/policy";
import { SIGNED_FORMAT } from "@/lib/core/workflow/sign-off";
import { SCALE_PRESETS, type VerdictScale } from "@/lib/core/workflow/verdict-scale";
import { createMembership, createNewsroom, createUser, saveNewsroom } from "@/lib/people/store";
import { type Actor, findActor } from "@/lib/platform/actor";
import type { Tx } from "@/lib/platform/db";
import { newId, newSalt, sha256 } from "@/lib/platform/random";
import { createSource, type SourceFields } from "@/lib/sources/store";

/** Put a newsroom into an empty place, without members. */
export async function buildNewsroom(
  tx: Tx,
  {
    name = "The Harbour Desk",
    fourEyes = true,
    scale = SCALE_PRESETS.magazine,
  }: { name?: string; fourEyes?: boolean; scale?: VerdictScale } = {},
): Promise<string> {
  const id = newId();
  await createNewsroom(tx, { id, name, verdictScale: scale, now: new Date() });
  if (!fourEyes) await saveNewsroom(tx, id, 1, { fourEyes });
  return id;
}

/** Add a member who can act but not sign in: their password hash fits no password. */
export async function buildMember(tx: Tx, newsroomId: string, role: Role, name = `The ${role}`): Promise<Actor> {
  const id = newId();
  const now = new Date();
  await createUser(tx, { id, email: `${id}@example.org`, name, passwordHash: "none", now });
  await createMembership(tx, { id: newId(), newsroomId, userId: id, role, now });
  const actor = await findActor(tx, id);
  if (!actor) throw new Error("A member was built but is not there.");
  return actor;
}

/** An article with one version, and its text at hand. */
export interface BuiltArticle {
  readonly id: string;
  readonly newsroomId: string;
  readonly versionId: string;
  readonly text: string;
}

/** Add an article with `text` as version 1, without reading claims from it. */
export async function buildArticle(
  tx: Tx,
  actor: Actor,
  text: string,
  { title = "The bridge", publishedOn = "2017-03-22" }: { title?: string; publishedOn?: string } = {},
): Promise<BuiltArticle> {
  const [id, versionId] = [newId(), newId()];
  const { newsroomId } = actor;
  const mine = { createdById: actor.userId, createdAt: new Date() };
  const details = { title, byline: "", publisher: "", url: "", publishedOn, language: "en" };
  await createArticle(tx, { id, newsroomId, ...details, ...mine });
  const words = text.split(/\s+/u).length;
  await createVersion(tx, { id: versionId, articleId: id, number: 1, text, sha256: sha256(text), words, ...mine });
  return { id, newsroomId, versionId, text };
}

const BLANK = {
  rev: 1,
  state: "detected",
  origin: "machine",
  kind: "statement",
  speakerName: "",
  speakerTitle: "",
  viaName: "",
  speakerUrl: "",
  score: 0.5,
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
  facts: [],
  notes: [],
  signOffId: null,
  openObjections: 0,
} as const satisfies Partial<ClaimRecord>;

/** Add a claim on the first occurrence of `words` in the article; `more` sets any field. */
export async function buildClaim(
  tx: Tx,
  actor: Actor,
  article: BuiltArticle,
  words: string,
  { number = 1, ...more }: Partial<ClaimRecord> = {},
): Promise<ClaimRecord> {
  const start = article.text.indexOf(words);
  if (start < 0) throw new Error(`The article does not say “${words}”.`);
  const claim: ClaimRecord = {
    ...BLANK,
    id: newId(),
    newsroomId: article.newsroomId,
    articleId: article.id,
    number,
    wording: words,
    place: { versionId: article.versionId, start, end: start + words.length, exact: words },
    ...more,
  };
  await createClaim(tx, claim, article.text, { createdById: actor.userId, now: new Date(), newId });
  return claim;
}

/** Add a source. */
export async function buildSource(tx: Tx, actor: Actor, fields: Partial<SourceFields> = {}): Promise<string> {
  const id = newId();
  const plain: SourceFields = {
    title: "Budget report 2016",
    medium: "document",
    kind: "primary",
    publisher: "City Hall",
    url: "",
    date: "2016-12-01",
    author: "",
    language: "",
    reliability: "",
    confidentiality: "open",
  };
  const { newsroomId, userId: createdById } = actor;
  await createSource(tx, { ...plain, ...fields, id, newsroomId, createdById }, new Date());
  return id;
}

/** Add a note by `actor` on a source, on a claim; the claim's rev stays. */
export async function buildNote(
  tx: Tx,
  actor: Actor,
  claimId: string,
  { sourceId, ...more }: Partial<NoteRecord> = {},
): Promise<NoteRecord> {
  const note: NoteRecord = {
    id: newId(),
    rev: 1,
    claimId,
    sourceId: sourceId ?? (await buildSource(tx, actor)),
    authorId: actor.userId,
    salt: newSalt(),
    stance: "supports",
    quote: "Three million dollars were spent.",
    locator: "p. 12",
    note: "The budget says so.",
    consultedOn: "2017-03-23",
    ...more,
  };
  await createNote(tx, note, new Date());
  return note;
}

/** Add a claim in review: with a note and a verdict, both by `proposer`. */
export async function buildClaimInReview(
  tx: Tx,
  proposer: Actor,
  article: BuiltArticle,
  words: string,
  more: Partial<ClaimRecord> = {},
): Promise<ClaimRecord> {
  const verdict = { verdict: "confirmed", explanation: "The budget bears it out." };
  const proposed = { verdictById: proposer.userId, verdictAt: new Date().toISOString() };
  const claim = await buildClaim(tx, proposer, article, words, {
    state: "in_review",
    ...verdict,
    ...proposed,
    ...more,
  });
  const note = await buildNote(tx, proposer, claim.id);
  return { ...claim, notes: [note] };
}

/** Add a verified claim: proposed by one person, signed off by another. */
export async function buildVerifiedClaim(
  tx: Tx,
  { proposer, signer }: { readonly proposer: Actor; readonly signer: Actor },
  article: BuiltArticle,
  words: string,
  more: Partial<ClaimRecord> = {},
): Promise<ClaimRecord> {
  const claim = await buildClaimInReview(tx, proposer, article, words, { state: "verified", ...more });
  const id = newId();
  const signed = { id, claimId: claim.id, versionId: article.versionId, byId: signer.userId, at: new Date() };
  await createSignOff(tx, {
    ...signed,
    hash: contentHash(claim),
    format: SIGNED_FORMAT,
    override: false,
    overrideReason: "",
    sourcingReason: "",
  });
  return { ...claim, signOffId: id };
}
