import { createSocket, type Socket } from "node:dgram";
import { Resolver } from "node:dns/promises";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { type AddressInfo, createServer as createTcpServer } from "node:net";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { type Answer, decode, encode } from "dns-packet";
import fc from "fast-check";
import { FETCH_LIMITS, type FetchOptions, fetchPage, type Resolve } from "@/lib/platform/fetch-page";
import { isInRanges, isPublicAddress, parseRanges } from "@/lib/platform/public-address";

// ---------------------------------------------------------------- a web server and a name server, both real

type Page = (request: IncomingMessage, response: ServerResponse) => void;
const pages = new Map<string, Page>();
const asked: IncomingMessage["headers"][] = [];
let web: Server;
let origin: string;
let port: number;

beforeAll(async () => {
  web = createServer((request, response) => {
    asked.push(request.headers);
    const page = pages.get(new URL(request.url ?? "/", "http://x").pathname);
    if (page) page(request, response);
    else response.writeHead(404).end("no such page");
  });
  await new Promise<void>((resolve) => web.listen(0, "127.0.0.1", resolve));
  port = (web.address() as AddressInfo).port;
  origin = `http://127.0.0.1:${port}`;
});

afterAll(async () => {
  web.closeAllConnections();
  await new Promise((resolve) => web.close(resolve));
});

beforeEach(() => {
  pages.clear();
  asked.length = 0;
});

const ranges = (text: string) => {
  const parsed = parseRanges(text);
  if (!parsed.ok) throw new Error(`${parsed.wrong} is no range`);
  return parsed.ranges;
};
const HERE = ranges("127.0.0.1/32");
const serve = (path: string, page: Page) => pages.set(path, page);
const lead = (path: string, location: string, status = 302) =>
  serve(path, (_, response) => response.writeHead(status, { location }).end("on"));
const get = (path: string, more: Partial<FetchOptions> = {}) => fetchPage(`${origin}${path}`, { allow: HERE, ...more });

/** A name server on this machine: each question about a name takes the next of its answers, the last one stays. */
async function nameServer(names: Record<string, readonly (readonly string[])[]>) {
  const questions: string[] = [];
  const socket: Socket = createSocket("udp4");
  socket.on("message", (message, { port: to, address }) => {
    const query = decode(message);
    const [question] = query.questions ?? [];
    const name = question?.name ?? "";
    const wanted = question?.type === "AAAA" ? "AAAA" : "A";
    if (wanted === "A") questions.push(name);
    const turns = names[name] ?? [];
    const turn = turns[Math.min(turns.length, questions.filter((one) => one === name).length) - 1] ?? [];
    const answers = turn
      .filter((one) => one.includes(":") === (wanted === "AAAA"))
      .map((data): Answer => ({ type: wanted, name, ttl: 0, data }));
    const answer = encode({ type: "response", id: query.id ?? 0, questions: query.questions ?? [], answers });
    socket.send(answer, to, address);
  });
  await new Promise<void>((resolve) => socket.bind(0, "127.0.0.1", resolve));
  const resolver = new Resolver();
  resolver.setServers([`127.0.0.1:${socket.address().port}`]);
  const resolve: Resolve = async (host) => {
    const [four, six] = await Promise.allSettled([resolver.resolve4(host), resolver.resolve6(host)]);
    return [four, six].flatMap((one) => (one.status === "fulfilled" ? one.value : []));
  };
  return { resolve, questions, close: () => socket.close() };
}

// ---------------------------------------------------------------- what is fetched

test("a page comes with its status, its headers and its bytes", async () => {
  serve("/page", (_, response) =>
    response
      .writeHead(200, { "content-type": "text/html", "x-note": "kept", "set-cookie": "a=1" })
      .end("<p>Zürich</p>"),
  );
  const fetched = await get("/page#part");
  if (!fetched.ok) throw new Error(fetched.why);
  expect(fetched).toMatchObject({ status: 200, finalUrl: `${origin}/page` });
  expect(fetched.bytes.toString("utf8")).toBe("<p>Zürich</p>");
  expect(fetched.headers).toContainEqual(["x-note", "kept"]);
  expect(fetched.headers.map(([name]) => name)).not.toContain("set-cookie");
});

