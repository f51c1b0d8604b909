import { cueVerb } from "./cues";
import {
  BODIES,
  DEMONYMS,
  FEMALE_NAMES,
  MALE_NAMES,
  OFFICES,
  ORGANISATION_WORDS,
  ORGANISATIONS,
  PLACE_LEADS,
  PLACE_WORDS,
  PLACES,
  TITLES,
} from "./gazetteer";
import { TIME_WORDS } from "./phrases";
import { type Reading, tagAt, tokenAt } from "./reading";

/** A name where it stands, in tokens. `name` is the fullest form the text gives; a person's span includes the title before it. */
export interface Mention {
  readonly from: number;
  readonly to: number;
  readonly type: "person" | "organisation" | "place";
  readonly name: string;
  readonly title?: string;
  readonly gender?: "female" | "male";
}

const PARTICLES = new Set([
  "al",
  "bin",
  "ben",
  "ibn",
  "de",
  "da",
  "del",
  "della",
  "di",
  "du",
  "la",
  "le",
  "van",
  "von",
  "der",
  "den",
  "ter",
  "el",
]);
const NOT_NAMES = new Set([
  "I",
  "A",
  "The",
  "Mr",
  "Mrs",
  "Ms",
  "Dr",
  "But",
  "And",
  "Or",
  "If",
  "It",
  "He",
  "She",
  "We",
  "They",
  "In",
  "On",
  "At",
  "To",
  "No",
  "Yes",
  "So",
  "Not",
  "As",
  "OK",
  "TV",
]);
const NAME_REACH = 10;

interface Run {
  readonly from: number;
  readonly to: number;
}

/** Return the people, organisations and places that a text names, in order and without overlap. */
export function findMentions(reading: Reading): Mention[] {
  const known = namesInside(reading);
  const out: Mention[] = [];
  const people = new Map<string, Mention>();
  for (let i = 0; i < reading.tokens.length; ) {
    const run = runAt(reading, i, known);
    if (!run) {
      i++;
      continue;
    }
    for (const mention of classify(reading, run, people)) {
      if (mention.from < (out[out.length - 1]?.to ?? 0)) continue;
      out.push(mention);
      if (mention.type === "person") remember(people, mention);
    }
    i = Math.max(run.to, i + 1);
  }
  return out;
}

/** Words that stand with a capital inside a sentence somewhere: at a sentence's head they are names too. */
function namesInside(reading: Reading): ReadonlySet<string> {
  const out = new Set<string>();
  for (const sentence of reading.sentences) {
    for (let i = sentence.from + 1; i < sentence.to; i++) {
      const token = tokenAt(reading, i);
      if (token.capital && reading.tags[i] === "PROPN" && tokenAt(reading, i - 1).shape === "word") out.add(token.text);
    }
  }
  return out;
}

function isNameWord(reading: Reading, i: number, known: ReadonlySet<string>): boolean {
  const token = tokenAt(reading, i);
  if (token.shape !== "word" || !token.capital || NOT_NAMES.has(token.text)) return false;
  if (TIME_WORDS.has(token.lower) && token.text !== "May") return false;
  const tag = tagAt(reading, i);
  if (tag === "PROPN" || token.lower.endsWith("-led")) return true;
  if (PLACES.has(token.text) || ORGANISATIONS.has(token.text) || known.has(token.text)) return true;
  if (tag !== "NOUN" && tag !== "ADJ") return false;
  return (
    TITLES.has(token.lower) ||
    DEMONYMS.has(token.text) ||
    ORGANISATION_WORDS.has(token.text) ||
    tokenAt(reading, i + 1).capital
  );
}

function runAt(reading: Reading, start: number, known: ReadonlySet<string>): Run | null {
  const joined = tokenAt(reading, start).lower === "al" && tokenAt(reading, start + 1).capital;
  if (!joined && !isNameWord(reading, start, known)) return null;
  let i = start + 1;
  while (i - start < NAME_REACH) {
    if (!adjacent(reading, i)) break;
    const token = tokenAt(reading, i);
    if (isNameWord(reading, i, known)) i++;
    else if (token.lower === "." && isAbbreviatedTitle(reading, i - 1)) i++;
    else if (token.lower === "." && /^\p{Lu}$/u.test(tokenAt(reading, i - 1).text) && tokenAt(reading, i + 1).capital)
      i++;
    else if (PARTICLES.has(token.lower) && isNameWord(reading, i + 1, known) && adjacent(reading, i + 1)) i += 2;
    else if (token.lower === "of" && isOffice(reading, i)) i += 2;
    else if (
      token.lower === "of" &&
      ORGANISATION_WORDS.has(tokenAt(reading, i - 1).text) &&
      tokenAt(reading, i + 1).capital
    )
      i += 2;
    else if (token.text === "&" && tokenAt(reading, i + 1).capital) i += 2;
    else break;
  }
  return { from: start, to: i };
}

