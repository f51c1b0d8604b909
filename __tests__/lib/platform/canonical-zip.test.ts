import { Writable } from "node:stream";
import { fromBufferPromise } from "yauzl";
import {
  compareZip,
  layOutZip,
  regionAt,
  writeZip,
  type ZipItem,
  zipHeader,
  zipSize,
} from "@/lib/platform/canonical-zip";

const item = (name: string, content: Uint8Array): ZipItem => ({
  name,
  size: content.length,
  open: async function* () {
    // In pieces, as a database would give it.
    for (let at = 0; at < content.length; at += 1000) yield content.subarray(at, at + 1000);
  },
});

const ITEMS = [
  item("manifest.json", Buffer.from('{"a":1}')),
  item("empty.txt", Buffer.alloc(0)),
  item("files/noise", Buffer.from(Array.from({ length: 70_000 }, (_, index) => (index * 7919) % 251))),
];

async function written(items: readonly ZipItem[]): Promise<Buffer> {
  const chunks: Buffer[] = [];
  const output = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk);
      done();
    },
  });
  await writeZip(items, output);
  return Buffer.concat(chunks);
}

const source = (bytes: Buffer) => ({
  size: bytes.length,
  read: async (offset: number, length: number) => bytes.subarray(offset, offset + length),
});

test("the same items give the same bytes, whatever the time zone", async () => {
  const before = process.env.TZ;
  const here = await written(ITEMS);
  process.env.TZ = "Pacific/Auckland";
  try {
    expect((await written(ITEMS)).equals(here)).toBe(true);
  } finally {
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
  }
});

test("another program reads it: names in order, and what they hold", async () => {
  const zip = await fromBufferPromise(await written(ITEMS));
  const found: [string, number][] = [];
  for await (const entry of zip.eachEntry()) {
    const chunks: Buffer[] = [];
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(Buffer.from(chunk));
    found.push([entry.fileName, Buffer.concat(chunks).length]);
  }
  expect(found).toEqual(ITEMS.map(({ name, size }) => [name, size]));
});

test("what stands where is known from names and sizes alone", async () => {
  const bytes = await written(ITEMS);
  const regions = layOutZip(ITEMS);
  expect(zipSize(regions)).toBe(bytes.length);
  for (const { start, part, name } of regions) {
    if (part === "header")
      expect(Buffer.from(zipHeader(name)).equals(bytes.subarray(start, start + 30 + name.length))).toBe(true);
    if (part === "checksum") expect(bytes.readUInt32LE(start)).toBe(0x08074b50);
    if (part === "directory") expect(bytes.readUInt32LE(start)).toBe(0x02014b50);
    if (part === "end") expect(bytes.readUInt32LE(start)).toBe(0x06054b50);
  }
});

test("comparing finds a changed byte of the container, and bytes that are too many or too few", async () => {
  const bytes = await written(ITEMS);
  expect(await compareZip(ITEMS, source(bytes))).toEqual([]);
  const regions = layOutZip(ITEMS);
  for (let at = 0; at < bytes.length; at += at < 200 || at > bytes.length - 300 ? 1 : 997) {
    const changed = Buffer.from(bytes);
    changed[at] = (changed[at] ?? 0) ^ 0x20;
    expect(await compareZip(ITEMS, source(changed))).toEqual([at]);
    expect(regionAt(regions, at)).not.toBeNull();
  }
  expect(await compareZip(ITEMS, source(Buffer.concat([bytes, Buffer.from("x")])))).toEqual([bytes.length]);
  expect(await compareZip(ITEMS, source(bytes.subarray(0, -1)))).toEqual([bytes.length - 1]);
});

test("many items arrive whole, however slowly they are taken", async () => {
  const items = Array.from({ length: 60 }, (_, index) => item(`files/${index}`, Buffer.alloc(200_000, index)));
  let size = 0;
  const slow = new Writable({
    write(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      setImmediate(done);
    },
  });
  await writeZip(items, slow);
  expect(size).toBe(zipSize(layOutZip(items)));
});

test("an item that fails, or has another size than it says, fails the whole", async () => {
  const broken: ZipItem = {
    name: "broken",
    size: 3,
    // biome-ignore lint/correctness/useYield: it fails before it has anything to give.
    open: async function* () {
      throw new Error("The bytes are gone.");
    },
  };
  await expect(written([broken])).rejects.toThrow("The bytes are gone.");
  await expect(written([{ ...item("short", Buffer.from("ab")), size: 3 }])).rejects.toThrow(
    /unexpected number of bytes/,
  );
});
