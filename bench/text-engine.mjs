#!/usr/bin/env node
// Prints every figure of the text engine beside those of its peers, measured in the same go.
//
//   npm install --prefix bench            (the peers; without them only our own figures are printed)
//   node bench/text-engine.mjs [--data DIR] [--only segment,values,attribution,checkworthiness,news,speed]
//
// DIR holds the data that may not be copied into this repository; bench/README.md tells where each is to be had.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { findRows, loadModules, ROOT } from "./load.mjs";
import { loadPeer, PEERS } from "./peers.mjs";
import { learnTfIdf } from "./tf-idf.mjs";

const SECTIONS = { segment, values, attribution, checkworthiness, news, speed };

const { values: options } = parseArgs({ options: { data: { type: "string" }, only: { type: "string" } } });
const chosen = options.only ? options.only.split(",") : Object.keys(SECTIONS);
const unknown = chosen.filter((name) => !(name in SECTIONS));
if (unknown.length > 0) {
  console.error(`There is no section ${unknown.join(", ")}. There are ${Object.keys(SECTIONS).join(", ")}.`);
  process.exit(2);
}
const folders = [...(options.data ? [options.data] : []), join(ROOT, "bench/data")];
const engine = await loadModules(
  "lib/core/extraction/extract.ts",
  "lib/core/extraction/checkworthiness.ts",
  "bench/metrics/shares.ts",
  "bench/metrics/sentences.ts",
  "bench/metrics/values.ts",
  "bench/metrics/attributions.ts",
  "bench/metrics/checkworthiness.ts",
  "bench/metrics/news.ts",
);
const peers = Object.keys(PEERS).flatMap((name) => {
  const peer = loadPeer(name);
  if (!peer) console.log(`${name} is not installed and is skipped (npm install --prefix bench).`);
  return peer ? [{ name, ...peer }] : [];
});

console.log(
  `${new Date().toISOString().slice(0, 10)}, Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model.trim() ?? "processor"}, ${Math.round(totalmem() / 2 ** 30)} GB`,
);
for (const name of chosen) SECTIONS[name]();

// ---------------------------------------------------------------- sections

function segment() {
  const rules = findRows(folders, "segment", "golden");
  if (!rules)
    return absent("segment", "the golden rules of Pragmatic Segmenter (github.com/diasks2/pragmatic_segmenter)");
  const share = (sentences) =>
    rules.filter((rule) => engine.keepsRule(rule, sentences(rule.text))).length / rules.length;
  print(
    "Sentences: golden rules of Pragmatic Segmenter",
    ["figure", "goal", "Claimdesk", ...able("sentences")],
    [
      [
        `rules kept, of ${rules.length}`,
        "98 %",
        percent(share((text) => engine.extract(text).sentences)),
        ...peersWith("sentences").map(({ sentences }) => percent(share(sentences))),
      ],
    ],
  );
}

function values() {
  const goals = { CurrencyModel: 95, NumberModel: 95, PercentModel: 95, NumberRangeModel: 90, DateTimeModel: 85 };
  const rows = [];
  for (const file of Object.keys(engine.SPECIFICATIONS)) {
    const cases = findRows(folders, "recognizers", file);
    if (!cases)
      return absent("recognizers", "Microsoft's specifications (github.com/microsoft/Recognizers-Text, Specs/)");
    const share = (find) => {
      const outcomes = cases.map((item) => engine.judgeCase(file, item, find(item)));
      const judged = outcomes.filter((outcome) => outcome !== "left out");
      return { right: judged.filter((outcome) => outcome === "right").length / judged.length, judged: judged.length };
    };
    const own = share(({ Input, Context }) => ourValues(Input, Context?.ReferenceDateTime?.slice(0, 10)));
    rows.push([
      `${file}, ${own.judged} of ${cases.length}`,
      goals[file] ? `${goals[file]} %` : "",
      percent(own.right),
      ...peersWith("values").map((peer) =>
        peer.values[file]
          ? percent(share(({ Input, Context }) => peer.values[file](Input, instant(Context))).right)
          : "",
      ),
    ]);
  }
  print(
    "Values: cases right in Microsoft's Recognizers specifications",
    ["file", "goal", "Claimdesk", ...able("values")],
    rows,
  );
}

function ourValues(text, date) {
  return engine.extract(text, date ? { date } : {}).values.map(({ start, end, value }) => ({ start, end, ...value }));
}

function instant(context) {
  return context?.ReferenceDateTime ? new Date(context.ReferenceDateTime) : undefined;
}

