import type { Page } from "playwright-core";
import { lookAs, seriousFindings, sidewaysScroll } from "../support/accessibility";
import { openBrowser } from "../support/browser";
import { importArticle, inspector, selectClaim, selectWords } from "../support/desk-screens";
import { openNewsroom } from "../support/newsroom";

const browser = openBrowser();
const newsroom = openNewsroom(browser);

const BUDGET = "The council spent $40 million on the harbour in 2024.";
const TABLES = "See the report of the Port Authority, and its 31 tables.";
const TOOL = "And if you are using the CALC tool for your city, please let us know.";
const THANKS = "Thanks to Tom Lindqvist!";
const TEXT = [BUDGET, TABLES, TOOL, THANKS].join("\n");

const bring = (page: Page, title: string) => importArticle(page, { title, text: TEXT });

/** The pane beside the galley while it paints the coverage and no claim is selected. */
const panel = (page: Page) => page.getByRole("complementary", { name: "Coverage" });
const toggle = (page: Page) => page.getByRole("button", { name: /^Coverage/u });
const entry = (page: Page, sentence: string) => panel(page).getByRole("button", { name: sentence });
const boxed = (page: Page, fact: string) =>
  page.locator(".galley-text [data-outside=bare]").and(page.getByText(fact, { exact: true }));
const said = (page: Page, words: string | RegExp) =>
  panel(page).getByRole("status").filter({ hasText: words }).waitFor();
/** How many facts stand so, by the key. */
const counted = (page: Page, standing: string, facts: number) =>
  panel(page)
    .getByRole("row", { name: new RegExp(`^${standing} .* ${facts} \\d+$`, "u") })
    .waitFor();

test("a bare fact in the text leads to its sentence in the list; marked as a claim, its facts wait with it", async () => {
  const page = await newsroom.open("ana");
  await bring(page, "Marking what is bare");
  await toggle(page).click();
  await said(page, "0 of 6 facts under a decision");
  await counted(page, "Open", 2);
  await counted(page, "Bare", 4);
  await boxed(page, "31 tables").click();
  await entry(page, TABLES).and(page.locator("[aria-current]")).waitFor();
  await panel(page).getByRole("button", { name: "Mark as claim" }).click();
  await counted(page, "Open", 4);
  await counted(page, "Bare", 2);
  // The list goes on with what comes next.
  await entry(page, TOOL).and(page.locator("[aria-current]")).waitFor();
  await page.getByRole("button", { name: "Undo" }).click();
  await counted(page, "Bare", 4);
});

test("a bare fact is dismissed with a reason and taken back; the ledger tells both", async () => {
  const page = await newsroom.open("ana");
  const article = await bring(page, "Dismissing what is bare");
  await toggle(page).click();
  await entry(page, TABLES).click();
  await panel(page).getByRole("button", { name: "Dismiss…" }).click();
  await panel(page).getByLabel("Port Authority").uncheck();
  await panel(page).getByLabel("A word more").fill("An invitation to read.");
  await panel(page).getByRole("button", { name: "Nothing is asserted of it" }).click();
  await said(page, "1 of 6 facts under a decision");
  await panel(page).getByText("Nothing is asserted of it: An invitation to read.").waitFor();
  expect(await boxed(page, "31 tables").count()).toBe(0);
  await boxed(page, "Port Authority").waitFor();
  await panel(page).getByRole("button", { name: "Take back the dismissal of 31 tables" }).click();
  await said(page, "0 of 6 facts under a decision");
  await boxed(page, "31 tables").waitFor();
  await page.goto(`/articles/${article}/ledger`);
  await page.getByText("took the dismissal of “31 tables” back").waitFor();
  await page.getByText("left “31 tables” outside claims, as nothing is asserted of it").waitFor();
});

