import { verifyLedger } from "@/lib/ledger/queries";
import type { Actor } from "@/lib/platform/actor";

/** Verify the ledger of an article and say what was found; `ok` false is exit code 1. Throws a Refusal when there is no such article. */
export async function ledgerVerdict(
  actor: Actor,
  articleId: string,
): Promise<{ readonly ok: boolean; readonly sentence: string }> {
  const check = await verifyLedger(actor, articleId);
  if (!check.ok) return { ok: false, sentence: `The chain is broken at entry ${check.seq}: ${check.reason}` };
  const entries = check.length === 1 ? "1 entry" : `${check.length} entries`;
  return { ok: true, sentence: `The chain is whole: ${entries}, head ${check.head}` };
}
