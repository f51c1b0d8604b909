import { consult } from "@/lib/platform/command";
import { Refusal } from "@/lib/platform/refusal";
import { previewRevision } from "@/lib/revisions/queries";
import { reviseArticleInput } from "@/lib/revisions/schema";
import { testDatabase } from "../../support/database";
import { newsdesk } from "../claims/newsdesk";

const database = testDatabase();

const asked = async (more: Record<string, unknown> = {}) => {
  const { ana, lena, article } = await newsdesk(database.db);
  const input = { articleId: article.id, base: article.versionId, text: "The bridge cost $4 million.", ...more };
  return { ana, lena, input };
};

test("a question with a large input is answered, and what is wrong with it comes back as a value", async () => {
  const { ana, input } = await asked();
  const answered = await consult(reviseArticleInput, previewRevision, ana, input);
  expect(answered).toMatchObject({ ok: true, output: { articleId: input.articleId, base: { number: 1 } } });
  const empty = await consult(reviseArticleInput, previewRevision, ana, { ...input, text: " " });
  expect(empty).toMatchObject({
    ok: false,
    refusal: { code: "invalid", detail: { fields: { text: expect.any(String) } } },
  });
});

test("who is signed out, or may not ask, is told so, and an old base is a conflict", async () => {
  const { ana, lena, input } = await asked();
  const code = async (actor: typeof ana | null, more: Record<string, unknown> = {}) => {
    const answered = await consult(reviseArticleInput, previewRevision, actor, { ...input, ...more });
    return answered.ok ? "ok" : answered.refusal.code;
  };
  expect([await code(null), await code(lena), await code(ana, { base: "an-older-version" })]).toEqual([
    "signed_out",
    "forbidden",
    "conflict",
  ]);
});

test("what nobody expected is thrown, for the door to log", async () => {
  const { ana, input } = await asked();
  const broken = () => Promise.reject(new Error("The disk is full."));
  await expect(consult(reviseArticleInput, broken, ana, input)).rejects.toThrow("The disk is full.");
  const refused = () => Promise.reject(new Refusal("not_now", "Later."));
  expect(await consult(reviseArticleInput, refused, ana, input)).toMatchObject({ ok: false });
});
