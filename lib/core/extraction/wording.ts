import { formatValue } from "../values/format-value";
import type { Piece } from "./clauses";
import { cueVerb } from "./cues";
import { formsOf } from "./inflect";
import type { Mention } from "./mentions";
import type { Range } from "./phrases";
import { type Reading, tagAt, tokenAt } from "./reading";
import type { SpeakerBook } from "./speakers";
import type { Fact, Speaker } from "./types";

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const PERSONAL = new Set(["he", "she", "his", "him", "her"]);
const COMPLETE_DATE = /\b\d{4}\b/;

/**
 * Return the words of a claim so that they can be read without the article: what the claim takes from elsewhere stands in
 * square brackets: who "he" is, the first name behind a last name, the date of "on Wednesday", a shared subject, a speaker.
 */
export function wordClaim(
  reading: Reading,
  piece: Piece,
  book: SpeakerBook,
  mentions: readonly Mention[],
  facts: readonly Fact[],
  silentSpeaker: Speaker | undefined,
): string {
  const start = tokenAt(reading, piece.from).start;
  const end = tokenAt(reading, piece.to - 1).end;
  const edits = [
    ...headEdits(reading, piece),
    ...pronounEdits(reading, piece, book),
    ...nameEdits(reading, mentions),
    ...dateEdits(reading, facts),
  ].sort((a, b) => a.start - b.start);
  let out = "";
  let at = start;
  for (const edit of edits) {
    if (edit.start < at || edit.end > end) continue;
    out += reading.text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  out += reading.text.slice(at, end);
  const subject = piece.subject ? `[${subjectWords(reading, piece.subject, book)}] ` : "";
  const said = /\s\s|[^\S ]/.test(out) ? out.replace(/\s+/g, " ").trim() : out;
  if (silentSpeaker && !subject) return withSpeaker(reading, piece.from, silentSpeaker.name, balanced(said));
  return `${subject}${balanced(said)}`;
}

/** The words of a shared subject; who "she" is, where it is a pronoun. */
function subjectWords(reading: Reading, { from, to }: Range, book: SpeakerBook): string {
  const person = to - from === 1 && /^(?:he|she)$/.test(tokenAt(reading, from).lower) ? book.personBehind(from) : null;
  if (person) return person.name;
  return reading.text.slice(tokenAt(reading, from).start, tokenAt(reading, to - 1).end).replace(/,$/, "");
}

/** "adding that …" → "[Jane Doe added] that …", "asked for …" → "[Jane Doe] asked for …"; other words get the speaker's name before them. */
function withSpeaker(reading: Reading, from: number, name: string, words: string): string {
  const cue = cueVerb(tokenAt(reading, from).lower);
  if (!cue || tagAt(reading, from) !== "VERB" || reading.quoted[from] !== -1) return `[${name}:] ${words}`;
  if (cue.form === "past" || cue.form === "s") return `[${name}] ${words}`;
  if (cue.form !== "ing") return `[${name}:] ${words}`;
  const past = formsOf(cue.verb.lemma).find(([, form]) => form === "past")?.[0] ?? "said";
  return `[${name} ${past}]${words.slice(tokenAt(reading, from).text.length)}`;
}

/** Words without a quotation mark whose partner stands in another sentence. */
function balanced(words: string): string {
  if (!/^["“']|["”']$/.test(words)) return words;
  if (words.split("''").length === 2) {
    if (words.startsWith("''")) return words.slice(2).replace(/\.$/, "").trim();
    if (words.endsWith("''")) return words.slice(0, -2).replace(/[.,]$/, "").trim();
  }
  const opens = words.split("“").length - 1;
  const closes = words.split("”").length - 1;
  if (opens === closes + 1 && words.startsWith("“")) return words.slice(1).replace(/\.$/, "").trim();
  if (closes === opens + 1 && words.endsWith("”")) return words.slice(0, -1).replace(/[.,]$/, "").trim();
  if (words.split('"').length % 2 === 0) {
    if (words.startsWith('"')) return words.slice(1).replace(/\.$/, "").trim();
    if (words.endsWith('"')) return words.slice(0, -1).replace(/[.,]$/, "").trim();
  }
  return words;
}

/** "it was founded …" → "[The NAO] was founded …". */
function headEdits(reading: Reading, { from, meant }: Piece): Edit[] {
  if (!meant) return [];
  const { start, end } = tokenAt(reading, from);
  const words = reading.text.slice(tokenAt(reading, meant.from).start, tokenAt(reading, meant.to - 1).end);
  return [{ start, end, text: `[${words}]` }];
}

function pronounEdits(reading: Reading, piece: Piece, book: SpeakerBook): Edit[] {
  const named = new Set<string>();
  const out: Edit[] = [];
  for (let i = piece.from; i < piece.to && out.length < 4; i++) {
    const token = tokenAt(reading, i);
    if (reading.quoted[i] !== -1 || !PERSONAL.has(token.lower)) continue;
    const person = book.personBehind(i);
    if (!person || person.from >= piece.from || named.has(person.name)) continue;
    named.add(person.name);
    out.push({ start: token.start, end: token.end, text: `[${person.name}${owns(reading, i) ? "’s" : ""}]` });
  }
  return out;
}

/** "his report", and "her report" but not "told her". */
function owns(reading: Reading, i: number): boolean {
  const { lower } = tokenAt(reading, i);
  if (lower !== "her") return lower === "his";
  const next = tagAt(reading, i + 1);
  return next === "NOUN" || next === "ADJ" || next === "PROPN" || next === "NUM";
}

/** "Tillerson" → "[Rex] Tillerson", once for each person. */
function nameEdits(reading: Reading, mentions: readonly Mention[]): Edit[] {
  const seen = new Set<string>();
  const out: Edit[] = [];
  for (const mention of mentions) {
    if (mention.type !== "person" || reading.quoted[mention.from] !== -1) continue;
    const written = reading.text.slice(tokenAt(reading, mention.from).start, tokenAt(reading, mention.to - 1).end);
    if (seen.has(mention.name) || written.includes(mention.name)) {
      seen.add(mention.name);
      continue;
    }
    seen.add(mention.name);
    const last = tokenAt(reading, mention.to - 1);
    if (!mention.name.endsWith(last.text)) continue;
    const rest = mention.name.slice(0, mention.name.length - last.text.length).trimEnd();
    if (rest)
      out.push({
        start: last.start,
        end: last.end,
        text: /-$/.test(rest) ? `[${rest}]${last.text}` : `[${rest}] ${last.text}`,
      });
  }
  return out;
}

/** "Wednesday" → "Wednesday [2017-03-22]"; a date that names its year stays. */
function dateEdits(reading: Reading, facts: readonly Fact[]): Edit[] {
  const out: Edit[] = [];
  for (const fact of facts) {
    if (fact.value?.kind !== "date" || COMPLETE_DATE.test(fact.text)) continue;
    const end =
      fact.end +
      (/^(?: (?:morning|afternoon|evening|night))?(?:['’]s\b)?/.exec(reading.text.slice(fact.end, fact.end + 14))?.[0]
        .length ?? 0);
    out.push({ start: end, end, text: ` [${formatValue(fact.value)}]` });
  }
  return out;
}
