import { addMonths, type Day, dayOf, easter, islamicDay, isoOf, nthWeekday, weekdayOf } from "./calendar";

const numbered = (start: number, groups: readonly string[]): [string, number][] =>
  groups.flatMap((group, k) => group.split(" ").map((word): [string, number] => [word, start + k]));

/** Months by name and abbreviation, 1 to 12. */
export const MONTHS: ReadonlyMap<string, number> = new Map(
  numbered(1, [
    "january jan",
    "february feb",
    "march mar",
    "april apr",
    "may",
    "june jun",
    "july jul",
    "august aug",
    "september sept sep",
    "october oct",
    "november nov",
    "december dec",
  ]),
);

/** Weekdays by name and abbreviation, 0 for Monday. */
export const WEEKDAYS: ReadonlyMap<string, number> = new Map(
  numbered(0, [
    "monday mon mondays",
    "tuesday tue tues tuesdays",
    "wednesday wed weds wednesdays",
    "thursday thu thur thurs thursdays",
    "friday fri fridays",
    "saturday sat saturdays",
    "sunday sun sundays",
  ]),
);

/** Where a relative word points, in steps of the unit it stands before. */
export const RELATIVE: ReadonlyMap<string, number> = new Map([
  ["this", 0],
  ["current", 0],
  ["last", -1],
  ["previous", -1],
  ["past", -1],
  ["prior", -1],
  ["preceding", -1],
  ["next", 1],
  ["coming", 1],
  ["upcoming", 1],
  ["following", 1],
]);

/** Days named from today. */
export const DEICTIC: ReadonlyMap<string, number> = new Map([
  ["today", 0],
  ["tonight", 0],
  ["tomorrow", 1],
  ["tmrw", 1],
  ["tmr", 1],
  ["tomorow", 1],
  ["yesterday", -1],
]);

/** Seasons and the month they begin in, on the northern half of the earth. */
export const SEASONS: ReadonlyMap<string, number> = new Map([
  ["spring", 3],
  ["summer", 6],
  ["autumn", 9],
  ["fall", 9],
  ["winter", 12],
]);

/** Decades in words and the last two digits of their first year. */
export const DECADES: ReadonlyMap<string, number> = new Map([
  ["twenties", 20],
  ["thirties", 30],
  ["forties", 40],
  ["fifties", 50],
  ["sixties", 60],
  ["seventies", 70],
  ["eighties", 80],
  ["nineties", 90],
]);

type Holiday = (year: number) => Day;
const fixed =
  (month: number, day: number): Holiday =>
  (year) =>
    dayOf(year, month, day);
const nth =
  (month: number, weekday: number, n: number, plus = 0): Holiday =>
  (year) =>
    nthWeekday(year, month, weekday, n) + plus;
const fromEaster =
  (days: number): Holiday =>
  (year) =>
    easter(year) + days;

/** The day of the Islamic year that falls into a Gregorian year. */
function islamic(month: number, day: number): Holiday {
  return (year) => {
    const guess = Math.floor(((year - 622) * 33) / 32);
    for (let y = guess - 1; y <= guess + 2; y++) {
      const found = islamicDay(y, month, day);
      if (isoOf(found).startsWith(String(year).padStart(4, "0"))) return found;
    }
    return islamicDay(guess, month, day);
  };
}

/** The Monday or Friday on which a bank observes nothing special, only nearest weekday arithmetic: Victoria Day. */
const mondayBefore =
  (month: number, day: number): Holiday =>
  (year) => {
    const limit = dayOf(year, month, day) - 1;
    return limit - weekdayOf(limit);
  };

