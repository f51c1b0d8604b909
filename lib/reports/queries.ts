import { composeReport, type Report, type ReportClaimInput, type ReportSourceInput } from "@/lib/core/report/report";
import type { Value } from "@/lib/core/values/value";
import { signedHash, signedSpeaker } from "@/lib/core/workflow/sign-off";
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
 * Load the fact-check report of an article's current version, everything read in one snapshot, its ledger verified.
 * Writes nothing. Not yours and not there are the same answer.
 */
export function loadReport(actor: Actor, articleId: string): Promise<Report> {
  authorize(actor, "report.export");
  return db().$transaction((tx) => readReport(tx, actor.newsroomId, articleId), {
    isolationLevel: "RepeatableRead",
    timeout: 120_000,
  });
}

async function readReport(tx: Tx, newsroomId: string, articleId: string): Promise<Report> {
  const article = await store.findArticle(tx, newsroomId, articleId);
  const version = article?.versions[0];
  if (!article || !version) throw notFound("article");
  const claims = await store.listClaims(tx, newsroomId, articleId, version.id);
  const dismissals = await store.listDismissals(tx, ledger.articleChain(articleId));
  const dismissedFacts = await listDismissedFacts(tx, version.id);
  const people = [...claims.flatMap(peopleOf), ...dismissedFacts.map(({ byId }) => byId)];
  const name = naming(await store.listNames(tx, new Set(people)));
  const { id, title, byline, publisher, url, publishedOn, language, newsroom } = article;
  const { number, text, words, createdAt } = version;
  return composeReport({
    newsroom: { id: newsroom.id, name: newsroom.name },
    article: { id, title, byline, publisher, url, publishedOn, language },
    version: { id: version.id, number, sha256: version.sha256, createdAt: createdAt.toISOString(), words, text },
    ready: readyInput(await readMark(tx, articleId, version)),
    fourEyes: newsroom.fourEyes,
    scale: newsroom.verdictScale as unknown as VerdictScale,
    claims: claims.map((claim) => claimInput(claim, version.id, name, dismissals.get(claim.id) ?? null)),
    facts: await readFacts(tx, { version, publishedOn }),
    dismissedFacts: dismissedFacts.map(({ start, end, text, reason, note, byId, at }) => {
      return { start, end, text, reason, note, by: name(byId), at: at.toISOString() };
    }),
    sources: claims.flatMap((claim) => claim.notes.map(({ source }) => sourceInput(source))),
    ledger: await readLedger(tx, articleId, createdAt),
  });
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

function peopleOf({ verdictById, notes, facts, signOffs }: store.ClaimRecord): string[] {
  const ids = [
    verdictById,
    ...notes.map(({ authorId }) => authorId),
    ...facts.map(({ tickedById }) => tickedById),
    ...signOffs.map(({ byId }) => byId),
  ];
  return ids.filter((id) => id !== null);
}

function claimInput(
  claim: store.ClaimRecord,
  versionId: string,
  name: Naming,
  dismissed: store.Dismissal | null,
): ReportClaimInput {
  const { id, number, state, origin, kind, wording, stateNote, speakerName, speakerTitle, viaName } = claim;
  const anchor = anchorIn(claim, versionId);
  const named = speakerName !== "" || speakerTitle !== "" || viaName !== "";
  return {
    id,
    number,
    state,
    origin,
    kind,
    wording,
    speaker: named ? { name: speakerName, title: speakerTitle, via: viaName } : null,
    anchor: anchor ? placeOf(anchor) : null,
    facts: claim.facts.map((fact) => factInput(fact, name)),
    notes: claim.notes.map((note) => noteInput(note, name)),
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

function noteInput(record: store.ClaimRecord["notes"][number], name: Naming) {
  const { id, sourceId, stance, quote, locator, note, consultedOn, authorId, rev, createdAt, updatedAt } = record;
  const editedAt = rev > 1 ? updatedAt.toISOString() : null;
  const author = name(authorId);
  return {
    id,
    sourceId,
    stance,
    quote,
    locator,
    note,
    consultedOn,
    author,
    createdAt: createdAt.toISOString(),
    editedAt,
  };
}

function sourceInput(source: store.ClaimRecord["notes"][number]["source"]): ReportSourceInput {
  const { id, medium, kind, title, publisher, url, date } = source;
  return { id, medium, kind, title, publisher, url, date };
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

function signOffWords({ byId, at, hash, version, override, overrideReason }: SignOffRecord, name: Naming) {
  const past = { overrideReason: override ? overrideReason : null };
  return { by: name(byId), at: at.toISOString(), hash, versionNumber: version.number, ...past };
}

function voidedSignOff(signOff: SignOffRecord, name: Naming) {
  const { voidedAt, voidReason } = signOff;
  return voidedAt === null ? [] : [{ ...signOffWords(signOff, name), voidedAt: voidedAt.toISOString(), voidReason }];
}

function dismissal({ dismissReason, stateNote }: store.ClaimRecord, dismissed: store.Dismissal | null) {
  const { by = null, at = null } = dismissed ?? {};
  return { reason: dismissReason ?? "", note: stateNote, by, at };
}
