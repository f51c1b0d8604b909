import type { Page } from "playwright-core";
import { openBrowser } from "../../support/browser";
import { addNote, importArticle, proposeVerdict, selectClaim } from "../../support/desk-screens";
import { openNewsroom } from "../../support/newsroom";

const browser = openBrowser();
const newsroom = openNewsroom(browser, { name: "The Two-Source Desk" });

const TEXT = `The harbour bridge cost $3 million, Mayor Joana Prado said on Tuesday.

The ferry carried 40,000 passengers in 2016.
`;
const LACKS =
  "This newsroom asks for 1 primary source or 2 independent sources; this claim has 1 independent source, not primary.";
const REASON = "The registry is closed until Monday.";

let articleId = "";

/** The owner asks for one primary source or two independent ones. */
async function setRule(owner: Page): Promise<void> {
  await owner.goto("/settings");
  const rule = owner.getByRole("group", { name: "Sources that a sign-off asks for" });
  await rule.getByText("A claim can be signed off however many sources it has.").waitFor();
  await rule.getByLabel("Primary").selectOption("1 source");
  await rule.getByLabel("Independent").selectOption("2 sources");
  await rule.getByRole("button", { name: "Save" }).click();
  await rule.getByText("A claim with 1 primary source or 2 independent sources can be signed off").waitFor();
}

test("the owner says what a sign-off asks of the sources, and everybody reads it", async () => {
  await setRule(await newsroom.open("owner"));
  const lena = await newsroom.open("lena");
  await lena.goto("/settings");
  await lena.getByText("A claim with 1 primary source or 2 independent sources can be signed off").waitFor();
  const owner = await newsroom.open("owner");
  await owner.goto("/settings/ledger");
  await owner.getByText("let a sign-off ask for 1 primary source or 2 independent sources.").waitFor();
});

test("with too few sources, signing off says what is missing, asks why, and keeps the answer", async () => {
  const ana = await newsroom.open("ana");
  articleId = await importArticle(ana, { title: "The bridge", text: TEXT });
  const claimId = await selectClaim(ana, "$3 million");
  await ana.getByRole("button", { name: "Accept", exact: true }).click();
  await addNote(ana, { source: "Harbour gazette", words: "It says three million." });
  await ana.getByText("1 link, 1 independent source").waitFor();
  await proposeVerdict(ana, "Confirmed", "The gazette says so.");

  const marek = await newsroom.open("marek");
  await marek.goto(`/claims/${claimId}`);
  await marek.getByRole("button", { name: "Sign off…" }).click();
  const why = marek.getByLabel("Why with fewer sources?");
  await why.fill(REASON);
  expect(await marek.getByText(LACKS).count()).toBeGreaterThan(0);
  await marek.getByRole("button", { name: "Sign off all the same" }).click();
  await marek.getByText(`With fewer sources than the newsroom asks for: ${REASON}`).waitFor();
  await marek.goto(`/articles/${articleId}/ledger`);
  await marek.getByText(`with fewer sources than the rule asks for: “${REASON}”`).waitFor();
});

test("with an official record nothing is asked", async () => {
  const marek = await newsroom.open("marek");
  await marek.goto(`/articles/${articleId}`);
  const claimId = await selectClaim(marek, "40,000 passengers");
  await marek.getByRole("button", { name: "Accept", exact: true }).click();
  const form = marek.getByRole("form", { name: "Add a source note" });
  await form.getByLabel("Standing").selectOption("Official record");
  await addNote(marek, { source: "Register of ferries", words: "40,000, line 12." });
  await marek.getByText("1 link, 1 independent source · 1 primary").waitFor();
  await proposeVerdict(marek, "Confirmed", "The register says so.");
  const ana = await newsroom.open("ana");
  await ana.goto(`/claims/${claimId}`);
  await ana.getByRole("button", { name: "Sign off", exact: true }).click();
  await ana.getByText("Signed off by Ana Silva").waitFor();
});