const ROWS: readonly (readonly [names: string, day: Holiday])[] = [
  ["new year,new years,new year day,new year's day,new years day,newyear", fixed(1, 1)],
  ["new year's eve,new years eve,new year eve", fixed(12, 31)],
  ["epiphany,three kings day", fixed(1, 6)],
  ["martin luther king day,martin luther king jr day,mlk day,martin luther king jr. day", nth(1, 0, 3)],
  ["inauguration day", fixed(1, 20)],
  ["australia day", fixed(1, 26)],
  ["holocaust remembrance day,holocaust memorial day", fixed(1, 27)],
  ["groundhog day,groundhogs day", fixed(2, 2)],
  ["valentine's day,valentines day,valentine day,st valentine's day", fixed(2, 14)],
  ["presidents day,presidents' day,president's day,washington's birthday", nth(2, 0, 3)],
  ["international women's day,women's day,womens day,international womens day", fixed(3, 8)],
  ["pi day", fixed(3, 14)],
  [
    "saint patrick's day,st patrick's day,st. patrick's day,st patricks day,saint patrick,st patrick,saint patrick day,st. patrick",
    fixed(3, 17),
  ],
  ["april fools' day,april fools day,april fool's day,april fools,april fool day", fixed(4, 1)],
  ["earth day", fixed(4, 22)],
  ["anzac day", fixed(4, 25)],
  [
    "may day,mayday,labour day,international workers' day,international workers day,workers' day,workers day",
    fixed(5, 1),
  ],
  ["star wars day", fixed(5, 4)],
  ["cinco de mayo", fixed(5, 5)],
  ["victory day", fixed(5, 9)],
  ["mother's day,mothers day,mothers' day,mother day", nth(5, 6, 2)],
  ["victoria day", mondayBefore(5, 25)],
  ["memorial day", nth(5, 0, -1)],
  ["d-day", fixed(6, 6)],
  ["flag day", fixed(6, 14)],
  ["juneteenth,juneteenth day", fixed(6, 19)],
  ["father's day,fathers day,fathers' day,father day", nth(6, 6, 3)],
  ["canada day", fixed(7, 1)],
  ["independence day,us independence day,american independence day,usa independence day", fixed(7, 4)],
  ["bastille day", fixed(7, 14)],
  ["labor day", nth(9, 0, 1)],
  ["patriot day", fixed(9, 11)],
  ["columbus day,indigenous peoples' day,indigenous peoples day", nth(10, 0, 2)],
  ["canadian thanksgiving", nth(10, 0, 2)],
  ["halloween,halloween day,hallowe'en,all hallows eve", fixed(10, 31)],
  ["all saints' day,all saints day,all hallows day,all hallow day", fixed(11, 1)],
  ["all souls' day,all souls day,all soul day,day of the dead", fixed(11, 2)],
  ["guy fawkes day,guy fawkes night,bonfire night", fixed(11, 5)],
  ["veterans day,veterans' day,veteran's day,remembrance day,armistice day", fixed(11, 11)],
  ["singles' day,singles day", fixed(11, 11)],
  ["thanksgiving,thanksgiving day", nth(11, 3, 4)],
  ["black friday", nth(11, 3, 4, 1)],
  ["cyber monday", nth(11, 3, 4, 4)],
  ["pearl harbor day", fixed(12, 7)],
  ["christmas eve,xmas eve,x-mas eve", fixed(12, 24)],
  ["christmas,christmas day,xmas,x-mas,xmas day", fixed(12, 25)],
  ["boxing day,st stephen's day", fixed(12, 26)],
  ["mardi gras,shrove tuesday,fat tuesday,pancake day", fromEaster(-47)],
  ["ash wednesday", fromEaster(-46)],
  ["palm sunday", fromEaster(-7)],
  ["maundy thursday,holy thursday", fromEaster(-3)],
  ["good friday", fromEaster(-2)],
  ["holy saturday,easter saturday", fromEaster(-1)],
  ["easter,easter sunday,easter day", fromEaster(0)],
  ["easter monday", fromEaster(1)],
  ["ascension day,ascension of christ", fromEaster(39)],
  ["pentecost,whit sunday", fromEaster(49)],
  ["whit monday,pentecost monday", fromEaster(50)],
  ["trinity sunday", fromEaster(56)],
  ["corpus christi", fromEaster(60)],
  ["eid al fitr,eid al-fitr,eid ul fitr,eid ul-fitr", islamic(10, 1)],
  ["eid al adha,eid al-adha,eid ul adha,eid ul-adha", islamic(12, 10)],
  ["islamic new year", islamic(1, 1)],
  ["ashura", islamic(1, 10)],
  ["mawlid", islamic(3, 12)],
];

/** Holidays by their tokens joined with spaces (straight apostrophes), with the day they fall on in a year. */
export const HOLIDAYS: ReadonlyMap<string, Holiday> = new Map(
  ROWS.flatMap(([names, day]) =>
    names.split(",").map((name): [string, Holiday] => [
      name
        .replace(/(['.-])/g, " $1 ")
        .replace(/\s+/g, " ")
        .trim(),
      day,
    ]),
  ),
);

/** Words that begin a holiday's name. */
export const HOLIDAY_FIRST_WORDS: ReadonlySet<string> = new Set(
  [...HOLIDAYS.keys()].map((name) => name.split(" ")[0] ?? ""),
);

/** The words that are a holiday by themselves. */
export const HOLIDAY_WORDS: readonly string[] = [...HOLIDAYS.keys()].filter((name) => !name.includes(" "));

/** For each word that begins a holiday of several words, the words that may follow it. */
export const HOLIDAY_PAIRS: ReadonlyMap<string, ReadonlySet<string>> = pairs();

function pairs(): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const name of HOLIDAYS.keys()) {
    const [first = "", second] = name.split(" ");
    if (second === undefined) continue;
    const seconds = found.get(first) ?? new Set();
    found.set(first, seconds.add(second));
    if (second === "'") seconds.add("’").add("‘").add("ʼ");
  }
  return found;
}

/** Return a season of a year: three whole months; winter begins in December of that year. */
export function seasonDays(year: number, firstMonth: number): { lo: Day; hi: Day } {
  const lo = dayOf(year, firstMonth, 1);
  return { lo, hi: addMonths(lo, 3) - 1 };
}
