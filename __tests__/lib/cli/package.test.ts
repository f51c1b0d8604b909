import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { packageToFile } from "@/lib/cli/package";
import { verifyFile } from "@/lib/cli/verify";
import { testDatabase } from "../../support/database";
import { type PackedDesk, packedDesk } from "../packages/packed-desk";

const database = testDatabase();

let desk: PackedDesk;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), "package-"));
  desk = await packedDesk(database.db);
});
afterAll(() => rmSync(folder, { recursive: true }));

test("the package of an article that is named by its title is written, signed by a key that is made for it", async () => {
  const output = path.join(folder, "x.zip");
  const said: string[] = [];
  const told = await packageToFile(desk.ana, "the bri", { output, withoutSnapshots: false }, (words) =>
    said.push(words),
  );
  expect(said).toEqual([expect.stringMatching(/^The newsroom has a signing key now: [0-9a-f]{64}$/)]);
  expect(told).toMatch(/x\.zip: \d+ files, [\d,]+ bytes, signed by the key [0-9a-f]{64}\n$/);
  const key = /key ([0-9a-f]{64})/.exec(told)?.[1] ?? "";
  expect(await verifyFile(output, { json: false, key }, () => undefined)).toBe(0);
  await packageToFile(desk.ana, desk.articleId, { output, withoutSnapshots: true }, (words) => said.push(words));
  expect(said).toHaveLength(1);
});

test("what can’t be written leaves nothing behind and says why", async () => {
  const output = path.join(folder, "nowhere", "x.zip");
  await expect(
    packageToFile(desk.ana, desk.articleId, { output, withoutSnapshots: false }, () => undefined),
  ).rejects.toMatchObject({ message: expect.stringMatching(/^The package could not be written: ENOENT/) });
  await expect(
    packageToFile(
      desk.tom,
      desk.articleId,
      { output: path.join(folder, "y.zip"), withoutSnapshots: false },
      () => undefined,
    ),
  ).rejects.toThrow(/As reviewer you can't make backup packages/);
  expect(existsSync(path.join(folder, "y.zip"))).toBe(false);
  expect(readdirSync(folder)).toEqual(["x.zip"]);
});
