import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { factSentences } from "@/lib/core/coverage/fact-sentences";
import { extract } from "@/lib/core/extraction/extract";
import { GENESIS } from "@/lib/core/ledger/chain";
import { publishingOf } from "@/lib/core/report/publishing";
import type {
  ReportClaimInput,
  ReportFactInput,
  ReportInput,
  ReportNoteInput,
  ReportPerson,
  ReportSignOff,
  ReportSourceInput,
} from "@/lib/core/report/report";
import type { Value } from "@/lib/core/values/value";
import { SCALE_PRESETS } from "@/lib/core/workflow/verdict-scale";

const sha256 = (text: string) => createHash("sha256").update(text, "utf8").digest("hex");
const text = readFileSync("seeds/articles/reuters-zones-of-stability.txt", "utf8").replace(/\r\n?/g, "\n").trimEnd();

const ada: ReportPerson = { id: "u-ada", name: "Ada Okafor" };
const ben: ReportPerson = { id: "u-ben", name: "Ben Lindqvist" };
const clara: ReportPerson = { id: "u-clara", name: "Clara Fuentes" };

const tillerson = {
  name: "Rex Tillerson",
  title: "Secretary of State",
  via: "",
  url: "https://www.wikidata.example/wiki/Q331278",
};

/** The place of `words` in the text; the words must stand there. */
function anchor(words: string) {
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`Not in the text: ${words}`);
  const end = start + words.length;
  return {
    start,
    end,
    exact: words,
    prefix: text.slice(Math.max(0, start - 32), start),
    suffix: text.slice(end, end + 32),
  };
}

function place(words: string) {
  const { start, end } = anchor(words);
  return { start, end };
}

function fact(type: string, words: string, more: Partial<ReportFactInput> = {}): ReportFactInput {
  const { start, end } = anchor(words);
  return { type, text: words, start, end, name: "", title: "", value: null, ticked: null, ...more };
}

const ticked = { by: ada, at: "2017-03-23T09:12:00.000Z" };
const value = (of: Value) => ({ value: of, ticked });

let notes = 0;
function note(sourceId: string, stance: string, more: Partial<ReportNoteInput> = {}): ReportNoteInput {
  notes += 1;
  const minute = String(notes).padStart(2, "0");
  const createdAt = `2017-03-23T09:${minute}:00.000Z`;
  const empty = { quote: "", locator: "", note: "", consultedOn: "2017-03-23", author: ada, editedAt: null };
  const evidence = { hash: sha256(`note ${minute}`), salt: `salt-${minute}`, place: null };
  return { id: `n${minute}`, sourceId, stance, createdAt, ...empty, ...evidence, ...more };
}

type ClaimMore = Partial<Omit<ReportClaimInput, "signOff">> & { readonly signOff?: Omit<ReportSignOff, "anchored"> };

let numbers = 0;
/** A claim over `words` of the text; a sign-off of it was given for just these words. */
function claim(words: string, wording: string, { signOff, ...more }: ClaimMore = {}): ReportClaimInput {
  numbers += 1;
  return {
    id: `c${numbers}`,
    number: numbers,
    state: "verified",
    origin: "machine",
    kind: "statement",
    wording,
    speaker: null,
    anchor: anchor(words),
    facts: [],
    notes: [],
    independence: { links: 0, independent: 0, primary: 0, stories: [] },
    contacts: [],
    objections: [],
    asOf: null,
    expiresOn: null,
    verdict: null,
    signOff: signOff ? { ...signOff, anchored: words } : null,
    voided: [],
    dismissal: null,
    stateNote: "",
    ...more,
  };
}

const verdict = (id: string, explanation = "", by = ada, authorsWordReason = "") => ({
  id,
  explanation,
  authorsWordReason,
  proposed: { by, at: "2017-03-23T10:02:00.000Z" },
});

const signed = (by = ben, overrideReason: string | null = null) => ({
  by,
  at: "2017-03-23T11:40:00.000Z",
  hash: sha256(`signed by ${by.id}`),
  format: 2,
  versionNumber: 1,
  intact: true,
  overrideReason,
  sourcingReason: null,
});

const plain = { author: "", language: "", reliability: "", confidentiality: "open", snapshot: null } as const;

