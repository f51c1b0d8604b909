import { z } from "zod";
import type {
  ReportContactInput,
  ReportCorrection,
  ReportObjection,
  ReportQuotePlace,
  ReportSnapshot,
  ReportSourcingRule,
} from "@/lib/core/report/evidence";
import { IN_FULL, type ReportOptions } from "@/lib/core/report/options";
import { publishingOf } from "@/lib/core/report/publishing";
import {
  composeReport,
  type Report,
  type ReportClaimInput,
  type ReportHead,
  type ReportInput,
  type ReportNoteInput,
  type ReportSourceInput,
} from "@/lib/core/report/report";
import type { Value } from "@/lib/core/values/value";
import { noteHash, signedHash, signedSpeaker } from "@/lib/core/workflow/sign-off";
import type { VerdictScale } from "@/lib/core/workflow/verdict-scale";
import { readFacts } from "@/lib/coverage/reading";
import { listDismissals as listDismissedFacts } from "@/lib/coverage/store";
import { readMark } from "@/lib/guard/ready-mark";
import * as ledger from "@/lib/ledger/store";
import { type Actor, authorize } from "@/lib/platform/actor";
import { db, type Tx } from "@/lib/platform/db";
import { sha256 } from "@/lib/platform/random";
import { notFound } from "@/lib/platform/refusal";
import * as store from "./store";

/**
 * Load the fact-check report of an article's current version, everything read in one snapshot, its ledger verified; the options say
 * for whom and of which claims. Writes nothing. Not yours and not there are the same answer.
 */
export async function loadReport(actor: Actor, articleId: string, options: ReportOptions = IN_FULL): Promise<Report> {
  authorize(actor, "report.export");
  return composeReport(await loadInput(actor, articleId), options);
}

function loadInput(actor: Actor, articleId: string): Promise<ReportInput> {
  return db().$transaction((tx) => readInput(tx, actor.newsroomId, articleId), {
    isolationLevel: "RepeatableRead",
    timeout: 120_000,
  });
}

async function readInput(tx: Tx, newsroomId: string, articleId: string): Promise<ReportInput> {
  const head = await readHead(tx, newsroomId, articleId);
  const { claims, sources } = await readClaims(tx, head, { newsroomId, after: 0, take: null });
  return { ...head, claims, sources };
}

/** Read everything of a report but its claims and their sources. */
async function readHead(tx: Tx, newsroomId: string, articleId: string): Promise<ReportHead> {
  const article = await store.findArticle(tx, newsroomId, articleId);
  const version = article?.versions[0];
  if (!article || !version) throw notFound("article");
  const dismissedFacts = await listDismissedFacts(tx, version.id);
  const corrections = await store.listCorrections(tx, articleId);
  const people = [...dismissedFacts, ...corrections].map(({ byId }) => byId);
  const name = naming(await store.listNames(tx, new Set(people)));
  const { id, title, byline, publisher, url, publishedOn, language, newsroom } = article;
  const { number, text, words, createdAt } = version;
  return {
    newsroom: { id: newsroom.id, name: newsroom.name },
    article: { id, title, byline, publisher, url, publishedOn, language },
    version: { id: version.id, number, sha256: version.sha256, createdAt: createdAt.toISOString(), words, text },
    ready: readyInput(await readMark(tx, articleId, version)),
    publishing: publishingOf(newsroom.publishing),
    fourEyes: newsroom.fourEyes,
    sourcingRule: sourcingRule.parse(newsroom.sourcingRule),
    scale: newsroom.verdictScale as unknown as VerdictScale,
    facts: await readFacts(tx, { version, publishedOn }),
    dismissedFacts: dismissedFacts.map(({ start, end, text, reason, note, byId, at }) => {
      return { start, end, text, reason, note, by: name(byId), at: at.toISOString() };
    }),
    corrections: corrections.map((correction) => correctionInput(correction, name)),
    ledger: await readLedger(tx, articleId, createdAt),
  };
}

/** What the settings keep of the newsroom's rule; whatever else stands there asks nothing. */
const sourcingRule: z.ZodType<ReportSourcingRule | null> = z
  .object({ primary: z.int().nullish().default(null), independent: z.int().nullish().default(null) })
  .transform(({ primary = null, independent = null }) => ({ primary, independent }))
  .nullable()
  .catch(null);

function correctionInput(correction: store.CorrectionRecord, name: Naming): ReportCorrection {
  const { id, claimNumber, field, before, after, why, byId, at } = correction;
  return { id, claimNumber, field, before, after, why, by: name(byId), at: at.toISOString() };
}

