import { lockArticle } from "@/lib/articles/store";
import { inOrder, readyFingerprint } from "@/lib/core/workflow/ready";
import { command } from "@/lib/platform/command";
import { sha256 } from "@/lib/platform/random";
import { notFound, Refusal } from "@/lib/platform/refusal";
import { markReadyInput, withdrawReadyInput } from "./schema";
import * as store from "./store";

/**
 * Mark the current version as ready to publish: its text and every sign-off that stands, by one fingerprint. Undecided claims do not
 * forbid it, but whoever marks has to have seen how many there are.
 */
export const markReady = command({
  name: "article.markReady",
  input: markReadyInput,
  action: "article.markReady",
  run: async ({ tx, actor, now, newId }, { articleId, versionId, undecided: accepted }) => {
    const { newsroomId, userId } = actor;
    const article = await lockArticle(tx, newsroomId, articleId);
    const version = article?.versions[0];
    if (!version) throw notFound("article");
    if (version.id !== versionId) {
      throw new Refusal("not_now", `Version ${version.number} came in meanwhile. Look at it first, then mark it.`);
    }
    const undecided = await store.countUndecided(tx, articleId);
    if (undecided > accepted) throw new Refusal("not_now", undecidedWords(undecided));
    const signOffs = inOrder(await store.listSignOffs(tx, articleId));
    const fingerprint = readyFingerprint({ text: version.sha256, signOffs }, sha256);
    const last = await store.findMark(tx, articleId);
    if (last?.fingerprint === fingerprint) return { output: { markId: last.id, fingerprint }, entry: null };
    const markId = newId();
    const mark = { id: markId, articleId, versionId, fingerprint, signOffs, undecided, byId: userId, at: now };
    await store.createMark(tx, mark);
    const data = { version: version.number, sha256: version.sha256, fingerprint, signOffs: signOffs.length, undecided };
    return { output: { markId, fingerprint }, entry: { newsroomId, articleId, subject: articleId, data } };
  },
});

function undecidedWords(undecided: number): string {
  const claims = undecided === 1 ? "1 claim is" : `${undecided.toLocaleString("en")} claims are`;
  return `${claims} not decided yet. Decide ${undecided === 1 ? "it" : "them"}, or say that the article is ready all the same.`;
}

/** Take a ready mark back. */
export const withdrawReady = command({
  name: "article.withdrawReady",
  input: withdrawReadyInput,
  action: "article.markReady",
  run: async ({ tx, actor, now }, { articleId, markId }) => {
    const { newsroomId, userId } = actor;
    if (!(await lockArticle(tx, newsroomId, articleId))) throw notFound("article");
    const mark = await store.findMark(tx, articleId);
    if (mark?.id !== markId || !(await store.withdrawMark(tx, markId, userId, now))) throw notFound("ready mark");
    const data = { version: mark.version.number, fingerprint: mark.fingerprint };
    return { output: { markId }, entry: { newsroomId, articleId, subject: articleId, data } };
  },
});
