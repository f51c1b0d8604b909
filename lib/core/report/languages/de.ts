import { groupDigits } from "./digits";
import type { ReportWords } from "./en";

const MONTHS = "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split(" ");

const number = (value: number): string => groupDigits(value, ".");
const count = (value: number, one: string, more: string): string => `${number(value)} ${value === 1 ? one : more}`;
const claims = (value: number): string => count(value, "Behauptung", "Behauptungen");
const facts = (value: number): string => count(value, "Fakt", "Fakten");
const notes = (value: number): string => count(value, "Quellennotiz", "Quellennotizen");
const signOffs = (value: number): string => count(value, "Freigabe", "Freigaben");
const words = (value: number): string => count(value, "Wort", "Wörter");
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const either = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} oder ${parts.at(-1)}`;

function date(iso: string): string {
  const [, year = "", month = "", day = ""] = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso) ?? [];
  const name = MONTHS[Number(month) - 1];
  return name === undefined ? iso : `${Number(day)}. ${name} ${year}`;
}

function moment(iso: string): string {
  const time = /T(\d{2}:\d{2})/.exec(iso)?.[1];
  return time === undefined ? date(iso) : `${date(iso)}, ${time} Uhr UTC`;
}

const states: ReportWords["states"] = {
  detected: "erkannt",
  open: "offen",
  in_check: "in Prüfung",
  in_review: "in der Abnahme",
  verified: "geprüft",
  dismissed: "nicht geprüft",
  reopened: "wieder geöffnet",
};

/** Every word of the human formats in German. */
export const DE: ReportWords = {
  language: "de",
  number,
  date,
  moment,
  states,
  dismissed: {
    opinion: "Meinung",
    not_checkable: "Nicht überprüfbar",
    duplicate: "Doppelt",
    trivial: "Unerheblich",
    gone: "Steht nicht mehr im Text",
  },
  factReasons: {
    common_knowledge: "Allgemein bekannt",
    elsewhere: "Bei einer anderen Behauptung geprüft",
    not_asserted: "Darüber wird nichts behauptet",
    not_checkable: "Nicht überprüfbar",
    misread: "Kein Fakt, falsch gelesen",
  },
  stances: { supports: "Stützt", refutes: "Widerlegt", context: "Einordnung", inconclusive: "Ohne klares Ergebnis" },
  media: {
    web: "Webseite",
    document: "Dokument",
    dataset: "Datensatz",
    person: "Person",
    observation: "Beobachtung vor Ort",
    recording: "Aufnahme",
  },
  sourceKinds: {
    primary: "Primärquelle",
    secondary: "Sekundärquelle",
    expert: "Fachperson",
    official_record: "amtliche Quelle",
    on_the_record: "namentlich zitierbar",
    press_release: "Pressemitteilung",
    wire: "Agenturmeldung",
  },
  claimKinds: {
    statement: "Aussage",
    event: "Ereignis",
    statistic: "Zahlenangabe",
    quote: "Zitat",
    attribution: "Zuschreibung",
    comparison: "Vergleich",
    causal: "Ursache und Wirkung",
    rule: "Regel",
    prediction: "Vorhersage",
    opinion: "Meinung",
    question: "Frage",
  },
  factTypes: {
    person: "Person",
    organisation: "Organisation",
    place: "Ort",
    money: "Geldbetrag",
    number: "Zahl",
    percent: "Prozentwert",
    ordinal: "Rang",
    quantity: "Menge",
    age: "Alter",
    date: "Datum",
    duration: "Dauer",
    quote: "Zitat",
    superlative: "Superlativ",
  },
  places: {
    found: "das Zitat steht darin",
    moved: "das Zitat steht darin an anderer Stelle",
    changed: "das Zitat steht darin in anderen Worten",
    "value-changed": "eine Zahl, ein Name oder ein Datum im Zitat lautet darin anders",
    ambiguous: "das Zitat steht darin mehrmals",
    gone: "das Zitat steht nicht mehr darin",
  },
  compared: { equal: "gleich", compatible: "vereinbar", different: "abweichend", missing: "fehlt im Zitat" },
  contacts: {
    waiting: "noch keine Antwort",
    answered: "hat geantwortet",
    declined: "wollte sich nicht äußern",
    no_answer: "hat nicht geantwortet",
  },
  channels: {
    phone: "telefonisch",
    email: "per E-Mail",
    in_person: "persönlich",
    letter: "brieflich",
    message: "per Nachricht",
    other: "",
  },
  decisions: {
    stet: "Stet: Der Wortlaut bleibt",
    accepted: "Angenommen: Der Wortlaut wurde geändert",
    withdrawn: "Zurückgezogen",
  },
  audiences: { public: "Für die Öffentlichkeit", internal: "Nur für die Redaktion" },
  standings: {
    signed: "Freigegeben",
    undecided: "Nicht freigegeben",
    untouched: "Von der Software gefunden, nicht aufgegriffen",
    dismissed: "Nicht geprüft, mit Begründung",
  },
  quotes: { open: "„", close: "“" },
  languageName: "Deutsch",
  colon: ":",
  yes: "ja",
  no: "nein",

  report: "Faktencheck-Bericht",
  pageTitle: (title) => `Faktencheck-Bericht: ${title}`,
  ledgerFoot: (seq, head) => `Protokoll ${seq} · ${head}`,
  pageFoot: `"Seite " counter(page) " von " counter(pages)`,
  brokenLedger: (seq) => `Das Protokoll dieses Artikels ist bei Eintrag ${seq} beschädigt.`,
  brokenLedgerMeans: "Solange das nicht geklärt ist, ist auf diesen Bericht kein Verlass.",
  incomplete: "Die Prüfung ist nicht abgeschlossen:",
  notSignedOff: (value) => `${claims(value)} nicht freigegeben`,
  notTakenUp: (value) => `${count(value, "Stelle", "Stellen")} von der Software gefunden und nicht aufgegriffen`,
  incompleteInShort: (open, untaken) => `${number(open)} nicht freigegeben, ${number(untaken)} nicht aufgegriffen`,
  selection: (shown, whole, only) => {
    const asked = [
      only.signed ? "freigegebene" : "",
      only.states.length === 0 ? "" : `im Stand ${either(only.states.map((state) => `„${states[state]}“`))}`,
      only.verdicts.length === 0 ? "" : `bewertet mit ${either(only.verdicts.map((verdict) => `„${verdict}“`))}`,
      only.speakers.length === 0 ? "" : `gesagt von ${either(only.speakers)}`,
      only.numbers === "" ? "" : `mit den Nummern ${only.numbers}`,
    ].filter((part) => part !== "");
    return `Dieser Bericht zeigt ${number(shown)} von ${claims(whole.claims)}, nur: ${asked.join(", ")}.`;
  },
  publicOnly: "Redaktionsinterne Notizen und nicht öffentliche Quellen sind weggelassen.",
  internalOnly:
    "Er enthält Notizen der Redaktion und ist nicht zur Weitergabe bestimmt. Geschützte Quellen sind weggelassen.",

  glance: "Auf einen Blick",
  signedOff: (signed, kept) =>
    kept > 0 && signed === kept
      ? kept === 1
        ? "Die Behauptung ist freigegeben"
        : `Alle ${number(kept)} Behauptungen freigegeben`
      : `${number(signed)} von ${claims(kept)} freigegeben`,
  signedOffInShort: (signed, kept) => `${number(signed)} von ${claims(kept)} freigegeben.`,
  ofAll: (signed, kept) => `Im ganzen Artikel: ${number(signed)} von ${claims(kept)} freigegeben.`,
  proposedToo: (proposed) => `+${number(proposed)} vorgeschlagen`,
  tally: (figures) =>
    `${notes(figures.notes)} zu ${count(figures.sources, "Quelle", "Quellen")}${figures.secretNotes === 0 ? "" : ` und zu weiteren, die der Redaktion bekannt sind (${count(figures.secretNotes, "Notiz", "Notizen")})`}; ${number(figures.factsTicked)} von ${facts(figures.facts)} abgehakt; ${number(figures.byState.dismissed)} nicht geprüft, mit Begründung`,
  coverageLine: (line) => `Abdeckung: ${line}`,
  asOf: "Stand",
  text: "Text",
  textLine: ({ number: version, words: length, createdAt }) =>
    `Fassung ${version}, ${words(length)}, ${moment(createdAt)}`,
  textHash: "SHA-256 des Textes",
  readyToPublish: "Druckreif",
  notReady: "Nicht als druckreif markiert.",
  ready: ({ version, by, at, undecided, stands, why }) => {
    const although =
      undecided === 0 ? "" : `, obwohl über ${count(undecided, "Behauptung", "Behauptungen")} nicht entschieden war`;
    const after = stands ? "" : ` Das gilt nicht mehr: ${why || "Die Freigaben haben sich seither geändert."}`;
    return `Fassung ${version}, markiert von ${by}, ${moment(at)}${although}.${after}`;
  },
  readyHash: "Fingerabdruck dazu",
  readyHashInFull: "Fingerabdruck der Markierung",
  audience: "Zielgruppe",
  inOrder: "Die Behauptungen in der Reihenfolge des Textes",
  numberShort: "Nr.",
  claim: "Behauptung",
  claimNumber: (claim) => `Behauptung ${claim}`,
  verdict: "Bewertung",

  method: "Was geprüft wurde, und wie",
  methodRead: ({ number: version, words: length }) =>
    `Fassung ${version} des Artikels, ${words(length)}, wurde eingefroren und Satz für Satz gelesen.`,
  methodFound: ({ byMachine, claims: all }) => {
    const people = all - byMachine;
    return `Die Software hat ${claims(byMachine)} gefunden, ${number(people)} ${people === 1 ? "wurde" : "wurden"} von Menschen markiert; was geprüft wird, haben Menschen entschieden.`;
  },
  methodNotes:
    "Jede Behauptung, die bleibt, wird an Quellen geprüft. Was eine Quelle sagt, steht in einer Quellennotiz: ob sie die Behauptung stützt, das Zitat, die Fundstelle, wer sie gelesen hat und wann.",
  methodVerdict:
    "Eine Bewertung auf der Skala der Redaktion beruht auf mindestens einer Quellennotiz oder, wo die Skala es vorsieht, mit Begründung auf dem Wort der Autorin oder des Autors.",
  methodFourEyes: ({ overrides, sameHand }) => {
    const rule =
      "Eine Behauptung gilt erst als geprüft, wenn eine zweite Person sie freigegeben hat, nicht die, von der die Bewertung stammt.";
    if (overrides + sameHand === 0) return `${rule} Keine Freigabe in diesem Bericht ist davon abgewichen.`;
    const past =
      overrides === 0
        ? []
        : [
            `${overrides === 1 ? "ist" : "sind"} ${signOffs(overrides)} davon abgewichen, die Begründung steht bei der Behauptung`,
          ];
    const before =
      sameHand === 0
        ? []
        : [
            `${sameHand === 1 ? "stammt" : "stammen"} ${signOffs(sameHand)} derselben Person aus der Zeit vor dieser Regel`,
          ];
    return `${rule} In diesem Bericht ${[...past, ...before].join(", und ")}.`;
  },
  methodNoFourEyes: "Diese Redaktion verlangt keine Freigabe durch eine zweite Person.",
  methodSourcing: ({ primary, independent }, steppedPast) => {
    const needed = [
      ...(primary === null ? [] : [count(primary, "Primärquelle", "Primärquellen")]),
      ...(independent === null ? [] : [count(independent, "unabhängige Quelle", "unabhängige Quellen")]),
    ].join(" oder ");
    const past =
      steppedPast === 0
        ? "Keine Freigabe in diesem Bericht ist davon abgewichen."
        : `In diesem Bericht ${steppedPast === 1 ? "ist" : "sind"} ${signOffs(steppedPast)} davon abgewichen, die Begründung steht bei der Behauptung.`;
    return `Vor der Freigabe braucht eine Behauptung ${needed}; Abschriften derselben Meldung zählen als eine Quelle. ${past}`;
  },
  methodCopies:
    "Wo die Redaktion eine Kopie einer Quelle gesichert hat, nennt der Bericht die SHA-256 ihrer Bytes und sagt, ob das Zitat darin steht.",
  methodSecret:
    "Von Quellen, die die Redaktion schützt, nennt der Bericht nur, ob sie die Behauptung stützen, das Datum und den Hash, mit dem die Freigabe die Notiz einschließt.",
  methodSignOff:
    "Eine Freigabe gilt genau für den Wortlaut, die Worte im Artikel, die sprechende Person, die Bewertung mit ihrer Begründung und die Quellennotizen. Ändert sich später etwas davon, verfällt sie, und die Behauptung wird wieder geöffnet.",
  methodCarried: ({ carried, carriedToOtherWords }) => {
    const kept = `${signOffs(carried)} ${carried === 1 ? "wurde" : "wurden"} für eine frühere Fassung erteilt und in diese übernommen, weil der neue Text Zahlen, Namen, Daten und Sinn der Behauptung nicht ändert.`;
    return carriedToOtherWords === 0
      ? kept
      : `${kept} Bei ${number(carriedToOtherWords)} davon steht es im Artikel jetzt in anderen Worten; die freigegebenen Worte stehen bei der Behauptung.`;
  },
  methodLedger:
    "Jeder Schritt ist ein Eintrag im Protokoll des Artikels, und jeder Eintrag trägt den Hash des vorigen, sodass eine spätere Änderung auffällt.",

  article: "Der Artikel, wie er geprüft wurde",
  legendSigned: "Freigegeben",
  legendUndecided: "nicht freigegeben",
  legendUntouched: "von der Software gefunden, nicht aufgegriffen",
  legend:
    "Jede Nummer steht dort, wo ihre Behauptung endet. Linien untereinander sind Behauptungen, die sich überschneiden.",
  markDismissed: "Nicht geprüft",
  markUntouched: "Nicht aufgegriffen",
  noVerdict: "Noch keine Bewertung",
  markProposed: (label) => `${label}, nicht freigegeben`,
  proposedOnly: "vorgeschlagen, nicht freigegeben",

  claims: "Die Behauptungen",
  passage: "Stelle",
  reason: "Begründung",
  toItsPlace: "Zur Stelle im Artikel",
  saidBy: "Gesagt von",
  according: (speaker, via) => `${speaker} (laut ${via})`,
  ownVoice: "Aussage des Artikels selbst.",
  paragraph: (paragraph) => `Absatz ${paragraph}`,
  noLongerThere: "nicht mehr im Text",
  checked: "Geprüft",
  checkedBy: (name, at) => `Geprüft von ${name}, ${moment(at)}`,
  tickedBy: (name, at) => `abgehakt von ${name}, ${moment(at)}`,
  notTicked: "Nicht abgehakt",
  toCheck: "Zu prüfen",
  readsAs: "Gelesen als",
  sort: "Art",
  noNote: "Keine Quellennotiz.",
  knownSource: "Quelle der Redaktion bekannt",
  consulted: (day) => `eingesehen am ${date(day)}`,
  edited: (at) => `geändert am ${moment(at)}`,
  quoteIn: (page) => (page === "" ? "" : `${/^\d+$/.test(page) ? `Seite ${page}` : page}: `),
  copyOf: (at) => `Kopie vom ${moment(at)}`,
  wasNow: (from, to) => (to === "" ? `„${from}“ fehlt jetzt` : `aus „${from}“ wurde „${to}“`),
  inTheClaim: "In der Behauptung",
  inTheQuote: "Im Zitat",
  comparison: "Vergleich",
  independence: ({ links, independent }) =>
    `${count(links, "Quelle", "Quellen")}, davon ${number(independent)} unabhängig`,
  independenceLabel: "Unabhängigkeit",
  oneStory: (sources, reasons) => `${sources} sind dieselbe Meldung${reasons === "" ? "" : `: ${reasons}`}`,
  alike: ({ reason, agency, share }) => {
    switch (reason) {
      case "page":
        return "dieselbe Seite";
      case "file":
        return "dieselbe Datei";
      case "text":
        return `derselbe Text (${Math.round(share * 100)} % des kürzeren)`;
      case "wire":
        return `beide nennen ${agency} als Quelle`;
    }
  },
  contactLog: "Um Stellungnahme gebeten",
  contactAsked: (day, channel) => `angefragt am ${date(day)}${channel === "" ? "" : `, ${channel}`}`,
  contactDeadline: (day) => `Antwort erbeten bis ${date(day)}`,
  contactAnswered: (outcome, day) => (day === null ? outcome : `${outcome}, ${date(day)}`),
  contactQuestion: "Frage",
  knownContact: "Person der Redaktion bekannt",
  objection: (name, at) => `Einwand von ${name}, ${moment(at)}`,
  objectionOpen: "Noch nicht entschieden",
  checkedAsOf: (day) => `Geprüft zum Stand ${date(day)}`,
  expires: (day) => `erneut zu prüfen bis ${date(day)}`,
  onAuthorsWord: "Auf das Wort der Autorin oder des Autors,",
  because: "weil:",
  explanation: "Begründung",
  proposedBy: "Bewertung vorgeschlagen von",
  stateNote: "Anmerkung zum Stand",
  signedBy: "Freigegeben von",
  version: (given, current) =>
    given === current ? `Fassung ${given}` : `erteilt für Fassung ${given}, übernommen in Fassung ${current}`,
  sameHand: "die Bewertung stammt von derselben Person",
  fourEyesPast: "Vom Vier-Augen-Prinzip abgewichen.",
  sourcingPast: "Von der Quellenregel abgewichen.",
  wordsThen: "Bei der Freigabe lauteten die Worte im Artikel",
  notSignedOffYet: "Nicht freigegeben:",
  brokenSignOff: "Nicht freigegeben: Die Aufzeichnungen enthalten nicht mehr, was freigegeben wurde.",
  voided: ({ by, at, version, voidedAt, reason }) =>
    `Freigabe von ${by}, ${moment(at)}, Fassung ${version}, verfallen am ${moment(voidedAt)}: ${reason}`,
  voidedPast: (reason) => `Sie wich vom Vier-Augen-Prinzip ab: ${reason}`,

  coverage: ({ facts: all, decided, open, bare }) => {
    if (all === 0) return "Im Text wurden keine Fakten gefunden";
    const rest = [
      open === 0 ? "" : `${number(open)} ${open === 1 ? "wartet" : "warten"} mit offenen Behauptungen`,
      bare === 0 ? "" : `${number(bare)} in keiner Behauptung, unten aufgeführt`,
    ].filter((part) => part !== "");
    return [`über ${number(decided)} von ${facts(all)} ist entschieden`, ...rest].join("; ");
  },
  coverageTitle: "Abdeckung",
  coverageOf: "Fakten und Wörter des Textes",
  facts: "Fakten",
  words: "Wörter",
  coverageRows: {
    verified: "In freigegebenen Behauptungen",
    dismissed: "In nicht geprüften Behauptungen, mit Begründung",
    dismissedFacts: "Außerhalb von Behauptungen gelassen, mit Begründung",
    open: "In Behauptungen, über die noch nicht entschieden ist",
    bare: "In keiner Behauptung",
  },
  coverageRow: (value, length) => `${facts(value)}, ${words(length)}`,
  bareFacts: "Fakten in keiner Behauptung",
  paragraphShort: "Abs.",
  paragraphCapital: (paragraph) => `Absatz ${paragraph}`,
  sentence: "Satz",
  leftOut: "Fakten außerhalb von Behauptungen",
  fact: "Fakt",

  sources: "Quellen",
  forClaims: (value) => (value === 1 ? "zu Behauptung" : "zu den Behauptungen"),
  copyLabel: "Kopie",
  copyFetched: (at) => `abgerufen am ${moment(at)}`,
  copyUploaded: (at) => `hochgeladen am ${moment(at)}`,
  reliability: "Verlässlichkeit",
  notPublic: "nicht öffentlich",

  corrections: "Korrekturen",
  correctionOf: ({ claimNumber }) => (claimNumber === null ? "Der Bericht" : `Behauptung ${claimNumber}`),
  itSaid: "Vorher",
  itSays: "Jetzt",
  why: "Grund",

  people: "Wer dafür einsteht",
  name: "Name",
  sourceNotes: "Quellennotizen",
  verdictsProposed: "Vorgeschlagene Bewertungen",
  signOffs: "Freigaben",
  deeds: (noted, verdicts, signed) =>
    `${notes(noted)}, ${count(verdicts, "Bewertung", "Bewertungen")} vorgeschlagen, ${signOffs(signed)}`,
  pastFourEyes: "Abweichend vom Vier-Augen-Prinzip freigegeben:",
  pastSourcing: "Abweichend von der Quellenregel freigegeben:",

  fingerprint: "Fingerabdruck",
  textOf: (version) => `Text, Fassung ${version}`,
  ledgerEntry: (seq) => `Protokoll, Eintrag ${seq}`,
  chainWhole: (length) =>
    length === 1
      ? "Die Kette aus 1 Eintrag wurde von Anfang an nachgerechnet und ist lückenlos."
      : `Die Kette aus ${number(length)} Einträgen wurde von Anfang an nachgerechnet und ist lückenlos.`,
  chainBroken: (seq, reason) => `Die Kette ist bei Eintrag ${seq} beschädigt: ${reason}`,
  verifyAgain: "Zum Nachprüfen:",
  whatTheyAre: (at) =>
    `Die erste Zeile ist die SHA-256 des Artikeltextes in UTF-8, die zweite der Hash des letzten Eintrags seines Protokolls, ${moment(at)}. Dieselben Aufzeichnungen ergeben immer Byte für Byte diesen Bericht.`,
  madeWith: "erstellt mit Claimdesk",
  capital,
};
