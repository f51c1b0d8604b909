import { createHash, type Hash as Hasher } from "node:crypto";
import type { Writable } from "node:stream";
import { canonical, type Json } from "@/lib/core/ledger/canonical";
import * as entries from "@/lib/core/package/entries";
import { type Manifest, manifestText, type PackedFile, type Withheld } from "@/lib/core/package/manifest";
import { readmeText } from "@/lib/core/package/readme";
import { gatherSecrets, type Secrets } from "@/lib/core/package/redaction";
import { REPORT_FORMATS, writeReport } from "@/lib/core/report/formats";
import type { Report } from "@/lib/core/report/report";
import { articleChain, newsroomChain, readChain, readHead } from "@/lib/ledger/store";
import { writeZip, type ZipItem } from "@/lib/platform/canonical-zip";
import type { Progress } from "@/lib/platform/command";
import type { Tx } from "@/lib/platform/db";
import { publicKeyPem } from "@/lib/platform/ed25519";
import { sha256 } from "@/lib/platform/random";
import { notFound, Refusal } from "@/lib/platform/refusal";
import * as records from "./records";
import type { PackageMade, PackageOptions } from "./schema";
import { type SealedKey, signWith } from "./signing";
import * as store from "./store";

/** What a package is made of, and for whom. */
export interface PackageOrder extends PackageOptions {
  readonly newsroomId: string;
  readonly articleId: string;
  readonly by: { readonly id: string; readonly name: string };
  readonly now: Date;
  readonly key: SealedKey;
  /** The report as the public may read it, composed from the same state of the records. */
  readonly report: Report;
}

/** A file before it is packed: it can be read more than once, and gives the same bytes each time. */
interface Piece {
  readonly path: string;
  readonly open: () => AsyncIterable<Uint8Array>;
  /** Known without reading it. */
  readonly known?: { readonly size: number; readonly sha256: string };
}

/** Claims that are read at once. */
const BATCH = 100;

/**
 * Write the package of an article to `output`: everything is read twice in the caller's transaction, first to list and sign, then to
 * write, so that memory stays flat however many snapshots there are. `report` is told how far it has come.
 */
export async function buildPackage(
  tx: Tx,
  order: PackageOrder,
  output: Writable,
  report: (progress: Progress) => void = () => undefined,
  signal?: AbortSignal,
): Promise<PackageMade> {
  const article = await store.findArticle(tx, order.newsroomId, order.articleId);
  if (!article) throw notFound("article");
  const { secrets, withheld } = await gather(tx, order);
  const tally = { ledgerEntries: 0 };
  const pieces = await listPieces(tx, order, article, secrets, tally);
  const begun = { article: { id: article.id, title: article.title }, ...(await frame(tx, order, article.newsroom)) };
  const files: PackedFile[] = [];
  for (const [index, piece] of pieces.entries()) {
    signal?.throwIfAborted();
    report({ share: (index / pieces.length) * 0.5, words: `Listing ${piece.path}` });
    files.push(await measure(piece));
  }
  const told = { ...begun, withheld: { ...withheld, ledgerEntries: tally.ledgerEntries } };
  const readme = text(entries.README, readmeText(told));
  const manifest: Manifest = {
    format: "claimdesk-package",
    formatVersion: 1,
    ...told,
    files: [await measure(readme), ...files],
  };
  const items = await signed(manifest, order.key, [readme, ...pieces], report);
  await writeZip(items, output, signal);
  const size = items.reduce((sum, item) => sum + item.size, 0);
  return { name: packageName(article.title, order.now), keyId: order.key.id, files: files.length + 1, size };
}

/** The manifest and its signature stand first; what follows is checked again while it is written. */
async function signed(
  manifest: Manifest,
  key: SealedKey,
  pieces: readonly Piece[],
  report: (progress: Progress) => void,
): Promise<ZipItem[]> {
  const body = Buffer.from(manifestText(manifest), "utf8");
  const first = [bytes(entries.MANIFEST, body), bytes(entries.SIGNATURE, signWith(key, body))];
  const head = first.map(({ path, open, known }) => ({ name: path, size: known?.size ?? 0, open }));
  const rest = pieces.map(({ path, open }, index) => {
    const { size = 0, sha256: hash = "" } = manifest.files[index] ?? {};
    return {
      name: path,
      size,
      open: async function* () {
        report({ share: 0.5 + (index / pieces.length) * 0.5, words: `Writing ${path}` });
        const hasher = createHash("sha256");
        yield* hashing(open(), hasher);
        if (hasher.digest("hex") !== hash) throw new Error(`${path} no longer hashes to ${hash}.`);
      },
    };
  });
  return [...head, ...rest];
}

