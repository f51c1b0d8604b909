/** What a package is checked for, in the order in which it is told. */
export const CHECKS = [
  "container",
  "manifest",
  "signature",
  "files",
  "ledger",
  "newsroom ledger",
  "versions",
  "anchors",
  "notes",
  "sign-offs",
  "snapshots",
  "quotes",
  "editions",
  "withheld",
] as const;

export type Check = (typeof CHECKS)[number];

/** Where something does not hold: as much of it as is known. Offsets are bytes of the container, or UTF-16 units of a text. */
export interface FaultPlace {
  readonly file?: string;
  /** Byte of the container. */
  readonly byte?: number;
  /** Entry of a ledger, by its number. */
  readonly entry?: number;
  /** Claim, by its number in the margin. */
  readonly claim?: number;
  /** UTF-16 offset in the text that the sentence names. */
  readonly offset?: number;
}

/** One thing that does not hold: its place and a sentence. */
export interface Fault extends FaultPlace {
  readonly says: string;
}

/** What one check found: it holds when there is no fault. `remarks` tell what could not be checked, and why. */
export interface Finding {
  readonly check: Check;
  readonly says: string;
  readonly faults: readonly Fault[];
  readonly remarks: readonly string[];
}

/** Collects what one check finds. A long list of faults is cut; the count goes on. */
export class Findings {
  private readonly found: Fault[] = [];
  private readonly said: string[] = [];
  private more = 0;

  constructor(private readonly check: Check) {}

  fault(place: FaultPlace, says: string): void {
    if (this.found.length < MOST_FAULTS) this.found.push({ ...place, says });
    else this.more++;
  }

  remark(says: string): void {
    this.said.push(says);
  }

  /** Close the check with the sentence that tells what holds. */
  close(says: string): Finding {
    const more = this.more === 0 ? [] : [`${this.more} more of this kind are not listed.`];
    return { check: this.check, says, faults: this.found, remarks: [...this.said, ...more] };
  }
}

const MOST_FAULTS = 50;

/** Return "1 claim", "1,200 claims". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString("en")} ${count === 1 ? one : many}`;
}
