import { canonical, type Json } from "../ledger/canonical";
import { isEntryName, MANIFEST, SIGNATURE } from "./entries";
import { Fields, Malformed } from "./reading";

export const PACKAGE_FORMAT = "claimdesk-package";
export const PACKAGE_VERSION = 1;

/** A file of a package: its name, its size in bytes and the SHA-256 (hex) of its bytes. */
export interface PackedFile {
  readonly path: string;
  readonly size: number;
  readonly sha256: string;
}

/** The last link of a ledger. */
export interface PackedHead {
  readonly chain: string;
  readonly seq: number;
  readonly hash: string;
}

/** How much a package does not tell, because it names a source or a person that only some in the newsroom may know. */
export interface Withheld {
  readonly sources: number;
  readonly notes: number;
  readonly contacts: number;
  readonly snapshots: number;
  readonly ledgerEntries: number;
  readonly why: string;
}

/** What a package is, and every file in it. Its canonical JSON is what the newsroom signs. */
export interface Manifest {
  readonly format: typeof PACKAGE_FORMAT;
  readonly formatVersion: typeof PACKAGE_VERSION;
  readonly newsroom: { readonly id: string; readonly name: string };
  readonly article: { readonly id: string; readonly title: string };
  /** ISO 8601, by the clock of the machine that made it. */
  readonly madeAt: string;
  readonly madeBy: { readonly id: string; readonly name: string };
  /** The key that signs: SHA-256 (hex) of its 32 public bytes, and those in base64. */
  readonly key: { readonly id: string; readonly publicKey: string };
  readonly snapshots: "included" | "left out";
  readonly ledger: PackedHead;
  readonly newsroomLedger: PackedHead;
  readonly withheld: Withheld;
  /** In the order of the container, behind the manifest and its signature. */
  readonly files: readonly PackedFile[];
}

/** Return the bytes that are signed, as text: the manifest's RFC 8785 form. */
export function manifestText(manifest: Manifest): string {
  const plain: Json = JSON.parse(JSON.stringify(manifest));
  return canonical(plain);
}

/** Most files, and the largest one in bytes, that a reader has to expect. */
const MOST_FILES = 200_000;
const LARGEST = 2 ** 40;

const HASH = /^[0-9a-f]{64}$/;

/**
 * Read a manifest; throws Malformed with a sentence that names what is wrong. Only names are accepted that stay inside the folder
 * they are unpacked in, each once.
 */
export function readManifest(text: string): Manifest {
  const fields = Fields.parse(text, MANIFEST);
  if (fields.raw("format") !== PACKAGE_FORMAT) throw new Malformed(`${MANIFEST} is not that of a Claimdesk package.`);
  const version = fields.count("formatVersion");
  if (version !== PACKAGE_VERSION) {
    throw new Malformed(`The package has format ${version}; this program reads format ${PACKAGE_VERSION}.`);
  }
  const snapshots = fields.text("snapshots");
  if (snapshots !== "included" && snapshots !== "left out") throw new Malformed(`“snapshots” says neither.`);
  const manifest: Manifest = {
    format: PACKAGE_FORMAT,
    formatVersion: PACKAGE_VERSION,
    newsroom: named(fields.object("newsroom"), "name"),
    article: titled(fields.object("article")),
    madeAt: fields.text("madeAt"),
    madeBy: named(fields.object("madeBy"), "name"),
    key: { id: hash(fields.object("key"), "id"), publicKey: fields.object("key").text("publicKey") },
    snapshots,
    ledger: head(fields.object("ledger")),
    newsroomLedger: head(fields.object("newsroomLedger")),
    withheld: withheld(fields.object("withheld")),
    files: files(fields.list("files")),
  };
  if (manifestText(manifest) !== text) {
    throw new Malformed(`${MANIFEST} is not in its canonical form, or says more than a manifest does.`);
  }
  return manifest;
}

function named(fields: Fields, name: "name") {
  return { id: fields.text("id"), name: fields.text(name) };
}

function titled(fields: Fields) {
  return { id: fields.text("id"), title: fields.text("title") };
}

function head(fields: Fields): PackedHead {
  return { chain: fields.text("chain"), seq: fields.count("seq"), hash: hash(fields, "hash") };
}

function hash(fields: Fields, name: string): string {
  const value = fields.text(name);
  if (!HASH.test(value)) throw new Malformed(`“${name}” is not a SHA-256 in hex.`);
  return value;
}

function withheld(fields: Fields): Withheld {
  return {
    sources: fields.count("sources"),
    notes: fields.count("notes"),
    contacts: fields.count("contacts"),
    snapshots: fields.count("snapshots"),
    ledgerEntries: fields.count("ledgerEntries"),
    why: fields.text("why"),
  };
}

function files(list: readonly Fields[]): PackedFile[] {
  if (list.length > MOST_FILES) throw new Malformed(`It lists ${list.length} files; at most ${MOST_FILES} are read.`);
  const seen = new Set([MANIFEST, SIGNATURE]);
  return list.map((fields) => {
    const file = { path: fields.text("path"), size: fields.count("size"), sha256: hash(fields, "sha256") };
    if (!isEntryName(file.path))
      throw new Malformed(`It lists a file with a name that no package has: ${quoted(file.path)}.`);
    // A file system may not tell upper from lower case.
    if (seen.has(file.path.toLowerCase())) throw new Malformed(`It lists ${file.path} twice.`);
    if (file.size > LARGEST) throw new Malformed(`It says that ${file.path} has ${file.size} bytes.`);
    seen.add(file.path.toLowerCase());
    return file;
  });
}

function quoted(name: string): string {
  return JSON.stringify(name.slice(0, 80));
}
