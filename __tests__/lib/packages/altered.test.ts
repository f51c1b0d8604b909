import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { Writable } from "node:stream";
import { fromBufferPromise } from "yauzl";
import { verifyFile } from "@/lib/cli/verify";
import type { Fault, Finding } from "@/lib/core/package/findings";
import { type Manifest, manifestText } from "@/lib/core/package/manifest";
import { layOutZip, regionAt, writeZip, type ZipRegion } from "@/lib/platform/canonical-zip";
import { newKeyPair, publicKeyPem, signMessage } from "@/lib/platform/ed25519";
import { testDatabase } from "../../support/database";
import { type PackedDesk, packageOf, packedDesk } from "./packed-desk";

const database = testDatabase();

let desk: PackedDesk;
let packed: Buffer;
let manifest: Manifest;
let regions: ZipRegion[];
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), "altered-"));
  desk = await packedDesk(database.db);
  packed = await packageOf(desk.ana, desk.articleId);
  const files = await unpack(packed);
  manifest = JSON.parse(files.get("manifest.json")?.toString() ?? "");
  regions = layOutZip([...files].map(([name, { length: size }]) => ({ name, size })));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Verified {
  readonly code: number;
  readonly problem: string | null;
  readonly findings: readonly Finding[];
}

async function verify(bytes: Uint8Array, key?: string): Promise<Verified> {
  const file = path.join(folder, "x.zip");
  writeFileSync(file, bytes);
  let out = "";
  const code = await verifyFile(file, { json: true, key }, (text) => {
    out += text;
  });
  return { code, ...JSON.parse(out) };
}

const faultsOf = ({ findings }: Verified): (Fault & { readonly check: string })[] =>
  findings.flatMap(({ check, faults }) => faults.map((fault) => ({ check, ...fault })));

async function unpack(bytes: Buffer): Promise<Map<string, Buffer>> {
  const zip = await fromBufferPromise(bytes);
  const entries = new Map<string, Buffer>();
  for await (const entry of zip.eachEntry()) {
    const chunks: Buffer[] = [];
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(Buffer.from(chunk));
    entries.set(entry.fileName, Buffer.concat(chunks));
  }
  return entries;
}

async function pack(files: ReadonlyMap<string, Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  const output = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk);
      done();
    },
  });
  const items = [...files].map(([name, content]) => ({
    name,
    size: content.length,
    open: async function* () {
      yield content;
    },
  }));
  await writeZip(items, output);
  return Buffer.concat(chunks);
}

/** Forge a package as somebody with a key of their own would: change files, list them anew and sign the list. */
async function forge(
  change: (files: Map<string, Buffer>) => void,
  more: (manifest: Manifest) => Manifest = (same) => same,
): Promise<Buffer> {
  const files = await unpack(packed);
  const { id, publicKey, privateKey } = newKeyPair();
  change(files);
  files.delete("manifest.json");
  files.delete("manifest.sig");
  files.set("public-key.pem", Buffer.from(publicKeyPem(publicKey)));
  const listed = [...files].map(([name, content]) => {
    return { path: name, size: content.length, sha256: createHash("sha256").update(content).digest("hex") };
  });
  const body = Buffer.from(manifestText(more({ ...manifest, key: { id, publicKey }, files: listed })));
  const signature = signMessage(body, privateKey);
  return pack(new Map([["manifest.json", body], ["manifest.sig", signature], ...files]));
}

/** Change the words of one file. */
const reword = (name: string, from: string | RegExp, to: string) => (files: Map<string, Buffer>) => {
  const before = files.get(name)?.toString() ?? "";
  const after = before.replace(from, to);
  expect([name, after === before]).toEqual([name, false]);
  files.set(name, Buffer.from(after));
};

/** The same numbers in every run (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Whether a fault leads to the altered byte: it names the byte itself, or the file that the byte belongs to. */
const leadsTo = (offset: number) => (fault: Fault) =>
  fault.byte === offset || (fault.file !== undefined && fault.file === regionAt(regions, offset)?.name);

describe("one altered byte", () => {
  test("at 200 places by chance: always detected, the place named", async () => {
    const random = seeded(20_261_126);
    for (let run = 0; run < 200; run++) {
      const offset = Math.floor(random() * packed.length);
      const altered = Buffer.from(packed);
      altered[offset] = (packed[offset] ?? 0) ^ (1 + Math.floor(random() * 255));
      const verified = await verify(altered);
      expect([offset, verified.code, verified.problem]).toEqual([offset, 1, null]);
      expect([offset, faultsOf(verified).some(leadsTo(offset))]).toEqual([offset, true]);
    }
  });

  test("in every kind of place of the container, at each byte of the first and the last of a kind", async () => {
    const kinds = ["header", "checksum", "directory", "end"] as const;
    const chosen = kinds.flatMap((kind) => {
      const all = regions.filter(({ part }) => part === kind);
      return [all[0], all.at(-1)].flatMap((region) => region ?? []);
    });
    for (const { start, end } of chosen) {
      for (let offset = start; offset < end; offset++) {
        const altered = Buffer.from(packed);
        altered[offset] = (packed[offset] ?? 0) ^ 0xff;
        const verified = await verify(altered);
        expect([offset, verified.code]).toEqual([offset, 1]);
        expect([offset, faultsOf(verified).some(leadsTo(offset))]).toEqual([offset, true]);
      }
    }
  });
});

