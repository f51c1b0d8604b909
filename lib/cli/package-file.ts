import { createHash } from "node:crypto";
import { MANIFEST, PUBLIC_KEY, SIGNATURE } from "@/lib/core/package/entries";
import { type Finding, Findings } from "@/lib/core/package/findings";
import { type Manifest, readManifest } from "@/lib/core/package/manifest";
import { Malformed, sentence } from "@/lib/core/package/reading";
import { checkContents, decode, type PackageReader } from "@/lib/core/package/verify";
import {
  type ByteSource,
  compareZip,
  layOutZip,
  regionAt,
  type ZipItem,
  type ZipRegion,
  zipHeader,
  zipSize,
} from "@/lib/platform/canonical-zip";
import { fingerprintInGroups, isSignedBy, keyName, publicKeyPem } from "@/lib/platform/ed25519";
import { sha256 } from "@/lib/platform/random";

/** Why a file can't be looked into at all, in a sentence. */
export class NotAPackage extends Error {
  override name = "NotAPackage";
}

/** The manifest is read as a whole; one of 200,000 files has about 40 MB. */
const LARGEST_MANIFEST = 64 * 1024 * 1024;
/** The largest text that is read as a whole, in bytes. */
const LARGEST_TEXT = 256 * 1024 * 1024;
const SIGNATURE_SIZE = 64;
const CHUNK = 256 * 1024;
/** The checksum that follows an item's content, and how it begins. */
const CHECKSUM = 16;
const CHECKSUM_MARK = Buffer.from("504b0708", "hex");

/**
 * Check a package from its first byte to its last, without a database, a network or settings: one finding after the other. With
 * `expectedKey`, the signature has to be by the key of this fingerprint. Throws NotAPackage for what can't be looked into.
 */
export async function* checkPackage(source: ByteSource, expectedKey: string | null = null): AsyncGenerator<Finding> {
  const manifestBytes = await findManifest(source);
  const manifest = parseManifest(manifestBytes);
  if ("check" in manifest) {
    yield manifest;
    return;
  }
  const items = itemsOf(source, manifest, manifestBytes.length);
  const hashes = new Map<string, string>();
  yield await checkContainer(source, manifest, items, hashes);
  yield new Findings("manifest").close(
    `“${manifest.article.title}”, packed by ${manifest.madeBy.name} of ${manifest.newsroom.name} at ${manifest.madeAt} (by its own clock)`,
  );
  const reader = readerOf(items, hashes);
  yield await checkSignature(manifest, manifestBytes, items, reader, expectedKey);
  yield* checkContents(manifest, reader, sha256);
}

/** An item of the container with the place of its content. */
interface Placed extends ZipItem {
  readonly start: number;
  /** Whether the file reaches to its end. */
  readonly whole: boolean;
}

/**
 * Find the manifest, the first file of every package. Its end is where its checksum begins or, should that have been changed, where
 * the next file begins.
 */
async function findManifest(source: ByteSource): Promise<Uint8Array> {
  const header = Buffer.from(zipHeader(MANIFEST));
  const head = Buffer.from(await source.read(0, Math.min(source.size, header.length + LARGEST_MANIFEST)));
  const sameStart = head.subarray(0, 14).equals(header.subarray(0, 14));
  const sameName = head.subarray(30, header.length).equals(header.subarray(30));
  if (!sameStart && !sameName) {
    const zip = head.subarray(0, 2).toString("latin1") === "PK";
    throw new NotAPackage(
      zip
        ? "This zip is not a Claimdesk package as it was written: it does not begin with manifest.json. If somebody unpacked and packed it again, ask for the original file."
        : "This file is not a Claimdesk package.",
    );
  }
  const mark = head.indexOf(CHECKSUM_MARK, header.length);
  const next = head.indexOf(Buffer.from(zipHeader(SIGNATURE)), header.length);
  const end = mark >= 0 ? mark : next - CHECKSUM;
  if (end < header.length)
    throw new NotAPackage("This package ends or breaks inside its manifest: nothing in it can be checked.");
  return head.subarray(header.length, end);
}

function parseManifest(bytes: Uint8Array): Manifest | Finding {
  try {
    return readManifest(decode(bytes, MANIFEST));
  } catch (error) {
    const findings = new Findings("manifest");
    findings.fault(
      { file: MANIFEST },
      `The manifest was changed: ${sentence(error)} Nothing else can be checked without it.`,
    );
    return findings.close("");
  }
}

function itemsOf(source: ByteSource, manifest: Manifest, manifestSize: number): Placed[] {
  const files = [
    { path: MANIFEST, size: manifestSize },
    { path: SIGNATURE, size: SIGNATURE_SIZE },
    ...manifest.files,
  ].map(({ path, size }) => ({ name: path, size }));
  const starts = new Map<string, number>();
  for (const { name, part, end } of layOutZip(files)) if (part === "header") starts.set(name, end);
  return files.map(({ name, size }) => {
    const start = starts.get(name) ?? 0;
    return { name, size, start, whole: start + size <= source.size, open: () => readRange(source, start, size) };
  });
}

async function* readRange(source: ByteSource, start: number, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < size; at += CHUNK) yield await source.read(start + at, Math.min(CHUNK, size - at));
}