async function* hashing(content: AsyncIterable<Uint8Array>, hasher: Hasher): AsyncGenerator<Uint8Array> {
  for await (const chunk of content) {
    hasher.update(chunk);
    yield chunk;
  }
}

async function measure({ path, open, known }: Piece): Promise<PackedFile> {
  if (known) return { path, ...known };
  const hasher = createHash("sha256");
  let size = 0;
  for await (const chunk of open()) {
    hasher.update(chunk);
    size += chunk.length;
  }
  return { path, size, sha256: hasher.digest("hex") };
}

const WHY =
  "They name a source or a person that the newsroom keeps secret. Salted hashes stand for them, so that the sign-offs and the ledger that cover them can still be checked.";

/** Find out what must not leave, and how much that is. */
async function gather(tx: Tx, { newsroomId, articleId }: PackageOrder) {
  const sources = await store.listSecretSources(tx, newsroomId);
  const contacts = await store.listSecretContacts(tx, articleId);
  const past = await store.listSourceEntries(
    tx,
    newsroomId,
    sources.map(({ id }) => id),
  );
  const notes = sources.flatMap((source) => source.notes);
  const ids = [...sources, ...sources.flatMap(({ snapshots }) => snapshots), ...notes, ...contacts].map(({ id }) => id);
  const words = [
    ...sources.flatMap(({ title, publisher, url, author }) => [title, publisher, url, author]),
    ...sources.flatMap(({ snapshots }) => snapshots.flatMap(({ name, url, finalUrl }) => [name, url, finalUrl])),
    ...past.flatMap(({ data }) => namesIn(data)),
    ...notes.flatMap(({ quote, locator, note }) => [quote, locator, note]),
    ...contacts.flatMap(({ person, question, answer }) => [person, question, answer]),
  ];
  const cited = sources.filter((source) => source.notes.some(({ claim }) => claim.articleId === articleId));
  const withheld: Omit<Withheld, "ledgerEntries"> = {
    sources: cited.length,
    notes: notes.filter(({ claim }) => claim.articleId === articleId).length,
    contacts: contacts.filter(({ removedAt }) => removedAt === null).length,
    snapshots: cited.flatMap(({ snapshots }) => snapshots).filter(({ state }) => state === "done").length,
    why: WHY,
  };
  return { secrets: gatherSecrets(ids, words), withheld };
}

/** What a source was called before: the fields that its ledger entries tell. */
function namesIn(data: unknown): string[] {
  if (typeof data !== "object" || data === null) return [];
  return Object.entries(data).flatMap(([key, value]) => {
    if (["title", "publisher", "url", "author"].includes(key) && typeof value === "string") return [value];
    return namesIn(value);
  });
}

async function frame(tx: Tx, { by, now, key, withoutSnapshots, articleId, newsroomId }: PackageOrder, newsroom: Named) {
  const [chain, house] = [articleChain(articleId), newsroomChain(newsroomId)];
  return {
    newsroom: { id: newsroom.id, name: newsroom.name },
    madeAt: now.toISOString(),
    madeBy: by,
    key: { id: key.id, publicKey: key.publicKey },
    snapshots: withoutSnapshots ? ("left out" as const) : ("included" as const),
    ledger: { chain, ...(await readHead(tx, chain)) },
    newsroomLedger: { chain: house, ...(await readHead(tx, house)) },
  };
}

interface Named {
  readonly id: string;
  readonly name: string;
}

type Article = NonNullable<Awaited<ReturnType<typeof store.findArticle>>>;