test("by keys alone to 100 %: from one bare fact to the next, dismissed by digit, and the claim decided", async () => {
  const page = await newsroom.open("ana");
  await bring(page, "All of it");
  await page.keyboard.press("c");
  await said(page, "0 of 6 facts under a decision");
  for (const [sentence, decided] of [
    [TABLES, 2],
    [TOOL, 3],
    [THANKS, 4],
  ] as const) {
    if (sentence === TABLES) await page.keyboard.press("b");
    await page.locator(":focus").and(entry(page, sentence)).waitFor();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await panel(page).getByText("Why does it need no claim?").waitFor();
    await page.keyboard.press("1");
    await said(page, `${decided} of 6 facts under a decision`);
  }
  await panel(page).getByText("None: every fact stands in a claim").waitFor();
  await selectClaim(page, "$40 million");
  await page.keyboard.press("d");
  await page.getByText("Why is there nothing to check?").waitFor();
  await page.keyboard.press("1");
  await inspector(page).getByText("Dismissed").first().waitFor();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await said(page, "6 of 6 facts under a decision");
  await panel(page).getByText("Every fact is under a decision.").waitFor();
  await toggle(page)
    .and(page.getByRole("button", { name: "Coverage 100 %" }))
    .waitFor();
});

test("words selected in the galley can be marked while the coverage is painted", async () => {
  const page = await newsroom.open("ana");
  await bring(page, "By hand");
  await toggle(page).click();
  await selectWords(page, "Thanks to");
  await page.getByRole("toolbar", { name: "Selected words" }).getByRole("button", { name: "Mark as claim" }).click();
  await inspector(page).getByText("Who stands for it").waitFor();
  await page.keyboard.press("Escape");
  await counted(page, "Bare", 4);
});

test("the desk, the list of articles and the claims table lead to the coverage; a viewer reads it and decides nothing", async () => {
  const article = await bring(await newsroom.open("ana"), "For the reader");
  const page = await newsroom.open("lena");
  for (const address of ["/", "/articles", `/articles/${article}/claims`]) {
    await page.goto(address);
    const line = page.locator(`a[href="/articles/${article}?coverage"]`);
    await line.filter({ hasText: "0 of 6 facts under a decision" }).filter({ hasText: "4 bare" }).waitFor();
  }
  await page.goto(`/articles/${article}?coverage`);
  await said(page, "0 of 6 facts under a decision");
  await entry(page, TABLES).click();
  await entry(page, TABLES).and(page.locator("[aria-current]")).waitFor();
  expect(
    await panel(page)
      .getByRole("button", { name: /Mark|Dismiss/u })
      .count(),
  ).toBe(0);
  await page.reload();
  await said(page, "0 of 6 facts under a decision");
  await page.goto(`/reports/${article}`);
  await page.getByRole("heading", { level: 1 }).waitFor();
});

const LOOKS = [
  { width: 1440, height: 900, colorScheme: "light" },
  { width: 1440, height: 900, colorScheme: "dark" },
  { width: 390, height: 844, colorScheme: "light" },
  { width: 390, height: 844, colorScheme: "dark" },
] as const;

test("the coverage is accessible in both themes, wide and on a phone, while a question is open", async () => {
  const page = await newsroom.open("ana");
  await bring(page, "For everybody");
  await toggle(page).click();
  await entry(page, THANKS).click();
  await panel(page).getByRole("button", { name: "Dismiss…" }).click();
  await panel(page).getByRole("button", { name: "Not checkable" }).click();
  await panel(page).getByRole("heading", { name: "Dismissed facts: 1" }).waitFor();
  await entry(page, TABLES).click();
  await panel(page).getByRole("button", { name: "Dismiss…" }).click();
  await panel(page).getByText("Why does it need no claim?").waitFor();
  // The head of the page comes in after its body.
  await page.waitForFunction(() => document.title.includes("For everybody"));
  for (const look of LOOKS) {
    await lookAs(page, look);
    expect([look, await seriousFindings(page, "all")]).toEqual([look, []]);
    expect([look, await sidewaysScroll(page)]).toEqual([look, 0]);
  }
});
