import type { Page } from "playwright-core";
import { DEMO_ARTICLE } from "@/seeds/desk";
import { openBrowser, signInAs } from "../../support/browser";
import { addNote, importArticle, selectClaim } from "../../support/desk-screens";
import { openNewsroom } from "../../support/newsroom";

const browser = openBrowser();
const newsroom = openNewsroom(browser);

const TEXT = "The bridge cost $3 million, Mayor Joana Prado said. It opened in 1950.";
const text = (page: Page) => page.getByLabel("Text", { exact: true });
const says = (page: Page, words: string) => page.getByRole("alert").filter({ hasText: words }).first().waitFor();
const send = (page: Page) => page.getByRole("button", { name: "Import and find the claims" }).click();
const choose = (page: Page, name: string, buffer: Buffer) =>
  page.locator("input[type=file]").setInputFiles({ name, mimeType: "text/plain", buffer });

describe("an article that can't be taken", () => {
  test.each([
    ["is empty", "empty.txt", Buffer.alloc(0), "is empty"],
    ["is white space", "blank.txt", Buffer.from(" \n\t\n"), "holds no words"],
    ["is binary", "picture.txt", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]), "is not UTF-8"],
    ["holds zero bytes", "zero.txt", Buffer.from("The bridge\u0000cost"), "is a binary file"],
    ["is not UTF-8", "latin.txt", Buffer.from([0x43, 0x61, 0x66, 0xe9, 0x20, 0x6f]), "is not UTF-8"],
    ["has 5 MB", "long.txt", Buffer.alloc(5_000_000, "The bridge cost $3 million. "), "at most 4.0 MB"],
    ["has 20 MB", "huge.txt", Buffer.alloc(20_000_000, "a "), "at most 4 MB"],
  ])("because it %s is refused in a sentence; what was typed stays", async (_, name, bytes, words) => {
    const page = await newsroom.open("ana");
    await page.goto("/articles/import");
    await page.getByLabel("Byline").fill("Nadia Reyes");
    await text(page).fill(TEXT);
    await choose(page, name, bytes);
    await says(page, words);
    expect(await page.getByLabel("Byline").inputValue()).toBe("Nadia Reyes");
    expect(await text(page).inputValue()).toBe(TEXT);
  });

  test("because nothing but spaces was pasted, or too much, or a broken address and language", async () => {
    const page = await newsroom.open("ana");
    await page.goto("/articles/import");
    await page.getByLabel("Title").fill("The bridge");
    await text(page).fill("   ");
    await send(page);
    await page.getByText("The article is empty. Paste its text or choose a file.").first().waitFor();
    await text(page).fill("a ".repeat(1_200_000));
    await send(page);
    await page.getByText("The text is longer than 2,000,000 characters. Split it into parts.").first().waitFor();
    await text(page).fill("a ".repeat(2_500_000));
    await send(page);
    await page.getByText("The text is longer than 2,000,000 characters. Split it into parts.").first().waitFor();
    expect(await text(page).evaluate((area: HTMLTextAreaElement) => area.value.length)).toBe(5_000_000);
    await text(page).fill(TEXT);
    const address = `https://example.org/${"a".repeat(10_000)}`;
    await page.getByLabel("Address").fill(address);
    await page.getByLabel("Language").fill("English, mostly");
    await send(page);
    await page.getByText("At most 2,000 characters.").first().waitFor();
    await page.getByText("Give a language code such as en.").first().waitFor();
    expect(await page.getByLabel("Address").inputValue()).toBe(address);
    expect(await text(page).inputValue()).toBe(TEXT);
    expect(new URL(page.url()).pathname).toBe("/articles/import");
  });
});

/** Addresses of each kind for a set of ids. */
const addressesOf = (article: string, claim: string, source: string): readonly string[] => [
  `/articles/${article}`,
  `/articles/${article}?claim=${claim}`,
  `/articles/${article}/claims`,
  `/articles/${article}/ledger`,
  `/reports/${article}`,
  `/claims/${claim}`,
  `/sources/${source}`,
];

/** Ids of an article, a claim and a source that another newsroom has. */
async function foreignIds(): Promise<readonly [article: string, claim: string, source: string]> {
  const page = await browser.open();
  await signInAs(page, "viewer");
  await page.goto("/articles");
  const id = (address: string | null) => address?.split("/").at(-1)?.split("?")[0] ?? "";
  const article = id(await page.getByRole("link", { name: DEMO_ARTICLE.title }).first().getAttribute("href"));
  await page.goto("/claims?text=68+countries");
  const claim = id(
    await page
      .locator("[data-row]")
      .getByRole("link", { name: /68 countries/u })
      .first()
      .getAttribute("href"),
  );
  await page.goto("/sources");
  const source = id(
    await page
      .getByRole("link", { name: /invented for this demo/u })
      .first()
      .getAttribute("href"),
  );
  await page.goto(`/claims/${claim}`);
  await page.getByRole("heading", { name: /^Claim \d+$/u, level: 1 }).waitFor();
  return [article, claim, source];
}

