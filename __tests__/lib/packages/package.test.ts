import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { fromBufferPromise } from "yauzl";
import { importArticle } from "@/lib/articles/commands";
import { verifyFile } from "@/lib/cli/verify";
import type { Finding } from "@/lib/core/package/findings";
import { sha256 } from "@/lib/platform/random";
import { testDatabase } from "../../support/database";
import { run } from "../claims/newsdesk";
import { PAGE, type PackedDesk, packageOf, packedDesk, SECRETS } from "./packed-desk";

const database = testDatabase();

let desk: PackedDesk;
let packed: Buffer;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), "package-"));
  desk = await packedDesk(database.db);
  packed = await packageOf(desk.ana, desk.articleId);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Verified {
  readonly code: number;
  readonly holds: boolean;
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

const finding = ({ findings }: Verified, check: string) => findings.find((one) => one.check === check);

async function entriesOf(bytes: Buffer): Promise<Map<string, Buffer>> {
  const zip = await fromBufferPromise(bytes);
  const entries = new Map<string, Buffer>();
  for await (const entry of zip.eachEntry()) {
    const chunks: Buffer[] = [];
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(Buffer.from(chunk));
    entries.set(entry.fileName, Buffer.concat(chunks));
  }
  return entries;
}

test("a package of a real article holds, line by line", async () => {
  const lines: string[] = [];
  writeFileSync(path.join(folder, "x.zip"), packed);
  expect(await verifyFile(path.join(folder, "x.zip"), { json: false }, (text) => lines.push(text))).toBe(0);
  const said = lines.join("");
  expect(said).toContain("All of it holds.");
  expect(said).not.toContain("FAILS");
  const verified = await verify(packed);
  expect(finding(verified, "anchors")?.says).toMatch(/^3 places of claims and 1 fact/);
  expect(finding(verified, "sign-offs")).toMatchObject({
    says: expect.stringMatching(/^2 sign-offs/),
    remarks: [expect.stringMatching(/^1 sign-off that no longer counts is as the ledger recorded it/)],
  });
  expect(finding(verified, "quotes")?.says).toMatch(/^1 quote stands/);
  expect(finding(verified, "snapshots")?.says).toMatch(/^1 snapshot, 1 stored file/);
  expect(finding(verified, "withheld")?.says).toMatch(/^1 source, 1 note, 1 contact, 1 snapshot, 1 ledger entry: /);
});

test("it holds what was checked: texts, bytes, claims, history, keys", async () => {
  const entries = await entriesOf(packed);
  expect([...entries.keys()].slice(0, 4)).toEqual(["manifest.json", "manifest.sig", "README.txt", "public-key.pem"]);
  expect(entries.get("versions/1.txt")?.toString()).toBe(desk.article.text);
  const hash = createHash("sha256").update(PAGE.bytes).digest("hex");
  expect(entries.get(`files/${hash}`)?.equals(PAGE.bytes)).toBe(true);
  expect(JSON.parse(entries.get("claims/1.json")?.toString() ?? "")).toMatchObject({
    wording: "The bridge cost $3 million",
    notes: [{ quote: PAGE.quote, salt: expect.any(String), hash: expect.stringMatching(/^[0-9a-f]{64}$/) }],
    signOffs: [{ by: { name: "Marek Novak" }, version: 1, format: 2 }],
    contacts: [{ person: "The mayor's office" }],
    objections: [{ words: "Say “about”.", by: { name: "Tom Okafor" } }],
  });
  expect(JSON.parse(entries.get("claims/2.json")?.toString() ?? "")).toMatchObject({
    notes: [{ withheld: true, hash: expect.stringMatching(/^[0-9a-f]{64}$/) }],
    contacts: [{ withheld: true }],
  });
  expect(entries.get("ledger/article.jsonl")?.toString().trim().split("\n")).toHaveLength(10);
  expect(entries.get("README.txt")?.toString()).toContain("The Harbour Desk");
});

test("no secret source, note or contact is anywhere in it, nor a cookie that a page set", () => {
  // Nothing is compressed: what is in the file stands in it.
  const bytes = packed.toString("latin1").toLowerCase();
  const utf8 = packed.toString("utf8").toLowerCase();
  for (const secret of SECRETS)
    expect([secret, bytes.includes(secret.toLowerCase()) || utf8.includes(secret.toLowerCase())]).toEqual([
      secret,
      false,
    ]);
  expect(utf8).toContain("city budget");
  expect(utf8).not.toContain("visitor=1234567");
});

test("without snapshots it is smaller, keeps their hashes and holds", async () => {
  const lean = await packageOf(desk.ana, desk.articleId, true);
  const verified = await verify(lean);
  expect(verified).toMatchObject({ code: 0, holds: true });
  expect(finding(verified, "quotes")?.remarks).toEqual(["1 quote can’t be looked up without the snapshots."]);
  const entries = await entriesOf(lean);
  expect([...entries.keys()].filter((name) => name.startsWith("files/"))).toEqual([]);
  expect([...entries.keys()].filter((name) => name.startsWith("snapshots/"))).toHaveLength(1);
});

test("texts that the ledger did not record are found, although every hash in the records was put right", async () => {
  const other = await packedDesk(database.db);
  const text = "The harbour was dredged in May.";
  const imported = await run(importArticle, other.ana, { title: "The harbour", text });
  const { articleId } = imported;
  expect((await verify(await packageOf(other.ana, articleId))).code).toBe(0);
  const forged = text.replace("May", "June");
  const { db } = database;
  await db.$transaction([
    db.$executeRawUnsafe('ALTER TABLE "ArticleVersion" DISABLE TRIGGER USER'),
    db.articleVersion.updateMany({ where: { articleId }, data: { text: forged, sha256: sha256(forged) } }),
    db.$executeRawUnsafe('ALTER TABLE "ArticleVersion" ENABLE TRIGGER USER'),
  ]);
  const verified = await verify(await packageOf(other.ana, articleId));
  expect(finding(verified, "versions")?.faults).toMatchObject([
    { file: "versions/1.json", says: "The ledger recorded another text as version 1." },
  ]);
});

test("an outsider checks it with unzip's like, openssl and sha256 alone", async () => {
  const at = path.join(folder, "by-hand");
  for (const [name, content] of await entriesOf(packed)) {
    mkdirSync(path.dirname(path.join(at, name)), { recursive: true });
    writeFileSync(path.join(at, name), content);
  }
  const openssl = (...words: string[]) => execFileSync("openssl", words, { cwd: at });
  const check = [
    "pkeyutl",
    "-verify",
    "-pubin",
    "-inkey",
    "public-key.pem",
    "-rawin",
    "-in",
    "manifest.json",
    "-sigfile",
    "manifest.sig",
  ];
  expect(openssl(...check).toString()).toContain("Signature Verified Successfully");
  const manifest = JSON.parse(readFileSync(path.join(at, "manifest.json"), "utf8"));
  const der = openssl("pkey", "-pubin", "-in", "public-key.pem", "-outform", "DER");
  expect(createHash("sha256").update(der.subarray(-32)).digest("hex")).toBe(manifest.key.id);
  for (const { path: name, size, sha256 } of manifest.files) {
    const content = readFileSync(path.join(at, name));
    expect([name, content.length, createHash("sha256").update(content).digest("hex")]).toEqual([name, size, sha256]);
  }
});
