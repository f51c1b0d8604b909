import type { GalleyClaim } from "@/lib/articles/schema";
import { listContacts, listOverdue } from "@/lib/contacts/store";
import { lookWords } from "@/lib/core/evidence/quote-words";
import { ofPeople } from "@/lib/core/extraction/suggestions";
import { may } from "@/lib/core/policy/policy";
import { listObjections, listOpen } from "@/lib/objections/store";
import { type Actor, authorize } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/refusal";
import { loadClaimVersions } from "@/lib/revisions/queries";
import { loadLooks } from "@/lib/snapshots/queries";
import { readStanding } from "@/lib/snapshots/standing";
import { readHidden } from "@/lib/sources/secret-store";
import {
  claimRow,
  claimView,
  facets,
  factSpans,
  looksAtQuotes,
  noteNames,
  objectionsToDecide,
  overdueWords,
  readerWaits,
  waitingOnReader,
} from "./claim-views";
import { figureRows } from "./figures";
import { compare, readAgain, suggestionView } from "./rereading";
import type { ClaimFilter, ClaimPage, ClaimView, Desk, Figures, Rereading, Strength, Strengths } from "./schema";
import { LIMITS } from "./schema";
import * as scores from "./score-store";
import { readIndependence } from "./sourcing";
import * as store from "./store";
import * as table from "./table-store";

/** The most lines that a claim's history shows. */
const HISTORY = 500;
/** The most claims that the desk shows. */
const DESK = 300;
/** The most articles offered to try weights out on, and the most claims of one that can come to the top. */
const OFFERED = 100;
const STRONGEST = 500;

/** The UTC day of now: what a query takes for today unless it is told another day. */
const utcDay = (): string => new Date().toISOString().slice(0, 10);

/** Load one claim with all that is known of it; a claim that was taken away can still be read. `today` is an ISO date. */
export async function loadClaim(actor: Actor, claimId: string, today = utcDay()): Promise<ClaimView> {
  authorize(actor, "article.read");
  const { newsroomId } = actor;
  const [[claim], [row]] = await Promise.all([
    store.findClaims(db(), newsroomId, [claimId]),
    table.listRowsById(db(), actor, [claimId]),
  ]);
  if (!claim || !row) throw notFound("claim");
  const [article, rules, notes, signOffs, history, members, versions, hidden, counted, beside] = await Promise.all([
    store.findText(db(), newsroomId, claim.articleId),
    store.requireRules(db(), newsroomId),
    store.listNotes(db(), claimId),
    store.listSignOffs(db(), claimId),
    store.listHistory(db(), claim.articleId, claimId, HISTORY),
    store.listMembers(db(), newsroomId),
    loadClaimVersions(actor, claimId),
    readHidden(db(), actor),
    readIndependence(db(), newsroomId, claim.notes),
    Promise.all([listContacts(db(), claimId), listObjections(db(), claimId)]),
  ]);
  const [contacts, objections] = beside;
  if (!article) throw notFound("claim");
  const { version } = article;
  const quotes = await readStanding(
    db(),
    notes.map(({ id }) => id),
    hidden,
  );
  const names = await store.findNames(db(), [
    claim.verdictById,
    ...claim.facts.map(({ tickedById }) => tickedById),
    ...noteNames(notes),
    ...signOffs.map(({ byId }) => byId),
    ...contacts.map(({ byId }) => byId),
    ...objections.flatMap(({ byId, decidedById }) => [byId, decidedById]),
  ]);
  const reading = { notes, signOffs, history, versions, members, names, hidden, counted, quotes };
  const loaded = { row, claim, rules, version, ...reading, contacts, objections, today };
  return claimView(loaded, store.noteBody, actor);
}

/** Load one page of the claims that match, over an article or the whole newsroom, with what can be filtered by. */
export async function loadClaimPage(actor: Actor, filter: ClaimFilter, today = utcDay()): Promise<ClaimPage> {
  authorize(actor, "article.read");
  const { scale } = await store.requireRules(db(), actor.newsroomId);
  const [rows, total, counts, asks] = await Promise.all([
    table.listRows(db(), actor, filter, scale),
    table.countRows(db(), actor, filter),
    table.listFacets(db(), actor, filter.articleId),
    table.countAsks(db(), actor, filter.articleId),
  ]);
  return {
    rows: rows.map((row) => claimRow(row, scale, today)),
    total,
    page: filter.page,
    pageSize: filter.pageSize,
    facets: facets(counts, asks, scale),
    may: { correct: may(actor.role, "claim.correct"), assign: may(actor.role, "claim.assign") },
  };
}

