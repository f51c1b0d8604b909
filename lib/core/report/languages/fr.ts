import { groupDigits } from "./digits";
import type { ReportWords } from "./en";

const MONTHS = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(" ");

/** In French nought and one are singular; thousands stand apart by a narrow space, and a fine space stands before ; : ! ? */
const number = (value: number): string => groupDigits(value, "\u202f");
const count = (value: number, one: string, more = `${one}s`): string => `${number(value)} ${value < 2 ? one : more}`;
const claims = (value: number): string => count(value, "affirmation");
const facts = (value: number): string => count(value, "fait");
const notes = (value: number): string => count(value, "note de source", "notes de source");
const validations = (value: number): string => count(value, "validation");
const plural = (value: number, one: string, more: string): string => (value < 2 ? one : more);
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const either = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} ou ${parts.at(-1)}`;

function date(iso: string): string {
  const [, year = "", month = "", day = ""] = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso) ?? [];
  const name = MONTHS[Number(month) - 1];
  return name === undefined ? iso : `${Number(day) === 1 ? "1er" : Number(day)} ${name} ${year}`;
}

function moment(iso: string): string {
  const [, hour, minute] = /T(\d{2}):(\d{2})/.exec(iso) ?? [];
  return hour === undefined ? date(iso) : `${date(iso)} à ${hour} h ${minute} UTC`;
}

const states: ReportWords["states"] = {
  detected: "repérée",
  open: "ouverte",
  in_check: "en cours de vérification",
  in_review: "en relecture",
  verified: "vérifiée",
  dismissed: "écartée",
  reopened: "rouverte",
};

/** Every word of the human formats in French. */
export const FR: ReportWords = {
  language: "fr",
  number,
  date,
  moment,
  states,
  dismissed: {
    opinion: "Opinion",
    not_checkable: "Invérifiable",
    duplicate: "En double",
    trivial: "Sans portée",
    gone: "N’est plus dans le texte",
  },
  factReasons: {
    common_knowledge: "De notoriété publique",
    elsewhere: "Vérifié avec une autre affirmation",
    not_asserted: "Rien n’en est affirmé",
    not_checkable: "Invérifiable",
    misread: "Pas un fait, mal lu",
  },
  stances: { supports: "Confirme", refutes: "Contredit", context: "Contexte", inconclusive: "Non concluant" },
  media: {
    web: "page web",
    document: "document",
    dataset: "jeu de données",
    person: "personne",
    observation: "constat sur place",
    recording: "enregistrement",
  },
  sourceKinds: {
    primary: "source primaire",
    secondary: "source secondaire",
    expert: "expert",
    official_record: "document officiel",
    on_the_record: "cité nommément",
    press_release: "communiqué de presse",
    wire: "dépêche d’agence",
  },
  claimKinds: {
    statement: "déclaration",
    event: "événement",
    statistic: "donnée chiffrée",
    quote: "citation",
    attribution: "propos rapporté",
    comparison: "comparaison",
    causal: "lien de cause à effet",
    rule: "règle",
    prediction: "prévision",
    opinion: "opinion",
    question: "question",
  },
  factTypes: {
    person: "personne",
    organisation: "organisation",
    place: "lieu",
    money: "somme",
    number: "nombre",
    percent: "pourcentage",
    ordinal: "rang",
    quantity: "quantité",
    age: "âge",
    date: "date",
    duration: "durée",
    quote: "citation",
    superlative: "superlatif",
  },
  places: {
    found: "la citation y figure",
    moved: "la citation y figure, à un autre endroit",
    changed: "la citation y figure en d’autres termes",
    "value-changed": "un chiffre, un nom ou une date de la citation y a changé",
    ambiguous: "la citation y figure plusieurs fois",
    gone: "la citation n’y figure plus",
  },
  compared: { equal: "identique", compatible: "compatible", different: "différent", missing: "absent de la citation" },
  contacts: {
    waiting: "pas encore de réponse",
    answered: "a répondu",
    declined: "n’a pas souhaité s’exprimer",
    no_answer: "n’a pas répondu",
  },
  channels: {
    phone: "par téléphone",
    email: "par courriel",
    in_person: "de vive voix",
    letter: "par courrier",
    message: "par message",
    other: "",
  },
  decisions: {
    stet: "Stet : la formulation est maintenue",
    accepted: "Acceptée : la formulation a été modifiée",
    withdrawn: "Retirée",
  },
  audiences: { public: "Pour le public", internal: "Réservé à la rédaction" },
  standings: {
    signed: "Validées",
    undecided: "Non validées",
    untouched: "Repérées par le logiciel, non retenues à ce jour",
    dismissed: "Non vérifiées, avec le motif",
  },
  quotes: { open: "« ", close: " »" },
  languageName: "Français",
  colon: " :",
  yes: "oui",
  no: "non",

  report: "Rapport de vérification",
  pageTitle: (title) => `Rapport de vérification : ${title}`,
  ledgerFoot: (seq, head) => `Registre ${seq} · ${head}`,
  pageFoot: `"Page " counter(page) " sur " counter(pages)`,
  brokenLedger: (seq) => `Le registre de cet article est rompu à l’entrée ${seq}.`,
  brokenLedgerMeans: "Tant que cela n’est pas expliqué, ce rapport n’est pas fiable.",
  incomplete: "La vérification n’est pas achevée :",
  notSignedOff: (value) => `${claims(value)} ${plural(value, "non validée", "non validées")}`,
  notTakenUp: (value) =>
    `${count(value, "passage")} ${plural(value, "repéré par le logiciel et non retenu", "repérés par le logiciel et non retenus")} à ce jour`,
  incompleteInShort: (open, untaken) =>
    `${number(open)} ${plural(open, "non validée", "non validées")}, ${number(untaken)} ${plural(untaken, "non retenue", "non retenues")}`,
  selection: (shown, whole, only) => {
    const asked = [
      only.signed ? "validées" : "",
      only.states.length === 0 ? "" : `à l’état ${either(only.states.map((state) => `« ${states[state]} »`))}`,
      only.verdicts.length === 0 ? "" : `jugées ${either(only.verdicts.map((verdict) => `« ${verdict} »`))}`,
      only.speakers.length === 0 ? "" : `énoncées par ${either(only.speakers)}`,
      only.numbers === "" ? "" : `portant les numéros ${only.numbers}`,
    ].filter((part) => part !== "");
    return `Ce rapport montre ${number(shown)} affirmation${shown < 2 ? "" : "s"} sur ${number(whole.claims)} : seulement celles ${asked.join(", ")}.`;
  },
  publicOnly: "Les notes internes de la rédaction et les sources non publiques sont omises.",
  internalOnly: "Il contient des notes de la rédaction et ne doit pas être diffusé. Les sources protégées sont omises.",

  glance: "En bref",
  signedOff: (signed, kept) =>
    kept > 0 && signed === kept
      ? kept === 1
        ? "L’affirmation est validée"
        : `Les ${claims(kept)} sont validées`
      : `${number(signed)} ${plural(signed, "affirmation validée", "affirmations validées")} sur ${number(kept)}`,
  signedOffInShort: (signed, kept) =>
    `${number(signed)} ${plural(signed, "affirmation validée", "affirmations validées")} sur ${number(kept)}.`,
  ofAll: (signed, kept) =>
    `Dans tout l’article : ${number(signed)} ${plural(signed, "affirmation validée", "affirmations validées")} sur ${number(kept)}.`,
  proposedToo: (proposed) => `+${number(proposed)} ${plural(proposed, "proposée", "proposées")}`,
  tally: (figures) =>
    `${notes(figures.notes)} dans ${count(figures.sources, "source")}${figures.secretNotes === 0 ? "" : ` et dans d’autres connues de la rédaction (${count(figures.secretNotes, "note")})`} ; ${count(figures.factsTicked, "fait coché", "faits cochés")} sur ${number(figures.facts)} ; ${number(figures.byState.dismissed)} ${plural(figures.byState.dismissed, "affirmation non vérifiée", "affirmations non vérifiées")}, avec le motif`,
  coverageLine: (line) => `Couverture : ${line}`,
  asOf: "État au",
  text: "Texte",
  textLine: ({ number: version, words, createdAt }) =>
    `version ${version}, ${count(words, "mot")}, ${moment(createdAt)}`,
  textHash: "SHA-256 du texte",
  readyToPublish: "Bon à publier",
  notReady: "Pas de bon à publier.",
  ready: ({ version, by, at, undecided, stands, why }) => {
    const although =
      undecided === 0 ? "" : `, alors que ${claims(undecided)} ${plural(undecided, "restait", "restaient")} à trancher`;
    const after = stands ? "" : ` Ce n’est plus le cas : ${why || "les validations ont changé depuis."}`;
    return `Version ${version}, donné par ${by}, ${moment(at)}${although}.${after}`;
  },
  readyHash: "Son empreinte",
  readyHashInFull: "Empreinte du bon à publier",
  audience: "Destinataires",
  inOrder: "Les affirmations dans l’ordre du texte",
  numberShort: "N°",
  claim: "Affirmation",
  claimNumber: (claim) => `Affirmation ${claim}`,
  verdict: "Verdict",

  method: "Ce qui a été vérifié, et comment",
  methodRead: ({ number: version, words }) =>
    `La version ${version} de l’article, ${count(words, "mot")}, a été figée et lue phrase par phrase.`,
  methodFound: ({ byMachine, claims: all }) => {
    const people = all - byMachine;
    const machine = `${claims(byMachine)} ${plural(byMachine, "a été repérée", "ont été repérées")} par le logiciel`;
    return `${machine} et ${number(people)} ${plural(people, "a été marquée", "ont été marquées")} par des personnes ; ce sont des personnes qui ont décidé de ce qu’il fallait vérifier.`;
  },
  methodNotes:
    "Chaque affirmation retenue est vérifiée auprès de sources. Ce que dit une source est consigné dans une note : sa position, le passage cité, l’endroit dans la source, qui l’a lue et quand.",
  methodVerdict:
    "Un verdict sur l’échelle de la rédaction s’appuie sur au moins une note de source ou, lorsque l’échelle le prévoit, sur la parole de l’auteur, avec un motif.",
  methodFourEyes: ({ overrides, sameHand }) => {
    const rule =
      "Une affirmation n’est tenue pour vérifiée qu’une fois validée par une seconde personne, autre que celle qui a proposé le verdict.";
    if (overrides + sameHand === 0) return `${rule} Aucune validation de ce rapport n’a dérogé à cette règle.`;
    const past =
      overrides === 0
        ? []
        : [
            `${validations(overrides)} y ${plural(overrides, "a dérogé", "ont dérogé")}, le motif figurant avec l’affirmation`,
          ];
    const before =
      sameHand === 0
        ? []
        : [`${validations(sameHand)} par la même personne ${plural(sameHand, "date", "datent")} d’avant cette règle`];
    return `${rule} Dans ce rapport, ${[...past, ...before].join(", et ")}.`;
  },
  methodNoFourEyes: "Cette rédaction n’exige pas de validation par une seconde personne.",
  methodSourcing: ({ primary, independent }, steppedPast) => {
    const needed = [
      ...(primary === null ? [] : [count(primary, "source primaire", "sources primaires")]),
      ...(independent === null ? [] : [count(independent, "source indépendante", "sources indépendantes")]),
    ].join(" ou ");
    const past =
      steppedPast === 0
        ? "Aucune validation de ce rapport n’a dérogé à cette règle."
        : `Dans ce rapport, ${validations(steppedPast)} y ${plural(steppedPast, "a dérogé", "ont dérogé")}, le motif figurant avec l’affirmation.`;
    return `Avant d’être validée, une affirmation doit reposer sur ${needed} ; les reprises d’un même article comptent pour une seule source. ${past}`;
  },
  methodCopies:
    "Lorsque la rédaction conserve une copie d’une source, le rapport donne le SHA-256 de ses octets et dit si la citation y figure.",
  methodSecret:
    "Des sources que la rédaction protège, le rapport donne la position, la date et l’empreinte par laquelle la validation couvre la note.",
  methodSignOff:
    "Une validation porte exactement sur la formulation, les mots de l’article, l’auteur des propos, le verdict et son explication, ainsi que les notes de source. Si l’un de ces éléments change ensuite, elle devient caduque et l’affirmation est rouverte.",
  methodCarried: ({ carried, carriedToOtherWords }) => {
    const kept = `${validations(carried)} ${plural(carried, "a été donnée sur une version antérieure et reportée", "ont été données sur une version antérieure et reportées")} sur celle-ci, le nouveau texte ne changeant ni les chiffres, ni les noms, ni les dates, ni le sens de l’affirmation.`;
    return carriedToOtherWords === 0
      ? kept
      : `${kept} Pour ${number(carriedToOtherWords)} d’entre elles, l’article emploie désormais d’autres mots ; l’affirmation montre ceux qui ont été validés.`;
  },
  methodLedger:
    "Chaque étape est une entrée du registre de l’article, et chaque entrée porte l’empreinte de la précédente : toute modification ultérieure se voit.",

  article: "L’article tel qu’il a été vérifié",
  legendSigned: "Validée",
  legendUndecided: "non validée",
  legendUntouched: "repérée par le logiciel, non retenue à ce jour",
  legend:
    "Chaque numéro se trouve là où finit son affirmation. Des traits superposés signalent des affirmations qui se chevauchent.",
  markDismissed: "Non vérifiée",
  markUntouched: "Non retenue",
  noVerdict: "Pas encore de verdict",
  markProposed: (label) => `${label}, non validé`,
  proposedOnly: "proposé, non validé",

  claims: "Les affirmations",
  passage: "Passage",
  reason: "Motif",
  toItsPlace: "À son endroit dans l’article",
  saidBy: "Propos de",
  according: (speaker, via) => `${speaker} (selon ${via})`,
  ownVoice: "Affirmé par l’article lui-même.",
  paragraph: (paragraph) => `paragraphe ${paragraph}`,
  noLongerThere: "n’est plus dans le texte",
  checked: "Vérifié",
  checkedBy: (name, at) => `Vérifié par ${name}, ${moment(at)}`,
  tickedBy: (name, at) => `coché par ${name}, ${moment(at)}`,
  notTicked: "Non coché",
  toCheck: "À vérifier",
  readsAs: "Se lit",
  sort: "Type",
  noNote: "Aucune note de source.",
  knownSource: "Source connue de la rédaction",
  consulted: (day) => `consultée le ${date(day)}`,
  edited: (at) => `modifiée le ${moment(at)}`,
  quoteIn: (page) => (page === "" ? "" : `${/^\d+$/.test(page) ? `page ${page}` : page} : `),
  copyOf: (at) => `Copie du ${moment(at)}`,
  wasNow: (from, to) => (to === "" ? `« ${from} » a disparu` : `« ${from} » est devenu « ${to} »`),
  inTheClaim: "Dans l’affirmation",
  inTheQuote: "Dans la citation",
  comparison: "Comparaison",
  independence: ({ links, independent }) => `${count(links, "source")}, dont ${count(independent, "indépendante")}`,
  independenceLabel: "Indépendance",
  oneStory: (sources, reasons) => `${sources} sont un seul et même article${reasons === "" ? "" : ` : ${reasons}`}`,
  alike: ({ reason, agency, share }) => {
    switch (reason) {
      case "page":
        return "la même page";
      case "file":
        return "le même fichier";
      case "text":
        return `le même texte (${Math.round(share * 100)} % du plus court)`;
      case "wire":
        return `les deux citent ${agency}`;
    }
  },
  contactLog: "Sollicités pour réagir",
  contactAsked: (day, channel) => `sollicitation du ${date(day)}${channel === "" ? "" : `, ${channel}`}`,
  contactDeadline: (day) => `réponse demandée pour le ${date(day)}`,
  contactAnswered: (outcome, day) => (day === null ? outcome : `${outcome} le ${date(day)}`),
  contactQuestion: "Question",
  knownContact: "Personne connue de la rédaction",
  objection: (name, at) => `Objection de ${name}, ${moment(at)}`,
  objectionOpen: "Pas encore tranchée",
  checkedAsOf: (day) => `Vérifié à la date du ${date(day)}`,
  expires: (day) => `à revérifier d’ici au ${date(day)}`,
  onAuthorsWord: "Sur la parole de l’auteur,",
  because: "parce que :",
  explanation: "Explication",
  proposedBy: "Verdict proposé par",
  stateNote: "Note sur son état",
  signedBy: "Validée par",
  version: (given, current) =>
    given === current ? `version ${given}` : `donnée sur la version ${given}, reportée sur la version ${current}`,
  sameHand: "la même personne a proposé le verdict",
  fourEyesPast: "Dérogation à la règle de la double validation.",
  sourcingPast: "Dérogation à la règle sur les sources.",
  wordsThen: "Lors de la validation, les mots de l’article étaient",
  notSignedOffYet: "Non validée :",
  brokenSignOff: "Non validée : les données ne contiennent plus ce qui avait été approuvé.",
  voided: ({ by, at, version, voidedAt, reason }) =>
    `Validation par ${by}, ${moment(at)}, version ${version}, caduque depuis le ${moment(voidedAt)} : ${reason}`,
  voidedPast: (reason) => `Elle dérogeait à la règle de la double validation : ${reason}`,

  coverage: ({ facts: all, decided, open, bare }) => {
    if (all === 0) return "Aucun fait n’a été trouvé dans le texte";
    const rest = [
      open === 0 ? "" : `${number(open)} en attente avec des affirmations ouvertes`,
      bare === 0 ? "" : `${number(bare)} hors de toute affirmation, ${plural(bare, "listé", "listés")} plus bas`,
    ].filter((part) => part !== "");
    return [`${count(decided, "fait tranché", "faits tranchés")} sur ${number(all)}`, ...rest].join(" ; ");
  },
  coverageTitle: "Couverture",
  coverageOf: "Faits et mots du texte",
  facts: "Faits",
  words: "Mots",
  coverageRows: {
    verified: "Dans des affirmations validées",
    dismissed: "Dans des affirmations non vérifiées, avec le motif",
    dismissedFacts: "Laissés hors des affirmations, avec le motif",
    open: "Dans des affirmations à trancher",
    bare: "Dans aucune affirmation",
  },
  coverageRow: (value, words) => `${facts(value)}, ${count(words, "mot")}`,
  bareFacts: "Faits hors de toute affirmation",
  paragraphShort: "§",
  paragraphCapital: (paragraph) => `Paragraphe ${paragraph}`,
  sentence: "Phrase",
  leftOut: "Faits laissés hors des affirmations",
  fact: "Fait",

  sources: "Sources",
  forClaims: (value) => (value === 1 ? "pour l’affirmation" : "pour les affirmations"),
  copyLabel: "Copie",
  copyFetched: (at) => `relevée le ${moment(at)}`,
  copyUploaded: (at) => `déposée le ${moment(at)}`,
  reliability: "Fiabilité",
  notPublic: "non publique",

  corrections: "Rectifications",
  correctionOf: ({ claimNumber }) => (claimNumber === null ? "Le rapport" : `Affirmation ${claimNumber}`),
  itSaid: "Il était écrit",
  itSays: "Il est désormais écrit",
  why: "Motif",

  people: "Qui en répond",
  name: "Nom",
  sourceNotes: "Notes de source",
  verdictsProposed: "Verdicts proposés",
  signOffs: "Validations",
  deeds: (noted, verdicts, signed) =>
    `${notes(noted)}, ${count(verdicts, "verdict proposé", "verdicts proposés")}, ${validations(signed)}`,
  pastFourEyes: "Validées par dérogation à la règle de la double validation :",
  pastSourcing: "Validées par dérogation à la règle sur les sources :",

  fingerprint: "Empreinte",
  textOf: (version) => `Texte, version ${version}`,
  ledgerEntry: (seq) => `Registre, entrée ${seq}`,
  chainWhole: (length) =>
    `La chaîne de ${count(length, "entrée")} a été recalculée depuis son début et elle est intacte.`,
  chainBroken: (seq, reason) => `La chaîne est rompue à l’entrée ${seq} : ${reason}`,
  verifyAgain: "Pour vérifier à nouveau :",
  whatTheyAre: (at) =>
    `La première ligne est le SHA-256 du texte de l’article en UTF-8, la seconde l’empreinte de la dernière entrée de son registre, ${moment(at)}. Les mêmes données donnent toujours ce rapport, octet pour octet.`,
  madeWith: "établi avec Claimdesk",
  capital,
};
