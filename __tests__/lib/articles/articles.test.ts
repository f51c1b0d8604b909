import { changeArticle, importArticle } from "@/lib/articles/commands";
import { loadArticle, loadArticles } from "@/lib/articles/queries";
import { MAX_TEXT } from "@/lib/articles/schema";
import { verifyChain } from "@/lib/core/ledger/chain";
import type { Role } from "@/lib/core/policy/policy";
import { addMember, createNewsroom } from "@/lib/people/commands";
import { type Actor, findActor } from "@/lib/platform/actor";
import { execute, executePublic, type Outcome } from "@/lib/platform/command";
import { sha256 } from "@/lib/platform/random";
import { DEMO_ARTICLE, readSeedArticle } from "@/seeds/desk";
import { testDatabase } from "../../support/database";

const database = testDatabase();

function must<Output>(outcome: Outcome<Output>): Output {
  if (!outcome.ok) throw outcome.refusal;
  return outcome.output;
}

async function person(role: Role): Promise<Actor> {
  const { newsroomId } = must(await executePublic(createNewsroom, { name: "Desk" }));
  const email = `${newsroomId}@example.org`;
  const member = { newsroomId, role, name: "Ana", email, password: "long enough for us" };
  const { userId } = must(await executePublic(addMember, member));
  const actor = await findActor(database.db, userId);
  if (!actor) throw new Error("no actor");
  return actor;
}

let editor: Actor;
beforeAll(async () => {
  editor = await person("editor");
});

async function importText(text: string, more: Record<string, unknown> = {}): Promise<string> {
  return must(await execute(importArticle, editor, { title: "A title", ...more, text })).articleId;
}

test("the Reuters article comes in word for word, with its claims in the order of their place", async () => {
  const text = readSeedArticle("reuters-zones-of-stability");
  const article = await loadArticle(editor, await importText(text, DEMO_ARTICLE));
  expect(article.version).toMatchObject({ number: 1, text, sha256: sha256(text) });
  expect(article.claims.length).toBeGreaterThanOrEqual(20);
  const starts = article.claims.map((claim) => claim.start);
  expect(starts).toEqual([...starts].sort((a, b) => a - b));
  expect(article.progress).toMatchObject({ total: article.claims.length, done: 0 });
  for (const claim of article.claims) {
    expect(claim.end).toBeLessThanOrEqual(text.length);
    for (const fact of claim.factSpans)
      expect([fact.start >= claim.start, fact.end <= claim.end]).toEqual([true, true]);
  }
  const pledged = article.claims.find((claim) => text.slice(claim.start, claim.end).includes("more than $2 billion"));
  expect(pledged?.wording).toContain("$2 billion");
});

test("nothing but line ends and the Unicode form of a text changes on its way in", async () => {
  const odd =
    "Cafe\u0301 owners said  two\u00a0spaces\r\nand a tab\tstay. 😀 The mayor won 51 percent.\r\n\r\n  Indented.  ";
  const { version } = await loadArticle(editor, await importText(odd));
  expect(version.text).toBe(
    "Café owners said  two\u00a0spaces\nand a tab\tstay. 😀 The mayor won 51 percent.\n\n  Indented.  ",
  );
});

test.each([
  ["an empty text", "  \n ", /empty/],
  ["a binary file", "PK\u0003\u0004\u0000\u0000", /binary/],
  ["half a character", "The mayor \ud83d said so.", /UTF-8/],
  ["a text that is too long", "a ".repeat(MAX_TEXT / 2 + 1), /longer/],
])("%s is refused with a sentence, and nothing is stored", async (_name, text, sentence) => {
  const before = await database.db.article.count();
  const outcome = await execute(importArticle, editor, { title: "T", text });
  expect(outcome).toMatchObject({ ok: false, refusal: { code: "invalid", message: expect.stringMatching(sentence) } });
  expect(await database.db.article.count()).toBe(before);
});

test.each([
  ["title", { title: "   " }],
  ["title", { title: "x".repeat(501) }],
  ["url", { url: "javascript:alert(1)" }],
  ["url", { url: `https://example.org/${"a".repeat(10_000)}` }],
  ["publishedOn", { publishedOn: "2017-02-30" }],
  ["language", { language: "<script>" }],
])("a wrong %s is named", async (field, details) => {
  const outcome = await execute(importArticle, editor, { title: "T", text: "A text.", ...details });
  if (outcome.ok) throw new Error("should be refused");
  expect(Object.keys(outcome.refusal.detail.fields ?? {})).toEqual([field]);
});

test("details can be changed, the second of two savers is told", async () => {
  const articleId = await importText("The mayor won 51 percent.");
  const { rev } = await loadArticle(editor, articleId);
  must(await execute(changeArticle, editor, { articleId, rev, title: "Better", publisher: "AP" }));
  const outcome = await execute(changeArticle, editor, { articleId, rev, title: "Worse" });
  expect(outcome).toMatchObject({ ok: false, refusal: { code: "conflict" } });
  expect(await loadArticle(editor, articleId)).toMatchObject({ title: "Better", publisher: "AP", rev: rev + 1 });
  const entries = await database.db.ledgerEntry.findMany({ where: { articleId }, orderBy: { seq: "asc" } });
  expect(entries.map((entry) => entry.command)).toEqual(["article.import", "article.change"]);
  const chain = entries.map(({ chain, seq, at, actorId, actorName, command, subject, data, prevHash, hash, salt }) => {
    const actor = actorId === null ? null : { id: actorId, name: actorName };
    return {
      chain,
      seq,
      at: at.toISOString(),
      actor,
      command,
      subject,
      data: JSON.parse(JSON.stringify(data)),
      prevHash,
      hash,
      salt,
    };
  });
  expect(verifyChain(chain, sha256)).toMatchObject({ ok: true, length: 2 });
});

test("edits of two people merge: only a field that both changed is asked about, with all three versions of it", async () => {
  const articleId = await importText("The mayor won 51 percent.");
  const { rev, title } = await loadArticle(editor, articleId);
  const base = { title, byline: "", publisher: "", url: "", publishedOn: "", language: "en" };
  must(await execute(changeArticle, editor, { articleId, rev, ...base, base, publisher: "AP" }));
  must(await execute(changeArticle, editor, { articleId, rev, ...base, base, byline: "Nadia Reyes" }));
  const now = { publisher: "AP", byline: "Nadia Reyes", rev: rev + 2 };
  expect(await loadArticle(editor, articleId)).toMatchObject(now);
  const late = { ...base, base, publisher: "Reuters", language: "pt" };
  expect(await execute(changeArticle, editor, { articleId, rev, ...late })).toMatchObject({
    ok: false,
    refusal: {
      code: "conflict",
      detail: {
        conflict: {
          rev: rev + 2,
          by: editor.name,
          fields: [{ field: "publisher", base: "", mine: "Reuters", theirs: "AP" }],
        },
      },
    },
  });
  expect(await loadArticle(editor, articleId)).toMatchObject({ ...now, language: "en" });
});

test("another newsroom's article does not exist", async () => {
  const articleId = await importText("The mayor won 51 percent.");
  const stranger = await person("owner");
  await expect(loadArticle(stranger, articleId)).rejects.toMatchObject({ code: "not_found" });
  await expect(loadArticle(stranger, "nowhere")).rejects.toMatchObject({ code: "not_found" });
  expect(await loadArticles(stranger)).toEqual([]);
});