function adjacent(reading: Reading, i: number): boolean {
  const gap = tokenAt(reading, i).start - tokenAt(reading, i - 1).end;
  return gap >= 0 && gap <= 1 && reading.text[tokenAt(reading, i).start - 1] !== "\n";
}

function isAbbreviatedTitle(reading: Reading, i: number): boolean {
  const token = tokenAt(reading, i);
  return (
    (TITLES.has(`${token.lower}.`) || token.lower === "st" || token.lower === "ft" || token.lower === "mt") &&
    tokenAt(reading, i + 2).capital
  );
}

function isOffice(reading: Reading, of: number): boolean {
  return TITLES.has(tokenAt(reading, of - 1).lower) && OFFICES.has(tokenAt(reading, of + 1).text);
}

/** Cut a run of capitalised words into names: title + person, organisation, place. */
function classify(reading: Reading, run: Run, people: ReadonlyMap<string, Mention>): Mention[] {
  let { from } = run;
  const { to } = run;
  // "Iraqi Prime Minister Haider al-Abadi": the title is the words up to the last office.
  let nameFrom = from;
  for (let i = from; i < to; i++) {
    if (isTitleWord(reading, i, to)) nameFrom = i + 1;
    else if (i > from && tokenAt(reading, i).lower === "of" && isOffice(reading, i)) nameFrom = i + 2;
    else if (nameFrom === i && OFFICES.has(tokenAt(reading, i).text) && tokenAt(reading, i - 1).lower === "of")
      nameFrom = i + 1;
  }
  if (nameFrom > from && nameFrom < to) return [person(reading, leadingTitle(reading, from), nameFrom, to, people)];
  if (nameFrom >= to && nameFrom > from) return [];
  while (from < to - 1 && DEMONYMS.has(tokenAt(reading, from).text) && tokenAt(reading, from).text !== "Islamic")
    from++;
  const text = wordsOf(reading, from, to);
  if (DEMONYMS.has(text) || text.endsWith("-led")) return body(reading, from, to);
  const lead = leadingTitle(reading, from);
  if (ORGANISATIONS.has(text)) return [{ from, to, type: "organisation", name: text }];
  if (PLACES.has(text)) return [placeWith(reading, from, to, text)];
  if (isOrganisation(reading, from, to)) return [{ from, to, type: "organisation", name: text }];
  if (lead < from && to - from <= 4) return [person(reading, lead, from, to, people)];
  const first = tokenAt(reading, from).text;
  if (people.has(text) || (to - from > 1 && (FEMALE_NAMES.has(first) || MALE_NAMES.has(first))))
    return [person(reading, from, from, to, people)];
  const split = splitKnown(reading, from, to);
  if (split.length > 0) return split;
  if (PLACE_WORDS.has(tokenAt(reading, to).text) && tokenAt(reading, to).shape === "word")
    return [placeWith(reading, from, to, text)];
  if (tokenAt(reading, from - 1).lower === "of" && PLACE_LEADS.has(tokenAt(reading, from - 2).lower))
    return [{ from, to, type: "place", name: text }];
  if (/^\p{Lu}{2,6}s?$/u.test(text)) return [{ from, to, type: "organisation", name: text }];
  if (speaks(reading, from, to)) return [person(reading, from, from, to, people)];
  if (/^(?:in|near|at|from|across|outside)$/.test(tokenAt(reading, from - 1).lower) && to - from <= 2)
    return [{ from, to, type: "place", name: text }];
  if (to - from >= 2 && to - from <= 3 && allProper(reading, from, to))
    return [person(reading, from, from, to, people)];
  if (to - from === 1 && tagAt(reading, from) !== "PROPN") return [];
  return [{ from, to, type: "organisation", name: text }];
}

function isTitleWord(reading: Reading, i: number, to: number): boolean {
  const token = tokenAt(reading, i);
  const lower = token.lower;
  if (lower === "." && TITLES.has(`${tokenAt(reading, i - 1).lower}.`)) return true;
  if (!TITLES.has(lower)) return false;
  return i < to;
}

/** Where the title before a name begins: "coalition spokesman", "former U.S. ambassador"; `from` itself without one. */
function leadingTitle(reading: Reading, from: number): number {
  let i = from;
  let office = false;
  while (i > 0 && from - i < 6 && adjacent(reading, i)) {
    const token = tokenAt(reading, i - 1);
    const tag = tagAt(reading, i - 1);
    if (token.shape !== "word" || reading.quoted[i - 1] !== reading.quoted[from]) break;
    const title = TITLES.has(token.lower);
    const fits =
      title || (office && (tag === "NOUN" || tag === "ADJ" || DEMONYMS.has(token.text) || token.text === "U.S."));
    if (!fits || tag === "VERB") break;
    if (title) office = true;
    i--;
  }
  return office ? i : from;
}

function isOrganisation(reading: Reading, from: number, to: number): boolean {
  if (to - from < 2)
    return ORGANISATION_WORDS.has(tokenAt(reading, from).text) && /^(?:the|The)$/.test(tokenAt(reading, from - 1).text);
  for (let i = from; i < to; i++) if (ORGANISATION_WORDS.has(tokenAt(reading, i).text)) return true;
  return false;
}