/** List the files of a package behind the manifest, the signature and the README, in their order. */
async function listPieces(
  tx: Tx,
  order: PackageOrder,
  article: Article,
  secrets: Secrets,
  tally: { ledgerEntries: number },
): Promise<Piece[]> {
  const { newsroomId, articleId } = order;
  const sources = (await store.listSources(tx, newsroomId, articleId)).filter(({ id }) => !secrets.ids.has(id));
  const keys = await store.listKeys(tx, newsroomId);
  const people = [
    article.createdById,
    ...article.versions.map(({ createdById }) => createdById),
    ...article.readyMarks.flatMap(({ byId, withdrawnById }) => [byId, ...(withdrawnById ? [withdrawnById] : [])]),
    ...sources.map(({ createdById }) => createdById),
    ...keys.map(({ createdById }) => createdById),
  ];
  const name = records.namingOf(await store.listNames(tx, people));
  const sourceIds = sources.map(({ id }) => id);
  const snapshots = await store.listSnapshots(tx, sourceIds);
  const cited = new Set([...sourceIds, ...snapshots.map(({ id }) => id)]);
  return [
    text(entries.PUBLIC_KEY, publicKeyPem(order.key.publicKey)),
    text(entries.ARTICLE, records.recordText(articleDocument(article, name))),
    ...article.versions.flatMap((version) => versionPieces(tx, version, name)),
    ...claimPieces(tx, await store.listClaims(tx, articleId), secrets),
    text(
      entries.SOURCES,
      records.recordText({
        sources: sources.map(({ newsroomId: _, createdById, ...source }) => ({
          ...source,
          createdBy: name(createdById),
        })),
      }),
    ),
    ...snapshotPieces(tx, order, snapshots),
    lines(entries.ARTICLE_LEDGER, async function* () {
      tally.ledgerEntries = 0;
      for await (const entry of readChain(tx, articleChain(articleId))) {
        const told = records.toldEntry(entry, secrets, sha256);
        if ("dataHash" in told) tally.ledgerEntries++;
        yield told;
      }
    }),
    lines(entries.NEWSROOM_LEDGER, async function* () {
      for await (const entry of readChain(tx, newsroomChain(newsroomId))) yield records.toldLink(entry, cited, secrets);
    }),
    text(
      entries.KEYS,
      records.recordText({
        keys: keys.map(({ id, publicKey, createdAt, createdById, retiredAt }) => {
          return { id, publicKey, createdAt, createdBy: name(createdById), retiredAt };
        }),
      }),
    ),
    ...REPORT_FORMATS.map((format) => {
      return later(entries.reportFile(format), async () => writeReport(order.report, format).body);
    }),
    ...(await publicationPieces(tx, articleId)),
  ];
}

function articleDocument(article: Article, name: records.Naming): object {
  const { newsroom, versions, newsroomId: _, createdById, readyMarks, rev: __, ...fields } = article;
  const { verdictScale, fourEyes, rewordedKeepsSignOff, sourcingRule, weights } = newsroom;
  const numbers = new Map(versions.map(({ id, number }) => [id, number]));
  return {
    ...fields,
    createdBy: name(createdById),
    readyMarks: readyMarks.map(({ articleId: _article, versionId, byId, withdrawnById, ...mark }) => {
      return { ...mark, version: numbers.get(versionId), by: name(byId), withdrawnBy: name(withdrawnById) };
    }),
    rules: { verdictScale, fourEyes, rewordedKeepsSignOff, sourcingRule, weights },
  };
}

function versionPieces(tx: Tx, version: Article["versions"][number], name: records.Naming): Piece[] {
  const { createdById, ...fields } = version;
  return [
    later(entries.versionRecord(version.number), async () => {
      const dismissed = await store.listDismissedFacts(tx, version.id);
      const names = records.namingOf(
        await store.listNames(
          tx,
          dismissed.map(({ byId }) => byId),
        ),
      );
      const dismissedFacts = dismissed.map(({ versionId: _, byId, ...fact }) => ({ ...fact, by: names(byId) }));
      return records.recordText({ ...fields, createdBy: name(createdById), dismissedFacts });
    }),
    later(entries.versionText(version.number), () => store.readVersionText(tx, version.id)),
  ];
}

/** Read claims in batches: they are written in their order, so that the next one is mostly at hand. */
function claimPieces(
  tx: Tx,
  claims: readonly { readonly id: string; readonly number: number }[],
  secrets: Secrets,
): Piece[] {
  let held: { readonly from: number; readonly texts: ReadonlyMap<string, string> } | null = null;
  async function textOf(index: number): Promise<string> {
    const from = index - (index % BATCH);
    if (held?.from !== from) {
      const ids = claims.slice(from, from + BATCH).map(({ id }) => id);
      const batch = await store.readClaims(tx, ids);
      const name = records.namingOf(await store.listNames(tx, batch.flatMap(records.peopleOf)));
      const texts = batch.map((claim) => {
        return [claim.id, records.recordText(records.claimDocument(claim, secrets, name))] as const;
      });
      held = { from, texts: new Map(texts) };
    }
    return held.texts.get(claims[index]?.id ?? "") ?? "";
  }
  return claims.map(({ number }, index) => later(entries.claimRecord(number), () => textOf(index)));
}

