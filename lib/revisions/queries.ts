import type { PersonRef } from "@/lib/claims/schema";
import { readWeights } from "@/lib/claims/score-store";
import type { Change } from "@/lib/core/anchoring/changes";
import { reasonWords } from "@/lib/core/anchoring/reason";
import type { Outcome } from "@/lib/core/anchoring/relocate";
import { may } from "@/lib/core/policy/policy";
import { countWords } from "@/lib/core/text/count-words";
import type { Span } from "@/lib/core/text/span";
import { type Actor, authorize } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { relocateBeside } from "@/lib/platform/reader";
import { notFound } from "@/lib/platform/refusal";
import { loadLooks } from "@/lib/snapshots/queries";
import { listUnplaced, listWaitingGlances } from "./attention-store";
import type { Planned } from "./plan";
import { countOutcomes, type Incoming, plan, readBoth, requireArticle } from "./revising";
import type {
  Attention,
  ClaimVersion,
  Comparison,
  FateView,
  NewClaimView,
  QuotedPlace,
  RevisionPreview,
  VersionList,
  VersionRow,
  VersionView,
} from "./schema";
import * as store from "./store";

/** The most claims that a preview or a comparison lists. */
const LISTED = 5_000;

/** Say what a text would do as a new version of an article. Nothing is stored. Refuses as the command does. */
export async function previewRevision(actor: Actor, incoming: Incoming): Promise<RevisionPreview> {
  authorize(actor, "article.revise");
  const read = await readBoth(actor, incoming);
  const { newsroomId } = actor;
  const article = await requireArticle(db(), newsroomId, incoming.articleId, incoming.base);
  const { claims, added } = await plan(db(), article, read, await readWeights(db(), newsroomId));
  const { id, number, words } = article.version;
  const signOffs = { kept: 0, glance: 0, void: 0 };
  for (const { signOff } of claims) if (signOff !== "none") signOffs[signOff]++;
  return {
    articleId: article.id,
    base: { id, number, words },
    words: countWords(read.text),
    counts: countOutcomes(claims),
    signOffs,
    fates: byWeight(claims.map((one) => plannedView(one, read.text))).slice(0, LISTED),
    newClaims: added.map((claim): NewClaimView => {
      const { start, end, wording, kind, score } = claim;
      return { start, end, exact: claim.text, wording, kind, speaker: claim.speaker?.name ?? "", score };
    }),
  };
}

function plannedView({ row, place, outcome, changes, reason, next, signOff }: Planned, text: string): FateView {
  const { id: claimId, number, wording, start, end, exact, state } = row;
  const before = { start, end, exact };
  return {
    ...{ claimId, number, wording, outcome, before, changes, reason, state, next, signOff },
    after: place && quoted(text, place),
    assignee: person(row.assigneeId, row.assigneeName),
  };
}

const quoted = (text: string, { start, end }: Span): QuotedPlace => ({ start, end, exact: text.slice(start, end) });
const person = (id: string | null, name: string | null): PersonRef | null =>
  id === null ? null : { id, name: name ?? "Former member" };

const WEIGHT: Readonly<Record<Outcome, number>> = {
  "value-changed": 0,
  ambiguous: 1,
  lost: 2,
  reworded: 3,
  moved: 4,
  exact: 4,
};

/** What changed most first, then in the order of the older text. */
function byWeight(fates: readonly FateView[]): FateView[] {
  return [...fates].sort((a, b) => WEIGHT[a.outcome] - WEIGHT[b.outcome] || a.before.start - b.before.start);
}

/** Load the versions of an article, the newest first, with what each did to the claims. */
export async function loadVersions(actor: Actor, articleId: string): Promise<VersionList> {
  authorize(actor, "article.read");
  const article = await store.findArticle(db(), actor.newsroomId, articleId);
  if (!article) throw notFound("article");
  return {
    article: { id: article.id, title: article.title },
    versions: await versionRows(actor, articleId),
    may: { revise: may(actor.role, "article.revise") },
  };
}

async function versionRows({ newsroomId }: Actor, articleId: string): Promise<VersionRow[]> {
  const rows = await store.listVersions(db(), newsroomId, articleId);
  const names = await store.findNames(
    db(),
    rows.map(({ createdById }) => createdById),
  );
  return rows.map(({ id, number, words, sha256, note, createdById, createdAt, claims, fates }) => {
    const by = { id: createdById, name: names.get(createdById) ?? "Former member" };
    const of = (outcome: Outcome) => fates[outcome] ?? 0;
    return {
      ...{ id, number, words, sha256, note, by, claims },
      createdAt: createdAt.toISOString(),
      fates: {
        reworded: of("reworded"),
        "value-changed": of("value-changed"),
        ambiguous: of("ambiguous"),
        lost: of("lost"),
      },
    };
  });
}

