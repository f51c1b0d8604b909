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

interface Recorded {
  readonly signOffs: Map<string, string>;
  readonly versions: Map<number, string>;
  readonly editions: Map<string, string>;
}

/** What an article's ledger tells beyond its own wholeness: the hashes that its entries recorded. */
export interface LedgerKnowledge {
  /** By the sign-off's id. */
  readonly signOffs: ReadonlyMap<string, string>;
  /** Of a version's text, by its number. */
  readonly versions: ReadonlyMap<number, string>;
  /** By editionKey(). */
  readonly editions: ReadonlyMap<string, string>;
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
  const recorded: Recorded = { signOffs: new Map(), versions: new Map(), editions: new Map() };
  let check: ChainCheck = UNREAD;
  let withheld = 0;
  let unprovable = 0;
  try {
    for await (const line of lines) {
      const next = check.ok ? check.length + 1 : 0;
      const entry = readEntry(line, `Entry ${next} of ${ARTICLE_LEDGER}`);
      if ("dataHash" in entry) withheld++;
      else collect(entry, recorded);
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
  return { finding: findings.close(says), knowledge: { ...recorded, withheld } };
}

/**
 * Check the part of the newsroom's chain that a package tells: each entry that is told hashes to what it says, and each link names
 * the one before it. What the untold entries say is not proved, only that they are there.
 */
export async function checkNewsroomLedger(
  lines: AsyncIterable<string>,
  head: PackedHead,
  hash: Hash,
): Promise<{ readonly finding: Finding; readonly snapshots: ReadonlyMap<string, string> }> {
  const findings = new Findings("newsroom ledger");
  const snapshots = new Map<string, string>();
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
        return { finding: findings.close(""), snapshots };
      }
      if ("data" in next) collectSnapshot(next, snapshots);
      if ("chain" in next) told++;
      else bare++;
      link = next;
    }
  } catch (error) {
    findings.fault({ file: NEWSROOM_LEDGER, entry: link.seq + 1 }, sentence(error));
    return { finding: findings.close(""), snapshots };
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
  const says = `${counted(told, "entry", "entries")} about its sources and keys; head ${head.hash}`;
  return { finding: findings.close(says), snapshots };
}

/** A page that was looked at again and read the same is not kept anew: its entry names the earlier copy, but other bytes. */
function collectSnapshot({ command, subject, data }: LedgerEntry, into: Map<string, string>): void {
  const sha256 = member(data, "sha256");
  if (!command.startsWith("snapshot.") || typeof sha256 !== "string" || member(data, "same") === true) return;
  into.set(subject, sha256);
}

function linkFault(next: BareLink, before: BareLink): string | null {
  if (next.seq !== before.seq + 1) return `Entry ${before.seq + 1} is missing: entry ${next.seq} stands in its place.`;
  return next.prevHash === before.hash ? null : "The entry does not continue the entry before it.";
}

function toldFault(next: LedgerEntry | WithheldEntry, before: BareLink, chain: string, hash: Hash): string | null {
  const check = continueCheck({ ok: true, length: before.seq, head: before.hash }, [next], hash, chain);
  return check.ok ? null : check.reason;
}

/** Gather the hashes that an entry recorded: of a sign-off, of the text of a version, of an edition. */
function collect({ command, data }: LedgerEntry, { signOffs, versions, editions }: Recorded): void {
  const signOff = member(data, "signOff");
  const [id, signed] = [member(signOff, "id"), member(signOff, "hash")];
  if (typeof id === "string" && typeof signed === "string") signOffs.set(id, signed);
  const [sha256, slug] = [member(data, "sha256"), member(data, "slug")];
  if (typeof sha256 !== "string") return;
  const [version, edition] = [member(data, "version"), member(data, "edition")];
  if (command.startsWith("article.") && typeof version === "number") versions.set(version, sha256);
  if (typeof slug === "string" && typeof edition === "number") editions.set(editionKey(slug, edition), sha256);
}

function member(value: Json, name: string): Json {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return null;
  return Object.entries(value).find(([key]) => key === name)?.[1] ?? null;
}

/** Name an edition among those of all publications. */
export function editionKey(slug: string, edition: number): string {
  return `${slug}/${edition}`;
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
