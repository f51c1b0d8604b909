import { isUtf8 } from "node:buffer";
import { Readability } from "@mozilla/readability";
import { JSDOM, VirtualConsole } from "jsdom";
import type { About } from "@/lib/core/evidence/document";

/** The most elements that the article is looked for in; of larger pages all the text is taken. */
const ELEMENTS = 60_000;
/** Looking for the article takes the cube of how deep elements are nested: of deeper pages, too, all the text is taken. */
const DEEP = 150;
/** An article that is shorter than this, and less than this share of the page, has probably missed the point. */
const SHORTEST = 250;
const SHARE = 0.1;

/** Signs that mark where a page of a document begins, while its HTML is read. */
export const PAGE_MARK = "\uE000";

/** Read a page: its readable text and what it says of itself. No script runs and nothing is loaded. */
export function readHtml(
  bytes: Uint8Array,
  url: string,
  charset: string | null,
): { readonly text: string; readonly about: About } {
  const { document } = open(bytes, url, charset).window;
  const about = aboutPage(document);
  const whole = blockText(document.body);
  const article = isDeeperThan(document.body, DEEP) ? null : readArticle(document);
  if (!article) return { text: whole, about };
  const enough = article.text.length >= SHORTEST || article.text.length >= SHARE * whole.length;
  return {
    text: enough ? article.text : whole,
    about: {
      ...about,
      byline: about.byline || article.byline,
      siteName: about.siteName || article.siteName,
      title: about.title || article.title,
    },
  };
}

/** Read the text of a piece of HTML that Claimdesk made itself. */
export function htmlText(html: string): string {
  return blockText(new JSDOM(html, { virtualConsole: new VirtualConsole() }).window.document.body);
}

function open(bytes: Uint8Array, url: string, charset: string | null): JSDOM {
  // Bytes that are UTF-8 throughout are UTF-8, also where a page says nothing or something else.
  const known = charset ?? (isUtf8(bytes) ? "utf-8" : null);
  const contentType = known ? `text/html; charset=${known}` : "text/html";
  const address = URL.canParse(url) ? { url } : {};
  // Without `runScripts` and `resources` jsdom runs and loads nothing.
  return new JSDOM(flatten(Buffer.from(bytes)), { contentType, virtualConsole: new VirtualConsole(), ...address });
}

/** How deep elements may be nested, as browsers have it; jsdom would need hours for pages that go on downwards. */
const DEEPEST = 512;
/** Elements that stand alone, or that the next one of their kind closes. */
const NOT_NESTED =
  /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr|p|li|dt|dd|tr|td|th|thead|tbody|tfoot|colgroup|option|optgroup|html|head|body)$/i;

/** Leave out the tags of elements that are nested too deep; their words stay. Linear; tags are ASCII in every character set but UTF-16. */
function flatten(bytes: Buffer): Buffer {
  let depth = 0;
  let cut = 0;
  const html = bytes.toString("latin1").replace(/<(\/?)([a-z][a-z0-9-]*)[^<>]*>?/gi, (tag, slash, name) => {
    if (NOT_NESTED.test(name) || tag.endsWith("/>")) return tag;
    if (slash === "/") {
      depth = Math.max(0, depth - 1);
      return depth >= DEEPEST ? " " : tag;
    }
    depth++;
    if (depth <= DEEPEST) return tag;
    cut++;
    return " ";
  });
  return cut === 0 ? bytes : Buffer.from(html, "latin1");
}

/** The article of a page as Firefox's reading view finds it; null where it finds none. It takes the document apart. */
function readArticle(document: Document) {
  try {
    const article = new Readability<Node>(document, {
      maxElemsToParse: ELEMENTS,
      serializer: (node) => node,
    }).parse();
    if (!article?.content) return null;
    const text = blockText(article.content);
    if (text === "") return null;
    return {
      text,
      title: line(article.title),
      byline: line(article.byline),
      siteName: line(article.siteName),
    };
  } catch {
    // Too many elements, or nested too deep for it.
    return null;
  }
}

const line = (text: string | null | undefined): string => (text ?? "").replace(/\s+/gu, " ").trim().slice(0, 500);

function aboutPage(document: Document): About {
  const said = metaData(document);
  const meta = (...names: readonly string[]): string => {
    for (const name of names) {
      const content = said.get(name.toLowerCase());
      if (content) return content;
    }
    return "";
  };
  const data = linkedData(document);
  return {
    title: meta("og:title", "twitter:title", "dc.title") || line(document.title),
    byline: meta("author", "article:author", "dc.creator", "parsely-author").replace(/^https?:\S+$/, "") || data.author,
    siteName: meta("og:site_name", "application-name") || data.publisher,
    publishedOn: isoDay(
      meta(
        "article:published_time",
        "datePublished",
        "date",
        "dc.date",
        "dc.date.issued",
        "parsely-pub-date",
        "pubdate",
      ),
      data.published,
      document.getElementsByTagName("time").item(0)?.getAttribute("datetime"),
    ),
    language: languageTag(document.documentElement.getAttribute("lang") || meta("og:locale", "content-language")),
    canonicalUrl: webAddress(canonicalLink(document), document.baseURI),
  };
}

/** What the meta elements of a page say, by their names in lower case; the first of a name counts. */
function metaData(document: Document): ReadonlyMap<string, string> {
  const said = new Map<string, string>();
  for (const element of document.getElementsByTagName("meta")) {
    const content = line(element.getAttribute("content"));
    for (const kind of ["property", "name", "itemprop", "http-equiv"]) {
      const name = element.getAttribute(kind)?.trim().toLowerCase();
      if (name && content !== "" && !said.has(name)) said.set(name, content);
    }
  }
  return said;
}

