import type { ReportQuotePlace, ReportSnapshot } from "@/lib/core/report/evidence";
import type { Tx } from "@/lib/platform/db";
import type { Prisma } from "@/prisma/generated/client";

/** Read an article of a newsroom with its current (highest) version and the newsroom's rules; null when it is not there. */
export function findArticle(tx: Tx, newsroomId: string, articleId: string) {
  return tx.article.findFirst({
    where: { id: articleId, newsroomId },
    include: { newsroom: true, versions: { orderBy: { number: "desc" }, take: 1 } },
  });
}

/** Find the public name under which an article's report stands now; null when none does. */
export async function findPublicSlug(tx: Tx, articleId: string): Promise<string | null> {
  const published = await tx.publication.findFirst({
    where: { articleId, withdrawnAt: null },
    orderBy: { createdAt: "desc" },
    select: { slug: true },
  });
  return published?.slug ?? null;
}

const claimParts = (versionId: string) =>
  ({
    // A sign-off that was carried to this version speaks of the words of the one it was given on.
    anchors: { where: { OR: [{ versionId }, { version: { signOffs: { some: { voidedAt: null } } } }] } },
    facts: { where: { versionId }, orderBy: [{ start: "asc" }, { id: "asc" }] },
    notes: {
      where: { removedAt: null },
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
      include: { source: true },
    },
    contacts: { where: { removedAt: null }, orderBy: [{ askedOn: "asc" }, { createdAt: "asc" }, { id: "asc" }] },
    objections: { orderBy: [{ at: "asc" }, { id: "asc" }] },
    signOffs: { orderBy: [{ at: "asc" }, { id: "asc" }], include: { version: { select: { number: true } } } },
  }) as const satisfies Prisma.ClaimInclude;

/** A claim with everything a report says of it. */
export type ClaimRecord = Prisma.ClaimGetPayload<{ include: ReturnType<typeof claimParts> }>;

/** Which standing claims of an article to read: all, the next ones behind a number, or those with these ids. */
export interface ClaimSelection {
  readonly newsroomId: string;
  readonly articleId: string;
  readonly versionId: string;
  readonly which: "all" | { readonly after: number; readonly take: number } | { readonly ids: readonly string[] };
}

/** Read claims with their places and facts in one version and their places where sign-offs were given, by number. */
export function listClaims(tx: Tx, selection: ClaimSelection): Promise<ClaimRecord[]> {
  const { newsroomId, articleId, versionId, which } = selection;
  return tx.claim.findMany({
    where: { newsroomId, articleId, removedAt: null, ...wanted(which) },
    orderBy: { number: "asc" },
    ...(which !== "all" && "take" in which ? { take: which.take } : {}),
    include: claimParts(versionId),
  });
}

function wanted(which: ClaimSelection["which"]): Prisma.ClaimWhereInput {
  if (which === "all") return {};
  return "ids" in which ? { id: { in: [...which.ids] } } : { number: { gt: which.after } };
}

/** Read the sources of a newsroom that are not open to everybody, and the people that this article's contact log guards. */
export async function listGuarded(tx: Tx, newsroomId: string, articleId: string) {
  const guarded = { confidentiality: { in: ["internal" as const, "secret" as const] } };
  const sources = await tx.source.findMany({
    where: { newsroomId, ...guarded },
    select: { medium: true, title: true, author: true, confidentiality: true },
  });
  const contacts = await tx.contact.findMany({
    where: { claim: { newsroomId, articleId }, removedAt: null, ...guarded },
    select: { person: true, confidentiality: true },
  });
  return { sources, contacts };
}

/** Read the newest finished copy of each source, by source. */
export async function listSnapshots(
  tx: Tx,
  sourceIds: readonly string[],
): Promise<ReadonlyMap<string, ReportSnapshot>> {
  if (sourceIds.length === 0) return new Map();
  const rows = await tx.$queryRaw<(Omit<ReportSnapshot, "at"> & { sourceId: string; doneAt: Date })[]>`
    SELECT DISTINCT ON ("sourceId") "sourceId", "id", "origin"::text AS "origin", "doneAt", "sha256", "size", "mediaType", "finalUrl", "name"
    FROM "Snapshot"
    WHERE "sourceId" = ANY(${[...sourceIds]}) AND "state" = 'done' AND "sha256" IS NOT NULL AND "doneAt" IS NOT NULL
    ORDER BY "sourceId", "doneAt" DESC, "id"`;
  return new Map(rows.map(({ sourceId, doneAt, ...rest }) => [sourceId, { ...rest, at: doneAt.toISOString() }]));
}

