import type { ReportClaim } from "./report";

/** A piece of a report that is written claim by claim; `index` counts from 0. */
export interface EachClaim {
  readonly ids: readonly string[];
  readonly write: (claim: ReportClaim, index: number) => string;
}

/** What a format is made of, in its order: words, and places where claims are written one after the other. */
export type Part = string | EachClaim;

/** Reads claims by their ids, in this order, as many at a time as it likes. */
export type ReadClaims = (ids: readonly string[]) => AsyncIterable<ReportClaim>;

/** Write a report whose claims are all at hand. */
export function joinParts(parts: Iterable<Part>, claims: readonly ReportClaim[]): string {
  const known = new Map(claims.map((claim) => [claim.id, claim]));
  const written: string[] = [];
  for (const part of parts) {
    if (typeof part === "string") written.push(part);
    else
      for (const [index, claim] of part.ids.flatMap((id) => known.get(id) ?? []).entries())
        written.push(part.write(claim, index));
  }
  return written.join("");
}

/** Write a report piece by piece, its claims read as they are needed and forgotten when they are written. */
export async function* streamParts(parts: Iterable<Part>, read: ReadClaims): AsyncGenerator<string> {
  for (const part of parts) {
    if (typeof part === "string") {
      yield part;
      continue;
    }
    let index = 0;
    for await (const claim of read(part.ids)) {
      yield part.write(claim, index);
      index += 1;
    }
  }
}
