import type { Page } from "playwright-core";
import { DEMO_SIGN_INS } from "@/seeds/desk";
import { openBrowser } from "../../support/browser";
import { importArticle, selectClaim } from "../../support/desk-screens";
import { openNewsroom } from "../../support/newsroom";
import { type Product, removeData, startProduct, stopProduct } from "../../support/product";

const browser = openBrowser();
const newsroom = openNewsroom(browser);

const NOTE = "Page 3 of the minutes gives the sum, word for word.";
const form = (page: Page) => page.getByRole("form", { name: "Add a source note" });
const send = (page: Page) => form(page).getByRole("button", { name: "Add source note" }).click();

let address = "";

/** A claim that a reviewer reads, with a half-written note in its form. */
async function halfWritten(): Promise<Page> {
  if (address === "") {
    const editor = await newsroom.open("ana");
    const text = "The harbour bridge cost $3 million, Mayor Joana Prado said.";
    const article = await importArticle(editor, { title: "The harbour bridge", text });
    address = `/articles/${article}?claim=${await selectClaim(editor, "cost $3 million")}`;
  }
  const page = await newsroom.open("tom");
  await page.goto(address);
  await form(page).getByLabel("Source", { exact: true }).fill("Minutes of the council");
  await form(page).getByRole("radio", { name: "Refutes" }).check();
  await form(page).getByLabel("Quoted passage").fill("Two million.");
  await form(page).getByLabel("Note").fill(NOTE);
  await form(page).getByText("Draft kept").waitFor();
  return page;
}

async function isThere(page: Page): Promise<void> {
  await form(page).getByText("Draft kept").waitFor();
  expect(await form(page).getByLabel("Source", { exact: true }).inputValue()).toBe("Minutes of the council");
  expect(await form(page).getByRole("radio", { name: "Refutes" }).isChecked()).toBe(true);
  expect(await form(page).getByLabel("Quoted passage").inputValue()).toBe("Two million.");
  expect(await form(page).getByLabel("Note").inputValue()).toBe(NOTE);
}

async function signInAgain(page: Page, { email, password }: { readonly email: string; readonly password: string }) {
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

test("a session that has run out keeps the note: after signing in again it is there, and can be sent", async () => {
  const page = await halfWritten();
  await page.context().clearCookies();
  await send(page);
  await page.getByText("Your session has ended. Your text is kept in this browser.").waitFor();
  await isThere(page);
  await page.getByRole("link", { name: "Sign in again" }).click();
  await signInAgain(page, newsroom.person("tom"));
  await page.waitForURL(`**${address}`);
  await isThere(page);
  await send(page);
  await page.getByRole("link", { name: "Minutes of the council" }).waitFor();
  await page.getByRole("paragraph").filter({ hasText: NOTE }).waitFor();
  await page.reload();
  await form(page).waitFor();
  expect(await form(page).getByLabel("Note").inputValue()).toBe("");
});

test("signing out everywhere from another browser ends the session here and keeps the note", async () => {
  const page = await halfWritten();
  const other = await newsroom.open("tom");
  await other.goto("/settings");
  await other.getByRole("button", { name: "Sign out on every device" }).click();
  await other.waitForURL("**/sign-in");
  await send(page);
  await page.getByText("Your session has ended. Your text is kept in this browser.").waitFor();
  await page.reload();
  await page.waitForURL("**/sign-in?next=*");
  await signInAgain(page, newsroom.person("tom"));
  await page.waitForURL(`**${address}`);
  await isThere(page);
});

test("nobody else who signs in at the same browser sees the note", async () => {
  const page = await halfWritten();
  await newsroom.signIn(page, "marek");
  await page.reload();
  await form(page).waitFor();
  expect(await form(page).getByLabel("Note").inputValue()).toBe("");
  await newsroom.signIn(page, "tom");
  await page.reload();
  await isThere(page);
});

test("a reload and a connection that breaks keep the note", async () => {
  browser.allow(/ERR_INTERNET_DISCONNECTED/u);
  const page = await halfWritten();
  await page.reload();
  await isThere(page);
  await page.context().setOffline(true);
  await send(page);
  await page.getByText("The server can't be reached. Your text is kept here").waitFor();
  await isThere(page);
  await page.context().setOffline(false);
  await send(page);
  await page.getByRole("paragraph").filter({ hasText: NOTE }).first().waitFor();
});

describe("a server that is stopped and started again", () => {
  let product: Product | undefined;
  afterAll(async () => {
    if (product === undefined) return;
    await stopProduct(product);
    removeData(product);
  });

  test("finds the note still there, and the session too", async () => {
    browser.allow(/ERR_CONNECTION_REFUSED|ERR_EMPTY_RESPONSE|ERR_INCOMPLETE_CHUNKED|ERR_CONNECTION_RESET/u);
    product = await startProduct();
    const { url, port, dataFolder } = product;
    browser.allow(new RegExp(`leaves the product: \\w+ ${url}/`, "u"));
    const page = await browser.open({ baseURL: url });
    const reviewer = DEMO_SIGN_INS.find(({ role }) => role === "reviewer");
    if (!reviewer) throw new Error("There is no reviewer.");
    await page.goto("/claims?text=2+billion");
    await signInAgain(page, reviewer);
    await page.getByRole("link", { name: /more than \$2 billion/u }).click();
    await page.waitForURL(/\/claims\/[a-z0-9]+$/u);
    await form(page).getByLabel("Source", { exact: true }).fill("Minutes of the council");
    await form(page).getByRole("radio", { name: "Refutes" }).check();
    await form(page).getByLabel("Quoted passage").fill("Two million.");
    await form(page).getByLabel("Note").fill(NOTE);
    await stopProduct(product);
    await send(page);
    await page.getByText("The server can't be reached. Your text is kept here").waitFor();
    product = await startProduct({ port, dataFolder });
    await isThere(page);
    await page.reload();
    await isThere(page);
    await send(page);
    await page.getByRole("paragraph").filter({ hasText: NOTE }).first().waitFor();
  });
});
