import { z } from "zod";
import type { FactType } from "@/lib/core/extraction/types";
import type { Json } from "@/lib/core/ledger/canonical";
import type { Value } from "@/lib/core/values/value";
import { CLAIM_STATES } from "@/lib/core/workflow/workflow";
import type { ClaimFieldsRecord, ClaimRecord, FactRecord } from "./claim-record";

const fact = z.object({
  id: z.string(),
  versionId: z.string(),
  type: z.custom<FactType>((type) => typeof type === "string"),
  start: z.number(),
  end: z.number(),
  text: z.string(),
  name: z.string(),
  title: z.string(),
  value: z.custom<Value | null>((value) => typeof value === "object"),
});

/** What the ledger keeps of a claim, before or after: only the fields that changed. */
const snapshot = z
  .object({
    state: z.enum(CLAIM_STATES),
    kind: z.string(),
    wording: z.string(),
    speakerName: z.string(),
    speakerTitle: z.string(),
    viaName: z.string(),
    speakerUrl: z.string(),
    score: z.number(),
    reasons: z.array(z.object({ feature: z.string(), label: z.string(), weight: z.number() })),
    features: z
      .array(z.object({ name: z.string(), amount: z.number(), says: z.string(), words: z.string() }))
      .nullable(),
    assigneeId: z.string().nullable(),
    priority: z.number(),
    dueOn: z.string().nullable(),
    asOf: z.string().nullable(),
    expiresOn: z.string().nullable(),
    verdict: z.string().nullable(),
    explanation: z.string(),
    authorsWordReason: z.string(),
    verdictById: z.string().nullable(),
    verdictAt: z.string().nullable(),
    dismissReason: z.string().nullable(),
    stateNote: z.string(),
    removed: z.boolean(),
    place: z.object({ versionId: z.string(), start: z.number(), end: z.number(), exact: z.string() }).nullable(),
    facts: z.array(fact),
    notes: z.array(z.string()),
  })
  .partial();
export type Snapshot = z.output<typeof snapshot>;

/** What one command did to one claim. A new claim was `removed` before. */
export const claimChange = z.object({
  claimId: z.string(),
  number: z.number(),
  rev: z.object({ before: z.number(), after: z.number() }),
  before: snapshot,
  after: snapshot,
});
export type ClaimChange = z.output<typeof claimChange>;

const movedPairs = z.array(z.tuple([z.string(), z.string()])).catch([]);
/** What a merge took along beside the claims, each with the claim it came from. */
const movedBeside = z.object({ contacts: movedPairs, objections: movedPairs }).catch({ contacts: [], objections: [] });

/** The part of an entry's data that undo reads. */
export const changesData = z.object({ changes: z.array(claimChange).min(1), moved: movedBeside });

const FIELDS = [
  "state",
  "kind",
  "wording",
  "speakerName",
  "speakerTitle",
  "viaName",
  "speakerUrl",
  "score",
  "reasons",
  "features",
  "assigneeId",
  "priority",
  "dueOn",
  "asOf",
  "expiresOn",
  "verdict",
  "explanation",
  "authorsWordReason",
  "verdictById",
  "verdictAt",
  "dismissReason",
  "stateNote",
  "removed",
  "place",
] as const satisfies readonly (keyof ClaimFieldsRecord)[];

/** Return what changed between two states of a claim, for the ledger; facts without their ticks, notes by id. */
export function changeOf(before: ClaimRecord, after: ClaimRecord): ClaimChange {
  const was = whole(before);
  const is = whole(after);
  const changed = Object.keys(is).filter((key) => JSON.stringify(was[key]) !== JSON.stringify(is[key]));
  const pick = (from: Record<string, unknown>) => Object.fromEntries(changed.map((key) => [key, from[key]]));
  const { id: claimId, number } = after;
  return {
    claimId,
    number,
    rev: { before: before.rev, after: after.rev },
    before: snapshot.parse(pick(was)),
    after: snapshot.parse(pick(is)),
  };
}

function whole(claim: ClaimRecord): Record<string, unknown> {
  return {
    ...Object.fromEntries(FIELDS.map((field) => [field, claim[field]])),
    facts: claim.facts.map(withoutTick),
    notes: claim.notes.map(({ id }) => id),
  };
}

function withoutTick({ tickedById, tickedAt, ...kept }: FactRecord) {
  return kept;
}

/** Hand typed data to the ledger; what JSON has no word for (an absent field) is left out. */
export function asJson(data: object): Json {
  return JSON.parse(JSON.stringify(data));
}