function placeWith(reading: Reading, from: number, to: number, name: string): Mention {
  const after = tokenAt(reading, to);
  if (PLACE_WORDS.has(after.text) && after.shape === "word" && adjacent(reading, to))
    return { from, to: to + 1, type: "place", name: `${name} ${after.text}` };
  if (/^(?:U\.S\.|U\.K\.|US|UK)$/.test(name)) return body(reading, from, to)[0] ?? { from, to, type: "place", name };
  return { from, to, type: "place", name };
}

/** A nationality with the body it belongs to: "Iraqi government forces"; nothing without a body. */
function body(reading: Reading, from: number, to: number): Mention[] {
  let i = to;
  let last = -1;
  while (i - to < 4 && adjacent(reading, i) && (tagAt(reading, i) === "NOUN" || tagAt(reading, i) === "ADJ")) {
    if (BODIES.has(tokenAt(reading, i).lower)) last = i;
    i++;
  }
  if (last < 0) return [];
  return [{ from, to: last + 1, type: "organisation", name: wordsOf(reading, from, last + 1) }];
}

/** A run that begins or ends with a known place or body: "Syrian Kobani Fox News". */
function splitKnown(reading: Reading, from: number, to: number): Mention[] {
  for (let cut = to - 1; cut > from; cut--) {
    const head = wordsOf(reading, from, cut);
    const tail = wordsOf(reading, cut, to);
    if (PLACES.has(head) && PLACES.has(tail))
      return [
        { from, to: cut, type: "place", name: head },
        { from: cut, to, type: "place", name: tail },
      ];
    if (PLACES.has(head) && PLACE_WORDS.has(tail)) return [{ from, to, type: "place", name: `${head} ${tail}` }];
  }
  return [];
}

/** Whether a reporting verb stands right beside the name. */
function speaks(reading: Reading, from: number, to: number): boolean {
  const after = cueVerb(tokenAt(reading, to).lower);
  if (after?.verb.speech && tagAt(reading, to) === "VERB") return true;
  const before = cueVerb(tokenAt(reading, from - 1).lower);
  return before?.form === "past" && before.verb.speech && tokenAt(reading, from - 2).shape === "mark";
}

function allProper(reading: Reading, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (tagAt(reading, i) !== "PROPN" && tokenAt(reading, i).lower !== ".") return false;
  return true;
}

function person(
  reading: Reading,
  from: number,
  nameFrom: number,
  to: number,
  people: ReadonlyMap<string, Mention>,
): Mention {
  const written = wordsOf(reading, nameFrom, to);
  const earlier = people.get(written) ?? (to - nameFrom === 1 ? people.get(lastPart(written)) : undefined);
  const title = from < nameFrom ? plainTitle(wordsOf(reading, from, nameFrom)) : undefined;
  const name = earlier && earlier.name.length > written.length ? earlier.name : written;
  const gender = genderOf(tokenAt(reading, nameFrom).text, title) ?? earlier?.gender;
  const kept = title && !/^(?:Mr|Mrs|Ms|Miss)\.?$/.test(title) ? title : (earlier?.title ?? title);
  return {
    from,
    to,
    type: "person",
    name,
    ...(kept === undefined ? {} : { title: kept }),
    ...(gender === undefined ? {} : { gender }),
  };
}

function plainTitle(title: string): string {
  return title.replace(/\s+\./g, ".");
}

function genderOf(first: string, title: string | undefined): "female" | "male" | undefined {
  if (title && /\b(?:Mrs|Ms|Miss|spokeswoman|congresswoman|chairwoman|Queen|Lady|actress)\b/i.test(title))
    return "female";
  if (title && /\b(?:Mr|congressman|King|Sir|Lord)\b/.test(title)) return "male";
  return FEMALE_NAMES.has(first) ? "female" : MALE_NAMES.has(first) ? "male" : undefined;
}

function lastPart(name: string): string {
  return name.replace(/^(?:al|el|van|von|de)[- ]/i, "");
}

/** Keep a full name under its last name, so that "Abadi" finds "Haider al-Abadi". */
function remember(people: Map<string, Mention>, mention: Mention): void {
  const words = mention.name.split(" ");
  people.set(mention.name, mention);
  if (words.length < 2) {
    if (!people.has(mention.name)) people.set(mention.name, mention);
    return;
  }
  const last = words[words.length - 1] ?? "";
  const suffix = /^(?:Jr|Sr|II|III|IV)\.?$/.test(last) && words.length > 2 ? (words[words.length - 2] ?? last) : last;
  people.set(suffix, mention);
  people.set(lastPart(suffix), mention);
}

/** Return the words of a token range as they are written, single-spaced. */
export function wordsOf(reading: Reading, from: number, to: number): string {
  return reading.text
    .slice(tokenAt(reading, from).start, tokenAt(reading, Math.max(from, to - 1)).end)
    .replace(/\s+/g, " ");
}