describe("bytes too few, too many, or elsewhere", () => {
  test("a file that ends early is not whole, wherever it ends, and says what is missing", async () => {
    const random = seeded(7);
    const behindManifest = regions.find(({ name }) => name === "README.txt")?.start ?? 0;
    for (let run = 0; run < 25; run++) {
      const length = behindManifest + Math.floor(random() * (packed.length - behindManifest));
      const verified = await verify(packed.subarray(0, length));
      expect([length, verified.code]).toEqual([length, 1]);
      expect(faultsOf(verified)[0]).toMatchObject({
        check: "container",
        byte: length,
        says: expect.stringContaining(`${packed.length - length} bytes are missing`),
      });
    }
  });

  test("a file that ends inside its manifest can’t be looked into", async () => {
    for (const length of [0, 1, 29, 43, 44, 500]) {
      expect(await verify(packed.subarray(0, length))).toMatchObject({ code: 2, problem: expect.any(String) });
    }
  });

  test("bytes behind the end are found", async () => {
    const verified = await verify(Buffer.concat([packed, Buffer.from("x")]));
    expect(faultsOf(verified)).toMatchObject([{ check: "container", byte: packed.length }]);
  });

  test("two files that changed places are found", async () => {
    const files = await unpack(packed);
    const [one, two] = [files.get("claims/1.json"), files.get("claims/3.json")];
    if (!one || !two) throw new Error("no claims");
    const verified = await verify(await pack(new Map([...files, ["claims/1.json", two], ["claims/3.json", one]])));
    expect(verified.code).toBe(1);
    expect(faultsOf(verified).map(({ file }) => file)).toEqual(
      expect.arrayContaining(["claims/1.json", "claims/3.json"]),
    );
  });

  test("the same files packed by another hand are not the package that was written", async () => {
    const files = [...(await unpack(packed))];
    const last = files.pop();
    if (!last) throw new Error("nothing packed");
    files.splice(5, 0, last);
    expect((await verify(await pack(new Map(files)))).code).toBe(1);
  });

  test.each([
    ["an empty file", Buffer.alloc(0)],
    ["a text", Buffer.from("Dear lawyer, …")],
    ["another zip", Buffer.from("504b030414000000000000002100", "hex")],
  ])("%s is no package: 2", async (_what, bytes) => {
    expect((await verify(bytes)).code).toBe(2);
  });

  test("a folder, and a file that is not there: 2", async () => {
    for (const file of [folder, path.join(folder, "nowhere.zip")]) {
      expect(await verifyFile(file, { json: false }, () => undefined)).toBe(2);
    }
  });
});

