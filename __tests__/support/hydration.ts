import type { Page } from "playwright-core";

/** What is read here of React's own tree: a node, its first child and its next sibling. */
interface Fiber {
  readonly child: Fiber | null;
  readonly sibling: Fiber | null;
  readonly memoizedState: { readonly isDehydrated?: boolean; readonly dehydrated?: Comment | null } | null;
}

const LIMIT_MS = 20_000;

/**
 * Tell, inside the page, whether React has taken over all of it. Only its tree says so: the elements of a page carry React's
 * mark already while it still tries, and the hidden fields that a form without scripts needs never do.
 */
function isHydrated(): boolean {
  // An answer of the API or a report has no scripts of the product, and nothing to wait for.
  if (document.querySelector('script[src*="/_next/"]') === null) return true;
  const container = Object.entries(document).find(([key]) => key.startsWith("__reactContainer$"))?.[1];
  const root: Fiber | undefined = container?.stateNode.current;
  const open = root === undefined ? [] : [root];
  for (let fiber = open.pop(); fiber !== undefined; fiber = open.pop()) {
    const { memoizedState: state, child, sibling } = fiber;
    if (state?.isDehydrated === true || (state?.dehydrated ?? null) !== null) return false;
    if (child !== null) open.push(child);
    if (sibling !== null) open.push(sibling);
  }
  return root !== undefined;
}

/** Wait until React has taken over all that the page shows, so that what is pressed from then on has its effect. Goes on after 20 s. */
export async function hydrated(page: Page): Promise<void> {
  try {
    await page.waitForFunction(isHydrated, undefined, { timeout: LIMIT_MS });
    // Effects, which listen to the keys, run once all is drawn: when nothing is left to do, they have run.
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestIdleCallback(done))));
  } catch {
    // What the test waits for says better what is wrong.
  }
}

/** Make whatever takes the page to another address, or waits for one, resolve only once React has taken over there. */
export function waitForHydration(page: Page): void {
  const { goto, reload, goBack, goForward, waitForURL } = page;
  const then = async <Result>(going: Promise<Result>): Promise<Result> => {
    const result = await going;
    await hydrated(page);
    return result;
  };
  page.goto = (...args) => then(goto.apply(page, args));
  page.reload = (...args) => then(reload.apply(page, args));
  page.goBack = (...args) => then(goBack.apply(page, args));
  page.goForward = (...args) => then(goForward.apply(page, args));
  page.waitForURL = (...args) => then(waitForURL.apply(page, args));
}
