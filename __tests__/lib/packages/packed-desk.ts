import { createHash } from "node:crypto";
import { Writable } from "node:stream";
import { addSourceNote, editSourceNote, proposeVerdict, signOff } from "@/lib/claims/commands";
import { loadClaim } from "@/lib/claims/queries";
import { makeSigningKey } from "@/lib/packages/commands";
import { writePackage } from "@/lib/packages/queries";
import type { Actor } from "@/lib/platform/actor";
import type { Db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/random";
import { buildClaim, buildSource } from "@/seeds/builders";
import { type Newsdesk, newsdesk, run } from "../claims/newsdesk";

/** What must never be found in a package: the secret source, its words, and the person who was asked in confidence. */
export const SECRETS = [
  "Deep Harbour",
  "harbour-leak.example",
  "Edgar Confidant",
  "the dredging contract was signed twice",
  "safe in cellar two",
  "he sat in the room",
  "Willa Whisper",
  "What did you see in the cellar",
] as const;

/** A page as the web gave it, with what reading it found. */
export const PAGE = {
  url: "https://city.example/budget",
  bytes: Buffer.from("<html><body><p>The bridge cost <b>$3 million</b> in all.</p></body></html>"),
  text: "The bridge cost $3 million in all.",
  /** What the note quotes, with words left out, and the words it stands for. */
  quote: "The bridge […] $3 million",
  words: "The bridge cost $3 million",
};

export interface PackedDesk extends Newsdesk {
  readonly articleId: string;
  readonly openSourceId: string;
  readonly secretSourceId: string;
  /** Claims 1 (open source), 2 (secret source) and 3 (signed, then changed). */
  readonly claimIds: readonly string[];
}

/** Build a newsroom whose article has all that a package can hold, checked through the product's own commands. */
export async function packedDesk(db: Db): Promise<PackedDesk> {
  const desk = await newsdesk(db);
  const { article, ana, marek, tom } = desk;
  const openSourceId = await buildSource(db, tom, { title: "City budget", url: PAGE.url });
  const secretSourceId = await buildSource(db, tom, {
    title: "Deep Harbour",
    url: "https://harbour-leak.example/x",
    publisher: "",
  });
  await db.source.update({
    where: { id: secretSourceId },
    data: { confidentiality: "secret", author: "Edgar Confidant" },
  });
  const words = ["The bridge cost $3 million", "It was built in 2016 by 40 workers.", "More than 68 countries"];
  const claimIds: string[] = [];
  for (const [index, one] of words.entries()) {
    const claim = await buildClaim(db, ana, article, one, { number: index + 1, state: "open" });
    claimIds.push(claim.id);
  }
  const [first = "", second = "", third = ""] = claimIds;
  const start = article.text.indexOf("$3 million");
  await db.fact.create({
    data: {
      id: newId(),
      claimId: first,
      versionId: article.versionId,
      type: "money",
      start,
      end: start + 10,
      text: "$3 million",
    },
  });
  const plain = {
    stance: "supports",
    locator: "p. 3",
    note: "The budget says so.",
    consultedOn: "2017-03-23",
  } as const;
  const { noteId } = await run(addSourceNote, tom, {
    claimId: first,
    sourceId: openSourceId,
    quote: PAGE.quote,
    ...plain,
  });
  await run(addSourceNote, tom, {
    claimId: second,
    sourceId: secretSourceId,
    ...plain,
    quote: "the dredging contract was signed twice",
    locator: "safe in cellar two",
    note: "he sat in the room",
  });
  const thirds = await run(addSourceNote, tom, { claimId: third, sourceId: openSourceId, quote: "", ...plain });
  for (const claimId of claimIds) {
    await propose(ana, claimId);
    await sign(marek, claimId);
  }
  const [note] = (await loadClaim(tom, third)).noteList;
  await run(editSourceNote, tom, {
    ...plain,
    noteId: thirds.noteId,
    rev: note?.rev ?? 1,
    quote: "",
    note: "Only 66, on second look.",
  });
  await addSnapshot(db, desk, openSourceId, noteId, PAGE);
  await addSnapshot(db, desk, secretSourceId, null, {
    url: "https://harbour-leak.example/x",
    bytes: Buffer.from("the dredging contract was signed twice, says Edgar Confidant"),
    text: "the dredging contract was signed twice",
  });
  await db.contact.create({ data: contact(second, "Willa Whisper", "secret", marek.userId) });
  await db.contact.create({ data: contact(first, "The mayor's office", "open", marek.userId) });
  const stet = {
    decision: "stet",
    decisionReason: "It is the exact sum.",
    decidedById: marek.userId,
    decidedAt: new Date(),
  };
  await db.objection.create({
    data: { id: newId(), claimId: first, words: "Say “about”.", byId: tom.userId, ...stet },
  });
  return { ...desk, articleId: article.id, openSourceId, secretSourceId, claimIds };
}

function contact(claimId: string, person: string, confidentiality: "open" | "secret", byId: string) {
  const question = confidentiality === "secret" ? "What did you see in the cellar?" : "What did the bridge cost?";
  return { id: newId(), claimId, person, channel: "phone", askedOn: "2017-03-22", question, confidentiality, byId };
}

async function propose(actor: Actor, claimId: string): Promise<void> {
  const { rev } = await loadClaim(actor, claimId);
  await run(proposeVerdict, actor, { claimId, rev, verdict: "confirmed", explanation: "The budget bears it out." });
}

async function sign(actor: Actor, claimId: string): Promise<void> {
  const { rev, contentHash } = await loadClaim(actor, claimId);
  await run(signOff, actor, { claimId, rev, contentHash });
}

interface Page {
  readonly url: string;
  readonly bytes: Buffer;
  readonly text: string;
  readonly words?: string;
}

/** Put a fetched page into the records, with the place of a note's quote in it. */
export async function addSnapshot(
  db: Db,
  { newsroomId, tom }: Newsdesk,
  sourceId: string,
  noteId: string | null,
  { url, bytes, text, words = "" }: Page,
): Promise<string> {
  const [id, sha256] = [newId(), createHash("sha256").update(bytes).digest("hex")];
  const key = { newsroomId, sha256 };
  await db.blob.upsert({
    where: { newsroomId_sha256: key },
    create: { ...key, size: bytes.length, bytes: new Uint8Array(bytes) },
    update: {},
  });
  const fetched = {
    origin: "fetched",
    state: "done",
    url,
    finalUrl: url,
    status: 200,
    mediaType: "text/html",
  } as const;
  const headers = [
    ["content-type", "text/html"],
    ["set-cookie", "visitor=1234567"],
  ];
  const size = bytes.length;
  await db.snapshot.create({
    data: {
      id,
      newsroomId,
      sourceId,
      ...fetched,
      headers,
      sha256,
      size,
      text,
      requestedById: tom.userId,
      doneAt: new Date(),
    },
  });
  if (noteId !== null) {
    const start = text.indexOf(words);
    await db.quotePlace.create({
      data: { noteId, snapshotId: id, outcome: "found", start, end: start + words.length },
    });
  }
  return id;
}

/** Make the newsroom's key if need be and return the package of an article as bytes. */
export async function packageOf(actor: Actor, articleId: string, withoutSnapshots = false): Promise<Buffer> {
  await run(makeSigningKey, actor, {});
  const chunks: Buffer[] = [];
  const output = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk);
      done();
    },
  });
  await writePackage(actor, articleId, { withoutSnapshots }, output);
  return Buffer.concat(chunks);
}
