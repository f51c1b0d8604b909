import { alikeWords, type Independence, independence } from "@/lib/core/evidence/independence";
import { KNOWN_SOURCE, nameWithin } from "@/lib/core/policy/secrecy";
import { sourcingLacks } from "@/lib/core/workflow/workflow";
import type { Tx } from "@/lib/platform/db";
import { type CountedNote, notedSources } from "@/lib/sources/noted";
import { listNoted } from "@/lib/sources/noted-store";
import { type ClaimRecord, type NewsroomRules, workflowFacts } from "./claim-record";
import type { NoteView, SourcingView } from "./schema";

/** Group the sources of a claim's standing notes into stories, and count; in the order in which the notes came. */
export async function readIndependence(
  tx: Tx,
  newsroomId: string,
  notes: readonly CountedNote[],
): Promise<Independence> {
  const [counted] = await readIndependences(tx, newsroomId, [notes]);
  return counted ?? independence([]);
}

/** Do the same for the notes of many claims at once, in their order, with one query. */
export async function readIndependences(
  tx: Tx,
  newsroomId: string,
  claims: readonly (readonly CountedNote[])[],
): Promise<Independence[]> {
  const ids = [...new Set(claims.flat().map(({ sourceId }) => sourceId))];
  const rows = ids.length === 0 ? [] : await listNoted(tx, newsroomId, ids);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return claims.map((notes) => independence(notedSources(notes, byId)));
}

/**
 * Make what a reader sees of the count. Of a source that they may not know nothing is said but that it counts: which story it
 * tells would give it away.
 */
export function sourcingView(
  counted: Independence,
  claim: ClaimRecord,
  rules: NewsroomRules,
  notes: readonly NoteView[],
): SourcingView {
  const { links, independent, primary, stories } = counted;
  const sources = new Map(notes.map(({ source }) => [source.id, source]));
  const isKnown = (id: string) => sources.get(id)?.concealed === false;
  const name = (id: string) => quoted(sources.get(id)?.title ?? KNOWN_SOURCE);
  const shared = stories.flatMap((story) => {
    const known = story.sources.filter(isKnown);
    if (known.length < 2) return [];
    const told = story.alike.filter(({ a, b }) => isKnown(a) && isKnown(b));
    return [
      {
        sources: known.map((id) => ({ id, title: sources.get(id)?.title ?? "" })),
        why: told.map((one) => alikeWords(one, name(one.a), name(one.b))),
      },
    ];
  });
  return {
    links,
    independent,
    primary,
    shared,
    rule: rules.sourcingRule,
    lacks: sourcingLacks({ ...workflowFacts(claim), sourcing: counted }, rules),
  };
}

const quoted = (title: string): string => (title === KNOWN_SOURCE ? nameWithin(title) : `“${title}”`);
