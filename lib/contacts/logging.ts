import { allowed, given, requireClaim, type Work } from "@/lib/claims/amending";
import type { ClaimRecord } from "@/lib/claims/claim-record";
import { asJson } from "@/lib/claims/ledger-data";
import * as claims from "@/lib/claims/store";
import { mergeFields } from "@/lib/core/workflow/merge";
import { askContact } from "@/lib/core/workflow/workflow";
import type { Done } from "@/lib/platform/command";
import { notFound, Refusal } from "@/lib/platform/refusal";
import { knowsContact } from "./contact-views";
import type { ContactChanged, ContactFields } from "./schema";
import * as store from "./store";

/** Log whom one asked. It is not part of what is signed: a sign-off stays, and so does the claim's state. */
export async function add(
  work: Work,
  { claimId, ...fields }: ContactFields & { readonly claimId: string },
): Promise<Done<ContactChanged>> {
  const claim = await requireClaim(work, claimId);
  allowed(askContact(claim, work.actor));
  requireOrder(fields);
  const contact = { ...settled(fields), id: work.newId(), claimId, byId: work.actor.userId };
  await store.createContact(work.tx, contact, work.now);
  const { id, claimId: _, byId, ...after } = contact;
  return logged(work, claim, id, { after, person: contact.person });
}

interface Change {
  readonly contactId: string;
  readonly rev: number;
  readonly base: Readonly<Record<string, unknown>>;
}
type Fields = { readonly [K in keyof ContactFields]?: ContactFields[K] | undefined };

/** Change some fields of a contact that one may know; fields that others changed meanwhile merge unless they are the same ones. */
export async function change(
  work: Work,
  { contactId, rev, base, ...input }: Fields & Change,
): Promise<Done<ContactChanged>> {
  const { claim, contact } = await requireContact(work, contactId);
  allowed(askContact(claim, work.actor));
  const theirs = fieldsOf(contact);
  const start = Object.fromEntries(
    Object.entries(base).map(([key, value]) => [key, value === "" && isDay(key) ? null : value]),
  );
  const merge = mergeFields<Words>(
    rev === contact.rev ? theirs : (start as Partial<Words>),
    given<Words>(input),
    theirs,
  );
  if (!merge.ok) {
    const by = await lastBy(work, claim, contactId);
    const why = `${by ?? "Somebody"} changed this contact while you were editing. Choose field by field what shall stand.`;
    throw new Refusal("conflict", why, { conflict: { rev: contact.rev, by, fields: merge.conflicts } });
  }
  const wanted = settled({ ...contact, ...merge.changes } as ContactFields);
  requireOrder(wanted);
  const changed = (Object.keys(theirs) as (keyof Words)[]).filter((key) => wanted[key] !== theirs[key]);
  if (changed.length === 0) return { output: answer(claim, contactId), entry: null };
  const pick = (from: Words) => Object.fromEntries(changed.map((key) => [key, from[key]]));
  if (!(await store.saveContact(work.tx, contact, pick(wanted) as Partial<ContactFields>, work.now))) throw quicker();
  return logged(work, claim, contactId, { before: pick(theirs), after: pick(wanted), person: wanted.person });
}

/** Take one's own contact away. */
export async function takeAway(
  work: Work,
  { contactId, rev }: { readonly contactId: string; readonly rev: number },
): Promise<Done<ContactChanged>> {
  const { claim, contact } = await requireContact(work, contactId);
  allowed(askContact(claim, work.actor));
  if (contact.byId !== work.actor.userId) {
    throw new Refusal("forbidden", "Only who logged a contact can remove it.");
  }
  if (contact.rev !== rev || !(await store.removeContact(work.tx, contact, work.now))) throw quicker();
  return logged(work, claim, contactId, { before: fieldsOf(contact), person: contact.person });
}

const quicker = () =>
  new Refusal("conflict", "This contact changed while you were reading. Look at it again, then decide.");

type Words = { readonly [K in keyof ContactFields]: string | null };
const FIELDS = [
  "person",
  "role",
  "channel",
  "askedOn",
  "question",
  "deadline",
  "outcome",
  "answer",
  "answeredOn",
  "confidentiality",
] as const satisfies readonly (keyof ContactFields)[];

const isDay = (key: string): boolean => key === "deadline" || key === "answeredOn";

function fieldsOf(contact: Words): Words {
  return Object.fromEntries(FIELDS.map((key) => [key, contact[key]])) as Words;
}

/** An answer in words is an answer: what waits no longer waits then. */
function settled(fields: ContactFields): ContactFields {
  return fields.outcome === "waiting" && fields.answer !== "" ? { ...fields, outcome: "answered" } : fields;
}

function requireOrder({ askedOn, deadline, answeredOn }: Pick<ContactFields, "askedOn" | "deadline" | "answeredOn">) {
  const early = (name: string, why: string) => new Refusal("invalid", why, { fields: { [name]: why } });
  if (deadline !== null && deadline < askedOn) throw early("deadline", "The deadline is before the day you asked.");
  if (answeredOn !== null && answeredOn < askedOn)
    throw early("answeredOn", "The answer is from before the day you asked.");
}

async function requireContact(work: Work, contactId: string) {
  const { tx, actor } = work;
  const found = await store.findContact(tx, actor.newsroomId, contactId);
  if (!found) throw notFound("contact");
  const claim = await requireClaim(work, found.claimId);
  // Read again under the claim's lock.
  const contact = await store.findContact(tx, actor.newsroomId, contactId);
  if (!contact) throw notFound("contact");
  if (!knowsContact(actor, contact)) {
    throw new Refusal("forbidden", "Only who logged this contact and who may see secret sources can change it.");
  }
  return { claim, contact };
}

async function lastBy({ tx }: Work, claim: ClaimRecord, contactId: string): Promise<string | null> {
  const lines = await claims.listHistory(tx, claim.articleId, claim.id, 50);
  const last = lines.find(
    ({ command, data }) => command === "contact.change" && JSON.stringify(data).includes(contactId),
  );
  return last?.actorName ?? null;
}

const answer = ({ id: claimId, articleId }: ClaimRecord, contactId: string): ContactChanged => ({
  contactId,
  claimId,
  articleId,
});

async function logged(
  work: Work,
  claim: ClaimRecord,
  id: string,
  words: { readonly person: string; readonly before?: object; readonly after?: object },
): Promise<Done<ContactChanged>> {
  const { newsroomId, articleId } = claim;
  await claims.touchArticles(work.tx, [articleId], work.now);
  const data = asJson({ contact: { id, ...words } });
  return { output: answer(claim, id), entry: { newsroomId, articleId, subject: claim.id, data } };
}
