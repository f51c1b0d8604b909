import type { ReportClaimInput, ReportInput, ReportNoteInput, ReportSourceInput } from "@/lib/core/report/report";
import { sample } from "./sample";

/** Words that stand in secret fields only; each says for whom it is secret. */
export const SECRET = {
  title: "Qsecrettitle Nightingale",
  author: "Qsecretauthor Vogel",
  publisher: "Qsecretpublisher",
  url: "https://qsecreturl.example/leak",
  reliability: "Qsecretreliability",
  quote: "Qsecretquote of the file",
  locator: "Qsecretlocator",
  note: "Qsecretnote",
  noteAuthor: "Qsecretreader Person",
  salt: "Qsecretsalt",
  place: "Qsecretpage",
  was: "Qsecretwas",
  snapshot: "Qsecretsnapshot",
  file: "Qsecretfile.pdf",
  finalUrl: "https://qsecretfinal.example/",
  grouped: "Qsecretgroup reason",
  person: "Qsecretperson",
  role: "Qsecretrole",
  question: "Qsecretquestion",
  answer: "Qsecretanswer",
  asker: "Qsecretasker",
} as const;

/** Words that the newsroom may read and the public may not. */
export const INTERNAL = {
  title: "Qinternaltitle Memo",
  author: "Qinternalauthor",
  publisher: "Qinternalpublisher",
  url: "https://qinternalurl.example/memo",
  reliability: "Qinternalreliability",
  quote: "Qinternalquote",
  locator: "Qinternallocator",
  note: "Qinternalnote",
  openNote: "Qinternalfreewords",
  openReliability: "Qinternalopenreliability",
  file: "Qinternalfile.pdf",
  person: "Qinternalperson",
  question: "Qinternalquestion",
  stateNote: "Qinternalstatenote",
} as const;

const [firstSource] = sample.sources;
const firstNote = sample.claims[0]?.notes[0];
if (!firstSource || !firstNote) throw new Error("the sample has sources and notes");
const { author: ada } = firstNote;
const rita = { id: "u-rita", name: "Rita Moreau" };

const sha = (digit: string) => digit.repeat(64);

const copy = (id: string, more: Partial<NonNullable<ReportSourceInput["snapshot"]>> = {}) => ({
  id,
  origin: "fetched" as const,
  at: "2017-03-23T09:00:00.000Z",
  sha256: sha("a"),
  size: 48_211,
  mediaType: "text/html",
  finalUrl: "https://2009-2017.state.example/remarks/2017/03/plenary",
  name: "",
  ...more,
});

const secretSource: ReportSourceInput = {
  ...firstSource,
  id: "s-secret",
  title: SECRET.title,
  author: SECRET.author,
  publisher: SECRET.publisher,
  url: SECRET.url,
  reliability: SECRET.reliability,
  confidentiality: "secret",
  snapshot: copy("x-secret", {
    name: SECRET.file,
    finalUrl: SECRET.finalUrl,
    sha256: sha("5"),
    mediaType: SECRET.snapshot,
  }),
};

const internalSource: ReportSourceInput = {
  ...firstSource,
  id: "s-internal",
  medium: "document",
  title: INTERNAL.title,
  author: INTERNAL.author,
  publisher: INTERNAL.publisher,
  url: INTERNAL.url,
  reliability: INTERNAL.reliability,
  confidentiality: "internal",
  snapshot: copy("x-internal", { origin: "uploaded", name: INTERNAL.file, finalUrl: "", sha256: sha("6") }),
};

const note = (id: string, sourceId: string, more: Partial<ReportNoteInput>): ReportNoteInput => {
  const { author, createdAt, consultedOn } = { ...firstNote, createdAt: "2017-03-23T10:30:00.000Z" };
  const said = { quote: "", locator: "", note: "", editedAt: null, place: null };
  return {
    id,
    sourceId,
    stance: "supports",
    author,
    createdAt,
    consultedOn,
    hash: sha("b"),
    salt: `salt of ${id}`,
    ...said,
    ...more,
  };
};

