import type { FactReason } from "../../coverage/dismissal";
import type { ComparisonOutcome } from "../../evidence/comparison";
import type { ClaimKind, FactType } from "../../extraction/types";
import type { SourceKind, SourceMedium, Stance } from "../../workflow/sourcing";
import type { SourcingRule } from "../../workflow/sourcing-rule";
import type { ClaimState, DismissReason } from "../../workflow/workflow";
import type { ReportAlike, ReportCorrection, ReportIndependence } from "../evidence";
import type { ReportAudience } from "../options";
import type { ReportFigures, ReportVersion, ReportWhole } from "../report";
import { groupDigits } from "./digits";

const MONTHS = "January February March April May June July August September October November December".split(" ");

const number = (value: number): string => groupDigits(value, ",");
const count = (value: number, noun: string): string => `${number(value)} ${noun}${value === 1 ? "" : "s"}`;
const were = (value: number): string => (value === 1 ? "was" : "were");
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Write an ISO date as "22 March 2017"; what is no ISO date comes back as it is. */
function date(iso: string): string {
  const [, year = "", month = "", day = ""] = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso) ?? [];
  const name = MONTHS[Number(month) - 1];
  return name === undefined ? iso : `${Number(day)} ${name} ${year}`;
}

/** Write an ISO moment in UTC as "22 March 2017, 14:02 UTC". */
function moment(iso: string): string {
  const time = /T(\d{2}:\d{2})/.exec(iso)?.[1];
  return time === undefined ? date(iso) : `${date(iso)}, ${time} UTC`;
}

const STATES: Record<ClaimState, string> = {
  detected: "detected",
  open: "open",
  in_check: "in check",
  in_review: "in review",
  verified: "verified",
  dismissed: "dismissed",
  reopened: "reopened",
};

const DISMISSED: Record<DismissReason, string> = {
  opinion: "Opinion",
  not_checkable: "Not checkable",
  duplicate: "Duplicate",
  trivial: "Trivial",
  gone: "No longer in the text",
};

const FACT_REASONS: Record<FactReason, string> = {
  common_knowledge: "Common knowledge",
  elsewhere: "Checked in another claim",
  not_asserted: "Nothing is asserted of it",
  not_checkable: "Not checkable",
  misread: "Not a fact, read wrongly",
};

const STANCES: Record<Stance, string> = {
  supports: "Supports",
  refutes: "Refutes",
  context: "Context",
  inconclusive: "Inconclusive",
};

const MEDIA: Record<SourceMedium, string> = {
  web: "web page",
  document: "document",
  dataset: "data set",
  person: "person",
  observation: "on-site observation",
  recording: "recording",
};

const SOURCE_KINDS: Record<SourceKind, string> = {
  primary: "primary source",
  secondary: "secondary source",
  expert: "expert",
  official_record: "official record",
  on_the_record: "on the record",
  press_release: "press release",
  wire: "wire report",
};

const CLAIM_KINDS: Record<ClaimKind, string> = {
  statement: "statement",
  event: "event",
  statistic: "statistic",
  quote: "quote",
  attribution: "attribution",
  comparison: "comparison",
  causal: "causal",
  rule: "rule",
  prediction: "prediction",
  opinion: "opinion",
  question: "question",
};

const FACT_TYPES: Record<FactType, string> = {
  person: "person",
  organisation: "organisation",
  place: "place",
  money: "money",
  number: "number",
  percent: "percent",
  ordinal: "ordinal",
  quantity: "quantity",
  age: "age",
  date: "date",
  duration: "duration",
  quote: "quote",
  superlative: "superlative",
};

/** What became of a quote in the newest copy of its source. */
export type PlaceOutcome = "found" | "moved" | "changed" | "value-changed" | "ambiguous" | "gone";
/** What became of a question that the newsroom asked. */
export type ContactOutcome = "waiting" | "answered" | "declined" | "no_answer";
/** How the newsroom asked. */
export type ContactChannel = "phone" | "email" | "in_person" | "letter" | "message" | "other";
/** What became of an objection to the wording. */
export type ObjectionDecision = "stet" | "accepted" | "withdrawn";

const PLACES: Record<PlaceOutcome, string> = {
  found: "the quote stands in it",
  moved: "the quote stands in it, at another place",
  changed: "the quote stands in it in other words",
  "value-changed": "a figure, name or date in the quote has changed in it",
  ambiguous: "the quote stands in it more than once",
  gone: "the quote no longer stands in it",
};

