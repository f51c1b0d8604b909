import { cueVerb } from "./cues";
import { FEMALE_NAMES, MALE_NAMES } from "./first-names";
import {
  BODIES,
  COUNTRIES,
  DEMONYMS,
  OFFICE_ADJECTIVES,
  OFFICES,
  ORGANISATION_WORDS,
  ORGANISATIONS,
  PLACE_LEADS,
  PLACE_WORDS,
  PLACES,
  SHORT_STATES,
  STATES,
  THING_WORDS,
  TITLES,
} from "./gazetteer";
import { linkNames } from "./name-links";
import { adjacent, findNameRuns, isFirstName, type NameGround, type NameRun, titled } from "./name-runs";
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

/** The people of a text by what may stand for them: full name, last name, first name. */
interface People {
  readonly byName: Map<string, Mention>;
  readonly byFirst: Map<string, Mention>;
  /** Whoever else has the last name of somebody named before. */
  readonly namesakes: Map<string, Mention>;
}

const nobody = (): People => ({ byName: new Map(), byFirst: new Map(), namesakes: new Map() });

const RELATIONS = new Set("widow husband wife daughter son brother sister father mother mate rival".split(" "));
const PARTISANS = new Set(["Democrat", "Republican", "Conservative", "Liberal", "Socialist", "Texan", "Libertarian"]);
const DIRECTIONS = new Set(
  "northern southern eastern western central northeastern northwestern southeastern southwestern north-eastern north-western south-eastern south-western north south east west downtown mainland upstate rural".split(
    " ",
  ),
);

/** Return the people, organisations and places that a text names, in order and without overlap. */
export function findMentions(reading: Reading): Mention[] {
  const { runs, ground } = findNameRuns(reading);
  const ahead = peopleAhead(reading, runs);
  const out: Mention[] = [];
  const people = nobody();
  const bodies = new Set<string>();
  for (const run of runs) {
    for (const mention of classify(reading, run, { bodies, people, ahead, ground })) {
      // A title reaches back over the body it names: "CIA director Paul Marsh".
      if (mention.type === "person") while (mention.from <= (out[out.length - 1]?.from ?? -1)) out.pop();
      if (mention.from < (out[out.length - 1]?.to ?? 0)) continue;
      out.push(mention);
      if (mention.type === "person") remember(people, mention);
      else if (mention.to - mention.from > 1) bodies.add(tokenAt(reading, mention.from).text);
    }
  }
  return linkNames(reading, out);
}

/** The people whom the text names in full somewhere, for those it calls by one name before that. */
function peopleAhead(reading: Reading, runs: readonly NameRun[]): People {
  const out = nobody();
  for (const run of runs) {
    if (run.headline || run.to - run.from < 2) continue;
    const nameFrom = titleEnd(reading, run);
    if (nameFrom === run.from && !isFirstName(tokenAt(reading, run.from).text)) continue;
    const first = tokenAt(reading, nameFrom).text;
    const sure = nameFrom > run.from ? run.to - nameFrom >= 2 : isFirstName(first);
    if (!sure || nameFrom >= run.to || namesThing(reading, nameFrom, run.to)) continue;
    const name = wordsOf(reading, nameFrom, run.to);
    const last = lastOf(name);
    if (out.byName.has(last)) continue;
    const gender = genderOf(first, undefined);
    remember(out, { ...run, type: "person", name, ...(gender ? { gender } : {}) });
  }
  return out;
}

interface Context {
  /** The first words of bodies named so far: "Hurun Report" speaks as "Hurun". */
  readonly bodies: ReadonlySet<string>;
  readonly people: People;
  readonly ahead: People;
  readonly ground: NameGround;
}

