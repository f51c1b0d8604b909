import { personRef } from "@/lib/claims/claim-record";
import type { Ability } from "@/lib/claims/schema";
import { may, type Role } from "@/lib/core/policy/policy";
import { CHANNELS, CONTACT_OUTCOMES, type ContactLog, type ContactView } from "./schema";
import type { ContactRow } from "./store";

interface Reader {
  readonly userId: string;
  readonly role: Role;
}

/** Tell whether a reader may know who was asked: of a secret contact only who wrote it and who may see secret sources. */
export function knowsContact(
  { userId, role }: Reader,
  { confidentiality, byId }: Pick<ContactRow, "confidentiality" | "byId">,
): boolean {
  return confidentiality !== "secret" || byId === userId || may(role, "source.secret");
}

/** Make the contact log of a claim for its reader; `today` is an ISO date, `add` says whether contacts may be logged now. */
export function contactLog(
  rows: readonly ContactRow[],
  names: ReadonlyMap<string, string>,
  reader: Reader,
  { today, add }: { readonly today: string; readonly add: Ability },
): ContactLog {
  return { contacts: rows.map((row) => contactView(row, names, reader, today, add.may)), add };
}

const SILENT = { person: "", role: "", question: "", answer: "" } as const;

function contactView(
  row: ContactRow,
  names: ReadonlyMap<string, string>,
  reader: Reader,
  today: string,
  open: boolean,
): ContactView {
  const known = knowsContact(reader, row);
  const { id, rev, askedOn, deadline, answeredOn, confidentiality, byId, updatedAt } = row;
  const { person, role, question, answer } = known ? row : SILENT;
  const channel = CHANNELS.find((one) => one === row.channel) ?? "other";
  const outcome = CONTACT_OUTCOMES.find((one) => one === row.outcome) ?? "waiting";
  return {
    ...{ id, rev, person, role, channel, askedOn, question, deadline, outcome, answer, answeredOn, confidentiality },
    by: personRef(byId, names),
    updatedAt: updatedAt.toISOString(),
    concealed: !known,
    overdue: outcome === "waiting" && deadline !== null && deadline < today,
    mayChange: open && known,
    mayRemove: open && byId === reader.userId,
  };
}
