import { lookup } from "node:dns/promises";
import { isIP } from "node:net";
import { Agent, type Dispatcher, request } from "undici";
import { readBody, TooLarge, UnknownEncoding } from "./fetch-body";
import { type AddressRange, isInRanges, isPublicAddress } from "./public-address";

/** Why a page could not be fetched. */
export type FetchProblem =
  /** Not an http(s) address, one with a password in it, or a port that no web server has. */
  | "address"
  /** It leads, itself or by a redirect, to a machine that is not on the public Internet. */
  | "private"
  | "name"
  | "redirects"
  | "size"
  | "time"
  | "connection"
  | "stopped";

/** What came of fetching an address. Every answer of a server is `ok`, whatever its status. */
export type Fetched =
  | {
      readonly ok: true;
      readonly status: number;
      /** The address that answered, after redirects, without a fragment. */
      readonly finalUrl: string;
      /** As they came, names in lower case; without cookies. */
      readonly headers: readonly (readonly [name: string, value: string])[];
      /** The body, decompressed. */
      readonly bytes: Buffer;
    }
  | {
      readonly ok: false;
      readonly problem: FetchProblem;
      /** What happened, in a sentence. */
      readonly why: string;
      /** Whether the same address may well answer later. */
      readonly again: boolean;
    };

/** Where a host name leads: all its addresses. Throws when there are none. */
export type Resolve = (host: string) => Promise<readonly string[]>;

/** How much of an answer is taken, and how long is waited for it. */
export interface FetchLimits {
  /** For the whole of it, redirects included. */
  readonly milliseconds: number;
  readonly redirects: number;
  readonly headerBytes: number;
  /** Of a web page, decompressed. */
  readonly pageBytes: number;
  /** Of anything else, decompressed. */
  readonly fileBytes: number;
}

const MEGABYTE = 1024 * 1024;

/** What a source may cost at most. */
export const FETCH_LIMITS: FetchLimits = {
  milliseconds: 30_000,
  redirects: 5,
  headerBytes: 16 * 1024,
  pageBytes: 10 * MEGABYTE,
  fileBytes: 25 * MEGABYTE,
};

/** Ports on which web servers listen. On others there may be a mail server or a database, which must not be talked to. */
const WEB_PORTS: ReadonlySet<string> = new Set(["", "80", "443", "8000", "8080", "8443"]);

const USER_AGENT = "Claimdesk/1.0 (fact-checking; keeps a copy of cited pages)";

/** How an address is fetched; what is left out is as the product does it. */
export interface FetchOptions {
  /** Ranges that may be reached although they are not public, on any port. */
  readonly allow: readonly AddressRange[];
  readonly signal?: AbortSignal;
  readonly resolve?: Resolve;
  readonly limits?: Partial<FetchLimits>;
}

/**
 * Fetch a page or file of the public web with a plain GET: no cookies, no credentials, nothing run. Every address on the way, that of
 * each redirect too, is resolved once, all its answers are judged, and the connection goes to a judged address and nowhere else.
 * Never throws.
 */
export async function fetchPage(address: string, options: FetchOptions): Promise<Fetched> {
  const limits = { ...FETCH_LIMITS, ...options.limits };
  const late = AbortSignal.timeout(limits.milliseconds);
  const signal = options.signal ? AbortSignal.any([late, options.signal]) : late;
  try {
    return await follow(address, { ...options, limits, signal });
  } catch (error) {
    if (late.aborted) {
      return failed(
        "time",
        `The server did not answer within ${Math.round(limits.milliseconds / 1000)} seconds.`,
        true,
      );
    }
    if (signal.aborted) return failed("stopped", "Fetching was stopped.", true);
    return told(error);
  }
}

interface Errand extends FetchOptions {
  readonly limits: FetchLimits;
  readonly signal: AbortSignal;
}

/** A failure on the way, to be handed on as a value. */
class Failed extends Error {
  constructor(readonly outcome: Extract<Fetched, { ok: false }>) {
    super(outcome.why);
  }
}

function failed(problem: FetchProblem, why: string, again = false): Extract<Fetched, { ok: false }> {
  return { ok: false, problem, why, again };
}

async function follow(address: string, errand: Errand): Promise<Fetched> {
  let url = readAddress(address, null);
  for (let hop = 0; hop <= errand.limits.redirects; hop++) {
    const answer = await visit(url, errand);
    if ("bytes" in answer) return { ok: true, finalUrl: url.href, ...answer };
    url = readAddress(answer.location, url);
  }
  const most = errand.limits.redirects;
  throw new Failed(failed("redirects", `The address leads on more than ${most} times; the last time to ${url.host}.`));
}

/** Read an address, or where one leads. */
function readAddress(address: string, from: URL | null): URL {
  const what = from ? `${from.host} leads on to an address` : "This is an address";
  const base = from?.href;
  if (!URL.canParse(address, base)) throw new Failed(failed("address", `${what} that can't be read.`));
  const url = new URL(address, base);
  url.hash = "";
  if (url.protocol !== "http:" && url.protocol !== "https:") {
    const why = `${what} that begins with “${url.protocol}”; only http and https are fetched.`;
    throw new Failed(failed("address", why));
  }
  if (url.username !== "" || url.password !== "") {
    throw new Failed(failed("address", `${what} with a user name or password in it; such addresses are not fetched.`));
  }
  return url;
}

type Answer = { readonly location: string } | Pick<Extract<Fetched, { ok: true }>, "status" | "headers" | "bytes">;