const sources: ReportSourceInput[] = [
  {
    ...plain,
    id: "s-remarks",
    medium: "web",
    kind: "primary",
    title: "Remarks at the Ministerial Plenary for the Global Coalition Working to Defeat ISIS",
    publisher: "U.S. Department of State",
    url: "https://2009-2017.state.example/remarks/2017/03/plenary?session=1&part=2",
    date: "2017-03-22",
  },
  {
    ...plain,
    id: "s-statement",
    medium: "document",
    kind: "primary",
    title: "Statement by the Ministers of the Global Coalition on the Defeat of ISIS",
    publisher: "Global Coalition",
    url: "",
    date: "2017-03-22",
  },
  {
    ...plain,
    id: "s-scrocca",
    medium: "person",
    kind: "on_the_record",
    title: "Colonel Joseph Scrocca, coalition spokesman",
    publisher: "",
    url: "",
    date: null,
  },
  {
    ...plain,
    id: "s-bank",
    medium: "document",
    kind: "secondary",
    title: "Iraq: Systematic Country Diagnostic",
    publisher: "World Bank Group",
    url: "https://documents.example.org/iraq-diagnostic.pdf",
    date: "2017-02-03",
  },
];

const claims: ReportClaimInput[] = [
  claim(
    "the United States would set up “interim zones of stability” to help refugees return home in the next phase of the fight against Islamic State and al Qaeda in Syria and Iraq",
    "The United States would set up “interim zones of stability” to help refugees return home, Rex Tillerson said on 22 March 2017.",
    {
      kind: "attribution",
      speaker: tillerson,
      facts: [
        fact("quote", "“interim zones of stability”", { ticked }),
        fact("organisation", "al Qaeda", { ticked }),
        fact("place", "Syria and Iraq"),
      ],
      notes: [
        note("s-remarks", "supports", {
          quote:
            "… and will work to establish interim zones of stability, through ceasefires, to allow refugees to return home.",
          locator: "12th paragraph",
          note: "Transcript and video agree word for word.",
        }),
        note("s-statement", "context", { note: "The ministers’ statement itself has no such zones.", author: clara }),
      ],
      verdict: verdict("confirmed", "Said in these words in the prepared remarks of 22 March 2017."),
      signOff: signed(),
    },
  ),
  claim(
    "the fight against Islamic State and al Qaeda in Syria and Iraq",
    "The fight against Islamic State and al Qaeda is in its next phase in Syria and Iraq.",
    {
      origin: "person",
      notes: [
        note("s-statement", "inconclusive", { locator: "p. 2", note: "“Phase” is used for the whole campaign." }),
      ],
      verdict: verdict("could-not-confirm", "No document separates the phases.", clara),
      signOff: signed(),
      voided: [
        {
          by: ada,
          hash: sha256("what ada signed"),
          format: 2,
          versionNumber: 1,
          overrideReason: null,
          sourcingReason: null,
          at: "2017-03-23T08:55:00.000Z",
          voidedAt: "2017-03-23T09:20:00.000Z",
          voidReason: "A source note was added.",
        },
      ],
    },
  ),
  claim("68 countries and organizations", "68 countries and organizations were gathered in Washington.", {
    kind: "statistic",
    facts: [fact("number", "68", value({ kind: "number", value: 68 })), fact("place", "Washington", { ticked })],
    notes: [
      note("s-statement", "supports", {
        quote: "We, the 68 members of the Global Coalition",
        locator: "p. 1, line 1",
      }),
    ],
    verdict: verdict("confirmed", "", clara),
    signOff: signed(),
  }),
  claim(
    "The United States will increase our pressure on ISIS and al Qaeda and will work to establish interim zones of stability, through ceasefires, to allow refugees to return home,",
    "The United States will increase its pressure on ISIS and al Qaeda and will work to establish interim zones of stability through ceasefires.",
    {
      kind: "quote",
      speaker: tillerson,
      notes: [
        note("s-remarks", "supports", { quote: "The United States will increase our pressure on ISIS and al-Qaida" }),
      ],
      verdict: verdict("confirmed"),
      signOff: signed(),
    },
  ),
  claim(
    "creating any safe havens could ratchet up U.S. military involvement in Syria",
    "Creating any safe havens could ratchet up U.S. military involvement in Syria.",
    {
      kind: "prediction",
      state: "dismissed",
      dismissal: {
        reason: "opinion",
        note: "The writer’s own judgement, marked as such.",
        by: clara,
        at: "2017-03-23T09:40:00.000Z",
      },
    },
  ),
  claim(
    "the U.S. military had not yet received direction to establish any kind of “zones”",
    "The U.S. military had not yet received direction to establish any kind of “zones”.",
    {
      kind: "attribution",
      speaker: { name: "Joseph Scrocca", title: "Colonel, coalition spokesman", via: "", url: "" },
      facts: [fact("person", "Colonel Joseph Scrocca", { name: "Joseph Scrocca", title: "Colonel", ticked })],
      notes: [
        note("s-scrocca", "supports", {
          quote: "We have not received any direction to establish zones.",
          locator: "telephone call, 14:20",
          note: "He asked that the call be described as on the record.",
          editedAt: "2017-03-23T10:00:00.000Z",
        }),
      ],
      verdict: verdict("confirmed", "The spokesman confirmed it on the telephone."),
      signOff: signed(ada, "Deadline; the second editor was on a plane and confirmed by text message."),
    },
  ),
  claim(
    "did not mention the possibility of safe zones",
    "The final statement at the end of the meeting did not mention the possibility of safe zones.",
    {
      notes: [note("s-statement", "supports", { note: "Read from end to end; the word “zone” does not occur." })],
      verdict: verdict("confirmed"),
      signOff: signed(),
    },
  ),
  claim(
    "three separate forces, backed by the United States, Turkey and Russia, advancing on the group’s Syrian stronghold city of Raqqa",
    "Three separate forces, backed by the United States, Turkey and Russia, are advancing on Raqqa.",
    {
      kind: "event",
      state: "in_check",
      facts: [fact("number", "three", { value: { kind: "number", value: 3 } }), fact("place", "Raqqa")],
      stateNote: "Sent back: which force does Turkey back?",
    },
  ),
  claim(
    "the U.S.-led coalition has airlifted Syrian rebel forces in an operation near the Syrian town of Tabqa in Raqqa province",
    "The U.S.-led coalition has airlifted Syrian rebel forces near Tabqa in Raqqa province.",
    {
      kind: "event",
      state: "in_review",
      speaker: { name: "U.S. defense officials", title: "", via: "", url: "" },
      facts: [fact("date", "Wednesday", value({ kind: "date", from: "2017-03-22", to: "2017-03-22" }))],
      verdict: verdict(
        "on-authors-word",
        "",
        clara,
        "The officials spoke to the author on background; the desk knows who they are.",
      ),
    },
  ),
  claim(
    "defeating ISIS is the United States’ number one goal in the region",
    "Defeating ISIS is the United States’ number one goal in the Middle East.",
    {
      kind: "quote",
      speaker: tillerson,
      facts: [fact("superlative", "number one goal", { ticked })],
      notes: [note("s-remarks", "supports")],
      verdict: verdict("confirmed"),
      signOff: signed(),
    },
  ),
  claim(
    "The coalition has pledged more than $2 billion in assistance for Iraq and Syria in 2017.",
    "The coalition has pledged more than $2 billion in assistance for Iraq and Syria in 2017.",
    {
      kind: "statistic",
      facts: [
        fact(
          "money",
          "more than $2 billion",
          value({ kind: "money", amount: 2_000_000_000, currency: "USD", bound: ">" }),
        ),
        fact("date", "2017", value({ kind: "date", from: "2017-01-01", to: "2017-12-31" })),
      ],
      notes: [
        note("s-remarks", "supports", { quote: "more than $2 billion for 2017" }),
        note("s-bank", "refutes", {
          quote: "pledges to date amount to US$1.9 billion",
          locator: "table 4.2",
          note: "Counts only what was pledged before February.",
          author: clara,
        }),
      ],
      verdict: verdict(
        "corrected",
        "The figure holds for humanitarian, stabilisation and demining aid together; the text now says so.",
        clara,
      ),
      signOff: signed(),
    },
  ),
  claim(
    "retook several Iraqi cities from Islamic State last year",
    "Iraqi government forces retook several Iraqi cities from Islamic State in 2016.",
    {
      kind: "event",
      facts: [fact("date", "last year", { value: { kind: "date", from: "2016-01-01", to: "2016-12-31" } })],
      state: "reopened",
      stateNote: "The year changed in the text.",
    },
  ),
  claim(
    "it has been using suicide car bombs and snipers to defend its remaining strongholds",
    "Islamic State has been using suicide car bombs and snipers to defend its remaining strongholds.",
    {
      state: "detected",
    },
  ),
  claim(
    "reconstruction of Anbar province as well as Mosul in Nineveh province would cost about $50 billion",
    "Reconstruction of Anbar province and Mosul would cost about $50 billion, Haider al-Abadi believes.",
    {
      kind: "prediction",
      speaker: { name: "Haider al-Abadi", title: "Iraqi Prime Minister", via: "Senator Lindsey Graham", url: "" },
      facts: [
        fact(
          "money",
          "about $50 billion",
          value({ kind: "money", amount: 50_000_000_000, currency: "USD", bound: "~" }),
        ),
      ],
      notes: [note("s-bank", "context", { locator: "p. 31", note: "Puts Anbar alone at 22 to 28 billion." })],
      verdict: verdict("confirmed", "Graham repeated the figure to two reporters; the estimate itself is Abadi’s."),
      signOff: signed(),
    },
  ),
];

