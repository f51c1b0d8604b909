import { z } from "zod";
import type { Endpoint } from "./route";

type Schema = Readonly<Record<string, unknown>>;
type Described = Omit<Endpoint, "run">;

const error = z.object({
  error: z.object({
    code: z.string().describe("What kind of refusal it is; the same for the same kind, for programs to read."),
    message: z.string().describe("A sentence for people."),
  }),
});

/** Why a request can be refused, by HTTP status. */
const REFUSALS: Readonly<Record<string, string>> = {
  401: "There is no token, or it is wrong or revoked.",
  403: "The token may not read this.",
  404: "The newsroom of the token has no such article.",
  429: "Too many wrong tokens came from this address, or too many long texts wait to be checked; try again later.",
  500: "Something went wrong on our side.",
};
const BODY_REFUSALS: Readonly<Record<string, string>> = {
  409: "It can't be done just now; the message says why.",
  413: "The body is too large; it was not read to its end.",
  415: "The body is not JSON.",
  422: "The body is not what the endpoint takes; the message says what is wrong.",
};

/** Describe endpoints as an OpenAPI 3.1 document, made from the very schemas that they check their input and type their answers with. */
export function describeEndpoints(
  endpoints: readonly Described[],
  about: { readonly title: string; readonly version: string; readonly description: string },
) {
  const paths: Record<string, Record<string, Schema>> = {};
  for (const endpoint of endpoints) {
    paths[endpoint.path] = { ...paths[endpoint.path], [endpoint.method.toLowerCase()]: operation(endpoint) };
  }
  return {
    openapi: "3.1.0",
    info: about,
    security: [{ token: [] }],
    paths,
    components: {
      securitySchemes: {
        token: {
          type: "http",
          scheme: "bearer",
          description: "A token of the newsroom, made in its settings. It reads as a viewer does and changes nothing.",
        },
      },
      schemas: { Error: schemaOf(error, "output") },
    },
  };
}

function operation({ name, summary, parameters, input, answer }: Described): Schema {
  const refusals = { ...REFUSALS, ...(input ? BODY_REFUSALS : {}) };
  return {
    operationId: name,
    summary,
    parameters: Object.entries(parameters).map(([part, description]) => ({
      name: part,
      in: "path",
      required: true,
      description,
      schema: { type: "string" },
    })),
    ...(input ? { requestBody: { required: true, content: json(schemaOf(input, "input")) } } : {}),
    responses: {
      200: { description: "The answer.", content: json(schemaOf(answer, "output")) },
      ...Object.fromEntries(
        Object.entries(refusals).map(([status, description]) => [
          status,
          { description, content: json({ $ref: "#/components/schemas/Error" }) },
        ]),
      ),
    },
  };
}

function json(schema: Schema): Schema {
  return { "application/json": { schema } };
}

function schemaOf(schema: z.ZodType, io: "input" | "output"): Schema {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io });
  return rest;
}
