import path from "node:path";
import { z } from "zod";
import { parseRanges } from "./public-address";

/** Tell a person which setting is wrong and how to put it right; the message is the whole text they see. */
export class BadSettings extends Error {
  override name = "BadSettings";
}

const postgresUrl = z.string().refine(
  (value) => {
    if (!URL.canParse(value)) return false;
    const url = new URL(value);
    return ["postgres:", "postgresql:"].includes(url.protocol) && url.pathname.length > 1;
  },
  { error: "DATABASE_URL must look like postgresql://user:password@host:5432/database." },
);

const webUrl = z
  .string()
  .refine((value) => URL.canParse(value) && ["http:", "https:"].includes(new URL(value).protocol), {
    error: "NEXTAUTH_URL must be the address people type, such as https://claimdesk.example.org.",
  });

/** The name of a machine or an address of one, as it can stand in a web address. */
const host = z
  .string()
  .regex(/^[^\s/]+$/)
  .refine((value) => URL.canParse(`http://${value.includes(":") ? `[${value}]` : value}`));

/** Ranges of addresses that sources may be fetched from although they are not public. */
const ranges = z.string().transform((text, context) => {
  const parsed = parseRanges(text);
  if (parsed.ok) return parsed.ranges;
  context.addIssue({
    code: "custom",
    message: `CLAIMDESK_FETCH_ALLOW must be a list of IP addresses or ranges, such as 10.1.2.0/24, fd00::/8; “${parsed.wrong}” is none.`,
  });
  return z.NEVER;
});

/** How much the log says; the first says most. */
export const LOG_LEVELS = ["trace", "debug", "info", "warn", "error", "fatal", "silent"] as const;

const schema = z
  .object({
    HOST: z
      .string()
      .refine((value) => host.safeParse(value).success, {
        error: "HOST must be a host name or an IP address, such as 127.0.0.1 or 0.0.0.0.",
      })
      .default("127.0.0.1"),
    PORT: z
      .string()
      .regex(/^\d{1,5}$/, { error: "PORT must be a whole number from 1 to 65535." })
      .transform(Number)
      .refine((port) => port >= 1 && port <= 65535, { error: "PORT must be a whole number from 1 to 65535." })
      .default(3000),
    CLAIMDESK_PROXIES: z
      .string()
      .regex(/^\d$/, { error: "CLAIMDESK_PROXIES must be how many proxies stand before Claimdesk, 0 to 9." })
      .transform(Number)
      .default(0),
    CLAIMDESK_LOG: z
      .enum(LOG_LEVELS, { error: `CLAIMDESK_LOG must be one of ${LOG_LEVELS.join(", ")}.` })
      .default("warn"),
    CLAIMDESK_FETCH_ALLOW: ranges.default([]),
    DATABASE_URL: postgresUrl.optional(),
    CLAIMDESK_ROOT: z.string().default(() => process.cwd()),
    CLAIMDESK_DATA: z.string().default(".claimdesk"),
    CLAIMDESK_EMBEDDED: z.literal("1").optional(),
    NEXTAUTH_SECRET: z
      .string()
      .min(32, {
        error: "NEXTAUTH_SECRET must have at least 32 characters; `openssl rand -base64 32` makes a good one.",
      })
      .optional(),
    NEXTAUTH_URL: webUrl.optional(),
  })
  .refine((settings) => settings.DATABASE_URL === undefined || settings.NEXTAUTH_SECRET !== undefined, {
    error:
      "With DATABASE_URL, NEXTAUTH_SECRET must be set too: every app process on that database has to share it. `openssl rand -base64 32` makes a good one.",
  })
  .transform(({ CLAIMDESK_EMBEDDED, ...settings }) => ({
    ...settings,
    CLAIMDESK_DATA: path.resolve(settings.CLAIMDESK_ROOT, settings.CLAIMDESK_DATA),
    /** True when the database is the one Claimdesk runs itself in the data folder. */
    embedded: settings.DATABASE_URL === undefined || CLAIMDESK_EMBEDDED === "1",
  }));

/** The settings of this process, parsed; paths are absolute, an empty variable counts as not set. */
export type Settings = z.output<typeof schema>;

/** Parse settings from a set of variables; throws BadSettings with one sentence per wrong setting. */
export function parseSettings(variables: Readonly<Record<string, string | undefined>>): Settings {
  const given = Object.fromEntries(
    Object.entries(variables).filter(([, value]) => value !== undefined && value !== ""),
  );
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  throw new BadSettings([...new Set(parsed.error.issues.map((issue) => issue.message))].join("\n"));
}

let settings: Settings | undefined;

/** Return the settings of this process, read from the environment once; throws BadSettings when one is wrong. */
export function env(): Settings {
  settings ??= parseSettings(process.env);
  return settings;
}

/** Let this process use the database it has just started, with the secret that belongs to it. */
export function adoptDatabase(url: string, secret: string): void {
  process.env.DATABASE_URL = url;
  process.env.NEXTAUTH_SECRET ||= secret;
  process.env.CLAIMDESK_EMBEDDED = "1";
  settings = undefined;
}
