import type { Page } from "playwright-core";
import { openBrowser } from "../../support/browser";
import { importArticle, inspector, selectClaim } from "../../support/desk-screens";
import { openNewsroom } from "../../support/newsroom";

const browser = openBrowser();
const newsroom = openNewsroom(browser);

const TEXT = `The harbour bridge cost $3 million, Mayor Joana Prado said on Tuesday.
The ferry carried 40,000 passengers in 2016.`;

/** Two editors who have the form of one claim open. */
async function twoEditors(): Promise<{ readonly ana: Page; readonly marek: Page; readonly address: string }> {
  const [ana, marek] = [await newsroom.open("ana"), await newsroom.open("marek")];
  const article = await importArticle(ana, { title: "The harbour bridge", text: TEXT });
  const claim = await selectClaim(ana, "bridge cost");
  const address = `/articles/${article}?claim=${claim}`;
  await marek.goto(address);
  for (const page of [ana, marek]) await edit(page);
  return { ana, marek, address };
}

async function edit(page: Page): Promise<void> {
  await page.getByRole("region", { name: "What is said" }).getByRole("button", { name: "Edit", exact: true }).click();
  await page.getByLabel("Wording", { exact: true }).waitFor();
}

const save = (page: Page) => page.getByRole("button", { name: "Save", exact: true }).click();
const reads = (page: Page, words: string) =>
  page.getByRole("region", { name: "What is said" }).getByText(words).first().waitFor();
const merge = (page: Page) => page.getByRole("group", { name: "Two versions" });

test("different fields of one claim merge by themselves", async () => {
  const { ana, marek, address } = await twoEditors();
  await ana.getByLabel("Said by").fill("Joana Prado Lima");
  await save(ana);
  await reads(ana, "Joana Prado Lima");
  await marek.getByLabel("Wording", { exact: true }).fill("The bridge cost three million dollars");
  await save(marek);
  await reads(marek, "The bridge cost three million dollars");
  await reads(marek, "Joana Prado Lima");
  expect(await merge(marek).count()).toBe(0);
  await ana.goto(address);
  await reads(ana, "The bridge cost three million dollars");
  await reads(ana, "Joana Prado Lima");
});

test("of the same field the second saver sees both, chooses field by field, and nothing is lost", async () => {
  const { ana, marek, address } = await twoEditors();
  await ana.getByLabel("Wording", { exact: true }).fill("Ana’s words");
  await ana.getByLabel("Said by").fill("Ana’s speaker");
  await ana.getByLabel("According to").fill("Ana’s letter");
  await save(ana);
  await reads(ana, "Ana’s words");

  await marek.getByLabel("Wording", { exact: true }).fill("Marek’s words");
  await marek.getByLabel("Said by").fill("Marek’s speaker");
  await marek.getByLabel("Title").fill("Marek’s title");
  await save(marek);
  await merge(marek).getByText("Ana Silva saved the same fields while you were typing.").waitFor();
  for (const words of ["Ana’s words", "Marek’s words", "Ana’s speaker", "Marek’s speaker"]) {
    await merge(marek).getByText(words, { exact: true }).waitFor();
  }
  // Nobody has chosen yet: for everybody else the first saver's words stand, and the typed ones survive a reload.
  await ana.reload();
  await reads(ana, "Ana’s words");
  expect(await merge(marek).getByRole("button", { name: "Save this version" }).isDisabled()).toBe(true);
  await marek.reload();
  await marek.getByRole("region", { name: "What is said" }).getByText("Draft kept").waitFor();
  expect(await marek.getByLabel("Wording", { exact: true }).inputValue()).toBe("Marek’s words");
  await save(marek);
  await merge(marek)
    .getByRole("group", { name: "Wording" })
    .getByRole("radio", { name: /Keep mine/u })
    .check();
  await merge(marek)
    .getByRole("group", { name: "Said by" })
    .getByRole("radio", { name: /Take Ana/u })
    .check();
  await merge(marek).getByRole("button", { name: "Save this version" }).click();
  await reads(marek, "Marek’s words");
  for (const page of [marek, ana]) {
    await page.goto(address);
    for (const words of ["Marek’s words", "Ana’s speaker", "Marek’s title", "Ana’s letter"]) await reads(page, words);
  }
  // What was not chosen is not gone either: undoing the choice brings it back.
  await inspector(ana)
    .getByText(/^History/u)
    .click();
  await inspector(ana).getByRole("button", { name: "Undo", exact: true }).first().click();
  await reads(ana, "Ana’s words");
});

test("a verdict proposed meanwhile is laid beside one's own", async () => {
  const [ana, marek] = [await newsroom.open("ana"), await newsroom.open("marek")];
  const article = await importArticle(ana, { title: "The harbour ferry", text: TEXT });
  const claim = await selectClaim(ana, "40,000 passengers");
  await ana.getByRole("button", { name: "Accept", exact: true }).click();
  await ana.getByRole("form", { name: "Add a source note" }).getByLabel("Source", { exact: true }).fill("Timetable");
  await ana.getByRole("radio", { name: "Supports" }).check();
  await ana.getByRole("button", { name: "Add source note" }).click();
  await ana.getByRole("link", { name: "Timetable" }).waitFor();
  await marek.goto(`/articles/${article}?claim=${claim}`);
  const verdict = (page: Page, name: string) =>
    page.getByRole("region", { name: "What we say" }).getByRole("radio", { name, exact: true });
  await verdict(marek, "Corrected").check();
  await marek.getByLabel("Explanation").fill("Marek counts 39,000.");
  await verdict(ana, "Confirmed").check();
  await ana.getByLabel("Explanation").fill("Ana counts 40,000.");
  await ana.getByRole("button", { name: "Propose verdict" }).click();
  await ana.getByText("Proposed by").waitFor();
  await marek.getByRole("button", { name: "Propose verdict" }).click();
  await merge(marek).getByText("Ana counts 40,000.").waitFor();
  await merge(marek).getByText("Marek counts 39,000.").waitFor();
  await merge(marek)
    .getByRole("group", { name: "Verdict" })
    .getByRole("radio", { name: /Keep mine/u })
    .check();
  const explanation = merge(marek).getByRole("group", { name: "Explanation" });
  await explanation.getByRole("radio", { name: "Write a third version" }).check();
  await explanation.getByRole("textbox").fill("Ana counts 40,000, Marek 39,000.");
  await merge(marek).getByRole("button", { name: "Save this version" }).click();
  const said = marek.getByRole("region", { name: "What we say" });
  await said.getByText("Ana counts 40,000, Marek 39,000.").first().waitFor();
  await marek.getByRole("region", { name: "Who stands for it" }).getByText("Marek Novak").waitFor();
});
