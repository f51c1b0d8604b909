/** Zero to nineteen. */
export const SMALL: ReadonlyMap<string, number> = new Map([
  ..."zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
    .split(" ")
    .map((word, value): [string, number] => [word, value]),
  ["nought", 0],
  ["naught", 0],
]);

/** Twenty to ninety, with the commonest misspelling. */
export const TENS: ReadonlyMap<string, number> = new Map([
  ["twenty", 20],
  ["thirty", 30],
  ["forty", 40],
  ["fourty", 40],
  ["fifty", 50],
  ["sixty", 60],
  ["seventy", 70],
  ["eighty", 80],
  ["ninety", 90],
]);

/** Words that multiply what stands before them. */
export const SCALES: ReadonlyMap<string, number> = new Map([
  ["thousand", 1e3],
  ["thousands", 1e3],
  ["lakh", 1e5],
  ["lakhs", 1e5],
  ["lac", 1e5],
  ["million", 1e6],
  ["millions", 1e6],
  ["crore", 1e7],
  ["crores", 1e7],
  ["billion", 1e9],
  ["billions", 1e9],
  ["milliard", 1e9],
  ["trillion", 1e12],
  ["trillions", 1e12],
  ["quadrillion", 1e15],
  ["quintillion", 1e18],
]);

/** Abbreviated scales as any figure may carry them, by exact spelling ("10M" is ten million, "10m" ten metres). */
export const SHORT_SCALES: ReadonlyMap<string, number> = new Map([
  ["k", 1e3],
  ["K", 1e3],
  ["M", 1e6],
  ["mil", 1e6],
  ["mill", 1e6],
  ["mio", 1e6],
  ["mln", 1e6],
  ["mn", 1e6],
  ["mm", 1e6],
  ["MM", 1e6],
  ["G", 1e9],
  ["b", 1e9],
  ["B", 1e9],
  ["bn", 1e9],
  ["Bn", 1e9],
  ["BN", 1e9],
  ["bln", 1e9],
  ["T", 1e12],
  ["tn", 1e12],
  ["trn", 1e12],
]);

/** Scales that only an amount of money may carry in lower case. */
export const MONEY_SCALES: ReadonlyMap<string, number> = new Map([
  ["m", 1e6],
  ["M", 1e6],
  ["t", 1e12],
]);

/** Words that multiply by twelve. */
export const DOZENS: ReadonlySet<string> = new Set(["dozen", "dozens", "doz", "dozs"]);

const UNIT_ORDINALS: readonly (readonly [string, number])[] = [
  ["first", 1],
  ["second", 2],
  ["third", 3],
  ["fourth", 4],
  ["fifth", 5],
  ["sixth", 6],
  ["seventh", 7],
  ["eighth", 8],
  ["ninth", 9],
  ["nineth", 9],
  ["tenth", 10],
  ["eleventh", 11],
  ["twelfth", 12],
  ["twelveth", 12],
  ["thirteenth", 13],
  ["fourteenth", 14],
  ["fifteenth", 15],
  ["sixteenth", 16],
  ["seventeenth", 17],
  ["eighteenth", 18],
  ["nineteenth", 19],
];

/** first … nineteenth: what may end a compound ordinal. */
export const SMALL_ORDINALS: ReadonlyMap<string, number> = new Map(UNIT_ORDINALS);

/** twentieth … ninetieth. */
export const TENS_ORDINALS: ReadonlyMap<string, number> = new Map([
  ["twentieth", 20],
  ["thirtieth", 30],
  ["fortieth", 40],
  ["fourtieth", 40],
  ["fiftieth", 50],
  ["sixtieth", 60],
  ["seventieth", 70],
  ["eightieth", 80],
  ["ninetieth", 90],
]);

/** hundredth and above. */
export const SCALE_ORDINALS: ReadonlyMap<string, number> = new Map([
  ["hundredth", 1e2],
  ["thousandth", 1e3],
  ["millionth", 1e6],
  ["billionth", 1e9],
  ["trillionth", 1e12],
]);

/** The single-character fractions. */
export const VULGAR: ReadonlyMap<string, number> = new Map([
  ["½", 1 / 2],
  ["⅓", 1 / 3],
  ["⅔", 2 / 3],
  ["¼", 1 / 4],
  ["¾", 3 / 4],
  ["⅕", 1 / 5],
  ["⅖", 2 / 5],
  ["⅗", 3 / 5],
  ["⅘", 4 / 5],
  ["⅙", 1 / 6],
  ["⅚", 5 / 6],
  ["⅐", 1 / 7],
  ["⅛", 1 / 8],
  ["⅜", 3 / 8],
  ["⅝", 5 / 8],
  ["⅞", 7 / 8],
  ["⅑", 1 / 9],
  ["⅒", 1 / 10],
]);
