import type { Json } from "../ledger/canonical";
import {
  type ChainCheck,
  continueCheck,
  type Hash,
  isUnprovable,
  type LedgerEntry,
  UNREAD,
  verifyHead,
  type WithheldEntry,
} from "../ledger/chain";
import { ARTICLE_LEDGER, NEWSROOM_LEDGER } from "./entries";
import { counted, type Finding, Findings } from "./findings";
import type { PackedHead } from "./manifest";
import { Fields, Malformed, sentence } from "./reading";

/** A link of a chain of which nothing is told: it is about other things than the article. */
export interface BareLink {
  readonly seq: number;
  readonly prevHash: string;
  readonly hash: string;
}

/** What an article's ledger tells beyond its own wholeness. */
export interface LedgerKnowledge {
  /** Sign-off id → the hash that its entry recorded. */
  readonly signOffs: ReadonlyMap<string, string>;
  /** Entries of which the data is withheld. */
  readonly withheld: number;
}

/** Check the article's chain, entry by entry, to the head that the manifest names. */
export async function checkLedger(
  lines: AsyncIterable<string>,
  head: PackedHead,
  hash: Hash,
): Promise<{ readonly finding: Finding; readonly knowledge: LedgerKnowledge }> {
  const findings = new Findings("ledger");
  const signOffs = new Map<string, string>();
  let check: ChainCheck = UNREAD;
  let withheld = 0;
  let unprovable = 0;
  try {
    for await (const line of lines) {
      const next = check.ok ? check.length + 1 : 0;
      const entry = readEntry(line, `Entry ${next} of ${ARTICLE_LEDGER}`);
      if ("dataHash" in entry) withheld++;
      else collectSignOff(entry, signOffs);
      if (isUnprovable(entry)) unprovable++;
      check = continueCheck(check, [entry], hash, head.chain);
      if (!check.ok) break;
    }
    check = verifyHead(check, head);
    if (!check.ok) findings.fault({ file: ARTICLE_LEDGER, entry: check.seq }, check.reason);
  } catch (error) {
    const entry = check.ok ? check.length + 1 : check.seq;
    findings.fault({ file: ARTICLE_LEDGER, entry }, sentence(error));
  }
  if (withheld > 0) {
    findings.remark(
      `${counted(withheld, "entry", "entries")} ${withheld === 1 ? "is" : "are"} told without ${
        withheld === 1 ? "its" : "their"
      } words, because they name somebody secret; ${
        unprovable === 0
          ? "the chain covers them by a salted hash"
          : `${counted(unprovable, "of them is older and is", "of them are older and are")} held in the chain by the link alone`
      }.`,
    );
  }
  const says = `${counted(head.seq, "entry", "entries")}, each continues the one before it; head ${head.hash}`;
  return { finding: findings.close(says), knowledge: { signOffs, withheld } };
}

/**
 * Check the part of the newsroom's chain that a package tells: each entry that is told hashes to what it says, and each link names
 * the one before it. What the untold entries say is not proved, only that they are there.
 */
export async function checkNewsroomLedger(
  lines: AsyncIterable<string>,
  head: PackedHead,
  hash: Hash,
): Promise<Finding> {
  const findings = new Findings("newsroom ledger");
  let link: BareLink = { seq: 0, prevHash: "", hash: "0".repeat(64) };
  let told = 0;
  let bare = 0;
  try {
    for await (const line of lines) {
      const place = `Entry ${link.seq + 1} of ${NEWSROOM_LEDGER}`;
      const next = readLink(line, place);
      const wrong = "chain" in next ? toldFault(next, link, head.chain, hash) : linkFault(next, link);
      if (wrong !== null) {
        findings.fault({ file: NEWSROOM_LEDGER, entry: link.seq + 1 }, wrong);
        return findings.close("");
      }
      if ("chain" in next) told++;
      else bare++;
      link = next;
    }
  } catch (error) {
    findings.fault({ file: NEWSROOM_LEDGER, entry: link.seq + 1 }, sentence(error));
    return findings.close("");
  }
  if (link.seq !== head.seq || link.hash !== head.hash) {
    findings.fault(
      { file: NEWSROOM_LEDGER, entry: link.seq },
      "The chain does not end at the head the manifest names.",
    );
  }
  if (bare > 0) {
    findings.remark(
      `${counted(bare, "entry", "entries")} about other things ${bare === 1 ? "is" : "are"} told by the link alone.`,
    );
  }
  return findings.close(`${counted(told, "entry", "entries")} about its sources and keys; head ${head.hash}`);
}

function linkFault(next: BareLink, before: BareLink): string | null {
  if (next.seq !== before.seq + 1) return `Entry ${before.seq + 1} is missing: entry ${next.seq} stands in its place.`;
  return next.prevHash === before.hash ? null : "The entry does not continue the entry before it.";
}

function toldFault(next: LedgerEntry | WithheldEntry, before: BareLink, chain: string, hash: Hash): string | null {
  const check = continueCheck({ ok: true, length: before.seq, head: before.hash }, [next], hash, chain);
  return check.ok ? null : check.reason;
}

function collectSignOff({ data }: LedgerEntry, into: Map<string, string>): void {
  if (typeof data !== "object" || data === null || !("signOff" in data)) return;
  const { signOff } = data;
  if (typeof signOff !== "object" || signOff === null || !("id" in signOff) || !("hash" in signOff)) return;
  if (typeof signOff.id === "string" && typeof signOff.hash === "string") into.set(signOff.id, signOff.hash);
}

function readLink(line: string, place: string): LedgerEntry | WithheldEntry | BareLink {
  const fields = Fields.parse(line, place);
  if (fields.has("chain")) return readEntry(line, place);
  return { seq: fields.count("seq"), prevHash: fields.text("prevHash"), hash: fields.text("hash") };
}

function readEntry(line: string, place: string): LedgerEntry | WithheldEntry {
  const fields = Fields.parse(line, place);
  const actor = fields.objectOrNull("actor");
  const frame = {
    chain: fields.text("chain"),
    seq: fields.count("seq"),
    at: fields.text("at"),
    actor: actor && { id: actor.text("id"), name: actor.text("name") },
    command: fields.text("command"),
    subject: fields.text("subject"),
    prevHash: fields.text("prevHash"),
    hash: fields.text("hash"),
  };
  if (fields.has("dataHash")) return { ...frame, dataHash: fields.textOrNull("dataHash") };
  if (!fields.has("data")) throw new Malformed(`${place} has no data.`);
  const data: Json = JSON.parse(JSON.stringify(fields.raw("data")));
  return { ...frame, data, salt: fields.textOrNull("salt") };
}
