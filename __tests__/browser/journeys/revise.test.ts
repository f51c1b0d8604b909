import type { Page } from "playwright-core";
import { loadArticle } from "@/lib/articles/queries";
import { addSourceNote, assignClaim, bulkAccept, proposeVerdict, signOff } from "@/lib/claims/commands";
import { loadClaim } from "@/lib/claims/queries";
import type { Actor } from "@/lib/platform/actor";
import { type Command, execute } from "@/lib/platform/command";
import { readSeedArticle } from "@/seeds/desk";
import { openBrowser } from "../../support/browser";
import { addNote, importArticle, inspector, inspectorHead, selectClaim } from "../../support/desk-screens";
import { openNewsroom } from "../../support/newsroom";

const browser = openBrowser();
const newsroom = openNewsroom(browser, { name: "The Revising Desk" });

async function run(command: Command, actor: Actor, input: object): Promise<void> {
  const outcome = await execute(command, actor, input);
  if (!outcome.ok) throw outcome.refusal;
}

/** Check a claim to its end: Tom, whom it is assigned to, leaves a note, Ana proposes, Marek signs off. Returns its id. */
async function verify(articleId: string, words: string): Promise<string> {
  const [ana, marek, tom] = [await newsroom.actor("ana"), await newsroom.actor("marek"), await newsroom.actor("tom")];
  const { claims } = await loadArticle(ana, articleId);
  const claimId = claims.find(({ wording }) => wording.includes(words))?.id;
  if (claimId === undefined) throw new Error(`There is no claim with “${words}”.`);
  const seen = () => loadClaim(marek, claimId);
  await run(bulkAccept, ana, { selection: { ids: [claimId] } });
  await run(assignClaim, ana, { claimId, rev: (await seen()).rev, assigneeId: tom.userId, priority: 2, dueOn: null });
  const note = { stance: "supports", quote: "", locator: "", note: "So it says.", consultedOn: "2017-03-23" };
  await run(addSourceNote, tom, {
    claimId,
    ...note,
    sourceTitle: "Minutes",
    sourceMedium: "document",
    sourceKind: "primary",
  });
  await run(proposeVerdict, ana, { claimId, rev: (await seen()).rev, verdict: "confirmed", explanation: "It is so." });
  const { rev, contentHash } = await seen();
  await run(signOff, marek, { claimId, rev, contentHash });
  return claimId;
}

/** Put the whole text into the form of a new version and compare. */
async function compare(page: Page, articleId: string, text: string): Promise<void> {
  await page.goto(`/articles/${articleId}/revise`);
  await page.getByLabel("Text", { exact: true }).fill(text);
  await page.getByRole("button", { name: "Compare" }).click();
  await page.getByRole("heading", { name: /^What version \d+ would do$/u }).waitFor();
}

async function store(page: Page): Promise<void> {
  await page.getByRole("button", { name: /^Save as version \d+$/u }).click();
  await page.waitForURL(/[?&]stored=\d+/u);
  await page.locator("[data-placed]").waitFor();
}

/** How many facts of the text are under a decision, as the coverage beside the galley says it. */
async function decided(page: Page, articleId: string): Promise<{ readonly decided: number; readonly all: number }> {
  await page.goto(`/articles/${articleId}?coverage`);
  const line = page.getByRole("status").filter({ hasText: /under a decision$/u });
  const [, of, all] = /(\d+) of (\d+) facts/u.exec((await line.textContent()) ?? "") ?? [];
  return { decided: Number(of), all: Number(all) };
}

