import { z } from "zod";
import { canonical } from "@/lib/core/ledger/canonical";
import type { Role } from "@/lib/core/policy/policy";
import { SIGNED_FORMAT, signedHash, signedSpeaker } from "@/lib/core/workflow/sign-off";
import { addMember, createNewsroom } from "@/lib/people/commands";
import { type Actor, findActor } from "@/lib/platform/actor";
import { command, execute, executePublic, type Outcome } from "@/lib/platform/command";
import type { Db } from "@/lib/platform/db";
import { newId, sha256 } from "@/lib/platform/random";
import type { Prisma } from "@/prisma/generated/client";

/** Return the output of a command that must not be refused. */
export function must<Output>(outcome: Outcome<Output>): Output {
  if (!outcome.ok) throw outcome.refusal;
  return outcome.output;
}

/** Make a newsroom. */
export async function newsroom(name: string): Promise<string> {
  return must(await executePublic(createNewsroom, { name })).newsroomId;
}

/** Make a member of a newsroom and return who they are. */
export async function member(db: Db, newsroomId: string, role: Role, name: string): Promise<Actor> {
  const email = `${newId()}@example.org`;
  const { userId } = must(
    await executePublic(addMember, { newsroomId, name, email, password: "correct horse battery", role }),
  );
  const actor = await findActor(db, userId);
  if (!actor) throw new Error("no actor");
  return actor;
}

/** A command that changes nothing but the ledger: each run appends one entry to the article's chain. */
export const record = command({
  name: "test.record",
  input: z.object({ articleId: z.string(), subject: z.string(), data: z.json() }),
  action: "article.read",
  run: async ({ actor }, { articleId, subject, data }) => ({
    output: null,
    entry: { newsroomId: actor.newsroomId, articleId, subject, data },
  }),
});

/** Append an entry about `subject` to the article's ledger. */
export async function note(actor: Actor, articleId: string, subject: string, data: unknown): Promise<void> {
  must(await execute(record, actor, { articleId, subject, data }));
}

/** Put an article with one version into the records; returns the ids. */
export async function article(db: Db, editor: Actor, text: string, title = "Bridge cost $3 million, mayor says") {
  const articleId = newId();
  const versionId = newId();
  const { newsroomId, userId: createdById } = editor;
  const details = {
    title,
    byline: "By Eve Reporter",
    publisher: "The Wire",
    url: "https://wire.example/bridge?a=1&b=2",
  };
  await db.article.create({ data: { id: articleId, newsroomId, createdById, publishedOn: "2017-03-22", ...details } });
  await db.articleVersion.create({
    data: {
      id: versionId,
      articleId,
      number: 1,
      text,
      sha256: sha256(text),
      words: text.split(/\s+/).length,
      createdById,
    },
  });
  return { articleId, versionId, text };
}

type Article = Awaited<ReturnType<typeof article>>;

/** Put a claim over `words` of the article into the records; returns its id. */
export async function claim(
  db: Db,
  editor: Actor,
  { articleId, versionId, text }: Article,
  words: string,
  more: Partial<Prisma.ClaimUncheckedCreateInput> & { readonly number: number },
): Promise<string> {
  const id = newId();
  const start = text.indexOf(words);
  const end = start + words.length;
  await db.claim.create({
    data: {
      id,
      newsroomId: editor.newsroomId,
      articleId,
      origin: "machine",
      kind: "statement",
      wording: words,
      reasons: [],
      createdById: editor.userId,
      ...more,
      anchors: {
        create: {
          id: newId(),
          versionId,
          start,
          end,
          exact: words,
          prefix: text.slice(0, start),
          suffix: text.slice(end),
        },
      },
    },
  });
  return id;
}

/** Put a source and a note on it into the records; returns the note's id. */
export async function sourceNote(
  db: Db,
  author: Actor,
  claimId: string,
  title: string,
  more: Partial<Prisma.SourceNoteUncheckedCreateInput> = {},
): Promise<string> {
  const sourceId = newId();
  const id = newId();
  const { newsroomId, userId } = author;
  await db.source.create({
    data: { id: sourceId, newsroomId, medium: "document", kind: "primary", title, createdById: userId },
  });
  await db.sourceNote.create({
    data: { id, claimId, sourceId, stance: "supports", consultedOn: "2017-03-23", authorId: userId, ...more },
  });
  return id;
}

/** Put a sign-off of the claim, as it stands, into the records. */
export async function signOff(
  db: Db,
  by: Actor,
  claimId: string,
  more: Partial<Prisma.SignOffUncheckedCreateInput> = {},
): Promise<void> {
  const found = await db.claim.findUniqueOrThrow({
    where: { id: claimId },
    include: { anchors: true, notes: { where: { removedAt: null } } },
  });
  const { wording, verdict, explanation, authorsWordReason, notes } = found;
  const [anchor] = found.anchors;
  if (!anchor) throw new Error("the claim has no place");
  const speaker = signedSpeaker(found);
  const content = {
    wording,
    anchored: anchor.exact,
    speaker,
    verdict: verdict ?? "",
    explanation,
    authorsWordReason,
    notes,
  };
  await db.signOff.create({
    data: {
      id: newId(),
      claimId,
      versionId: anchor.versionId,
      hash: signedHash(content, sha256),
      format: SIGNED_FORMAT,
      byId: by.userId,
      ...more,
    },
  });
}

/** Do what the database refuses: change the records behind the product's back. */
export async function tamper(db: Db, sql: string, ...values: readonly unknown[]): Promise<void> {
  await db.$transaction([
    db.$executeRawUnsafe('ALTER TABLE "LedgerEntry" DISABLE TRIGGER USER'),
    db.$executeRawUnsafe(sql, ...values),
    db.$executeRawUnsafe('ALTER TABLE "LedgerEntry" ENABLE TRIGGER USER'),
  ]);
}

/** The canonical form of what a JSON column holds, for comparing. */
export function same(value: unknown): string {
  return canonical(z.json().parse(value));
}
