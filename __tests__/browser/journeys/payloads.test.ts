import type { Page } from "playwright-core";
import { openBrowser } from "../../support/browser";
import { addNote, importArticle, inspector, openPalette, saveReport, selectClaim } from "../../support/desk-screens";
import { openNewsroom } from "../../support/newsroom";

const browser = openBrowser();
const newsroom = openNewsroom(browser);

/** Where a picture of a payload would be asked for, if it were one. */
const BAIT = "/bait-for-payloads";

/** Words that are a formula to a spreadsheet and, wherever they are not escaped, markup and script to a browser. */
const short = (name: string): string => `=${name}"'><img src=${BAIT} onerror=ran=1>`;
const long = (name: string): string =>
  `=1+1+cmd|'${name}'!A0 "'\`><script>window.ran=1</script></title></textarea><svg onload=window.ran=1>${"{{7*7}}"}` +
  ` <a href="javascript:window.ran=1">x</a> [x](javascript:window.ran=1) ${short(name)}`;

const TEXT = `${long("text")}

The harbour bridge cost $3 million, Mayor Joana Prado said on Tuesday.

The ferry carried 40,000 passengers in 2016.

The tower is 90 metres high, the tallest in the region.
`;

let article = "";
const requests: string[] = [];

/** Note what a payload would ask for. */
function watch(page: Page): Page {
  page.context().on("request", (request) => {
    if (request.url().includes(BAIT)) requests.push(request.url());
  });
  return page;
}

/** Tell whether a script of a payload ran in the page or in one of its frames that may run scripts. */
async function ran(page: Page): Promise<boolean> {
  return page.evaluate(() => "ran" in window);
}

const saved = (page: Page, place: string) =>
  page
    .locator(place)
    .getByText(/^Saved/u)
    .waitFor();
const region = (page: Page, name: string) => inspector(page).getByRole("region", { name });

afterEach(() => expect(requests).toEqual([]));

test("the payloads do run where nothing is escaped, so these tests can fail", async () => {
  const page = await browser.open();
  await page.setContent(short("control"));
  await page.waitForFunction(() => "ran" in window);
  await page.setContent(long("control"));
  await page.waitForFunction(() => "ran" in window);
});

test("the settings take hostile names and labels as words", async () => {
  const owner = watch(await newsroom.open("owner"));
  await owner.goto("/settings");
  await owner.locator("#newsroom").getByLabel("Name", { exact: true }).fill(short("newsroom"));
  await owner.getByRole("button", { name: "Rename" }).click();
  await saved(owner, "#newsroom");
  await owner.getByLabel("Label of Confirmed").fill(short("label"));
  await owner.locator("#verdicts input[aria-label^='Meaning']").first().fill(long("meaning").slice(0, 300));
  await owner.getByRole("button", { name: "Save scale" }).click();
  await saved(owner, "#verdicts");
  for (const who of ["owner", "ana", "marek", "tom"] as const) {
    const page = watch(await newsroom.open(who));
    await page.goto("/settings");
    await page.locator("#me").getByLabel("Name", { exact: true }).fill(short(who));
    await page.locator("#me").getByRole("button").first().click();
    await saved(page, "#me");
    await page.reload();
    await page.getByText(short(who)).first().waitFor();
    expect(await ran(page)).toBe(false);
  }
});

