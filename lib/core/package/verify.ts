import type { Hash } from "../ledger/chain";
import { ClaimChecks, type NotedQuote, quoted } from "./claim-check";
import { ARTICLE_LEDGER, editionRecord, NEWSROOM_LEDGER, snapshotText, storedFile, versionText } from "./entries";
import { counted, type Finding, Findings } from "./findings";
import { checkLedger, checkNewsroomLedger, editionKey, type LedgerKnowledge } from "./ledger-check";
import type { Manifest } from "./manifest";
import { Fields, Malformed, sentence } from "./reading";

/** The files of a package, read one at a time. */
export interface PackageReader {
  /** SHA-256 (hex) of the bytes that are there; null when the file is not, or is cut off. */
  readonly sha256: (path: string) => string | null;
  /** The file as text; throws Malformed when it is not there, is not UTF-8 or is too large to be one of ours. */
  readonly text: (path: string) => Promise<string>;
  /** The lines of a file, without their ends; throws as `text` does. */
  readonly lines: (path: string) => AsyncIterable<string>;
}

/** Check everything in a package that its manifest lists, one finding after the other. Never throws for what stands in it. */
export async function* checkContents(manifest: Manifest, reader: PackageReader, hash: Hash): AsyncGenerator<Finding> {
  yield checkFiles(manifest, reader);
  const { finding, knowledge } = await checkLedger(reader.lines(ARTICLE_LEDGER), manifest.ledger, hash);
  yield finding;
  const house = await checkNewsroomLedger(reader.lines(NEWSROOM_LEDGER), manifest.newsroomLedger, hash);
  yield house.finding;
  const versions = await checkVersions(manifest, reader, knowledge);
  yield versions.finding;
  const claims = new ClaimChecks(versions.texts, knowledge, hash);
  for (const path of inFolder(manifest, "claims/")) claims.take(path, await reader.text(path).catch(unreadable));
  const tally = claims.close();
  yield* tally.findings;
  const snapshots = await checkSnapshots(manifest, reader, tally.quotes, house.snapshots);
  yield* snapshots;
  yield await checkEditions(manifest, reader, knowledge);
  yield checkWithheld(manifest, {
    notes: tally.withheldNotes,
    contacts: tally.withheldContacts,
    ledgerEntries: knowledge.withheld,
  });
}

/** The text of a file that can't be read: no JSON, so that its check says so with its place. */
const unreadable = (error: unknown): string => {
  sentence(error);
  return "";
};

function inFolder(manifest: Manifest, folder: string, ending = ".json"): string[] {
  return manifest.files.flatMap(({ path }) => (path.startsWith(folder) && path.endsWith(ending) ? [path] : []));
}

function checkFiles(manifest: Manifest, reader: PackageReader): Finding {
  const findings = new Findings("files");
  for (const { path, sha256 } of manifest.files) {
    const found = reader.sha256(path);
    if (found === null) findings.fault({ file: path }, `${path} is missing or cut off.`);
    else if (found !== sha256)
      findings.fault({ file: path }, `${path} was changed: its bytes hash to ${found}, the manifest says ${sha256}.`);
  }
  return findings.close(
    `${counted(manifest.files.length, "file")}: each has the size and the SHA-256 that the manifest lists`,
  );
}

/** What the ledger does not tell, it does not contradict: an entry may be withheld. */
function agrees(recorded: string | undefined, found: string | null): boolean {
  return recorded === undefined || recorded === found;
}