describe("a new version of the Reuters article", () => {
  const SEED = readSeedArticle("reuters-zones-of-stability").trim();
  const TYPO = "retook several Iraqi citis";
  const FIRST = SEED.replace("retook several Iraqi cities", TYPO);
  const DELETED = "A final statement at the end of the meeting did not mention the possibility of safe zones.\n";
  const MOVED =
    "Islamic State has been losing ground in both Iraq and Syria, with three separate forces, backed by the United States, Turkey and Russia, advancing on the group’s Syrian stronghold city of Raqqa.\n";
  const NEW = "The coalition’s office in Baghdad has 140 employees.\n";
  const SECOND = SEED.replace("more than $2 billion", "more than $5 billion")
    .replace("set up “interim zones of stability”", "set up “interim zones of instability”")
    .replace(DELETED, "")
    .replace(MOVED, "")
    .replace("He was addressing", `${MOVED}He was addressing`)
    .replace("Speaking to the same meeting", `${NEW}Speaking to the same meeting`);

  test("shows each claim's fate before it is stored; sign-offs fall with the reason, coverage drops, new claims are offered", async () => {
    const page = await newsroom.open("ana");
    const article = await importArticle(page, { title: "Zones of stability", text: FIRST, publisher: "Reuters" });
    const pledge = await verify(article, "more than $2 billion");
    const zones = await verify(article, "the United States would set up");
    const statement = await verify(article, "A final statement");
    const forces = await verify(article, "three separate forces");
    const cities = await verify(article, TYPO);
    const before = await decided(page, article);

    await compare(page, article, SECOND);
    const fate = (words: string) => page.getByRole("article", { name: /^Claim \d+$/u }).filter({ hasText: words });
    const says = (words: string, ...all: readonly string[]) =>
      Promise.all(all.map((each) => fate(words).first().getByText(each, { exact: false }).first().waitFor()));
    await says("assistance for Iraq", "Says something else", "$2 billion became $5 billion", "Its sign-off falls");
    await says("assistance for Iraq", "it opens again, for Tom Okafor");
    await fate("assistance for Iraq").getByRole("deletion").filter({ hasText: "$2" }).waitFor();
    await fate("assistance for Iraq").getByRole("insertion").filter({ hasText: "$5" }).waitFor();
    await says("to help refugees", "Says something else", "“stability” became “instability”", "Its sign-off falls");
    await says("A final statement", "Not in the text", "Its words are gone from the text", "Its sign-off falls");
    await says("retook several Iraqi", "Reworded", "Keeps its sign-off, flagged for a glance");
    await page.getByText("3 sign-offs fall.").waitFor();
    await page.getByText(/^\d+ claims keep their words\.$/u).waitFor();
    await page.locator("summary").filter({ hasText: "keep their words" }).click();
    const kept = page.getByRole("listitem").filter({ has: page.getByTitle(/^three separate forces/u) });
    await kept.getByRole("img", { name: "Verified" }).waitFor();
    const added = page.getByRole("region", { name: "New claims found" });
    await added.getByText("140 employees", { exact: false }).waitFor();

    // Nothing is stored yet.
    expect((await loadClaim(await newsroom.actor("lena"), pledge)).state).toBe("verified");
    await store(page);
    await page
      .getByRole("status")
      .filter({
        hasText: "Version 2 is stored: 3 claims reopened, 1 claim without a place, 1 claim to glance at, 1 new claim.",
      })
      .waitFor();

    await page.goto(`/articles/${article}?claim=${pledge}`);
    await inspectorHead(page).getByText("Reopened", { exact: true }).waitFor();
    const standing = inspector(page).getByRole("region", { name: "Who stands for it" });
    await standing.getByText("$2 billion became $5 billion in version 2", { exact: false }).first().waitFor();
    await inspector(page).getByText("more than $5 billion", { exact: false }).first().waitFor();
    const lena = await newsroom.actor("lena");
    const states = await Promise.all(
      [zones, statement, forces, cities].map(async (id) => (await loadClaim(lena, id)).state),
    );
    expect(states).toEqual(["reopened", "reopened", "verified", "verified"]);

    // The paragraph that was moved took its claim along.
    expect((await loadClaim(lena, forces)).start).toBe(SECOND.indexOf("three separate forces"));

    const after = await decided(page, article);
    expect(after.decided).toBeLessThan(before.decided);
    await page.getByRole("link", { name: /^Claim \d+, detected.*140 employees/u }).waitFor();

    await page.goto(`/reports/${article}`);
    const report = page.frameLocator("iframe");
    await report.getByText("given on version 1, carried to version 2", { exact: false }).first().waitFor();
    await report.getByText(TYPO, { exact: false }).first().waitFor();
    await report.getByText("$2 billion became $5 billion in version 2", { exact: false }).first().waitFor();

    await page.goto(`/articles/${article}/versions/1`);
    await page.getByText("more than $2 billion", { exact: false }).first().waitFor();
  });
});

