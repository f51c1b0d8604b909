import { readFileSync } from "node:fs";
import path from "node:path";
import type { Page } from "playwright-core";
import { openBrowser } from "../../support/browser";
import { addNote, inspector, selectClaim } from "../../support/desk-screens";
import { openNewsroom } from "../../support/newsroom";
import { startWebServer, type WebServer } from "../../support/web-server";

const browser = openBrowser();
const newsroom = openNewsroom(browser, { demoArticle: true });
let web: WebServer;

const CLAIM = "The coalition has pledged more than $2 billion";
const QUOTE = "donors of the coalition have pledged $2 billion for the stabilisation of the region";

/** A page that says how much was pledged, and tries to run a script and to load a picture. */
const pledges = (amount: string) => `<!doctype html><html lang="en"><head><title>Pledges for 2017</title>
<script>fetch("${web.origin}/ran"); document.title = "ran"</script></head>
<body><article><h1>Pledges for 2017</h1>
<p>By the end of March the donors of the coalition have pledged ${amount} for the stabilisation of the region, the secretariat counted.</p>
<p>The conference was held in Washington on a Wednesday, and delegates of sixty-eight governments and organisations took part in it.</p>
<img src="${web.origin}/seen.png" alt=""></article></body></html>`;

beforeAll(async () => {
  web = await startWebServer();
  web.page("/pledges", pledges("$2 billion"));
});
afterAll(() => web.close());

const note = (page: Page) => page.getByRole("region", { name: "What we found" });
const addressOf = (page: Page) => new URL(page.url()).pathname;

test("a web source on the $2 billion claim is copied, its quote is marked there, and a change of the page asks for a look", async () => {
  // The browser says in its console what it keeps the page from.
  browser.allow(/Blocked script execution|Loading the image .*violates|\/seen\.png/u);
  const page = await newsroom.open("tom");
  await page.goto(`/articles/${newsroom.articleId()}`);
  await page.locator("[data-placed]").waitFor();
  const claimId = await selectClaim(page, CLAIM);

  // The note brings its source along; the source is copied by itself.
  const form = page.getByRole("form", { name: "Add a source note" });
  await form.getByLabel("Source", { exact: true }).fill("Pledges by donor");
  await form.getByLabel("Address").fill(`${web.origin}/pledges`);
  await form.getByRole("radio", { name: "Supports" }).check();
  await form.getByLabel("Quoted passage").fill(QUOTE);
  await form.getByRole("button", { name: "Add source note" }).click();
  await inspector(page).getByRole("link", { name: "Pledges by donor" }).first().click();
  await page.waitForURL(/\/sources\/[a-z0-9]+$/u);
  const source = addressOf(page);

  // The page shows by itself how far it has come.
  await page.getByRole("link", { name: "Web page" }).click();
  await page.waitForURL(/\/snapshots\//u);
  const mark = page.locator("mark");
  await mark.waitFor();
  expect((await mark.textContent())?.trim()).toBe(QUOTE);
  await page.getByRole("link", { name: /^Quoted for claim \d+/u }).waitFor();

  // The page as it came is shown, and nothing of it runs or loads.
  await page.getByText("The page as it came, without its scripts").click();
  const frame = page.frameLocator("iframe");
  await frame.getByRole("heading", { name: "Pledges for 2017" }).waitFor();
  expect(await frame.locator("title").textContent()).toBe("Pledges for 2017");
  const file = await page.request.get((await page.locator("iframe").getAttribute("src")) ?? "");
  expect(file.headers()).toMatchObject({
    "content-type": "text/html; charset=utf-8",
    "x-content-type-options": "nosniff",
    "content-security-policy": expect.stringMatching(/^sandbox; default-src 'none'/u),
  });
  expect(web.visits).toEqual(["/pledges"]);

  // On the claim the note says where its quote stands, and leads there.
  await page.goto(`/claims/${claimId}`);
  await note(page).getByText("Quote found in").waitFor();
  await note(page)
    .getByRole("link", { name: /^the copy of/u })
    .click();
  await page.waitForURL(/\/snapshots\/.+#quote-/u);

  // The page says something else now.
  web.page("/pledges", pledges("$3 billion"));
  await page.goto(source);
  await page.getByRole("button", { name: "Fetch again" }).click();
  await page.getByRole("link", { name: "Web page" }).nth(1).waitFor();

  // The claim asks for a look: on the desk of who may decide, in the article, and beside the note.
  const ana = await newsroom.open("ana");
  await ana.goto("/");
  const waits = ana.getByRole("region", { name: "Waits on you" });
  await waits.getByText("A quote changed in its source: $2 billion became $3 billion").waitFor();
  await ana.goto(`/articles/${newsroom.articleId()}`);
  const list = ana.getByRole("region", { name: "Quotes that changed in their source" });
  await list.getByText("$3 billion").waitFor();
  await ana.goto(`/claims/${claimId}`);
  await note(ana).getByText("Not as quoted in").waitFor();
  await note(ana).getByText("$3 billion").waitFor();
  await note(ana).getByRole("button", { name: "I have looked" }).click();
  // While it is sent the button has no name; its words go when the answer is there.
  await note(ana).getByText("I have looked").waitFor({ state: "detached" });
  await ana.goto("/");
  await ana.getByRole("heading", { name: "Desk" }).waitFor();
  expect(await ana.getByText("A quote changed in its source").count()).toBe(0);
});

test("a file is uploaded and read, one that is no evidence is refused in a sentence, and a viewer can only read", async () => {
  const page = await newsroom.open("tom");
  await page.goto("/sources");
  await page.goto(`/articles/${newsroom.articleId()}`);
  await page.locator("[data-placed]").waitFor();
  await selectClaim(page, CLAIM);
  const form = page.getByRole("form", { name: "Add a source note" });
  await form.getByLabel("Source", { exact: true }).fill("Minutes of the conference");
  await form.getByRole("radio", { name: "Supports" }).check();
  await form.getByLabel("Quoted passage").fill("sixty-eight governments took part");
  await form.getByRole("button", { name: "Add source note" }).click();
  await inspector(page).getByRole("link", { name: "Minutes of the conference" }).first().click();
  await page.waitForURL(/\/sources\/[a-z0-9]+$/u);
  const source = addressOf(page);
  const choose = (name: string, buffer: Buffer) =>
    page.getByLabel("File to upload").setInputFiles({ name, mimeType: "application/pdf", buffer });
  await choose("minutes.pdf", Buffer.concat([Buffer.from("\x7fELF\x02\x01\x01", "latin1"), Buffer.alloc(64)]));
  await page.getByText("This file is of the type application/x-elf.").first().waitFor();
  await choose(
    "minutes.txt",
    Buffer.from("Minutes.\n\nIn all, sixty-eight governments took part in the conference.\n"),
  );
  await page.getByRole("link", { name: "minutes.txt" }).click();
  await page.locator("mark").waitFor();
  expect(await page.locator("mark").textContent()).toBe("sixty-eight governments took part");
  const lena = await newsroom.open("lena");
  await lena.goto(source);
  await lena.getByRole("link", { name: "minutes.txt" }).waitFor();
  expect(await lena.getByRole("button", { name: "Upload a file" }).count()).toBe(0);
});

/** Select words of a copy's text by a range, as a hand does. */
const selectIn = (page: Page, words: string) =>
  page.evaluate((wanted) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(wanted) ?? -1;
      if (at < 0 || node.parentElement?.closest("script")) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + wanted.length);
      const selection = window.getSelection();
      selection?.removeAllRanges();
      selection?.addRange(range);
      return;
    }
    throw new Error(`“${wanted}” is not on this page.`);
  }, words);

