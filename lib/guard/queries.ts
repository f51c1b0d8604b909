import { findArticle } from "@/lib/articles/store";
import { may } from "@/lib/core/policy/policy";
import { codePointIndex } from "@/lib/core/text/code-point-index";
import { normaliseText } from "@/lib/core/text/normalise";
import type { PlaceWords, TextCheck } from "@/lib/core/workflow/text-check";
import { type Actor, authorize } from "@/lib/platform/actor";
import { db, type Tx } from "@/lib/platform/db";
import { checkTextBeside } from "@/lib/platform/reader";
import { notFound } from "@/lib/platform/refusal";
import { type CurrentVersion, readMark, viewMark } from "./ready-mark";
import type { ReadyBadge, ReadyMarkView, ReadyView, TextCheckAnswer } from "./schema";
import * as store from "./store";

/** Load the ready mark of an article that has `current` as its version now. */
export async function loadReady(actor: Actor, articleId: string, current: CurrentVersion): Promise<ReadyView> {
  authorize(actor, "article.read");
  return { mark: await readMark(db(), articleId, current), may: may(actor.role, "article.markReady") };
}

/** Load the ready marks of the newsroom's articles, by the article's id; articles without one are not in it. */
export async function loadReadyBadges(actor: Actor): Promise<ReadonlyMap<string, ReadyBadge>> {
  authorize(actor, "article.read");
  const marks = await store.listMarks(db(), actor.newsroomId);
  return new Map(marks.map(({ articleId, version, stands }) => [articleId, { version, stands }]));
}

/**
 * Tell whether a text is still the checked one of an article, and which checked claims it touches: compared with the version that is
 * marked as ready, else with the current one. Read in one snapshot; not yours and not there are the same answer.
 */
export async function checkText(actor: Actor, articleId: string, raw: string): Promise<TextCheckAnswer> {
  authorize(actor, "article.read");
  const text = normaliseText(raw);
  const { article, ready, checked, claims } = await db().$transaction((tx) => readChecked(tx, actor, articleId), {
    isolationLevel: "RepeatableRead",
  });
  const check = await checkTextBeside(checked.text, text, claims);
  const stillChecked = Boolean(ready?.stands) && check.difference !== "words";
  return {
    article,
    stillChecked,
    says: sentenceFor(ready, check, checked.number),
    ready: ready && readyAnswer(ready),
    checked: { version: checked.number, sha256: checked.sha256 },
    sameText: check.difference === "none",
    difference: check.difference,
    touched: inCodePoints(check, checked.text, text),
    untouched: check.untouched,
  };
}

async function readChecked(tx: Tx, actor: Actor, articleId: string) {
  const found = await findArticle(tx, actor.newsroomId, articleId);
  const current = found?.versions[0];
  if (!found || !current) throw notFound("article");
  const mark = await store.findMark(tx, articleId);
  const checked = mark ? { ...mark.version, id: mark.versionId } : current;
  return {
    article: { id: found.id, title: found.title },
    ready: mark && (await viewMark(tx, mark, current)),
    checked,
    claims: await store.listCheckedClaims(tx, articleId, checked.id),
  };
}

function readyAnswer({ version, fingerprint, at, by, undecided, stands, why }: ReadyMarkView) {
  return { version, fingerprint, at, by: by.name, undecided, stands, why: [...why] };
}

/** Offsets leave the product as Unicode code points. */
function inCodePoints({ touched }: TextCheck, checked: string, text: string): TextCheckAnswer["touched"] {
  const [inChecked, inText] = [codePointIndex(checked), codePointIndex(text)];
  const outward = (toPoints: ReturnType<typeof codePointIndex>, { exact, ...span }: PlaceWords) => ({
    ...toPoints(span),
    exact,
  });
  return touched.map(({ id, before, after, changes, ...claim }) => ({
    claimId: id,
    ...claim,
    before: outward(inChecked, before),
    after: after && outward(inText, after),
    changes: [...changes],
  }));
}

function sentenceFor(ready: ReadyMarkView | null, { difference, touched }: TextCheck, version: number): string {
  const alters = touched.filter(({ harmless }) => !harmless).length;
  const claims = (count: number) => `${count.toLocaleString("en")} checked ${count === 1 ? "claim" : "claims"}`;
  const change =
    alters > 0
      ? `the change alters ${claims(alters)}`
      : touched.length > 0
        ? `the words differ, and ${claims(touched.length)} ${touched.length === 1 ? "is" : "are"} reworded`
        : "the words differ, though no checked claim is touched";
  if (!ready) {
    const text =
      difference === "words" ? `This is not the text of version ${version}: ${change}` : sameAs(difference, version);
    return `${text}. Nobody has marked the article as ready to publish.`;
  }
  if (difference === "words")
    return `This is not the text of version ${version}, which was marked as ready: ${change}.`;
  const text = sameAs(difference, version);
  if (ready.stands) return `${text}, which ${ready.by.name} marked as ready to publish.`;
  return `${text}, but its ready mark no longer stands: ${ready.why.join(" ")}`;
}

function sameAs(difference: "none" | "typography", version: number): string {
  const but = difference === "none" ? "" : ", white space and typography apart";
  return `This is the text of version ${version}${but}`;
}
