// Node builtins only: this runs before the dependencies are there.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";

const { isRunning, lock, tryLock } = createRequire(import.meta.url)("../lib/platform/file-lock.cjs");

/** The checkout this script belongs to. */
export const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/** Say in one sentence what a person has to do; no trace is printed with it. */
export class Stop extends Error {}

const at = (...names) => path.join(root, ...names);
const SERVING = at("dist", "serving");

/** Where the work of each step is recorded: inside what the step makes, so that the two vanish together. */
const STEPS = {
  dependencies: { stamp: at("node_modules", ".claimdesk-stamp"), sources: ["package-lock.json"] },
  client: {
    stamp: at("prisma", "generated", ".stamp"),
    sources: ["package-lock.json", "prisma/schema.prisma", "prisma.config.ts"],
  },
  programs: {
    stamp: at("dist", ".stamp"),
    sources: ["package-lock.json", "package.json", "tsconfig.json", "scripts/bundle.mjs", "prisma", "lib", "seeds"],
  },
  pages: {
    stamp: at(".next", "claimdesk-stamp"),
    sources: [
      "package-lock.json",
      "package.json",
      "tsconfig.json",
      "next.config.js",
      "postcss.config.mjs",
      "proxy.ts",
      "instrumentation.ts",
      "prisma",
      "lib",
      "app",
      "public",
      "seeds",
    ],
  },
};

function listFiles(place) {
  const stat = fs.statSync(place, { throwIfNoEntry: false });
  if (stat === undefined) return [];
  if (stat.isFile()) return [place];
  return fs
    .readdirSync(place, { withFileTypes: true })
    .filter((entry) => entry.name !== "generated" && !entry.name.startsWith("."))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => listFiles(path.join(place, entry.name)));
}

function fingerprint(sources) {
  const hash = createHash("sha256").update(`${process.platform} ${process.arch} ${process.versions.modules}\0`);
  for (const file of sources.flatMap((source) => listFiles(at(source)))) {
    hash.update(`${path.relative(root, file)}\0`).update(createHash("sha256").update(fs.readFileSync(file)).digest());
  }
  return hash.digest("hex");
}

const readStamp = (file) => (fs.existsSync(file) ? fs.readFileSync(file, "utf8") : null);

/** True when npm's own record of what is installed agrees with the lock file, as after an `npm ci` by hand. */
function isInstalled() {
  const record = at("node_modules", ".package-lock.json");
  if (!fs.existsSync(record)) return false;
  const { packages: wanted } = JSON.parse(fs.readFileSync(at("package-lock.json"), "utf8"));
  const { packages: found } = JSON.parse(fs.readFileSync(record, "utf8"));
  return Object.entries(wanted).every(
    ([name, { version, optional, devOptional }]) =>
      name === "" || found[name]?.version === version || (!found[name] && (optional || devOptional)),
  );
}

function isDone(name) {
  const { stamp, sources } = STEPS[name];
  const now = fingerprint(sources);
  if (readStamp(stamp) === now) return true;
  if (name !== "dependencies" || !isInstalled()) return false;
  fs.writeFileSync(stamp, now);
  return true;
}

let running = null;

/** The cause is named at the beginning or at the end. */
function shorten(words) {
  const lines = words.split("\n");
  return lines.length <= 40 ? words : [...lines.slice(0, 20), "  …", ...lines.slice(-20)].join("\n");
}

/** Run a program of the set-up, with a line now and then while it takes long; its own words are shown only when it fails. */
async function run(title, command, flags, { say, environment = {}, shell = false }) {
  const begun = Date.now();
  const seconds = () => `${Math.round((Date.now() - begun) / 1000)} s`;
  say(`${title} …`);
  const child = spawn(command, flags, {
    cwd: root,
    env: { ...process.env, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
    shell,
  });
  running = child;
  let words = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text) => {
      words = (words + text).slice(-20_000);
    });
  }
  const beat = setInterval(() => say(`${title} … ${seconds()}`), 10_000);
  const ended = await new Promise((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("close", (code, signal) => resolve(code === 0 ? null : (signal ?? `code ${code}`)));
  });
  clearInterval(beat);
  running = null;
  if (ended !== null) throw new Stop(`${title} failed after ${seconds()} (${ended}):\n${shorten(words.trim())}`);
  say(`${title}: done in ${seconds()}.`);
}

