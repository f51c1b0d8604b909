import { groupDigits } from "./digits";
import type { ReportWords } from "./en";

const MONTHS = "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split(" ");

const number = (value: number): string => groupDigits(value, "\u00a0", 10_000);
const count = (value: number, one: string, more = `${one}s`): string => `${number(value)} ${value === 1 ? one : more}`;
const claims = (value: number): string => count(value, "afirmación", "afirmaciones");
const facts = (value: number): string => count(value, "dato");
const words = (value: number): string => count(value, "palabra");
const notes = (value: number): string => count(value, "nota de fuente", "notas de fuente");
const approvals = (value: number): string => count(value, "visto bueno", "vistos buenos");
const plural = (value: number, one: string, more: string): string => (value === 1 ? one : more);
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const either = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} o ${parts.at(-1)}`;

function date(iso: string): string {
  const [, year = "", month = "", day = ""] = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso) ?? [];
  const name = MONTHS[Number(month) - 1];
  return name === undefined ? iso : `${Number(day)} de ${name} de ${year}`;
}

function moment(iso: string): string {
  const time = /T(\d{2}:\d{2})/.exec(iso)?.[1];
  return time === undefined ? date(iso) : `${date(iso)}, ${time} UTC`;
}

const states: ReportWords["states"] = {
  detected: "detectada",
  open: "abierta",
  in_check: "en verificación",
  in_review: "en revisión",
  verified: "verificada",
  dismissed: "descartada",
  reopened: "reabierta",
};

/** Every word of the human formats in Spanish. */
export const ES: ReportWords = {
  language: "es",
  number,
  date,
  moment,
  states,
  dismissed: {
    opinion: "Opinión",
    not_checkable: "No verificable",
    duplicate: "Duplicada",
    trivial: "Sin relevancia",
    gone: "Ya no está en el texto",
  },
  factReasons: {
    common_knowledge: "De conocimiento general",
    elsewhere: "Verificado en otra afirmación",
    not_asserted: "No se afirma nada sobre ello",
    not_checkable: "No verificable",
    misread: "No es un dato, se leyó mal",
  },
  stances: { supports: "Respalda", refutes: "Desmiente", context: "Contexto", inconclusive: "No concluyente" },
  media: {
    web: "página web",
    document: "documento",
    dataset: "conjunto de datos",
    person: "persona",
    observation: "observación sobre el terreno",
    recording: "grabación",
  },
  sourceKinds: {
    primary: "fuente primaria",
    secondary: "fuente secundaria",
    expert: "persona experta",
    official_record: "documento oficial",
    on_the_record: "citable con su nombre",
    press_release: "comunicado de prensa",
    wire: "despacho de agencia",
  },
  claimKinds: {
    statement: "declaración",
    event: "hecho",
    statistic: "cifra",
    quote: "cita",
    attribution: "declaración atribuida",
    comparison: "comparación",
    causal: "causa y efecto",
    rule: "norma",
    prediction: "predicción",
    opinion: "opinión",
    question: "pregunta",
  },
  factTypes: {
    person: "persona",
    organisation: "organización",
    place: "lugar",
    money: "importe",
    number: "número",
    percent: "porcentaje",
    ordinal: "orden",
    quantity: "cantidad",
    age: "edad",
    date: "fecha",
    duration: "duración",
    quote: "cita",
    superlative: "superlativo",
  },
  places: {
    found: "la cita figura en ella",
    moved: "la cita figura en ella, en otro lugar",
    changed: "la cita figura en ella con otras palabras",
    "value-changed": "en ella ha cambiado una cifra, un nombre o una fecha de la cita",
    ambiguous: "la cita figura en ella varias veces",
    gone: "la cita ya no figura en ella",
  },
  compared: { equal: "igual", compatible: "compatible", different: "distinto", missing: "no está en la cita" },
  contacts: {
    waiting: "sin respuesta por ahora",
    answered: "respondió",
    declined: "declinó hacer declaraciones",
    no_answer: "no respondió",
  },
  channels: {
    phone: "por teléfono",
    email: "por correo electrónico",
    in_person: "en persona",
    letter: "por carta",
    message: "por mensaje",
    other: "",
  },
  decisions: {
    stet: "Stet: se mantiene la redacción",
    accepted: "Aceptada: se cambió la redacción",
    withdrawn: "Retirada",
  },
  audiences: { public: "Para el público", internal: "Solo para la redacción" },
  standings: {
    signed: "Con visto bueno",
    undecided: "Sin visto bueno",
    untouched: "Detectadas por el programa, sin atender",
    dismissed: "No verificadas, con el motivo",
  },
  quotes: { open: "«", close: "»" },
  languageName: "Español",
  colon: ":",
  yes: "sí",
  no: "no",

  report: "Informe de verificación",
  pageTitle: (title) => `Informe de verificación: ${title}`,
  ledgerFoot: (seq, head) => `Registro ${seq} · ${head}`,
  pageFoot: `"Página " counter(page) " de " counter(pages)`,
  brokenLedger: (seq) => `El registro de este artículo está roto en la entrada ${seq}.`,
  brokenLedgerMeans: "Mientras no se explique, este informe no es fiable.",
  incomplete: "La verificación no está completa:",
  notSignedOff: (value) => `${claims(value)} sin visto bueno`,
  notTakenUp: (value) =>
    `${count(value, "pasaje")} ${plural(value, "detectado por el programa y sin atender", "detectados por el programa y sin atender")}`,
  incompleteInShort: (open, untaken) => `${number(open)} sin visto bueno, ${number(untaken)} sin atender`,
  selection: (shown, whole, only) => {
    const asked = [
      only.signed ? "con visto bueno" : "",
      only.states.length === 0 ? "" : `en estado ${either(only.states.map((state) => `«${states[state]}»`))}`,
      only.verdicts.length === 0 ? "" : `calificadas como ${either(only.verdicts.map((verdict) => `«${verdict}»`))}`,
      only.speakers.length === 0 ? "" : `dichas por ${either(only.speakers)}`,
      only.numbers === "" ? "" : `con los números ${only.numbers}`,
    ].filter((part) => part !== "");
    return `Este informe muestra ${number(shown)} de ${claims(whole.claims)}: solo las ${asked.join(", ")}.`;
  },
  publicOnly: "Se omiten las notas internas de la redacción y las fuentes que no son públicas.",
  internalOnly: "Contiene notas de la redacción y no debe difundirse. Se omiten las fuentes protegidas.",

  glance: "De un vistazo",
  signedOff: (signed, kept) =>
    kept > 0 && signed === kept
      ? kept === 1
        ? "La afirmación tiene el visto bueno"
        : `Las ${claims(kept)} tienen el visto bueno`
      : `${number(signed)} de ${claims(kept)} con visto bueno`,
  signedOffInShort: (signed, kept) => `${number(signed)} de ${claims(kept)} con visto bueno.`,
  ofAll: (signed, kept) => `En todo el artículo: ${number(signed)} de ${claims(kept)} con visto bueno.`,
  proposedToo: (proposed) => `+${number(proposed)} ${plural(proposed, "propuesta", "propuestas")}`,
  tally: (figures) =>
    `${notes(figures.notes)} en ${count(figures.sources, "fuente")}${figures.secretNotes === 0 ? "" : ` y en otras que la redacción conoce (${count(figures.secretNotes, "nota")})`}; ${number(figures.factsTicked)} de ${facts(figures.facts)} ${plural(figures.facts, "marcado", "marcados")}; ${number(figures.byState.dismissed)} sin verificar, con el motivo`,
  coverageLine: (line) => `Cobertura: ${line}`,
  asOf: "A fecha de",
  text: "Texto",
  textLine: ({ number: version, words: length, createdAt }) =>
    `versión ${version}, ${words(length)}, ${moment(createdAt)}`,
  textHash: "SHA-256 del texto",
  readyToPublish: "Listo para publicar",
  notReady: "No está marcado como listo.",
  ready: ({ version, by, at, undecided, stands, why }) => {
    const although = undecided === 0 ? "" : `, con ${claims(undecided)} por decidir`;
    const after = stands ? "" : ` Ya no lo está: ${why || "los vistos buenos han cambiado desde entonces."}`;
    return `Versión ${version}, marcada por ${by}, ${moment(at)}${although}.${after}`;
  },
  readyHash: "Su huella",
  readyHashInFull: "Huella de la marca de listo",
  audience: "Destinatarios",
  inOrder: "Las afirmaciones en el orden del texto",
  numberShort: "N.º",
  claim: "Afirmación",
  claimNumber: (claim) => `Afirmación ${claim}`,
  verdict: "Calificación",

  method: "Qué se ha verificado y cómo",
  methodRead: ({ number: version, words: length }) =>
    `La versión ${version} del artículo, de ${words(length)}, se congeló y se leyó frase por frase.`,
  methodFound: ({ byMachine, claims: all }) => {
    const people = all - byMachine;
    return `El programa detectó ${claims(byMachine)} y ${number(people)} ${plural(people, "fue marcada", "fueron marcadas")} por personas; qué verificar lo decidieron personas.`;
  },
  methodNotes:
    "Cada afirmación que se mantiene se contrasta con fuentes. Lo que dice una fuente se anota: si respalda la afirmación, el pasaje citado, el lugar en la fuente, quién la leyó y cuándo.",
  methodVerdict:
    "Una calificación en la escala de la redacción se apoya al menos en una nota de fuente o, donde la escala lo prevé, en la palabra del autor, con un motivo.",
  methodFourEyes: ({ overrides, sameHand }) => {
    const rule =
      "Una afirmación solo se da por verificada cuando le da el visto bueno una segunda persona, distinta de la que propuso la calificación.";
    if (overrides + sameHand === 0) return `${rule} Ningún visto bueno de este informe se apartó de esa regla.`;
    const past =
      overrides === 0
        ? []
        : [
            `${approvals(overrides)} se ${plural(overrides, "apartó", "apartaron")} de ella, y el motivo figura en la afirmación`,
          ];
    const before =
      sameHand === 0
        ? []
        : [
            `${approvals(sameHand)} de la misma persona ${plural(sameHand, "es anterior", "son anteriores")} a esta regla`,
          ];
    return `${rule} En este informe, ${[...past, ...before].join(", y ")}.`;
  },
  methodNoFourEyes: "Esta redacción no exige el visto bueno de una segunda persona.",
  methodSourcing: ({ primary, independent }, steppedPast) => {
    const needed = [
      ...(primary === null ? [] : [count(primary, "fuente primaria", "fuentes primarias")]),
      ...(independent === null ? [] : [count(independent, "fuente independiente", "fuentes independientes")]),
    ].join(" o ");
    const past =
      steppedPast === 0
        ? "Ningún visto bueno de este informe se apartó de esa regla."
        : `En este informe, ${approvals(steppedPast)} se ${plural(steppedPast, "apartó", "apartaron")} de ella, y el motivo figura en la afirmación.`;
    return `Antes del visto bueno, una afirmación necesita ${needed}; las copias de una misma noticia cuentan como una sola fuente. ${past}`;
  },
  methodCopies:
    "Cuando la redacción guarda una copia de una fuente, el informe da el SHA-256 de sus bytes y dice si la cita figura en ella.",
  methodSecret:
    "De las fuentes que la redacción protege, el informe da solo si respaldan la afirmación, la fecha y la huella con la que el visto bueno cubre la nota.",
  methodSignOff:
    "Un visto bueno abarca exactamente la redacción de la afirmación, las palabras del artículo, quién lo dijo, la calificación con su explicación y las notas de fuente. Si algo de ello cambia después, deja de valer y la afirmación se reabre.",
  methodCarried: ({ carried, carriedToOtherWords }) => {
    const kept = `${approvals(carried)} se ${plural(carried, "dio a una versión anterior y pasó", "dieron a una versión anterior y pasaron")} a esta, porque el nuevo texto no cambia las cifras, los nombres, las fechas ni el sentido de la afirmación.`;
    return carriedToOtherWords === 0
      ? kept
      : `${kept} En ${number(carriedToOtherWords)} de ellos el artículo lo dice ahora con otras palabras; la afirmación muestra las que recibieron el visto bueno.`;
  },
  methodLedger:
    "Cada paso es una entrada del registro del artículo, y cada entrada lleva la huella de la anterior, de modo que un cambio posterior se nota.",

  article: "El artículo, tal como se verificó",
  legendSigned: "Con visto bueno",
  legendUndecided: "sin visto bueno",
  legendUntouched: "detectada por el programa, sin atender",
  legend: "Cada número está donde termina su afirmación. Las líneas una bajo otra son afirmaciones que se superponen.",
  markDismissed: "No verificada",
  markUntouched: "Sin atender",
  noVerdict: "Aún sin calificación",
  markProposed: (label) => `${label}, sin visto bueno`,
  proposedOnly: "propuesta, sin visto bueno",

  claims: "Las afirmaciones",
  passage: "Pasaje",
  reason: "Motivo",
  toItsPlace: "A su lugar en el artículo",
  saidBy: "Dicho por",
  according: (speaker, via) => `${speaker} (según ${via})`,
  ownVoice: "Lo afirma el propio artículo.",
  paragraph: (paragraph) => `párrafo ${paragraph}`,
  noLongerThere: "ya no está en el texto",
  checked: "Verificado",
  checkedBy: (name, at) => `Verificado por ${name}, ${moment(at)}`,
  tickedBy: (name, at) => `marcado por ${name}, ${moment(at)}`,
  notTicked: "Sin marcar",
  toCheck: "Por verificar",
  readsAs: "Se lee como",
  sort: "Tipo",
  noNote: "Sin nota de fuente.",
  knownSource: "Fuente conocida por la redacción",
  consulted: (day) => `consultada el ${date(day)}`,
  edited: (at) => `modificada el ${moment(at)}`,
  quoteIn: (page) => (page === "" ? "" : `${/^\d+$/.test(page) ? `página ${page}` : page}: `),
  copyOf: (at) => `Copia del ${moment(at)}`,
  wasNow: (from, to) => (to === "" ? `«${from}» ha desaparecido` : `«${from}» pasó a ser «${to}»`),
  inTheClaim: "En la afirmación",
  inTheQuote: "En la cita",
  comparison: "Comparación",
  independence: ({ links, independent }) =>
    `${count(links, "fuente")}, ${number(independent)} de ellas ${plural(independent, "independiente", "independientes")}`,
  independenceLabel: "Independencia",
  oneStory: (sources, reasons) => `${sources} son la misma noticia${reasons === "" ? "" : `: ${reasons}`}`,
  alike: ({ reason, agency, share }) => {
    switch (reason) {
      case "page":
        return "la misma página";
      case "file":
        return "el mismo archivo";
      case "text":
        return `el mismo texto (${Math.round(share * 100)} % del más corto)`;
      case "wire":
        return `ambas citan a ${agency}`;
    }
  },
  contactLog: "Consultados para este informe",
  contactAsked: (day, channel) => `consulta del ${date(day)}${channel === "" ? "" : `, ${channel}`}`,
  contactDeadline: (day) => `se pidió respuesta antes del ${date(day)}`,
  contactAnswered: (outcome, day) => (day === null ? outcome : `${outcome} el ${date(day)}`),
  contactQuestion: "Pregunta",
  knownContact: "Persona conocida por la redacción",
  objection: (name, at) => `Objeción de ${name}, ${moment(at)}`,
  objectionOpen: "Por decidir",
  checkedAsOf: (day) => `Verificado a fecha de ${date(day)}`,
  expires: (day) => `debe verificarse de nuevo antes del ${date(day)}`,
  onAuthorsWord: "Por la palabra del autor,",
  because: "porque:",
  explanation: "Explicación",
  proposedBy: "Calificación propuesta por",
  stateNote: "Nota sobre su estado",
  signedBy: "Visto bueno de",
  version: (given, current) =>
    given === current ? `versión ${given}` : `dado a la versión ${given}, mantenido en la versión ${current}`,
  sameHand: "la misma persona propuso la calificación",
  fourEyesPast: "Sin atenerse a la regla de la doble revisión.",
  sourcingPast: "Sin atenerse a la regla sobre las fuentes.",
  wordsThen: "Cuando recibió el visto bueno, las palabras del artículo eran",
  notSignedOffYet: "Sin visto bueno:",
  brokenSignOff: "Sin visto bueno: los datos ya no contienen lo que se aprobó.",
  voided: ({ by, at, version, voidedAt, reason }) =>
    `Visto bueno de ${by}, ${moment(at)}, versión ${version}, sin validez desde el ${moment(voidedAt)}: ${reason}`,
  voidedPast: (reason) => `No se atuvo a la regla de la doble revisión: ${reason}`,

  coverage: ({ facts: all, decided, open, bare }) => {
    if (all === 0) return "No se encontraron datos en el texto";
    const rest = [
      open === 0 ? "" : `${number(open)} a la espera en afirmaciones abiertas`,
      bare === 0 ? "" : `${number(bare)} en ninguna afirmación, más abajo`,
    ].filter((part) => part !== "");
    return [`${number(decided)} de ${facts(all)} con una decisión`, ...rest].join("; ");
  },
  coverageTitle: "Cobertura",
  coverageOf: "Datos y palabras del texto",
  facts: "Datos",
  words: "Palabras",
  coverageRows: {
    verified: "En afirmaciones con visto bueno",
    dismissed: "En afirmaciones no verificadas, con el motivo",
    dismissedFacts: "Dejados fuera de las afirmaciones, con el motivo",
    open: "En afirmaciones por decidir",
    bare: "En ninguna afirmación",
  },
  coverageRow: (value, length) => `${facts(value)}, ${words(length)}`,
  bareFacts: "Datos en ninguna afirmación",
  paragraphShort: "Párr.",
  paragraphCapital: (paragraph) => `Párrafo ${paragraph}`,
  sentence: "Frase",
  leftOut: "Datos dejados fuera de las afirmaciones",
  fact: "Dato",

  sources: "Fuentes",
  forClaims: (value) => (value === 1 ? "para la afirmación" : "para las afirmaciones"),
  copyLabel: "Copia",
  copyFetched: (at) => `obtenida el ${moment(at)}`,
  copyUploaded: (at) => `subida el ${moment(at)}`,
  reliability: "Fiabilidad",
  notPublic: "no pública",

  corrections: "Rectificaciones",
  correctionOf: ({ claimNumber }) => (claimNumber === null ? "El informe" : `Afirmación ${claimNumber}`),
  itSaid: "Decía",
  itSays: "Ahora dice",
  why: "Motivo",

  people: "Quién responde por él",
  name: "Nombre",
  sourceNotes: "Notas de fuente",
  verdictsProposed: "Calificaciones propuestas",
  signOffs: "Vistos buenos",
  deeds: (noted, verdicts, signed) =>
    `${notes(noted)}, ${count(verdicts, "calificación propuesta", "calificaciones propuestas")}, ${approvals(signed)}`,
  pastFourEyes: "Con visto bueno sin atenerse a la regla de la doble revisión:",
  pastSourcing: "Con visto bueno sin atenerse a la regla sobre las fuentes:",

  fingerprint: "Huella",
  textOf: (version) => `Texto, versión ${version}`,
  ledgerEntry: (seq) => `Registro, entrada ${seq}`,
  chainWhole: (length) => `La cadena de ${count(length, "entrada")} se recalculó desde el principio y está íntegra.`,
  chainBroken: (seq, reason) => `La cadena está rota en la entrada ${seq}: ${reason}`,
  verifyAgain: "Para verificarla de nuevo:",
  whatTheyAre: (at) =>
    `La primera línea es el SHA-256 del texto del artículo en UTF-8; la segunda, la huella de la última entrada de su registro, ${moment(at)}. Los mismos datos dan siempre este informe, byte por byte.`,
  madeWith: "hecho con Claimdesk",
  capital,
};
