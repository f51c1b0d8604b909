import type { GalleyClaim } from "@/lib/articles/schema";
import { lookWords } from "@/lib/core/evidence/quote-words";
import { ofPeople } from "@/lib/core/extraction/suggestions";
import { may } from "@/lib/core/policy/policy";
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

/** Load one claim with all that is known of it; a claim that was taken away can still be read. */
export async function loadClaim(actor: Actor, claimId: string): Promise<ClaimView> {
  authorize(actor, "article.read");
  const { newsroomId } = actor;
  const [[claim], [row]] = await Promise.all([
    store.findClaims(db(), newsroomId, [claimId]),
    table.listRowsById(db(), actor, [claimId]),
  ]);
  if (!claim || !row) throw notFound("claim");
  const [article, rules, notes, signOffs, history, members, versions, hidden, counted] = await Promise.all([
    store.findText(db(), newsroomId, claim.articleId),
    store.requireRules(db(), newsroomId),
    store.listNotes(db(), claimId),
    store.listSignOffs(db(), claimId),
    store.listHistory(db(), claim.articleId, claimId, HISTORY),
    store.listMembers(db(), newsroomId),
    loadClaimVersions(actor, claimId),
    readHidden(db(), actor),
    readIndependence(db(), newsroomId, claim.notes),
  ]);
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
  ]);
  const reading = { notes, signOffs, history, versions, members, names, hidden, counted, quotes };
  const loaded = { row, claim, rules, version, ...reading };
  return claimView(loaded, store.noteBody, actor);
}

/** Load one page of the claims that match, over an article or the whole newsroom, with what can be filtered by. */
export async function loadClaimPage(actor: Actor, filter: ClaimFilter): Promise<ClaimPage> {
  authorize(actor, "article.read");
  const { scale } = await store.requireRules(db(), actor.newsroomId);
  const [rows, total, counts] = await Promise.all([
    table.listRows(db(), actor, filter, scale),
    table.countRows(db(), actor, filter),
    table.listFacets(db(), actor, filter.articleId),
  ]);
  return {
    rows: rows.map((row) => claimRow(row, scale)),
    total,
    page: filter.page,
    pageSize: filter.pageSize,
    facets: facets(counts, scale),
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
  return rows.map((row) => ({ ...claimRow(row, scale), factSpans: spans.get(row.id) ?? [] }));
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

/** Load the home screen: what waits on the reader, and what the reader waits for, the most urgent first. */
export async function loadDesk(actor: Actor): Promise<Desk> {
  authorize(actor, "article.read");
  const [rules, rows, looks] = await Promise.all([
    store.requireRules(db(), actor.newsroomId),
    table.listDeskRows(db(), actor, DESK),
    loadLooks(actor),
  ]);
  const first = new Map(looks.map((look) => [look.claim.id, lookWords(look)]));
  const asked = await table.listRowsById(db(), actor, [...first.keys()].slice(0, DESK));
  const mine = asked.filter((row) => looksAtQuotes(row, actor));
  const told = (from: readonly table.TableRow[], why: (row: table.TableRow) => string | null) =>
    from.flatMap((row) => {
      const reason = why(row);
      return reason === null ? [] : [{ ...claimRow(row, rules.scale), why: reason }];
    });
  const others = rows.filter(({ id }) => !mine.some((row) => row.id === id));
  return {
    waitingOnMe: [
      ...told(mine, ({ id }) => first.get(id) ?? null),
      ...told(others, (row) => waitingOnReader(row, actor, rules)),
    ],
    iWaitFor: told(rows, (row) => readerWaits(row, actor)),
  };
}
