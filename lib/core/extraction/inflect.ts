/** Which form of a verb a word is. "past" is also the participle where both look alike. */
export type VerbForm = "base" | "s" | "past" | "participle" | "ing";

const IRREGULAR: Readonly<Record<string, readonly [past: string, participle: string]>> = {
  say: ["said", "said"],
  tell: ["told", "told"],
  write: ["wrote", "written"],
  think: ["thought", "thought"],
  know: ["knew", "known"],
  see: ["saw", "seen"],
  find: ["found", "found"],
  show: ["showed", "shown"],
  feel: ["felt", "felt"],
  hold: ["held", "held"],
  hear: ["heard", "heard"],
  read: ["read", "read"],
  understand: ["understood", "understood"],
  foresee: ["foresaw", "foreseen"],
  swear: ["swore", "sworn"],
  speak: ["spoke", "spoken"],
  seek: ["sought", "sought"],
  give: ["gave", "given"],
  make: ["made", "made"],
  begin: ["began", "begun"],
  go: ["went", "gone"],
  put: ["put", "put"],
  shoot: ["shot", "shot"],
  bet: ["bet", "bet"],
  mean: ["meant", "meant"],
  oversee: ["oversaw", "overseen"],
  teach: ["taught", "taught"],
  lay: ["laid", "laid"],
  draw: ["drew", "drawn"],
  forbid: ["forbade", "forbidden"],
  take: ["took", "taken"],
  mislead: ["misled", "misled"],
  choose: ["chose", "chosen"],
  cast: ["cast", "cast"],
  strike: ["struck", "struck"],
  fight: ["fought", "fought"],
  win: ["won", "won"],
  dream: ["dreamed", "dreamed"],
  learn: ["learned", "learned"],
  misspeak: ["misspoke", "misspoken"],
  rebuke: ["rebuked", "rebuked"],
  offer: ["offered", "offered"],
  stand: ["stood", "stood"],
  come: ["came", "come"],
  stick: ["stuck", "stuck"],
  forget: ["forgot", "forgotten"],
  foretell: ["foretold", "foretold"],
  pay: ["paid", "paid"],
  uphold: ["upheld", "upheld"],
  beseech: ["besought", "besought"],
  hit: ["hit", "hit"],
  tear: ["tore", "torn"],
  spell: ["spelled", "spelled"],
  retell: ["retold", "retold"],
  ring: ["rang", "rung"],
  sing: ["sang", "sung"],
  set: ["set", "set"],
  let: ["let", "let"],
  get: ["got", "got"],
  retake: ["retook", "retaken"],
};

/** Verbs of more than one syllable whose last consonant doubles: "admitted". */
const DOUBLING = new Set([
  "admit",
  "quip",
  "snub",
  "shun",
  "refer",
  "rebut",
  "regret",
  "concur",
  "permit",
  "commit",
  "submit",
  "prefer",
  "infer",
  "deter",
  "recur",
  "forget",
]);

function doubles(base: string): boolean {
  return DOUBLING.has(base) || /^[^aeiou]*[aeiou][bdgklmnprt]$/.test(base);
}

/** Return every form of the verb `base` with its name; the infinitive itself first. */
export function formsOf(base: string): readonly (readonly [string, VerbForm])[] {
  const stem = /[^eo]e$/.test(base) ? base.slice(0, -1) : doubles(base) ? base + base.slice(-1) : base;
  const ied = /[^aeiou]y$/.test(base) ? base.slice(0, -1) : null;
  const s = ied !== null ? `${ied}ies` : /(?:s|x|z|ch|sh|o)$/.test(base) ? `${base}es` : `${base}s`;
  const regular = ied !== null ? `${ied}ied` : base.endsWith("e") ? `${base}d` : `${stem}ed`;
  const [past, participle] = IRREGULAR[base] ?? [regular, regular];
  const ing = base.endsWith("ie") ? `${base.slice(0, -2)}ying` : `${stem}ing`;
  const forms: (readonly [string, VerbForm])[] = [
    [base, "base"],
    [s, "s"],
    [past, "past"],
    [ing, "ing"],
  ];
  if (participle !== past) forms.push([participle, "participle"]);
  return forms;
}
