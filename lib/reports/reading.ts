import { type Guarded, namesOf } from "@/lib/core/report/findings";
import type { ReportOptions } from "@/lib/core/report/options";
import type { ReadClaims } from "@/lib/core/report/parts";
import { publishingOf } from "@/lib/core/report/publishing";
import { knownSources } from "@/lib/core/report/redact";
import {
  claimComposer,
  composeFrame,
  outlineOf,
  type ReportClaim,
  type ReportFrame,
  type ReportHead,
  type ReportOutline,
  type ReportSourceInput,
} from "@/lib/core/report/report";
import type { SourcingRule } from "@/lib/core/workflow/sourcing-rule";
import type { VerdictScale } from "@/lib/core/workflow/verdict-scale";
import { readFacts } from "@/lib/coverage/reading";
import { listDismissals as listDismissedFacts } from "@/lib/coverage/store";
import { readMark } from "@/lib/guard/ready-mark";
import * as ledger from "@/lib/ledger/store";
import type { Tx } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { notFound } from "@/lib/platform/refusal";
import { listNoted } from "@/lib/sources/noted-store";
import { claimInput, correctionInput, naming, peopleOf, readyInput, sourceInput } from "./record-input";
import * as store from "./store";

/** How many claims are read at once where a report is not held as a whole. */
const BATCH = 200;

/** The records of one article, as one snapshot has them. */
export interface Records {
  readonly tx: Tx;
  readonly newsroomId: string;
  readonly head: ReportHead;
  readonly dismissals: ReadonlyMap<string, store.Dismissal>;
}

/** Read what does not depend on claims, and hold on to the snapshot. */
export async function openRecords(tx: Tx, newsroomId: string, articleId: string): Promise<Records> {
  const head = await readHead(tx, newsroomId, articleId);
  return { tx, newsroomId, head, dismissals: await store.listDismissals(tx, ledger.articleChain(articleId)) };
}

/** Read every claim once, keep its outline alone, and make the frame of them. */
export async function readFrame(
  records: Records,
  options: ReportOptions,
  look: (claim: ReportClaim) => void = () => undefined,
): Promise<{ frame: ReportFrame; speakers: readonly string[] }> {
  const compose = claimComposer(records.head, options, { compare: false });
  const sources = new Map<string, ReportSourceInput>();
  const outlines: ReportOutline[] = [];
  for (let after = 0; ; ) {
    const batch = await readClaims(records, { after, take: BATCH }, { evidence: false });
    for (const source of batch.sources) sources.set(source.id, source);
    const known = knownSources(batch.sources);
    for (const input of batch.claims) {
      const claim = compose(input, known);
      look(claim);
      outlines.push(outlineOf(claim));
    }
    const last = batch.claims.at(-1);
    if (!last || batch.claims.length < BATCH) break;
    after = last.number;
  }
  const frame = composeFrame(records.head, outlines, [...sources.values()], options);
  const speakers = new Set(outlines.map(({ speaker }) => speaker).filter((speaker) => speaker !== ""));
  return { frame, speakers: [...speakers].sort((a, b) => a.localeCompare(b, "en")) };
}

/** Return what reads claims by their ids, a batch at a time, and composes them. */
export function readerOf(records: Records, options: ReportOptions): ReadClaims {
  const compose = claimComposer(records.head, options);
  return async function* read(ids) {
    for (let at = 0; at < ids.length; at += BATCH) {
      const wanted = ids.slice(at, at + BATCH);
      const { claims, sources } = await readClaims(records, { ids: wanted });
      const known = knownSources(sources);
      const found = new Map(claims.map((claim) => [claim.id, claim]));
      for (const id of wanted) {
        const claim = found.get(id);
        if (claim) yield compose(claim, known);
      }
    }
  };
}

/** Read whom the report must not name, by what they are known. */
export async function readGuarded({ tx, newsroomId, head }: Records, { audience }: ReportOptions): Promise<Guarded[]> {
  const { sources, contacts } = await store.listGuarded(tx, newsroomId, head.article.id);
  const all = [
    ...sources.map((source) => ({ ...source, sort: "source" as const, names: namesOf(source) })),
    ...contacts.map((contact) => ({
      ...contact,
      sort: "contact" as const,
      names: namesOf({ medium: "person", title: contact.person, author: "" }),
    })),
  ];
  return all.flatMap(({ confidentiality, sort, names }): Guarded[] => {
    if (confidentiality === "open" || (confidentiality === "internal" && audience === "internal")) return [];
    return [{ what: `${confidentiality} ${sort}`, names }];
  });
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
    publicPage: await readPublicPage(tx, articleId),
    fourEyes: newsroom.fourEyes,
    sourcingRule: newsroom.sourcingRule as unknown as SourcingRule | null,
    scale: newsroom.verdictScale as unknown as VerdictScale,
    facts: await readFacts(tx, { version, publishedOn }),
    dismissedFacts: dismissedFacts.map(({ start, end, text, reason, note, byId, at }) => {
      return { start, end, text, reason, note, by: name(byId), at: at.toISOString() };
    }),
    corrections: corrections.map((correction) => correctionInput(correction, name)),
    ledger: await readLedger(tx, articleId, createdAt),
  };
}

/** Return the address under which the article's report stands in public now. */
async function readPublicPage(tx: Tx, articleId: string): Promise<string | null> {
  const slug = await store.findPublicSlug(tx, articleId);
  return slug === null ? null : new URL(`/r/${slug}`, env().NEXTAUTH_URL ?? "http://localhost").href;
}

/**
 * Read claims in the order of their numbers, with the sources they lean on. An outline needs no evidence: where quotes stand and which
 * sources are one story is then not read.
 */
export async function readClaims(
  { tx, newsroomId, head, dismissals }: Records,
  which: store.ClaimSelection["which"],
  { evidence }: { readonly evidence: boolean } = { evidence: true },
) {
  const { article, version } = head;
  const found = await store.listClaims(tx, { newsroomId, articleId: article.id, versionId: version.id, which });
  const sources = new Map(found.flatMap(({ notes }) => notes.map(({ source }) => [source.id, source])));
  const snapshots = await store.listSnapshots(tx, [...sources.keys()]);
  const noteIds = evidence ? found.flatMap(({ notes }) => notes.map(({ id }) => id)) : [];
  const places = await store.listQuotePlaces(
    tx,
    [...snapshots.values()].map(({ id }) => id),
    noteIds,
  );
  const noted = evidence ? await listNoted(tx, newsroomId, [...sources.keys()]) : [];
  const counted = new Map(noted.map((row) => [row.id, row]));
  const name = naming(await store.listNames(tx, new Set(found.flatMap(peopleOf))));
  return {
    claims: found.map((claim) =>
      claimInput(claim, version.id, name, { dismissed: dismissals.get(claim.id) ?? null, places, noted: counted }),
    ),
    sources: [...sources.values()].map((source) => sourceInput(source, snapshots.get(source.id) ?? null)),
  };
}

async function readLedger(tx: Tx, articleId: string, fallback: Date) {
  const chain = ledger.articleChain(articleId);
  const head = await ledger.readHead(tx, chain);
  const at = (await store.lastEntryAt(tx, chain)) ?? fallback;
  return { chain, ...head, at: at.toISOString(), check: await ledger.verify(tx, chain, head) };
}