const COMPARED: Record<ComparisonOutcome, string> = {
  equal: "equal",
  compatible: "compatible",
  different: "different",
  missing: "not in the quote",
};

const CONTACTS: Record<ContactOutcome, string> = {
  waiting: "no answer yet",
  answered: "answered",
  declined: "declined to comment",
  no_answer: "did not answer",
};

const CHANNELS: Record<ContactChannel, string> = {
  phone: "by telephone",
  email: "by e-mail",
  in_person: "in person",
  letter: "by letter",
  message: "by message",
  other: "",
};

const DECISIONS: Record<ObjectionDecision, string> = {
  stet: "Stet: the wording stays",
  accepted: "Accepted: the wording was changed",
  withdrawn: "Withdrawn",
};

const AUDIENCES: Record<ReportAudience, string> = {
  public: "For the public",
  internal: "For the newsroom only",
};

/** The figures of coverage that are told in words. */
export interface CoverageFigures {
  readonly facts: number;
  readonly decided: number;
  readonly open: number;
  readonly bare: number;
}

/** What the ready mark is told from. */
export interface ReadyFigures {
  readonly version: number;
  readonly by: string;
  readonly at: string;
  readonly undecided: number;
  readonly stands: boolean;
  readonly why: string;
}

/** What a void sign-off is told from. */
export interface VoidFigures {
  readonly by: string;
  readonly at: string;
  readonly version: number;
  readonly voidedAt: string;
  readonly reason: string;
}

/** What a filter is told from; empty where it asks nothing. */
export interface FilterFigures {
  readonly signed: boolean;
  readonly states: readonly ClaimState[];
  readonly verdicts: readonly string[];
  readonly speakers: readonly string[];
  readonly numbers: string;
}

function found({ byMachine, claims }: ReportWhole): string {
  const byPeople = claims - byMachine;
  const machine = `${count(byMachine, "claim")} ${were(byMachine)} found by the software`;
  return `${machine} and ${number(byPeople)} ${were(byPeople)} marked by people; people decided which to check.`;
}

function fourEyesRule({ overrides, sameHand }: ReportFigures): string {
  const rule =
    "A claim counts as verified only after a second person, not the one who proposed the verdict, signed it off.";
  if (overrides + sameHand === 0) return `${rule} No sign-off in this report stepped past that rule.`;
  const past =
    overrides === 0 ? [] : [`${count(overrides, "sign-off")} stepped past it, with the reason given at the claim`];
  const before =
    sameHand === 0 ? [] : [`${count(sameHand, "sign-off")} by the same person date from before the rule was set`];
  return `${rule} In this report ${[...past, ...before].join(", and ")}.`;
}

function carried({ carried, carriedToOtherWords }: ReportFigures): string {
  const kept = `${count(carried, "sign-off")} ${were(carried)} given on an earlier version and carried to this one, because the new text left the claim’s figures, names, dates and meaning as they were.`;
  return carriedToOtherWords === 0
    ? kept
    : `${kept} For ${number(carriedToOtherWords)} of them the words in the article were put differently; the claim shows those that were signed.`;
}

function sourcingRule({ primary, independent }: SourcingRule, steppedPast: number): string {
  const either = [
    ...(primary === null ? [] : [count(primary, "primary source")]),
    ...(independent === null ? [] : [count(independent, "independent source")]),
  ].join(" or ");
  const past =
    steppedPast === 0
      ? "No sign-off in this report stepped past that rule."
      : `In this report ${count(steppedPast, "sign-off")} stepped past it, with the reason given at the claim.`;
  return `Before it is signed off, a claim needs ${either}; copies of one story count as one source. ${past}`;
}

function coverage({ facts, decided, open, bare }: CoverageFigures): string {
  if (facts === 0) return "No facts were found in the text";
  const rest = [
    open === 0 ? "" : `${number(open)} ${open === 1 ? "waits" : "wait"} with open claims`,
    bare === 0 ? "" : `${number(bare)} in no claim, listed`,
  ].filter((words) => words !== "");
  return [`${number(decided)} of ${count(facts, "fact")} under a decision`, ...rest].join("; ");
}

