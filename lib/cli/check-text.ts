import { articleText } from "@/lib/articles/schema";
import { checkText } from "@/lib/guard/queries";
import type { TextCheckAnswer } from "@/lib/guard/schema";
import type { Actor } from "@/lib/platform/actor";
import { Refusal } from "@/lib/platform/refusal";
import { findArticleId } from "./find-article";
import { layOut, toJson } from "./table";

/** Characters of a wording that a line shows. */
const SHOWN = 60;

/** What `claimdesk check-text` prints, the answer in a sentence, and whether the text is still the checked one. */
export interface CheckedText {
  readonly stillChecked: boolean;
  readonly says: string;
  readonly output: string;
}

/** Check a text against an article: the touched claims as lines of number, what became of them, why, and wording, or all as JSON. */
export async function checkArticleText(
  actor: Actor,
  article: string,
  text: string,
  { json }: { readonly json: boolean },
): Promise<CheckedText> {
  const parsed = articleText.safeParse(text);
  if (!parsed.success) throw new Refusal("invalid", parsed.error.issues[0]?.message ?? "This is no text.");
  const answer = await checkText(actor, await findArticleId(actor, article), parsed.data);
  const { stillChecked, says } = answer;
  const lines = `${stillChecked ? `${says}\n` : ""}${layOut(answer.touched.map(line), SHOWN)}`;
  return { stillChecked, says, output: json ? toJson(answer) : lines };
}

function line({ number, outcome, reason, wording }: TextCheckAnswer["touched"][number]): string[] {
  return [String(number).padStart(3), outcome, reason.replace(/\s+/g, " "), wording];
}