/** Cut a run of capitalised words into names: title + person, organisation, place. */
function classify(reading: Reading, run: NameRun, context: Context): Mention[] {
  const { to } = run;
  let { from } = run;
  if (run.dateline) {
    const name = titled(reading, from, to);
    const end = STATES.has(name) ? to : stateBehind(reading, to);
    return [{ from, to: end, type: "place", name: end === to ? name : `${name}, ${wordsOf(reading, to + 1, end)}` }];
  }
  const nameFrom = titleEnd(reading, run);
  const whole = wordsOf(reading, from, to);
  if (nameFrom > from && !ORGANISATIONS.has(whole)) {
    if (nameFrom >= to) return namesThing(reading, from, to) ? [organisation(reading, from, to)] : [];
    const called = isFirstName(tokenAt(reading, nameFrom).text) && to - nameFrom === 2;
    if (!called && namesThing(reading, nameFrom, to)) return [organisation(reading, from, to)];
    return [person(reading, leadingTitle(reading, from), nameFrom, to, context)];
  }
  if (to - from > 1 && isLowOffice(reading, from))
    return [person(reading, leadingTitle(reading, from + 1), from + 1, to, context)];
  if (run.opens && to - from > 1 && (isPlainWord(reading, from, context) || isQualifier(reading, from, whole))) from++;
  if (!ORGANISATIONS.has(wordsOf(reading, from, to)) && !namesThing(reading, from, to))
    while (from < to - 1 && DEMONYMS.has(tokenAt(reading, from).text) && tokenAt(reading, from).text !== "Islamic")
      from++;
  const text = run.headline ? titled(reading, from, to) : wordsOf(reading, from, to);
  if (isDemonym(text) || text.endsWith("-led")) return body(reading, from, to);
  return named(reading, { ...run, from }, text, context);
}

/** "Several Iranians", "Former House …": an adjective or a number at the head of a sentence is no part of a name. */
function isQualifier(reading: Reading, i: number, whole: string): boolean {
  const { text } = tokenAt(reading, i);
  if (isFirstName(text) || ORGANISATIONS.has(whole) || PLACES.has(whole) || DEMONYMS.has(text)) return false;
  return (
    /^(?:ADJ|ADV|NUM|DET|ADP|SCONJ)$/.test(tagAt(reading, i)) ||
    /^(?:Former|Presumptive|Most|Many|Several|Local)$/.test(text)
  );
}

/** A word at the head of a sentence that the text also writes small: its capital says nothing. */
function isPlainWord(reading: Reading, i: number, { ground, people }: Context): boolean {
  const token = tokenAt(reading, i);
  return (
    ground.small.has(token.lower) &&
    !ground.known.has(token.text) &&
    !people.byName.has(token.text) &&
    !isFirstName(token.text)
  );
}

function isDemonym(text: string): boolean {
  if (DEMONYMS.has(text)) return !text.startsWith("Democrat") || text === "Democratic";
  if (text.endsWith("s") && DEMONYMS.has(text.slice(0, -1))) return !ORGANISATIONS.has(text);
  return /^\p{Lu}[^ ]*(?:ians|icans|wans|rnians|xans)$/u.test(text) && !ORGANISATIONS.has(text);
}

/** Classify a run without title whose words are `text`. */
function named(reading: Reading, run: NameRun, text: string, context: Context): Mention[] {
  const { from, to } = run;
  const single = to - from === 1;
  const before = tokenAt(reading, from - 1).lower;
  const first = titled(reading, from, from + 1);
  const lead = leadingTitle(reading, from);
  const listed = ORGANISATIONS.has(text) || PLACES.has(text);
  const known = single ? (listed ? context.people.byName.get(text) : knownPerson(text, context)) : undefined;
  if (known && !/^(?:in|near|across|outside)$/.test(before)) return [person(reading, lead, from, to, context)];
  if (ORGANISATIONS.has(text)) return [{ from, to, type: "organisation", name: text }];
  if (PLACES.has(text)) return placeWith(reading, from, to, text);
  if (namesThing(reading, from, to)) return [organisation(reading, from, to)];
  if (lead < from && to - from <= 4) return [person(reading, lead, from, to, context)];
  if (context.people.byName.has(text) || (!single && isFirstName(first)))
    return [person(reading, from, from, personEnd(reading, from, to), context)];
  const office = officeEnd(reading, from, to);
  if (office > from) return [person(reading, lead, office, to, context)];
  const split = splitKnown(reading, from, to);
  if (split.length > 0) return split;
  if (isPlace(reading, from, to)) return placeWith(reading, from, to, text);
  if (single) return singleName(reading, run, text, context);
  if (before !== "the" && before !== "this" && before !== "a" && before !== "an") {
    if (speaks(reading, from, to) || hasInitial(reading, from, to) || isDescribed(reading, to))
      return [person(reading, from, from, to, context)];
    const foreign =
      to - from <= 3 &&
      allProper(reading, from, to) &&
      !someSmall(reading, from, to, context) &&
      !someKnown(reading, from, to);
    if (/^(?:in|near|across|outside)$/.test(before) && to - from <= 2) return [{ from, to, type: "place", name: text }];
    if (foreign && !run.headline) return [person(reading, from, from, to, context)];
  }
  return [organisation(reading, from, to)];
}