interface Batch {
  readonly newsroomId: string;
  /** The number behind which it begins. */
  readonly after: number;
  readonly take: number | null;
}

/** Read claims in the order of their numbers, with the sources they lean on. */
async function readClaims(tx: Tx, { article, version }: ReportHead, batch: Batch) {
  const found = await store.listClaims(tx, { ...batch, articleId: article.id, versionId: version.id });
  const dismissals = await store.listDismissals(tx, ledger.articleChain(article.id));
  const sources = new Map(found.flatMap(({ notes }) => notes.map(({ source }) => [source.id, source])));
  const snapshots = await store.listSnapshots(tx, [...sources.keys()]);
  const places = await store.listQuotePlaces(
    tx,
    [...snapshots.values()].map(({ id }) => id),
    found.flatMap(({ notes }) => notes.map(({ id }) => id)),
  );
  const name = naming(await store.listNames(tx, new Set(found.flatMap(peopleOf))));
  return {
    claims: found.map((claim) =>
      claimInput(claim, version.id, name, { dismissed: dismissals.get(claim.id) ?? null, places }),
    ),
    sources: [...sources.values()].map((source) => sourceInput(source, snapshots.get(source.id) ?? null)),
  };
}

function readyInput(mark: Awaited<ReturnType<typeof readMark>>): Report["ready"] {
  if (!mark) return null;
  const { version, fingerprint, by, at, undecided, stands, why } = mark;
  return { version, fingerprint, by, at, undecided, stands, why };
}

async function readLedger(tx: Tx, articleId: string, fallback: Date) {
  const chain = ledger.articleChain(articleId);
  const head = await ledger.readHead(tx, chain);
  const at = (await store.lastEntryAt(tx, chain)) ?? fallback;
  return { chain, ...head, at: at.toISOString(), check: await ledger.verify(tx, chain, head) };
}

type Naming = (id: string) => { readonly id: string; readonly name: string };

function naming(names: ReadonlyMap<string, string>): Naming {
  return (id) => ({ id, name: names.get(id) ?? "Former member" });
}

function peopleOf({ verdictById, notes, facts, signOffs, contacts, objections }: store.ClaimRecord): string[] {
  const ids = [
    verdictById,
    ...notes.map(({ authorId }) => authorId),
    ...facts.map(({ tickedById }) => tickedById),
    ...[...signOffs, ...contacts].map(({ byId }) => byId),
    ...objections.flatMap(({ byId, decidedById }) => [byId, decidedById]),
  ];
  return ids.filter((id) => id !== null);
}

function claimInput(
  claim: store.ClaimRecord,
  versionId: string,
  name: Naming,
  { dismissed, places }: { readonly dismissed: store.Dismissal | null; readonly places: store.QuotePlaces },
): ReportClaimInput {
  const { id, number, state, origin, kind, wording, stateNote, asOf, expiresOn } = claim;
  const { speakerName, speakerTitle, viaName, speakerUrl } = claim;
  const anchor = anchorIn(claim, versionId);
  const named = speakerName !== "" || speakerTitle !== "" || viaName !== "";
  return {
    id,
    number,
    state,
    origin,
    kind,
    wording,
    speaker: named ? { name: speakerName, title: speakerTitle, via: viaName, url: speakerUrl } : null,
    anchor: anchor ? placeOf(anchor) : null,
    facts: claim.facts.map((fact) => factInput(fact, name)),
    notes: claim.notes.map((note) => noteInput(note, name, places.get(note.id) ?? null)),
    independence: null,
    contacts: claim.contacts.map((contact) => contactInput(contact, name)),
    objections: claim.objections.map((objection) => objectionInput(objection, name)),
    asOf,
    expiresOn,
    verdict: verdictInput(claim, name),
    signOff: standingSignOff(claim, name),
    voided: claim.signOffs.flatMap((signOff) => voidedSignOff(signOff, name)),
    dismissal: state === "dismissed" ? dismissal(claim, dismissed) : null,
    stateNote: state === "dismissed" ? "" : stateNote,
  };
}

function placeOf({ start, end, exact, prefix, suffix }: store.ClaimRecord["anchors"][number]) {
  return { start, end, exact, prefix, suffix };
}

function deed(byId: string | null, at: Date | null, name: Naming) {
  return byId === null || at === null ? null : { by: name(byId), at: at.toISOString() };
}

