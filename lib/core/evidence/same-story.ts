/** Words in one shingle: short enough to survive light editing, long enough that two writers rarely choose the same four in a row. */
const SHINGLE = 4;
/** The most hashes that a signature keeps: an estimated share is then off by 0.03 on average, and a text of up to 259 words is told exactly. */
const SIZE = 256;
/** From this share of common shingles on, two texts are one story: edited copies lie above 0.4, other tellings of the same event below 0.1. */
const RESEMBLANCE = 0.25;
/** From this share of the shorter text on that stands in the longer one, it is a shortened copy. */
const CONTAINMENT = 0.6;
/** Fewer shingles than these say nothing: a headline or a quote is not a story. */
const FEWEST = 24;

/** Fewer shingles of the shorter text than these in the sample say nothing about how much of it stands in the longer one. */
const FEWEST_IN_SAMPLE = 8;

/** How much two texts have in common, by their signatures: shares from 0 to 1. */
export interface Likeness {
  /** Shingles in both, of those in either. */
  readonly resemblance: number;
  /** Shingles in both, of those in the text that has fewer. */
  readonly containment: number;
}

/**
 * Return the min-hashes of a text's shingles: the 256 smallest hashes, in rising order, of every run of four words, whatever
 * their case and punctuation. A text of fewer than four words has none. Same text, same signature, on every machine and for ever.
 * The method is the MIN_s sketch of A. Broder, "On the resemblance and containment of documents" (1997).
 */
export function storySignature(text: string): readonly number[] {
  const words = text.normalize("NFKC").toLowerCase().match(WORD) ?? [];
  const hashes = new Set<number>();
  for (let at = 0; at + SHINGLE <= words.length; at += 1) hashes.add(hash(words.slice(at, at + SHINGLE).join(" ")));
  return [...hashes].sort((a, b) => a - b).slice(0, SIZE);
}

/** A run of letters and digits; in scripts that put no space between words, every character by itself. */
const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]|[\p{L}\p{M}\p{N}]+/gu;

/** FNV-1a over UTF-16 units, then the finaliser of MurmurHash3, which spreads likenesses over all 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}

/**
 * Estimate how much two texts have in common. The smallest hashes of both together are a sample of all their shingles, and each
 * one's own signature tells for every hash of the sample whether it is there: no sizes are needed.
 */
export function likeness(a: readonly number[], b: readonly number[]): Likeness {
  const inA = new Set(a);
  const inB = new Set(b);
  const either = [...new Set([...a, ...b])].sort((x, y) => x - y);
  const whole = a.length < SIZE && b.length < SIZE;
  const sample = whole ? either : either.slice(0, SIZE);
  const both = sample.filter((one) => inA.has(one) && inB.has(one)).length;
  const fewer = Math.min(sample.filter((one) => inA.has(one)).length, sample.filter((one) => inB.has(one)).length);
  return {
    resemblance: sample.length === 0 ? 0 : both / sample.length,
    containment: fewer < FEWEST_IN_SAMPLE ? 0 : both / fewer,
  };
}

/**
 * Tell by their signatures whether two texts are one story: near-duplicates, or one a shortened copy of the other. Texts of a
 * few words are never one, and a copy that keeps less than a thirtieth of a long text goes unseen.
 */
export function sameStory(a: readonly number[], b: readonly number[]): boolean {
  if (Math.min(a.length, b.length) < FEWEST) return false;
  const { resemblance, containment } = likeness(a, b);
  return resemblance >= RESEMBLANCE || containment >= CONTAINMENT;
}

/** The agencies whose copy other media print: the name we give, and the names a credit gives. Case counts, or "ap" would credit. */
const AGENCIES: readonly (readonly [name: string, ...written: string[]])[] = [
  ["Reuters", "Thomson Reuters", "Reuters", "REUTERS"],
  ["AP", "The Associated Press", "Associated Press", "THE ASSOCIATED PRESS", "ASSOCIATED PRESS", "AP"],
  ["AFP", "Agence France-Presse", "Agence France Presse", "AFP"],
  ["dpa", "Deutsche Presse-Agentur", "dpa-AFX", "dpa", "DPA"],
  ["EFE", "Agencia EFE", "EFE"],
  ["ANSA", "Agenzia ANSA", "ANSA"],
  ["Xinhua", "Xinhua News Agency", "Xinhua", "XINHUA"],
  ["TASS", "ITAR-TASS", "TASS", "ТАСС"],
  ["PA Media", "PA Media", "PA News Agency", "Press Association", "PA"],
  ["Kyodo", "Kyodo News", "Kyodo", "KYODO"],
  ["UPI", "United Press International", "UPI"],
  ["Jiji", "Jiji Press", "JIJI"],
  ["Yonhap", "Yonhap News Agency", "Yonhap"],
  ["Anadolu", "Anadolu Agency", "Anadolu"],
  ["Interfax", "Interfax-Ukraine", "Interfax"],
  ["Ukrinform", "Ukrinform"],
  ["APA", "Austria Presse Agentur", "APA"],
  ["Keystone-SDA", "Keystone-SDA", "Keystone-ATS", "SDA"],
  ["Belga", "Belga News Agency", "Belga", "BELGA"],
  ["ANP", "ANP"],
  ["NTB", "NTB"],
  ["Ritzau", "Ritzau"],
  ["TT", "TT News Agency", "TT"],
  ["STT", "STT"],
  ["PAP", "PAP"],
  ["CTK", "CTK", "ČTK"],
  ["Europa Press", "Europa Press", "EUROPA PRESS"],
  ["Lusa", "Lusa", "LUSA"],
  ["Canadian Press", "The Canadian Press", "THE CANADIAN PRESS", "Canadian Press"],
  ["AAP", "Australian Associated Press", "AAP"],
  ["PTI", "Press Trust of India", "PTI"],
  ["ANI", "ANI"],
  ["Bernama", "Bernama", "BERNAMA"],
  ["Antara", "Antara", "ANTARA"],
];

