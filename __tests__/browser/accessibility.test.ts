import type { Page } from "playwright-core";
import { execute, type Outcome } from "@/lib/platform/command";
import { publishReport } from "@/lib/publications/commands";
import { uploadFile } from "@/lib/snapshots/commands";
import { readSeedArticle } from "@/seeds/desk";
import { lookAs, seriousFindings, sidewaysScroll } from "../support/accessibility";
import { openBrowser } from "../support/browser";
import { addNote, importArticle, inspector, openPalette, proposeVerdict, selectClaim } from "../support/desk-screens";
import { type Desk, openNewsroom } from "../support/newsroom";

const browser = openBrowser();
const newsroom = openNewsroom(browser);

/** Where the screens of an article with a claim in review are. */
interface Places {
  readonly article: string;
  readonly claim: string;
  readonly source: string;
  readonly snapshot: string;
  /** The published report, as the public finds it. */
  readonly slug: string;
}

let places: Places | undefined;

function done<Output>(outcome: Outcome<Output>): Output {
  if (outcome.ok) return outcome.output;
  throw outcome.refusal;
}

/** Fill the newsroom once, through the screens: the Reuters article, a claim with a note and a verdict. */
async function fill(): Promise<Places> {
  if (places) return places;
  const page = await newsroom.open("ana");
  const text = readSeedArticle("reuters-zones-of-stability");
  const article = await importArticle(page, { title: "U.S. to set up zones of stability", text, publisher: "Reuters" });
  const claim = await selectClaim(page, "more than $2 billion");
  await page.getByRole("button", { name: "Accept", exact: true }).click();
  await addNote(page, { source: "Pledges for 2017, by donor", words: "It adds up.", quote: "Total: 2 036" });
  await proposeVerdict(page, "Confirmed", "The donors’ table says so.");
  const source = await page.getByRole("link", { name: "Pledges for 2017, by donor" }).first().getAttribute("href");
  const sourceId = source?.replace("/sources/", "") ?? "";
  const ana = await newsroom.actor("ana");
  const file = new File(["Pledges for 2017\n\nTotal: 2 036, in millions of dollars.\n"], "pledges.txt");
  const { snapshotId } = done(await execute(uploadFile, ana, { sourceId, file }));
  const { slug } = done(await execute(publishReport, ana, { articleId: article, indexable: "on" }));
  places = { article, claim, source: sourceId, snapshot: snapshotId, slug };
  return places;
}

const WIDE = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };
/** A theme changes colours only; what stands where is looked at in the light. */
const LOOKS = [
  { ...WIDE, colorScheme: "light", rules: "all" },
  { ...WIDE, colorScheme: "dark", rules: "colours" },
  { ...PHONE, colorScheme: "dark", rules: "colours" },
  { ...PHONE, colorScheme: "light", rules: "all" },
] as const;
/** 640 px wide at 200 % zoom. */
const NARROWEST = { width: 320, height: 640, colorScheme: "light" } as const;

/** Look at what the page shows in both themes, wide and on a phone, and at twice the size. */
async function lookAt(page: Page): Promise<readonly string[]> {
  const found: string[] = [];
  for (const look of LOOKS) {
    await lookAs(page, look);
    const findings = [...(await seriousFindings(page, look.rules))];
    const over = await sidewaysScroll(page);
    if (over > 0) findings.push(`${over} px too wide`);
    found.push(...findings.map((finding) => `${look.width} px, ${look.colorScheme}: ${finding}`));
  }
  await lookAs(page, NARROWEST);
  const over = await sidewaysScroll(page);
  if (over > 0) found.push(`${NARROWEST.width} px: ${over} px too wide`);
  return found;
}

type Screen = readonly [name: string, who: Desk | null, address: (places: Places) => string];

const SCREENS: readonly Screen[] = [
  ["sign-in", null, () => "/sign-in"],
  ["a join page whose link is no good", null, () => "/join/no-such-invitation"],
  ["the desk", "ana", () => "/"],
  ["the desk of somebody who waits", "marek", () => "/"],
  ["articles", "ana", () => "/articles"],
  ["import", "ana", () => "/articles/import"],
  ["an article", "ana", ({ article }) => `/articles/${article}`],
  ["an article with a claim to sign off", "marek", ({ article, claim }) => `/articles/${article}?claim=${claim}`],
  ["an article for a viewer", "lena", ({ article, claim }) => `/articles/${article}?claim=${claim}`],
  ["the claims of an article", "ana", ({ article }) => `/articles/${article}/claims`],
  ["the figures of an article", "lena", ({ article }) => `/articles/${article}/figures`],
  ["reading an article again", "ana", ({ article }) => `/articles/${article}/read-again`],
  ["all claims", "ana", () => "/claims"],
  ["claims that no filter finds", "ana", () => "/claims?text=nothing-like-this"],
  ["a claim", "marek", ({ claim }) => `/claims/${claim}`],
  ["sources", "tom", () => "/sources"],
  ["sources, adding one", "tom", () => "/sources?add=1"],
  ["a source", "tom", ({ source }) => `/sources/${source}`],
  ["a copy of a source", "tom", ({ source, snapshot }) => `/sources/${source}/snapshots/${snapshot}`],
  ["reports", "lena", () => "/reports"],
  ["a report", "lena", ({ article }) => `/reports/${article}`],
  ["publishing a report", "ana", ({ article }) => `/reports/${article}/publication`],
  ["a published report", null, ({ slug }) => `/r/${slug}`],
  ["a ledger", "lena", ({ article }) => `/articles/${article}/ledger`],
  ["settings for the owner", "owner", () => "/settings"],
  ["settings for a reviewer", "tom", () => "/settings"],
  ["the newsroom's ledger", "owner", () => "/settings/ledger"],
  ["work in the background", "owner", () => "/settings/jobs"],
];

