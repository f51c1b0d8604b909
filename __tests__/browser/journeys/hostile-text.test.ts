import type { Page } from "playwright-core";
import { changeScale, renameNewsroom } from "@/lib/people/commands";
import { loadSettings } from "@/lib/people/queries";
import { findActor } from "@/lib/platform/actor";
import { execute } from "@/lib/platform/command";
import { db } from "@/lib/platform/db";
import { openBrowser } from "../../support/browser";
import { addNote, importArticle, inspector, proposeVerdict, saveReport, selectClaim } from "../../support/desk-screens";
import { openNewsroom } from "../../support/newsroom";

jest.setTimeout(180_000);

const browser = openBrowser();
const newsroom = openNewsroom(browser);

/** Breaks out of text, of an attribute and of a script, and is a formula besides. */
const hostile = (field: string): string =>
  `=1+1|${field}"'></textarea></title></script><script>window.ran=1</script><img src=x onerror="window.ran=1"><svg onload=window.ran=1>{{7*7}}`;

const TEXT = `The council paid $40 million for the bridge in 2024, said <b onmouseover=window.ran=1>Mayor</b> Joana Prado.

<script>window.ran=1</script> The port has 12,000 workers."><img src=x onerror=window.ran=1>`;

let page: Page;
let article = "";
let claim = "";

beforeEach(async () => {
  page = await newsroom.open("ana");
});

/** Give the newsroom and its first verdict hostile names, through the commands that the settings page posts. */
async function nameHostile(): Promise<void> {
  const owner = await findActor(db(), newsroom.person("owner").userId);
  if (!owner) throw new Error("The newsroom has no owner.");
  const { newsroom: before } = await loadSettings(owner);
  const name = `"><img src=x onerror=ran()><script>ran()</script>`;
  expect(await execute(renameNewsroom, owner, { rev: before.rev, name })).toMatchObject({ ok: true });
  const [first, ...others] = before.scale;
  const scale = [{ ...first, label: `"><b onclick=ran()>Confirmed`, meaning: hostile("meaning") }, ...others];
  expect(await execute(changeScale, owner, { rev: before.rev + 1, scale })).toMatchObject({ ok: true });
}

/** Tell whether anything of the hostile text ran or became markup. */
async function harmless(): Promise<void> {
  const found = await page.evaluate(() => ({
    ran: "ran" in window,
    images: document.querySelectorAll('img[src="x"], img[onerror], svg[onload], [onmouseover], [onclick]').length,
  }));
  expect({ at: page.url(), ...found }).toEqual({ at: page.url(), ran: false, images: 0 });
}

test("hostile text can be typed into every field of the check", async () => {
  await nameHostile();
  article = await importArticle(page, {
    title: hostile("title"),
    byline: hostile("byline"),
    publisher: hostile("publisher"),
    text: TEXT,
    publishedOn: "2024-05-07",
  });
  await harmless();
  claim = await selectClaim(page, "$40 million");
  await inspector(page).getByRole("button", { name: "Edit", exact: true }).click();
  await page.getByLabel("Wording").fill(hostile("wording"));
  await page.getByLabel("Said by").fill(hostile("speaker").slice(0, 190));
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await inspector(page).getByText(hostile("wording")).first().waitFor();
  await addNote(page, { source: hostile("source"), words: hostile("note"), quote: hostile("quote") });
  await proposeVerdict(page, `"><b onclick=ran()>Confirmed`, hostile("explanation"));
  await harmless();
});

test("an address that is a script is refused at its field", async () => {
  await page.goto(`/claims/${claim}`);
  const form = page.getByRole("form", { name: "Add a source note" });
  await form.getByLabel("Source", { exact: true }).fill("A page");
  await form.getByLabel("Address").fill("javascript:window.ran=1");
  await form.getByRole("radio", { name: "Supports" }).check();
  await form.getByLabel("Note").fill("Looked.");
  await form.getByRole("button", { name: "Add source note" }).click();
  await page
    .getByText(/http:\/\/ or https:\/\//u)
    .first()
    .waitFor();
  await harmless();
});

test("no screen runs it: each shows it letter by letter", async () => {
  const screens = ["/", "/articles", `/articles/${article}`, `/articles/${article}?claim=${claim}`, "/claims"];
  screens.push(`/articles/${article}/claims`, `/claims/${claim}`, "/sources", "/reports", `/reports/${article}`);
  screens.push(
    `/articles/${article}/ledger`,
    "/settings",
    `/claims?text=${encodeURIComponent(hostile("x").slice(0, 90))}`,
  );
  for (const screen of screens) {
    await page.goto(screen);
    await page.getByRole("heading", { level: 1 }).waitFor();
    await harmless();
  }
  await page.goto(`/claims/${claim}`);
  await page.getByText(hostile("wording")).first().waitFor();
  await page.goto("/sources");
  await page
    .getByRole("link", { name: hostile("source") })
    .first()
    .click();
  await page.waitForURL(/\/sources\/[a-z0-9]+$/u);
  await page.getByText(hostile("source")).first().waitFor();
  await harmless();
});

test("no report runs it either: markup, formulas and control characters are written as text", async () => {
  await page.goto(`/reports/${article}`);
  const preview = page.frameLocator("iframe");
  await preview.getByText(hostile("note")).first().waitFor();
  const html = (await saveReport(page, "html")).toString("utf8");
  expect(html).not.toMatch(/<(script|img|svg onload|b on)/iu);
  expect(html).toContain("&lt;script&gt;");
  const markdown = (await saveReport(page, "md")).toString("utf8");
  expect(markdown).not.toMatch(/(^|[^\\])<(script|img|svg)/iu);
  const csv = (await saveReport(page, "csv")).toString("utf8");
  expect(csv).not.toMatch(/(^|[,\n])"?=/u);
  const json = JSON.parse((await saveReport(page, "json")).toString("utf8"));
  expect(JSON.stringify(json)).toContain("=1+1|note");
});