const NAME_OF: ReadonlyMap<string, string> = new Map(
  AGENCIES.flatMap(([name, ...written]) => written.map((one) => [one, name] as const)),
);
/** Longer names first, so that "Australian Associated Press" is not the Associated Press. */
const NAMES = [...NAME_OF.keys()].sort((a, b) => b.length - a.length).join("|");
/** Further agencies may follow, or the two letters of a German agency's service for one state. */
const NAMED = `(?<agency>${NAMES})(?:[/ ,&-]+(?:${NAMES}|\\p{Ll}{2,3}(?!\\p{L})))*`;
const DASH = "[-–—−]";
const RIGHTS = "(?:©|\\([cC]\\)|[Cc]opyright)";

/**
 * Where a line credits an agency: "WASHINGTON, March 3 (Reuters) - …", "МОСКВА, 3 марта. /ТАСС/.", "(ANSA) - ROMA, 3 MAR - …",
 * a line that is only "(AP)" or "Source: dpa", "By Jane Doe, Associated Press", "© 2026 AFP. All rights reserved."
 */
const CREDITS: readonly RegExp[] = [
  new RegExp(
    `^(?<place>\\p{Lu}[^!?:;"“”()]{0,70}?)?[\\s,.]*[([/]${NAMED}[)\\]/]\\s*[.:]?\\s*(?:${DASH}|$|(?<=/\\.?\\s*)\\p{Lu})`,
    "u",
  ),
  new RegExp(`^[([]?(?:(?:By|From|Source|Via|Por|Par|Von|Fuente|Quelle|Fonte)[: ]\\s*)?${NAMED}[)\\]]?\\.?$`, "u"),
  new RegExp(`^(?:By|BY) [^.!?]{1,80}?(?:\\s*[,|/]\\s*|\\s${DASH}\\s|\\s(?:of|for)\\s(?:[Tt]he\\s)?)${NAMED}$`, "u"),
  new RegExp(
    `^${RIGHTS}\\s*(?:by\\s+)?(?:\\d{4}(?:\\s*${DASH}\\s*\\d{4})?[,\\s]+)?(?:by\\s+)?${NAMED}(?![\\p{L}\\p{N}])(?:\\s*\\d{4})?\\s*(?:[.,].{0,200})?$`,
    "u",
  ),
];

/** How Reuters closes a story: who reported, who edited. No agency is named because the page is the agency's copy. */
const CLOSING =
  /^\(?(?:Additional )?[Rr]eporting by [^\n]{2,200}[;.,] ?(?:[Ww]riting by [^\n]{2,120}[;.,] ?)?[Ee]diting by /u;
const TRUST = /^Our [Ss]tandards:.{0,20}Thomson Reuters Trust Principles/u;

/** A line longer than this is running text from here on: a credit stands at its beginning or is the whole of it. */
const LINE = 300;

/**
 * Return the agency whose copy a text is by its own account ("Reuters", "AP", "AFP", "dpa" …), or "". A dateline, a byline, a
 * credit line, a copyright line and Reuters' closing line are credits. An agency that is named in running text, that took the
 * picture, or that "contributed to this report" is none.
 */
export function wireCredit(text: string): string {
  for (const raw of text.split("\n")) {
    const line = raw.trim().slice(0, LINE);
    if (line === "") continue;
    if (CLOSING.test(line) || TRUST.test(line)) return "Reuters";
    const agency = credited(line);
    if (agency !== "") return agency;
  }
  return "";
}

function credited(line: string): string {
  for (const credit of CREDITS) {
    const { agency, place } = credit.exec(line)?.groups ?? {};
    if (agency && !(place && NO_PLACE.test(place))) return NAME_OF.get(agency) ?? "";
  }
  return "";
}

/** Words before the brackets that make them an explanation ("The Associated Press (AP) - founded in 1846 - …"), not a dateline. */
const NO_PLACE =
  /\b(?:Press|Presse|Agency|Agence|Agentur|Agencia|Agenzia|News|Media|Photo|Image|Picture|Getty|said|told|according)\b/;
