import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import type { Page } from "playwright-core";
import { addSourceNote, proposeVerdict, reopenClaim, signOff } from "@/lib/claims/commands";
import { loadClaim } from "@/lib/claims/queries";
import type { Actor } from "@/lib/platform/actor";
import { type Command, execute } from "@/lib/platform/command";
import { db } from "@/lib/platform/db";
import { buildArticle, buildClaim, buildSource } from "@/seeds/builders";
import { openBrowser } from "../../support/browser";
import { openNewsroom } from "../../support/newsroom";

const browser = openBrowser();
const newsroom = openNewsroom(browser, { name: "The Lighthouse Desk" });

const TEXT = "The bridge cost $3 million. It was built in 2016 by 40 workers.";
const COST = "The bridge cost $3 million.";
const BUILT = "It was built in 2016 by 40 workers.";
const SECRETS = ["Deep Harbour", "Edgar Confidant", "the contract was signed twice", "in cellar two"];

async function run(command: Command, actor: Actor, input: object): Promise<void> {
  const outcome = await execute(command, actor, input);
  if (!outcome.ok) throw outcome.refusal;
}

async function decide(claimId: string, verdict: string, explanation: string): Promise<void> {
  const [ana, marek] = [await newsroom.actor("ana"), await newsroom.actor("marek")];
  const { rev } = await loadClaim(ana, claimId);
  await run(proposeVerdict, ana, { claimId, rev, verdict, explanation });
  const seen = await loadClaim(marek, claimId);
  await run(signOff, marek, { claimId, rev: seen.rev, contentHash: seen.contentHash });
}

/** An article with two claims that were signed off, one of them on a secret source. */
async function checkedArticle(): Promise<{ readonly articleId: string; readonly claimId: string }> {
  const [ana, tom] = [await newsroom.actor("ana"), await newsroom.actor("tom")];
  const article = await buildArticle(db(), ana, TEXT, { title: "What the bridge cost" });
  const cost = await buildClaim(db(), ana, article, COST, { number: 1, state: "open" });
  const built = await buildClaim(db(), ana, article, BUILT, { number: 2, state: "open" });
  const open = await buildSource(db(), tom, { title: "City budget 2016" });
  const secret = await buildSource(db(), tom, { title: "Deep Harbour", publisher: "", url: "" });
  await db().source.update({ where: { id: secret }, data: { confidentiality: "secret", author: "Edgar Confidant" } });
  const note = { stance: "supports", locator: "p. 3", note: "", consultedOn: "2017-03-23" };
  await run(addSourceNote, tom, { ...note, claimId: cost.id, sourceId: open, quote: "Three million were spent." });
  const quote = "the contract was signed twice";
  await run(addSourceNote, tom, { ...note, claimId: built.id, sourceId: secret, quote, locator: "in cellar two" });
  await decide(cost.id, "confirmed", "The budget bears it out.");
  await decide(built.id, "confirmed", "Somebody who was there says so.");
  return { articleId: article.id, claimId: cost.id };
}