function factInput(fact: store.ClaimRecord["facts"][number], naming: Naming) {
  const { type, start, end, text, name, title, tickedById, tickedAt } = fact;
  const value = fact.value as unknown as Value | null;
  return { type, start, end, text, name, title, value, ticked: deed(tickedById, tickedAt, naming) };
}

function noteInput(
  record: store.ClaimRecord["notes"][number],
  name: Naming,
  place: ReportQuotePlace | null,
): ReportNoteInput {
  const { id, sourceId, stance, quote, locator, note, consultedOn, authorId, salt, rev, createdAt, updatedAt } = record;
  return {
    id,
    sourceId,
    stance,
    quote,
    locator,
    note,
    consultedOn,
    author: name(authorId),
    createdAt: createdAt.toISOString(),
    editedAt: rev > 1 ? updatedAt.toISOString() : null,
    hash: noteHash(record, sha256),
    salt,
    place: quote === "" ? null : place,
    comparison: null,
  };
}

function sourceInput(
  source: store.ClaimRecord["notes"][number]["source"],
  snapshot: ReportSnapshot | null,
): ReportSourceInput {
  const { id, medium, kind, title, author, publisher, url, date, language, reliability, confidentiality } = source;
  return { id, medium, kind, title, author, publisher, url, date, language, reliability, confidentiality, snapshot };
}

function contactInput(contact: store.ClaimRecord["contacts"][number], name: Naming): ReportContactInput {
  const { id, person, role, channel, askedOn, question, deadline, outcome, answer, answeredOn } = contact;
  const { confidentiality, byId } = contact;
  const said = { person, role, channel, askedOn, question, deadline, outcome, answer, answeredOn };
  return { id, ...said, confidentiality, by: name(byId) };
}

function objectionInput(objection: store.ClaimRecord["objections"][number], name: Naming): ReportObjection {
  const { id, words, byId, at, decision, decisionReason, decidedById, decidedAt } = objection;
  const decided = deed(decidedById, decidedAt, name);
  return {
    id,
    words,
    by: name(byId),
    at: at.toISOString(),
    decision: decision === null || decided === null ? null : { decision, reason: decisionReason, ...decided },
  };
}

function verdictInput(
  { verdict, explanation, authorsWordReason, verdictById, verdictAt }: store.ClaimRecord,
  name: Naming,
) {
  return verdict === null
    ? null
    : { id: verdict, explanation, authorsWordReason, proposed: deed(verdictById, verdictAt, name) };
}

type SignOffRecord = store.ClaimRecord["signOffs"][number];

/**
 * The newest sign-off that was not voided, with whether the claim still hashes to what it approved: the words in the article
 * are those of the version it was given on, as a revision that changed no fact in them carries it on.
 */
function standingSignOff(claim: store.ClaimRecord, name: Naming) {
  const signOff = claim.signOffs.filter(({ voidedAt }) => voidedAt === null).at(-1);
  if (!signOff) return null;
  const anchored = anchorIn(claim, signOff.versionId)?.exact ?? "";
  return {
    ...signOffWords(signOff, name),
    anchored,
    intact: signOff.hash === hashOver(claim, anchored, signOff.format),
  };
}

function anchorIn(claim: store.ClaimRecord, versionId: string) {
  return claim.anchors.find((anchor) => anchor.versionId === versionId);
}

function hashOver(claim: store.ClaimRecord, anchored: string, format: number): string {
  const { wording, verdict, explanation, authorsWordReason, notes } = claim;
  const speaker = signedSpeaker(claim);
  return signedHash(
    { wording, anchored, speaker, verdict: verdict ?? "", explanation, authorsWordReason, notes },
    sha256,
    format,
  );
}

function signOffWords(signOff: SignOffRecord, name: Naming) {
  const { byId, at, hash, format, version, override, overrideReason, sourcingReason } = signOff;
  const past = { overrideReason: override ? overrideReason : null, sourcingReason: sourcingReason || null };
  return { by: name(byId), at: at.toISOString(), hash, format, versionNumber: version.number, ...past };
}

function voidedSignOff(signOff: SignOffRecord, name: Naming) {
  const { voidedAt, voidReason } = signOff;
  return voidedAt === null ? [] : [{ ...signOffWords(signOff, name), voidedAt: voidedAt.toISOString(), voidReason }];
}

function dismissal({ dismissReason, stateNote }: store.ClaimRecord, dismissed: store.Dismissal | null) {
  const { by = null, at = null } = dismissed ?? {};
  return { reason: dismissReason ?? "", note: stateNote, by, at };
}
