// The npm packages that figures are printed of, each behind the same few questions. A package that is not installed is null.
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const require = createRequire(join(dirname(fileURLToPath(import.meta.url)), "package.json"));

/** Every peer by name; each answers with what it can: `sentences`, `facts`, `values`, and `read` (all it does, for its speed). */
export const PEERS = {
  "wink-nlp": winkNlp,
  compromise,
  sbd,
  "Intl.Segmenter": intlSegmenter,
  "chrono-node": chronoNode,
  "Microsoft Recognizers": recognizers,
};

/** Return the peer, ready to be asked, or null when its package is not installed in bench/. */
export function loadPeer(name) {
  try {
    return PEERS[name]();
  } catch (error) {
    if (error?.code === "MODULE_NOT_FOUND") return null;
    throw error;
  }
}

function winkNlp() {
  const winkNLP = require("wink-nlp");
  const model = require("wink-eng-lite-web-model");
  const boundaries = winkNLP(model, ["sbd"]);
  const nlp = winkNLP(model);
  return {
    sentences: (text) => placesOf(text, boundaries.readDoc(text).sentences().out()),
    facts: (text) => placesOf(text, nlp.readDoc(text).entities().out()),
    read: (text) => {
      const doc = nlp.readDoc(text);
      doc.entities().out();
      doc.sentences().out();
      doc.tokens().out(nlp.its.pos);
    },
  };
}

function compromise() {
  const nlp = require("compromise");
  const offsets = (view) =>
    view
      .json({ offset: true })
      .map((item) => ({ start: item.offset.start, end: endOf(item), number: item.number ?? item.money }));
  return {
    sentences: (text) =>
      placesOf(
        text,
        nlp(text)
          .json()
          .map(({ text }) => text),
      ),
    facts: (text) => {
      const doc = nlp(text);
      return [...offsets(doc.topics()), ...offsets(doc.numbers())];
    },
    values: {
      CurrencyModel: (text) =>
        offsets(nlp(text).money()).map(({ number, ...at }) => ({
          ...at,
          kind: "money",
          amount: number?.num,
          currency: { "£": "GBP", "€": "EUR" }[number?.prefix] ?? "USD",
        })),
      PercentModel: (text) =>
        offsets(nlp(text).percentages()).map(({ number, ...at }) => ({ ...at, kind: "percent", value: number?.num })),
      NumberModel: (text) =>
        offsets(nlp(text).numbers().isCardinal()).map(({ number, ...at }) => ({
          ...at,
          kind: "number",
          value: number?.num,
        })),
      OrdinalModel: (text) =>
        offsets(nlp(text).numbers().isOrdinal()).map(({ number, ...at }) => ({
          ...at,
          kind: "ordinal",
          value: number?.num,
        })),
    },
    read: (text) => nlp(text).json(),
  };
}

/** compromise counts the stop behind a term into it. */
function endOf({ offset, text }) {
  return offset.start + text.replace(/[.,;:!?]+$/, "").trimEnd().length;
}

function sbd() {
  const { sentences } = require("sbd");
  return {
    sentences: (text) => placesOf(text, sentences(text, { newline_boundaries: false })),
    read: (text) => sentences(text),
  };
}

function intlSegmenter() {
  const segmenter = new Intl.Segmenter("en", { granularity: "sentence" });
  const read = (text) => [...segmenter.segment(text)].map(({ segment }) => segment);
  return { sentences: (text) => placesOf(text, read(text)), read };
}

function chronoNode() {
  const chrono = require("chrono-node");
  const day = (date) =>
    `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, "0")}-${String(date.getDate()).padStart(2, "0")}`;
  return {
    values: {
      DateTimeModel: (text, reference) =>
        chrono.parse(text, reference).map((item) => ({
          start: item.index,
          end: item.index + item.text.length,
          kind: "date",
          from: day(item.start.date()),
          to: day((item.end ?? item.start).date()),
        })),
    },
    read: (text) => chrono.parse(text),
  };
}

const CODES = {
  Dollar: "USD",
  Cent: "USD",
  Pound: "GBP",
  Pence: "GBP",
  Penny: "GBP",
  Franc: "CHF",
  Rupee: "INR",
  Peseta: "ESP",
  "Finnish markka": "FIM",
  "Netherlands guilder": "NLG",
  Bitcoin: "XBT",
};

function recognizers() {
  const suite = require("@microsoft/recognizers-text-suite");
  const { English } = suite.Culture;
  const at = ({ start, end }) => ({ start, end: end + 1 });
  const figures = (recognize, kind, more = () => ({})) => {
    return (text) =>
      recognize(text, English)
        .filter(({ resolution }) => resolution?.value)
        .map((item) => ({
          ...at(item),
          kind,
          value: Number(item.resolution.value.replace("%", "")),
          ...more(item.resolution),
        }));
  };
  return {
    values: {
      NumberModel: figures(suite.recognizeNumber, "number"),
      PercentModel: figures(suite.recognizePercentage, "percent"),
      OrdinalModel: figures(suite.recognizeOrdinal, "ordinal"),
      DimensionModel: figures(suite.recognizeDimension, "quantity", ({ unit }) => ({ unit })),
      AgeModel: figures(suite.recognizeAge, "age", ({ unit }) => ({ unit })),
      CurrencyModel: figures(suite.recognizeCurrency, "money", ({ value, unit, isoCurrency }) => ({
        amount: Number(value) * (/^(?:Cent|Pence|Penny)$/.test(unit) ? 0.01 : 1),
        currency: isoCurrency ?? CODES[unit],
      })),
      DateTimeModel: (text, reference) =>
        suite.recognizeDateTime(text, English, undefined, reference).map((item) => ({ ...at(item), ...timeOf(item) })),
      // Not implemented in the package for JavaScript.
      NumberRangeModel: () => [],
    },
    read: (text) => suite.recognizeCurrency(text, English),
  };
}

/** The last reading of a time, which is the future one where there are two. */
function timeOf({ resolution }) {
  const value = resolution?.values?.at(-1) ?? {};
  if (value.type === "duration") return { kind: "duration", timex: value.timex };
  if (value.type === "date") return { kind: "date", from: value.value, to: value.value };
  if (value.type === "daterange" && value.start && value.end)
    return { kind: "date", from: value.start, to: dayBefore(value.end) };
  return { kind: "date" };
}

function dayBefore(day) {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}

/** Where pieces stand that were cut out of a text in order, their white space as loosely as they may have squeezed it. */
function placesOf(text, pieces) {
  const out = [];
  let from = 0;
  for (const piece of pieces) {
    const words = piece.trim().split(/\s+/).filter(Boolean);
    if (words.length === 0) continue;
    const pattern = new RegExp(words.map((word) => word.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&")).join("\\s+"), "g");
    pattern.lastIndex = from;
    const found = pattern.exec(text);
    if (!found) continue;
    out.push({ start: found.index, end: found.index + found[0].length });
    from = pattern.lastIndex;
  }
  return out;
}
