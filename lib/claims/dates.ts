import { dateInWords } from "@/lib/core/report/words";
import { hasExpired } from "@/lib/core/workflow/expiry";
import { askDates } from "@/lib/core/workflow/workflow";
import type { Context, Done } from "@/lib/platform/command";
import { Refusal } from "@/lib/platform/refusal";
import { type Amended, allowed, amend, done, given, mergeEdit, requireClaim, unchanged, type Work } from "./amending";
import type { ClaimChanged } from "./schema";
import * as store from "./store";

interface Dates {
  readonly asOf: string | null;
  readonly expiresOn: string | null;
}
type Asked = { readonly [K in keyof Dates]?: Dates[K] | undefined };

interface DateEdit extends Asked {
  readonly claimId: string;
  readonly rev: number;
  readonly base: { readonly [K in keyof Dates]?: string | undefined };
}

/** Set the days up to which a claim was checked and on which it has to be checked again. No date is signed: a sign-off stays. */
export async function date(work: Work, { claimId, rev, base, ...input }: DateEdit): Promise<Done<ClaimChanged>> {
  const claim = await requireClaim(work, claimId);
  allowed(askDates(claim, work.actor));
  const { asOf, expiresOn } = claim;
  const theirs: Dates = { asOf, expiresOn };
  const started = Object.fromEntries(Object.entries(base).map(([field, day]) => [field, day === "" ? null : day]));
  const edit = { rev, base: started, mine: given<Dates>(input), theirs };
  const changes = await mergeEdit<Dates>(work, claim, edit);
  if (Object.keys(changes).length === 0) return unchanged(claim);
  const wanted = { ...theirs, ...changes };
  if (wanted.asOf !== null && wanted.expiresOn !== null && wanted.expiresOn <= wanted.asOf) {
    const why = "It has to be checked again after the day up to which it was checked.";
    throw new Refusal("invalid", why, { fields: { expiresOn: why } });
  }
  return done(work, [await amend(work, claim, changes, { why: "" })]);
}

/** How many claims of an article came back. */
export interface Expired {
  readonly reopened: number;
}

/** Reopen the verified claims of an article whose day has come by `day` (ISO date): their sign-offs fall, with the reason. */
export async function expire(
  work: Context<null>,
  { articleId, day }: { readonly articleId: string; readonly day: string },
): Promise<Done<Expired>> {
  const { tx } = work;
  const due = await store.listExpiring(tx, day, articleId);
  const claims = await store.lockClaims(
    tx,
    due[0]?.newsroomId ?? "",
    due.map(({ id }) => id),
  );
  const amended: Amended[] = [];
  for (const claim of claims) {
    const signedOn = due.find(({ id }) => id === claim.id)?.signedOn ?? null;
    if (claim.removed || !hasExpired({ ...claim, signedOn }, day)) continue;
    const why = `Expired on ${dateInWords(claim.expiresOn ?? day)}`;
    amended.push(await amend(work, claim, { state: "reopened", stateNote: why }, { why }));
  }
  const [first, ...others] = amended;
  if (!first) return { output: { reopened: 0 }, entry: null };
  const { entry } = await done(work, [first, ...others], { expired: day });
  return { output: { reopened: amended.length }, entry };
}
