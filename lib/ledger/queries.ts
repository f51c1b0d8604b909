import type { ChainCheck } from "@/lib/core/ledger/chain";
import { type Actor, authorize } from "@/lib/platform/actor";
import { db, type Tx } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/refusal";
import { LEDGER_PAGE, type LedgerFilter, type LedgerView } from "./schema";
import * as store from "./store";

/** Load a page of an article's ledger and verify its whole chain; not yours and not there are the same answer. */
export function loadLedger(actor: Actor, articleId: string, filter: LedgerFilter): Promise<LedgerView> {
  return atOneMoment(actor, articleId, async (tx) => {
    const { page, ...chosen } = filter;
    const chain = store.articleChain(articleId);
    const wanted = { newsroomId: actor.newsroomId, chain, ...chosen };
    const head = await store.readHead(tx, chain);
    return {
      entries: await store.listEntries(tx, wanted, (page - 1) * LEDGER_PAGE, LEDGER_PAGE),
      total: await store.countEntries(tx, wanted),
      page,
      pageSize: LEDGER_PAGE,
      head,
      check: await store.verify(tx, chain, head),
      ...(await store.listFacets(tx, actor.newsroomId, chain)),
    };
  });
}

/** Verify the chain of an article from its beginning to its recorded head. */
export function verifyLedger(actor: Actor, articleId: string): Promise<ChainCheck> {
  return atOneMoment(actor, articleId, async (tx) => {
    const chain = store.articleChain(articleId);
    return store.verify(tx, chain, await store.readHead(tx, chain));
  });
}

/** Read in one snapshot, so that an entry written meanwhile is not taken for a broken chain. */
function atOneMoment<T>(actor: Actor, articleId: string, read: (tx: Tx) => Promise<T>): Promise<T> {
  authorize(actor, "ledger.read");
  return db().$transaction(
    async (tx) => {
      if (!(await store.hasArticle(tx, actor.newsroomId, articleId))) throw notFound("article");
      return read(tx);
    },
    { isolationLevel: "RepeatableRead", timeout: 120_000 },
  );
}
