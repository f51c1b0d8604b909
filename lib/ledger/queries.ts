import type { ChainCheck } from "@/lib/core/ledger/chain";
import { type Actor, authorize } from "@/lib/platform/actor";
import { db, type Tx } from "@/lib/platform/db";
import { sha256 } from "@/lib/platform/random";
import { notFound } from "@/lib/platform/refusal";
import { concealEntry } from "@/lib/sources/concealing";
import { readHidden } from "@/lib/sources/secret-store";
import { LEDGER_PAGE, type LedgerFilter, type LedgerView } from "./schema";
import * as store from "./store";

/** Load a page of an article's ledger and verify its whole chain; not yours and not there are the same answer. */
export function loadLedger(actor: Actor, articleId: string, filter: LedgerFilter): Promise<LedgerView> {
  authorize(actor, "ledger.read");
  return atOneMoment(async (tx) => {
    await requireArticle(tx, actor, articleId);
    return readPage(tx, actor, store.articleChain(articleId), filter);
  });
}

/** Load a page of the newsroom's own ledger (members, settings, sources) and verify its whole chain. */
export function loadNewsroomLedger(actor: Actor, filter: LedgerFilter): Promise<LedgerView> {
  authorize(actor, "settings.manage");
  return atOneMoment((tx) => readPage(tx, actor, store.newsroomChain(actor.newsroomId), filter));
}

async function readPage(tx: Tx, actor: Actor, chain: string, filter: LedgerFilter): Promise<LedgerView> {
  const { page, ...chosen } = filter;
  const wanted = { newsroomId: actor.newsroomId, chain, ...chosen };
  const head = await store.readHead(tx, chain);
  const hidden = await readHidden(tx, actor);
  const entries = await store.listEntries(tx, wanted, (page - 1) * LEDGER_PAGE, LEDGER_PAGE);
  return {
    entries: entries.map((entry) => concealEntry(entry, hidden, sha256)),
    total: await store.countEntries(tx, wanted),
    page,
    pageSize: LEDGER_PAGE,
    head,
    check: await store.verify(tx, chain, head),
    ...(await store.listFacets(tx, actor.newsroomId, chain)),
  };
}

/** Verify the chain of an article from its beginning to its recorded head. */
export function verifyLedger(actor: Actor, articleId: string): Promise<ChainCheck> {
  authorize(actor, "ledger.read");
  return atOneMoment(async (tx) => {
    await requireArticle(tx, actor, articleId);
    const chain = store.articleChain(articleId);
    return store.verify(tx, chain, await store.readHead(tx, chain));
  });
}

async function requireArticle(tx: Tx, actor: Actor, articleId: string): Promise<void> {
  if (!(await store.hasArticle(tx, actor.newsroomId, articleId))) throw notFound("article");
}

/** Read in one snapshot, so that an entry written meanwhile is not taken for a broken chain. */
function atOneMoment<T>(read: (tx: Tx) => Promise<T>): Promise<T> {
  return db().$transaction(read, { isolationLevel: "RepeatableRead", timeout: 120_000 });
}