function attribution() {
  const articles = findRows(folders, "polnear", "dev");
  if (!articles) return absent("polnear/dev", "PolNeAR 1.0.0 (github.com/networkdynamics/PolNeAR)");
  const spans = (list) => list.map(([start, end]) => ({ start, end }));
  const tallyOf = (find) => {
    const tally = engine.newTally();
    for (const article of articles) {
      const marked = article.attributions.map((item) => ({
        type: item.type,
        content: spans(item.content),
        source: spans(item.source),
      }));
      engine.addArticle(tally, marked, find(article));
    }
    return tally;
  };
  const ours = tallyOf(({ text, date }) => engine.extract(text, date ? { date } : {}).attributions);
  const quoted = tallyOf(({ text }) =>
    [...text.matchAll(/“[^”\n]+”|"[^"\n]+"/g)].map((found) => ({
      type: "direct",
      content: [{ start: found.index, end: found.index + found[0].length }],
      source: [],
    })),
  );
  const typed = (type) => (tally) => share3(tally.types.get(type).found / tally.types.get(type).marked);
  const row = (what, goal, figure, reference = "") => [what, goal, figure(ours), figure(quoted), reference];
  print(
    `Attributions: PolNeAR dev, ${articles.length} articles`,
    ["figure", "goal", "Claimdesk", "quotation marks alone", "trained CRF (not run here)"],
    [
      row("F1", "0.700", (t) => share3(engine.f1(t)), "0.593"),
      row("precision", "", (t) => share3(engine.precision(t))),
      row("recall", "", (t) => share3(engine.recall(t))),
      row("speaker right", "0.850", (t) => (t.sourceRight ? share3(t.sourceRight / t.sourced) : ""), "0.765"),
      row("recall direct", "", typed("direct"), "0.925 (test)"),
      row("recall mixed", "", typed("mixed"), "0.776 (test)"),
      row("recall indirect", "0.620", typed("indirect"), "0.471 (test)"),
    ],
  );
}

function checkworthiness() {
  const training = findRows(folders, "ct24", "train");
  const judges = [
    {
      name: "Claimdesk",
      judge: (text) => engine.scoreSentence(text),
    },
    { name: "every sentence, longest first", judge: (text) => ({ score: text.length, checkworthy: true }) },
  ];
  if (training) {
    const score = learnTfIdf(training);
    const judge = (text) => ({ score: score(text), checkworthy: score(text) >= 0.5 });
    judges.splice(1, 0, { name: "TF-IDF regression", judge });
  }
  const rows = [];
  const add = (title, goal, list, figure) =>
    rows.push([title, goal, ...judges.map(({ judge }) => figure(list.map((row) => ({ ...row, ...judge(row.text) }))))]);
  for (const split of ["dev", "dev-test", "test"]) {
    const list = findRows(folders, "ct24", split);
    if (!list) {
      if (split !== "test") absent(`ct24/${split}`, "CheckThat! 2024 Task 1, English (checkthat.gitlab.io)");
      continue;
    }
    const name = `CheckThat! 2024 ${split} (${list.length})`;
    add(`${name}: F1`, "0.650 on test", list, (judged) => share3(engine.f1(engine.verdicts(judged))));
    add(`${name}: average precision`, "", list, (judged) => share3(engine.averagePrecision(judged)));
  }
  const debates = findRows(folders, "clef2019", "train");
  if (debates) {
    const map = (judged) => engine.meanAveragePrecision(judged).toFixed(4);
    const known = training ? new Set(training.map(({ text }) => text)) : new Set();
    const unseen = withoutKnownFiles(debates, known);
    add(`CheckThat! 2019 (${countFiles(debates)} debates): MAP`, "0.1660 on test", debates, map);
    if (unseen.length < debates.length)
      add(`  of these the ${countFiles(unseen)} that are not in ClaimBuster: MAP`, "", unseen, map);
  } else absent("clef2019/train", "CheckThat! 2019 Task 1 (github.com/apepa/clef2019-factchecking-task1)");
  const speeches = findRows(folders, "policlaim", "train");
  if (speeches) {
    const name = `PoliClaim (${speeches.length})`;
    add(`${name}: accuracy`, "0.800", speeches, (judged) => share3(engine.verdicts(judged).accuracy));
    add(`${name}: F1 of factual`, "", speeches, (judged) => share3(engine.f1(engine.verdicts(judged))));
  } else absent("policlaim/train", "PoliClaim (github.com/EdisonNi-hku/AFaCTA)");
  print(
    "Check-worthiness: everything learned from ClaimBuster alone",
    ["data", "goal", ...judges.map(({ name }) => name)],
    rows,
  );
}

/** The lines of the files of which hardly a long line stands in what was learned from. */
function withoutKnownFiles(lines, known) {
  const seen = new Map();
  for (const { file, text } of lines) {
    if (text.length <= 40) continue;
    const of = seen.get(file) ?? { all: 0, known: 0 };
    seen.set(file, { all: of.all + 1, known: of.known + (known.has(text) ? 1 : 0) });
  }
  return lines.filter(({ file }) => (seen.get(file)?.known ?? 0) < 0.1 * (seen.get(file)?.all ?? 1));
}

function countFiles(lines) {
  return new Set(lines.map(({ file }) => file)).size;
}

