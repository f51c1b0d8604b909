import { paragraphsOf } from "../text/layers";
import type { Span } from "../text/span";

/** Only here an agency's place and date stand before the first sentence. */
const HEAD_PARAGRAPHS = 5;
/** Longer lines are sentences, whatever they begin with. */
const LINE = 200;

/** "WASHINGTON (Reuters) - ", "PORT ALDEN, Maine, Nov. 26 — ": capitals first, a dash at the end. */
const DATELINE =
  /^\s*\p{Lu}[\p{Lu}.'’‘-]+(?: [\p{Lu}.'’‘-]{2,}){0,4}(?:, [\p{L}\p{N}. ]{2,30}){0,3}(?: ?\([^()\n]{2,40}\))? ?(?:[—–]|-{1,2}) ?(?=\S)/u;
/** "By Lee Marsh and Dana Whit, the Alden Courier", alone on its line. */
const BYLINE =
  /^\s*B[Yy]:?\s+(?:the\s+)?\p{Lu}[\p{L}\p{M}.'’-]*(?:,?\s+(?:(?:and|of|the|in|for|&)|\p{Lu}[\p{L}\p{M}.'’-]*))*\s*$/u;
/** "Reporting by Lee Marsh; Editing by Dana Whit", "(Additional reporting by …)", "Photo: …". */
const CREDIT =
  /^\s*[([*_]*\s*(?:(?:additional )?(?:reporting|writing|research|photography|graphics?|video|illustrations?|translation)(?: and (?:reporting|writing|research|editing))?|edit(?:ing|ed)|compiled|written|reported|produced|translated|photo(?:s|graphs?)?|pictures?|images?)(?: by |: )/iu;

/**
 * Return the parts of a text that belong to the page and not to the story: an agency's dateline, a byline, credits. Their
 * names, places and dates are nothing that a claim could hold. Linear.
 */
export function frameLines(text: string): Span[] {
  return paragraphsOf(text).flatMap((paragraph, index) => {
    const { start, end } = paragraph;
    const head = text.slice(start, Math.min(end, start + LINE));
    const whole = end - start <= LINE;
    if (whole && (CREDIT.test(head) || BYLINE.test(head))) return [paragraph];
    const dateline = index < HEAD_PARAGRAPHS ? DATELINE.exec(head) : null;
    return dateline ? [{ start, end: start + dateline[0].length }] : [];
  });
}
