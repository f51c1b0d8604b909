import type { Page } from "playwright-core";
import { lookAs, seriousFindings, sidewaysScroll } from "../support/accessibility";
import { openBrowser } from "../support/browser";
import { importArticle, inspector, selectClaim } from "../support/desk-screens";
import { openNewsroom } from "../support/newsroom";

const browser = openBrowser();
const newsroom = openNewsroom(browser, { name: "The Figures’ Desk" });

const STORY = `The city pledged $2 billion for the new harbour bridge in 2015.

“The $2.5 billion that the city pledged for the harbour bridge is not enough,” said Ben Marsh. About 45 percent of voters oppose the plan.

Mayor Ana Torres opened the ferry in May. Nobody has seen it since.
`;

let imported: string | undefined;

/** The article of these tests, brought in once. */
async function article(): Promise<string> {
  if (imported) return imported;
  const page = await newsroom.open("ana");
  imported = await importArticle(page, { title: "The harbour bridge", text: STORY });
  return imported;
}

const rows = (page: Page) => page.locator("[data-row]");
const row = (page: Page, words: string) => rows(page).filter({ hasText: words });

test("from the galley, every figure stands in one table, which says where the same thing is stated two ways", async () => {
  const id = await article();
  const page = await newsroom.open("lena");
  await page.goto(`/articles/${id}`);
  await page.getByRole("link", { name: "Figures as a table" }).click();
  await page.getByRole("heading", { name: "Figures", level: 1 }).waitFor();
  await row(page, "About 45 percent").getByText("about", { exact: true }).waitFor();
  await row(page, "$2.5 billion").getByText("2,500,000,000").waitFor();
  const flag = row(page, "2,000,000,000").getByRole("link", { name: /also stated as \$2\.5 billion in claim \d+/u });
  await flag.waitFor();
  expect(await row(page, "About 45 percent").getByText("also stated").count()).toBe(0);

  const all = await rows(page).count();
  await page.getByRole("link", { name: /^Stated two ways/u }).click();
  await page.waitForURL(/restated=1/u);
  await page.getByText(`2 of ${all} values`).waitFor();
  expect(await rows(page).count()).toBe(2);
  await page.getByRole("columnheader", { name: "Value" }).getByRole("link").click();
  await page.waitForURL(/sort=value/u);
  await page.getByRole("columnheader", { name: "Value" }).getByRole("link").click();
  await page.waitForURL(/desc=1/u);
  expect(await rows(page).first().textContent()).toContain("$2.5 billion");
  await page.getByRole("link", { name: /^Take away: Stated two ways/u }).click();
  await page.waitForURL((url) => !url.search.includes("restated"));
  expect(await rows(page).count()).toBe(all);

  await flag.click();
  await inspector(page)
    .getByText(/The \$2\.5 billion that the city pledged/u)
    .first()
    .waitFor();
});

test("a speaker's name leads from the claim to all that this speaker says, in the article and in the whole newsroom", async () => {
  const id = await article();
  const page = await newsroom.open("tom");
  await page.goto(`/articles/${id}`);
  await selectClaim(page, "The $2.5 billion that the city pledged");
  await inspector(page).getByRole("link", { name: "Ben Marsh" }).click();
  await page.waitForURL(/\/claims\?speaker=Ben\+Marsh$/u);
  await page.getByRole("link", { name: /Take away: Speaker\s*Ben Marsh/u }).waitFor();
  for (const one of await rows(page).all()) expect(await one.textContent()).toContain("Ben Marsh");
  await page.getByRole("link", { name: "In the whole newsroom" }).click();
  await page.waitForURL((url) => url.pathname === "/claims" && url.searchParams.get("speaker") === "Ben Marsh");
  await row(page, "$2.5 billion").getByRole("link", { name: "The harbour bridge", exact: true }).first().waitFor();
});

test("an owner turns a weight by the keys, sees the order change at once, saves it for all claims, and resets with one press", async () => {
  const id = await article();
  const page = await newsroom.open("owner");
  await page.goto("/settings#weights");
  const strongest = page.getByRole("region", { name: "The ten strongest claims" }).getByRole("listitem");
  const place = async (words: string): Promise<number> =>
    (await strongest.allTextContents()).findIndex((line) => line.includes(words));
  const slider = page.getByRole("slider", { name: "states an amount of money" });
  const usual = await slider.inputValue();
  await strongest.first().waitFor();
  const before = await place("$2 billion");
  await slider.focus();
  await page.keyboard.press("Home");
  await strongest.filter({ hasText: "$2 billion" }).getByText("down").first().waitFor({ state: "attached" });
  expect(await place("$2 billion")).toBeGreaterThan(before);
  await page.getByRole("button", { name: "Save weights" }).click();
  await page.getByText(/\d claims? scored anew/u).waitFor();
  await page.getByText("Last turned by Ines Duarte").waitFor();

  const table = await newsroom.open("lena");
  const order = async (): Promise<string[]> => {
    await table.goto(`/articles/${id}/claims?sort=score&desc=1`);
    await rows(table).first().waitFor();
    return rows(table).allTextContents();
  };
  const inTable = async () => (await order()).findIndex((line) => line.includes("$2 billion"));
  expect(await inTable()).toBeGreaterThan(before);
  await page.getByRole("button", { name: "Reset all" }).click();
  await page.getByRole("button", { name: "Reset all" }).waitFor({ state: "detached" });
  expect(await slider.inputValue()).toBe(usual);
  expect(await inTable()).toBe(before);
  await table.goto("/settings#weights");
  await table.getByText("States an amount of money").waitFor();
  expect(await table.getByRole("slider").count()).toBe(0);
});

test("an article without figures says so, whatever stands in the address; one of another newsroom is not there", async () => {
  const page = await newsroom.open("ana");
  const id = await importArticle(page, { title: "Nothing in it", text: "Nobody came to see the ferry again." });
  await page.goto(`/articles/${id}/figures?sort=%00&type=gold&page=-3&restated=7`);
  await page.getByText("No figures in this article yet").waitFor();
  browser.allow(/404/u);
  const answer = await page.goto("/articles/another-newsrooms/figures");
  expect(answer?.status()).toBe(404);
});

test("the figures and the weights are there for everybody: axe finds nothing serious, and nothing sticks out", async () => {
  const id = await article();
  const page = await newsroom.open("owner");
  const found: string[] = [];
  for (const address of [`/articles/${id}/figures?type=money`, "/settings#weights"]) {
    await page.goto(address);
    await page.locator("h1").waitFor();
    for (const width of [1440, 1024, 390]) {
      await lookAs(page, { width, height: 900, colorScheme: "light" });
      found.push(...(await seriousFindings(page)));
      expect(await sidewaysScroll(page)).toBe(0);
    }
    await lookAs(page, { width: 1440, height: 900, colorScheme: "dark" });
    found.push(...(await seriousFindings(page, "colours")));
  }
  expect(found).toEqual([]);
});
