// How long a page takes while a 100,000-word article is imported, beside the same page in an idle server.
// Starts the product on a data folder and port of its own, and removes both. Usage: node bench/import-beside-others.mjs
import { spawn } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import chromiumPath from "../scripts/chromium.cjs";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const WORDS = 100_000;
const IDLE_REQUESTS = 60;
const TITLE = "A very long read";
const LIMIT_MS = 120_000;

function freePort() {
  return new Promise((resolve) => {
    const server = net.createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** The Reuters article again and again, up to so many words. */
function longText() {
  const article = fs.readFileSync(path.join(root, "seeds/articles/reuters-zones-of-stability.txt"), "utf8").trim();
  return `${article}\n\n`.repeat(Math.ceil(WORDS / article.split(/\s+/).length));
}

async function timed(context, address) {
  const begun = performance.now();
  const answer = await context.request.get(address);
  const text = await answer.text();
  if (!answer.ok()) throw new Error(`${address} answered ${answer.status()}`);
  return { ms: performance.now() - begun, text };
}

const sorted = (times) => [...times].sort((a, b) => a - b);
const at = (times, share) => sorted(times)[Math.min(times.length - 1, Math.floor(share * times.length))];
const line = (name, times) =>
  `${name.padEnd(16)} median ${at(times, 0.5).toFixed(0)} ms, 95th percentile ${at(times, 0.95).toFixed(0)} ms, longest ${Math.max(...times).toFixed(0)} ms (${times.length} requests)`;

/** Resolve with what the product prints once it is ready; throw when it ends before. */
function greeting(child) {
  return new Promise((resolve, reject) => {
    let printed = "";
    child.stdout.setEncoding("utf8").on("data", (text) => {
      printed += text;
      if (printed.includes("Stop it with")) resolve(printed);
    });
    child.once("exit", () => reject(new Error(`The product did not start:\n${printed}`)));
  });
}

/** Sign in as the first demo editor, whose address and password the terminal shows. */
async function signIn(context, url, printed) {
  const [, email, password] = /editor\s+(\S+)\s+(.+)/.exec(printed) ?? [];
  const { csrfToken } = await (await context.request.get(`${url}/api/auth/csrf`)).json();
  await context.request.post(`${url}/api/auth/callback/credentials`, {
    form: { csrfToken, email, password: password.trim(), json: "true", callbackUrl: url },
  });
}

const data = fs.mkdtempSync(path.join(os.tmpdir(), "claimdesk-bench-"));
fs.chmodSync(data, 0o755);
const port = await freePort();
const url = `http://127.0.0.1:${port}`;
const { DATABASE_URL: _, ...environment } = process.env;
const server = spawn(process.execPath, [path.join(root, "scripts/start.mjs")], {
  cwd: root,
  env: { ...environment, NODE_ENV: "production", HOST: "127.0.0.1", PORT: String(port), CLAIMDESK_DATA: data },
  stdio: ["ignore", "pipe", "inherit"],
});
const over = once(server, "exit");
let browser;
try {
  const printed = await greeting(server);
  browser = await chromium.launch({ executablePath: chromiumPath.findChromium(), args: ["--no-sandbox"] });
  const context = await browser.newContext();
  await signIn(context, url, printed);
  const desk = `${url}/articles`;
  for (let i = 0; i < 20; i++) await timed(context, desk);
  const idle = [];
  for (let i = 0; i < IDLE_REQUESTS; i++) idle.push((await timed(context, desk)).ms);

  const page = await context.newPage();
  await page.goto(`${url}/articles/import`);
  await page.getByLabel("Title").fill(TITLE);
  const file = { name: "long.txt", mimeType: "text/plain", buffer: Buffer.from(longText()) };
  await page.locator("input[type=file]").setInputFiles(file);
  await page.getByText(/Read [\d,]+ words from/).waitFor({ timeout: 60_000 });
  const begun = performance.now();
  await page.getByRole("button", { name: "Import and find the claims" }).click({ noWaitAfter: true });
  const busy = [];
  let seconds = 0;
  // The list shows the article as soon as it is there.
  while (seconds === 0) {
    const { ms, text } = await timed(context, desk);
    if (text.includes(TITLE)) seconds = (performance.now() - begun) / 1000;
    else busy.push(ms);
    if (performance.now() - begun > LIMIT_MS) throw new Error("The article did not come in.");
  }
  console.log(`import of ${WORDS.toLocaleString("en")} words: ${seconds.toFixed(1)} s`);
  console.log(line("idle", idle));
  console.log(line("during import", busy));
  console.log(`ratio of the medians: ${(at(busy, 0.5) / at(idle, 0.5)).toFixed(2)}`);
} finally {
  await browser?.close();
  server.kill("SIGINT");
  await over;
  fs.rmSync(data, { recursive: true, force: true });
}
