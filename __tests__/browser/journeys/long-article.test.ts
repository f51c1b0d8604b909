import type { Locator, Page } from "playwright-core";
import { loadArticles } from "@/lib/articles/queries";
import { findActor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { readSeedArticle } from "@/seeds/desk";
import { openBrowser } from "../../support/browser";
import { openNewsroom } from "../../support/newsroom";

const browser = openBrowser();
const newsroom = openNewsroom(browser, { name: "The Long Read" });

/** An article of about 16,000 words: enough for the reader's thread and for seconds of work, and not for minutes. */
const LONG = `${readSeedArticle("reuters-zones-of-stability").trim()}\n\n`.repeat(30);

async function articles() {
  const actor = await findActor(db(), newsroom.person("ana").userId);
  if (!actor) throw new Error("Ana is no member.");
  return loadArticles(actor);
}

async function chooseFile(page: Page, title: string, text: string): Promise<void> {
  await page.goto("/articles/import");
  await page.getByLabel("Title").fill(title);
  const file = { name: "long.txt", mimeType: "text/plain", buffer: Buffer.from(text) };
  await page.locator("input[type=file]").setInputFiles(file);
  await page.getByText(/Read [\d,]+ words from/).waitFor();
}

/** Note every label of the bar until it goes; however seldom the test itself looks, none is missed. */
function noteLabels(bar: Locator): Promise<readonly string[]> {
  return bar.evaluate((drawn) => {
    const labels = [drawn.ariaLabel ?? ""];
    return new Promise<string[]>((done) => {
      const observer = new MutationObserver(() => {
        if (drawn.isConnected) return void labels.push(drawn.ariaLabel ?? "");
        observer.disconnect();
        done(labels);
      });
      observer.observe(document, { subtree: true, childList: true, attributeFilter: ["aria-label"] });
    });
  });
}

test("while a long article is imported, its progress moves and others are served", async () => {
  const [mine, others] = [await newsroom.open("ana"), await newsroom.open("tom")];
  await chooseFile(mine, "A long read", LONG);
  await mine.getByRole("button", { name: "Import and find the claims" }).click();
  const bar = mine.getByRole("img", { name: /% of the import is done/ });
  await bar.waitFor();
  expect(await bar.evaluate((drawn) => drawn.getBoundingClientRect().bottom <= window.innerHeight)).toBe(true);
  const shown = noteLabels(bar);
  let served = 0;
  while (await bar.isVisible()) {
    const [health, desk] = await Promise.all([others.request.get("/api/health"), others.request.get("/articles")]);
    expect([health.status(), desk.status()]).toEqual([200, 200]);
    // Not there before it is whole: what others see of it is nothing, or all of its claims.
    const [row] = await articles();
    if (row === undefined) served++;
    else expect(row.progress.total).toBeGreaterThan(400);
  }
  expect(served).toBeGreaterThan(0);
  expect(new Set(await shown).size).toBeGreaterThan(1);
  await mine.waitForURL(/\/articles\/(?!import)[^/]+$/);
});

test("an import goes on when its tab is closed", async () => {
  const page = await newsroom.open("marek");
  await chooseFile(page, "A closed tab", LONG);
  await page.getByRole("button", { name: "Import and find the claims" }).click();
  await page.getByRole("img", { name: /% of the import is done/ }).waitFor();
  await page.close();
  const found = async () => (await articles()).find(({ title }) => title === "A closed tab");
  const end = Date.now() + 90_000;
  while ((await found()) === undefined && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 200));
  expect((await found())?.progress.total).toBeGreaterThan(400);
});