async function checkVersions(manifest: Manifest, reader: PackageReader, { versions }: LedgerKnowledge) {
  const findings = new Findings("versions");
  const texts = new Map<number, string>();
  for (const path of inFolder(manifest, "versions/")) {
    try {
      const record = Fields.parse(await reader.text(path), path);
      const number = record.count("number");
      texts.set(number, await reader.text(versionText(number)));
      if (reader.sha256(versionText(number)) !== record.text("sha256")) {
        findings.fault({ file: versionText(number) }, `The text of version ${number} is not the one that was checked.`);
      } else if (!agrees(versions.get(number), record.text("sha256"))) {
        findings.fault({ file: path }, `The ledger recorded another text as version ${number}.`);
      }
    } catch (error) {
      findings.fault({ file: path }, sentence(error));
    }
  }
  if (texts.size === 0 && findings.close("").faults.length === 0) {
    findings.fault({}, "The package holds no version of the article.");
  }
  return { finding: findings.close(`${counted(texts.size, "version")} of the article: each text has its hash`), texts };
}

async function checkSnapshots(
  manifest: Manifest,
  reader: PackageReader,
  noted: ReadonlyMap<string, NotedQuote>,
  recorded: ReadonlyMap<string, string>,
): Promise<Finding[]> {
  const snapshots = new Findings("snapshots");
  const quotes = new Findings("quotes");
  const listed = new Set(manifest.files.map(({ path }) => path));
  const included = manifest.snapshots === "included";
  const tally = { snapshots: 0, stored: 0, quotes: 0 };
  for (const path of inFolder(manifest, "snapshots/")) {
    try {
      const record = Fields.parse(await reader.text(path), path);
      tally.snapshots++;
      if (!agrees(recorded.get(record.text("id")), record.textOrNull("sha256"))) {
        const says = `The ledger recorded other bytes as the snapshot ${record.text("id")}.`;
        snapshots.fault({ file: path }, says);
      }
      const places = record.list("places").filter((place) => place.countOrNull("start") !== null);
      tally.quotes += places.length;
      if (!included) continue;
      if (checkStored(record, reader, listed, snapshots)) tally.stored++;
      const text = await reader.text(snapshotText(record.text("id")));
      for (const place of places) checkPlace(path, place, noted, text, quotes);
    } catch (error) {
      snapshots.fault({ file: path }, sentence(error));
    }
  }
  const known = counted(tally.snapshots, "snapshot");
  const standing = counted(tally.quotes, "quote");
  if (included) {
    return [
      snapshots.close(`${known}, ${counted(tally.stored, "stored file")}: bytes and readable text have their hashes`),
      quotes.close(`${standing} ${tally.quotes === 1 ? "stands" : "stand"} in the snapshots where the notes say`),
    ];
  }
  if (tally.snapshots > 0) snapshots.remark(`${known} left out on purpose: only the hashes are here.`);
  if (tally.quotes > 0) quotes.remark(`${standing} can’t be looked up without the snapshots.`);
  return [snapshots.close("left out"), quotes.close("not looked up")];
}

/** Check a snapshot's bytes and text against what its record says; tell whether there are bytes at all. */
function checkStored(record: Fields, reader: PackageReader, listed: ReadonlySet<string>, findings: Findings): boolean {
  const [id, sha256] = [record.text("id"), record.textOrNull("sha256")];
  if (reader.sha256(snapshotText(id)) !== record.text("textSha256")) {
    findings.fault({ file: snapshotText(id) }, `The readable text of the snapshot ${id} was changed.`);
  }
  if (sha256 === null) return false;
  const file = storedFile(sha256);
  if (!listed.has(file)) findings.fault({ file }, `The bytes of the snapshot ${id} are missing.`);
  else if (reader.sha256(file) !== sha256) findings.fault({ file }, `The bytes of the snapshot ${id} were changed.`);
  return true;
}

