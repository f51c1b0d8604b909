import { writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import type { Page } from "playwright-core";
import type { Actor } from "@/lib/platform/actor";
import { findActor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { type BuiltArticle, buildArticle, buildClaim, buildVerifiedClaim } from "@/seeds/builders";
import { lookAs, seriousFindings, sidewaysScroll } from "../../support/accessibility";
import { openBrowser } from "../../support/browser";
import { type Answer, claimdesk } from "../../support/command-line";
import { type Desk, openNewsroom } from "../../support/newsroom";

const browser = openBrowser();
const newsroom = openNewsroom(browser, { name: "The Guarded Desk" });

const TEXT = "The bridge cost $2 billion, the mayor said. It was built in 2016 by 40 workers. The ferry did not stop.";
const CHANGED = TEXT.replace("$2 billion", "$5 billion");
/** No title is used twice, also when these tests run again on the same data. */
const RUN = Date.now().toString(36);

async function actor(who: Desk): Promise<Actor> {
  const found = await findActor(db(), newsroom.person(who).userId);
  if (!found) throw new Error(`${who} is not in the newsroom.`);
  return found;
}

/** An article with two claims under Marek's sign-off, and one that nobody decided. */
async function checkedArticle(title: string): Promise<BuiltArticle & { readonly ferry: string }> {
  const [ana, marek] = [await actor("ana"), await actor("marek")];
  const article = await buildArticle(db(), ana, TEXT, { title: `${title} ${RUN}` });
  const hands = { proposer: ana, signer: marek };
  await buildVerifiedClaim(db(), hands, article, "The bridge cost $2 billion", { number: 1 });
  const ferry = await buildVerifiedClaim(db(), hands, article, "The ferry did not stop.", { number: 2 });
  await buildClaim(db(), ana, article, "It was built in 2016 by 40 workers.", { number: 3, state: "open" });
  return { ...article, ferry: ferry.id };
}

const ready = (page: Page) => page.getByRole("region", { name: "Ready to publish" });

/** Mark the article that the page shows, saying that one claim is not decided. */
async function markReady(page: Page, article: BuiltArticle): Promise<void> {
  await page.goto(`/articles/${article.id}`);
  await ready(page).getByLabel("Although 1 claim is not decided").check();
  await ready(page).getByRole("button", { name: "Mark as ready to publish" }).click();
  await ready(page).getByText("Version 1 is ready to publish").waitFor();
}

/** Make a token on the settings screen and return it as it is shown, once. */
async function makeToken(owner: Page, name: string): Promise<string> {
  await owner.goto("/settings#tokens");
  await owner.getByLabel("Program that will use it").fill(name);
  await owner.getByRole("button", { name: "Make token" }).click();
  return owner.getByLabel("Token", { exact: true }).inputValue();
}

function checkOverHttp(article: BuiltArticle, text: string, headers: Record<string, string>): Promise<Response> {
  return fetch(`${browser.url}/api/v1/articles/${article.id}/check-text`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify({ text }),
  });
}

test("an editor marks an article as ready; a sign-off that falls takes the mark with it, in words", async () => {
  const article = await checkedArticle("A marked article");
  const ana = await newsroom.open("ana");
  await ana.goto(`/articles/${article.id}`);
  await ready(ana).getByRole("button", { name: "Mark as ready to publish" }).click();
  await ready(ana).getByRole("alert").filter({ hasText: "1 claim is not decided yet." }).waitFor();
  await markReady(ana, article);
  await ready(ana)
    .getByText(/Marked by Ana Silva.*on 2 sign-offs, although 1 claim was not decided/u)
    .waitFor();

  const lena = await newsroom.open("lena");
  await lena.goto("/articles");
  const line = lena.getByRole("listitem").filter({ hasText: `A marked article ${RUN}` });
  await line.getByText("Ready: version 1", { exact: true }).waitFor();
  await lena.goto(`/articles/${article.id}`);
  await ready(lena).getByText("Version 1 is ready to publish").waitFor();
  expect(
    await ready(lena)
      .getByRole("button", { name: /Mark|Withdraw/u })
      .count(),
  ).toBe(0);

  const marek = await newsroom.open("marek");
  await marek.goto(`/articles/${article.id}?claim=${article.ferry}`);
  await marek.getByRole("button", { name: "Reopen…" }).click();
  await marek.getByLabel("Why open it again?").fill("The ferry line has new figures.");
  await marek.getByRole("button", { name: "Reopen", exact: true }).click();
  await marek.getByRole("link", { name: /^Claim 2, reopened/u }).waitFor();

  await lena.reload();
  await ready(lena).getByText("Version 1 was ready to publish, but is no longer").waitFor();
  await ready(lena).getByText("The sign-off of claim 2 fell.").waitFor();
  await lena.goto("/articles");
  await line.getByText("No longer ready: version 1").waitFor();

  await ana.reload();
  await ready(ana).getByLabel("Although 2 claims are not decided").check();
  await ready(ana).getByRole("button", { name: "Mark version 1 as ready" }).click();
  await ready(ana).getByText("Version 1 is ready to publish").waitFor();
  await ready(ana).getByRole("button", { name: "Withdraw" }).click();
  await ready(ana).getByRole("button", { name: "Mark as ready to publish" }).waitFor();
  await ana.goto(`/articles/${article.id}/ledger`);
  for (const words of [
    "marked version 1 as ready to publish, with 1 claim not decided.",
    "took back that version 1 is ready to publish.",
  ]) {
    await ana.getByRole("listitem").filter({ hasText: words }).first().waitFor();
  }
});

test("a token is shown once, lets a program ask, and is worth nothing once it is revoked", async () => {
  const article = await checkedArticle("An article for the press");
  await markReady(await newsroom.open("ana"), article);
  const owner = await newsroom.open("owner");
  const name = `Publishing system ${RUN}`;
  const token = await makeToken(owner, name);
  expect(token).toMatch(/^cdk_[\w-]{43}$/u);
  await owner.getByRole("button", { name: "Copy token" }).waitFor();
  await owner.reload();
  const line = owner.getByRole("listitem").filter({ hasText: name });
  await line.getByText("never used").waitFor();
  expect(await owner.content()).not.toContain(token);

  const bearer = { authorization: `Bearer ${token}` };
  const same = await checkOverHttp(article, TEXT, bearer);
  expect(same.status).toBe(200);
  expect(await same.json()).toMatchObject({ stillChecked: true, ready: { by: "Ana Silva", undecided: 1 } });
  const changed = await checkOverHttp(article, CHANGED, bearer);
  expect(await changed.json()).toMatchObject({
    stillChecked: false,
    touched: [{ number: 1, reason: "$2 billion became $5 billion" }],
  });
  const listed = await fetch(`${browser.url}/api/v1/articles`, { headers: bearer });
  const { articles } = (await listed.json()) as { articles: { id: string }[] };
  expect(articles.map(({ id }) => id)).toContain(article.id);
  await owner.reload();
  await line.getByText(/last used/u).waitFor();

  const cookies = await owner.context().cookies();
  const cookie = cookies.map((one) => `${one.name}=${one.value}`).join("; ");
  expect((await checkOverHttp(article, TEXT, { cookie })).status).toBe(401);

  await line.getByRole("button", { name: /^Revoke/u }).click();
  await owner.getByRole("button", { name: "Revoke", exact: true }).click();
  await line.waitFor({ state: "detached" });
  const refused = await checkOverHttp(article, TEXT, bearer);
  expect(refused.status).toBe(401);
  expect(refused.headers.get("www-authenticate")).toMatch(/^Bearer/u);
  expect(await refused.json()).toEqual({ error: { code: "signed_out", message: expect.any(String) } });
  await owner.goto("/settings/ledger");
  await owner
    .getByRole("listitem")
    .filter({ hasText: `revoked the token of “${name}”.` })
    .waitFor();
});

test("the description of the API is there for everybody, and a body that is too large is refused over a real connection", async () => {
  const description = await fetch(`${browser.url}/api/v1/openapi.json`);
  expect(description.status).toBe(200);
  expect(await description.json()).toMatchObject({ openapi: "3.1.0", paths: { "/api/v1/articles": {} } });
  const nowhere = await fetch(`${browser.url}/api/v1/claims`);
  expect([nowhere.status, await nowhere.json()]).toMatchObject([404, { error: { code: "not_found" } }]);
  const token = await makeToken(await newsroom.open("owner"), `Large bodies ${RUN}`);
  const article = await checkedArticle("A large article");
  const large = await checkOverHttp(article, "a".repeat(12_100_000), { authorization: `Bearer ${token}` });
  expect(large.status).toBe(413);
  expect(await large.json()).toMatchObject({ error: { code: "too_large" } });
  const longest = await checkOverHttp(article, "a ".repeat(1_000_000), { authorization: `Bearer ${token}` });
  expect(await longest.json()).toMatchObject({
    difference: "words",
    touched: [{ outcome: "lost" }, { outcome: "lost" }],
  });
});

test("the settings for other programs are accessible, with a token that was just made and a long name", async () => {
  const owner = await newsroom.open("owner");
  await makeToken(owner, `The publishing system of the Sunday supplement, third floor ${RUN}`);
  for (const look of [
    { width: 1440, height: 900, colorScheme: "light", rules: "all" },
    { width: 390, height: 844, colorScheme: "dark", rules: "all" },
  ] as const) {
    await lookAs(owner, look);
    expect(await seriousFindings(owner, look.rules)).toEqual([]);
    expect(await sidewaysScroll(owner)).toBe(0);
  }
});

describe("claimdesk check-text", () => {
  let folder = "";
  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), "claimdesk-texts-"));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const check = (words: readonly string[], input = ""): Promise<Answer> => {
    const data = process.env.CLAIMDESK_TEST_DATA;
    if (data === undefined) throw new Error("Browser tests run in the jest project `browser`.");
    return claimdesk(data, ["--as", newsroom.person("lena").email, "check-text", ...words], input);
  };
  const fileOf = (name: string, text: string): string => {
    const file = path.join(folder, name);
    writeFileSync(file, text);
    return file;
  };

  test("ends with 0 for the checked text, with 1 and the touched claims for another, with 2 for errors", async () => {
    const article = await checkedArticle("The bridge");
    await markReady(await newsroom.open("ana"), article);
    const same = await check([article.id, fileOf("same.txt", TEXT)]);
    expect(same).toEqual({
      code: 0,
      out: "This is the text of version 1, which Ana Silva marked as ready to publish.\n",
      err: "",
    });

    const changed = await check([`the bridge ${RUN}`, "-"], CHANGED);
    expect(changed).toEqual({
      code: 1,
      out: "  1  value-changed  $2 billion became $5 billion  The bridge cost $2 billion\n",
      err: "This is not the text of version 1, which was marked as ready: the change alters 1 checked claim.\n",
    });
    const asJson = await check([article.id, "-", "--json"], CHANGED);
    expect(asJson.code).toBe(1);
    expect(JSON.parse(asJson.out)).toMatchObject({ stillChecked: false, touched: [{ number: 1 }] });

    const errors: readonly (readonly [words: readonly string[], says: RegExp])[] = [
      [["no-such-article", "-"], /no such article/u],
      [[article.id, path.join(folder, "missing.txt")], /cannot be read/u],
      [[article.id], /missing required argument/u],
      [["", "-"], /no such article/u],
    ];
    for (const [words, says] of errors) {
      const { code, out, err } = await check(words, TEXT);
      expect([code, out]).toEqual([2, ""]);
      expect(err).toMatch(says);
    }
    expect(await check([article.id, "-"], " ")).toMatchObject({ code: 2, err: expect.stringContaining("empty") });
  });

  test("a beginning that several titles share names them", async () => {
    const [one, two] = [await checkedArticle("Twin one"), await checkedArticle("Twin two")];
    const { code, err } = await check(["twin", "-"], TEXT);
    expect(code).toBe(2);
    for (const { id } of [one, two]) expect(err).toContain(id);
  });
});