test("what is in another newsroom and what is nowhere are the same page, for whoever is signed in", async () => {
  browser.allow(/status of 404/u);
  const foreign = await foreignIds();
  const page = await newsroom.open("ana");
  const shown = async (address: string): Promise<string> => {
    const answer = await page.goto(address);
    await page.getByRole("heading", { name: "There is nothing at this address" }).waitFor();
    return `${answer?.status()} ${await page.locator("main").innerText()}`;
  };
  const nowhere = await shown("/claims/nowhere");
  expect(nowhere).toMatch(/^404 /u);
  for (const address of [...addressesOf(...foreign), ...addressesOf("x", "' OR 1=1 --", "%00")]) {
    expect(`${address} ${await shown(address)}`).toBe(`${address} ${nowhere}`);
  }
  expect(await shown("/nowhere")).toMatch(/^404 /u);
  await page.getByRole("link", { name: "Go to the desk" }).click();
  await page.waitForURL(`${browser.url}/`);
  for (const article of [foreign[0], "nowhere"]) {
    const answer = await page.request.get(`/api/articles/${article}/report?format=json`);
    expect(answer.status()).toBe(404);
    expect(await answer.text()).not.toContain("Tillerson");
  }
});

test("an address of ten thousand characters is answered with a page", async () => {
  browser.allow(/status of 4\d\d/u);
  const page = await newsroom.open("lena");
  await page.goto(`/claims/${"a".repeat(10_000)}`);
  await page.getByRole("heading", { name: "There is nothing at this address" }).waitFor();
  await page.goto(`/claims?text=${"a".repeat(10_000)}`);
  await page.getByRole("heading", { name: "Claims", level: 1 }).waitFor();
});

test("a step on a claim that has moved on meanwhile is refused in a sentence, and the screen shows what stands", async () => {
  const [ana, marek] = [await newsroom.open("ana"), await newsroom.open("marek")];
  const article = await importArticle(ana, { title: "The bridge", text: TEXT });
  const claim = await selectClaim(ana, "$3 million");
  await marek.goto(`/claims/${claim}`);
  await marek.getByRole("button", { name: "Dismiss…" }).click();
  await ana.getByRole("button", { name: "Accept", exact: true }).click();
  await ana.getByRole("button", { name: "Start checking" }).waitFor();
  await marek.getByLabel("A word more").fill("Nobody remembers.");
  await marek.getByRole("button", { name: /Trivial$/u }).click();
  const message = marek.getByRole("region", { name: "Messages" });
  await message.getByText("The claim changed while you were reading. Ana Silva was quicker").waitFor();
  await marek.getByText("Open", { exact: true }).first().waitFor();
  expect(await marek.getByLabel("A word more").inputValue()).toBe("Nobody remembers.");
  expect(article).not.toBe("");
});

test("a setting that somebody else changed first is refused in a sentence, and the typed name stays", async () => {
  const [one, other] = [await newsroom.open("owner"), await newsroom.open("owner")];
  for (const page of [one, other]) await page.goto("/settings");
  const name = (page: Page) => page.locator("#newsroom").getByLabel("Name", { exact: true });
  await name(one).fill("The Quay Desk, renamed");
  await one.getByRole("button", { name: "Rename" }).click();
  await one
    .locator("#newsroom")
    .getByText(/^Saved/u)
    .waitFor();
  await name(other).fill("The Pier Desk");
  await other.getByRole("button", { name: "Rename" }).click();
  await other.locator("#newsroom").getByRole("alert").waitFor();
  expect(await name(other).inputValue()).toBe("The Pier Desk");
  await one.reload();
  expect(await name(one).inputValue()).toBe("The Quay Desk, renamed");
});

test("a note without a source, without a stance or with a broken address is sent back with a sentence at the field", async () => {
  const page = await newsroom.open("ana");
  await importArticle(page, { title: "The bridge", text: TEXT });
  await selectClaim(page, "1950");
  const form = page.getByRole("form", { name: "Add a source note" });
  await form.getByRole("radio", { name: "Supports" }).check();
  await form.getByLabel("Note").fill("The plaque says 1950.");
  await form.getByRole("button", { name: "Add source note" }).click();
  await form.getByRole("alert").waitFor();
  await form.getByLabel("Source", { exact: true }).fill("Plaque on the bridge");
  await form.getByLabel("Address").fill("javascript:alert(1)");
  await form.getByRole("button", { name: "Add source note" }).click();
  await form.getByText("Give a full web address that begins with http:// or https://.").first().waitFor();
  expect(await form.getByLabel("Note").inputValue()).toBe("The plaque says 1950.");
  await form.getByLabel("Address").fill("https://bridge.test/plaque");
  await addNote(page, { source: "Plaque on the bridge", words: "The plaque says 1950." });
});
