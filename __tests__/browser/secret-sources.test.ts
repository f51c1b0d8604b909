import type { Page } from "playwright-core";
import { KNOWN_SOURCE } from "@/lib/core/policy/secrecy";
import { openBrowser } from "../support/browser";
import { importArticle, inspector, selectClaim } from "../support/desk-screens";
import { type Desk, openNewsroom } from "../support/newsroom";

const browser = openBrowser();
const newsroom = openNewsroom(browser, { name: "The Sealed Desk" });

const TEXT = `The harbour bridge cost $3 million, Mayor Joana Prado said on Tuesday.

The ferry carried 40,000 passengers in 2016.
`;
/** Every word of the source, and of what was found in it, begins so: long enough that no hash or salt holds it by chance. */
const WORD = /quillon\w+/giu;
const NAME = "Quillonname, clerk at the harbour";

const noteForm = (page: Page) => page.getByRole("form", { name: "Add a source note" });

/** Write a note on a new source through the form, with what is folded; returns the source's id. */
async function addNote(page: Page, name: string, secrecy: "Open" | "Secret"): Promise<string> {
  const form = noteForm(page);
  await form.getByLabel("Source", { exact: true }).fill(name);
  await form.getByLabel("Type", { exact: true }).selectOption("Person");
  await form.getByLabel("Publisher").fill("Quillonpublisher");
  await form.getByText("Author, language, who may know it").click();
  await form.getByLabel("Author").fill("Quillonauthor");
  await form.getByLabel("Language").fill("pt-br");
  await form.getByLabel("How far it may be trusted, and why").fill("Quillonreliable: saw the books");
  await form.getByLabel("Who may know it").selectOption(secrecy);
  await form.getByRole("radio", { name: "Supports" }).check();
  await form.getByLabel("Quoted passage").fill("Quillonquote: it was three million");
  await form.getByLabel("Page or time").fill("Quillonplace");
  await form.getByLabel("Note").fill("Quillonnote");
  await form.getByRole("button", { name: "Add source note" }).click();
  const link = page.getByRole("link", { name, exact: true }).first();
  await link.waitFor();
  return (await link.getAttribute("href"))?.replace("/sources/", "") ?? "";
}

interface Places {
  readonly articleId: string;
  readonly claimId: string;
  readonly sourceId: string;
  readonly laterId: string;
}
let places: Places | undefined;

/** Ana writes on two people: one is secret from the start, the other is made so afterwards, on its own screen. */
async function fill(): Promise<Places> {
  if (places) return places;
  const page = await newsroom.open("ana");
  const articleId = await importArticle(page, { title: "The bridge", text: TEXT });
  const claimId = await selectClaim(page, "$3 million");
  await page.getByRole("button", { name: "Accept", exact: true }).click();
  const sourceId = await addNote(page, NAME, "Secret");
  const laterId = await addNote(page, "Quillonsecond, her colleague", "Open");
  await page.goto(`/sources/${laterId}`);
  await page.getByRole("button", { name: "Who may know it: Open…" }).click();
  await page.getByRole("radio", { name: /^Secret/u }).check();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByRole("button", { name: "Who may know it: Secret…" }).waitFor();
  places = { articleId, claimId, sourceId, laterId };
  return places;
}

const screens = ({ articleId, claimId, sourceId, laterId }: Places): readonly string[] => [
  "/",
  "/sources",
  "/sources?text=clerk",
  "/sources?sort=publisher&desc=1",
  `/sources/${sourceId}`,
  `/sources/${laterId}`,
  "/claims",
  `/claims/${claimId}`,
  "/articles",
  `/articles/${articleId}`,
  `/articles/${articleId}?claim=${claimId}`,
  `/articles/${articleId}/claims`,
  `/articles/${articleId}/figures`,
  `/articles/${articleId}/versions`,
  `/articles/${articleId}/ledger`,
  "/reports",
  `/reports/${articleId}`,
];

/** Where a report can be taken away, for those inside and for the public. */
const files = ({ articleId }: Places): readonly string[] =>
  ["html", "json", "csv", "md"].flatMap((format) =>
    ["internal", "public"].map((audience) => `/api/articles/${articleId}/report?format=${format}&audience=${audience}`),
  );

/** Open every screen as somebody, and return the secret words in the pages and in all that the server answered, with where. */
async function wordsTold(who: Desk, place: Places): Promise<readonly string[]> {
  const page = await newsroom.open(who);
  const answers: Promise<string[]>[] = [];
  page.on("response", (response) => {
    const url = response.url().replace(browser.url, "");
    // The stream of live changes never ends; it names places only.
    if (url.startsWith("/api/live") || url.includes("/_next/static/")) return;
    const read = response.text().then(
      (text) => (text.match(WORD) ?? []).map((word) => `answer ${url.split("?")[0]}: ${word}`),
      () => [],
    );
    answers.push(read);
  });
  const told: string[] = [];
  for (const screen of screens(place)) {
    await page.goto(screen);
    await page.locator("h1").first().waitFor();
    told.push(...((await page.content()).match(WORD) ?? []).map((word) => `${screen}: ${word}`));
  }
  for (const file of files(place)) {
    const answer = await page.request.get(file);
    expect(answer.status()).toBe(200);
    told.push(...((await answer.text()).match(WORD) ?? []).map((word) => `${file}: ${word}`));
  }
  await page.goto(`/claims/${place.claimId}`);
  if (await noteForm(page).isVisible()) await offered(page, "clerk");
  told.push(...(await Promise.all(answers)).flat());
  return [...new Set(told)];
}