test("the server learns who asks, and gets no cookie and no referrer", async () => {
  serve("/a", (_, response) => response.writeHead(302, { location: "/b", "set-cookie": "track=1; path=/" }).end());
  serve("/b", (_, response) => response.end("b"));
  expect(await get("/a")).toMatchObject({ ok: true, status: 200 });
  expect(asked).toHaveLength(2);
  for (const headers of asked) {
    expect(headers["user-agent"]).toMatch(/^Claimdesk\//);
    expect(headers.cookie).toBeUndefined();
    expect(headers.referer).toBeUndefined();
    expect(headers.authorization).toBeUndefined();
  }
});

test("an answer that is an error is an answer, too", async () => {
  expect(await get("/nowhere")).toMatchObject({ ok: true, status: 404 });
});

test.each([
  ["gzip", gzipSync],
  ["br", brotliCompressSync],
] as const)("a page compressed with %s is unpacked", async (encoding, compress) => {
  serve("/packed", (_, response) =>
    response.writeHead(200, { "content-encoding": encoding }).end(compress(Buffer.from("the words"))),
  );
  const fetched = await get("/packed");
  expect(fetched.ok && fetched.bytes.toString()).toBe("the words");
});

test("redirects are followed, at most five, and the address that answered is told", async () => {
  for (let hop = 1; hop <= 6; hop++)
    lead(`/hop${hop}`, hop === 3 ? `${origin}/hop4` : `hop${hop + 1}`, 301 + (hop % 2));
  serve("/hop7", (_, response) => response.end("there"));
  expect(await get("/hop2")).toMatchObject({ ok: true, finalUrl: `${origin}/hop7` });
  expect(await get("/hop1")).toMatchObject({ ok: false, problem: "redirects", again: false });
  expect(asked).toHaveLength(6 + 6);
});

test("a ring of redirects ends", async () => {
  lead("/x", "/y");
  lead("/y", "/x");
  expect(await get("/x")).toMatchObject({ ok: false, problem: "redirects" });
});

// ---------------------------------------------------------------- what is not

test.each([
  ["file:///etc/passwd", "address", "begins with “file:”"],
  ["ftp://example.org/x", "address", "begins with “ftp:”"],
  ["javascript:alert(1)", "address", "begins with “javascript:”"],
  ["data:text/html,x", "address", "begins with “data:”"],
  ["not an address", "address", "can't be read"],
  ["http://user:secret@example.org/", "address", "user name or password"],
  ["http://93.184.215.14:25/", "address", "Port 25"],
  ["http://127.0.0.1/", "private", "not on the public Internet"],
  ["http://localhost/", "private", "localhost ("],
  ["http://2130706433/", "private", "127.0.0.1 is not"],
  ["http://0x7f.1/", "private", "127.0.0.1 is not"],
  ["http://017700000001/", "private", "127.0.0.1 is not"],
  ["http://0/", "private", "0.0.0.0"],
  ["http://[::1]/", "private", "::1 is not"],
  ["http://[::ffff:10.0.0.1]/", "private", "::ffff:a00:1 is not"],
  ["http://[64:ff9b::7f00:1]/", "private", "64:ff9b::7f00:1 is not"],
  ["http://[2002:7f00:1::]/", "private", "2002:7f00:1:: is not"],
  ["http://169.254.169.254/latest/meta-data", "private", "169.254.169.254 is not"],
])("%s is not fetched", async (address, problem, why) => {
  const fetched = await fetchPage(address, { allow: [] });
  expect(fetched).toMatchObject({ ok: false, problem, again: false, why: expect.stringContaining(why) });
});

test.each([
  ["file:///etc/passwd", "address"],
  ["http://169.254.169.254/latest/meta-data", "private"],
  ["http://localhost:PORT/secret", "private"],
  ["http://[::1]:PORT/secret", "private"],
  ["//10.0.0.1/", "private"],
  ["http://a:b@127.0.0.1:PORT/secret", "address"],
])("a redirect to %s is not followed", async (target, problem) => {
  serve("/secret", (_, response) => response.end("secret"));
  lead("/away", target.replace("PORT", String(port)));
  // What is allowed is 127.0.0.1 alone; localhost may also be ::1.
  const allow = target.includes("localhost") ? ranges("127.0.0.2/32") : HERE;
  const start = target.includes("localhost") ? `http://127.0.0.2:${port}/away` : `${origin}/away`;
  const other = createServer((request, response) => web.emit("request", request, response));
  await new Promise<void>((resolve) => other.listen(port, "127.0.0.2", resolve));
  const fetched = await fetchPage(start, { allow });
  await new Promise((resolve) => other.close(resolve));
  expect(fetched).toMatchObject({ ok: false, problem });
  expect(asked).toHaveLength(1);
});

test("a name that also leads to a private address is not fetched at all", async () => {
  const names = await nameServer({
    "both.example": [["93.184.215.14", "10.0.0.7"]],
    "six.example": [["2606:4700::1", "fd00::1"]],
  });
  for (const host of ["both.example", "six.example"]) {
    const fetched = await fetchPage(`http://${host}/`, { allow: [], resolve: names.resolve });
    expect(fetched).toMatchObject({ ok: false, problem: "private", why: expect.stringContaining(`${host} (`) });
  }
  names.close();
});

test("a name is asked for once per page: a second answer that turns private is never used", async () => {
  // 127.0.0.1 stands for the public server, 127.0.0.2 for what is inside; something listens on both.
  const inside: string[] = [];
  const secret = createServer((request, response) => {
    inside.push(request.url ?? "");
    response.end("secret");
  });
  await new Promise<void>((resolve) => secret.listen(port, "127.0.0.2", resolve));
  const names = await nameServer({ "turning.example": [["127.0.0.1"], ["127.0.0.2"]] });
  serve("/", (_, response) => response.end("public"));
  const options = { allow: HERE, resolve: names.resolve };
  const first = await fetchPage(`http://turning.example:${port}/`, options);
  expect(first.ok && first.bytes.toString()).toBe("public");
  expect(names.questions).toEqual(["turning.example"]);
  // The next time the name has turned: it is judged anew, and refused.
  expect(await fetchPage(`http://turning.example:${port}/`, options)).toMatchObject({ ok: false, problem: "private" });
  expect(inside).toEqual([]);
  names.close();
  await new Promise((resolve) => secret.close(resolve));
});

test("a name that turns private between two redirects is refused on the second", async () => {
  const names = await nameServer({ "turning.example": [["127.0.0.1"], ["10.0.0.1"]] });
  lead("/start", "/end");
  serve("/end", (_, response) => response.end("end"));
  const fetched = await fetchPage(`http://turning.example:${port}/start`, { allow: HERE, resolve: names.resolve });
  expect(fetched).toMatchObject({ ok: false, problem: "private" });
  expect(asked).toHaveLength(1);
  names.close();
});

test("the server is told the name it was asked by, not the address", async () => {
  const names = await nameServer({ "named.example": [["127.0.0.1"]] });
  serve("/", (request, response) => response.end(request.headers.host));
  const fetched = await fetchPage(`http://named.example:${port}/`, { allow: HERE, resolve: names.resolve });
  expect(fetched.ok && fetched.bytes.toString()).toBe(`named.example:${port}`);
  names.close();
});

test("a name that nobody has is told", async () => {
  const names = await nameServer({});
  expect(await fetchPage("http://nobody.example/", { allow: [], resolve: names.resolve })).toMatchObject({
    ok: false,
    problem: "name",
    why: "No server is known by the name nobody.example.",
  });
  names.close();
});

// ---------------------------------------------------------------- too much, too slow, broken

const little = { limits: { pageBytes: 50_000, fileBytes: 100_000 } };

test("a page that goes on and on is cut off, whether or not it says how long it is", async () => {
  let sent = 0;
  const endless: Page = (_, response) => {
    response.writeHead(200, { "content-type": "text/html" });
    const timer = setInterval(() => {
      sent += 10_000;
      response.write("x".repeat(10_000));
    }, 1);
    response.on("close", () => clearInterval(timer));
  };
  serve("/endless", endless);
  expect(await get("/endless", little)).toMatchObject({ ok: false, problem: "size", again: false });
  expect(sent).toBeLessThan(5_000_000);
  serve("/large", (_, response) => response.end(Buffer.alloc(200_000)));
  expect(await get("/large", little)).toMatchObject({ ok: false, problem: "size" });
});

test("a file may be larger than a page", async () => {
  const body = Buffer.alloc(80_000, "x");
  serve("/file", (_, response) => response.writeHead(200, { "content-type": "application/pdf" }).end(body));
  serve("/html", (_, response) => response.writeHead(200, { "content-type": "text/html" }).end(body));
  expect(await get("/file", little)).toMatchObject({ ok: true });
  expect(await get("/html", little)).toMatchObject({ ok: false, problem: "size" });
});

test.each([1, 2])("a bomb of %i layers of compression is not unpacked", async (layers) => {
  let bomb: Buffer = gzipSync(Buffer.alloc(200 * 1024 * 1024));
  for (let layer = 1; layer < layers; layer++) bomb = gzipSync(bomb);
  const encoding = Array(layers).fill("gzip").join(", ");
  serve("/bomb", (_, response) => response.writeHead(200, { "content-encoding": encoding }).end(bomb));
  const before = process.memoryUsage().arrayBuffers;
  expect(await get("/bomb")).toMatchObject({ ok: false, problem: "size", why: expect.stringContaining("25 MB") });
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(100 * 1024 * 1024);
});

test.each([
  ["seven layers", "gzip, gzip, gzip, gzip, gzip, gzip, gzip", gzipSync("x")],
  ["an unknown way", "zpaq", Buffer.from("x")],
  ["a broken way", "gzip", Buffer.from("this is not gzip")],
])("a page compressed in %s is refused", async (_, encoding, body) => {
  serve("/odd", (_request, response) => response.writeHead(200, { "content-encoding": encoding }).end(body));
  expect(await get("/odd")).toMatchObject({ ok: false, problem: "connection", again: false });
});

test.each<[string, Page]>([
  ["says nothing", () => undefined],
  ["stops after the headers", (_, response) => void response.writeHead(200).write("a")],
])("a server that %s is waited for no longer than the limit", async (_, page) => {
  serve("/slow", page);
  const fetched = await get("/slow", { limits: { milliseconds: 300 } });
  expect(fetched).toMatchObject({ ok: false, problem: "time", again: true });
});

test("a drop at a time does not outlast the limit either", async () => {
  serve("/drops", (_, response) => {
    response.writeHead(200);
    const timer = setInterval(() => response.write("."), 20);
    response.on("close", () => clearInterval(timer));
  });
  expect(await get("/drops", { limits: { milliseconds: 300 } })).toMatchObject({ ok: false, problem: "time" });
});

test("a name server that never answers does not outlast the limit", async () => {
  const never: Resolve = () => new Promise(() => undefined);
  const fetched = await fetchPage("http://example.org/", { allow: [], resolve: never, limits: { milliseconds: 100 } });
  expect(fetched).toMatchObject({ ok: false, problem: "time", again: true });
});

test("fetching stops when whoever wanted it does not want it any more", async () => {
  const stop = new AbortController();
  serve("/slow", () => stop.abort());
  expect(await get("/slow", { signal: stop.signal })).toMatchObject({ ok: false, problem: "stopped" });
});

test("a connection that breaks off may be tried again", async () => {
  serve("/torn", (_, response) => {
    response.writeHead(200, { "content-length": "1000" }).write("half");
    setTimeout(() => response.destroy(), 20);
  });
  serve("/shut", (_, response) => response.destroy());
  expect(await get("/torn")).toMatchObject({ ok: false, problem: "connection", again: true });
  expect(await get("/shut")).toMatchObject({ ok: false, problem: "connection", again: true });
  const closed = `http://127.0.0.1:${await freePort()}/`;
  expect(await fetchPage(closed, { allow: HERE })).toMatchObject({
    ok: false,
    why: "The server refused the connection.",
    again: true,
  });
});

async function freePort(): Promise<number> {
  const server = createTcpServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port: free } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return free;
}