describe("one revises while another writes a note on the same claim:", () => {
  const TEXT =
    "The harbour bridge cost $3 million, Mayor Joana Prado said on Tuesday.\n\nThe ferry carried 40,000 passengers in 2016.";
  const REVISED = TEXT.replace("$3 million", "$5 million");
  const NOTE = "The second invoice of the bridge.";

  /** Ana before the form of a new version, Tom before a half-written note on the claim that it changes. */
  async function twoPeople() {
    const [ana, tom] = [await newsroom.open("ana"), await newsroom.open("tom")];
    const article = await importArticle(ana, { title: "The harbour bridge", text: TEXT });
    const claim = await verify(article, "$3 million");
    await tom.goto(`/articles/${article}?claim=${claim}`);
    const form = tom.getByRole("form", { name: "Add a source note" });
    await form.getByLabel("Source", { exact: true }).fill("Invoice");
    await form.getByLabel("Note").fill(NOTE);
    return { ana, tom, article, claim };
  }

  /** Both things are there: the claim has the new figure, the old note and the new one, and no sign-off. */
  async function nothingIsLost(page: Page, article: string, claim: string): Promise<void> {
    await page.goto(`/articles/${article}?claim=${claim}`);
    await inspector(page).getByText("$5 million", { exact: false }).first().waitFor();
    for (const note of [NOTE, "So it says."]) {
      await inspector(page).getByRole("paragraph").filter({ hasText: note }).first().waitFor();
    }
    const { state, signOffs, versionNumber } = await loadClaim(await newsroom.actor("lena"), claim);
    expect({ versionNumber, standing: signOffs.filter(({ voided }) => voided === null) }).toEqual({
      versionNumber: 2,
      standing: [],
    });
    expect(["reopened", "in_check"]).toContain(state);
  }

  test("the version comes first", async () => {
    const { ana, tom, article, claim } = await twoPeople();
    await compare(ana, article, REVISED);
    await store(ana);
    await addNote(tom, { source: "Invoice", words: NOTE });
    for (const page of [tom, ana]) await nothingIsLost(page, article, claim);
  });

  test("the note comes first, after the other saw what the version would do", async () => {
    const { ana, tom, article, claim } = await twoPeople();
    await compare(ana, article, REVISED);
    await addNote(tom, { source: "Invoice", words: NOTE });
    await store(ana);
    for (const page of [tom, ana]) await nothingIsLost(page, article, claim);
  });

  test("the text of a version stored meanwhile is compared with the one that came first, and nothing typed is lost", async () => {
    const { ana, article } = await twoPeople();
    const marek = await newsroom.open("marek");
    await compare(marek, article, TEXT.replace("40,000", "50,000"));
    await compare(ana, article, REVISED);
    await store(ana);
    await marek.getByRole("button", { name: "Save as version 2" }).click();
    await marek.getByRole("alert").filter({ hasText: "Version 2 came in meanwhile. Your text is kept" }).waitFor();
    await marek.getByRole("button", { name: "Compare with the current version" }).click();
    await marek.getByRole("heading", { name: "What version 3 would do" }).waitFor();
    await marek.getByText("40,000 became 50,000", { exact: false }).first().waitFor();
    await marek.getByText("$5 million became $3 million", { exact: false }).first().waitFor();
    await store(marek);
    await selectClaim(marek, "50,000 passengers");
  });
});
