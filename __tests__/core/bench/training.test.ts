import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const folder = mkdtempSync(join(tmpdir(), "claimdesk-training-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Run the training command on some rows and return what it says and the bytes it writes ("" when it writes nothing). */
function train(name: string, rows: readonly string[]) {
  const data = join(folder, `${name}.jsonl`);
  const out = join(folder, `${name}.json`);
  writeFileSync(data, rows.join("\n"));
  writeFileSync(out, "");
  const run = spawnSync(process.execPath, ["bench/train-checkworthiness.mjs", data, "--out", out], {
    encoding: "utf8",
  });
  return { status: run.status, stderr: run.stderr, bytes: readFileSync(out, "utf8") };
}

// A training run is seconds of work; a busy machine makes minutes of it.
jest.setTimeout(300_000);

const rows = readFileSync("bench/data/ct24/dev.jsonl", "utf8").trim().split("\n").slice(0, 400);

test("the same sentences give the same bytes, in whatever order they come", () => {
  const forth = train("forth", rows);
  expect(forth.stderr).toBe("");
  expect(JSON.parse(forth.bytes)).toMatchObject({ threshold: 0.5 });
  expect(train("back", [...rows].reverse()).bytes).toBe(forth.bytes);
});

test("sentences of one label only are refused in words", () => {
  const { status, stderr, bytes } = train(
    "one-sided",
    rows.filter((row) => row.includes('"label": 0')),
  );
  expect({ status, bytes }).toEqual({ status: 1, bytes: "" });
  expect(stderr).toMatch(/must hold sentences of both labels/);
});