/** A desk's work on the Reuters article: signed, open, dismissed, overlapping and reopened claims. */
export const sample: ReportInput = {
  newsroom: { id: "r1", name: "The Morning Desk" },
  article: {
    id: "a1",
    title: "Tillerson says U.S. to set up “interim zones of stability” for refugees",
    byline: "By Lesley Wroughton and Yeganeh Torbati",
    publisher: "Reuters",
    url: "https://www.reuters.example/article/us-mideast-crisis-usa?utm=1&x=2",
    publishedOn: "2017-03-22",
    language: "en",
  },
  version: {
    id: "v1",
    number: 1,
    sha256: sha256(text),
    createdAt: "2017-03-23T08:30:00.000Z",
    words: text.split(/\s+/).length,
    text,
  },
  ready: {
    version: 1,
    fingerprint: sha256("the text and its sign-offs"),
    by: ben,
    at: "2017-03-23T11:35:00.000Z",
    undecided: 3,
    stands: false,
    why: ["The sign-off of claim 4 fell."],
  },
  publicPage: null,
  publishing: publishingOf({
    url: "https://morning.example",
    logoUrl: "https://morning.example/logo.png",
    correctionsUrl: "https://morning.example/corrections",
    contact: "desk@morning.example",
  }),
  fourEyes: true,
  sourcingRule: { primary: 1, independent: 2 },
  scale: SCALE_PRESETS.magazine,
  claims,
  facts: factSentences(text, extract(text, { date: "2017-03-22" })),
  dismissedFacts: [
    {
      ...place("Iraqi forces"),
      text: "Iraqi forces",
      reason: "common_knowledge",
      note: "Everybody *knows* where that is.",
      by: clara,
      at: "2017-03-23T11:05:00.000Z",
    },
  ],
  sources,
  corrections: [],
  ledger: {
    chain: "article:a1",
    seq: 57,
    hash: sha256("the last entry"),
    at: "2017-03-23T11:40:00.000Z",
    check: { ok: true, length: 57, head: sha256("the last entry") },
  },
};

/** A report of nothing: no claim, no source, no name. */
export const bare: ReportInput = {
  ...sample,
  article: { id: "a2", title: "", byline: "", publisher: "", url: "", publishedOn: null, language: "" },
  version: { ...sample.version, text: "", words: 0, sha256: sha256("") },
  ready: null,
  claims: [],
  facts: [],
  dismissedFacts: [],
  sources: [],
  ledger: {
    chain: "article:a2",
    seq: 0,
    hash: GENESIS,
    at: "2017-03-23T08:30:00.000Z",
    check: { ok: true, length: 0, head: GENESIS },
  },
};

/** The same work two versions later: every sign-off was given on version 1, and that of claim 3 for other words. */
export const carried: ReportInput = {
  ...sample,
  version: { ...sample.version, id: "v3", number: 3 },
  claims: claims.map((one) =>
    one.number === 3 && one.signOff
      ? { ...one, signOff: { ...one.signOff, anchored: "68 nations and organizations" } }
      : one,
  ),
};