function canonicalLink(document: Document): string | null {
  for (const link of document.getElementsByTagName("link")) {
    if (/(?:^|\s)canonical(?:\s|$)/i.test(link.getAttribute("rel") ?? "")) return link.getAttribute("href");
  }
  return null;
}

function webAddress(address: string | null | undefined, base: string): string {
  if (!address || !URL.canParse(address, base)) return "";
  const url = new URL(address, base);
  return /^https?:$/.test(url.protocol) && url.href.length <= 2000 ? url.href : "";
}

function languageTag(tag: string): string {
  const plain = tag.trim().replace(/_/g, "-");
  return /^[a-z]{2,3}(?:-[a-z0-9]{1,8})*$/i.test(plain) ? plain : "";
}

function isoDay(...dates: readonly (string | null | undefined)[]): string {
  for (const date of dates) {
    const day = /^\s*(\d{4}-\d{2}-\d{2})(?!\d)/.exec(date ?? "")?.[1];
    if (day && !Number.isNaN(Date.parse(day))) return day;
  }
  return "";
}

/** What JSON-LD in the page says of an article. */
function linkedData(document: Document) {
  const said = { author: "", publisher: "", published: "" };
  for (const script of document.getElementsByTagName("script")) {
    if (script.getAttribute("type") !== "application/ld+json") continue;
    for (const thing of things(script.textContent ?? "")) {
      said.author ||= nameIn(thing.author);
      said.publisher ||= nameIn(thing.publisher);
      if (typeof thing.datePublished === "string") said.published ||= thing.datePublished;
    }
  }
  return said;
}

function things(json: string): readonly Record<string, unknown>[] {
  try {
    const data: unknown = JSON.parse(json);
    const list = [data].flat();
    return list.filter(isRecord).flatMap((one) => [one, ...[one["@graph"] ?? []].flat().filter(isRecord)]);
  } catch {
    return [];
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;

function nameIn(value: unknown): string {
  const names = [value]
    .flat()
    .map((one) => (isRecord(one) ? one.name : one))
    .filter((name): name is string => typeof name === "string" && !/^https?:/.test(name));
  return line(names.join(", "));
}

// ---------------------------------------------------------------- text

const SKIPPED = new Set([
  "SCRIPT",
  "STYLE",
  "NOSCRIPT",
  "TEMPLATE",
  "IFRAME",
  "OBJECT",
  "EMBED",
  "SVG",
  "MATH",
  "HEAD",
  "SELECT",
  "BUTTON",
  "CANVAS",
  "VIDEO",
  "AUDIO",
  "TEXTAREA",
]);
const PARAGRAPHS = new Set([
  "P",
  "DIV",
  "SECTION",
  "ARTICLE",
  "H1",
  "H2",
  "H3",
  "H4",
  "H5",
  "H6",
  "UL",
  "OL",
  "DL",
  "TABLE",
  "BLOCKQUOTE",
  "PRE",
  "FIGURE",
  "FIGCAPTION",
  "HEADER",
  "FOOTER",
  "MAIN",
  "ASIDE",
  "NAV",
  "FORM",
  "ADDRESS",
  "DETAILS",
  "SUMMARY",
  "FIELDSET",
  "HR",
]);
const LINES = new Set(["LI", "TR", "DT", "DD", "BR", "CAPTION", "OPTION"]);

/** The text of a node with an empty line between paragraphs and a tab between the cells of a table. It walks without recursion. */
function blockText(root: Node | null): string {
  const parts: string[] = [];
  // What has to stand before the next words: nothing, a space, a tab, a line break, a paragraph's end.
  let gap = 0;
  const open = (least: number) => {
    gap = Math.max(gap, least);
  };
  const words = (text: string) => {
    const plain = text.replace(/[^\S\u00a0\u202f]+/gu, " ");
    if (plain.startsWith(" ")) open(1);
    const bare = plain.trim();
    if (bare === "") return;
    if (parts.length > 0) parts.push(["", " ", "\t", "\n", "\n\n"][gap] ?? "");
    parts.push(bare);
    gap = plain.endsWith(" ") ? 1 : 0;
  };
  const edge = (name: string) => {
    if (PARAGRAPHS.has(name)) open(4);
    else if (LINES.has(name)) open(3);
    else if (name === "TD" || name === "TH") open(2);
  };
  for (let node = root; node; ) {
    const name = node.nodeName.toUpperCase();
    if (node.nodeType === 3) words(node.nodeValue ?? "");
    if (name === "HR" && isElement(node) && node.className === "page") words(PAGE_MARK);
    edge(name);
    const inside = SKIPPED.has(name) || isHidden(node) ? null : node.firstChild;
    if (inside) {
      node = inside;
      continue;
    }
    while (node && node !== root && !node.nextSibling) {
      node = node.parentNode;
      if (node) edge(node.nodeName.toUpperCase());
    }
    node = node && node !== root ? node.nextSibling : null;
  }
  return parts.join("");
}

function isDeeperThan(root: Node, most: number): boolean {
  let level: Node[] = [root];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > most) return true;
    level = level.flatMap((node) => [...node.childNodes]);
  }
  return false;
}

const isElement = (node: Node): node is Element => node.nodeType === 1;

function isHidden(node: Node): boolean {
  if (!isElement(node)) return false;
  const style = node.getAttribute("style") ?? "";
  return node.hasAttribute("hidden") || /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style);
}
