import type { Tx } from "@/lib/platform/db";
import type { Prisma } from "@/prisma/generated/client";
import type { SealedKey } from "./signing";

/** Let one transaction at a time make or retire keys of a newsroom. */
export async function lockKeys(tx: Tx, newsroomId: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`keys:${newsroomId}`}, 0))`;
}

/** List a newsroom's signing keys, the newest first. */
export function listKeys(tx: Tx, newsroomId: string) {
  return tx.signingKey.findMany({ where: { newsroomId }, orderBy: [{ createdAt: "desc" }, { id: "asc" }] });
}

/** Find the key that signs now; null before the first one was made. */
export function findCurrentKey(tx: Tx, newsroomId: string) {
  return tx.signingKey.findFirst({ where: { newsroomId, retiredAt: null }, orderBy: { createdAt: "desc" } });
}

/** Find a newsroom's key by its fingerprint, whether or not it still signs; or null. */
export function findKey(tx: Tx, newsroomId: string, keyId: string) {
  return tx.signingKey.findFirst({ where: { id: keyId, newsroomId } });
}

/** Keep a new key. */
export async function createKey(tx: Tx, key: SealedKey & { readonly createdById: string; readonly createdAt: Date }) {
  await tx.signingKey.create({ data: key });
}

/** Retire every key of a newsroom that still signs; the rows stay, so that what they signed can be checked. */
export async function retireKeys(tx: Tx, newsroomId: string, now: Date): Promise<void> {
  await tx.signingKey.updateMany({ where: { newsroomId, retiredAt: null }, data: { retiredAt: now } });
}

/** Read a newsroom's name; null when there is none of this id. */
export function findNewsroom(tx: Tx, newsroomId: string) {
  return tx.newsroom.findUnique({ where: { id: newsroomId }, select: { id: true, name: true } });
}

/** Read an article of a newsroom with the newsroom's rules and all that a package says of the article itself. */
export function findArticle(tx: Tx, newsroomId: string, articleId: string) {
  return tx.article.findFirst({
    where: { id: articleId, newsroomId },
    include: {
      newsroom: true,
      readyMarks: { orderBy: [{ at: "asc" }, { id: "asc" }] },
      versions: {
        orderBy: { number: "asc" },
        select: { id: true, number: true, sha256: true, words: true, note: true, createdById: true, createdAt: true },
      },
    },
  });
}

/** Read the text of a version. */
export async function readVersionText(tx: Tx, versionId: string): Promise<string> {
  return (await tx.articleVersion.findUniqueOrThrow({ where: { id: versionId }, select: { text: true } })).text;
}

/** List the facts outside of claims that were dismissed in a version. */
export function listDismissedFacts(tx: Tx, versionId: string) {
  return tx.dismissedFact.findMany({ where: { versionId }, orderBy: [{ start: "asc" }, { id: "asc" }] });
}

/** List the ids and numbers of all claims that an article ever had. */
export function listClaims(tx: Tx, articleId: string) {
  return tx.claim.findMany({ where: { articleId }, orderBy: { number: "asc" }, select: { id: true, number: true } });
}

const claimParts = {
  anchors: { orderBy: { version: { number: "asc" } }, include: { version: { select: { number: true } } } },
  facts: { orderBy: [{ start: "asc" }, { id: "asc" }] },
  fates: { orderBy: { version: { number: "asc" } }, include: { version: { select: { number: true } } } },
  notes: {
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    include: { revisions: { orderBy: { rev: "asc" } } },
  },
  signOffs: { orderBy: [{ at: "asc" }, { id: "asc" }], include: { version: { select: { number: true } } } },
  contacts: { where: { removedAt: null }, orderBy: [{ askedOn: "asc" }, { id: "asc" }] },
  objections: { orderBy: [{ at: "asc" }, { id: "asc" }] },
} as const satisfies Prisma.ClaimInclude;

/** A claim with everything a package tells of it. */
export type PackedClaim = Prisma.ClaimGetPayload<{ include: typeof claimParts }>;

/** Read claims by id. */
export function readClaims(tx: Tx, ids: readonly string[]): Promise<PackedClaim[]> {
  return tx.claim.findMany({ where: { id: { in: [...ids] } }, include: claimParts });
}

/** Read the names of people, also of those who left. */
export async function listNames(tx: Tx, ids: Iterable<string>): Promise<ReadonlyMap<string, string>> {
  const users = await tx.user.findMany({ where: { id: { in: [...new Set(ids)] } }, select: { id: true, name: true } });
  return new Map(users.map(({ id, name }) => [id, name]));
}

/** List the sources that an article's notes lean on or leaned on. */
export function listSources(tx: Tx, newsroomId: string, articleId: string) {
  return tx.source.findMany({
    where: { newsroomId, notes: { some: { claim: { articleId } } } },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
}

/** List a newsroom's secret sources with what was noted in them. */
export function listSecretSources(tx: Tx, newsroomId: string) {
  return tx.source.findMany({
    where: { newsroomId, confidentiality: "secret" },
    include: {
      notes: { select: { id: true, quote: true, locator: true, note: true, claim: { select: { articleId: true } } } },
      snapshots: { select: { id: true, name: true, url: true, finalUrl: true, state: true } },
    },
  });
}

/** List an article's contacts that only some may know, also those that were taken away. */
export function listSecretContacts(tx: Tx, articleId: string) {
  return tx.contact.findMany({ where: { claim: { articleId }, confidentiality: "secret" } });
}

/** List what the newsroom's ledger ever said of these sources. */
export function listSourceEntries(tx: Tx, newsroomId: string, sourceIds: readonly string[]) {
  return tx.ledgerEntry.findMany({
    where: { chain: `newsroom:${newsroomId}`, subject: { in: [...sourceIds] } },
    select: { data: true },
  });
}

/** List the snapshots of sources that are done or have failed, without their texts. */
export function listSnapshots(tx: Tx, sourceIds: readonly string[]) {
  return tx.snapshot.findMany({
    where: { sourceId: { in: [...sourceIds] }, state: { in: ["done", "failed"] } },
    orderBy: [{ requestedAt: "asc" }, { id: "asc" }],
    select: { id: true, sha256: true, size: true },
  });
}

/** Read a snapshot with its text, and where quotes of an article's notes stand in it. */
export function readSnapshot(tx: Tx, snapshotId: string, articleId: string) {
  return tx.snapshot.findUniqueOrThrow({
    where: { id: snapshotId },
    include: { places: { where: { note: { claim: { articleId } } }, orderBy: [{ at: "asc" }, { noteId: "asc" }] } },
  });
}

/** Read stored bytes by their SHA-256; null when they are not there. */
export async function readBlob(tx: Tx, newsroomId: string, sha256: string): Promise<Uint8Array | null> {
  const blob = await tx.blob.findUnique({
    where: { newsroomId_sha256: { newsroomId, sha256 } },
    select: { bytes: true },
  });
  return blob?.bytes ?? null;
}

/** List what was published of an article, with its editions' hashes and its corrections, without the reports. */
export function listPublications(tx: Tx, articleId: string) {
  return tx.publication.findMany({
    where: { articleId },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    include: {
      editions: { orderBy: { number: "asc" }, select: { id: true, number: true, sha256: true, byId: true, at: true } },
      corrections: { orderBy: [{ at: "asc" }, { id: "asc" }], include: { edition: { select: { number: true } } } },
    },
  });
}

/** Read the frozen report of an edition. */
export async function readEdition(tx: Tx, editionId: string) {
  return (await tx.edition.findUniqueOrThrow({ where: { id: editionId }, select: { report: true } })).report;
}
