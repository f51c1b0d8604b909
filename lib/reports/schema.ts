import { z } from "zod";
import { REPORT_FORMATS } from "@/lib/core/report/formats";
import { AUDIENCES, REPORT_LANGUAGES, type ReportOptions, readNumbers } from "@/lib/core/report/options";
import { CLAIM_STATES } from "@/lib/core/workflow/workflow";

/** One value or several, as an address carries them; empty ones are none. */
const several = <T extends z.ZodType<unknown, string>>(one: T) =>
  z.preprocess(
    (value) => [value ?? []].flat().filter((part) => part !== ""),
    z.array(one).max(200, "Choose at most 200 of them."),
  );

const blank = (value: unknown) => (value === "" ? undefined : value);

const numbers = z
  .string()
  .max(200, "Name the numbers in at most 200 characters.")
  .transform((text, context) => {
    const ranges = readNumbers(text);
    if (ranges) return ranges;
    context.addIssue("Write numbers of claims as ranges, such as 1-12, 40.");
    return z.NEVER;
  });

/** How a report is made, as an address carries it: `audience`, `language`, `only=signed`, `state`, `verdict`, `speaker`, `numbers`. */
export const reportOptions = z
  .object({
    audience: z.preprocess(
      blank,
      z.enum(AUDIENCES, "Choose one of these audiences: public, internal.").default("public"),
    ),
    language: z.preprocess(
      blank,
      z.enum(REPORT_LANGUAGES, "Choose one of these languages: en, de, fr, es.").default("en"),
    ),
    only: z.preprocess(blank, z.literal("signed", "The only choice here is: signed.").optional()),
    state: several(z.enum(CLAIM_STATES, `Choose among these states: ${CLAIM_STATES.join(", ")}.`)),
    verdict: several(z.string().max(60)),
    speaker: several(z.string().max(300)),
    numbers: z.preprocess((value) => value ?? "", numbers),
  })
  .transform(
    ({ audience, language, only, state, verdict, speaker, numbers }): ReportOptions => ({
      audience,
      language,
      only: { signed: only === "signed", states: state, verdicts: verdict, speakers: speaker, numbers },
    }),
  );

/** What the report's download door takes beside the options: the format, and whether to show the HTML in the page instead of saving it. */
export const reportRequest = z.object({
  format: z.enum(REPORT_FORMATS, `Choose one of these formats: ${REPORT_FORMATS.join(", ")}.`).default("html"),
  inline: z.literal("1").optional(),
});

/** Return the fields of an address, those that are given several times as lists. */
export function queryFields(query: URLSearchParams): Record<string, string | string[]> {
  return Object.fromEntries(
    [...new Set(query.keys())].map((key) => {
      const values = query.getAll(key);
      return [key, values.length === 1 ? (values[0] ?? "") : values];
    }),
  );
}
