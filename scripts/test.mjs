import { spawn, spawnSync } from "node:child_process";
import fs from "node:fs";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";
import { prepareEnvironment, root, Stop, setUp } from "./setup.mjs";

const require = createRequire(import.meta.url);
const { findChromium } = require("./chromium.cjs");
const { findOffice } = require("./office.cjs");
const { findHolder } = require("../lib/platform/file-lock.cjs");

const say = console.log;
const at = (...names) => path.join(root, ...names);
/** Where the tests put their data folders: everyone may enter it, as PostgreSQL runs as another user under root. */
const folder = fs.mkdtempSync(path.join(fs.realpathSync(os.tmpdir()), "claimdesk-test-"));
fs.chmodSync(folder, 0o755);

function endProcess(pid, signal) {
  try {
    process.kill(pid, signal);
  } catch {
    // It has ended.
  }
}

/** End what a run that was cut off left behind: servers and databases of the tests' data folders, and nothing else. */
function sweep() {
  const entries = fs.readdirSync(folder, { withFileTypes: true });
  for (const { name } of entries.filter((entry) => entry.isDirectory())) {
    const server = findHolder(path.join(folder, name, "server.lock"));
    if (server !== null) endProcess(server.pid, "SIGKILL");
    const pidFile = path.join(folder, name, "postgres", "postmaster.pid");
    if (!fs.existsSync(pidFile)) continue;
    const pid = fs.readFileSync(pidFile, "utf8").split("\n")[0];
    const words = spawnSync("ps", ["-o", "command=", "-p", pid], { encoding: "utf8" }).stdout ?? "";
    if (words.includes(folder)) endProcess(Number(pid), "SIGQUIT");
  }
  fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}

process.once("exit", sweep);
for (const [signal, number] of Object.entries({ SIGHUP: 1, SIGINT: 2, SIGTERM: 15 })) {
  process.on(signal, () => process.exit(128 + number));
}

function run(program, flags, environment = {}) {
  const child = spawn(program, flags, { cwd: root, stdio: "inherit", env: { ...process.env, ...environment } });
  return new Promise((resolve) => {
    child.once("error", (error) => {
      console.error(error.message);
      resolve(1);
    });
    child.once("close", (code) => resolve(code ?? 1));
  });
}

const runNode = (file, flags, environment) => run(process.execPath, [at(file), ...flags], environment);

const isDebianRoot = process.getuid?.() === 0 && fs.existsSync("/usr/bin/apt-get");
const quiet = { DEBIAN_FRONTEND: "noninteractive" };

/**
 * On a Debian machine of its own (root, apt) install what the tests look through: a browser, and the programs that open the documents
 * we write.
 */
async function installPrograms() {
  const browser = findChromium() === null && !process.env.CHROMIUM_PATH;
  const office = findOffice() === null;
  if (!isDebianRoot || !(browser || office)) return;
  const what = [...(browser ? ["Chromium"] : []), ...(office ? ["LibreOffice Writer and Poppler"] : [])].join(", ");
  say(`Installing ${what} for the tests; this takes a minute or two …`);
  const packages = [...(browser ? ["chromium"] : []), ...(office ? ["libreoffice-writer-nogui", "poppler-utils"] : [])];
  await run("apt-get", ["-qq", "update"], quiet);
  await run("apt-get", ["-qq", "install", "-y", "--no-install-recommends", ...packages], quiet);
}

/** Find the browser that the browser tests need. */
function provideChromium() {
  const chromium = findChromium();
  if (chromium === null) {
    throw new Stop("The browser tests need Chromium or Chrome: install it, or set CHROMIUM_PATH to its program.");
  }
  process.env.CHROMIUM_PATH = chromium;
}

const nothing = { passed: 0, failed: 0, skipped: 0 };
const add = (a, b) => ({ passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped });

/** A check that counts as one test. */
async function check(title, file, flags) {
  const begun = Date.now();
  say(`\n${title} …`);
  const code = await runNode(file, flags);
  say(`${title}: ${code === 0 ? "passed" : "failed"} in ${Math.round((Date.now() - begun) / 1000)} s.`);
  return { ...nothing, passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 };
}