async function publish(articleId: string): Promise<{ readonly desk: Page; readonly address: string }> {
  const desk = await newsroom.open("ana");
  await desk.goto(`/reports/${articleId}/publication`);
  await desk.getByRole("button", { name: "Publish the report" }).click();
  await desk.getByText("It says what the records say.").waitFor();
  const address = await desk.getByRole("link", { name: /\/r\// }).first().getAttribute("href");
  if (!address) throw new Error("The screen shows no address.");
  return { desk, address };
}

const noneOf = (text: string) => SECRETS.filter((secret) => text.toLowerCase().includes(secret.toLowerCase()));

test("a report is published, a verdict corrected, and anybody reads what it said, what it says now, and why", async () => {
  const { articleId, claimId } = await checkedArticle();
  const { desk, address } = await publish(articleId);

  const reader = await browser.open();
  await reader.goto(address);
  await reader.getByRole("heading", { name: "What the bridge cost" }).waitFor();
  const cost = reader.getByRole("article").filter({ hasText: COST });
  expect(await cost.textContent()).toContain("Confirmed");
  expect(await reader.getByRole("heading", { name: "Corrections" }).count()).toBe(0);

  await run(reopenClaim, await newsroom.actor("ana"), {
    claimId,
    rev: (await loadClaim(await newsroom.actor("ana"), claimId)).rev,
    reason: "The audit is out.",
  });
  await decide(claimId, "corrected", "The audit says $4 million.");
  // Nothing changes for readers until somebody publishes it.
  await reader.reload();
  expect(await reader.locator("main").textContent()).not.toContain("$4 million");

  await desk.goto("/reports");
  await desk.getByText(/changes since/).waitFor();
  await desk.getByRole("link", { name: "Published" }).click();
  await desk.getByText("Claim 1: verdict").waitFor();
  await desk.getByRole("button", { name: "Publish the corrections" }).click();
  await desk.getByText("Say why, for each change or for all of them").first().waitFor();
  await desk
    .getByRole("textbox", { name: /^Why \(for every change/ })
    .fill("The audit came out after we had published.");
  await desk.getByRole("button", { name: "Publish the corrections" }).click();
  await desk.getByText("It says what the records say.").waitFor();

  await reader.reload();
  const corrections = reader.getByRole("region", { name: "Corrections" });
  const verdict = corrections.getByRole("listitem").filter({ hasText: "verdict" });
  expect(await verdict.textContent()).toMatch(
    /Claim 1, verdict.*It said:\s*Confirmed.*It says now:\s*Corrected.*Why:\s*The audit came out/s,
  );
  expect(await reader.getByRole("article").filter({ hasText: COST }).textContent()).toContain(
    "The audit says $4 million.",
  );
});

test("each claim has a page of its own with one ClaimReview, a canonical link, and no session", async () => {
  const { articleId } = await checkedArticle();
  const { address } = await publish(articleId);
  const reader = await browser.open();
  await reader.goto(`${address}/1`);
  await reader.getByRole("heading", { level: 1, name: COST }).waitFor();
  const markup = await reader.locator('script[type="application/ld+json"]').allTextContents();
  expect(markup).toHaveLength(1);
  const canonical = await reader.locator('link[rel="canonical"]').getAttribute("href");
  expect(JSON.parse(markup[0] ?? "")).toMatchObject({
    "@type": "ClaimReview",
    url: canonical,
    claimReviewed: COST,
    reviewRating: { alternateName: "Confirmed" },
  });
  expect(new URL(canonical ?? "").pathname).toBe(`${address}/1`);
  expect(await reader.locator('meta[name="robots"]').first().getAttribute("content")).toBe("index, follow");
  expect(await reader.context().cookies()).toEqual([]);
  browser.allow(/status of 404/);
  expect((await reader.goto(`${address}/99`))?.status()).toBe(404);
});

test("a withdrawn report leaves words in its place: 410, by whom, when and why", async () => {
  const { articleId } = await checkedArticle();
  const { desk, address } = await publish(articleId);
  await desk.getByRole("button", { name: "Withdraw…" }).click();
  const panel = desk.getByRole("dialog", { name: "Withdraw the published report" });
  await panel.getByRole("textbox", { name: "Why" }).fill("The article was retracted.");
  await panel.getByRole("button", { name: "Withdraw", exact: true }).click();
  await desk.getByRole("button", { name: "Publish the report" }).waitFor();

  const reader = await browser.open({ javaScriptEnabled: false });
  browser.allow(/status of 410/);
  const answer = await reader.goto(address);
  expect(answer?.status()).toBe(410);
  expect(answer?.headers()["x-robots-tag"]).toBe("noindex");
  const words = (await reader.locator("main").textContent()) ?? "";
  expect(words).toContain("The Lighthouse Desk published a report on “What the bridge cost” here.");
  expect(words).toContain("Ana Silva withdrew it");
  expect(words).toContain("The article was retracted.");
  expect(words).not.toContain("$3 million");
  expect((await reader.request.get(`${address}/files/json`)).status()).toBe(410);
});

test("a secret source is in nothing that the public or a package gets, and the package holds for an outsider", async () => {
  const { articleId } = await checkedArticle();
  const { desk, address } = await publish(articleId);
  const { newsroomId } = await newsroom.actor("ana");
  const reader = await browser.open();
  const answers = [address, `${address}/2`, `/r/feed/${newsroomId}`];
  for (const format of ["json", "html", "md", "csv"]) answers.push(`${address}/files/${format}`);
  for (const one of answers) {
    const answer = await reader.request.get(one);
    expect([one, answer.status(), noneOf(await answer.text())]).toEqual([one, 200, []]);
  }

  await desk.reload();
  await desk
    .getByRole("link", { name: "Save the package" })
    .or(desk.getByRole("button", { name: "Make the signing key" }))
    .waitFor();
  const key = desk.getByRole("button", { name: "Make the signing key" });
  if ((await key.count()) > 0) await key.click();
  const link = await desk.getByRole("link", { name: "Save the package" }).getAttribute("href");
  const answer = await desk.request.get(link ?? "");
  expect(answer.headers()["content-type"]).toBe("application/zip");
  const bytes = await answer.body();
  expect(noneOf(bytes.toString("utf8"))).toEqual([]);
  expect(bytes.toString("utf8")).toContain("City budget 2016");

  const folder = mkdtempSync(path.join(os.tmpdir(), "outsider-"));
  try {
    writeFileSync(path.join(folder, "package.zip"), bytes);
    const verifier = path.resolve("dist/verify.cjs");
    // No settings, no database, another folder: only Node and the file.
    const { stdout } = await promisify(execFile)(process.execPath, [verifier, "package.zip"], {
      cwd: folder,
      env: { NODE_ENV: "production" },
    });
    expect(stdout).toContain("All of it holds.");
    expect(stdout).toMatch(/holds {2}withheld +1 source, 1 note/);
  } finally {
    rmSync(folder, { recursive: true });
  }

  await reader.goto(`/r/keys/${newsroomId}`);
  await reader.getByRole("heading", { name: "Signing keys" }).waitFor();
  expect((await reader.request.get(link ?? "")).status()).toBe(401);
  const viewer = await newsroom.open("lena");
  expect((await viewer.request.get(link ?? "")).status()).toBe(403);
});
