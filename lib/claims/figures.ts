import { factsOnce, findRestated, type StatedClaim } from "@/lib/core/extraction/figures";
import type { FigureRow } from "./schema";
import type { StatedRow } from "./table-store";

/** Make the table of figures from the facts of a version, which come claim by claim; `text` is the version's. */
export function figureRows(text: string, all: readonly StatedRow[]): FigureRow[] {
  const claims = factsOnce(statedClaims(all));
  const kept = new Set(claims.flatMap(({ facts }) => facts.map(({ id }) => id)));
  const rows = all.filter(({ id }) => kept.has(id));
  const restated = findRestated(text, claims);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return rows.flatMap(({ value, ...row }): FigureRow[] => {
    if (value === null) return [];
    const { id, claimId, number, wording, speakerName, state, start } = row;
    const elsewhere = (restated.get(id) ?? []).flatMap(({ factId, relation }) => {
      const other = byId.get(factId);
      return other ? [{ relation, factId, claimId: other.claimId, number: other.number, text: other.text }] : [];
    });
    return [
      { id, type: value.kind, text: row.text, value, claimId, number, wording, speakerName, state, start, elsewhere },
    ];
  });
}

function statedClaims(rows: readonly StatedRow[]): StatedClaim[] {
  const claims = new Map<string, StatedClaim & { readonly facts: StatedRow[] }>();
  for (const row of rows) {
    const claim = claims.get(row.claimId);
    if (claim) claim.facts.push(row);
    else {
      const speakers = [row.speakerName, row.viaName].filter((name) => name !== "");
      claims.set(row.claimId, { start: row.claimStart, exact: row.exact, speakers, facts: [row] });
    }
  }
  return [...claims.values()];
}