/** Where a first name begins behind words that must then be an office: "Public Advocate Mary Doyle"; `from` without one. */
function officeEnd(reading: Reading, from: number, to: number): number {
  for (let i = from + 1; i <= to - 2; i++) {
    if (isFirstName(tokenAt(reading, i).text) && to - i <= 4) return i;
  }
  return from;
}

/** Whether one of the words names a place, a body or a nationality, or is an acronym: no person is called so. */
function someKnown(reading: Reading, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const { text } = tokenAt(reading, i);
    if (PLACES.has(text) || ORGANISATIONS.has(text) || DEMONYMS.has(text) || /^\p{Lu}{2,}$/u.test(text)) return true;
  }
  return false;
}

/** A name of one word that no list knows. */
function singleName(reading: Reading, run: NameRun, text: string, context: Context): Mention[] {
  const { from, to } = run;
  const token = tokenAt(reading, from);
  const small = context.ground.small.has(token.lower);
  const shouted = text.length > 1 && !/\p{Ll}/u.test(text);
  if (SHORT_STATES.has(text) && tokenAt(reading, to).text === "." && tokenAt(reading, from - 1).text === "(")
    return [{ from, to: to + 1, type: "place", name: `${text}.` }];
  if (text.length === 1 || isMadeOfFirst(text)) return [];
  if (shouted && /^\p{Lu}{2,7}s?$/u.test(text))
    return small && text.length > 2 ? [] : [{ from, to, type: "organisation", name: text }];
  if (small && !context.ground.known.has(text)) return [];
  if (run.opens && (small || !context.ground.known.has(text)) && (small || isCommonEnding(text))) return [];
  if (context.bodies.has(text)) return [organisation(reading, from, to)];
  if (speaks(reading, from, to)) return [person(reading, from, from, to, context)];
  const before = tokenAt(reading, from - 1).lower;
  if (/^(?:in|near|across|outside)$/.test(before)) return [{ from, to, type: "place", name: text }];
  if (run.opens && !context.ground.known.has(text)) {
    const tag = tagAt(reading, to);
    const owner = tokenAt(reading, to).lower === "'s";
    const doer = (tag === "VERB" || tag === "AUX") && tagAt(reading, from) === "PROPN";
    if (!owner && !doer) return [];
  }
  if (tagAt(reading, from) !== "PROPN" && !context.ground.known.has(text)) return [];
  if (isFirstName(text)) return [person(reading, from, from, to, context)];
  return [{ from, to, type: "organisation", name: text }];
}

/** "Critics", "Ridership": what ends so at the head of a sentence is seldom a name. */
function isCommonEnding(text: string): boolean {
  return /(?:[^s]s|ship|tion|sion|ment|ness|ity|ing|ism|ance|ence|ure)$/.test(text);
}

/** "Mr", "Jr" and the like, left alone by a mark. */
function isMadeOfFirst(text: string): boolean {
  return /^(?:Jr|Sr|II|III|IV|Inc|Corp|Ltd|Co|No|Nos|St|Rev|Vol|Ch|Art|Sec|Fig|Ph|MA|BA|PhD|MD|AM|PM|EST|EDT|GMT|PST|ET|PT)$/.test(
    text,
  );
}

function knownPerson(text: string, { people, ahead }: Context): Mention | undefined {
  return people.byName.get(text) ?? people.byFirst.get(text) ?? ahead.byName.get(text) ?? ahead.byFirst.get(text);
}

