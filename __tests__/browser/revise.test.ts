import { writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import type { Page } from "playwright-core";
import type { z } from "zod";
import { importArticle } from "@/lib/articles/commands";
import { loadArticle } from "@/lib/articles/queries";
import { acceptClaim, addSourceNote, proposeVerdict, signOff } from "@/lib/claims/commands";
import { loadClaim } from "@/lib/claims/queries";
import { type Actor, findActor } from "@/lib/platform/actor";
import { type Command, execute } from "@/lib/platform/command";
import { db } from "@/lib/platform/db";
import { reviseArticle } from "@/lib/revisions/commands";
import { lookAs, seriousFindings, sidewaysScroll } from "../support/accessibility";
import { openBrowser } from "../support/browser";
import { inspector, selectWords } from "../support/desk-screens";
import { type Desk, openNewsroom } from "../support/newsroom";

const browser = openBrowser();
const newsroom = openNewsroom(browser, { name: "The Versions’ Desk" });

const PLEDGE = "The city pledged $2 billion for the new harbour bridge in 2015.";
const POLL = "About 45 percent of the voters oppose the plan.";
const SHIPS = "The harbour handled 1,200 ships in 2019.";
const STORY = `${PLEDGE}\n\n${POLL}\n\nMayor Ana Torres opened the ferry in May.\n\n${SHIPS}\n`;
const REVISED = STORY.replace("$2 billion", "$5 billion").replace("About 45", "Around 45");

async function actor(who: Desk): Promise<Actor> {
  const found = await findActor(db(), newsroom.person(who).userId);
  if (!found) throw new Error(`${who} is not in the newsroom.`);
  return found;
}

async function run<Input extends z.ZodType, Output>(
  command: Command<Input, Output>,
  who: Desk,
  input: z.input<Input>,
): Promise<Output> {
  const outcome = await execute(command, await actor(who), input);
  if (!outcome.ok) throw outcome.refusal;
  return outcome.output;
}

/** Bring the story in; the claims with these words are checked and signed off. */
async function article(...signed: string[]): Promise<string> {
  const { articleId } = await run(importArticle, "ana", { title: "The harbour bridge", text: STORY });
  for (const words of signed) await verify(articleId, words);
  return articleId;
}

async function claimWith(articleId: string, words: string): Promise<string> {
  const { claims } = await loadArticle(await actor("ana"), articleId);
  const found = claims.find(({ wording }) => words.includes(wording.replace(/\.$/u, "")));
  if (!found) throw new Error(`No claim says “${words}”.`);
  return found.id;
}

async function verify(articleId: string, words: string): Promise<void> {
  const claimId = await claimWith(articleId, words);
  const rev = async () => (await loadClaim(await actor("ana"), claimId)).rev;
  await run(acceptClaim, "ana", { claimId, rev: await rev() });
  const source = { sourceTitle: "The city’s books", sourceMedium: "document", sourceKind: "primary" } as const;
  const note = { stance: "supports", note: "It says so.", consultedOn: "2026-11-20" } as const;
  await run(addSourceNote, "tom", { claimId, ...source, ...note });
  await run(proposeVerdict, "ana", {
    claimId,
    rev: await rev(),
    verdict: "confirmed",
    explanation: "It is in the books.",
  });
  const { contentHash } = await loadClaim(await actor("marek"), claimId);
  await run(signOff, "marek", { claimId, rev: await rev(), contentHash });
}

async function versionOf(articleId: string): Promise<{ readonly id: string; readonly number: number }> {
  return (await loadArticle(await actor("ana"), articleId)).version;
}

async function revise(articleId: string, text: string, note = ""): Promise<void> {
  await run(reviseArticle, "ana", { articleId, base: (await versionOf(articleId)).id, text, note });
}

const text = (page: Page) => page.getByLabel("Text", { exact: true });

async function compare(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Compare", exact: true }).click();
  await page.getByRole("heading", { name: /^What version \d+ would do$/u }).waitFor();
}

test("a new version is seen before it is stored: nothing changes until it is saved, and then the galley says what it did", async () => {
  const id = await article(PLEDGE, POLL);
  const page = await newsroom.open("ana");
  await page.goto(`/articles/${id}`);
  await page.getByRole("link", { name: "New version" }).click();
  await page.waitForURL(/\/revise$/u);
  await text(page).fill(`${REVISED}\nThe work will cost 12 million euros a year.\n`);
  await page.getByLabel("What is new").fill("The pledge was put right");
  await compare(page);

  await page.getByText("1 sign-off falls.").waitFor();
  await page.getByText("1 claim is reworded and keeps its sign-off, flagged for a glance.").waitFor();
  await page.getByText("1 new claim found.").waitFor();
  const pledge = page.getByRole("article").filter({ hasText: "$2 billion became $5 billion" });
  await pledge.getByText("Verified").waitFor();
  await pledge.getByText("Reopened").waitFor();
  await pledge.locator("del", { hasText: "$2" }).waitFor();
  await pledge.locator("ins", { hasText: "$5" }).waitFor();
  expect((await versionOf(id)).number).toBe(1);

  await page.getByRole("button", { name: "Change the text" }).click();
  expect(await text(page).inputValue()).toContain("12 million euros");
  await page.reload();
  await page.getByText("Draft kept").waitFor();
  expect(await text(page).inputValue()).toContain("12 million euros");
  expect((await versionOf(id)).number).toBe(1);

  await compare(page);
  await page.getByRole("button", { name: "Save as version 2" }).click();
  await page.getByText("Version 2 is stored: 1 claim reopened, 1 claim to glance at, 1 new claim.").waitFor();
  expect((await versionOf(id)).number).toBe(2);
  await page.getByRole("button", { name: "Show the reopened ones" }).click();
  await page.getByText(/^1 of \d+ claims$/u).waitFor();
  await page.getByRole("link", { name: /^Claim 1, reopened/u }).click();
  await inspector(page).getByText("$2 billion became $5 billion in version 2").first().waitFor();
  await inspector(page).getByText("Changed once in 2 versions").click();
  await inspector(page).locator("del", { hasText: "$2" }).waitFor();

  await page.goto(`/articles/${id}/ledger`);
  await page
    .getByText(
      /brought in version 2, “The pledge was put right”; 1 claim says something else, 1 claim reworded, 1 new claim/u,
    )
    .waitFor();
  await page.goto(`/articles/${id}/revise`);
  expect(await text(page).inputValue()).toBe("");
});

test("a file is taken as the new text; one that is no text is refused with what to do", async () => {
  const id = await article();
  const page = await newsroom.open("ana");
  await page.goto(`/articles/${id}/revise`);
  await page.getByText("Start from version 1").waitFor();
  const file = path.join(os.tmpdir(), `claimdesk-revision-${process.pid}.txt`);
  writeFileSync(file, REVISED);
  const picker = page.locator('input[type="file"]');
  await picker.setInputFiles({ name: "story.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7") });
  await page.getByText(/“story\.pdf” is a PDF file/u).waitFor();
  await picker.setInputFiles(file);
  await page.getByText(/^Read \d+ words from/u).waitFor();
  expect(await text(page).inputValue()).toBe(REVISED);
  await compare(page);
  await page.getByText("1 claim says something else.").waitFor();
});

