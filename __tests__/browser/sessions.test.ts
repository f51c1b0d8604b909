import type { Page } from "playwright-core";
import { openBrowser } from "../support/browser";
import { openNewsroom } from "../support/newsroom";

const browser = openBrowser();
const newsroom = openNewsroom(browser);

/** Ask next-auth who is signed in, with this cookie; returns its answer and the session cookie it sets, if any. */
async function askSession(page: Page): Promise<{ readonly body: string; readonly cookie: string | undefined }> {
  const answer = await page.request.get("/api/auth/session");
  const set = answer.headersArray().filter(({ name }) => name.toLowerCase() === "set-cookie");
  const cookie = set.map(({ value }) => /session-token=([^;]*)/u.exec(value)?.[1]).find((value) => value !== undefined);
  return { body: await answer.text(), cookie };
}

test("a session that was ended everywhere does not come to life again by asking who is signed in", async () => {
  const page = await newsroom.open("lena");
  const thief = await browser.open();
  await thief.context().addCookies(await page.context().cookies());
  await page.goto("/");
  expect((await askSession(thief)).body).toContain(newsroom.person("lena").userId);
  // What the thief keeps is a token from before.
  const kept = await thief.context().cookies();
  await page.getByRole("button", { name: /^Account/u }).click();
  await page.getByRole("menuitem", { name: "Sign out on every device" }).click();
  await page.waitForURL("**/sign-in");
  const { body, cookie } = await askSession(thief);
  expect(body).toBe("{}");
  expect(cookie ?? "").toBe("");
  await thief.context().addCookies(kept);
  await thief.goto("/");
  expect(new URL(thief.url()).pathname).toBe("/sign-in");
});

test.each(["/api/auth/signout", "/api/auth/error?error=Configuration", "/api/auth/signin"])(
  "%s leads to a screen of ours",
  async (address) => {
    const page = await browser.open();
    await page.goto(address);
    await page.getByRole("heading", { name: "Sign in", level: 1 }).waitFor();
  },
);
