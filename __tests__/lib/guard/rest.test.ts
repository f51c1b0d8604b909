import Ajv2020 from "ajv/dist/2020";
import addFormats from "ajv-formats";
import { POST } from "@/app/api/v1/articles/[articleId]/check-text/route";
import { GET as list } from "@/app/api/v1/articles/route";
import { GET as describeApi } from "@/app/api/v1/openapi.json/route";
import { markReady } from "@/lib/guard/commands";
import { sessionCookieName, sessionToken } from "@/lib/platform/session";
import { createToken, revokeToken } from "@/lib/tokens/commands";
import { type BuiltArticle, buildArticle, buildVerifiedClaim } from "@/seeds/builders";
import { testDatabase } from "../../support/database";
import { type Newsdesk, newsdesk, run } from "../claims/newsdesk";

const database = testDatabase();
const TEXT = "The bridge cost $2 billion. It was built in 2016 by 40 workers.";

let desk: Newsdesk;
let article: BuiltArticle;
let token: string;
beforeAll(async () => {
  desk = await newsdesk(database.db);
  article = await buildArticle(database.db, desk.ana, TEXT);
  const hands = { proposer: desk.ana, signer: desk.marek };
  await buildVerifiedClaim(database.db, hands, article, "The bridge cost $2 billion.");
  await run(markReady, desk.ana, { articleId: article.id, versionId: article.versionId });
  token = (await run(createToken, desk.owner, { name: "Publishing system" })).token;
});

const ADDRESS = "http://desk.test/api/v1/articles";
let callers = 0;
const from = (address = `10.1.0.${++callers}`) => ({ "x-forwarded-for": address });
const bearer = (value = token) => ({ authorization: `Bearer ${value}` });
const json = { "content-type": "application/json" };

function post(
  body: BodyInit,
  { headers = bearer(), articleId = article.id }: { headers?: Record<string, string>; articleId?: string } = {},
): Promise<Response> {
  const options = { method: "POST", headers: { ...json, ...from(), ...headers }, body, duplex: "half" } as const;
  return POST(new Request(`${ADDRESS}/${articleId}/check-text`, options), { params: Promise.resolve({ articleId }) });
}
const check = (text: string) => post(JSON.stringify({ text }));
const listAs = (headers: Record<string, string>) =>
  list(new Request(ADDRESS, { headers: { ...from(), ...headers } }), { params: Promise.resolve({}) });

async function refused(answer: Promise<Response>): Promise<{ status: number; code: string; message: string }> {
  const response = await answer;
  const { error } = (await response.json()) as { error: { code: string; message: string } };
  expect(error.message).not.toBe("");
  return { status: response.status, ...error };
}

describe("the answers", () => {
  test("tell whether the text is still the checked one, for the bearer's eyes only", async () => {
    const same = await check(TEXT);
    expect(same.status).toBe(200);
    expect(await same.json()).toMatchObject({ stillChecked: true, ready: { by: "Ana Silva" }, untouched: 1 });
    expect(Object.fromEntries(same.headers)).toMatchObject({
      "content-type": "application/json",
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
    });
    const changed = await check(TEXT.replace("$2 billion", "$5 billion"));
    expect(await changed.json()).toMatchObject({
      stillChecked: false,
      touched: [{ number: 1, outcome: "value-changed", reason: "$2 billion became $5 billion" }],
    });
  });

  test("list the newsroom's articles with their ids and their marks, and nobody else's", async () => {
    const { articles } = (await (await listAs(bearer())).json()) as { articles: { id: string }[] };
    expect(articles.find(({ id }) => id === article.id)).toMatchObject({
      version: 1,
      ready: { version: 1, stands: true },
    });
    const other = await newsdesk(database.db);
    const theirs = await run(createToken, other.owner, { name: "Theirs" });
    const answer = (await (await listAs(bearer(theirs.token))).json()) as { articles: { id: string }[] };
    expect(answer.articles.map(({ id }) => id)).toEqual([other.article.id]);
    const strange = await refused(post(JSON.stringify({ text: TEXT }), { headers: bearer(theirs.token) }));
    expect(strange).toMatchObject({ status: 404, code: "not_found" });
    expect(strange).toEqual(await refused(post(JSON.stringify({ text: TEXT }), { articleId: "no-such-article" })));
  });

  test("are what the OpenAPI description says, errors too", async () => {
    const description = (await describeApi().json()) as {
      paths: Record<
        string,
        Record<string, { responses: Record<string, { content: Record<string, { schema: object }> }> }>
      >;
      components: { schemas: { Error: object } };
    };
    const ajv = new Ajv2020({ strict: true });
    addFormats(ajv);
    const valid = async (path: string, method: string, answer: Response) => {
      const { schema } = description.paths[path]?.[method]?.responses[answer.status]?.content["application/json"] ?? {};
      if (!schema) throw new Error(`${method} ${path} does not describe ${answer.status}.`);
      const validate = ajv.compile("$ref" in schema ? description.components.schemas.Error : schema);
      validate(await answer.json());
      expect(validate.errors).toBeNull();
    };
    expect(Object.keys(description.paths)).toEqual(["/api/v1/articles", "/api/v1/articles/{articleId}/check-text"]);
    await valid("/api/v1/articles", "get", await listAs(bearer()));
    await valid("/api/v1/articles", "get", await listAs({}));
    const path = "/api/v1/articles/{articleId}/check-text";
    for (const text of [TEXT, TEXT.replace("$2", "$5"), TEXT.replace("$2 billion", "two billion dollars"), "Else."]) {
      await valid(path, "post", await check(text));
    }
    await valid(path, "post", await check(""));
    await valid(
      path,
      "post",
      await post("{}", { articleId: "nothing", headers: { ...bearer(), "content-type": "a/b" } }),
    );
    await valid(path, "post", await post(JSON.stringify({ text: TEXT }), { articleId: "nothing" }));
  });
});

