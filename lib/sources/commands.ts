import { command } from "@/lib/platform/command";
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

/** Change what is said of a source. Sign-offs stay: they cover what was found in it, which notes quote. */
export const changeSource = command({
  name: "source.change",
  input: changeSourceInput,
  action: "source.edit",
  run: async ({ tx, actor, now }, { sourceId, rev, ...mine }) => {
    const { newsroomId } = actor;
    const source = await store.lockSource(tx, newsroomId, sourceId);
    if (!source) throw notFound("source");
    const theirs = fieldsOf(source);
    const changed = FIELDS.filter((field) => theirs[field] !== mine[field]);
    if (changed.length === 0) return { output: { sourceId, rev: source.rev }, entry: null };
    if (source.rev !== rev || !(await store.saveSource(tx, newsroomId, sourceId, rev, mine, now))) {
      const by = await store.findLastWriter(tx, newsroomId, sourceId);
      throw new Refusal("conflict", `${by ?? "Somebody"} changed this source meanwhile. Choose what shall stand.`, {
        conflict: {
          rev: source.rev,
          by,
          fields: changed.map((field) => ({ field, base: null, mine: mine[field], theirs: theirs[field] })),
        },
      });
    }
    const pick = (from: store.SourceFields) => Object.fromEntries(changed.map((field) => [field, from[field]]));
    return {
      output: { sourceId, rev: rev + 1 },
      entry: { newsroomId, subject: sourceId, data: { before: pick(theirs), after: pick(mine) } },
    };
  },
});

const FIELDS = ["title", "medium", "kind", "publisher", "url", "date"] as const satisfies (keyof store.SourceFields)[];

function fieldsOf({ title, medium, kind, publisher, url, date }: store.SourceFields): store.SourceFields {
  return { title, medium, kind, publisher, url, date };
}
