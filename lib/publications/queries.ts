import { personRef } from "@/lib/claims/claim-record";
import { findNames } from "@/lib/claims/store";
import { may } from "@/lib/core/policy/policy";
import { reportChanges } from "@/lib/core/report/corrections";
import { FOR_THE_PUBLIC } from "@/lib/core/report/options";
import { articleChain, readHead } from "@/lib/ledger/store";
import { type Actor, authorize } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { loadReport } from "@/lib/reports/queries";
import type { CorrectionView, PublicationStatus, PublicationsView, PublishedReport, Tombstone } from "./schema";
import * as store from "./store";

type Standing = NonNullable<Awaited<ReturnType<typeof store.findStanding>>>;

/** Load what was published of an article, and what the records say otherwise by now. Not yours and not there are the same answer. */
export async function loadPublications(actor: Actor, articleId: string): Promise<PublicationsView> {
  authorize(actor, "report.export");
  const { newsroomId } = actor;
  const standing = await store.findStanding(db(), newsroomId, articleId);
  const withdrawn = await store.listWithdrawn(db(), newsroomId, articleId);
  const report = await loadReport(actor, articleId, FOR_THE_PUBLIC);
  const names = await findNames(db(), [
    ...(standing ? [standing.createdById, ...standing.editions.map(({ byId }) => byId)] : []),
    ...withdrawn.flatMap(({ withdrawnById }) => withdrawnById ?? []),
  ]);
  return {
    articleId,
    title: report.article.title,
    current: standing && (await currentView(standing, names, report)),
    withdrawn: withdrawn.map(({ slug, withdrawnAt, withdrawnById, withdrawnReason }) => ({
      slug,
      at: withdrawnAt?.toISOString() ?? "",
      by: withdrawnById === null ? "" : personRef(withdrawnById, names).name,
      reason: withdrawnReason,
    })),
    mayPublish: may(actor.role, "report.publish"),
    undecided: report.whole.undecided + report.whole.untouched,
  };
}

async function currentView(
  { id, slug, indexable, createdAt, createdById, editions, corrections }: Standing,
  names: ReadonlyMap<string, string>,
  report: Awaited<ReturnType<typeof loadReport>>,
): Promise<PublicationsView["current"]> {
  const [edition] = editions;
  if (!edition) return null;
  const { number, sha256, at, byId } = edition;
  return {
    id,
    slug,
    indexable,
    publishedAt: createdAt.toISOString(),
    publishedBy: personRef(createdById, names),
    edition: { number, sha256, at: at.toISOString(), by: personRef(byId, names) },
    corrections: corrections.map(correctionView),
    changes: reportChanges(await store.readEdition(db(), edition.id), report),
  };
}

/** Load how far each published report of the newsroom is from the records; only those whose article went on since are compared. */
export async function loadPublicationStatuses(actor: Actor): Promise<PublicationStatus[]> {
  authorize(actor, "report.export");
  const statuses: PublicationStatus[] = [];
  for (const { articleId, slug, editions } of await store.listStanding(db(), actor.newsroomId)) {
    const [edition] = editions;
    if (!edition) continue;
    const before = await store.readEdition(db(), edition.id);
    const head = await readHead(db(), articleChain(articleId));
    // Nothing was done since but to publish it.
    const same = head.seq === before.ledger.seq + 1;
    const report = same ? before : await loadReport(actor, articleId, FOR_THE_PUBLIC);
    statuses.push({ articleId, slug, edition: edition.number, changes: reportChanges(before, report).length });
  }
  return statuses;
}

function correctionView({
  id,
  edition,
  claimNumber,
  field,
  before,
  after,
  why,
  at,
}: Standing["corrections"][number]): CorrectionView {
  return { id, edition: edition.number, claimNumber, field, before, after, why, at: at.toISOString() };
}

/** What stands under a public address. */
export type Published = { readonly published: PublishedReport } | { readonly tombstone: Tombstone };

/** Find what anybody may read under a public address: the newest edition, or that it was withdrawn; null when nothing ever stood there. */
export async function findPublished(slug: string): Promise<Published | null> {
  const found = await store.findBySlug(db(), slug);
  const edition = found?.editions[0];
  if (!found || !edition) return null;
  const { newsroom, article, withdrawnAt, withdrawnById, withdrawnReason: reason } = found;
  if (withdrawnAt !== null) {
    const names = await findNames(db(), withdrawnById === null ? [] : [withdrawnById]);
    const withdrawnBy = names.get(withdrawnById ?? "") ?? newsroom.name;
    const told = { newsroom: newsroom.name, title: article.title, withdrawnBy, reason };
    return { tombstone: { ...told, withdrawnAt: withdrawnAt.toISOString() } };
  }
  return {
    published: {
      slug: found.slug,
      indexable: found.indexable,
      report: store.frozen(edition.report),
      edition: { number: edition.number, sha256: edition.sha256, at: edition.at.toISOString() },
      publishedAt: found.createdAt.toISOString(),
      corrections: found.corrections.map(correctionView),
      keyId: newsroom.signingKeys[0]?.id ?? null,
      publishing: newsroom.publishing,
    },
  };
}

/** Reports that a feed tells at most. */
const IN_FEED = 200;

/** Find the newest editions of a newsroom's published reports that may be listed, newest first; null when there is no such newsroom. */
export async function findFeed(newsroomId: string) {
  const newsroom = await store.findNewsroom(db(), newsroomId);
  if (!newsroom) return null;
  const publications = await store.listIndexable(db(), newsroomId, IN_FEED);
  const publishing: unknown = newsroom.publishing;
  return {
    newsroom: { id: newsroom.id, name: newsroom.name },
    publishing,
    reports: publications.flatMap(({ slug, createdAt, editions }) =>
      editions.map(({ at, report }) => {
        return { slug, publishedAt: createdAt.toISOString(), editedAt: at.toISOString(), report: store.frozen(report) };
      }),
    ),
  };
}