test("a server that does not speak HTTP, or speaks without end before the page, is told from a page", async () => {
  const replies = ["220 mail.example ESMTP\r\n", `HTTP/1.1 200 OK\r\nx: ${"y".repeat(40_000)}\r\n\r\n`];
  const problems: unknown[] = [];
  for (const reply of replies) {
    const server = createTcpServer((socket) =>
      socket
        .on("error", () => undefined)
        .resume()
        .end(reply),
    );
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port: at } = server.address() as AddressInfo;
    const fetched = await fetchPage(`http://127.0.0.1:${at}/`, { allow: HERE });
    problems.push(fetched.ok || fetched.problem);
    await new Promise((resolve) => server.close(resolve));
  }
  expect(problems).toEqual(["connection", "size"]);
});

test("the limits are those that the guide names", () => {
  const megabyte = 1024 * 1024;
  expect(FETCH_LIMITS).toEqual({
    milliseconds: 30_000,
    redirects: 5,
    headerBytes: 16_384,
    pageBytes: 10 * megabyte,
    fileBytes: 25 * megabyte,
  });
});

// ---------------------------------------------------------------- the rule of addresses

const byte = fc.integer({ min: 0, max: 255 });
const rest = (count: number) => fc.array(byte, { minLength: count, maxLength: count });
const hex = (a: number, b: number) => ((a << 8) | b).toString(16);
/** First bytes of what is not public, written down from IANA's registry by hand. */
const INSIDE: readonly (readonly number[])[] = [
  [0],
  [10],
  [127],
  [169, 254],
  [192, 168],
  [192, 0, 0],
  [192, 0, 2],
  [198, 18],
  [198, 19],
  [198, 51, 100],
  [203, 0, 113],
  ...Array.from({ length: 16 }, (_, n) => [172, 16 + n]),
  ...Array.from({ length: 64 }, (_, n) => [100, 64 + n]),
  ...Array.from({ length: 32 }, (_, n) => [224 + n]),
];
const inside = fc
  .constantFrom(...INSIDE)
  .chain((head) => rest(4 - head.length).map((tail) => [...head, ...tail] as number[]));

