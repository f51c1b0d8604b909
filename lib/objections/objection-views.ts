import { personRef } from "@/lib/claims/claim-record";
import type { Ability } from "@/lib/claims/schema";
import type { Role } from "@/lib/core/policy/policy";
import { decideObjection, OBJECTION_DECISIONS, type ObjectionResult } from "@/lib/core/workflow/objections";
import type { Objections, ObjectionView } from "./schema";
import type { ObjectionRow } from "./store";

interface Reader {
  readonly userId: string;
  readonly role: Role;
}

const ability = (result: ObjectionResult): Ability => (result.ok ? { may: true } : { may: false, why: result.why });

/** Make the objections to a claim's wording for their reader; `raise` says whether the reader may object now. */
export function objectionList(
  rows: readonly ObjectionRow[],
  names: ReadonlyMap<string, string>,
  reader: Reader,
  raise: Ability,
): Objections {
  const views = rows.map((row) => objectionView(row, names, reader));
  return { list: [...views.filter(({ decision }) => !decision), ...views.filter(({ decision }) => decision)], raise };
}

function objectionView(row: ObjectionRow, names: ReadonlyMap<string, string>, reader: Reader): ObjectionView {
  const { id, words, byId, at, decisionReason: reason, decidedById, decidedAt } = row;
  const what = OBJECTION_DECISIONS.find((one) => one === row.decision);
  const decided = what && decidedById !== null && decidedAt !== null;
  return {
    id,
    words,
    by: personRef(byId, names),
    at: at.toISOString(),
    decision: decided ? { what, reason, by: personRef(decidedById, names), at: decidedAt.toISOString() } : null,
    decide: ability(decideObjection(row, "stet", reader)),
    withdraw: ability(decideObjection(row, "withdrawn", reader)),
  };
}