type Snapshots = Awaited<ReturnType<typeof store.listSnapshots>>;

function snapshotPieces(tx: Tx, order: PackageOrder, snapshots: Snapshots): Piece[] {
  const { newsroomId, articleId, withoutSnapshots } = order;
  const stored = new Set<string>();
  return snapshots.flatMap(({ id, sha256: hash, size }) => {
    const record = later(entries.snapshotRecord(id), async () => {
      const snapshot = await store.readSnapshot(tx, id, articleId);
      const { requestedById } = snapshot;
      const names = await store.listNames(tx, requestedById === null ? [] : [requestedById]);
      return records.recordText(records.snapshotDocument(snapshot, records.namingOf(names)));
    });
    if (withoutSnapshots) return [record];
    const readable = later(entries.snapshotText(id), async () => (await store.readSnapshot(tx, id, articleId)).text);
    if (hash === null || stored.has(hash)) return [record, readable];
    stored.add(hash);
    const open = async function* () {
      const found = await store.readBlob(tx, newsroomId, hash);
      if (!found)
        throw new Refusal("not_now", `The stored bytes of a snapshot are gone (${hash}). The package can’t be made.`);
      yield found;
    };
    return [record, readable, { path: entries.storedFile(hash), open, known: { size, sha256: hash } }];
  });
}

async function publicationPieces(tx: Tx, articleId: string): Promise<Piece[]> {
  const publications = await store.listPublications(tx, articleId);
  const people = publications.flatMap(({ createdById, withdrawnById, editions, corrections }) => [
    createdById,
    ...(withdrawnById ? [withdrawnById] : []),
    ...[...editions, ...corrections].map(({ byId }) => byId),
  ]);
  const name = records.namingOf(await store.listNames(tx, people));
  return publications.flatMap((publication) => {
    const {
      slug,
      editions,
      corrections,
      newsroomId: _,
      articleId: __,
      createdById,
      withdrawnById,
      ...fields
    } = publication;
    const record = {
      ...fields,
      slug,
      createdBy: name(createdById),
      withdrawnBy: name(withdrawnById),
      editions: editions.map(({ byId, id: _id, ...edition }) => ({ ...edition, by: name(byId) })),
      corrections: corrections.map(
        ({ publicationId: _publication, editionId: _edition, byId, edition, ...correction }) => {
          return { ...correction, edition: edition.number, by: name(byId) };
        },
      ),
    };
    const frozen = editions.map(({ id, number }) => {
      return later(entries.editionRecord(slug, number), async () => canonicalReport(await store.readEdition(tx, id)));
    });
    return [text(entries.publicationRecord(slug), records.recordText(record)), ...frozen];
  });
}

/** The text that an edition's hash is over. */
function canonicalReport(report: unknown): string {
  const plain: Json = JSON.parse(JSON.stringify(report));
  return canonical(plain);
}

function bytes(path: string, content: Buffer): Piece {
  const known = { size: content.length, sha256: createHash("sha256").update(content).digest("hex") };
  return {
    path,
    open: async function* () {
      yield content;
    },
    known,
  };
}

function text(path: string, content: string): Piece {
  return bytes(path, Buffer.from(content, "utf8"));
}

/** A text that is made when it is its turn. */
function later(path: string, make: () => Promise<string>): Piece {
  return {
    path,
    open: async function* () {
      yield Buffer.from(await make(), "utf8");
    },
  };
}

/** Records, one on each line. */
function lines(path: string, list: () => AsyncIterable<object>): Piece {
  return {
    path,
    open: async function* () {
      for await (const record of list()) yield Buffer.from(records.recordText(record), "utf8");
    },
  };
}

/** "package-tillerson-says-u-s-2026-11-26.zip": at most 60 characters of the title, none that a file system or a header minds. */
function packageName(title: string, now: Date): string {
  const words = title
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  const slug = (words ?? ["article"]).join("-").slice(0, 60).replace(/-+$/, "");
  return `package-${slug}-${now.toISOString().slice(0, 10)}.zip`;
}