/** Where the quotes of notes stand, by note. */
export type QuotePlaces = ReadonlyMap<string, ReportQuotePlace>;

/** Read where the quotes of notes stand in these copies, with the label of the page. */
export async function listQuotePlaces(
  tx: Tx,
  snapshotIds: readonly string[],
  noteIds: readonly string[],
): Promise<QuotePlaces> {
  if (snapshotIds.length === 0 || noteIds.length === 0) return new Map();
  const rows = await tx.$queryRaw<(ReportQuotePlace & { noteId: string })[]>`
    SELECT p."noteId", p."snapshotId", p."outcome", p."changes",
      COALESCE((
        SELECT page->>'label' FROM jsonb_array_elements(s."pages") AS page
        WHERE (page->>'start')::int <= p."start" AND p."start" < (page->>'end')::int
        LIMIT 1
      ), '') AS "page"
    FROM "QuotePlace" p JOIN "Snapshot" s ON s."id" = p."snapshotId"
    WHERE p."snapshotId" = ANY(${[...snapshotIds]}) AND p."noteId" = ANY(${[...noteIds]})`;
  return new Map(
    rows.map(({ noteId, snapshotId, outcome, page, changes }) => {
      return [noteId, { snapshotId, outcome, page, changes: changes.map(({ from, to }) => ({ from, to })) }];
    }),
  );
}

/** A correction of what was published. */
export type CorrectionRecord = Prisma.CorrectionGetPayload<Record<string, never>>;

/** Read the corrections of all that was published of an article, oldest first. */
export function listCorrections(tx: Tx, articleId: string): Promise<CorrectionRecord[]> {
  return tx.correction.findMany({ where: { publication: { articleId } }, orderBy: [{ at: "asc" }, { id: "asc" }] });
}

/** Read the names of people, also of those who left the newsroom. */
export async function listNames(tx: Tx, ids: ReadonlySet<string>): Promise<ReadonlyMap<string, string>> {
  const users = await tx.user.findMany({ where: { id: { in: [...ids] } }, select: { id: true, name: true } });
  return new Map(users.map(({ id, name }) => [id, name]));
}

/** Read when the last entry of a chain was written; null for a chain without entries. */
export async function lastEntryAt(tx: Tx, chain: string): Promise<Date | null> {
  const last = await tx.ledgerEntry.findFirst({ where: { chain }, orderBy: { seq: "desc" }, select: { at: true } });
  return last?.at ?? null;
}

/** Who dismissed a claim, and when (ISO 8601). */
export interface Dismissal {
  readonly by: { readonly id: string; readonly name: string } | null;
  readonly at: string;
}

/** Read from an article's ledger who last dismissed each of its claims; entries list what they did to each under `changes`. */
export async function listDismissals(tx: Tx, chain: string): Promise<ReadonlyMap<string, Dismissal>> {
  const rows = await tx.$queryRaw<{ claimId: string; actorId: string | null; actorName: string; at: Date }[]>`
    SELECT DISTINCT ON ("change"->>'claimId') "change"->>'claimId' AS "claimId", "actorId", "actorName", "at"
    FROM "LedgerEntry"
    CROSS JOIN LATERAL jsonb_path_query("data", '$.changes[*] ? (@.after.state == "dismissed")') AS "change"
    WHERE "chain" = ${chain}
    ORDER BY "change"->>'claimId', "seq" DESC`;
  return new Map(
    rows.map(({ claimId, actorId, actorName, at }) => {
      const by = actorId === null ? null : { id: actorId, name: actorName };
      return [claimId, { by, at: at.toISOString() }];
    }),
  );
}
