import { z } from "zod";
import type { ChainCheck, LedgerEntry } from "@/lib/core/ledger/chain";
import { id } from "@/lib/platform/input";

/** Entries on one page of the ledger. */
export const LEDGER_PAGE = 50;

/** A form sends the fields that were left empty, too. */
const chosen = <T extends z.ZodType>(field: T) => z.union([z.literal("").transform(() => undefined), field]).optional();

/** Which entries of an article's ledger to show; the whole of it lives in the URL. */
export const ledgerFilter = z.object({
  command: chosen(z.string().max(64)),
  actorId: chosen(id),
  claimId: chosen(id),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
});
export type LedgerFilter = z.output<typeof ledgerFilter>;

/** An entry as its reader may see it. */
export interface ShownEntry extends LedgerEntry {
  /** Given when the entry names a source that the reader may not know: the data is only what may be told, and this stood for all of it (null in format 1). */
  readonly withheld?: { readonly dataHash: string | null };
}

/** One page of an article's ledger, newest entry first, with what checking the whole chain found. */
export interface LedgerView {
  readonly entries: readonly ShownEntry[];
  /** How many entries match the filter. */
  readonly total: number;
  readonly page: number;
  readonly pageSize: number;
  readonly head: { readonly seq: number; readonly hash: string };
  readonly check: ChainCheck;
  /** What there is to filter by. */
  readonly commands: readonly { readonly command: string; readonly count: number }[];
  readonly actors: readonly { readonly id: string; readonly name: string }[];
}