function npm(flags) {
  const program = process.env.npm_execpath ?? "";
  if (path.basename(program) === "npm-cli.js") return { command: process.execPath, flags: [program, ...flags] };
  return { command: "npm", flags, shell: process.platform === "win32" };
}

const make = {
  dependencies: async (say) => {
    const { command, flags, shell } = npm(["ci", "--include=dev", "--prefer-offline", "--no-audit", "--no-fund"]);
    await run("Installing the dependencies", command, flags, { say, shell });
  },
  client: async (say) => {
    await run(
      "Generating the database client",
      process.execPath,
      [at("node_modules/prisma/build/index.js"), "generate"],
      {
        say,
        environment: {
          // `generate` needs no schema engine; any existing file keeps Prisma from downloading one.
          PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
          PRISMA_HIDE_UPDATE_MESSAGE: "1",
          CHECKPOINT_DISABLE: "1",
        },
      },
    );
  },
  programs: async (say) => {
    await run("Bundling the command line", process.execPath, [at("scripts/bundle.mjs")], { say });
  },
  pages: async (say) => {
    await run("Building the pages", process.execPath, [at("node_modules/next/dist/bin/next"), "build"], {
      say,
      environment: { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
    });
  },
};

function refuseWhileServing(what) {
  const files = fs.existsSync(SERVING) ? fs.readdirSync(SERVING) : [];
  for (const name of files) {
    const file = path.join(SERVING, name);
    const server = JSON.parse(fs.readFileSync(file, "utf8"));
    if (isRunning(server))
      throw new Stop(`${what} changed, and ${server.url} is being served from here. Stop it first.`);
    fs.rmSync(file, { force: true });
  }
}

/** Read the checkout's .env file, if there is one, and settle what every later step takes for granted. */
export function prepareEnvironment() {
  const file = at(".env");
  if (fs.existsSync(file)) process.loadEnvFile(file);
  process.env.CLAIMDESK_ROOT = root;
  // Deprecations inside packages are for their authors; whoever runs Claimdesk can do nothing about them.
  process.noDeprecation ||= true;
  process.env.NODE_ENV ||= "production";
  process.env.NEXT_TELEMETRY_DISABLED = "1";
}

/** Note that this process serves from this checkout, so that nobody replaces its pages under it; returns the end of it. */
export function noteServing(url) {
  fs.mkdirSync(SERVING, { recursive: true });
  return tryLock(path.join(SERVING, String(process.pid)), { url }).release ?? (() => undefined);
}

/**
 * Bring the named steps up to date, each only when its sources changed; one process at a time.
 * `say` is told what takes long. Throws Stop with a sentence when a step cannot be done.
 */
export async function setUp(names, say) {
  if (names.every(isDone)) return;
  fs.mkdirSync(at("dist"), { recursive: true });
  const release = await lock(at("dist", "setup.lock"), {
    waitMs: 30 * 60_000,
    onWait: ({ pid }) => say(`Waiting for process ${pid}, which is setting Claimdesk up …`),
  });
  const onSignal = (signal) => {
    running?.kill("SIGTERM");
    release();
    process.exit(128 + { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 }[signal]);
  };
  const signals = ["SIGHUP", "SIGINT", "SIGTERM"];
  for (const signal of signals) process.on(signal, onSignal);
  try {
    for (const name of names) {
      if (isDone(name)) continue;
      const { stamp, sources } = STEPS[name];
      if (name === "dependencies" && fs.existsSync(at("node_modules"))) refuseWhileServing("The dependencies");
      if (name === "pages") refuseWhileServing("The sources");
      const now = fingerprint(sources);
      fs.rmSync(stamp, { force: true });
      await make[name](say);
      fs.writeFileSync(stamp, now);
    }
  } finally {
    for (const signal of signals) process.off(signal, onSignal);
    release();
  }
}
