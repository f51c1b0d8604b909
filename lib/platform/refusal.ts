/** Every expected way for something to be refused; HTTP numbers live at the doors only. */
export type RefusalCode =
  | "signed_out"
  | "forbidden"
  | "not_found"
  | "invalid"
  | "conflict"
  | "not_now"
  | "rate_limited"
  | "too_large";

/** What a person needs to know of a refusal: a sentence, and what each field lacks. */
export interface RefusalDetail {
  /** Field name → what is wrong with it. */
  readonly fields?: Readonly<Record<string, string>>;
  /** Both sides of a lost race, for the screen to merge. */
  readonly conflict?: Conflict;
}

/** A write that came second: what stands now, and per field the three versions of it. */
export interface Conflict {
  readonly rev: number;
  readonly by: string | null;
  readonly fields: readonly {
    readonly field: string;
    readonly base: unknown;
    readonly mine: unknown;
    readonly theirs: unknown;
  }[];
}

/** An expected refusal. Thrown inside a command so that the transaction rolls back; the doors hand it on as a value. */
export class Refusal extends Error {
  override name = "Refusal";

  constructor(
    readonly code: RefusalCode,
    message: string,
    readonly detail: RefusalDetail = {},
  ) {
    super(message);
  }
}

/** Refuse as if the thing did not exist: the one answer for "not yours" and "not there". */
export function notFound(what: string): Refusal {
  return new Refusal("not_found", `There is no such ${what}.`);
}
