"use server";

import { bulkAccept, bulkAssign, bulkDismiss, undo } from "@/lib/claims/commands";
import { action } from "@/lib/platform/action";

/** Accept the chosen claims that can be accepted. */
export const acceptClaims = action(bulkAccept);
/** Dismiss the chosen claims that can be dismissed, with one reason. */
export const dismissClaims = action(bulkDismiss);
/** Assign the chosen claims to a member, or to nobody. */
export const assignClaims = action(bulkAssign);
/** Undo one entry of an article's ledger. */
export const undoEntry = action(undo);
