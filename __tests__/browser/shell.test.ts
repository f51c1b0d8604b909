import { readFileSync } from "node:fs";
import type { AxeResults } from "axe-core";
import type { Page } from "playwright-core";
import { openBrowser } from "../support/browser";
import { openPalette } from "../support/desk-screens";
import { type Desk, openNewsroom } from "../support/newsroom";

const browser = openBrowser();
const newsroom = openNewsroom(browser, { demoArticle: true });
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const SIZES = [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
  { width: 390, height: 844 },
] as const;

/** Return what axe finds serious or worse on the page. */
async function seriousFindings(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe);
  const results = await page.evaluate(() =>
    (window as unknown as { axe: { run: () => Promise<AxeResults> } }).axe.run(),
  );
  return results.violations
    .filter((violation) => violation.impact === "serious" || violation.impact === "critical")
    .map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.html).join(" ")}`);
}

const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Fill in the sign-in form as somebody of the newsroom. */
async function fillSignIn(page: Page, who: Desk, password = newsroom.person(who).password): Promise<void> {
  await page.getByLabel("E-mail").fill(newsroom.person(who).email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

test("whoever is signed out signs in and is back where they were going", async () => {
  const page = await browser.open();
  await page.goto("/settings?part=2");
  expect(new URL(page.url()).pathname).toBe("/sign-in");
  await fillSignIn(page, "ana");
  await page.waitForURL("**/settings?part=2");
  await page.getByRole("heading", { name: "Settings", level: 1 }).waitFor();
});

test("the sign-in page works without scripts, and a wrong password keeps the address", async () => {
  const page = await browser.open({ javaScriptEnabled: false });
  await page.goto("/sign-in");
  await fillSignIn(page, "ana", "not the password");
  await page.getByRole("alert").filter({ hasText: "don't fit together" }).waitFor();
  expect(await page.getByLabel("E-mail").inputValue()).toBe(newsroom.person("ana").email);
  await page.getByLabel("Password").fill(newsroom.person("ana").password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL(`${browser.url}/`);
});

test("a way back to another site is not taken", async () => {
  const page = await browser.open();
  await page.goto("/sign-in?next=//evil.example/");
  expect(await page.locator("[name=next]").inputValue()).toBe("/");
});

test("the palette finds the two billion dollar claim from anywhere, by keyboard alone", async () => {
  const page = await newsroom.open("tom");
  await page.goto("/settings");
  await openPalette(page);
  await page.keyboard.type("2 billion");
  await page
    .getByRole("option", { name: /2 billion/ })
    .first()
    .waitFor();
  await page.keyboard.press("Enter");
  await page.waitForURL("**/claims/*");
});

test("keys go from screen to screen, the map lists them, and typing is left alone", async () => {
  const page = await newsroom.open("ana");
  await page.goto("/");
  await page.keyboard.press("?");
  const map = page.getByRole("dialog", { name: "Keyboard" });
  await map.getByText("Search, or go anywhere").waitFor();
  await page.keyboard.press("Escape");
  await map.waitFor({ state: "hidden" });
  await page.keyboard.press("g");
  await page.keyboard.press(",");
  await page.waitForURL("**/settings");
  const name = page.locator("#me").getByLabel("Name", { exact: true });
  await name.fill("");
  await name.pressSequentially("g d?");
  expect(await name.inputValue()).toBe("g d?");
  expect(new URL(page.url()).pathname).toBe("/settings");
});

test("the theme someone chooses is there at once and after a reload", async () => {
  const page = await newsroom.open("lena", { colorScheme: "light" });
  await page.goto("/");
  await page.getByRole("button", { name: /^Account/ }).click();
  await page.getByRole("menuitemradio", { name: "Dark" }).click();
  await page.waitForFunction(() => document.documentElement.dataset.theme === "dark");
  await page.waitForFunction(() => document.cookie.includes("theme=dark"));
  await page.reload();
  expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe("dark");
});

test("a form whose session ended keeps its words, and saves them after signing in again", async () => {
  const page = await newsroom.open("lena");
  await page.goto("/settings");
  const name = page.locator("#me").getByLabel("Name", { exact: true });
  await name.fill("Lena Vogt-Reyes");
  await page.context().clearCookies();
  await page.locator("#me").getByRole("button", { name: "Save" }).click();
  await page.getByRole("alert").filter({ hasText: "Your session has ended" }).waitFor();
  expect(await name.inputValue()).toBe("Lena Vogt-Reyes");
  await page.getByRole("link", { name: "Sign in again" }).click();
  await fillSignIn(page, "lena");
  await page.waitForURL("**/settings");
  await page.locator("#me").getByText("Draft kept").waitFor();
  expect(await name.inputValue()).toBe("Lena Vogt-Reyes");
  await page.locator("#me").getByRole("button", { name: "Save" }).click();
  await page.getByRole("button", { name: /^Account: Lena Vogt-Reyes/ }).waitFor();
});

test("tooltips, menus and panels open within the content policy", async () => {
  const page = await newsroom.open("owner", { viewport: { width: 1024, height: 768 } });
  await page.goto("/settings");
  await page.getByRole("link", { name: "Claims" }).hover();
  await page.getByRole("tooltip").waitFor();
  await page.getByRole("button", { name: "Remove…" }).first().click();
  await page.getByRole("dialog", { name: /^Remove/ }).waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("dialog", { name: /^Remove/ }).waitFor({ state: "hidden" });
});

test("an admin's invitation link brings a newcomer in, once", async () => {
  const owner = await newsroom.open("owner");
  await owner.goto("/settings");
  await owner.locator("#members").getByLabel("As").selectOption("viewer");
  await owner.getByRole("button", { name: "Make link" }).click();
  const link = await owner.getByLabel("Invitation link").inputValue();
  const newcomer = await browser.open();
  await newcomer.goto(link);
  await newcomer.getByRole("heading", { name: "Join The Quay Desk" }).waitFor();
  await newcomer.getByLabel("Your name").fill("Noor Haddad");
  await newcomer.getByLabel("E-mail").fill("noor@claimdesk.test");
  await newcomer.getByLabel("Password").fill("a long enough password");
  await newcomer.getByRole("button", { name: "Join" }).click();
  await newcomer.waitForURL(`${browser.url}/`);
  await newcomer.getByRole("button", { name: /^Account: Noor Haddad/ }).waitFor();
  const latecomer = await browser.open();
  await latecomer.goto(link);
  await latecomer.getByRole("heading", { name: "This invitation can't be used" }).waitFor();
});

test("a half-edited verdict scale survives a reload and is saved as it was left", async () => {
  const page = await newsroom.open("owner");
  await page.goto("/settings");
  await page.getByLabel("Meaning of Confirmed").fill("Borne out by the sources.");
  await page.getByRole("button", { name: "Move Corrected up" }).click();
  await page.getByText("Draft kept").waitFor();
  await page.reload();
  const labels = page.locator("#verdicts input[data-label]");
  await page.waitForFunction(
    () => document.querySelector<HTMLInputElement>("#verdicts input[data-label]")?.value === "Corrected",
  );
  await page.getByRole("button", { name: "Save scale" }).click();
  await page
    .locator("#verdicts")
    .getByText(/^Saved/)
    .waitFor();
  await page.reload();
  expect(await labels.nth(1).inputValue()).toBe("Confirmed");
  expect(await page.getByLabel("Meaning of Confirmed").inputValue()).toBe("Borne out by the sources.");
});

test("two people change the verdict scale: what only one touched merges by itself, the rest is chosen side by side", async () => {
  const [mine, theirs] = [await newsroom.open("owner"), await newsroom.open("owner")];
  for (const page of [mine, theirs]) await page.goto("/settings");
  const verdicts = (page: Page) => page.locator("#verdicts");
  const label = (page: Page, name: string) => verdicts(page).getByLabel(`Label of ${name}`, { exact: true });
  const save = async (page: Page) => {
    await verdicts(page).getByRole("button", { name: "Save scale" }).click();
  };
  await verdicts(theirs).getByLabel("Meaning of Could not confirm").fill("Nobody knows.");
  await label(theirs, "Cut").fill("Taken out");
  await save(theirs);
  await verdicts(theirs)
    .getByText(/^Saved/)
    .waitFor();
  await label(mine, "Cut").fill("Deleted");
  await save(mine);
  const merge = mine.getByRole("group", { name: "Two versions" });
  await merge.getByText("Taken out").waitFor();
  await merge.getByRole("radio", { name: /Keep mine/ }).check();
  await merge.getByRole("button", { name: "Save this version" }).click();
  await verdicts(mine)
    .getByText(/^Saved/)
    .waitFor();
  await mine.reload();
  expect(await label(mine, "Deleted").inputValue()).toBe("Deleted");
  expect(await verdicts(mine).getByLabel("Meaning of Could not confirm").inputValue()).toBe("Nobody knows.");
});

test("an address that leads nowhere says so", async () => {
  browser.allow(/404/);
  const page = await newsroom.open("ana");
  await page.goto("/no-such-place");
  await page.getByRole("heading", { name: "There is nothing at this address" }).waitFor();
  expect(await seriousFindings(page)).toEqual([]);
});

describe.each(SIZES)("at $width pixels", (viewport) => {
  test.each([
    ["/sign-in", null],
    ["/", "ana"],
    ["/settings", "owner"],
  ] as const)("%s for %s is accessible in both themes and never wider than the screen", async (path, role) => {
    for (const colorScheme of ["light", "dark"] as const) {
      const page = await browser.open({ viewport, colorScheme });
      if (role) await newsroom.signIn(page, role);
      await page.goto(path);
      await page.getByRole("heading", { level: 1 }).waitFor();
      expect(await seriousFindings(page)).toEqual([]);
      expect(await overflow(page)).toBeLessThanOrEqual(0);
    }
  });
});