function ready({ version, by, at, undecided, stands, why }: ReadyFigures): string {
  const although = undecided === 0 ? "" : `, with ${count(undecided, "claim")} not decided`;
  const after = stands ? "" : ` It no longer is: ${why || "the sign-offs changed after it."}`;
  return `Version ${version}, marked by ${by}, ${moment(at)}${although}.${after}`;
}

function independence({ links, independent }: ReportIndependence): string {
  return `${count(links, "source")}, ${number(independent)} of them independent`;
}

function alike({ reason, agency, share }: ReportAlike): string {
  switch (reason) {
    case "page":
      return "the same page";
    case "file":
      return "the same file";
    case "text":
      return `the same text (${Math.round(share * 100)}% of the shorter one)`;
    case "wire":
      return `both credit ${agency}`;
  }
}

function selection(shown: number, whole: ReportWhole, only: FilterFigures): string {
  const asked = [
    only.signed ? "signed off" : "",
    only.states.length === 0 ? "" : `in the state ${either(only.states.map((state) => `“${STATES[state]}”`))}`,
    only.verdicts.length === 0 ? "" : `rated ${either(only.verdicts.map((verdict) => `“${verdict}”`))}`,
    only.speakers.length === 0 ? "" : `said by ${either(only.speakers)}`,
    only.numbers === "" ? "" : `with the numbers ${only.numbers}`,
  ].filter((words) => words !== "");
  return `This report shows ${number(shown)} of ${count(whole.claims, "claim")}: only those ${asked.join(", ")}.`;
}

function either(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
}