describe("a package that somebody else signed", () => {
  test("holds in itself, but not when the newsroom’s key is expected; the right key is accepted however it is spelled", async () => {
    const forged = await forge(() => undefined);
    expect((await verify(forged)).code).toBe(0);
    const verified = await verify(forged, manifest.key.id);
    expect(verified.code).toBe(1);
    expect(faultsOf(verified)).toMatchObject([{ check: "signature", says: expect.stringContaining("another key") }]);
    const spelled = manifest.key.id.toUpperCase().match(/.{8}/g)?.join(" ");
    expect((await verify(packed, spelled)).code).toBe(0);
    expect(await verify(packed, "abc")).toMatchObject({
      code: 2,
      problem: expect.stringContaining("64 hexadecimal digits"),
    });
  });

  test.each([
    [
      "an entry of the ledger",
      "ledger/article.jsonl",
      "Marek Novak",
      "Mario Nowak",
      { check: "ledger", entry: expect.any(Number) },
    ],
    ["a verdict", "claims/1.json", "bears it out", "says so", { check: "sign-offs", claim: 1 }],
    ["a verdict over a withheld note", "claims/2.json", "bears it out", "says so", { check: "sign-offs", claim: 2 }],
    [
      "the hash of a withheld note",
      "claims/2.json",
      /"hash":"[0-9a-f]{64}","id":"\w+","removedAt":null,"withheld"/,
      `"hash":"${"0".repeat(64)}","id":"x","removedAt":null,"withheld"`,
      { check: "sign-offs", claim: 2 },
    ],
    ["a note", "claims/1.json", "The budget says so.", "The budget denies it.", { check: "notes", claim: 1 }],
    ["a place", "claims/1.json", '"start":0', '"start":1', { check: "anchors", claim: 1, offset: 1 }],
    [
      "the text of the article",
      "versions/1.txt",
      "$3 million",
      "$4 million",
      { check: "versions", file: "versions/1.txt" },
    ],
    [
      "a sign-off that fell",
      "claims/3.json",
      /("signOffs":.*?"hash":")[0-9a-f]{64}/,
      `$1${"0".repeat(64)}`,
      { check: "sign-offs", claim: 3 },
    ],
    ["JSON that is none", "claims/1.json", "{", "{{", { check: "anchors", file: "claims/1.json" }],
    ["half a surrogate pair", "claims/1.json", "bears it out", "\\ud800", { check: "anchors", file: "claims/1.json" }],
    [
      "a field of another kind",
      "claims/1.json",
      '"anchors":[',
      '"anchors":[7,',
      { check: "anchors", file: "claims/1.json" },
    ],
    ["a ledger without line ends", "ledger/article.jsonl", /\n/g, " ", { check: "ledger", entry: 1 }],
    ["the newsroom’s ledger", "ledger/newsroom.jsonl", '"seq":1', '"seq":2', { check: "newsroom ledger", entry: 1 }],
  ])("and changed %s is found, with its place", async (_what, file, from, to, fault) => {
    const verified = await verify(await forge(reword(file, from, to)));
    expect(verified.code).toBe(1);
    expect(faultsOf(verified)).toEqual(expect.arrayContaining([expect.objectContaining(fault)]));
  });

  test("and changed what a snapshot says, or where a quote stands in it", async () => {
    const name = manifest.files.find(({ path: file }) => /^snapshots\/.*\.txt$/.test(file))?.path ?? "";
    const text = await verify(await forge(reword(name, "$3", "$9")));
    expect(faultsOf(text)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ check: "snapshots", file: name }),
        expect.objectContaining({ check: "quotes", claim: 1, offset: 0 }),
      ]),
    );
    const record = name.replace(".txt", ".json");
    const moved = await verify(
      await forge(reword(record, '"words":"The bridge cost $3 million"', '"words":"The bridge cost $5 million"')),
    );
    expect(faultsOf(moved)).toMatchObject([{ check: "quotes", file: record, claim: 1 }]);
  });

  test("and left something out", async () => {
    const stored = manifest.files.find(({ path: file }) => file.startsWith("files/"))?.path ?? "";
    expect(faultsOf(await verify(await forge((files) => files.delete(stored))))).toMatchObject([
      { check: "snapshots", file: stored },
    ]);
    expect(faultsOf(await verify(await forge((files) => files.delete("ledger/article.jsonl"))))).toEqual(
      expect.arrayContaining([expect.objectContaining({ check: "ledger" })]),
    );
    const cut = await forge((files) => {
      const lines = files.get("ledger/article.jsonl")?.toString().trimEnd().split("\n") ?? [];
      files.set("ledger/article.jsonl", Buffer.from(`${lines.slice(0, -1).join("\n")}\n`));
    });
    expect(faultsOf(await verify(cut))).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ check: "ledger", says: expect.stringContaining("missing from the end") }),
      ]),
    );
  });

  test("and withheld more than it says", async () => {
    const less = await forge(
      () => undefined,
      (same) => ({ ...same, withheld: { ...same.withheld, notes: 0 } }),
    );
    expect(faultsOf(await verify(less))).toMatchObject([{ check: "withheld" }]);
  });
});

describe("a manifest that wants to do harm", () => {
  const listing = (file: { path: string; size: number }) =>
    forge(
      () => undefined,
      (same) => ({ ...same, files: [...same.files, { ...file, sha256: "0".repeat(64) }] }),
    );

  test.each([
    "../evil",
    "/etc/passwd",
    "a/../../b",
    "C:/x",
    "a\\b",
    "nul\u0000",
    "x//y",
    ".hidden",
    "ä",
    "y".repeat(300),
  ])("with a file called %j is refused", async (name) => {
    const verified = await verify(await listing({ path: name, size: 0 }));
    expect(verified.code).toBe(1);
    expect(faultsOf(verified)).toMatchObject([
      { check: "manifest", says: expect.stringContaining("a name that no package has") },
    ]);
  });

  test("that lists a file twice, also in capitals, is refused", async () => {
    expect(faultsOf(await verify(await listing({ path: "readme.TXT", size: 0 })))).toMatchObject([
      { check: "manifest", says: expect.stringContaining("twice") },
    ]);
  });

  test("that declares huge sizes costs nothing: the file is too short for them", async () => {
    const before = Date.now();
    for (const size of [2 ** 32, 2 ** 39, 2 ** 41])
      expect((await verify(await listing({ path: "huge", size }))).code).toBe(1);
    expect(Date.now() - before).toBeLessThan(20_000);
  });

  test("that nests without end does not bring the verifier down", async () => {
    const deep = await forge((files) =>
      files.set("claims/1.json", Buffer.from("[".repeat(200_000) + "]".repeat(200_000))),
    );
    expect((await verify(deep)).code).toBe(1);
    const entry = await forge((files) =>
      files.set(
        "ledger/article.jsonl",
        Buffer.from(
          `{"chain":"x","seq":1,"at":"","actor":null,"command":"","subject":"","prevHash":"","hash":"","salt":"","data":${"[".repeat(200_000)}${"]".repeat(200_000)}}\n`,
        ),
      ),
    );
    expect((await verify(entry)).code).toBe(1);
  });
});