test.each(SCREENS)("%s is accessible in both themes, wide and narrow", async (_name, who, address) => {
  const where = address(await fill());
  const page = who ? await newsroom.open(who) : await browser.open();
  await page.goto(where);
  await page.getByRole("heading", { level: 1 }).first().waitFor();
  if (where.includes("?claim=")) await inspector(page).getByText("Who stands for it").waitFor();
  expect(await lookAt(page)).toEqual([]);
});

test("the page for an address that leads nowhere is accessible, signed in and signed out", async () => {
  browser.allow(/status of 404/u);
  for (const page of [await newsroom.open("ana"), await browser.open()]) {
    await page.goto("/claims/nowhere");
    await page.getByRole("heading", { level: 1 }).first().waitFor();
    expect(await lookAt(page)).toEqual([]);
  }
});

test("the join page is accessible", async () => {
  const owner = await newsroom.open("owner");
  await owner.goto("/settings");
  await owner.getByRole("button", { name: "Make link" }).click();
  const link = await owner.getByLabel("Invitation link").inputValue();
  expect(await lookAt(owner)).toEqual([]);
  const page = await browser.open();
  await page.goto(link);
  await page.getByRole("heading", { name: /^Join/u }).waitFor();
  expect(await lookAt(page)).toEqual([]);
});

test("the report itself is accessible", async () => {
  const { article } = await fill();
  const viewer = await newsroom.open("lena");
  const answer = await viewer.request.get(`/api/articles/${article}/report?format=html`);
  // In the product it stands in a frame that runs no script, so axe reads it on a page of its own.
  await viewer.setContent(await answer.text());
  expect(await lookAt(viewer)).toEqual([]);
});

describe("what opens over a screen is accessible:", () => {
  type Opened = readonly [name: string, open: (page: Page, places: Places) => Promise<void>];
  const claimOf = ({ article, claim }: Places) => `/articles/${article}?claim=${claim}`;
  const openClaim = async (page: Page, where: Places) => {
    await page.goto(claimOf(where));
    await inspector(page).getByText("Who stands for it").waitFor();
  };
  const opened: readonly Opened[] = [
    [
      "the keyboard map",
      async (page, { article }) => {
        await page.goto(`/articles/${article}`);
        await page.locator("[data-placed]").waitFor();
        await page.keyboard.press("?");
        await page.getByRole("dialog", { name: "Keyboard" }).waitFor();
      },
    ],
    [
      "the palette",
      async (page) => {
        await page.goto("/claims");
        await page.locator("[data-row]").first().waitFor();
        await openPalette(page);
        await page.keyboard.type("billion");
        await page
          .getByRole("option", { name: /billion/u })
          .first()
          .waitFor();
      },
    ],
    [
      "the account menu",
      async (page) => {
        await page.goto("/sources");
        await page.getByRole("button", { name: /^Account/u }).click();
        await page.getByRole("menuitem", { name: "Sign out", exact: true }).waitFor();
      },
    ],
    [
      "the forms of a claim",
      async (page, where) => {
        await openClaim(page, where);
        const said = page.getByRole("region", { name: "What is said" });
        await said.getByRole("button", { name: "Edit", exact: true }).click();
        await page.getByRole("button", { name: "Edit this note" }).click();
        await page.getByRole("button", { name: "Change verdict" }).click();
        await page.getByRole("button", { name: "Dismiss…" }).click();
        await inspector(page)
          .getByText(/^History/u)
          .click();
        await page.getByText("Why is there nothing to check?").waitFor();
      },
    ],
    [
      "splitting a claim",
      async (page, where) => {
        await openClaim(page, where);
        await page.getByRole("button", { name: "More for this claim" }).click();
        await page.getByRole("menuitem", { name: "Split in two…" }).click();
        await page.getByRole("group", { name: /second claim begin/u }).waitFor();
      },
    ],
    [
      "merging claims",
      async (page, where) => {
        await openClaim(page, where);
        await page.getByRole("button", { name: "More for this claim" }).click();
        await page.getByRole("menuitem", { name: "Merge with…" }).click();
        await page.getByRole("group", { name: /become part of/u }).waitFor();
      },
    ],
    [
      "chosen rows and the choice of a reason",
      async (page) => {
        await page.goto("/claims");
        await page.getByRole("checkbox", { name: "Choose all on this page" }).check();
        await page.getByRole("button", { name: "Dismiss", exact: true }).click();
        await page.getByRole("radio", { name: "Opinion" }).waitFor();
      },
    ],
    [
      "refused input",
      async (page) => {
        await page.goto("/articles/import");
        await page.getByLabel("Title").fill("x");
        await page.getByLabel("Text", { exact: true }).fill("  ");
        await page.getByRole("button", { name: "Import and find the claims" }).click();
        await page.getByText("The article is empty.", { exact: false }).first().waitFor();
      },
    ],
  ];
  test.each(opened)("%s", async (_name, open) => {
    const where = await fill();
    const page = await newsroom.open("ana");
    await open(page, where);
    expect(await lookAt(page)).toEqual([]);
  });
});
