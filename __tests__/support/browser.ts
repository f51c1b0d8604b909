import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { findChromium } from "@/scripts/chromium.cjs";
import { DEMO_SIGN_INS } from "@/seeds/desk";
import { waitForHydration } from "./hydration";

/** A real Chromium for one test file; every page it opens fails the test on noise. */
export type TestBrowser = {
  /** Address of the running product, without a slash at its end. */
  readonly url: string;
  /**
   * Open a page in a session of its own (no shared cookies or storage), closed after the test. Its `goto`, `reload` and
   * `waitForURL` resolve once React has taken over, unless the page runs no scripts.
   */
  readonly open: (options?: PageOptions) => Promise<Page>;
  /** Accept for this test what would otherwise fail it, such as the console's word on an answer of 404. */
  readonly allow: (pattern: RegExp) => void;
};

/** A browser's session, and whether the product's programs reach it: without them a page stays as the server sent it. */
export type PageOptions = BrowserContextOptions & { readonly programs?: boolean };

/** What a demo member may do; see seeds/desk.ts. */
export type DemoRole = (typeof DEMO_SIGN_INS)[number]["role"];

const FLAGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-dev-shm-usage",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  // Whatever a page asks for elsewhere stays in the machine; the request itself fails the test.
  "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
];

/** How long a test waits for anything on a page before it gives up. */
const PATIENCE_MS = 45_000;
const TEST_MS = 240_000;

/** Return the address of the product the browser project's set-up started, without a slash at its end. */
export function productUrl(): string {
  const url = process.env.CLAIMDESK_TEST_URL;
  if (url === undefined) throw new Error("Browser tests run in the jest project `browser`, which starts the product.");
  return url;
}

/** Start Chromium with the flags of the tests; the caller closes it. */
export function launchChromium(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === null) throw new Error("No Chromium was found. Install it, or set CHROMIUM_PATH.");
  return chromium.launch({ executablePath, args: FLAGS });
}

async function listen(context: BrowserContext, note: (problem: string) => void): Promise<void> {
  await context.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      console.error(
        `CSP violation: ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`,
      );
    });
  });
  context.on("console", (message) => {
    if (message.type() === "error") note(`console error: ${message.text()} (${message.location().url})`);
  });
  context.on("weberror", (problem) => note(`page error: ${problem.error().stack ?? problem.error().message}`));
  context.on("request", (request) => {
    const url = new URL(request.url());
    const local = ["data:", "blob:"].includes(url.protocol) || url.origin === new URL(productUrl()).origin;
    if (!local) note(`request that leaves the product: ${request.method()} ${request.url()}`);
  });
}

/** Slow the page's processor down by the factor in CLAIMDESK_TEST_SLOWNESS, to find what only holds on a fast machine. */
async function slowDown(page: Page): Promise<void> {
  const rate = Number(process.env.CLAIMDESK_TEST_SLOWNESS ?? 1);
  if (!(rate > 1)) return;
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate });
}

async function withholdPrograms(page: Page, allow: (pattern: RegExp) => void): Promise<void> {
  allow(/net::ERR_FAILED/);
  await page.route("**/_next/static/**/*.js", (route) => route.abort());
}

/** Start a browser for the calling test file. Call it once at the top; its pages are for use inside the tests. */
export function openBrowser(): TestBrowser {
  jest.setTimeout(TEST_MS);
  let browser: Browser | undefined;
  let contexts: BrowserContext[] = [];
  let problems: string[] = [];
  let allowed: RegExp[] = [];
  beforeAll(async () => {
    browser = await launchChromium();
  }, 60_000);
  afterEach(async () => {
    const open = contexts;
    const found = problems.filter((problem) => !allowed.some((pattern) => pattern.test(problem)));
    [contexts, problems, allowed] = [[], [], []];
    await Promise.all(open.map((context) => context.close()));
    expect(found).toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
  });
  return {
    url: productUrl(),
    allow: (pattern) => void allowed.push(pattern),
    open: async ({ programs = true, ...options } = {}) => {
      if (browser === undefined) throw new Error("Open pages inside a test.");
      const context = await browser.newContext({ baseURL: productUrl(), reducedMotion: "reduce", ...options });
      // Generous: a busy machine may take long over a page; what must be fast is asserted where it is tested.
      context.setDefaultTimeout(PATIENCE_MS);
      contexts.push(context);
      await listen(context, (problem) => problems.push(problem));
      const page = await context.newPage();
      await slowDown(page);
      if (!programs) await withholdPrograms(page, (pattern) => allowed.push(pattern));
      else if (options.javaScriptEnabled !== false) waitForHydration(page);
      return page;
    },
  };
}

/**
 * Sign the page's session in as a demo member of the role, as the sign-in form does, without going through the form.
 * `which` picks among several of one role, from 0. Throws when the product refuses.
 */
export async function signInAs(page: Page, role: DemoRole, which = 0): Promise<void> {
  const member = DEMO_SIGN_INS.filter((signIn) => signIn.role === role)[which];
  if (member === undefined) throw new Error(`The demo newsroom has no ${role} number ${which}.`);
  const token = await page.request.get("/api/auth/csrf");
  const { csrfToken } = (await token.json()) as { csrfToken: string };
  const form = { csrfToken, email: member.email, password: member.password, json: "true", callbackUrl: productUrl() };
  await page.request.post("/api/auth/callback/credentials", { form });
  const session = await page.request.get("/api/auth/session");
  const text = await session.text();
  if (!text.includes('"user"')) throw new Error(`${member.email} was not signed in: ${text}`);
}