function checkPlace(
  path: string,
  place: Fields,
  noted: ReadonlyMap<string, NotedQuote>,
  text: string,
  findings: Findings,
): void {
  const note = noted.get(place.text("noteId"));
  if (!note) {
    findings.fault(
      { file: path },
      `A quote of the note ${place.text("noteId")} is said to stand there, but there is no such note.`,
    );
    return;
  }
  const { file, claim, quote } = note;
  const [start, words] = [place.count("start"), place.text("words")];
  if (text.slice(start, place.count("end")) !== words) {
    const says = `Claim ${claim}: the snapshot does not say ${quoted(words)} at offset ${start}.`;
    findings.fault({ file: path, claim, offset: start }, says);
  } else if (KEPT.has(place.text("outcome")) && !quotes(quote, words)) {
    const says = `Claim ${claim}: the note quotes ${quoted(quote)}, the snapshot says ${quoted(words)}.`;
    findings.fault({ file, claim, offset: start }, says);
  }
}

/** Outcomes that say the quote stands there word for word. */
const KEPT: ReadonlySet<string> = new Set(["found", "moved"]);

/** Tell whether a quote gives these words: the same letters and digits in their order, an ellipsis for what it leaves out. */
function quotes(quote: string, words: string): boolean {
  const parts = quote
    .split(ELLIPSIS)
    .map(letters)
    .filter((part) => part !== "");
  const said = letters(words);
  let at = 0;
  for (const part of parts) {
    const found = said.indexOf(part, at);
    if (found < 0 || (at === 0 && found > 0)) return false;
    at = found + part.length;
  }
  return said.endsWith(parts.at(-1) ?? "");
}

const ELLIPSIS = /[([]?(?:\.{3,}|…)[)\]]?/u;

/** A page sets other quotation marks, dashes and spaces than a note; letters and digits have to be the same. */
function letters(words: string): string {
  return words
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");
}

async function checkEditions(
  manifest: Manifest,
  reader: PackageReader,
  { editions: recorded }: LedgerKnowledge,
): Promise<Finding> {
  const findings = new Findings("editions");
  let editions = 0;
  for (const path of inFolder(manifest, "published/", "/publication.json")) {
    try {
      const record = Fields.parse(await reader.text(path), path);
      for (const edition of record.list("editions")) {
        editions++;
        const [slug, number, hash] = [record.text("slug"), edition.count("number"), edition.text("sha256")];
        const file = editionRecord(slug, number);
        if (reader.sha256(file) !== hash) {
          findings.fault({ file }, `Edition ${number} of the published report is not the one that was frozen.`);
        } else if (!agrees(recorded.get(editionKey(slug, number)), hash)) {
          findings.fault({ file: path }, `The ledger recorded another report as edition ${number}.`);
        }
      }
    } catch (error) {
      findings.fault({ file: path }, sentence(error));
    }
  }
  return findings.close(
    editions === 0
      ? "nothing was published"
      : `${counted(editions, "edition")} of published reports: each has its hash`,
  );
}

type Counted = Pick<Manifest["withheld"], "notes" | "contacts" | "ledgerEntries">;

function checkWithheld({ withheld }: Manifest, found: Counted): Finding {
  const findings = new Findings("withheld");
  const words = { notes: "source notes", contacts: "contacts", ledgerEntries: "ledger entries" };
  for (const key of ["notes", "contacts", "ledgerEntries"] as const) {
    if (withheld[key] === found[key]) continue;
    findings.fault({}, `The manifest says that ${withheld[key]} ${words[key]} are withheld; ${found[key]} are.`);
  }
  const parts = [
    [withheld.sources, "source"],
    [withheld.notes, "note"],
    [withheld.contacts, "contact"],
    [withheld.snapshots, "snapshot"],
  ] as const;
  const told = parts.flatMap(([count, one]) => (count > 0 ? [counted(count, one)] : []));
  if (withheld.ledgerEntries > 0) told.push(counted(withheld.ledgerEntries, "ledger entry", "ledger entries"));
  return findings.close(told.length === 0 ? "nothing" : `${told.join(", ")}: ${withheld.why}`);
}

/** Read bytes as the UTF-8 text that a file of a package is; throws Malformed when they are not. */
export function decode(bytes: Uint8Array, path: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Malformed(`${path} is not UTF-8 text.`);
  }
}
