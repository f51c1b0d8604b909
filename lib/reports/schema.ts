import { z } from "zod";
import { REPORT_FORMATS } from "@/lib/core/report/formats";

/** What the report's download door takes: the format, and whether to show the HTML in the page instead of saving it. */
export const reportRequest = z.object({
  format: z.enum(REPORT_FORMATS, `Choose one of these formats: ${REPORT_FORMATS.join(", ")}.`).default("html"),
  inline: z.literal("1").optional(),
});
