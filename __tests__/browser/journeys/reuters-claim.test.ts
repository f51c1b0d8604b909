import Ajv2020 from "ajv/dist/2020";
import addFormats from "ajv-formats";
import type { Page, Request } from "playwright-core";
import schema from "@/docs/report.schema.json";
import { REPORT_FORMATS, type ReportFormat, STREAMED_FORMATS } from "@/lib/core/report/formats";
import { DEMO_ARTICLE, DEMO_SIGN_INS } from "@/seeds/desk";
import { type DemoRole, openBrowser } from "../../support/browser";
import { addNote, inspector, inspectorHead, margin, proposeVerdict, saveReport } from "../../support/desk-screens";

const browser = openBrowser();
const CLAIM = "The coalition has pledged more than $2 billion in assistance for Iraq and Syria in 2017";
const NOTE = "The table of pledges adds up to 2,036 million U.S. dollars.";
const SOURCE = "Pledges for 2017, by donor";
const EXPLANATION = "The donors’ table says 2.036 billion dollars for 2017.";

function member(role: DemoRole, which = 0) {
  const found = DEMO_SIGN_INS.filter((signIn) => signIn.role === role)[which];
  if (!found) throw new Error(`There is no ${role} number ${which}.`);
  return found;
}

/** Come in by the sign-in form. */
async function signIn(role: DemoRole, which = 0): Promise<Page> {
  const page = await browser.open();
  const { email, password } = member(role, which);
  await page.goto("/");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL(`${browser.url}/`);
  return page;
}

/** Open the article from the desk and select the claim by its mark in the text. */
async function openClaim(page: Page): Promise<void> {
  await page.getByRole("link", { name: DEMO_ARTICLE.title }).first().click();
  await page.locator("[data-placed]").waitFor();
  await page.getByText("more than $2 billion").first().click();
  await inspector(page).getByText(CLAIM).first().waitFor();
  await inspector(page).getByText("Who stands for it").waitFor();
}

const section = (page: Page, name: string) => inspector(page).getByRole("region", { name });
const person = (role: DemoRole, which = 0) => member(role, which).name;
const state = (page: Page, name: string) => inspectorHead(page).getByText(name, { exact: true }).waitFor();

/** Look at what a press sends to the server before it goes on. */
async function whilePosted(page: Page, press: () => Promise<void>, look: (request: Request) => Promise<void>) {
  await page.route("**/articles/**", async (route) => {
    if (route.request().method() === "POST") await look(route.request());
    await route.continue();
  });
  await press();
}

/** Post the same action with another person's session, as a browser that was tampered with would. */
async function postAs(page: Page, request: Request): Promise<string> {
  const { "next-action": action = "", "content-type": type = "", accept = "" } = await request.allHeaders();
  expect(action).not.toBe("");
  const answer = await page.request.post(request.url(), {
    headers: { "next-action": action, "content-type": type, accept, origin: browser.url },
    data: request.postDataBuffer() ?? Buffer.alloc(0),
  });
  return answer.text();
}

test("a reviewer signs in, finds the two billion dollars in the text and in the table, and leaves a source note", async () => {
  const page = await signIn("reviewer");
  await openClaim(page);
  await margin(page, CLAIM).first().waitFor();
  const facts = section(page, "What to check");
  await facts.getByText("> 2,000,000,000 USD").waitFor();
  await page.getByRole("link", { name: "Table of its claims" }).click();
  await page.getByRole("searchbox", { name: "Search claims" }).fill("2 billion");
  await page.keyboard.press("Enter");
  await page.waitForURL(/text=2\+billion/u);
  await page.getByRole("link", { name: CLAIM }).click();
  await page.waitForURL("**/claims/**");
  await addNote(page, { source: SOURCE, words: NOTE, quote: "Total 2017: 2 036" });
  await page.getByText("In check").first().waitFor();
});

test("an editor sets the verdict and can't sign it off, neither on the screen nor by posting what another sends", async () => {
  const editor = await signIn("editor");
  await openClaim(editor);
  await state(editor, "In check");
  await section(editor, "What we found").getByText(NOTE).waitFor();
  await proposeVerdict(editor, "Confirmed", EXPLANATION);
  await state(editor, "In review");
  await editor.getByText("You proposed this verdict, so another person has to sign it off.").first().waitFor();
  expect(await editor.getByRole("button", { name: "Sign off", exact: true }).count()).toBe(0);

  const second = await signIn("editor", 1);
  await openClaim(second);
  let refused = "";
  const press = () => second.getByRole("button", { name: "Sign off", exact: true }).click();
  await whilePosted(second, press, async (request) => {
    refused ||= await postAs(editor, request);
  });
  await state(second, "Verified");
  expect(refused).toContain("You proposed this verdict, so another person has to sign it off.");
  const standing = section(second, "Who stands for it");
  await standing.getByText(person("editor")).waitFor();
  await standing.getByText(person("editor", 1)).waitFor();
  await editor.reload();
  await state(editor, "Verified");
  expect(await section(editor, "Who stands for it").getByText("Signed off by").count()).toBe(1);
});

/** The words alone: without white space, Markdown's backslashes, and what HTML writes as entities. */
const plain = (text: string): string => text.replace(/\\(?=[^\w\s])/gu, "").replace(/&#39;|\s/gu, "");

describe("the report", () => {
  const files = new Map<ReportFormat, string>();
  let hash = "";

  test("shows the claim in its preview and is saved in each format, the same bytes each time", async () => {
    const page = await signIn("viewer");
    await openClaim(page);
    const signed = section(page, "Who stands for it").getByTitle(/^Bound to [0-9a-f]{64}$/u);
    hash = ((await signed.getAttribute("title")) ?? "").replace("Bound to ", "");
    await page.getByRole("link", { name: "Report", exact: true }).click();
    await page.waitForURL("**/reports/**");
    // Notes are the newsroom's own: the public report, which is shown first, leaves them out.
    await page.goto(`${page.url()}?audience=internal`);
    const preview = page.frameLocator("iframe");
    for (const words of [CLAIM, NOTE, EXPLANATION, person("editor"), person("editor", 1), person("reviewer")]) {
      await preview.getByText(words).first().waitFor();
    }
    for (const format of REPORT_FORMATS) {
      const bytes = await saveReport(page, format);
      expect(await saveReport(page, format)).toEqual(bytes);
      files.set(format, bytes.toString("utf8"));
    }
  });

  // Web Annotation and ClaimReview carry claims and verdicts to other programs, not who stands for them.
  test.each(STREAMED_FORMATS)(
    "holds the claim, the note, the verdict, both people and the fingerprints as %s",
    (format) => {
      const text = plain(files.get(format) ?? "");
      const { version, ledger } = JSON.parse(files.get("json") ?? "");
      const wanted = [CLAIM, NOTE, SOURCE, EXPLANATION, "Confirmed", version.sha256, ledger.hash];
      const people = [person("reviewer"), person("editor"), person("editor", 1)];
      // The table of claims has no room for the fingerprint of each sign-off; the JSON holds everything.
      const all = [...wanted, ...people, ...(format === "json" ? [hash] : [])];
      expect(all.filter((words) => !text.includes(plain(words)))).toEqual([]);
    },
  );

  test("is valid against its schema as JSON", () => {
    const ajv = new Ajv2020({ strict: true, allErrors: true });
    addFormats(ajv);
    const validate = ajv.compile(schema);
    validate(JSON.parse(files.get("json") ?? ""));
    expect(validate.errors).toBeNull();
  });
});
