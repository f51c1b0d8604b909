import { lookAs, seriousFindings, sidewaysScroll } from "../../support/accessibility";
import { openBrowser } from "../../support/browser";
import { importArticle, inspector, selectClaim } from "../../support/desk-screens";
import { openNewsroom } from "../../support/newsroom";

const browser = openBrowser();
const newsroom = openNewsroom(browser);

const TEXT = `The city council said on Tuesday it would spend $40 million on the harbour.

The ferry company carried 3.1 million passengers on Monday, more than any other in the region.

The port was opened on Sunday by Mayor Joana Prado.`;

test("a date put right after the import reaches the claims by reading again, but for what people worked on", async () => {
  const page = await newsroom.open("ana");
  const articleId = await importArticle(page, { title: "Harbour budget", text: TEXT, publishedOn: "2024-05-08" });
  await selectClaim(page, "3.1 million");
  await page.getByRole("button", { name: "Accept", exact: true }).click();
  await page
    .getByText("claim accepted", { exact: false })
    .or(inspector(page).getByText("Open", { exact: true }))
    .first()
    .waitFor();
  await page.goto(`/articles/${articleId}`);
  await page.getByRole("link", { name: "Read again" }).click();
  await page.getByText("Read again, the text gives just the claims that stand here.").waitFor();

  await page.goto(`/articles/${articleId}`);
  await page.getByRole("region", { name: "The article" }).getByRole("button", { name: "Edit" }).click();
  await page.getByLabel("Published on").fill("2024-05-15");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByText("15 May 2024").first().waitFor();
  await page.getByRole("link", { name: "Read again" }).click();
  await page.getByText("Read as published on 15 May 2024. 1 claim that people worked on stays as it is.").waitFor();
  const group = page.getByRole("region", { name: "Read differently" });
  await group.getByRole("deletion").filter({ hasText: "2024-05-07" }).first().waitFor();
  await group.getByRole("insertion").filter({ hasText: "2024-05-14" }).first().waitFor();
  await expect(group.getByText("3.1 million").count()).resolves.toBe(0);

  for (const [width, colorScheme] of [
    [1440, "light"],
    [390, "light"],
    [390, "dark"],
  ] as const) {
    await lookAs(page, { width, height: 844, colorScheme });
    expect([await seriousFindings(page), await sidewaysScroll(page)]).toEqual([[], 0]);
  }
  await lookAs(page, { width: 1440, height: 900, colorScheme: "light" });

  // By keyboard: leave one, take the rest.
  const port = group.getByRole("checkbox", { name: /The port was opened/u }).first();
  await port.focus();
  await page.keyboard.press("Space");
  await page.getByRole("button", { name: /^Take \d+ suggestions?$/u }).focus();
  await page.keyboard.press("Enter");
  await page
    .getByRole("status")
    .filter({ hasText: /suggestions? taken\./u })
    .waitFor();
  await group.getByText("The city council").first().waitFor({ state: "detached" });
  await port.waitFor();
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await page.getByRole("status").filter({ hasText: "Undone." }).waitFor();
  await group.getByText("The city council").first().waitFor();
  await page.goto(`/articles/${articleId}/ledger`);
  await page.getByText(/read the article again; .*read differently\./u).waitFor();
});

test("whoever may not correct claims is told so", async () => {
  const editor = await newsroom.open("ana");
  const articleId = await importArticle(editor, { title: "Harbour budget", text: TEXT, publishedOn: "2024-05-08" });
  const page = await newsroom.open("lena");
  await page.goto(`/articles/${articleId}`);
  await page.locator("[data-placed]").waitFor();
  await expect(page.getByRole("link", { name: "Read again" }).count()).resolves.toBe(0);
  await page.goto(`/articles/${articleId}/read-again`);
  await page.getByText(/^As viewer you can't mark, change/u).waitFor();
});
