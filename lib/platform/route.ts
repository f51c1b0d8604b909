import { randomUUID } from "node:crypto";
import type { z } from "zod";
import type { Actor } from "./actor";
import type { Outcome } from "./command";
import { log } from "./log";
import { Refusal, type RefusalCode } from "./refusal";
import { clientAddress } from "./session";
import { readBearer } from "./token";

/** One question that other programs may ask over REST: it only reads. The route, its errors and its description are made from this. */
export interface Endpoint<Input extends z.ZodType = z.ZodType, Answer extends z.ZodType = z.ZodType> {
  readonly method: "GET" | "POST";
  /** Its address, with `{name}` for each part that a request fills in. */
  readonly path: string;
  readonly name: string;
  readonly summary: string;
  /** The parts of the address, each with what it is. */
  readonly parameters: Readonly<Record<string, string>>;
  /** The JSON body; null when it takes none. */
  readonly input: Input | null;
  /** Bytes of the largest body that is read. */
  readonly maxBytes: number;
  readonly answer: Answer;
  readonly run: (
    actor: Actor,
    parameters: Readonly<Record<string, string>>,
    input: z.output<Input>,
  ) => Promise<z.output<Answer>>;
}

/** Find whom a token lets in, and refuse wrong ones; `address` is where the request came from. */
export type FindBearer = (request: { readonly token: string; readonly address: string }) => Promise<Outcome<Actor>>;

/** A route handler as the framework calls it. */
export type Handler = (
  request: Request,
  context: { readonly params: Promise<Record<string, string>> },
) => Promise<Response>;

/** What a refusal is over HTTP. Numbers live at the doors only. */
const STATUS: Readonly<Record<ErrorCode, number>> = {
  invalid: 422,
  signed_out: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  not_now: 409,
  too_large: 413,
  not_json: 415,
  rate_limited: 429,
  failed: 500,
};

/** Why a request got no answer, as the error says it. */
export type ErrorCode = RefusalCode | "not_json" | "failed";

/** The headers of every answer: for one reader, and nothing in it may run. */
const SAFE = {
  "cache-control": "private, no-store",
  "x-content-type-options": "nosniff",
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
};

/**
 * Make the door for endpoints: bearer tokens only, never the cookie, JSON in and out, and each refusal as
 * `{error: {code, message}}`. The only door for other programs.
 */
export function restDoor(
  findBearer: FindBearer,
): <Input extends z.ZodType, Answer extends z.ZodType>(endpoint: Endpoint<Input, Answer>) => Handler {
  return (endpoint) =>
    async (request, { params }) => {
      try {
        const actor = await requireBearer(findBearer, request.headers);
        const input = await readInput(endpoint, request);
        if (!input.ok) return failure(input.code, input.message);
        return Response.json(await endpoint.run(actor, await params, input.data), { headers: SAFE });
      } catch (error) {
        if (error instanceof Refusal) return failure(error.code, error.message);
        const errorId = randomUUID().slice(0, 8);
        log.error({ err: error, errorId }, "unexpected error at the REST door");
        return failure("failed", `Something went wrong on our side (${errorId}). Try again.`);
      }
    };
}

/** Answer an address of the API that leads nowhere. */
export function unknownAddress(): Response {
  return failure("not_found", "There is no such address. /api/v1/openapi.json describes those there are.");
}

async function requireBearer(findBearer: FindBearer, headers: Headers): Promise<Actor> {
  const token = readBearer(headers.get("authorization"));
  if (token === null) {
    throw new Refusal("signed_out", "Send a token in the header “Authorization: Bearer cdk_…”. The settings make one.");
  }
  const outcome = await findBearer({ token, address: clientAddress(headers) });
  if (!outcome.ok) throw outcome.refusal;
  return outcome.output;
}

type Read<T> =
  | { readonly ok: true; readonly data: T }
  | { readonly ok: false; readonly code: ErrorCode; readonly message: string };

async function readInput<Input extends z.ZodType, Answer extends z.ZodType>(
  { input, maxBytes }: Endpoint<Input, Answer>,
  request: Request,
): Promise<Read<z.output<Input>>> {
  if (input === null) return { ok: true, data: undefined as z.output<Input> };
  const [mediaType = ""] = (request.headers.get("content-type") ?? "").split(";");
  if (mediaType.trim().toLowerCase() !== "application/json") {
    return { ok: false, code: "not_json", message: "Send JSON, with “Content-Type: application/json”." };
  }
  const bytes = await readBytes(request, maxBytes);
  if (bytes === null) {
    return { ok: false, code: "too_large", message: `The body is larger than ${maxBytes.toLocaleString("en")} bytes.` };
  }
  const body = parseJson(bytes);
  if (body === undefined) return { ok: false, code: "invalid", message: "The body is not JSON in UTF-8." };
  const parsed = input.safeParse(body);
  if (parsed.success) return { ok: true, data: parsed.data };
  const [issue] = parsed.error.issues;
  const where = issue && issue.path.length > 0 ? `${issue.path.join(".")}: ` : "";
  return { ok: false, code: "invalid", message: `${where}${issue?.message ?? "The body is not right."}` };
}

/** Read a body of at most `limit` bytes; null, without reading on, when there are more. */
async function readBytes(request: Request, limit: number): Promise<Uint8Array | null> {
  if (Number(request.headers.get("content-length") ?? 0) > limit) return null;
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  for (;;) {
    const next = await reader?.read();
    if (!next || next.done) return Buffer.concat(chunks);
    size += next.value.byteLength;
    if (size > limit) {
      await reader?.cancel();
      return null;
    }
    chunks.push(next.value);
  }
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

function failure(code: ErrorCode, message: string): Response {
  const headers = {
    ...SAFE,
    ...(code === "signed_out" ? { "www-authenticate": 'Bearer realm="Claimdesk"' } : {}),
    ...(code === "rate_limited" ? { "retry-after": "900" } : {}),
  };
  return Response.json({ error: { code, message } }, { status: STATUS[code], headers });
}