/** Ask one server once. */
async function visit(url: URL, { allow, resolve = resolveBySystem, limits, signal }: Errand): Promise<Answer> {
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const addresses = isIP(host) ? [host] : await unlessAborted(namesOf(host, resolve), signal);
  judge(url, host, addresses, allow);
  const pinned = addresses.map((address) => ({ address, family: isIP(address) }));
  const agent = new Agent({
    maxHeaderSize: limits.headerBytes,
    pipelining: 0,
    connect: {
      timeout: limits.milliseconds,
      // Whatever name the connection asks for, it is given the addresses that were judged.
      lookup: (_host, { all }, done) => {
        const [first] = pinned;
        if (all || !first) done(null, pinned);
        else done(null, first.address, first.family);
      },
    },
  });
  try {
    const answer = await request(url, {
      dispatcher: agent,
      signal,
      headers: {
        "user-agent": USER_AGENT,
        accept: "text/html,application/xhtml+xml,application/pdf;q=0.9,*/*;q=0.8",
        "accept-language": "en,*;q=0.5",
        "accept-encoding": "gzip, br",
      },
    });
    return await take(answer, limits);
  } finally {
    // Nothing of it is kept: the next one is judged anew.
    void agent.destroy().catch(() => undefined);
  }
}

async function take(answer: Dispatcher.ResponseData, limits: FetchLimits): Promise<Answer> {
  const { statusCode, headers, body } = answer;
  const location = headers.location;
  if ([301, 302, 303, 307, 308].includes(statusCode) && typeof location === "string") {
    body.on("error", () => undefined).destroy();
    return { location };
  }
  const isPage = /\b(?:x?html)\b/i.test(String(headers["content-type"] ?? ""));
  const bytes = await readBody(body, headers["content-encoding"], isPage ? limits.pageBytes : limits.fileBytes);
  const kept = Object.entries(headers).filter(([name]) => name !== "set-cookie");
  return {
    status: statusCode,
    headers: kept.flatMap(([name, values]) => [values ?? []].flat().map((value) => [name, value] as const)),
    bytes,
  };
}

const resolveBySystem: Resolve = async (host) => (await lookup(host, { all: true })).map(({ address }) => address);

async function namesOf(host: string, resolve: Resolve): Promise<readonly string[]> {
  const unknown = (again: boolean) => new Failed(failed("name", `No server is known by the name ${host}.`, again));
  const addresses = await resolve(host).catch((error: unknown) => {
    throw unknown(codeOf(error) !== "ENOTFOUND");
  });
  if (addresses.length === 0) throw unknown(false);
  return addresses;
}

/** Refuse a server unless all its addresses are public, or allowed. */
function judge(url: URL, host: string, addresses: readonly string[], allow: readonly AddressRange[]): void {
  const allowed = (address: string) => isInRanges(address, allow);
  const inside = addresses.find((address) => !isPublicAddress(address) && !allowed(address));
  if (inside !== undefined) {
    const where = inside === host ? host : `${host} (${inside})`;
    const why = `${where} is not on the public Internet: it belongs to a private, local or reserved network, which is not fetched from.`;
    throw new Failed(failed("private", why));
  }
  if (!WEB_PORTS.has(url.port) && !addresses.every(allowed)) {
    const why = `Port ${url.port} is not one that web servers use; 80, 443, 8000, 8080 and 8443 are fetched from.`;
    throw new Failed(failed("address", why));
  }
}

function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  signal.throwIfAborted();
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason);
    signal.addEventListener("abort", stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener("abort", stop));
  });
}

const codeOf = (error: unknown): string =>
  typeof error === "object" && error !== null && "code" in error && typeof error.code === "string" ? error.code : "";

/** Say in a sentence what an error of a connection means. */
function told(error: unknown): Fetched {
  if (error instanceof Failed) return error.outcome;
  if (error instanceof TooLarge) {
    const most = Math.round((error.limit / MEGABYTE) * 10) / 10;
    return failed("size", `The answer is larger than ${most} MB, the most that is kept of one source.`);
  }
  if (error instanceof UnknownEncoding) {
    return failed("connection", `The server answered in a form that can't be read (${error.message}).`);
  }
  const code = codeOf(error);
  switch (code) {
    case "UND_ERR_HEADERS_OVERFLOW":
      return failed("size", "The server's headers are larger than 16 KB.");
    case "ECONNREFUSED":
      return failed("connection", "The server refused the connection.", true);
    case "UND_ERR_CONNECT_TIMEOUT":
    case "UND_ERR_HEADERS_TIMEOUT":
    case "UND_ERR_BODY_TIMEOUT":
    case "ETIMEDOUT":
      return failed("time", "The server did not answer in time.", true);
    case "EHOSTUNREACH":
    case "ENETUNREACH":
      return failed("connection", "The server can't be reached from here.", true);
  }
  if (/CERT|SELF_SIGNED|UNABLE_TO_(?:VERIFY|GET)|ERR_TLS/.test(code)) {
    return failed(
      "connection",
      `The server's certificate is not valid (${code}), so nobody can tell whose answer it is.`,
    );
  }
  if (code.startsWith("HPE_") || code === "UND_ERR_INVALID_ARG") {
    return failed("connection", "What the server answered is not a web page: it does not speak HTTP.");
  }
  return failed("connection", "The connection broke off before the whole answer was there.", true);
}
