import { z } from "zod";
import { command, type Entry, longCommand, systemCommand } from "@/lib/platform/command";
import { log } from "@/lib/platform/log";
import { notFound, Refusal } from "@/lib/platform/refusal";
import { requireKnownSource } from "@/lib/sources/reuse";
import { readHidden } from "@/lib/sources/secret-store";
import { contentOf, refuseUnlessKept, storeUpload } from "./keeping";
import { newsEntries, placeNotes } from "./placing";
import { requestSnapshot } from "./requesting";
import { fetchSourceInput, lookAtQuoteInput, uploadFileInput } from "./schema";
import * as store from "./store";

/** Ask for a copy of a source as its address answers now. What its notes quote is then looked for in it. */
export const fetchSource = command({
  name: "snapshot.request",
  input: fetchSourceInput,
  action: "source.edit",
  run: async (context, { sourceId }) => {
    const source = await requireKnownSource(context, sourceId);
    if (source.url === "") {
      throw new Refusal("not_now", "This source has no web address. Give it one, or upload a file.");
    }
    const { snapshotId, requested } = await requestSnapshot(context, source);
    const { newsroomId } = context.actor;
    const data = { source: { id: sourceId, title: source.title }, sourceId, url: source.url };
    return { output: { snapshotId }, entry: requested ? { newsroomId, subject: snapshotId, data } : null };
  },
});

/** Keep a file as a copy of a source: its bytes as they are, and the text that can be read out of them. */
export const uploadFile = longCommand({
  name: "snapshot.upload",
  input: uploadFileInput,
  action: "source.edit",
  prepare: async ({ report }, { sourceId, file }) => {
    report({ share: 0, words: "Reading the file" });
    const bytes = new Uint8Array(await file.arrayBuffer());
    const content = await contentOf(bytes, {});
    refuseUnlessKept(content.mediaType);
    return (context) => storeUpload(context, { sourceId, name: file.name, bytes, content });
  },
});

/** Say that somebody has looked at what became of a quote; the claim does not ask for it any more. */
export const lookAtQuote = command({
  name: "quote.look",
  input: lookAtQuoteInput,
  action: "note.write",
  run: async ({ tx, actor, now }, { noteId, snapshotId }) => {
    const { newsroomId, userId } = actor;
    const [place, hidden] = [await store.findPlace(tx, newsroomId, noteId, snapshotId), await readHidden(tx, actor)];
    if (!place || hidden.notes.has(noteId)) throw notFound("quote");
    const { claim, sourceId } = place.note;
    if (!place.look) return { output: { claimId: claim.id }, entry: null };
    await store.saveLooked(tx, noteId, snapshotId, userId, now);
    const source = { id: sourceId, title: place.snapshot.source.title };
    const data = { source, noteId, snapshotId, quote: { outcome: place.outcome } };
    return {
      output: { claimId: claim.id },
      entry: { newsroomId, articleId: claim.articleId, subject: claim.id, data },
    };
  },
});

// ---------------------------------------------------------------- what jobs do

/** Say that a try to fetch begins, or why the last one failed. */
export const noteProgress = systemCommand({
  name: "snapshot.progress",
  input: z.object({
    snapshotId: z.string(),
    state: z.enum(["waiting", "working"]),
    attempts: z.number(),
    failure: z.string(),
  }),
  run: async ({ tx }, { snapshotId, ...progress }) => {
    await store.saveProgress(tx, snapshotId, progress);
    return { output: null, entry: null };
  },
});

/** What the job hands over: parts of ours, made just before, which no schema has to look into. */
const made = z.custom<{ readonly bytes: Uint8Array<ArrayBuffer>; readonly content: store.Content }>();

/**
 * Store what a fetch brought, and place the quotes in it. When it reads as the copy before does, no second one is kept: the first says when
 * it was seen again. Does nothing when another process was quicker.
 */
