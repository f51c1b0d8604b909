import { z } from "zod";

// zod would try whether it may compile its schemas with eval; in a browser the page's policy reports the attempt.
z.config({ jitless: true });

// NUL can't be stored, lone surrogates change on the way to UTF-8: both are refused at the door rather than altered.
const storable = (text: string): boolean => !text.includes("\u0000") && text.isWellFormed();
const NOT_TEXT = "This holds characters that are not text.";

/** One line of text, trimmed, at most `max` UTF-16 units; line breaks become spaces. May be empty. */
export function line(max: number) {
  return z
    .string()
    .max(max, `At most ${max.toLocaleString("en")} characters.`)
    .refine(storable, NOT_TEXT)
    .transform((text) => text.replace(/\s+/gu, " ").trim());
}

/** A line that may not be empty. */
export function requiredLine(max: number, message: string) {
  return line(max).refine((text) => text.length > 0, message);
}

/** Text of several lines, at most `max` UTF-16 units, line ends normalised, trimmed at the ends. May be empty. */
export function prose(max: number) {
  return z
    .string()
    .max(max, `At most ${max.toLocaleString("en")} characters.`)
    .refine(storable, NOT_TEXT)
    .transform((text) => text.replace(/\r\n?/g, "\n").trim());
}

/** Prose that may not be empty. */
export function requiredProse(max: number, message: string) {
  return prose(max).refine((text) => text.length > 0, message);
}

/** An id as newId() makes it; anything else is simply not found later, so only its size is checked. */
export const id = z.string().min(1, "Missing.").max(64, "Too long.").refine(storable, NOT_TEXT);

/** The optimistic version of a record, as the form received it. */
export const rev = z.coerce.number().int().min(1).max(2_147_483_647);

/** A calendar day, YYYY-MM-DD, that exists. */
export const day = z.iso.date("Give a date as YYYY-MM-DD.");

/** A day, or nothing when the field is left empty. */
export const optionalDay = z
  .union([day, z.literal("")])
  .nullish()
  .transform((value) => (value ? value : null));

/** An http(s) address of at most 2,000 characters, or empty. */
export const webAddress = line(2000).refine((text) => text === "" || isWebAddress(text), {
  error: "Give a full web address that begins with http:// or https://.",
});

function isWebAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol } = new URL(text);
  return protocol === "http:" || protocol === "https:";
}

/** A language as BCP 47 names it ("en", "pt-BR"), in its usual spelling; or empty. */
export const languageTag = line(35)
  .refine((text) => text === "" || isLanguage(text), "Give the language as a tag such as en, de or pt-BR.")
  .transform((text) => (text === "" ? "" : (Intl.getCanonicalLocales(text)[0] ?? "")));

function isLanguage(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text).length === 1;
  } catch {
    return false;
  }
}

/** A checkbox or a boolean. */
export const flag = z
  .union([z.boolean(), z.enum(["on", "off", "true", "false", ""])])
  .optional()
  .transform((value) => value === true || value === "on" || value === "true");

/** An e-mail address, lower case. */
export const email = z
  .string()
  .trim()
  .max(254, "This e-mail address is too long.")
  .toLowerCase()
  .pipe(z.email("Give a full e-mail address, such as name@example.org."));

/** A new password. */
export const newPassword = z
  .string()
  .min(10, "At least 10 characters.")
  .max(200, "At most 200 characters.")
  .refine(storable, NOT_TEXT);
