import type { Locator, Page } from "playwright-core";
import { openBrowser } from "../../support/browser";
import { importArticle, inspector, inspectorHead, openPalette } from "../../support/desk-screens";
import { openNewsroom } from "../../support/newsroom";

const browser = openBrowser();
const newsroom = openNewsroom(browser);

const TITLE = "The harbour bridge";
const TEXT = `The harbour bridge cost $3 million, Mayor Joana Prado said on Tuesday.

The ferry carried 40,000 passengers in 2016.

The tower is 90 metres high, the tallest in the region.`;

/** What has the focus, and what is wrong with how it shows: it must have a ring and stand in the window. */
async function focusTrouble(page: Page): Promise<string | null> {
  return page.evaluate(async () => {
    // What moves into view on focus is there with the next frame.
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    const element = document.activeElement;
    if (!(element instanceof HTMLElement) || element === document.body || element.id === "main") return null;
    // The focus is in a part of the browser's own field (the calendar of a date), which draws its own ring.
    if (!element.matches(":focus")) return null;
    const name = `<${element.tagName.toLowerCase()}> ${element.ariaLabel ?? element.textContent?.slice(0, 40) ?? ""}`;
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    if (outlineStyle === "none" || Number.parseFloat(outlineWidth) < 1) return `${name}: no focus ring`;
    const box = element.getBoundingClientRect();
    const inside = box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth;
    return inside && box.width > 0 ? null : `${name}: out of the window`;
  });
}

const troubles: string[] = [];
beforeEach(() => void troubles.splice(0));
afterEach(() => expect(troubles).toEqual([]));

async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

/** Walk on with Tab until `target` has the focus; everything on the way must show it. */
async function tabTo(page: Page, target: Locator, key = "Tab"): Promise<void> {
  for (let steps = 0; steps < 120; steps++) {
    await page.keyboard.press(key);
    const trouble = await focusTrouble(page);
    if (trouble !== null) troubles.push(trouble);
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`Tab never comes to ${target}.`);
}

async function type(page: Page, words: string): Promise<void> {
  await page.keyboard.type(words);
}

const head = (page: Page, number: number, state: string) =>
  inspectorHead(page)
    .filter({ has: page.getByRole("heading", { name: `Claim ${number}`, exact: true }) })
    .getByText(state, { exact: true })
    .waitFor();

/** Come in by the form and go to the article, without the mouse. */
async function comeIn(): Promise<Page> {
  const setup = await newsroom.open("marek");
  await importArticle(setup, { title: TITLE, text: TEXT, publishedOn: "2017-03-22" });
  const page = await browser.open();
  const { email, password } = newsroom.person("ana");
  await page.goto("/");
  await page.locator("[name=email]:focus").waitFor();
  await type(page, email);
  await press(page, "Tab");
  await type(page, password);
  await press(page, "Enter");
  await page.waitForURL(`${browser.url}/`);
  return page;
}

test("a claim is taken from the sign-in to a verdict by keys alone", async () => {
  const page = await comeIn();
  await page.getByRole("heading", { name: "Desk", level: 1 }).waitFor();
  await press(page, "g", "a");
  await page.waitForURL("**/articles");
  await tabTo(page, page.getByRole("link", { name: TITLE }).first());
  await press(page, "Enter");
  await page.locator("[data-placed]").waitFor();

  await press(page, "j", "j");
  await inspector(page).getByText("Who stands for it").waitFor();
  await head(page, 2, "Detected");
  await press(page, "k");
  await head(page, 1, "Detected");
  await page.waitForURL(/claim=/u);
  await inspector(page).getByText("Who stands for it").waitFor();
  await press(page, "a");
  await head(page, 1, "Open");

  await press(page, "n");
  const note = page.getByRole("form", { name: "Add a source note" });
  await note.locator("[name=sourceTitle]:focus").waitFor();
  await type(page, "Minutes of the council");
  await tabTo(page, note.getByRole("radio", { name: "Supports" }));
  await press(page, "Space");
  await tabTo(page, note.getByLabel("Note"));
  await type(page, "Page 3 gives the sum: j k a d are letters here.");
  await tabTo(page, note.getByRole("button", { name: "Add source note" }));
  await press(page, "Enter");
  await page.getByRole("paragraph").filter({ hasText: "Page 3 gives the sum" }).waitFor();
  await head(page, 1, "In check");

  await press(page, "v");
  await page.locator("[name=verdict]:focus").waitFor();
  await press(page, "Space");
  await tabTo(page, page.getByLabel("Explanation"));
  await type(page, "The minutes say three million.");
  await tabTo(page, page.getByRole("button", { name: "Propose verdict" }));
  await press(page, "Enter");
  await head(page, 1, "In review");
  await page.getByRole("region", { name: "What we say" }).getByText("Confirmed").first().waitFor();
});

