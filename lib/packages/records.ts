import { canonical, type Json } from "@/lib/core/ledger/canonical";
import { type Hash, type LedgerEntry, withhold } from "@/lib/core/ledger/chain";
import { namesSecret, type Secrets } from "@/lib/core/package/redaction";
import { noteHash } from "@/lib/core/workflow/sign-off";
import { sha256 } from "@/lib/platform/random";
import type * as store from "./store";

/** A person who stands in a record by id, with the name they bear now. */
export type Naming = (id: string | null) => { readonly id: string; readonly name: string } | null;

/** Write a record as a line of canonical JSON: dates in ISO 8601, what is not there left out. */
export function recordText(record: object): string {
  const plain: Json = JSON.parse(JSON.stringify(record));
  return `${canonical(plain)}\n`;
}

/** Name people from a list of names. */
export function namingOf(names: ReadonlyMap<string, string>): Naming {
  return (id) => (id === null ? null : { id, name: names.get(id) ?? "Former member" });
}

/** List everybody a claim's record names. */
export function peopleOf(claim: store.PackedClaim): string[] {
  const ids = [
    claim.createdById,
    claim.assigneeId,
    claim.verdictById,
    ...claim.facts.map(({ tickedById }) => tickedById),
    ...claim.fates.map(({ glancedById }) => glancedById),
    ...claim.notes.flatMap(({ authorId, revisions }) => [authorId, ...revisions.map(({ editedById }) => editedById)]),
    ...claim.signOffs.map(({ byId }) => byId),
    ...claim.contacts.map(({ byId }) => byId),
    ...claim.objections.flatMap(({ byId, decidedById }) => [byId, decidedById]),
  ];
  return ids.filter((id) => id !== null);
}

/** Return the record of a claim as a package tells it: notes on secret sources by their hash only, secret contacts by nothing. */
export function claimDocument(claim: store.PackedClaim, secrets: Secrets, name: Naming): object {
  const { newsroomId: _, articleId: __, anchors, facts, fates, notes, signOffs, contacts, objections, ...own } = claim;
  const { createdById, assigneeId, verdictById, rev, ...fields } = own;
  return {
    ...fields,
    createdBy: name(createdById),
    assignee: name(assigneeId),
    verdictBy: name(verdictById),
    anchors: anchors.map(({ version, start, end, exact, prefix, suffix, format }) => {
      return { version: version.number, start, end, exact, prefix, suffix, format };
    }),
    facts: facts.flatMap((fact) => factDocument(fact, anchors, name)),
    fates: fates.map(({ version, outcome, changes, glance, glancedById, glancedAt }) => {
      return { version: version.number, outcome, changes, glance, glancedBy: name(glancedById), glancedAt };
    }),
    notes: notes.map((note) => noteDocument(note, secrets, name)),
    signOffs: signOffs.map(({ claimId: _claim, versionId: _version, byId, version, ...signOff }) => {
      return { ...signOff, version: version.number, by: name(byId) };
    }),
    contacts: contacts.map(({ claimId: _claim, byId, rev: _rev, removedAt: _removed, ...contact }) => {
      return secrets.ids.has(contact.id) ? { withheld: true } : { ...contact, by: name(byId) };
    }),
    objections: objections.map(({ claimId: _claim, byId, decidedById, ...objection }) => {
      return { ...objection, by: name(byId), decidedBy: name(decidedById) };
    }),
  };
}

type Anchors = store.PackedClaim["anchors"];

function factDocument(fact: store.PackedClaim["facts"][number], anchors: Anchors, name: Naming): object[] {
  const { claimId: _, versionId, tickedById, ...fields } = fact;
  const version = anchors.find((anchor) => anchor.versionId === versionId)?.version.number;
  return version === undefined ? [] : [{ ...fields, version, tickedBy: name(tickedById) }];
}

function noteDocument(note: store.PackedClaim["notes"][number], secrets: Secrets, name: Naming): object {
  const hash = noteHash(note, sha256);
  const { id, removedAt } = note;
  if (secrets.ids.has(id)) return { id, hash, removedAt, withheld: true };
  const { claimId: _, authorId, revisions, ...fields } = note;
  const earlier = revisions.map(({ rev, body, editedById, editedAt }) => {
    return { rev, body, editedBy: name(editedById), editedAt };
  });
  return { ...fields, hash, author: name(authorId), earlier };
}

/** Headers of an answer that are ours, not the page's. */
const OURS = /^(?:set-cookie|cookie|authorization)/i;

/** Return the record of a snapshot: everything but its text and bytes, which have files of their own. */
export function snapshotDocument(snapshot: Awaited<ReturnType<typeof store.readSnapshot>>, name: Naming): object {
  const { newsroomId: _, text, signature: __, attempts: ___, requestedById, headers, places, ...fields } = snapshot;
  const kept = Array.isArray(headers) ? headers.filter((pair) => !OURS.test(JSON.stringify(pair).slice(2))) : [];
  return {
    ...fields,
    headers: kept,
    textSha256: sha256(text),
    requestedBy: name(requestedById),
    places: places.map(({ noteId, outcome, start, end, changes, at }) => {
      const words = start === null || end === null ? "" : text.slice(start, end);
      return { noteId, outcome, start, end, words, changes, at };
    }),
  };
}

/** Return an entry of the article's ledger as a package tells it: without its data when they name somebody secret. */
export function toldEntry(entry: LedgerEntry, secrets: Secrets, hash: Hash) {
  return namesSecret(entry.data, secrets) ? withhold(entry, hash) : entry;
}

/** Commands on the newsroom that a package tells: they are the rules and the keys under which the article was checked. */
const ITS_RULES = /^(?:newsroom\.change|signingKey\.)/;

/** Return an entry of the newsroom's ledger as a package tells it: whole when it is about cited sources, rules or keys, else its link. */
export function toldLink(entry: LedgerEntry, cited: ReadonlySet<string>, secrets: Secrets) {
  const { seq, prevHash, hash, data, subject, command } = entry;
  const told = (cited.has(subject) || ITS_RULES.test(command)) && !namesSecret(data, secrets);
  return told ? entry : { seq, prevHash, hash };
}
