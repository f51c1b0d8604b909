import { CONFIDENTIALITIES, type Confidentiality } from "@/lib/core/workflow/sourcing";
import type { Actor } from "@/lib/platform/actor";
import type { Context } from "@/lib/platform/command";
import { notFound } from "@/lib/platform/refusal";
import { readHidden } from "./secret-store";
import * as store from "./store";
import { bareHost, canonicalAddress } from "./web-address";

/** Which source a description means, and whether it had to be added. */
export interface FoundSource {
  readonly id: string;
  readonly rev: number;
  readonly title: string;
  readonly created: boolean;
}

/**
 * Find the newsroom's source that a description means (same address; without one, same title, publisher and medium), or add it.
 * One that the actor may not know is not there for them, and one that is less secret than what they describe is another one.
 */
export async function findOrAddSource(context: Context<Actor>, fields: store.SourceFields): Promise<FoundSource> {
  const { tx, actor, now, newId } = context;
  const { newsroomId, userId } = actor;
  await store.lockSources(tx, newsroomId);
  const { sources: hidden } = await readHidden(tx, actor);
  const alike =
    fields.url === "" ? await store.listByTitle(tx, newsroomId, fields) : await byAddress(context, fields.url);
  const known = alike.find((one) => !hidden.has(one.id) && rank(one.confidentiality) >= rank(fields.confidentiality));
  if (known) return { id: known.id, rev: known.rev, title: known.title, created: false };
  const id = newId();
  await store.createSource(tx, { ...fields, id, newsroomId, createdById: userId }, now);
  return { id, rev: 1, title: fields.title, created: true };
}

async function byAddress({ tx, actor }: Context<Actor>, url: string) {
  const wanted = canonicalAddress(url);
  const host = bareHost(url) ?? url;
  const candidates = await store.listByHost(tx, actor.newsroomId, host);
  const same = candidates.filter((source) => canonicalAddress(source.url) === wanted);
  if (same.length > 0 || wanted === null) return same;
  const answered = await store.listByAnswer(tx, actor.newsroomId, host);
  return answered.filter(({ answers }) => answersOf(answers).includes(wanted)).map(({ source }) => source);
}

/** The addresses under which a page answered: where it led to, and what it calls its own address, if that is on the same host. */
function answersOf(answers: readonly store.AnswerAddresses[]): readonly (string | null)[] {
  return answers.flatMap(({ finalUrl, canonicalUrl }) => {
    const own = canonicalUrl !== "" && bareHost(canonicalUrl) === bareHost(finalUrl);
    return [canonicalAddress(finalUrl), ...(own ? [canonicalAddress(canonicalUrl)] : [])];
  });
}

const rank = (confidentiality: Confidentiality): number => CONFIDENTIALITIES.indexOf(confidentiality);

/** Find a source of the newsroom by its id; one that the actor may not know is not there. */
export async function requireKnownSource({ tx, actor }: Context<Actor>, sourceId: string) {
  const source = await store.findSource(tx, actor.newsroomId, sourceId);
  if (!source || (await readHidden(tx, actor)).sources.has(sourceId)) throw notFound("source");
  return source;
}