test("words selected in a copy become the quote of a note, with their page and their source", async () => {
  const page = await newsroom.open("tom");
  await page.goto(`/articles/${newsroom.articleId()}`);
  await page.locator("[data-placed]").waitFor();
  const claimId = await selectClaim(page, CLAIM);
  await addNote(page, { source: "Annual report of the fund", words: "See the report." });
  await inspector(page).getByRole("link", { name: "Annual report of the fund" }).first().click();
  await page.waitForURL(/\/sources\/[a-z0-9]+$/u);
  const buffer = readFileSync(path.resolve(__dirname, "../../fixtures/documents/pages.pdf"));
  await page.getByLabel("File to upload").setInputFiles({ name: "report.pdf", mimeType: "application/pdf", buffer });
  await page.getByRole("link", { name: "report.pdf" }).click();
  await page.getByText("66 countries are members").waitFor();
  const bar = page.getByRole("toolbar", { name: "Selected words" });
  // The page may still be loading its scripts: the bar is there once they look at what is selected.
  for (let shown = false; !shown; ) {
    await selectIn(page, "A total of 66 countries are members");
    shown = await bar.waitFor({ timeout: 2_000 }).then(
      () => true,
      () => false,
    );
  }
  await bar.getByRole("link", { name: /^Claim \d+$/u }).click();
  await page.waitForURL(new RegExp(`/claims/${claimId}#note-form$`, "u"));
  const form = page.getByRole("form", { name: "Add a source note" });
  expect(await form.getByLabel("Quoted passage").inputValue()).toBe("A total of 66 countries are members");
  expect(await form.getByLabel("Page or time").inputValue()).toBe("p. 2");
  await form.getByRole("radio", { name: "Context" }).check();
  await form.getByRole("button", { name: "Add source note" }).click();
  await note(page).getByText("Quote found in").waitFor();
  await note(page)
    .getByRole("link", { name: /, p\. 2$/u })
    .waitFor();
});
