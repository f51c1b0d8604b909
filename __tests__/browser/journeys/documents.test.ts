import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { addSourceNote, proposeVerdict, signOff } from "@/lib/claims/commands";
import { loadClaim } from "@/lib/claims/queries";
import type { Actor } from "@/lib/platform/actor";
import { type Command, execute } from "@/lib/platform/command";
import { db } from "@/lib/platform/db";
import { buildArticle, buildClaim, buildSource } from "@/seeds/builders";
import { openBrowser } from "../../support/browser";
import { openNewsroom } from "../../support/newsroom";

const browser = openBrowser();
const newsroom = openNewsroom(browser, { name: "The Paper Desk" });

const COST = "The bridge cost $3 million.";

async function run(command: Command, actor: Actor, input: object): Promise<void> {
  const outcome = await execute(command, actor, input);
  if (!outcome.ok) throw outcome.refusal;
}

/** An article with one claim that was signed off. */
async function checkedArticle(): Promise<string> {
  const [ana, marek, tom] = [await newsroom.actor("ana"), await newsroom.actor("marek"), await newsroom.actor("tom")];
  const article = await buildArticle(db(), ana, `${COST} It opened in 2016.`, { title: "What the bridge cost" });
  const { id: claimId } = await buildClaim(db(), ana, article, COST, { number: 1, state: "open" });
  const sourceId = await buildSource(db(), tom, { title: "City budget 2016" });
  const note = { stance: "supports", locator: "p. 3", note: "", quote: "Three million.", consultedOn: "2017-03-23" };
  await run(addSourceNote, tom, { ...note, claimId, sourceId });
  const { rev } = await loadClaim(ana, claimId);
  await run(proposeVerdict, ana, { claimId, rev, verdict: "confirmed", explanation: "The budget bears it out." });
  const seen = await loadClaim(marek, claimId);
  await run(signOff, marek, { claimId, rev: seen.rev, contentHash: seen.contentHash });
  return article.id;
}

async function openMore(page: Page, articleId: string): Promise<void> {
  await page.goto(`/reports/${articleId}`);
  await page.getByText("Rules of the ClaimReview markup").click();
  await page.getByRole("heading", { name: "ClaimReview markup" }).waitFor();
}

test("a PDF and a Word file are asked for, written in the background and saved without loading the page anew", async () => {
  const page = await newsroom.open("ana");
  await openMore(page, await checkedArticle());
  for (const [name, label, magic] of [
    [/^PDF/u, "PDF", "%PDF-"],
    [/^Word/u, "Word", "PK"],
  ] as const) {
    const saved = page.waitForEvent("download");
    await page.getByRole("button", { name }).click();
    const file = await saved;
    expect(file.suggestedFilename()).toMatch(/^fact-check-what-the-bridge-cost-v1(?:-internal)?\.(?:pdf|docx)$/u);
    expect(
      readFileSync(await file.path())
        .subarray(0, magic.length)
        .toString("latin1"),
    ).toBe(magic);
    await page.getByRole("link", { name: `Save the ${label} file` }).waitFor();
  }
  // What was written is there for a day, also on another visit.
  await page.reload();
  await page.getByRole("link", { name: "Save the PDF file" }).waitFor();
});

test("the linter names what to put right; the settings put it right", async () => {
  const articleId = await checkedArticle();
  const page = await newsroom.open("owner");
  await openMore(page, articleId);
  await page.getByText("The claim has no public page: publish the report.").waitFor();
  await page.getByText("The newsroom has no address: give it in Settings, Publishing.").waitFor();

  await page.goto("/settings#publishing");
  await page.getByLabel("The newsroom’s address").fill("https://paper.example");
  await page.getByLabel("Address of its logo").fill("https://paper.example/logo.png");
  await page.getByLabel("Where to report errors").fill("desk@paper.example");
  const form = page.locator("form", { has: page.getByLabel("The newsroom’s address") });
  await form.getByLabel("Confirmed").fill("9");
  await form.getByRole("button", { name: "Save" }).click();
  await form.getByText("outside 1 to 5").first().waitFor();
  await form.getByLabel("Confirmed").fill("5");
  await form.getByRole("button", { name: "Save" }).click();
  await form.getByText("Saved").first().waitFor();

  await openMore(page, articleId);
  await page.getByText("The claim has no public page: publish the report.").waitFor();
  expect(await page.getByText("The newsroom has no address").count()).toBe(0);
});

test("a viewer exports, too, and sees only what he asked for himself", async () => {
  const articleId = await checkedArticle();
  const [ana, lena] = [await newsroom.open("ana"), await newsroom.open("lena")];
  await openMore(ana, articleId);
  await ana.getByRole("button", { name: /^PDF/u }).click();
  await ana.getByRole("link", { name: "Save the PDF file" }).waitFor();
  await openMore(lena, articleId);
  expect(await lena.getByRole("link", { name: "Save the PDF file" }).count()).toBe(0);
});
