import { command, longCommand } from "@/lib/platform/command";
import { notFound, Refusal } from "@/lib/platform/refusal";
import { readBoth, storeRevision } from "./revising";
import { glanceAtClaimInput, reviseArticleInput } from "./schema";
import * as store from "./store";

/** Store a new version of an article: every claim follows the text, and a sign-off whose fact changed is void. */
export const reviseArticle = longCommand({
  name: "article.revise",
  input: reviseArticleInput,
  action: "article.revise",
  prepare: async ({ actor, report }, input) => {
    const read = await readBoth(actor, input, report);
    report({ share: 0.7, words: "Storing the new version" });
    return (context) => storeRevision({ ...context, actor }, input, read);
  },
});

/** Say that the reworded claim still says what was signed: the flag goes, the sign-off stays. */
export const glanceAtClaim = command({
  name: "claim.glance",
  input: glanceAtClaimInput,
  action: "signoff.give",
  run: async ({ tx, actor, now }, { claimId, rev: seen }) => {
    const { newsroomId } = actor;
    const glance = await store.lockGlance(tx, newsroomId, claimId);
    if (!glance) throw notFound("claim");
    const { articleId, rev, version } = glance;
    if (rev !== seen) {
      throw new Refusal("conflict", "The claim changed while you were reading. Look at it again, then decide.", {
        conflict: { rev, by: null, fields: [] },
      });
    }
    if (version === null) throw new Refusal("not_now", "Nothing of this claim waits for a glance.");
    await store.saveGlance(tx, claimId, actor.userId, now);
    await store.touchArticle(tx, articleId, now);
    return {
      output: { claimId, rev, articleId },
      entry: { newsroomId, articleId, subject: claimId, data: { version } },
    };
  },
});