/** Type into the note form's source until the server has answered which sources it could be. */
async function offered(page: Page, words: string): Promise<void> {
  const asked = page.waitForResponse((response) => response.request().method() === "POST");
  await noteForm(page).getByLabel("Source", { exact: true }).fill(words);
  await asked;
}

test("a viewer and a reviewer meet no word of a secret source, on no screen and in no answer of the server", async () => {
  const place = await fill();
  expect(await wordsTold("lena", place)).toEqual([]);
  expect(await wordsTold("tom", place)).toEqual([]);
});

test("an editor meets all of it, so the test above can fail", async () => {
  const place = await fill();
  const told = await wordsTold("marek", place);
  expect(told).toEqual(
    expect.arrayContaining([
      "/sources: Quillonname",
      `/sources/${place.sourceId}: Quillonreliable`,
      `/claims/${place.claimId}: Quillonquote`,
      `answer /claims/${place.claimId}: Quillonplace`,
      `/articles/${place.articleId}/ledger: Quillonsecond`,
    ]),
  );
});

test("everybody else reads that the newsroom knows it, what it says of the claim, and since when", async () => {
  const { articleId, claimId, sourceId } = await fill();
  const page = await newsroom.open("lena");
  await page.goto(`/claims/${claimId}`);
  const found = page.getByRole("region", { name: "What we found" });
  expect(await found.getByRole("link", { name: KNOWN_SOURCE }).count()).toBe(2);
  await found.getByText("Its words are withheld: the source is secret.").first().waitFor();
  await found.getByText("Supports").first().waitFor();
  await found.getByText("2 sources, 2 independent").waitFor();
  await page.goto(`/sources/${sourceId}`);
  await page.getByRole("heading", { level: 1, name: KNOWN_SOURCE }).waitFor();
  expect(await page.getByRole("button", { name: "Edit" }).count()).toBe(0);
  await page.goto(`/articles/${articleId}/ledger`);
  await page.getByText("Part of it is withheld: its source is secret.").first().waitFor();
  await page.getByText("The chain is whole").waitFor();
});

test("the source's own screen shows its author, its language and how far it may be trusted", async () => {
  const { sourceId } = await fill();
  const page = await newsroom.open("marek");
  await page.goto(`/sources/${sourceId}`);
  await page.getByRole("heading", { level: 1, name: NAME }).waitFor();
  const head = page.locator("header").filter({ has: page.getByRole("heading", { level: 1 }) });
  const words = await head.innerText();
  expect(words).toContain("Person · Secondary · Quillonauthor · Quillonpublisher · Brazilian Portuguese");
  expect(words).toContain("Quillonreliable: saw the books");
  expect(words).toContain("Secret");
});

test("the list narrows to a standing and to how secret sources are, and says how many are left", async () => {
  await fill();
  const page = await newsroom.open("ana");
  await page.goto("/sources?add=1");
  const add = page.getByRole("form", { name: "Add a source" });
  await add.getByLabel("Title, or the person’s name").fill("Registry of bridges");
  await add.getByLabel("Standing").selectOption("Official record");
  await add.getByRole("radio", { name: /^Internal/u }).check();
  await add.getByRole("button", { name: "Add source" }).click();
  await page.getByRole("heading", { level: 1, name: "Registry of bridges" }).waitFor();
  await page.goto("/sources");
  await page.getByLabel("Who may know them").selectOption("Secret");
  await page.getByRole("button", { name: "Search", exact: true }).click();
  await page.waitForURL(/secrecy=secret/u);
  await page.getByText("2 sources found").waitFor();
  await page.getByRole("link", { name: "Clear" }).click();
  await page.waitForURL(/\/sources$/u);
  await page.getByLabel("Standing").selectOption("Official record");
  await page.getByRole("button", { name: "Search", exact: true }).click();
  await page.getByText("1 source found").waitFor();
  await page.getByRole("link", { name: "Registry of bridges" }).waitFor();
});

test("the inspector beside the article says as little as the claim’s own screen", async () => {
  const { articleId, claimId } = await fill();
  const page = await newsroom.open("tom");
  await page.goto(`/articles/${articleId}?claim=${claimId}`);
  await inspector(page).getByText("What we found").waitFor();
  expect(await inspector(page).getByRole("link", { name: KNOWN_SOURCE }).count()).toBe(2);
});