export const storeFetched = systemCommand({
  name: "snapshot.store",
  input: z.object({ snapshotId: z.string(), attempts: z.number(), made }),
  run: async ({ tx, now }, { snapshotId, attempts, made: { bytes, content } }) => {
    const waiting = await store.lockSnapshot(tx, snapshotId);
    if (!isUnderWay(waiting)) return { output: null, entry: null };
    const { newsroomId, sourceId, source } = waiting;
    await store.lockSourceOf(tx, sourceId);
    const earlier = await store.findNewest(tx, sourceId, "fetched", {
      exceptId: snapshotId,
      states: ["done", "failed"],
    });
    const about = { source: { id: sourceId, title: source.title }, sourceId };
    const { sha256, size, status, finalUrl, mediaType } = content;
    if (earlier?.state === "done" && readsAs(earlier, content)) {
      await store.mergeIntoEarlier(tx, snapshotId, earlier.id, now);
      const data = { ...about, same: true, sha256, status };
      return { output: null, entry: { newsroomId, subject: earlier.id, data } };
    }
    await store.keepBlob(tx, newsroomId, sha256, bytes, now);
    await store.saveContent(tx, snapshotId, content, attempts, now);
    const placed = { id: snapshotId, sourceId, origin: "fetched" as const, ...content, vanished: false };
    const news = await placeNotes(tx, placed, now);
    const entries: Entry[] = [
      { newsroomId, subject: snapshotId, data: { ...about, sha256, size, status, mediaType, finalUrl } },
      ...newsEntries(news, { id: snapshotId, newsroomId, sourceId, title: source.title }),
    ];
    return { output: null, entry: entries };
  },
});

/**
 * Say that a fetch failed for good. `gone`: the server says that the page is not there any more, so nothing stands in it. A failure that
 * is the same as the one before, found by Claimdesk's own re-check, is kept once.
 */
export const failFetch = systemCommand({
  name: "snapshot.fail",
  input: z.object({
    snapshotId: z.string(),
    attempts: z.number().nullable(),
    why: z.string(),
    status: z.number().nullable(),
    finalUrl: z.string(),
    gone: z.boolean(),
  }),
  run: async ({ tx, now }, { snapshotId, gone, ...failure }) => {
    const waiting = await store.lockSnapshot(tx, snapshotId);
    if (!isUnderWay(waiting)) return { output: null, entry: null };
    const { newsroomId, sourceId, source } = waiting;
    await store.lockSourceOf(tx, sourceId);
    const earlier = await store.findNewest(tx, sourceId, "fetched", {
      exceptId: snapshotId,
      states: ["done", "failed"],
    });
    const about = { source: { id: sourceId, title: source.title }, sourceId, why: failure.why, status: failure.status };
    if (waiting.requestedById === null && earlier?.state === "failed" && earlier.failure === failure.why) {
      await store.mergeIntoEarlier(tx, snapshotId, earlier.id, now);
      return { output: null, entry: { newsroomId, subject: earlier.id, data: { ...about, same: true } } };
    }
    const attempts = failure.attempts ?? waiting.attempts;
    await store.saveFailure(tx, snapshotId, { ...failure, attempts }, now);
    // A page that nobody had a copy of has not vanished: its address may be wrong.
    const vanished = gone && (await store.findNewest(tx, sourceId, "fetched", { states: ["done"] })) !== null;
    const placed = { id: snapshotId, sourceId, origin: "fetched" as const, text: "", pages: [], vanished };
    const news = await placeNotes(tx, placed, now);
    const entries: Entry[] = [
      { newsroomId, subject: snapshotId, data: about },
      ...newsEntries(news, { id: snapshotId, newsroomId, sourceId, title: source.title }),
    ];
    return { output: null, entry: entries };
  },
});

/** Look at sources of one newsroom again by itself. */
export const recheckSources = systemCommand({
  name: "snapshot.recheck",
  input: z.object({ newsroomId: z.string(), sources: z.array(z.object({ id: z.string(), url: z.string() })) }),
  run: async ({ tx, now, newId }, { newsroomId, sources }) => {
    let asked = 0;
    for (const { id: sourceId, url } of sources) {
      await store.lockSourceOf(tx, sourceId);
      if (await store.findUnderWay(tx, sourceId)) continue;
      await store.createWaiting(tx, { id: newId(), newsroomId, sourceId, url, requestedById: null }, now);
      asked++;
    }
    log.info({ newsroomId, sources: asked }, "sources are looked at again");
    return { output: asked, entry: asked === 0 ? null : { newsroomId, subject: newsroomId, data: { sources: asked } } };
  },
});

type Locked = Awaited<ReturnType<typeof store.lockSnapshot>>;

const isUnderWay = (snapshot: Locked): snapshot is NonNullable<Locked> =>
  snapshot !== null && (snapshot.state === "waiting" || snapshot.state === "working");

/** Whether two copies say the same: the same bytes, or the same readable text of the same kind. */
function readsAs(
  earlier: {
    readonly sha256: string | null;
    readonly text: string;
    readonly mediaType: string;
    readonly status: number | null;
  },
  { sha256, text, mediaType, status }: store.Content,
): boolean {
  if (earlier.status !== status) return false;
  return earlier.sha256 === sha256 || (text !== "" && earlier.text === text && earlier.mediaType === mediaType);
}
