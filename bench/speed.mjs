// Measures one program by itself, in a process of its own: node bench/speed.mjs NAME FILE [all]
// FILE is a JSON list of texts. Prints one line of JSON. "all" also asks about length and hostile input.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { loadModules } from "./load.mjs";
import { loadPeer } from "./peers.mjs";

const WARM_SECONDS = 6;
const PASSES = 5;

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [name, file, all] = process.argv.slice(2);
  const texts = JSON.parse(readFileSync(file, "utf8"));
  const read =
    name === "Claimdesk" ? (await loadModules("lib/core/extraction/extract.ts")).extract : loadPeer(name).read;
  const plain = measure(read, texts);
  console.log(JSON.stringify(all ? { ...plain, growth: growth(read, texts), hostile: hostile(read) } : plain));
}

/** Read as many of the texts as fit the warm-up, again and again until it is over, then the same timed. Words stand between white space. */
function measure(read, texts) {
  const start = process.cpuUsage();
  const warming = () => process.cpuUsage(start).user < WARM_SECONDS * 1e6;
  const chosen = [];
  for (const text of texts) {
    if (!warming() && chosen.length > 0) break;
    read(text);
    chosen.push(text);
  }
  while (warming()) for (const text of chosen) read(text);
  const words = chosen.reduce((sum, text) => sum + text.split(/\s+/).filter(Boolean).length, 0);
  const runs = Array.from({ length: PASSES }, () =>
    timed(() => {
      for (const text of chosen) read(text);
    }),
  );
  const memory = process.resourceUsage().maxRSS / 1024;
  return { words, wall: words / middle(runs.map((r) => r.wall)), cpu: words / middle(runs.map((r) => r.cpu)), memory };
}

/** Seconds that a piece of work takes by the clock, and of this process's time on the processor. */
function timed(work) {
  const cpu = process.cpuUsage();
  const wall = performance.now();
  work();
  const used = process.cpuUsage(cpu);
  return { wall: (performance.now() - wall) / 1000, cpu: (used.user + used.system) / 1e6 };
}

function middle(list) {
  return [...list].sort((a, b) => a - b)[list.length >> 1];
}

/** How many times as long a text of 1,000,000 characters takes as one of 100,000. */
function growth(read, texts) {
  let joined = "";
  for (let i = 0; joined.length < 1_000_000; i++) joined += `${texts[i % texts.length]}\n\n`;
  const cost = (length) => middle([1, 2, 3].map(() => timed(() => read(joined.slice(0, length))).cpu));
  const short = cost(100_000);
  return cost(1_000_000) / short;
}

/** Seconds of processor time that texts of 500,000 characters take which hold nothing but one thing. */
function hostile(read) {
  const SIZE = 500_000;
  const fill = (piece) => piece.repeat(Math.ceil(SIZE / piece.length)).slice(0, SIZE);
  const inputs = {
    "(((((": fill("("),
    '"""""': fill('"'),
    "“““““": fill("“"),
    '" " " "': fill('" '),
    "one word": fill("a"),
    "one word again and again": fill("word "),
    digits: fill("7"),
    "digits 7 7 7 7": fill("7 "),
  };
  return Object.entries(inputs).map(([what, text]) => ({ what, seconds: timed(() => read(text)).cpu }));
}