/** Write the container anew from what the file holds, and compare: whatever is not content can only stand there in one way. */
async function checkContainer(
  source: ByteSource,
  manifest: Manifest,
  items: readonly Placed[],
  hashes: Map<string, string>,
): Promise<Finding> {
  const findings = new Findings("container");
  const regions = layOutZip(items);
  const total = zipSize(regions);
  const hashed = items.map((item) => ({ ...item, open: () => hashing(item, hashes) }));
  if (total > source.size) {
    for (const item of hashed) if (item.whole) for await (const _ of item.open());
    const place = regionAt(regions, source.size);
    findings.fault(
      { byte: source.size, ...(place?.name ? { file: place.name } : {}) },
      `The file ends at byte ${source.size}, ${where(place)}; ${total - source.size} bytes are missing.`,
    );
    return findings.close("");
  }
  const listed = new Map(manifest.files.map(({ path, sha256: hash }) => [path, hash]));
  for (const offset of await compareZip(hashed, source)) {
    const place = regionAt(regions, offset);
    const file = place?.name ? { file: place.name } : {};
    findings.fault({ byte: offset, ...file }, difference(place, offset, total, source.size, listed, hashes));
  }
  return findings.close(
    `${source.size.toLocaleString("en")} bytes, ${items.length} files: there is one way to write it, and it is this`,
  );
}

async function* hashing(item: ZipItem, hashes: Map<string, string>): AsyncGenerator<Uint8Array> {
  const hasher = createHash("sha256");
  for await (const chunk of item.open()) {
    hasher.update(chunk);
    yield chunk;
  }
  hashes.set(item.name, hasher.digest("hex"));
}

function difference(
  place: ZipRegion | null,
  offset: number,
  total: number,
  size: number,
  listed: ReadonlyMap<string, string>,
  hashes: ReadonlyMap<string, string>,
): string {
  if (place === null) return `${size - total} bytes too many stand behind the end, from byte ${offset} on.`;
  const changed = listed.has(place.name) && listed.get(place.name) !== hashes.get(place.name);
  const content = place.part === "checksum" || place.part === "directory";
  if (content && changed) return `The content of ${place.name} does not have the checksum it was packed with.`;
  return `Byte ${offset} is not as it must be: ${where(place)}.`;
}

function where(place: ZipRegion | null): string {
  if (place === null) return "behind the end";
  const parts: Record<ZipRegion["part"], string> = {
    header: `in what stands before ${place.name}`,
    data: `inside ${place.name}`,
    checksum: `in the checksum behind ${place.name}, or in its content`,
    directory: `in the line of the table of contents about ${place.name}, or in its content`,
    end: "in the end of the table of contents",
  };
  return parts[place.part];
}

async function checkSignature(
  manifest: Manifest,
  manifestBytes: Uint8Array,
  items: readonly Placed[],
  reader: PackageReader,
  expectedKey: string | null,
): Promise<Finding> {
  const findings = new Findings("signature");
  const { id, publicKey } = manifest.key;
  const item = items.find(({ name }) => name === SIGNATURE);
  const signature = item?.whole ? await collect(item) : Buffer.alloc(0);
  if (keyName(publicKey) !== id) {
    findings.fault({ file: MANIFEST }, "The manifest names a key by a fingerprint that is not the key’s.");
  } else if (!isSignedBy(manifestBytes, signature, publicKey)) {
    findings.fault(
      { file: MANIFEST },
      `The signature is not one of the key ${id} over this manifest: ${MANIFEST} or ${SIGNATURE} was changed after signing.`,
    );
  }
  const pem = await reader.text(PUBLIC_KEY).catch(sentence);
  if (pem !== publicKeyPem(publicKey)) {
    findings.fault({ file: PUBLIC_KEY }, `${PUBLIC_KEY} is not the key that the manifest names.`);
  }
  if (expectedKey === null) {
    findings.remark(
      `Anybody can make a key. Compare this fingerprint with the one the newsroom tells you elsewhere, or give it with --key: ${fingerprintInGroups(id)}`,
    );
  } else if (plainKey(expectedKey) !== id) {
    findings.fault(
      { file: MANIFEST },
      `The package is signed by another key than the one you expect: ${fingerprintInGroups(id)}`,
    );
  }
  return findings.close(`by the key ${id}${expectedKey === null ? "" : ", the one you expect"}`);
}

/** A fingerprint as people write it: spaces, colons and capitals make no difference. */
function plainKey(words: string): string {
  return words.replace(/[^0-9a-f]/gi, "").toLowerCase();
}

async function collect(item: ZipItem): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of item.open()) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function readerOf(items: readonly Placed[], hashes: ReadonlyMap<string, string>): PackageReader {
  const byName = new Map(items.map((item) => [item.name, item]));
  function find(path: string): Placed {
    const item = byName.get(path);
    if (!item) throw new Malformed(`${path} is missing.`);
    if (!item.whole) throw new Malformed(`${path} is cut off.`);
    return item;
  }
  return {
    sha256: (path) => hashes.get(path) ?? null,
    text: async (path) => {
      const item = find(path);
      if (item.size > LARGEST_TEXT) throw new Malformed(`${path} is too large to be read (${item.size} bytes).`);
      return decode(await collect(item), path);
    },
    lines: (path) => linesOf(path, () => find(path)),
  };
}

async function* linesOf(path: string, find: () => Placed): AsyncGenerator<string> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of find().open()) {
    rest = Buffer.concat([rest, chunk]);
    for (let end = rest.indexOf(10); end >= 0; end = rest.indexOf(10)) {
      yield decode(rest.subarray(0, end), path);
      rest = rest.subarray(end + 1);
    }
    if (rest.length > LARGEST_TEXT) throw new Malformed(`A line of ${path} is too long to be read.`);
  }
  if (rest.length > 0) throw new Malformed(`${path} does not end with a line.`);
}