function news() {
  const article = "reuters-zones-of-stability";
  const labelled = findRows(folders, "news-claims", article);
  if (!labelled) return absent("news-claims", "this repository's bench/data");
  const text = readFileSync(join(ROOT, `seeds/articles/${article}.txt`), "utf8");
  const extraction = engine.extract(text, { date: "2017-03-22" });
  const ours = {
    claims: extraction.claims.map((claim) => ({
      start: claim.start,
      end: claim.end,
      score: claim.score,
      toCheck: !["prediction", "opinion", "question"].includes(claim.kind),
    })),
    facts: extraction.facts,
  };
  const everything = labelled.map(({ start, end }) => ({ start, end, score: end - start, toCheck: true }));
  const columns = [
    { name: "Claimdesk", ...ours },
    ...peersWith("facts").map(({ name, facts }) => ({ name, facts: facts(text) })),
    { name: "every sentence, longest first", claims: everything },
  ];
  const readers = ["one", "two"].map((reader) =>
    labelled.map((row) => ({
      start: row.start,
      end: row.end,
      label: row[reader].label,
      priority: row[reader].priority,
      facts: row[reader].facts.map(([start, end]) => ({ start, end })),
    })),
  );
  const row = (what, key, needs) => [
    what,
    ...columns.map((column) =>
      column[needs]
        ? readers
            .map((reader) => share3(engine.newsFigures(reader, column.claims ?? [], column.facts ?? [])[key]))
            .join(" / ")
        : "",
    ),
  ];
  print(
    "A news article (Reuters), against two people who labelled it independently",
    ["figure", ...columns.map(({ name }) => name)],
    [
      row("sentences to check that have a claim to check (recall)", "recall", "claims"),
      row("claims to check that lie in such a sentence (precision)", "precision", "claims"),
      row("facts that touch a fact: F1", "facts", "facts"),
      row("sentences of priority 3, ranked by their best claim: AP", "important", "claims"),
    ],
  );
}

function speed() {
  const folder = mkdtempSync(join(tmpdir(), "claimdesk-speed-"));
  try {
    const articles = findRows(folders, "polnear", "dev")?.map(({ text }) => text);
    const seed = readFileSync(join(ROOT, "seeds/articles/reuters-zones-of-stability.txt"), "utf8");
    const file = join(folder, "texts.json");
    writeFileSync(file, JSON.stringify(articles ?? Array.from({ length: 100 }, () => seed)));
    const names = ["Claimdesk", ...peers.map(({ name }) => name)];
    const runs = names.map((name) => [name, alone(name, file)]);
    const own = runs[0][1];
    const whole = (x) => Math.round(x).toLocaleString("en-US");
    print(
      `Speed: ${articles ? "the articles of PolNeAR dev" : "the Reuters article a hundred times"}, each program in a process of its own, warm, median of 5`,
      ["program", "words", "words/s by the clock", "words/s of processor time", "times Claimdesk", "peak memory, MB"],
      runs.map(([name, run]) => [
        name,
        whole(run.words),
        whole(run.wall),
        whole(run.cpu),
        (run.cpu / own.cpu).toFixed(3),
        whole(run.memory),
      ]),
    );
    print(
      "Goals of speed",
      ["figure", "goal", "Claimdesk"],
      [
        ["words/s by the clock", "≥ 100,000", whole(own.wall)],
        ["peak memory, MB", "≤ 250", whole(own.memory)],
        ["1 MB costs, times 100 kB", "≤ 11", own.growth.toFixed(2)],
        ...own.hostile.map(({ what, seconds }) => [
          `500 kB of ${what}, seconds of processor time`,
          "≤ 2",
          seconds.toFixed(2),
        ]),
      ],
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Measure a program in a process of its own, so that nobody's memory or warmth helps or hinders another. */
function alone(name, file) {
  const more = name === "Claimdesk" ? ["all"] : [];
  const run = spawnSync(process.execPath, [join(ROOT, "bench/speed.mjs"), name, file, ...more], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  });
  if (run.status !== 0) throw new Error(`${name} could not be measured.`);
  return JSON.parse(run.stdout);
}

// ---------------------------------------------------------------- printing

function peersWith(question) {
  return peers.filter((peer) => peer[question]);
}

function able(question) {
  return peersWith(question).map(({ name }) => name);
}

function percent(share) {
  return `${(100 * share).toFixed(1)} %`;
}

function share3(share) {
  return share.toFixed(3);
}

function absent(what, where) {
  console.log(
    `\n${what} is not there and is skipped: give --data a folder with ${what}.jsonl. It comes from ${where}.`,
  );
}

function print(title, head, rows) {
  const widths = head.map((cell, i) => Math.max(cell.length, ...rows.map((row) => row[i].length)));
  const line = (row) =>
    `| ${row.map((cell, i) => (i ? cell.padStart(widths[i]) : cell.padEnd(widths[i]))).join(" | ")} |`;
  console.log(`\n${title}\n`);
  console.log(line(head));
  console.log(`|${widths.map((width, i) => (i ? `${"-".repeat(width + 1)}:` : "-".repeat(width + 2))).join("|")}|`);
  for (const row of rows) console.log(line(row));
}
