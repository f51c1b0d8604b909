#!/usr/bin/env node
// Makes the pictures of the README and the docs: starts Claimdesk on a data folder of its own, looks at it, stops it.
//   node scripts/screenshots.mjs
import { spawn } from "node:child_process";
import fs from "node:fs";
import { createRequire } from "node:module";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import { chromium } from "playwright-core";
import { root } from "./setup.mjs";

const { findChromium } = createRequire(import.meta.url)("./chromium.cjs");
const images = path.join(root, "docs", "images");

/** Each picture: who looks, where, after what, at what size and in which colours. `{article}` and `{claim}` stand for the demo's. */
const PICTURES = [
  { name: "galley", as: "editor", at: "/articles/{article}?claim={claim}", width: 1440, height: 900 },
  { name: "galley-dark", as: "editor", at: "/articles/{article}?claim={claim}", width: 1440, height: 900, dark: true },
  { name: "galley-phone", as: "editor", at: "/articles/{article}", width: 390, height: 844 },
  { name: "new-version", as: "editor", at: "/articles/{article}/revise", after: compare, width: 1440, height: 900 },
  { name: "coverage", as: "editor", at: "/articles/{article}", after: showCoverage, width: 1440, height: 900 },
  { name: "claims", as: "editor", at: "/claims", width: 1440, height: 900 },
  { name: "desk", as: "reviewer", at: "/", width: 1440, height: 900 },
  { name: "report", as: "viewer", at: "/reports/{article}", width: 1440, height: 900 },
];

/** Ask what a version with another figure would do. */
async function compare(page) {
  await page.getByRole("button", { name: "Start from version 1" }).click();
  const text = page.getByLabel("Text", { exact: true });
  const words = await text.inputValue();
  await text.fill(words.replace("68 countries", "66 countries").replace("$2 billion", "$5 billion"));
  await page.getByRole("button", { name: "Compare" }).click();
  await page.getByRole("button", { name: "Save as version 2" }).waitFor();
}

async function showCoverage(page) {
  await page.getByRole("button", { name: /^Coverage/ }).click();
}

function freePort() {
  return new Promise((resolve) => {
    const server = net.createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

async function start(data) {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const env = { ...process.env, HOST: "127.0.0.1", PORT: String(port), CLAIMDESK_DATA: data };
  const child = spawn(process.execPath, [path.join(root, "scripts", "start.mjs")], { env, stdio: ["ignore", 2, 2] });
  let ended = false;
  child.once("exit", () => {
    ended = true;
  });
  while (
    !(await fetch(`${url}/api/health`).then(
      (answer) => answer.ok,
      () => false,
    ))
  ) {
    if (ended) throw new Error("Claimdesk did not start.");
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  const stop = () =>
    new Promise((resolve) => {
      if (ended) return resolve();
      child.once("exit", resolve);
      child.kill("SIGINT");
    });
  return { url, stop };
}

async function signIn(page, who) {
  await page.goto("/sign-in");
  await page.getByLabel("E-mail").fill(`${who}@claimdesk.test`);
  await page.getByLabel("Password", { exact: true }).fill("claimdesk-demo");
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL((address) => !address.pathname.startsWith("/sign-in"));
}

/** Find the demo article and its claim with two billion dollars, as a person would: through the table. */
async function findDemo(page) {
  await page.goto("/claims?text=%242+billion");
  const href = await page.locator('[data-row] a[href^="/claims/"]').first().getAttribute("href");
  await page.goto("/reports");
  const report = await page.locator('main a[href^="/reports/"]').first().getAttribute("href");
  return { claim: href?.split("/")[2] ?? "", article: report?.split("/")[2] ?? "" };
}

async function take(browser, url, picture) {
  const { name, as, at, after, width, height, dark = false } = picture;
  const look = { viewport: { width, height }, colorScheme: dark ? "dark" : "light", reducedMotion: "reduce" };
  const context = await browser.newContext({ baseURL: url, deviceScaleFactor: 1, ...look });
  const page = await context.newPage();
  await signIn(page, as);
  const { claim, article } = await findDemo(page);
  await page.goto(at.replace("{article}", article).replace("{claim}", claim));
  await page.evaluate(() => document.fonts.ready);
  await page.waitForTimeout(1_000);
  if (after) {
    await after(page);
    await page.waitForTimeout(500);
  }
  await page.screenshot({ path: path.join(images, `${name}.png`) });
  await context.close();
  console.log(`docs/images/${name}.png`);
}

const data = fs.mkdtempSync(path.join(os.tmpdir(), "claimdesk-pictures-"));
fs.mkdirSync(images, { recursive: true });
const product = await start(data);
const flags = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync"];
const browser = await chromium.launch({ executablePath: findChromium() ?? undefined, args: flags });
try {
  for (const picture of PICTURES) await take(browser, product.url, picture);
} finally {
  await browser.close();
  await product.stop();
  fs.rmSync(data, { recursive: true, force: true });
}