/** Load the claims of an article's version as the galley paints them, in the order of their place. */
export async function loadGalleyClaims(actor: Actor, articleId: string, versionId: string): Promise<GalleyClaim[]> {
  authorize(actor, "article.read");
  const { scale } = await store.requireRules(db(), actor.newsroomId);
  const [rows, facts] = await Promise.all([
    table.listGalley(db(), actor, articleId, versionId),
    table.listFactRows(db(), actor, versionId),
  ]);
  const spans = factSpans(facts);
  return rows.map((row) => ({ ...claimRow(row, scale, utcDay()), factSpans: spans.get(row.id) ?? [] }));
}

/** Load every value that an article's claims state, with where the same thing is stated in another way. */
export async function loadFigures(actor: Actor, articleId: string): Promise<Figures> {
  authorize(actor, "article.read");
  const article = await store.findText(db(), actor.newsroomId, articleId);
  if (!article) throw notFound("article");
  const rows = await table.listStated(db(), actor, article.version.id);
  return { articleId, articleTitle: article.title, rows: figureRows(article.version.text, rows) };
}

/** Load the strongest claims of an article (the one changed last, when it names none that is here), to try weights out on. */
export async function loadStrengths(actor: Actor, articleId: string | null): Promise<Strengths> {
  authorize(actor, "article.read");
  const { newsroomId } = actor;
  const [articles, left] = await Promise.all([
    scores.listTitles(db(), newsroomId, OFFERED),
    scores.countUnweighed(db(), newsroomId),
  ]);
  const shown = articles.find(({ id }) => id === articleId) ?? articles[0];
  const rows = shown ? await scores.listStrongest(db(), newsroomId, shown.id, STRONGEST) : [];
  const claims = rows.map(({ features, ...row }): Strength => {
    const amounts = features?.map(({ name, amount }) => [name, amount] as const) ?? null;
    return { ...row, amounts };
  });
  return { articles, articleId: shown?.id ?? null, claims, left };
}

/** Read an article's text again and load what that suggests; nothing is changed. */
export async function loadRereading(actor: Actor, articleId: string): Promise<Rereading> {
  authorize(actor, "claim.correct");
  const article = await store.findText(db(), actor.newsroomId, articleId);
  if (!article) throw notFound("article");
  const { suggestions, kept } = await compare(db(), actor.newsroomId, article, await readAgain(article));
  const { text } = article.version;
  return {
    articleId,
    articleTitle: article.title,
    publishedOn: article.publishedOn,
    suggestions: suggestions.slice(0, LIMITS.suggestions).map((suggestion) => suggestionView(suggestion, text)),
    total: suggestions.length,
    ofPeople: kept.filter(ofPeople).length,
  };
}

/**
 * Load the home screen: what waits on the reader, and what the reader waits for, the most urgent first. Questions of theirs whose
 * deadline has passed on `today` (ISO date) and objections that they may decide wait on them, too.
 */
export async function loadDesk(actor: Actor, today = utcDay()): Promise<Desk> {
  authorize(actor, "article.read");
  const { newsroomId, userId } = actor;
  const [rules, rows, overdue, open, looks] = await Promise.all([
    store.requireRules(db(), newsroomId),
    table.listDeskRows(db(), actor, DESK),
    listOverdue(db(), newsroomId, userId, today),
    listOpen(db(), newsroomId),
    loadLooks(actor),
  ]);
  const changed = new Map(looks.map((look) => [look.claim.id, lookWords(look)]));
  const beside = [...[...overdue, ...open].map(({ claimId }) => claimId), ...[...changed.keys()].slice(0, DESK)];
  const known = new Set(rows.map(({ id }) => id));
  const missing = [...new Set(beside)].filter((id) => !known.has(id));
  const all = [...rows, ...(missing.length > 0 ? await table.listRowsById(db(), actor, missing) : [])];
  const asksForLook = (row: table.TableRow) => changed.has(row.id) && looksAtQuotes(row, actor);
  const told = (why: (row: table.TableRow) => readonly (string | null)[]) =>
    [...all.filter(asksForLook), ...all.filter((row) => !asksForLook(row))].flatMap((row) => {
      const reasons = why(row).filter((reason) => reason !== null);
      return reasons.length === 0 ? [] : [{ ...claimRow(row, rules.scale, today), why: reasons.join(". ") }];
    });
  return {
    waitingOnMe: told((row) => [
      asksForLook(row) ? (changed.get(row.id) ?? null) : null,
      known.has(row.id) ? waitingOnReader(row, actor, rules) : null,
      overdueWords(overdue.filter(({ claimId }) => claimId === row.id)),
      objectionsToDecide(
        open.filter(({ claimId }) => claimId === row.id),
        actor,
      ),
    ]),
    iWaitFor: told((row) => [
      known.has(row.id) ? readerWaits(row, actor) : null,
      open.some(({ claimId, byId }) => claimId === row.id && byId === userId)
        ? "Your objection to the wording waits for a decision"
        : null,
    ]),
  };
}
