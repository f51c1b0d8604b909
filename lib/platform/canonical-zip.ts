import { Readable, Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { ZipFile } from "yazl";

/** A file that goes into a container: its name, its size in bytes and its content, which can be read more than once. */
export interface ZipItem {
  readonly name: string;
  readonly size: number;
  readonly open: () => AsyncIterable<Uint8Array>;
}

/** A stretch of a container and what stands in it. Offsets are bytes, the end excluded. */
export interface ZipRegion {
  readonly start: number;
  readonly end: number;
  readonly part: "header" | "data" | "checksum" | "directory" | "end";
  /** The item it belongs to; empty for the end record. */
  readonly name: string;
}

/** Bytes that can be read at any place, such as a file. `read` returns exactly `length` bytes. */
export interface ByteSource {
  readonly size: number;
  readonly read: (offset: number, length: number) => Promise<Uint8Array>;
}

/**
 * Write items into a zip in the one way there is: in this order, stored as they are, all dated alike, nothing added. Memory stays
 * flat: an item is read when it is its turn. Throws when an item has another size than it says.
 */
export async function writeZip(items: Iterable<ZipItem>, output: Writable, signal?: AbortSignal): Promise<void> {
  const zip = new ZipFile();
  const { promise: failed, reject } = deferred();
  zip.on("error", reject);
  for (const { name, size, open } of items) {
    zip.addReadStreamLazy(name, { ...FIXED, size }, (give) => {
      const content = Readable.from(open(), { objectMode: false });
      content.once("error", reject);
      give(null, content);
    });
  }
  zip.end();
  try {
    await Promise.race([pipeline(zip.outputStream, output, signal ? { signal } : {}), failed]);
  } catch (error) {
    output.destroy();
    throw error;
  }
}

function deferred() {
  let reject: (error: unknown) => void = () => undefined;
  const promise = new Promise<never>((_, refuse) => {
    reject = refuse;
  });
  return { promise, reject };
}

/** The first day that a zip can name, in whatever zone the clock stands: the same bytes everywhere. */
const FIXED = { mtime: new Date(1980, 0, 1), forceDosTimestamp: true, mode: 0o100644, compress: false } as const;

/** Differing places that are collected at most: one would be enough to know, a few help to see what happened. */
const MOST_DIFFERENCES = 20;

/** Write items anew and return the offsets at which `source` has another byte (the first of each region), at most twenty. */
export async function compareZip(items: readonly ZipItem[], source: ByteSource): Promise<number[]> {
  const regions = layOutZip(items);
  const differences: number[] = [];
  let offset = 0;
  const comparing = new Writable({
    highWaterMark: 1024 * 1024,
    write(chunk: Buffer, _encoding, done) {
      const at = offset;
      offset += chunk.length;
      const there = Math.max(0, Math.min(chunk.length, source.size - at));
      source.read(at, there).then(
        (found) => {
          if (!chunk.equals(found)) collect(chunk, found, at);
          done();
        },
        (error) => done(error),
      );
    },
  });
  function collect(wanted: Buffer, found: Uint8Array, at: number): void {
    for (let index = 0; index < wanted.length && differences.length < MOST_DIFFERENCES; index++) {
      if (wanted[index] === found[index]) continue;
      differences.push(at + index);
      index = (regionAt(regions, at + index)?.end ?? Number.POSITIVE_INFINITY) - at - 1;
    }
  }
  await writeZip(items, comparing);
  if (source.size > offset && differences.length < MOST_DIFFERENCES) differences.push(offset);
  return unique(differences, regions);
}

/** A region may come in several pieces. */
function unique(offsets: readonly number[], regions: readonly ZipRegion[]): number[] {
  const seen = new Set<ZipRegion | null>();
  return offsets.filter((offset) => {
    const region = regionAt(regions, offset);
    if (seen.has(region)) return false;
    seen.add(region);
    return true;
  });
}

const HEADER = 30;
const CHECKSUM = 16;
const CHECKSUM_64 = 24;
const DIRECTORY = 46;
const DIRECTORY_64 = 28;
const END = 22;
const END_64 = 76;
const LARGEST = 0xfffffffe;

/** Return what stands where in the container of these items, in order; only their names and sizes are needed. */
export function layOutZip(items: readonly Pick<ZipItem, "name" | "size">[]): ZipRegion[] {
  const regions: ZipRegion[] = [];
  let at = 0;
  const put = (part: ZipRegion["part"], name: string, length: number) => {
    if (length > 0) regions.push({ start: at, end: at + length, part, name });
    at += length;
  };
  const large = new Set<string>();
  for (const { name, size } of items) {
    if (size > LARGEST || at > LARGEST) large.add(name);
    put("header", name, HEADER + bytes(name));
    put("data", name, size);
    put("checksum", name, large.has(name) ? CHECKSUM_64 : CHECKSUM);
  }
  const directory = at;
  for (const { name } of items) put("directory", name, DIRECTORY + bytes(name) + (large.has(name) ? DIRECTORY_64 : 0));
  const wide = items.length >= 0xffff || directory > LARGEST || at - directory > LARGEST;
  put("end", "", END + (wide ? END_64 : 0));
  return regions;
}

/** Return the region that holds the byte at `offset`, or null behind the end. */
export function regionAt(regions: readonly ZipRegion[], offset: number): ZipRegion | null {
  let low = 0;
  let high = regions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((regions[middle]?.end ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return regions[low] ?? null;
}

/** Return the size of a container of these regions. */
export function zipSize(regions: readonly ZipRegion[]): number {
  return regions.at(-1)?.end ?? 0;
}

/** Return the bytes that stand before the content of an item: the same for all but the name. */
export function zipHeader(name: string): Uint8Array {
  const header = Buffer.alloc(HEADER + bytes(name));
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(20, 4);
  // The name is UTF-8; size and checksum follow the content.
  header.writeUInt16LE((1 << 11) | (1 << 3), 6);
  header.writeUInt16LE((1 << 5) | 1, 12);
  header.writeUInt16LE(bytes(name), 26);
  header.write(name, HEADER, "utf8");
  return header;
}

function bytes(name: string): number {
  return Buffer.byteLength(name, "utf8");
}