/** Every word of the human formats in English. The other languages have the same keys: one that lacks does not compile. */
export const EN = {
  language: "en",
  number,
  date,
  moment,
  states: STATES,
  dismissed: DISMISSED,
  factReasons: FACT_REASONS,
  stances: STANCES,
  media: MEDIA,
  sourceKinds: SOURCE_KINDS,
  claimKinds: CLAIM_KINDS,
  factTypes: FACT_TYPES,
  places: PLACES,
  compared: COMPARED,
  contacts: CONTACTS,
  channels: CHANNELS,
  decisions: DECISIONS,
  audiences: AUDIENCES,
  standings: {
    signed: "Signed off",
    undecided: "Not signed off",
    untouched: "Found by the software, not taken up",
    dismissed: "Not checked, with the reason",
  },
  /** Quotation marks, outer ones. */
  quotes: { open: "“", close: "”" },
  /** The language as its readers name it. */
  languageName: "English",
  /** Stands behind a label. */
  colon: ":",
  yes: "yes",
  no: "no",

  report: "Fact-check report",
  pageTitle: (title: string) => `Fact-check report: ${title}`,
  ledgerFoot: (seq: number, head: string) => `Ledger ${seq} · ${head}`,
  /** CSS content of the foot of each printed page. */
  pageFoot: `"Page " counter(page) " of " counter(pages)`,
  brokenLedger: (seq: number) => `The ledger of this article is broken at entry ${seq}.`,
  brokenLedgerMeans: "What this report says can’t be relied on before that is explained.",
  incomplete: "The check is not complete:",
  notSignedOff: (claims: number) => `${count(claims, "claim")} not signed off`,
  notTakenUp: (passages: number) => `${count(passages, "passage")} found by the software and not taken up`,
  incompleteInShort: (open: number, untaken: number) =>
    `${number(open)} not signed off, ${number(untaken)} not taken up`,
  selection,
  publicOnly: "Notes of the newsroom and sources that are not public are left out.",
  internalOnly: "It holds notes of the newsroom and is not to be passed on. Secret sources are left out.",

  glance: "At a glance",
  signedOff: (signed: number, kept: number) =>
    kept > 0 && signed === kept
      ? `All ${count(kept, "claim")} signed off`
      : `${number(signed)} of ${count(kept, "claim")} signed off`,
  signedOffInShort: (signed: number, kept: number) => `${number(signed)} of ${count(kept, "claim")} signed off.`,
  ofAll: (signed: number, kept: number) =>
    `In the whole article: ${number(signed)} of ${count(kept, "claim")} signed off.`,
  proposedToo: (proposed: number) => `+${number(proposed)} proposed`,
  tally: ({ notes, secretNotes, sources, facts, factsTicked, byState }: ReportFigures) =>
    `${count(notes, "source note")} in ${count(sources, "source")}${secretNotes === 0 ? "" : ` and in others known to the newsroom (${count(secretNotes, "note")})`}; ${number(factsTicked)} of ${count(facts, "fact")} ticked; ${number(byState.dismissed)} not checked, with the reason`,
  coverageLine: (line: string) => `Coverage: ${line}`,
  asOf: "As of",
  text: "Text",
  textLine: ({ number: version, words, createdAt }: Pick<ReportVersion, "number" | "words" | "createdAt">) =>
    `version ${version}, ${count(words, "word")}, ${moment(createdAt)}`,
  textHash: "SHA-256 of the text",
  readyToPublish: "Ready to publish",
  notReady: "Not marked as ready.",
  ready,
  readyHash: "Its fingerprint",
  readyHashInFull: "Fingerprint of the ready mark",
  audience: "Audience",
  inOrder: "Claims in the order of the text",
  numberShort: "No.",
  claim: "Claim",
  claimNumber: (claim: number) => `Claim ${claim}`,
  verdict: "Verdict",

  method: "What was checked, and how",
  methodRead: ({ number: version, words }: Pick<ReportVersion, "number" | "words">) =>
    `Version ${version} of the article, ${count(words, "word")}, was frozen and read sentence by sentence.`,
  methodFound: found,
  methodNotes:
    "Each claim that was kept is checked against sources. What a source says is recorded as a source note: its stance, the quoted passage, the place in the source, who read it and when.",
  methodVerdict:
    "A verdict on the newsroom’s scale rests on at least one source note or, where the scale says so, on the author’s word with a stated reason.",
  methodFourEyes: fourEyesRule,
  methodNoFourEyes: "This newsroom does not require that a second person signs off.",
  methodSourcing: sourcingRule,
  methodCopies:
    "Where the newsroom holds a copy of a source, the report gives the SHA-256 of its bytes and says whether the quote stands in it.",
  methodSecret:
    "Of sources whom the newsroom protects the report tells the stance and the date, and the hash by which the sign-off covers the note.",
  methodSignOff:
    "A sign-off covers exactly the wording, the words in the article, the speaker, the verdict with its explanation, and the source notes. If any of them changes later, the sign-off is void and the claim opens again.",
  methodCarried: carried,
  methodLedger:
    "Every step is an entry in the article’s ledger, and each entry carries the hash of the one before it, so a later change to the record shows.",

  article: "The article, as it was checked",
  legendSigned: "Signed off",
  legendUndecided: "not signed off",
  legendUntouched: "found by the software, not taken up",
  legend: "Each number stands where its claim ends. Lines under one another are claims that overlap.",
  markDismissed: "Not checked",
  markUntouched: "Not taken up",
  noVerdict: "No verdict yet",
  markProposed: (label: string) => `${label}, not signed off`,
  proposedOnly: "proposed, not signed off",

  claims: "The claims",
  passage: "Passage",
  reason: "Reason",
  toItsPlace: "To its place in the article",
  saidBy: "Said by",
  according: (speaker: string, via: string) => `${speaker} (according to ${via})`,
  ownVoice: "In the article’s own voice.",
  paragraph: (paragraph: number) => `paragraph ${paragraph}`,
  noLongerThere: "no longer in the text",
  checked: "Checked",
  checkedBy: (name: string, at: string) => `Checked by ${name}, ${moment(at)}`,
  tickedBy: (name: string, at: string) => `ticked by ${name}, ${moment(at)}`,
  notTicked: "Not ticked",
  toCheck: "To check",
  readsAs: "Reads as",
  sort: "Sort",
  noNote: "No source note.",
  knownSource: "Source known to the newsroom",
  consulted: (day: string) => `consulted ${date(day)}`,
  edited: (at: string) => `edited ${moment(at)}`,
  quoteIn: (page: string) => (page === "" ? "" : `${/^\d+$/.test(page) ? `page ${page}` : page}: `),
  copyOf: (at: string) => `Copy of ${moment(at)}`,
  wasNow: (from: string, to: string) => (to === "" ? `“${from}” is gone` : `“${from}” became “${to}”`),
  inTheClaim: "In the claim",
  inTheQuote: "In the quote",
  comparison: "Comparison",
  independence,
  independenceLabel: "Independence",
  oneStory: (sources: string, reasons: string) => `${sources} are one story${reasons === "" ? "" : `: ${reasons}`}`,
  alike,
  contactLog: "Asked for comment",
  contactAsked: (day: string, channel: string) => `asked ${date(day)}${channel === "" ? "" : ` ${channel}`}`,
  contactDeadline: (day: string) => `answer asked for by ${date(day)}`,
  contactAnswered: (outcome: string, day: string | null) => (day === null ? outcome : `${outcome} ${date(day)}`),
  contactQuestion: "Question",
  knownContact: "Person known to the newsroom",
  objection: (name: string, at: string) => `Objection by ${name}, ${moment(at)}`,
  objectionOpen: "Not decided yet",
  checkedAsOf: (day: string) => `Checked as of ${date(day)}`,
  expires: (day: string) => `to be checked again by ${date(day)}`,
  onAuthorsWord: "On the author’s word,",
  because: "because:",
  explanation: "Explanation",
  proposedBy: "Verdict proposed by",
  stateNote: "Note on its state",
  signedBy: "Signed off by",
  version: (given: number, current: number) =>
    given === current ? `version ${given}` : `given on version ${given}, carried to version ${current}`,
  sameHand: "the same person proposed the verdict",
  fourEyesPast: "Four-eyes rule stepped past.",
  sourcingPast: "Rule on sources stepped past.",
  wordsThen: "When it was signed off, the words in the article were",
  notSignedOffYet: "Not signed off:",
  brokenSignOff: "Not signed off: the records no longer hold what was approved.",
  voided: ({ by, at, version, voidedAt, reason }: VoidFigures) =>
    `Sign-off by ${by}, ${moment(at)}, version ${version}, void since ${moment(voidedAt)}: ${reason}`,
  voidedPast: (reason: string) => `It stepped past the four-eyes rule: ${reason}`,

  coverage,
  coverageTitle: "Coverage",
  coverageOf: "Facts and words of the text",
  facts: "Facts",
  words: "Words",
  coverageRows: {
    verified: "In claims signed off",
    dismissed: "In claims not checked, with the reason",
    dismissedFacts: "Left outside claims, with the reason",
    open: "In claims that wait for a decision",
    bare: "In no claim",
  },
  coverageRow: (facts: number, words: number) => `${count(facts, "fact")}, ${number(words)} words`,
  bareFacts: "Facts in no claim",
  paragraphShort: "Par.",
  paragraphCapital: (paragraph: number) => `Paragraph ${paragraph}`,
  sentence: "Sentence",
  leftOut: "Facts left outside claims",
  fact: "Fact",

  sources: "Sources",
  forClaims: (claims: number): string => (claims === 1 ? "for claim" : "for claims"),
  copyLabel: "Copy",
  copyFetched: (at: string) => `fetched ${moment(at)}`,
  copyUploaded: (at: string) => `uploaded ${moment(at)}`,
  reliability: "Reliability",
  notPublic: "not public",

  corrections: "Corrections",
  correctionOf: ({ claimNumber }: Pick<ReportCorrection, "claimNumber">) =>
    claimNumber === null ? "The report" : `Claim ${claimNumber}`,
  itSaid: "It said",
  itSays: "It says now",
  why: "Why",

  people: "Who stands for it",
  name: "Name",
  sourceNotes: "Source notes",
  verdictsProposed: "Verdicts proposed",
  signOffs: "Sign-offs",
  deeds: (notes: number, verdicts: number, signOffs: number) =>
    `${count(notes, "source note")}, ${count(verdicts, "verdict")} proposed, ${count(signOffs, "sign-off")}`,
  pastFourEyes: "Signed off past the four-eyes rule:",
  pastSourcing: "Signed off past the rule on sources:",

  fingerprint: "Fingerprint",
  textOf: (version: number) => `Text, version ${version}`,
  ledgerEntry: (seq: number) => `Ledger, entry ${seq}`,
  chainWhole: (length: number) =>
    `The chain of ${length === 1 ? "1 entry" : `${number(length)} entries`} was recomputed from its beginning and is whole.`,
  chainBroken: (seq: number, reason: string) => `The chain is broken at entry ${seq}: ${reason}`,
  verifyAgain: "To verify it again:",
  whatTheyAre: (at: string) =>
    `The first line is the SHA-256 of the article’s text in UTF-8, the second the hash of the last entry of its ledger, ${moment(at)}. The same records always give this report byte for byte.`,
  madeWith: "made with Claimdesk",

  /** Begins a sentence with a word of the tables. */
  capital,
};

/** The words of a report in one language. */
export type ReportWords = typeof EN;
