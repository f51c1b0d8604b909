import { createHash } from "node:crypto";
import { storySignature, wireCredit } from "@/lib/core/evidence/same-story";
import type { Actor } from "@/lib/platform/actor";
import type { Context, Done, Entry } from "@/lib/platform/command";
import { readDocument } from "@/lib/platform/read-document";
import { Refusal } from "@/lib/platform/refusal";
import { requireKnownSource } from "@/lib/sources/reuse";
import { readHidden } from "@/lib/sources/secret-store";
import { newsEntries, placeNotes } from "./placing";
import * as store from "./store";

/** Where bytes come from, as far as reading them needs it. */
interface Provenance {
  readonly finalUrl?: string;
  readonly status?: number;
  readonly headers?: readonly (readonly [string, string])[];
}

/** Read everything out of bytes that is kept of them. The type is what the bytes are, whatever a header or a name says. */
export async function contentOf(
  bytes: Uint8Array,
  { finalUrl = "", status, headers = [] }: Provenance,
): Promise<store.Content> {
  const { mediaType, text, pages, about, unread } = await readDocument(bytes, {
    url: finalUrl,
    charset: charsetOf(headers),
  });
  return {
    finalUrl,
    status: status ?? null,
    headers,
    mediaType,
    sha256: createHash("sha256").update(bytes).digest("hex"),
    size: bytes.length,
    text,
    pages,
    about,
    wire: wireCredit(text),
    signature: storySignature(text),
    unread,
  };
}

/** Return the character set that a server names, or null. */
export function charsetOf(headers: NonNullable<Provenance["headers"]>): string | null {
  const type = headers.find(([name]) => name === "content-type")?.[1] ?? "";
  return /charset\s*=\s*"?([\w.:-]{1,40})/i.exec(type)?.[1] ?? null;
}

/** What newsrooms keep: documents, tables, pictures, sound and film. Programs and archives are not evidence that one can look at. */
const KEPT =
  /^(?:text\/(?:html|csv|plain)|application\/(?:pdf|rtf|vnd\.(?:openxmlformats-officedocument\.[\w.]+|oasis\.opendocument\.[\w.]+))|(?:image|audio|video)\/[\w.+-]+|application\/(?:ogg|mp4))$/;

/** Refuse a file of a type that is not kept. */
export function refuseUnlessKept(mediaType: string): void {
  if (KEPT.test(mediaType)) return;
  const what =
    mediaType === "application/octet-stream" ? "of no type that Claimdesk knows" : `of the type ${mediaType}`;
  const why = `This file is ${what}. PDF, Word, Excel, CSV, text, web pages, pictures, sound and film are kept.`;
  throw new Refusal("invalid", why, { fields: { file: why } });
}

interface Upload {
  readonly sourceId: string;
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly content: store.Content;
}

/** Store a file with its source, unless the newsroom has it already. */
export async function storeUpload(
  context: Context<Actor>,
  { sourceId, name, bytes, content }: Upload,
): Promise<Done<{ readonly snapshotId: string; readonly already: boolean }>> {
  const { tx, actor, now, newId } = context;
  const { newsroomId, userId } = actor;
  const source = await requireKnownSource(context, sourceId);
  await store.lockSourceOf(tx, sourceId);
  const holder = await holderOf(context, sourceId, content.sha256);
  if (holder !== null) return { output: { snapshotId: holder, already: true }, entry: null };
  await store.keepBlob(tx, newsroomId, content.sha256, bytes, now);
  const snapshotId = newId();
  const upload = { id: snapshotId, newsroomId, sourceId, name: plainName(name), requestedById: userId };
  await store.createUpload(tx, upload, content, now);
  const placed = { id: snapshotId, sourceId, origin: "uploaded" as const, ...content, vanished: false };
  const news = await placeNotes(tx, placed, now);
  const { sha256, size, mediaType } = content;
  const data = { source: { id: sourceId, title: source.title }, sourceId, name: upload.name, sha256, size, mediaType };
  const entries: Entry[] = [
    { newsroomId, subject: snapshotId, data },
    ...newsEntries(news, { id: snapshotId, newsroomId, sourceId, title: source.title }),
  ];
  return { output: { snapshotId, already: false }, entry: entries };
}

/** The snapshot of this source that has the bytes already; refuses when another source has them, which the actor may know. */
async function holderOf({ tx, actor }: Context<Actor>, sourceId: string, sha256: string): Promise<string | null> {
  const holders = await store.listHolders(tx, actor.newsroomId, sha256);
  const own = holders.find((one) => one.sourceId === sourceId);
  if (own) return own.id;
  const { sources: hidden } = await readHidden(tx, actor);
  const other = holders.find((one) => !hidden.has(one.sourceId));
  if (!other) return null;
  const why = `The newsroom has this very file already, with the source “${other.source.title}”. Leave the note there, so that one source does not count as two.`;
  throw new Refusal("invalid", why, { fields: { file: why } });
}

/** A file's name without folders and without signs that steer anything; at most 200 units. */
function plainName(name: string): string {
  const bare = name
    .toWellFormed()
    .replace(/^.*[\\/]/, "")
    .replace(/[\p{Cc}\p{Cf}]/gu, "")
    .trim();
  return bare.slice(-200) || "file";
}
