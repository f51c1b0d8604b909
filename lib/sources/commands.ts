import { type FieldConflict, mergeFields } from "@/lib/core/workflow/merge";
import { command } from "@/lib/platform/command";
import type { Tx } from "@/lib/platform/db";
import { notFound, Refusal } from "@/lib/platform/refusal";
import { findOrAddSource } from "./reuse";
import { addSourceInput, changeSourceInput } from "./schema";
import * as store from "./store";

/** Add a source; one that the newsroom has already (same address, or same title, publisher and medium) is returned as it is. */
export const addSource = command({
  name: "source.add",
  input: addSourceInput,
  action: "source.edit",
  run: async (context, fields) => {
    const { newsroomId } = context.actor;
    const { id, rev, created } = await findOrAddSource(context, fields);
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
  run: async ({ tx, actor, now }, { sourceId, rev, base, ...typed }) => {
    const { newsroomId } = actor;
    const source = await store.lockSource(tx, newsroomId, sourceId);
    if (!source) throw notFound("source");
    const theirs = fieldsOf(source);
    const merge = source.rev === rev ? null : mergeFields<store.SourceFields>(known(base), typed, theirs);
    if (merge && !merge.ok) throw await conflict(tx, newsroomId, source, merge.conflicts);
    const mine = merge ? { ...theirs, ...merge.changes } : typed;
    const changed = FIELDS.filter((field) => theirs[field] !== mine[field]);
    if (changed.length === 0) return { output: { sourceId, rev: source.rev }, entry: null };
    await store.saveSource(tx, newsroomId, sourceId, source.rev, mine, now);
    const pick = (from: store.SourceFields) => Object.fromEntries(changed.map((field) => [field, from[field]]));
    return {
      output: { sourceId, rev: source.rev + 1 },
      entry: { newsroomId, subject: sourceId, data: { before: pick(theirs), after: pick(mine) } },
    };
  },
});

async function conflict(
  tx: Tx,
  newsroomId: string,
  { id, rev }: { readonly id: string; readonly rev: number },
  fields: readonly FieldConflict[],
): Promise<Refusal> {
  const by = await store.findLastWriter(tx, newsroomId, id);
  return new Refusal("conflict", `${by ?? "Somebody"} changed this source meanwhile. Choose what shall stand.`, {
    conflict: { rev, by, fields },
  });
}

/** A field that the form did not send along is missing, not undefined. */
function known(base: { readonly [Field in keyof store.SourceFields]?: store.SourceFields[Field] | undefined }) {
  return Object.fromEntries(Object.entries(base).filter(([, value]) => value !== undefined));
}

const FIELDS = ["title", "medium", "kind", "publisher", "url", "date"] as const satisfies (keyof store.SourceFields)[];

function fieldsOf({ title, medium, kind, publisher, url, date }: store.SourceFields): store.SourceFields {
  return { title, medium, kind, publisher, url, date };
}