test("an address of a private or reserved network is not public, however it is wrapped", () => {
  fc.assert(
    fc.property(inside, ([a = 0, b = 0, c = 0, d = 0]) => {
      const four = `${a}.${b}.${c}.${d}`;
      const [high, low] = [hex(a, b), hex(c, d)];
      for (const form of [
        four,
        `::ffff:${four}`,
        `::ffff:${high}:${low}`,
        `64:ff9b::${high}:${low}`,
        `64:ff9b:1::${high}:${low}`,
      ])
        expect([form, isPublicAddress(form)]).toEqual([form, false]);
      for (const form of [`2002:${high}:${low}::1`, `::${high}:${low}`, `2001:0:${high}:${low}::1`])
        expect([form, isPublicAddress(form)]).toEqual([form, false]);
    }),
  );
});

test("an address of a local, reserved or unassigned part of IPv6 is not public", () => {
  const outside = fc.integer({ min: 0, max: 0xffff }).filter((first) => first < 0x2000 || first > 0x3fff);
  fc.assert(
    fc.property(outside, rest(14), (first, tail) => {
      const parts = Array.from({ length: 7 }, (_, n) => hex(tail[2 * n] ?? 0, tail[2 * n + 1] ?? 0));
      const form = [first.toString(16), ...parts].join(":");
      if (!form.startsWith("64:ff9b:0:0:")) expect([form, isPublicAddress(form)]).toEqual([form, false]);
    }),
  );
});