/** The claim on the two billion, with all the evidence there can be. */
function pledged(claim: ReportClaimInput): ReportClaimInput {
  const [remarks, bank] = claim.notes;
  if (!remarks || !bank) throw new Error("the claim on the pledges has two notes");
  return {
    ...claim,
    asOf: "2017-03-22",
    expiresOn: "2017-06-30",
    stateNote: INTERNAL.stateNote,
    notes: [
      {
        ...remarks,
        note: INTERNAL.openNote,
        place: { snapshotId: "x-remarks", outcome: "found", page: "p. 3", changes: [] },
      },
      {
        ...bank,
        place: {
          snapshotId: "x-bank",
          outcome: "value-changed",
          page: "",
          changes: [{ from: "US$1.9 billion", to: "US$2.21 billion" }],
        },
      },
      note("n-secret", "s-secret", {
        quote: SECRET.quote,
        locator: SECRET.locator,
        note: SECRET.note,
        author: { id: SECRET.noteAuthor, name: SECRET.noteAuthor },
        salt: SECRET.salt,
        place: {
          snapshotId: "x-secret",
          outcome: "changed",
          page: SECRET.place,
          changes: [{ from: SECRET.was, to: "" }],
        },
      }),
      note("n-internal", "s-internal", { quote: INTERNAL.quote, locator: INTERNAL.locator, note: INTERNAL.note }),
    ],
    independence: {
      links: 4,
      independent: 2,
      primary: 1,
      stories: [
        {
          sources: ["s-remarks", "s-bank", "s-secret"],
          alike: [
            { a: "s-remarks", b: "s-bank", reason: "wire", agency: "Reuters", share: 0 },
            { a: "s-bank", b: "s-secret", reason: "wire", agency: SECRET.grouped, share: 0 },
          ],
        },
        { sources: ["s-internal"], alike: [] },
      ],
    },
    contacts: [
      {
        id: "k-secret",
        confidentiality: "secret",
        person: SECRET.person,
        role: SECRET.role,
        channel: "in_person",
        askedOn: "2017-03-20",
        question: SECRET.question,
        deadline: null,
        outcome: "answered",
        answer: SECRET.answer,
        answeredOn: "2017-03-20",
        by: { id: SECRET.asker, name: SECRET.asker },
      },
      {
        id: "k-internal",
        confidentiality: "internal",
        person: INTERNAL.person,
        role: "",
        channel: "phone",
        askedOn: "2017-03-21",
        question: "",
        deadline: null,
        outcome: "declined",
        answer: "",
        answeredOn: null,
        by: ada,
      },
      {
        id: "k-state",
        confidentiality: "open",
        person: "Mark Toner",
        role: "acting spokesman of the State Department",
        channel: "email",
        askedOn: "2017-03-22",
        question: INTERNAL.question,
        deadline: "2017-03-23",
        outcome: "answered",
        answer: "The figure is a total of all pledges for the year.",
        answeredOn: "2017-03-23",
        by: ada,
      },
    ],
    objections: [
      {
        id: "o1",
        words: "“Pledged” is not “paid”; readers may take it so.",
        by: rita,
        at: "2017-03-23T10:40:00.000Z",
        decision: {
          decision: "stet",
          reason: "The sentence says pledged, and the next one says what came in.",
          by: ada,
          at: "2017-03-23T10:55:00.000Z",
        },
      },
    ],
    signOff: claim.signOff && {
      ...claim.signOff,
      sourcingReason: "The department is the only one that counts pledges.",
    },
  };
}

/** The sample with every sort of evidence: copies, places, comparisons, contacts, objections, secret and internal sources, a correction. */
export const evidenced: ReportInput = {
  ...sample,
  claims: sample.claims.map((claim) => (claim.number === 11 ? pledged(claim) : claim)),
  sources: [
    ...sample.sources.map((source) => {
      const reliability = INTERNAL.openReliability;
      if (source.id === "s-remarks") return { ...source, language: "en", reliability, snapshot: copy("x-remarks") };
      return source.id === "s-bank"
        ? {
            ...source,
            author: "Kathryn Mercy",
            snapshot: copy("x-bank", { sha256: sha("c"), mediaType: "application/pdf" }),
          }
        : source;
    }),
    secretSource,
    internalSource,
  ],
  corrections: [
    {
      id: "r1",
      claimNumber: 3,
      field: "verdict",
      before: "Confirmed",
      after: "Corrected",
      why: "Two of the 68 had left before the meeting.",
      by: ada,
      at: "2017-03-24T08:00:00.000Z",
    },
  ],
};