test("a claim is dismissed and brought back by keys, the palette and the map open and close, and focus returns", async () => {
  const page = await comeIn();
  await press(page, "g", "a");
  await page.waitForURL("**/articles");
  await tabTo(page, page.getByRole("link", { name: TITLE }).first());
  await press(page, "Enter");
  await page.locator("[data-placed]").waitFor();
  await press(page, "j", "j");
  await head(page, 2, "Detected");
  await inspector(page).getByText("Who stands for it").waitFor();
  await press(page, "d");
  await page.getByText("Why is there nothing to check?").waitFor();
  await press(page, "4");
  await head(page, 2, "Dismissed");
  await page.getByText("Claim 2 dismissed: trivial.").waitFor();
  await press(page, "u");
  await head(page, 2, "Detected");

  await press(page, "?");
  const map = page.getByRole("dialog", { name: "Keyboard" });
  for (const words of ["Next claim", "Previous claim", "Accept", "Search, or go anywhere"]) {
    await map.getByText(words, { exact: true }).waitFor();
  }
  await press(page, "Escape");
  await map.waitFor({ state: "hidden" });
  await head(page, 2, "Detected");

  const palette = await openPalette(page);
  await type(page, "90 metres");
  await palette
    .getByRole("option", { name: /90 metres/u })
    .first()
    .waitFor();
  await press(page, "Enter");
  await page.waitForURL(/\/claims\/[a-z0-9]+$/u);
  await page.getByText("The tower is 90 metres high", { exact: false }).first().waitFor();
  await openPalette(page);
  await press(page, "Escape");
  await palette.waitFor({ state: "hidden" });
});

test("rows of the table are chosen, accepted and given back by keys", async () => {
  const page = await comeIn();
  await press(page, "g", "c");
  await page.waitForURL("**/claims");
  const told = page.getByRole("status").filter({ hasText: /chosen|accepted|Undone/u });
  await page.locator("[data-row]").first().waitFor();
  await press(page, "j");
  await press(page, "x");
  await told.filter({ hasText: "1 chosen" }).waitFor();
  await press(page, "j");
  await press(page, "x");
  await told.filter({ hasText: "2 chosen" }).waitFor();
  await tabTo(page, page.getByRole("button", { name: "Accept" }), "Shift+Tab");
  await press(page, "Enter");
  await told.filter({ hasText: "accepted" }).waitFor();
  await tabTo(page, page.getByRole("button", { name: "Undo" }), "Tab");
  await press(page, "Enter");
  await told.filter({ hasText: "Undone" }).waitFor();
});

test("from the top of each screen Tab goes round, the focus is always seen, and there is a way past the rail", async () => {
  const page = await comeIn();
  for (const address of ["/", "/articles", "/claims", "/sources", "/reports", "/settings"]) {
    await page.goto(address);
    await page.getByRole("heading", { level: 1 }).waitFor();
    await tabTo(page, page.getByRole("link", { name: "Skip to content" }));
    await press(page, "Enter");
    await page.locator("main:focus").waitFor();
    for (let steps = 0; steps < 12; steps++) {
      await press(page, "Tab");
      const trouble = await focusTrouble(page);
      if (trouble !== null) troubles.push(`${address} ${trouble}`);
    }
  }
});
