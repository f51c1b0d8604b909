import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { findHolder, identify, isRunning, lock, tryLock } from "@/lib/platform/file-lock.cjs";

const folder = mkdtempSync(path.join(tmpdir(), "claimdesk-lock-"));
const file = path.join(folder, "a.lock");
afterEach(() => rmSync(file, { force: true }));
afterAll(() => rmSync(folder, { recursive: true }));

const ended = (child: ChildProcess) => new Promise((resolve) => child.once("exit", resolve));
const lockModule = path.resolve("lib/platform/file-lock.cjs");
const other = (code: string) =>
  spawn(
    process.execPath,
    ["-e", `const l = require(${JSON.stringify(lockModule)}); const file = ${JSON.stringify(file)};\n${code}`],
    {
      stdio: ["ignore", "pipe", "inherit"],
    },
  );

test("one holds the lock, the next is told who, and after the release it is free", () => {
  const first = tryLock(file, { url: "http://127.0.0.1:1" });
  const second = tryLock(file);
  expect(second.holder).toMatchObject({ pid: process.pid, url: "http://127.0.0.1:1" });
  expect(findHolder(file)?.pid).toBe(process.pid);
  first.release?.();
  expect(findHolder(file)).toBeNull();
  const third = tryLock(file);
  expect(third.release).toBeDefined();
  third.release?.();
  expect(readdirSync(folder)).toEqual([]);
});

test("the lock of a process that was killed is taken over", async () => {
  const child = other("l.tryLock(file); console.log('held'); setInterval(() => undefined, 1000);");
  await new Promise((resolve) => child.stdout?.once("data", resolve));
  expect(tryLock(file).holder?.pid).toBe(child.pid);
  child.kill("SIGKILL");
  await ended(child);
  const { release } = tryLock(file);
  expect(release).toBeDefined();
  release?.();
});

test("a process that was given the dead holder's id is not the holder", () => {
  writeFileSync(file, JSON.stringify({ ...identify(), started: "another time" }));
  expect(isRunning({ ...identify(), started: "another time" })).toBe(false);
  const { release } = tryLock(file);
  expect(release).toBeDefined();
  release?.();
});

test("a lock file cut off by a power failure is taken over", () => {
  writeFileSync(file, "");
  const { release } = tryLock(file);
  expect(release).toBeDefined();
  release?.();
});

test("of many processes that meet a dead one's lock, one at a time holds it", async () => {
  writeFileSync(file, JSON.stringify({ ...identify(), started: "another time" }));
  const log = path.join(folder, "log");
  const code = `const fs = require("node:fs");
    l.lock(file).then((release) => {
      fs.appendFileSync(${JSON.stringify(log)}, "in\\n");
      setTimeout(() => { fs.appendFileSync(${JSON.stringify(log)}, "out\\n"); release(); }, 30);
    });`;
  await Promise.all(Array.from({ length: 6 }, () => ended(other(code))));
  expect(readFileSync(log, "utf8")).toBe("in\nout\n".repeat(6));
  rmSync(log);
});

test("who waits too long is told which process holds the lock", async () => {
  const { release } = tryLock(file);
  await expect(lock(file, { waitMs: 60 })).rejects.toThrow(`Process ${process.pid} has held ${file} for too long`);
  release?.();
});