/** Where the title at the head of a run ends: "Iraqi Prime Minister Haider al-Abadi"; the run's beginning without one. */
function titleEnd(reading: Reading, { from, to }: NameRun): number {
  let end = from;
  for (let i = from; i < to; i++) {
    const { text } = tokenAt(reading, i);
    if (isFirstName(text) && i + 1 < to && !TITLES.has(text.toLowerCase())) break;
    if (isTitleWord(reading, i)) end = i + 1;
    else if (PARTISANS.has(text) && isFirstName(tokenAt(reading, i + 1).text)) end = i + 1;
    else if (i > from && tokenAt(reading, i).lower === "of" && isOffice(reading, i)) end = i + 2;
    else if (end === i && OFFICES.has(tokenAt(reading, i).text) && tokenAt(reading, i - 1).lower === "of") end = i + 1;
  }
  return end;
}

function isTitleWord(reading: Reading, i: number): boolean {
  const { lower } = tokenAt(reading, i);
  return TITLES.has(lower) || (lower === "." && TITLES.has(`${tokenAt(reading, i - 1).lower}.`));
}

function isOffice(reading: Reading, of: number): boolean {
  return TITLES.has(tokenAt(reading, of - 1).lower) && OFFICES.has(tokenAt(reading, of + 1).text);
}

/** Whether one of the words shows a body, a law, a prize: something that is nobody. */
function namesThing(reading: Reading, from: number, to: number): boolean {
  if (to - from < 2)
    return ORGANISATION_WORDS.has(tokenAt(reading, from).text) && /^(?:the|The)$/.test(tokenAt(reading, from - 1).text);
  for (let i = from; i < to; i++) {
    const { text } = tokenAt(reading, i);
    if (ORGANISATION_WORDS.has(text) || (i > from && THING_WORDS.has(text))) return true;
  }
  return false;
}

function organisation(reading: Reading, from: number, to: number): Mention {
  return { from, to, type: "organisation", name: wordsOf(reading, from, to) };
}

/** A person's name ends before a word that belongs to another name: "Scott Conroy Video". */
function personEnd(reading: Reading, from: number, to: number): number {
  let i = from + 1;
  while (i < to && !DEMONYMS.has(tokenAt(reading, i).text) && !PLACES.has(wordsOf(reading, i, to))) i++;
  return i === from + 1 ? to : i;
}

function hasInitial(reading: Reading, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (/^\p{Lu}\.?$/u.test(tokenAt(reading, i).text) && to - from > 1) return true;
  return false;
}

/** Whether a name is followed by an age, "who", or what the person is: "…, 45,", "…, the former attorney general". */
function isDescribed(reading: Reading, to: number): boolean {
  if (tokenAt(reading, to).lower !== ",") return tokenAt(reading, to).lower === "who";
  const next = tokenAt(reading, to + 1);
  if (next.lower === "who" || next.lower === "whose") return true;
  if (next.shape === "number" && /^\d{2}$/.test(next.text)) return tokenAt(reading, to + 2).lower === ",";
  for (let i = to + 1; i < to + 7; i++) {
    const token = tokenAt(reading, i);
    if (token.shape !== "word") return false;
    if (TITLES.has(token.lower)) return true;
  }
  return false;
}

function someSmall(reading: Reading, from: number, to: number, { ground }: Context): boolean {
  for (let i = from; i < to; i++) if (ground.small.has(tokenAt(reading, i).lower)) return true;
  return false;
}

/** Where the title before a name begins: "coalition spokesman", "former CIA director", "secretary of state"; `from` itself without one. */
function leadingTitle(reading: Reading, from: number): number {
  let i = from;
  let office = false;
  while (i > 0 && from - i < 7 && adjacent(reading, i) && reading.quoted[i - 1] === reading.quoted[from]) {
    const { lower, shape } = tokenAt(reading, i - 1);
    if (shape !== "word") break;
    if (isLowOffice(reading, i - 1)) {
      i -= 3;
      office = true;
    } else if (TITLES.has(lower)) {
      if (tagAt(reading, i - 1) === "VERB") break;
      i--;
      office = true;
      if (RELATIONS.has(lower)) break;
    } else if (office && belongsToOffice(reading, i - 1)) i--;
    else break;
  }
  return office ? i : from;
}