test("addresses of known servers are public, also behind a translator", () => {
  for (const form of [
    "93.184.215.14",
    "8.8.8.8",
    "172.15.0.1",
    "172.32.0.1",
    "100.128.0.1",
    "2606:4700::6810:84e5",
    "::ffff:8.8.8.8",
    "64:ff9b::808:808",
  ])
    expect([form, isPublicAddress(form)]).toEqual([form, true]);
});

test("what is no address is not public", () => {
  fc.assert(fc.property(fc.string(), (text) => !isPublicAddress(text) || /^[\da-f.:]+$/i.test(text)));
  for (const text of ["", "localhost", "8.8.8", "08.8.8.8.8", "fe80::1%eth0", "2606:4700::1%eth0", "1.2.3.4/8"])
    expect([text, isPublicAddress(text)]).toEqual([text, false]);
});

test("ranges say what is allowed, and say which part of them is wrong", () => {
  expect(isInRanges("10.1.2.200", ranges("10.1.2.0/24, fd00::/8"))).toBe(true);
  expect(isInRanges("::ffff:10.1.2.200", ranges("10.1.2.0/24"))).toBe(true);
  expect(isInRanges("fd12::1", ranges("10.1.2.0/24, fd00::/8"))).toBe(true);
  expect(isInRanges("10.1.3.1", ranges("10.1.2.0/24, fd00::/8"))).toBe(false);
  expect(ranges("")).toEqual([]);
  for (const wrong of ["10", "10.0.0.0/33", "10.0.0.0/", "example.org", "::/129", "1.2.3.4/8/9"])
    expect(parseRanges(`127.0.0.1, ${wrong}`)).toEqual({ ok: false, wrong });
});
