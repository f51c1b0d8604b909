import type { Page } from "playwright-core";
import { openBrowser } from "../../support/browser";
import { importArticle, inspector, inspectorHead, selectClaim, selectWords } from "../../support/desk-screens";
import { openNewsroom } from "../../support/newsroom";

const browser = openBrowser();
const newsroom = openNewsroom(browser);

const TEXT = `The city council said on Tuesday it would spend $40 million on the harbour in 2024.

Mayor Joana Prado said 12,000 jobs depend on the port, and that fares rose by 8 percent last year.

The ferry company carried 3.1 million passengers in 2023, more than any other in the region.`;

let page: Page;

/** The article of one test, in its galley. */
async function openArticle(): Promise<void> {
  page = await newsroom.open("ana");
  await importArticle(page, { title: "Harbour budget doubles", text: TEXT, publishedOn: "2024-05-07" });
}

/** What stands in the margin: each claim with its number, state and words. */
async function marks(): Promise<readonly string[]> {
  const labels = page.locator(".galley-number");
  return labels.evaluateAll((all) => all.map((one) => one.getAttribute("aria-label") ?? ""));
}

/** Wait until the margin reads so. */
async function settled(wanted: (marks: readonly string[]) => boolean): Promise<readonly string[]> {
  await expect(soon(marks, wanted)).resolves.toBe(true);
  return marks();
}

async function soon<T>(read: () => Promise<T>, wanted: (value: T) => boolean): Promise<boolean> {
  const end = Date.now() + 45_000;
  while (!wanted(await read())) {
    if (Date.now() > end) return false;
    await page.evaluate(() => new Promise(requestAnimationFrame));
  }
  return true;
}

const same = (before: readonly string[]) => (now: readonly string[]) => JSON.stringify(now) === JSON.stringify(before);
const differ = (before: readonly string[]) => (now: readonly string[]) => !same(before)(now);
const toast = (words: string) => page.getByRole("region", { name: "Messages" }).getByText(words, { exact: false });

/** Take back what was just done, by the button of its message. */
async function undo(words: string, before: readonly string[]): Promise<void> {
  await toast(words).waitFor();
  await page.getByRole("region", { name: "Messages" }).getByRole("button", { name: "Undo" }).last().click();
  await toast("Undone.").first().waitFor();
  expect(await settled(same(before))).toEqual(before);
}

async function more(item: string): Promise<void> {
  await page.getByRole("button", { name: "More for this claim" }).click();
  await page.getByRole("menuitem", { name: item }).click();
}

test("words that are selected become a claim, over one that is there already; undo takes it back", async () => {
  await openArticle();
  const before = await marks();
  await selectWords(page, "depend on the port");
  await page.getByRole("button", { name: "Mark as claim" }).click();
  const after = await settled((now) => now.length === before.length + 1);
  expect(after.filter((label) => label.endsWith(": depend on the port"))).toHaveLength(1);
  await undo("Marked as a claim.", before);
});

test("a claim is moved to other words; undo moves it back", async () => {
  await openArticle();
  const before = await marks();
  await selectClaim(page, "$40 million");
  await selectWords(page, "it would spend");
  await page.getByRole("button", { name: /^Move claim \d+ here$/u }).click();
  const quoted = inspector(page).getByRole("region", { name: "What is said" });
  await quoted.getByText("In the text: it would spend").waitFor();
  await undo("moved.", before);
  await quoted.getByText("In the text: it would spend").waitFor({ state: "detached" });
});

test("a claim is split in two, and merged with its neighbour; undo takes each back", async () => {
  await openArticle();
  const before = await marks();
  await selectClaim(page, "$40 million");
  await more("Split in two…");
  await page
    .getByRole("group", { name: /second claim begin/u })
    .getByRole("button", { name: "it", exact: true })
    .click();
  await page.getByRole("button", { name: "Split here" }).click();
  await settled((now) => now.length === before.length + 1);
  await undo("split in two.", before);
  await selectClaim(page, "$40 million");
  await more("Merge with…");
  await page
    .getByRole("group", { name: /become part of/u })
    .getByRole("checkbox")
    .first()
    .check();
  await page.getByRole("button", { name: "Merge", exact: true }).click();
  await settled((now) => now.length === before.length - 1);
  await undo("Claims merged.", before);
});

test("a claim is dismissed with a reason, many are accepted at once; undo takes each back", async () => {
  await openArticle();
  const before = await marks();
  await selectClaim(page, "3.1 million");
  await page.getByRole("button", { name: "Dismiss…" }).click();
  await page.getByLabel("A word more").fill("The company counts them itself.");
  await page.getByRole("button", { name: /Not checkable$/u }).click();
  await inspectorHead(page).getByText("Dismissed", { exact: true }).waitFor();
  await inspector(page).getByText("Dismissed: not checkable. The company counts them itself.").waitFor();
  await settled(differ(before));
  await undo("dismissed: not checkable.", before);
  await page.getByRole("button", { name: `Accept all ${before.length} detected` }).click();
  const accepted = await settled((now) => now.every((label) => label.includes(", open")));
  expect(accepted).toHaveLength(before.length);
  await undo(`${before.length} claims accepted.`, before);
});

test("wording, speaker and kind are put right in place; the history takes the change back", async () => {
  await openArticle();
  const before = await marks();
  await selectClaim(page, "12,000 jobs");
  const said = inspector(page).getByRole("region", { name: "What is said" });
  await said.getByRole("button", { name: "Edit", exact: true }).click();
  await said.getByLabel("Wording", { exact: true }).fill("12,000 jobs depend on the harbour’s port");
  await said.getByLabel("Said by").fill("Joana Prado Lima");
  await said.getByLabel("Kind").selectOption("prediction");
  await said.getByRole("button", { name: "Save", exact: true }).click();
  await said.getByText("Joana Prado Lima").waitFor();
  await said.getByText("Prediction").first().waitFor();
  await settled(differ(before));
  await inspector(page)
    .getByText(/^History/u)
    .click();
  await inspector(page).getByRole("button", { name: "Undo", exact: true }).first().click();
  expect(await settled(same(before))).toEqual(before);
});