/** "state" of "secretary of state". */
function isLowOffice(reading: Reading, i: number): boolean {
  const { lower } = tokenAt(reading, i);
  if (tokenAt(reading, i - 1).lower !== "of" || !TITLES.has(tokenAt(reading, i - 2).lower)) return false;
  return OFFICES.has(lower.slice(0, 1).toUpperCase() + lower.slice(1));
}

/** Whether a word before an office says which one: "former", "campaign", "Iraqi", "CIA". */
function belongsToOffice(reading: Reading, i: number): boolean {
  const token = tokenAt(reading, i);
  if (OFFICE_ADJECTIVES.has(token.lower) || DEMONYMS.has(token.text)) return true;
  const tag = tagAt(reading, i);
  if (/^(?:ADP|DET|PRON|CCONJ|SCONJ|ADV|AUX|PART)$/.test(tag)) return false;
  if (token.capital)
    return !TIME_WORDS.has(token.lower) && !isFirstName(token.text) && !isFirstName(tokenAt(reading, i - 1).text);
  return (
    tag === "NOUN" &&
    !(token.lower.endsWith("s") && !/(?:news|sports|affairs|communications|operations|politics)$/.test(token.lower))
  );
}

function isPlace(reading: Reading, from: number, to: number): boolean {
  if (tokenAt(reading, from - 1).lower === "of" && PLACE_LEADS.has(tokenAt(reading, from - 2).lower)) return true;
  const last = tokenAt(reading, to - 1);
  if (to - from > 1 && PLACE_WORDS.has(last.text) && last.capital) return true;
  if (
    to - from > 1 &&
    /^(?:Lake|Mount|Mt|Fort|Ft|Port|Cape|San|Santa|Los|Las|St|Saint|El|New|North|South|East|West|Upper|Lower)$/.test(
      tokenAt(reading, from).text,
    )
  )
    return true;
  const after = tokenAt(reading, to);
  if (
    PLACE_WORDS.has(after.text) &&
    after.shape === "word" &&
    adjacent(reading, to) &&
    !/^(?:base|camp|state|border|road)$/.test(after.text)
  )
    return true;
  return stateBehind(reading, to) > to && /^(?:in|near|at|from|of|outside|to)$/.test(tokenAt(reading, from - 1).lower);
}

/** The end of the state or country behind a town: "Austin, Texas", "Waukesha, Wis."; `to` without one. */
function stateBehind(reading: Reading, to: number): number {
  if (tokenAt(reading, to).lower !== ",") return to;
  for (let end = Math.min(to + 4, reading.tokens.length); end > to + 1; end--) {
    const text = wordsOf(reading, to + 1, end);
    if (STATES.has(text)) return end;
    if (end === to + 2 && SHORT_STATES.has(text) && tokenAt(reading, end).lower === ".") return end + 1;
    const next = tokenAt(reading, end);
    const listed = next.lower === "and" || (next.lower === "," && tokenAt(reading, end + 1).capital);
    if (COUNTRIES.has(text) && !listed && !/^(?:US|U\.S\.|America|Britain)$/.test(text)) return end;
  }
  return to;
}

function placeWith(reading: Reading, from: number, to: number, name: string): Mention[] {
  if (/^(?:U\.S\.|U\.K\.|US|UK)$/.test(name)) {
    const bodies = body(reading, from, to);
    return bodies.length > 0 ? bodies : [{ from, to, type: "place", name }];
  }
  const after = tokenAt(reading, to);
  const kind =
    PLACE_WORDS.has(after.text) &&
    after.shape === "word" &&
    adjacent(reading, to) &&
    tokenAt(reading, to - 1).text !== after.text;
  const before = tokenAt(reading, from - 1);
  const start = DIRECTIONS.has(before.lower) && adjacent(reading, from) ? from - 1 : from;
  if (kind) return [{ from: start, to: to + 1, type: "place", name: wordsOf(reading, start, to + 1) }];
  const end = STATES.has(name) || COUNTRIES.has(name) ? to : stateBehind(reading, to);
  return [
    { from: start, to: end, type: "place", name: start === from && end === to ? name : wordsOf(reading, start, end) },
  ];
}

