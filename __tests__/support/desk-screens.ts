import { readFile } from "node:fs/promises";
import type { Locator, Page } from "playwright-core";
import type { ReportFormat } from "@/lib/core/report/formats";

/** What somebody brings in through the import screen. */
export type Import = {
  readonly title: string;
  readonly text: string;
  readonly publishedOn?: string;
  readonly byline?: string;
  readonly publisher?: string;
  readonly url?: string;
};

/** Bring an article in through the import screen, as a person who may; returns the article's id, the page stands in its galley. */
export async function importArticle(page: Page, article: Import): Promise<string> {
  await page.goto("/articles/import");
  await page.getByLabel("Text", { exact: true }).fill(article.text);
  await page.getByLabel("Title").fill(article.title);
  await page.getByLabel("Published on").fill(article.publishedOn ?? "2017-03-22");
  await page.getByLabel("Byline").fill(article.byline ?? "");
  await page.getByLabel("Publisher").fill(article.publisher ?? "");
  await page.getByLabel("Address").fill(article.url ?? "");
  await page.getByRole("button", { name: "Import and find the claims" }).click();
  await page.waitForURL(/\/articles\/(?!import)[a-z0-9]+$/u);
  await page.locator("[data-placed]").waitFor();
  return new URL(page.url()).pathname.replace("/articles/", "");
}

/** The inspector beside the galley. */
export const inspector = (page: Page): Locator => page.getByRole("complementary", { name: "Claim" });

/** The claim's number and its state, at the head of the inspector. */
export const inspectorHead = (page: Page): Locator =>
  inspector(page)
    .getByRole("heading", { level: 2, name: /^Claim \d+$/u })
    .locator("..");

/** The mark of a claim in the article's margin, by a part of its words. */
export const margin = (page: Page, words: string | RegExp): Locator =>
  page.getByRole("link", {
    name: typeof words === "string" ? new RegExp(`^Claim \\d+, .*${literally(words)}`, "u") : words,
  });

const literally = (words: string): string => words.replace(/[\\^$.*+?()[\]{}|]/gu, "\\$&");

/** Select a claim by a part of its words and wait until all of it is there; returns its id. */
export async function selectClaim(page: Page, words: string): Promise<string> {
  await margin(page, words).first().click();
  await inspector(page).getByText("Who stands for it").waitFor();
  await page.waitForURL(/[?&]claim=/u);
  return new URL(page.url()).searchParams.get("claim") ?? "";
}

/** Open the palette by its keys and wait until it is typed into; returns it. */
export async function openPalette(page: Page): Promise<Locator> {
  await page.keyboard.press("Control+k");
  const palette = page.getByRole("dialog", { name: "Search and go" });
  await palette.locator("input:focus").waitFor();
  return palette;
}

/** Leave a source note through the form that is open. */
export async function addNote(
  page: Page,
  note: { readonly source: string; readonly stance?: string; readonly words: string; readonly quote?: string },
): Promise<void> {
  const form = page.getByRole("form", { name: "Add a source note" });
  await form.getByLabel("Source", { exact: true }).fill(note.source);
  await form.getByRole("radio", { name: note.stance ?? "Supports" }).check();
  await form.getByLabel("Quoted passage").fill(note.quote ?? "");
  await form.getByLabel("Note").fill(note.words);
  await form.getByRole("button", { name: "Add source note" }).click();
  await page.getByRole("paragraph").filter({ hasText: note.words }).first().waitFor();
  // Saved, the form is empty for the next one.
  await form.getByLabel("Note").and(page.locator(":placeholder-shown")).waitFor();
}

/** Propose a verdict through the form that is open. */
export async function proposeVerdict(page: Page, verdict: string, explanation: string): Promise<void> {
  await page.getByRole("radio", { name: verdict, exact: true }).check();
  await page.getByLabel("Explanation").fill(explanation);
  await page.getByRole("button", { name: "Propose verdict" }).click();
  await page.getByText("Proposed by").waitFor();
}

const LINKS: Readonly<Record<ReportFormat, RegExp>> = {
  html: /^HTML/u,
  md: /^Markdown/u,
  csv: /^CSV/u,
  json: /^JSON/u,
  webanno: /^Web Annotation/u,
  claimreview: /^ClaimReview/u,
};

/** Save the report in a format from its screen; returns the bytes of the file. */
export async function saveReport(page: Page, format: ReportFormat): Promise<Buffer> {
  const saved = page.waitForEvent("download");
  await page.getByRole("link", { name: LINKS[format] }).click();
  const file = await saved;
  expect(file.suggestedFilename()).toMatch(new RegExp(`^fact-check-.+\\.${format}(?:\\.jsonld)?$`, "u"));
  return readFile(await file.path());
}

/** Where words stand on the screen, in CSS pixels. */
async function boxOf(page: Page, words: string): Promise<{ left: number; right: number; y: number }> {
  return page.evaluate((wanted) => {
    for (const leaf of document.querySelectorAll(".galley-text [data-at]")) {
      const node = leaf.firstChild;
      const at = node?.textContent?.indexOf(wanted) ?? -1;
      if (!node || at < 0) continue;
      leaf.scrollIntoView({ block: "center" });
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + wanted.length);
      const box = range.getBoundingClientRect();
      return { left: box.left, right: box.right, y: box.top + box.height / 2 };
    }
    throw new Error(`“${wanted}” does not stand in one piece of the galley.`);
  }, words);
}

/** Select words of the galley by dragging over them; they stand on one line and in one stretch of text. */
export async function selectWords(page: Page, words: string): Promise<void> {
  const { left, right, y } = await boxOf(page, words);
  await page.mouse.move(left + 1, y);
  await page.mouse.down();
  await page.mouse.move((left + right) / 2, y, { steps: 3 });
  await page.mouse.move(right - 1, y, { steps: 3 });
  await page.mouse.up();
  await page.getByRole("toolbar", { name: "Selected words" }).waitFor();
}
