import type { Page } from "playwright-core";
import { loadReport } from "@/lib/reports/queries";
import { openBrowser } from "../support/browser";
import { saveReport } from "../support/desk-screens";
import { openNewsroom } from "../support/newsroom";

const browser = openBrowser();
const newsroom = openNewsroom(browser, { demoArticle: true });

const preview = (page: Page) => page.frameLocator("iframe");

/** Choose something in the row of options until the address says so: a click before the page's programs are there only marks it. */
async function choose(page: Page, act: () => Promise<void>, undo: () => Promise<void>, address: RegExp): Promise<void> {
  for (let tries = 0; tries < 20; tries++) {
    await act();
    const arrived = await page.waitForURL(address, { timeout: 1_500 }).then(
      () => true,
      () => false,
    );
    if (arrived) return;
    await undo();
  }
  throw new Error(`The address never became ${address}: ${page.url()}`);
}

const audience = (page: Page, name: "Public" | "Internal") => () => page.getByText(name, { exact: true }).click();

test("the report is for the public at first; chosen for the newsroom, its preview and its files hold what notes say", async () => {
  const page = await newsroom.open("ana");
  await page.goto(`/reports/${newsroom.articleId()}`);
  await page.getByText(/^May be passed on/u).waitFor();
  await preview(page).getByText("For the public").waitFor();
  const outward = (await saveReport(page, "json")).toString("utf8");
  expect(JSON.parse(outward)).toMatchObject({ audience: "public" });

  await choose(page, audience(page, "Internal"), audience(page, "Public"), /audience=internal/u);
  await page.getByText(/^Not to be passed on/u).waitFor();
  await preview(page).getByText("For the newsroom only").waitFor();
  const inward = JSON.parse((await saveReport(page, "json")).toString("utf8"));
  expect(inward).toMatchObject({ audience: "internal" });
  const notes = inward.claims.flatMap((claim: { notes: { note: string }[] }) => claim.notes.map(({ note }) => note));
  const words = notes.filter((note: string) => note !== "");
  expect(words.length).toBeGreaterThan(0);
  expect(words.filter((note: string) => outward.includes(note))).toEqual([]);
});

test("a filter is in the address, and is told on the screen, in the preview and in the file", async () => {
  const { signed: total } = (await loadReport(await newsroom.actor("lena"), newsroom.articleId())).whole;
  const page = await newsroom.open("lena");
  await page.goto(`/reports/${newsroom.articleId()}`);
  const box = page.getByRole("checkbox", { name: "Only signed off" });
  await choose(
    page,
    () => box.check(),
    () => box.uncheck(),
    /only=signed/u,
  );
  const told = new RegExp(`This report shows ${total} of \\d+ claims: only those signed off\\.`, "u");
  await page.getByText(told).waitFor();
  await preview(page).getByText(told).waitFor();
  const saved = JSON.parse((await saveReport(page, "json")).toString("utf8"));
  expect(saved.selection).toMatchObject({ shown: total, only: { signed: true } });
  await page.getByRole("link", { name: "Show all claims" }).click();
  await page.waitForURL((url) => !url.search.includes("only="));
  await page.getByText(told).waitFor({ state: "hidden" });
});

test("the labels change their language, and the claims don't", async () => {
  const page = await newsroom.open("lena");
  await page.goto(`/reports/${newsroom.articleId()}?language=de`);
  await preview(page).getByText("Faktencheck-Bericht").waitFor();
  await preview(page).getByRole("heading", { name: "Die Behauptungen" }).waitFor();
  expect(await preview(page).locator("html").getAttribute("lang")).toBe("de");
  const saved = (await saveReport(page, "md")).toString("utf8");
  expect(saved).toContain("Freigegeben von");
  expect(saved).toContain("interim zones of stability");
});

test("claims are chosen by number, state, verdict and speaker, and what can't be read is said with what was typed", async () => {
  const page = await newsroom.open("lena");
  const article = newsroom.articleId();
  await page.goto(`/reports/${article}?numbers=9-2`);
  await page.getByText("Write numbers of claims as ranges, such as 1-12, 40.").waitFor();
  await page.goto(`/reports/${article}`);
  const panel = page.getByLabel("Numbers");
  for (let tries = 0; !(await panel.isVisible()) && tries < 40; tries++) {
    await page.getByRole("button", { name: /^Claims/u }).click();
    await panel.waitFor({ timeout: 500 }).catch(() => undefined);
  }
  await panel.fill("1-3");
  await page.getByRole("button", { name: "Show these claims" }).click();
  await page.waitForURL(/numbers=1-3/u);
  await page.getByText(/only those with the numbers 1–3\./u).waitFor();
  await preview(page)
    .getByText(/only those with the numbers 1–3\./u)
    .waitFor();
});