describe("the door", () => {
  test.each([
    ["no token", {}],
    ["another scheme", { authorization: `Basic ${Buffer.from("a:b").toString("base64")}` }],
    ["a wrong token", { authorization: "Bearer cdk_wrong" }],
  ])("%s is refused with 401, and how to come in", async (_what, headers) => {
    const answer = await listAs(headers as Record<string, string>);
    expect(answer.headers.get("www-authenticate")).toMatch(/^Bearer/);
    expect(await refused(Promise.resolve(answer))).toMatchObject({ status: 401, code: "signed_out" });
  });

  test("the cookie of a session is not looked at", async () => {
    const cookie = `${sessionCookieName()}=${await sessionToken(desk.owner.userId)}`;
    expect(await refused(listAs({ cookie }))).toMatchObject({ status: 401 });
  });

  test("a revoked token is refused from then on", async () => {
    const old = await run(createToken, desk.owner, { name: "Old" });
    expect((await listAs(bearer(old.token))).status).toBe(200);
    await run(revokeToken, desk.owner, { tokenId: old.tokenId });
    expect(await refused(listAs(bearer(old.token)))).toMatchObject({ status: 401 });
  });

  test("after sixty wrong tokens an address is told to wait", async () => {
    const wrong = () => listAs({ ...bearer("cdk_wrong"), ...from("192.0.2.7") });
    for (let i = 0; i < 60; i++) expect((await wrong()).status).toBe(401);
    const answer = await wrong();
    expect(answer.headers.get("retry-after")).toBe("900");
    expect(await refused(Promise.resolve(answer))).toMatchObject({ status: 429, code: "rate_limited" });
  });

  test.each([
    ["plain text", TEXT, "text/plain", 415, "not_json"],
    ["broken JSON", '{"text": ', "application/json", 422, "invalid"],
    ["bytes that are no UTF-8", new Uint8Array([0x22, 0xff, 0x22]), "application/json", 422, "invalid"],
    ["no text", "{}", "application/json; charset=utf-8", 422, "invalid"],
    ["an empty text", '{"text": " "}', "application/json", 422, "invalid"],
    ["a number", '{"text": 5}', "application/json", 422, "invalid"],
    ["half a character", '{"text": "a\\ud800"}', "application/json", 422, "invalid"],
  ] as const)("%s is refused in a sentence", async (_what, body, type, status, code) => {
    expect(await refused(post(body, { headers: { ...bearer(), "content-type": type } }))).toMatchObject({
      status,
      code,
    });
  });

  test("a body that is too large is refused by its length, or while it is read, and not read to its end", async () => {
    const announced = { ...bearer(), "content-length": "99999999" };
    expect(await refused(post("{}", { headers: announced }))).toMatchObject({ status: 413, code: "too_large" });
    let sent = 0;
    const chunk = new Uint8Array(1_000_000).fill(0x20);
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        sent++;
        controller.enqueue(chunk);
      },
    });
    expect(await refused(post(endless))).toMatchObject({ status: 413 });
    expect(sent).toBeLessThan(20);
  });

  test("a stranger's large body is not read at all", async () => {
    let read = false;
    const body = new ReadableStream<Uint8Array>(
      {
        pull: (controller) => {
          read = true;
          controller.close();
        },
      },
      { highWaterMark: 0 },
    );
    expect(await refused(post(body, { headers: bearer("cdk_wrong") }))).toMatchObject({ status: 401 });
    expect(read).toBe(false);
  });
});
