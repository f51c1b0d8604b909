import type { Page } from "playwright-core";
import { openBrowser } from "../support/browser";
import { addNote, inspector, inspectorHead, selectClaim } from "../support/desk-screens";
import { type Desk, openNewsroom } from "../support/newsroom";

const browser = openBrowser();
const newsroom = openNewsroom(browser, { demoArticle: true });

const COUNTRIES = "68 countries and organizations";
const PLEDGE = "pledged more than $2 billion";
const OBJECTION = "“Pledged” is not “paid”: say that it is a promise.";
const REASON = "The sentence says “pledged”, which is a promise.";

const section = (page: Page, name: string) => inspector(page).getByRole("region", { name });

async function openClaim(who: Desk, words: string): Promise<Page> {
  const page = await newsroom.open(who);
  await page.goto(`/articles/${newsroom.articleId()}`);
  await page.locator("[data-placed]").waitFor();
  await selectClaim(page, words);
  return page;
}

/** What the table under a note says of a fact, by the claim's spelling. */
const row = (page: Page, claim: string) =>
  section(page, "What we found")
    .getByRole("table", { name: /beside this quote/u })
    .getByRole("row")
    .filter({ hasText: claim });

test("beside a note on the 68 countries stands what the source counts: another figure, said in a word", async () => {
  const page = await openClaim("tom", COUNTRIES);
  await addNote(page, {
    source: "Communiqué",
    words: "Counted by the host.",
    quote: "Ministers from 66 countries met in Washington.",
  });
  const line = row(page, "68 countries and organizations");
  await line.getByText("Different").waitFor();
  await line.getByText("66 countries").waitFor();
  await section(page, "What we found").getByText("In both: Washington").waitFor();
  await inspectorHead(page).getByText("Reopened", { exact: true }).waitFor();
});

test("beside a note on the two billion dollars the source’s figure lies within the claim’s limit", async () => {
  const page = await openClaim("tom", PLEDGE);
  await addNote(page, {
    source: "Table of pledges",
    words: "The total of the table.",
    quote: "For 2017, members committed $2.21 billion to Iraq.",
  });
  const line = row(page, "more than $2 billion");
  await line.getByText("Compatible").waitFor();
  await line.getByText("within the claim’s limit").waitFor();
  await section(page, "What we found").getByText("Not in the quote: Syria").waitFor();
});

test("a reviewer objects to the wording; nobody signs off until an editor lets it stand, with a reason", async () => {
  const tom = await openClaim("tom", PLEDGE);
  await section(tom, "What is said").getByRole("button", { name: "Object" }).click();
  const form = tom.getByRole("form", { name: "Object to the wording" });
  await form.getByLabel("What is wrong with the wording?").fill(OBJECTION);
  await form.getByRole("button", { name: "Object" }).click();
  await section(tom, "What is said").getByText(OBJECTION).waitFor();
  await tom.getByRole("radio", { name: "Confirmed", exact: true }).check();
  await tom.getByRole("button", { name: "Propose verdict" }).click();
  await inspectorHead(tom).getByText("In review", { exact: true }).waitFor();

  const ana = await newsroom.open("ana");
  await ana.goto("/");
  await ana.getByText("An objection to the wording waits for a decision").first().waitFor();
  await ana.goto(`/articles/${newsroom.articleId()}`);
  await ana.locator("[data-placed]").waitFor();
  await selectClaim(ana, PLEDGE);
  await inspector(ana).getByText("An objection to the wording is open.").first().waitFor();
  expect(await inspector(ana).getByRole("button", { name: "Sign off", exact: true }).count()).toBe(0);
  await section(ana, "What is said").getByRole("button", { name: "Decide…" }).click();
  const decision = ana.getByRole("form", { name: "Decide the objection" });
  await decision.getByRole("radio", { name: "Stet: it stands" }).check();
  await decision.getByRole("button", { name: "Decide" }).click();
  await decision.getByText("Say why the wording stands.").first().waitFor();
  await decision.getByLabel("Why").fill(REASON);
  await decision.getByRole("button", { name: "Decide" }).click();
  await section(ana, "What is said").getByText("1 decided objection to the wording").click();
  await section(ana, "What is said").getByText(REASON).waitFor();
  await inspector(ana).getByRole("button", { name: "Sign off", exact: true }).waitFor();
});

test("whom was asked stands on the claim, then the answer, in the log and in the history", async () => {
  const page = await openClaim("tom", PLEDGE);
  const reply = section(page, "Right of reply");
  await reply.getByRole("button", { name: "Log a contact" }).click();
  const form = page.getByRole("form", { name: "Log a contact" });
  await form.getByLabel("Whom we asked").fill("Carla Reyes");
  await form.getByLabel("Office or organisation").fill("State Department");
  await form.getByLabel("Question").fill("Is the sum right?");
  await form.getByLabel("Asked on").fill("2017-03-20");
  await form.getByLabel("Answer wanted by").fill("2017-03-22");
  await form.getByRole("button", { name: "Log contact" }).click();
  await reply.getByText("Deadline passed").waitFor();
  await reply.getByText("Carla Reyes").waitFor();

  await reply.getByRole("button", { name: "Change this contact" }).click();
  await reply.getByLabel("What came of it").last().selectOption("Answered");
  await reply.getByLabel("Answer", { exact: false }).last().waitFor();
  await reply
    .locator("form:visible")
    .getByRole("textbox", { name: /^Answer \(/u })
    .fill("Yes, it is the sum.");
  await reply.getByRole("button", { name: "Save contact" }).click();
  await reply.getByRole("blockquote").getByText("Yes, it is the sum.").waitFor();
  await reply.locator("span", { hasText: /^Answered$/u }).waitFor();
  await inspector(page)
    .getByText(/^History, /u)
    .click();
  await inspector(page).getByText("Noted the answer of Carla Reyes.").waitFor();
});

test("an editor says when to look again, and who the speaker is", async () => {
  const page = await openClaim("ana", PLEDGE);
  const planning = section(page, "Who checks it, and by when");
  await planning.getByLabel("Check again on").fill("2031-03-03");
  await planning.getByLabel("Check again on").blur();
  await inspector(page)
    .getByText(/^History, /u)
    .click();
  await inspector(page).getByText("To be checked again on 3 March 2031.").waitFor();
  await section(page, "What is said").getByRole("button", { name: "Edit" }).click();
  await section(page, "What is said").getByLabel("Speaker’s page").fill("https://www.wikidata.org/wiki/Q215");
  await section(page, "What is said").getByRole("button", { name: "Save" }).click();
  await section(page, "What is said")
    .getByRole("link", { name: /Open the page about/u })
    .waitFor();
});