/** Load one version of an article as it was, with the places that its claims had in it. */
export async function loadVersion(actor: Actor, articleId: string, number: number): Promise<VersionView> {
  authorize(actor, "article.read");
  const { newsroomId } = actor;
  const [article, version] = await Promise.all([
    store.findArticle(db(), newsroomId, articleId),
    store.findVersion(db(), newsroomId, articleId, number),
  ]);
  if (!article || !version) throw notFound("version");
  const [rows, marks] = await Promise.all([
    versionRows(actor, articleId),
    store.listMarks(db(), newsroomId, version.id),
  ]);
  const row = rows.find(({ id }) => id === version.id);
  if (!row) throw notFound("version");
  const { id, title, byline, publisher, publishedOn, language } = article;
  return {
    article: { id, title, byline, publisher, publishedOn, language },
    version: { ...row, text: version.text },
    current: article.version.number,
    marks: marks.map(({ claimId, number, wording, state, start, end, signedHere }) => {
      return { claimId, number, wording, state, start, end, signedHere };
    }),
  };
}

/** Compare two versions of an article: what became of the claims that had a place in the older one. */
export async function loadComparison(actor: Actor, articleId: string, a: number, b: number): Promise<Comparison> {
  authorize(actor, "article.read");
  const { newsroomId } = actor;
  const [older, newer] = [Math.min(a, b), Math.max(a, b)];
  const [article, versions, from, to] = await Promise.all([
    store.findArticle(db(), newsroomId, articleId),
    store.listVersions(db(), newsroomId, articleId),
    store.findVersion(db(), newsroomId, articleId, older),
    store.findVersion(db(), newsroomId, articleId, newer),
  ]);
  if (!article || !from || !to) throw notFound("version");
  const rows = await store.listMarks(db(), newsroomId, from.id);
  const found = await relocateBeside(from.text, to.text, rows);
  const fates = rows.map((row, n): FateView => {
    const { outcome, place, changes } = found[n] ?? { outcome: "lost", place: null, changes: [] };
    const { claimId, number, wording, start, end, exact, state, assigneeId, assigneeName } = row;
    return {
      ...{ claimId, number, wording, outcome, before: { start, end, exact }, after: place && quoted(to.text, place) },
      ...{ changes, reason: reasonWords(outcome, changes), state, next: state, signOff: row.signed ? "kept" : "none" },
      assignee: person(assigneeId, assigneeName),
    };
  });
  const side = ({ number, text, createdAt }: typeof from) => ({ number, text, createdAt: createdAt.toISOString() });
  return {
    article: { id: article.id, title: article.title, language: article.language },
    from: side(from),
    to: side(to),
    versions: versions.map(({ number, createdAt }) => ({ number, createdAt: createdAt.toISOString() })),
    fates: byWeight(fates).slice(0, LISTED),
  };
}

/** Load a claim's words in every version since it began, the newest first. */
export async function loadClaimVersions(actor: Actor, claimId: string): Promise<ClaimVersion[]> {
  authorize(actor, "article.read");
  const rows = await store.listClaimVersions(db(), actor.newsroomId, claimId);
  const first = rows.findLastIndex(({ exact }) => exact !== null);
  return rows.slice(0, first + 1).map(({ number, createdAt, exact, start, outcome, changes }, n): ClaimVersion => {
    const before = n === first ? null : rows[n + 1];
    const seen = outcome ?? keptOutcome(start, before);
    const told: readonly Change[] = changes ?? [];
    return {
      number,
      createdAt: createdAt.toISOString(),
      exact,
      outcome: seen,
      changes: told,
      reason: seen ? reasonWords(seen, told) : "",
    };
  });
}

/** A version without a fate kept the claim's words, where they were or elsewhere. */
function keptOutcome(start: number | null, before: { readonly start: number | null } | null | undefined) {
  if (!before) return null;
  if (start === null) return "lost";
  return start === before.start ? "exact" : "moved";
}

/** Load what the versions of an article left to look at: claims without a place, and reworded ones that wait for a glance. */
export async function loadAttention(actor: Actor, articleId: string): Promise<Attention> {
  authorize(actor, "article.read");
  const { newsroomId } = actor;
  const article = await store.findArticle(db(), newsroomId, articleId);
  if (!article) throw notFound("article");
  const { id: versionId, number } = article.version;
  const none = number === 1;
  const [unplaced, glances, looks] = await Promise.all([
    none ? [] : listUnplaced(db(), newsroomId, articleId, versionId),
    none ? [] : listWaitingGlances(db(), newsroomId, articleId, versionId),
    loadLooks(actor, articleId),
  ]);
  return {
    unplaced,
    glances,
    looks,
    may: { glance: may(actor.role, "signoff.give"), look: may(actor.role, "note.write") },
  };
}