test("an article, its claims, notes, verdicts and reasons take them too", async () => {
  const ana = watch(await newsroom.open("ana"));
  const details = { title: long("title").slice(0, 490), byline: short("byline"), publisher: short("publisher") };
  article = await importArticle(ana, { ...details, text: TEXT, url: `https://x.test/?q="><script>ran=1</script>` });
  const address = await selectClaim(ana, "bridge cost $3 million");
  const said = region(ana, "What is said");
  await said.getByRole("button", { name: "Edit", exact: true }).click();
  await said.getByLabel("Wording", { exact: true }).fill(long("wording"));
  await said.getByLabel("Said by").fill(short("speaker"));
  await said.getByLabel("Title").fill(short("office"));
  await said.getByLabel("According to").fill(short("reporter"));
  await said.getByRole("button", { name: "Save", exact: true }).click();
  await said.getByText(long("wording"), { exact: true }).first().waitFor();

  const tom = watch(await newsroom.open("tom"));
  await tom.goto(`/articles/${article}?claim=${address}`);
  const form = tom.getByRole("form", { name: "Add a source note" });
  await form.getByLabel("Publisher").fill(short("press"));
  await form.getByLabel("Page or time").fill(short("locator"));
  for (const scheme of ["javascript:window.ran=1", "data:text/html,<script>ran=1</script>", "vbscript:ran"]) {
    await form.getByLabel("Source", { exact: true }).fill(short("source"));
    await form.getByRole("radio", { name: "Supports" }).check();
    await form.getByLabel("Address").fill(scheme);
    await form.getByRole("button", { name: "Add source note" }).click();
    await form.getByText("Give a full web address that begins with http:// or https://.").first().waitFor();
    expect(await form.getByLabel("Address").inputValue()).toBe(scheme);
  }
  await form.getByLabel("Address").fill(`https://source.test/"onmouseover="ran=1"><script>ran=1</script>`);
  await addNote(tom, { source: short("source"), words: long("note"), quote: long("quote") });

  await ana.goto(`/articles/${article}?claim=${address}`);
  await ana.getByRole("radio", { name: short("label") }).check();
  await ana.getByLabel("Explanation").fill(long("explanation"));
  await ana.getByRole("button", { name: "Propose verdict" }).click();
  await region(ana, "Who stands for it").getByText(short("ana")).waitFor();

  const marek = watch(await newsroom.open("marek"));
  await marek.goto(`/articles/${article}?claim=${address}`);
  await marek.getByRole("button", { name: "Send back…" }).click();
  await marek.getByLabel("What is missing?").fill(long("send back"));
  await marek.getByRole("button", { name: "Send back", exact: true }).click();
  await region(marek, "Who stands for it").getByText(long("send back"), { exact: true }).waitFor();

  await selectClaim(ana, "40,000 passengers");
  await ana.getByRole("button", { name: "Dismiss…" }).click();
  await ana.getByLabel("A word more").fill(long("dismissed"));
  await ana.getByRole("button", { name: /Trivial$/u }).click();
  await region(ana, "Who stands for it").getByText(long("dismissed")).waitFor();

  const owner = watch(await newsroom.open("owner"));
  await owner.goto(`/articles/${article}`);
  await selectClaim(owner, "90 metres high");
  await owner.getByRole("button", { name: "Accept", exact: true }).click();
  await owner.getByRole("radio", { name: "On the author's word" }).check();
  await owner.getByLabel("Why the author’s word is enough").fill(long("author"));
  await owner.getByRole("button", { name: "Propose verdict" }).click();
  await owner.getByRole("button", { name: "Sign off past four eyes…" }).first().click();
  await owner.getByLabel("Why without a second person?").fill(long("override"));
  await owner.getByRole("button", { name: "Sign off past four eyes", exact: true }).click();
  await region(owner, "Who stands for it").getByText(long("override")).waitFor();
  await owner.getByRole("button", { name: "Reopen…" }).click();
  await owner.getByLabel("Why open it again?").fill(long("reopen"));
  await owner.getByRole("button", { name: "Reopen", exact: true }).click();
  await inspector(owner).getByText(long("reopen")).first().waitFor();
  for (const page of [ana, tom, marek, owner]) expect(await ran(page)).toBe(false);
});

test("a source takes them, and a half-written form brings them back after a reload", async () => {
  const page = watch(await newsroom.open("tom"));
  await page.goto("/sources?add=1");
  await page.getByLabel("Title, or the person’s name").fill(long("book"));
  await page.getByLabel("Publisher").fill(short("printer"));
  await page.getByText("Draft kept").waitFor();
  await page.reload();
  await page.getByText("Draft kept").waitFor();
  expect(await page.getByLabel("Publisher").inputValue()).toBe(short("printer"));
  await page.getByRole("button", { name: "Add source" }).click();
  await page.getByRole("heading", { level: 1, name: long("book") }).waitFor();
  expect(await ran(page)).toBe(false);
});

