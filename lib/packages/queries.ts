import type { Writable } from "node:stream";
import { personRef } from "@/lib/claims/claim-record";
import { may } from "@/lib/core/policy/policy";
import { FOR_THE_PUBLIC } from "@/lib/core/report/options";
import { articleChain, readHead } from "@/lib/ledger/store";
import { type Actor, authorize } from "@/lib/platform/actor";
import type { Progress } from "@/lib/platform/command";
import { db } from "@/lib/platform/db";
import { Refusal } from "@/lib/platform/refusal";
import { loadReport } from "@/lib/reports/queries";
import { buildPackage } from "./building";
import type { KeysView, PackageMade, PackageOptions, PublicKeys } from "./schema";
import { canSign } from "./signing";
import * as store from "./store";

/** Load the newsroom's signing keys: the one that signs, and those that did. */
export async function loadKeys(actor: Actor): Promise<KeysView> {
  authorize(actor, "member.read");
  const keys = await store.listKeys(db(), actor.newsroomId);
  const names = await store.listNames(
    db(),
    keys.map(({ createdById }) => createdById),
  );
  const views = keys.map(({ id, publicKey, createdAt, createdById, retiredAt }) => ({
    id,
    publicKey,
    createdAt: createdAt.toISOString(),
    createdBy: personRef(createdById, names),
    retiredAt: retiredAt?.toISOString() ?? null,
  }));
  const signing = keys.find(({ retiredAt }) => retiredAt === null);
  return {
    current: views.find(({ retiredAt }) => retiredAt === null) ?? null,
    retired: views.filter(({ retiredAt }) => retiredAt !== null),
    opens: signing === undefined || canSign(signing),
    mayRotate: may(actor.role, "settings.manage"),
    newsroomId: actor.newsroomId,
  };
}

/** Find what anybody may know of a newsroom's signing keys, also the retired ones; null when there is no such newsroom or no key. */
export async function findPublicKeys(newsroomId: string): Promise<PublicKeys | null> {
  const newsroom = await store.findNewsroom(db(), newsroomId);
  if (!newsroom) return null;
  const keys = await store.listKeys(db(), newsroomId);
  if (keys.length === 0) return null;
  return {
    newsroom,
    keys: keys.map(({ id, publicKey, createdAt, retiredAt }) => {
      return { id, publicKey, createdAt: createdAt.toISOString(), retiredAt: retiredAt?.toISOString() ?? null };
    }),
  };
}

/** How often a package is begun anew because somebody changed the article while its report was composed. */
const ATTEMPTS = 5;
/** The longest that a package may take, in milliseconds. */
const LONGEST = 30 * 60_000;

/**
 * Write the backup package of an article to `output`, signed with the newsroom's present key, all of it from one moment. Refused when
 * the newsroom has no key yet or it can't be opened. Not yours and not there are the same answer.
 */
export async function writePackage(
  actor: Actor,
  articleId: string,
  options: PackageOptions,
  output: Writable,
  report: (progress: Progress) => void = () => undefined,
  signal?: AbortSignal,
): Promise<PackageMade> {
  authorize(actor, "package.make");
  for (let attempt = 1; ; attempt++) {
    const composed = await loadReport(actor, articleId, FOR_THE_PUBLIC);
    const made = await db().$transaction(
      async (tx) => {
        const key = await store.findCurrentKey(tx, actor.newsroomId);
        if (!key) throw new Refusal("not_now", "The newsroom has no signing key yet.");
        const head = await readHead(tx, articleChain(articleId));
        if (head.hash !== composed.ledger.hash) return null;
        const { newsroomId, userId: id, name } = actor;
        const order = { newsroomId, articleId, by: { id, name }, now: new Date(), key, report: composed, ...options };
        return buildPackage(tx, order, output, report, signal);
      },
      { isolationLevel: "RepeatableRead", timeout: LONGEST },
    );
    if (made) return made;
    if (attempt === ATTEMPTS) {
      throw new Refusal("not_now", "The article is being changed all the time. Try again in a minute.");
    }
  }
}