/** A nationality with the body it belongs to: "Iraqi government forces"; nothing without a body, or where the body only qualifies. */
function body(reading: Reading, from: number, to: number): Mention[] {
  let i = to;
  let last = -1;
  while (i - to < 4 && adjacent(reading, i) && (tagAt(reading, i) === "NOUN" || tagAt(reading, i) === "ADJ")) {
    if (BODIES.has(tokenAt(reading, i).lower)) last = i;
    i++;
  }
  if (last < 0 || last < i - 1) return [];
  return [organisation(reading, from, last + 1)];
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

function person(reading: Reading, from: number, nameFrom: number, to: number, context: Context): Mention {
  const { people, ahead } = context;
  const written = wordsOf(reading, nameFrom, to);
  const title = from < nameFrom ? plainTitle(wordsOf(reading, from, nameFrom)) : undefined;
  const addressed = genderOf("", title);
  const earlier =
    to - nameFrom === 1
      ? ofGender(knownPerson(written, context), addressed, written, context)
      : (people.byName.get(written) ?? ahead.byName.get(written));
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

/** "Mr. Clinton" is not Hillary Clinton, but the namesake whom the text names too. */
function ofGender(
  found: Mention | undefined,
  gender: Mention["gender"],
  written: string,
  { people, ahead }: Context,
): Mention | undefined {
  if (!found || !gender || !found.gender || found.gender === gender) return found;
  return [people.namesakes.get(written), ahead.namesakes.get(written)].find((other) => other?.gender === gender);
}

function plainTitle(title: string): string {
  return title.replace(/\s+\./g, ".");
}

function genderOf(first: string, title: string | undefined): "female" | "male" | undefined {
  if (
    title &&
    /\b(?:Mrs|Ms|Miss|spokeswoman|congresswoman|chairwoman|councilwoman|businesswoman|Queen|Princess|Dame|Lady|actress|wife|daughter|sister|mother|widow)\b/i.test(
      title,
    )
  )
    return "female";
  if (
    title &&
    /\b(?:Mr|congressman|councilman|businessman|King|Prince|Sir|Lord|Pope|husband|son|brother|father)\b/.test(title)
  )
    return "male";
  return FEMALE_NAMES.has(first) ? "female" : MALE_NAMES.has(first) ? "male" : undefined;
}

function lastPart(name: string): string {
  return name.replace(/^(?:al|el|van|von|de)[- ]/i, "");
}

/** The word of a full name that stands for it later: "Abadi", and not "Jr". */
function lastOf(name: string): string {
  const words = name.split(" ");
  const last = words[words.length - 1] ?? "";
  return /^(?:Jr|Sr|II|III|IV)\.?$/.test(last) && words.length > 2 ? (words[words.length - 2] ?? last) : last;
}

/**
 * Keep a full name under its last and its first name, so that "Abadi" finds "Haider al-Abadi". The last name stays with whom
 * the text named first: later "Clinton" is still the candidate when her husband was mentioned.
 */
function remember({ byName, byFirst, namesakes }: People, mention: Mention): void {
  byName.set(mention.name, mention);
  const words = mention.name.split(" ");
  if (words.length < 2) return;
  const first = words[0] ?? "";
  if (first.length > 2 && /\p{Ll}/u.test(first) && !byFirst.has(first)) byFirst.set(first, mention);
  const last = lastOf(mention.name);
  const holder = byName.get(last);
  if (holder && holder.name !== mention.name && holder.name.includes(" ")) {
    namesakes.set(last, mention);
    return;
  }
  byName.set(last, mention);
  byName.set(lastPart(last), mention);
}

/** Return the words of a token range as they are written, single-spaced. */
export function wordsOf(reading: Reading, from: number, to: number): string {
  const first = tokenAt(reading, from);
  if (to <= from + 1) return first.text;
  const words = reading.text.slice(first.start, tokenAt(reading, to - 1).end);
  return /\s\s|[^\S ]/.test(words) ? words.replace(/\s+/g, " ") : words;
}