/** Run jest projects; returns its answers, or null when it did not get as far as to give any. */
async function jest(name, projects, flags) {
  const answers = path.join(folder, `${name}.json`);
  const code = await runNode(
    "node_modules/jest/bin/jest.js",
    ["--ci", "--selectProjects", ...projects, "--json", `--outputFile=${answers}`, ...flags],
    { NODE_ENV: "test", NODE_OPTIONS: "--no-deprecation", CLAIMDESK_TEST_FOLDER: folder },
  );
  return fs.existsSync(answers) ? { code, ...JSON.parse(fs.readFileSync(answers, "utf8")) } : null;
}

const isFailed = ({ status }) => status === "failed";

/** Count the tests of some of jest's files; one that cannot run counts as one test that failed. */
function countFiles(files) {
  const tests = files.flatMap((file) => file.assertionResults);
  const having = (...states) => tests.filter(({ status }) => states.includes(status)).length;
  const unable = files.filter((file) => isFailed(file) && !file.assertionResults.some(isFailed)).length;
  return { passed: having("passed"), failed: having("failed") + unable, skipped: having("pending", "todo") };
}

/** Count the tests of jest's answers; a set-up that fails counts as one test that failed. */
function count(answers) {
  if (answers === null) return { ...nothing, failed: 1 };
  const counted = countFiles(answers.testResults);
  return counted.failed === 0 && answers.code !== 0 ? { ...counted, failed: 1 } : counted;
}

async function unitTests() {
  say("\nUnit, component and database tests …");
  return count(await jest("unit", ["core", "lib", "app"], ["--maxWorkers=2"]));
}

/**
 * Run the browser tests. What a browser shows depends on a machine's other work more than anything else here, so a file that
 * failed runs once more, alone and on a new product, and the run says so; a file that fails twice has failed.
 */
async function browserTests() {
  say("\nBrowser tests …");
  const first = await jest("browser", ["browser"], ["--runInBand"]);
  const failed = first?.testResults.filter(isFailed) ?? [];
  if (failed.length === 0) return count(first);
  const names = (files) => files.map((file) => path.relative(root, file.name)).join(", ");
  const files = (number) => `${number} browser ${number === 1 ? "file" : "files"}`;
  say(`\n${files(failed.length)} failed and will run again, alone: ${names(failed)}`);
  const second = await jest(
    "browser-again",
    ["browser"],
    ["--runInBand", "--runTestsByPath", ...failed.map((file) => file.name)],
  );
  if (second === null) return count(first);
  const recovered = second.testResults.filter((file) => !isFailed(file));
  if (recovered.length > 0)
    say(`\n${files(recovered.length)} failed and passed when it ran again: ${names(recovered)}`);
  const rest = first.testResults.filter((file) => !isFailed(file));
  return add(countFiles(rest), count(second));
}

async function main() {
  process.chdir(root);
  prepareEnvironment();
  for (const name of ["DATABASE_URL", "NEXTAUTH_SECRET", "NEXTAUTH_URL", "CLAIMDESK_DATA"]) delete process.env[name];
  await setUp(["dependencies", "client", "programs", "pages"], say);
  // What `next dev` noted of pages that may be gone since would be checked as if it were ours.
  fs.rmSync(at(".next", "dev", "types"), { recursive: true, force: true });
  await installPrograms();
  provideChromium();
  const counts = [
    await check("Format and lint", "node_modules/@biomejs/biome/bin/biome", ["check"]),
    await check("Types", "node_modules/typescript/bin/tsc", ["--noEmit"]),
    await unitTests(),
    await browserTests(),
  ];
  const { passed, failed, skipped } = counts.reduce(add, nothing);
  if (skipped > 0) say(`${skipped} skipped`);
  if (findOffice() === null) {
    say(
      "Exported PDF and DOCX files were not opened: that needs LibreOffice and Poppler (soffice, pdftotext, pdfinfo).",
    );
  }
  say(`\n${passed} passed, ${failed} failed`);
  return failed === 0 && passed > 0 ? 0 : 1;
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Stop ? error.message : error);
  say("\n0 passed, 1 failed");
  process.exitCode = 1;
}