test("every screen shows them as words, runs nothing and asks for nothing", async () => {
  const page = watch(await newsroom.open("ana"));
  await page.goto("/claims");
  const claims = await page
    .locator("[data-row] a[href^='/claims/']")
    .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
  expect(claims.length).toBeGreaterThan(2);
  await page.goto("/sources");
  const sources = await page
    .locator("main a[href^='/sources/']")
    .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
  const inGalley = claims.map((address) => address.replace("/claims/", `/articles/${article}?claim=`));
  const search = `?text=${encodeURIComponent(long("search").slice(0, 190))}&speaker=${encodeURIComponent(short("x"))}`;
  const title = long("title").slice(0, 490).trim();
  const screens: readonly (readonly [address: string, shows: string])[] = [
    ["/", title],
    ["/articles", title],
    [`/articles/${article}`, title],
    ...inGalley.map((address) => [address, title] as const),
    ["/claims", long("wording")],
    [`/claims${search}`, "Claims"],
    [`/articles/${article}/claims`, long("wording")],
    ...claims.map((address) => [address, title] as const),
    ["/sources", long("book")],
    ...sources.map((address) => [address, "Sources"] as const),
    ["/reports", title],
    [`/reports/${article}`, title],
    [`/articles/${article}/ledger`, title],
    ["/settings", short("tom")],
  ];
  for (const [address, shows] of screens) {
    await page.goto(address);
    await page.getByRole("heading", { level: 1 }).first().waitFor();
    await page.getByText(shows).first().waitFor();
    expect(`${address} ${await ran(page)}`).toBe(`${address} false`);
  }
});

test("the palette, filters and messages show them as words", async () => {
  const page = watch(await newsroom.open("ana"));
  await page.goto("/claims");
  await page.getByRole("button", { name: "Speaker" }).click();
  await page.getByRole("dialog", { name: "Speaker" }).getByText(short("speaker")).first().waitFor();
  await page.keyboard.press("Escape");
  await openPalette(page);
  await page.keyboard.type("cmd|'wording'");
  await page
    .getByRole("option", { name: /cmd\|'wording'/u })
    .first()
    .waitFor();
  expect(await ran(page)).toBe(false);
});

/** Read CSV as RFC 4180 has it, every cell quoted. */
const cellsOf = (csv: string): readonly string[] =>
  [...csv.matchAll(/"((?:[^"]|"")*)"/gu)].map(([, cell = ""]) => cell.replaceAll('""', '"'));

test("no format of the report runs them, and none loses a character of them", async () => {
  const page = watch(await newsroom.open("lena"));
  await page.goto(`/reports/${article}?audience=internal`);
  await page.frameLocator("iframe").getByText(long("note")).first().waitFor();
  const [html = "", md = "", csv = "", json = ""] = await Promise.all(
    (["html", "md", "csv", "json"] as const).map(async (format) => {
      const answer = await page.request.get(`/api/articles/${article}/report?format=${format}&audience=internal`);
      return answer.text();
    }),
  );
  expect((await saveReport(page, "html")).toString("utf8")).toBe(html);

  const words = ["wording", "note", "quote", "explanation", "send back", "dismissed", "reopen"].map(long);
  const names = ["byline", "publisher", "speaker", "source", "locator", "label", "ana", "tom"].map(short);
  const report = JSON.stringify(JSON.parse(json));
  const missing = [...words, ...names].filter((each) => !report.includes(JSON.stringify(each).slice(1, -1)));
  expect(missing).toEqual([]);

  // Outside the product, where no policy protects the reader.
  const outside = watch(await browser.open());
  await outside.setContent(html);
  for (const each of [long("wording"), long("note"), long("explanation"), short("source")]) {
    await outside.getByText(each).first().waitFor({ state: "attached" });
  }
  expect(await ran(outside)).toBe(false);
  expect(await outside.locator("script, iframe, object, embed, [onerror], [onload], [onmouseover]").count()).toBe(0);
  const links = await outside.locator("[href]").evaluateAll((all) => all.map((one) => one.getAttribute("href") ?? ""));
  expect(links.filter((href) => !/^(?:#|https?:)/u.test(href))).toEqual([]);

  const unescaped = md.replace(/\\./gu, "");
  expect(unescaped).not.toMatch(/<(?:script|img|svg|a|\/textarea|\/title)\b/iu);
  expect(unescaped).not.toMatch(/\]\(\s*javascript:/iu);

  const cells = cellsOf(csv);
  expect(cells.filter((cell) => /^\s*[=+\-@]/u.test(cell))).toEqual([]);
  expect(cells).toContain(`'${long("wording")}`);
  expect(cells).toContain(`'${long("explanation")}`);
});