test("the same text is no new version, and a viewer is told who may bring one in", async () => {
  const id = await article();
  const page = await newsroom.open("ana");
  await page.goto(`/articles/${id}/revise`);
  await page.getByRole("button", { name: "Start from version 1" }).click();
  await page.getByRole("button", { name: "Compare", exact: true }).click();
  await page.getByText("This is word for word the text of version 1. Nothing would change.").first().waitFor();
  const lena = await newsroom.open("lena");
  await lena.goto(`/articles/${id}`);
  await lena.locator("[data-placed]").waitFor();
  expect(await lena.getByRole("link", { name: "New version" }).count()).toBe(0);
  await lena.goto(`/articles/${id}/revise`);
  await lena.getByText(/As viewer you can't bring in new versions/u).waitFor();
});

test("who comes second keeps the typed text, and compares it with the version that came in meanwhile", async () => {
  const id = await article(PLEDGE);
  const page = await newsroom.open("marek");
  await page.goto(`/articles/${id}/revise`);
  await text(page).fill(`${REVISED}\nMarek was here.\n`);
  await compare(page);
  await revise(id, STORY.replace("in May", "in June"), "Ana was quicker");

  await page.getByRole("button", { name: "Save as version 2" }).click();
  await page.getByText(/Version 2 came in meanwhile\. Your text is kept/u).waitFor();
  expect((await versionOf(id)).number).toBe(2);
  await page.getByRole("button", { name: "Compare with the current version" }).click();
  await page.getByRole("heading", { name: "What version 3 would do" }).waitFor();
  await page.locator("del", { hasText: "June" }).first().waitFor();
  await page.getByRole("button", { name: "Save as version 3" }).click();
  await page.getByText(/^Version 3 is stored/u).waitFor();
  const { version } = await loadArticle(await actor("ana"), id);
  expect(version).toMatchObject({ number: 3, text: `${REVISED}\nMarek was here.\n` });
});

test("every version stays readable with its own marks, and any two can be compared", async () => {
  const id = await article(PLEDGE);
  await revise(id, REVISED, "The pledge was put right");
  await revise(id, REVISED.replace(`${SHIPS}\n`, ""));
  const page = await newsroom.open("lena");
  await page.goto(`/articles/${id}`);
  await page.getByRole("link", { name: "Version 3" }).click();
  await page.getByRole("heading", { name: "Versions", level: 1 }).waitFor();
  await page.getByText("The pledge was put right").waitFor();
  await page.getByRole("link", { name: "Version 1", exact: true }).click();
  await page.getByRole("heading", { name: "Version 1", level: 1 }).waitFor();
  await page.getByText("You are reading an earlier version, as it was.").waitFor();
  expect(await page.locator(".galley-text").textContent()).toContain("$2 billion");
  await page.getByRole("link", { name: /^Claim 1, reopened, signed off on this version/u }).click();
  await page.waitForURL(/\/articles\/[a-z0-9]+\?claim=/u);

  await page.goto(`/articles/${id}/versions/compare?from=1&to=3`);
  await page.locator("del", { hasText: "$2" }).waitFor();
  await page.locator("ins", { hasText: "$5" }).waitFor();
  await page.locator("del", { hasText: "1,200 ships" }).waitFor();
  await page.getByText("$2 billion became $5 billion.").waitFor();
  await page.getByLabel("Version", { exact: true }).selectOption("2");
  await page.getByRole("button", { name: "Compare" }).click();
  await page.waitForURL(/from=2&to=3/u);
  await page.locator("del", { hasText: "1,200 ships" }).waitFor();
  expect(await page.locator("del", { hasText: "$2" }).count()).toBe(0);
  await page.goto(`/articles/${id}/versions/compare?from=2&to=2`);
  await page.getByText("Choose two different versions.").waitFor();

  browser.allow(/status of 404/u);
  for (const nowhere of ["versions/9", "versions/0", "versions/one", "versions/compare?from=1&to=9"]) {
    expect((await page.goto(`/articles/${id}/${nowhere}`))?.status()).toBe(404);
  }
});

test("a claim that lost its words says so, and gets its place back by selecting other words", async () => {
  const id = await article(SHIPS);
  await revise(id, STORY.replace(SHIPS, "A year later 1,300 boats came in."));
  const page = await newsroom.open("ana");
  await page.goto(`/articles/${id}`);
  await page.getByRole("heading", { name: "Claims without a place in this version" }).waitFor();
  await inspector(page)
    .getByRole("link", { name: /1,200 ships/u })
    .click();
  await inspector(page).getByText("No place in version 2").waitFor();
  await selectWords(page, "came in");
  await page.getByRole("button", { name: /^Put claim \d+ here$/u }).click();
  await page.getByRole("link", { name: /^Claim \d+, reopened.*came in$/u }).waitFor();
  expect(await page.getByText("No place in version 2").count()).toBe(0);
  await page.keyboard.press("Escape");
  await page.getByRole("heading", { name: "Where the claims stand" }).waitFor();
  expect(await page.getByRole("heading", { name: "Claims without a place in this version" }).count()).toBe(0);
});

test("a reworded claim waits for a glance with the words that changed; one press takes the flag away", async () => {
  const id = await article(POLL);
  const claimId = await claimWith(id, POLL);
  await revise(id, REVISED);
  const tom = await newsroom.open("tom");
  await tom.goto(`/articles/${id}`);
  await tom.getByRole("heading", { name: "Reworded, sign-off kept" }).waitFor();
  expect(await tom.getByRole("button", { name: "Seen, it still says the same" }).count()).toBe(0);

  const page = await newsroom.open("marek");
  await page.goto(`/articles/${id}`);
  await inspector(page).locator("del", { hasText: "About" }).waitFor();
  await inspector(page).locator("ins", { hasText: "Around" }).waitFor();
  await inspector(page)
    .getByRole("button", { name: /^Claim \d+$/u })
    .click();
  await inspector(page).getByText("Who stands for it").waitFor();
  await page.getByRole("button", { name: "Seen, it still says the same" }).click();
  await page.getByRole("heading", { name: "Reworded, sign-off kept" }).waitFor({ state: "detached" });
  expect((await loadClaim(await actor("ana"), claimId)).state).toBe("verified");
  await page.goto(`/articles/${id}/ledger`);
  await page.getByText(/reworded in version 2: it still says what was signed/u).waitFor();
});

test("the owner lets sign-offs of reworded claims fall, and the settings say so to everybody", async () => {
  const page = await newsroom.open("owner");
  await page.goto("/settings");
  const rule = page.getByRole("checkbox", { name: /A sign-off stays when a new version only rewords the claim/u });
  await rule.uncheck();
  await page
    .getByText(/^Saved \d/u)
    .first()
    .waitFor();
  const lena = await newsroom.open("lena");
  await lena.goto("/settings");
  await lena.getByText(/A sign-off falls when a new version changes any word of the claim/u).waitFor();
  await rule.check();
  await lena.reload();
});

test("the screens of versions are there for everybody: axe finds nothing serious, and nothing sticks out", async () => {
  const id = await article(PLEDGE, POLL, SHIPS);
  await revise(id, REVISED.replace(SHIPS, "A year later 1,300 boats came in."), "The pledge was put right");
  const page = await newsroom.open("ana");
  const found: string[] = [];
  const look = async (name: string) => {
    for (const width of [1440, 1024, 390]) {
      await lookAs(page, { width, height: 900, colorScheme: "light" });
      const rules = width === 1024 ? "colours" : "all";
      found.push(...(await seriousFindings(page, rules)).map((finding) => `${name}, ${width} px: ${finding}`));
      const over = await sidewaysScroll(page);
      if (over > 0) found.push(`${name}, ${width} px: ${over} px too wide`);
    }
    await lookAs(page, { width: 1440, height: 900, colorScheme: "dark" });
    found.push(...(await seriousFindings(page, "colours")).map((finding) => `${name}, dark: ${finding}`));
  };
  for (const address of ["", "/versions", "/versions/1", "/versions/compare?from=1&to=2", "/revise"]) {
    await page.goto(`/articles/${id}${address}`);
    await page.locator("h1").waitFor();
    await look(address || "galley");
  }
  await text(page).fill(STORY.replace("2015", "2016"));
  await compare(page);
  await look("preview");
  const lost = await newsroom.open("ana");
  await lost.goto(`/articles/${id}`);
  await inspector(lost)
    .getByRole("link", { name: /1,200 ships/u })
    .click();
  await inspector(lost).getByText("No place in version 2").waitFor();
  found.push(...(await seriousFindings(lost)));
  expect(found).toEqual([]);
});
