import { may, POLICY } from "@/lib/core/policy/policy";
import { type FieldConflict, mergeFields } from "@/lib/core/workflow/merge";
import type { Actor } from "@/lib/platform/actor";
import { type Context, command } from "@/lib/platform/command";
import type { Tx } from "@/lib/platform/db";
import { notFound, Refusal } from "@/lib/platform/refusal";
import { requestFirst } from "@/lib/snapshots/requesting";
import { findOrAddSource } from "./reuse";
import { addSourceInput, changeSourceInput, setConfidentialityInput } from "./schema";
import { readHidden } from "./secret-store";
import * as store from "./store";

/** Add a source; one that the newsroom has already (same address, or same title, publisher and medium) is returned as it is. */
export const addSource = command({
  name: "source.add",
  input: addSourceInput,
  action: "source.edit",
  run: async (context, fields) => {
    const { newsroomId } = context.actor;
    const { id, rev, created } = await findOrAddSource(context, fields);
    if (created) await requestFirst(context, { ...fields, id });
    return {
      output: { sourceId: id, rev, created },
      entry: created ? { newsroomId, subject: id, data: { after: { ...fields } } } : null,
    };
  },
});

/**
 * Change what is said of a source; edits of two people merge field by field, and only a field that both changed is a conflict.
 * Sign-offs stay: they cover what was found in it, which notes quote.
 */
export const changeSource = command({
  name: "source.change",
  input: changeSourceInput,
  action: "source.edit",
  run: async (context, { sourceId, rev, base, ...typed }) => {
    const { tx, actor, now } = context;
    const { newsroomId } = actor;
    const source = await requireTheirs(context, sourceId);
    const theirs = wordsOf(source);
    const merge = source.rev === rev ? null : mergeFields<Words>(known(base), typed, theirs);
    if (merge && !merge.ok) throw await conflict(tx, newsroomId, source, merge.conflicts);
    const mine = merge ? { ...theirs, ...merge.changes } : typed;
    const changed = FIELDS.filter((field) => theirs[field] !== mine[field]);
    if (changed.length === 0) return { output: { sourceId, rev: source.rev }, entry: null };
    const { confidentiality } = source;
    await store.saveSource(tx, newsroomId, sourceId, source.rev, { ...mine, confidentiality }, now);
    if (changed.includes("url")) await requestFirst(context, { ...mine, id: sourceId, confidentiality });
    const pick = (from: Words) => Object.fromEntries(changed.map((field) => [field, from[field]]));
    return {
      output: { sourceId, rev: source.rev + 1 },
      entry: { newsroomId, subject: sourceId, data: { before: pick(theirs), after: pick(mine) } },
    };
  },
});

/**
 * Say who may know a source: anybody, the newsroom, or only those who may see secret sources. The entry names nobody, so that the
 * ledger can be read by everybody. Sign-offs stay.
 */
export const setConfidentiality = command({
  name: "source.setConfidentiality",
  input: setConfidentialityInput,
  action: "source.edit",
  run: async (context, { sourceId, rev, confidentiality }) => {
    const { tx, actor, now } = context;
    const { newsroomId } = actor;
    const source = await requireTheirs(context, sourceId);
    if (source.confidentiality === confidentiality) return { output: { sourceId, rev: source.rev }, entry: null };
    if (
      source.confidentiality === "secret" &&
      !(may(actor.role, "source.secret") || source.createdById === actor.userId)
    ) {
      throw new Refusal(
        "forbidden",
        `Only whoever added it, or may ${POLICY["source.secret"].words}, can open a secret source.`,
      );
    }
    if (source.rev !== rev) throw await conflict(tx, newsroomId, source, []);
    await store.saveConfidentiality(tx, newsroomId, sourceId, rev, confidentiality, now);
    const before = { confidentiality: source.confidentiality };
    return {
      output: { sourceId, rev: rev + 1 },
      entry: { newsroomId, subject: sourceId, data: { before, after: { confidentiality } } },
    };
  },
});

/** Find a source, locked; whoever may not know it can't change what is said of it. */
async function requireTheirs({ tx, actor }: Context<Actor>, sourceId: string) {
  const source = await store.lockSource(tx, actor.newsroomId, sourceId);
  if (!source) throw notFound("source");
  const { sources: hidden } = await readHidden(tx, actor);
  if (hidden.has(sourceId)) throw new Refusal("forbidden", "Only those who know a secret source can change it.");
  return source;
}

async function conflict(
  tx: Tx,
  newsroomId: string,
  { id, rev }: { readonly id: string; readonly rev: number },
  fields: readonly FieldConflict[],
): Promise<Refusal> {
  const by = await store.findLastWriter(tx, newsroomId, id);
  const next = fields.length === 0 ? "Look at it again, then decide." : "Choose what shall stand.";
  return new Refusal("conflict", `${by ?? "Somebody"} changed this source meanwhile. ${next}`, {
    conflict: { rev, by, fields },
  });
}

/** A field that the form did not send along is missing, not undefined. */
function known(base: { readonly [Field in keyof Words]?: Words[Field] | undefined }) {
  return Object.fromEntries(Object.entries(base).filter(([, value]) => value !== undefined));
}

/** What one form changes. How secret a source is has a command of its own. */
type Words = Omit<store.SourceFields, "confidentiality">;

const FIELDS = [
  "title",
  "medium",
  "kind",
  "publisher",
  "url",
  "date",
  "author",
  "language",
  "reliability",
] as const satisfies (keyof Words)[];

function wordsOf({ title, medium, kind, publisher, url, date, author, language, reliability }: Words): Words {
  return { title, medium, kind, publisher, url, date, author, language, reliability };
}
