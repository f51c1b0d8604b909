/** A calendar day as the number of days since 1970-01-01, in the proleptic Gregorian calendar. */
export type Day = number;

/** An inclusive run of days. */
export interface Days {
  readonly lo: Day;
  readonly hi: Day;
}

/** Return the day of a civil date. Formula: Howard Hinnant, "chrono-compatible low-level date algorithms", days_from_civil. */
export function dayOf(year: number, month: number, day: number): Day {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

/** Return the civil date of a day (civil_from_days of the same source). */
export function civilOf(day: Day): { readonly year: number; readonly month: number; readonly day: number } {
  const z = day + 719468;
  const era = Math.floor(z / 146097);
  const dayOfEra = z - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted + (shifted < 10 ? 3 : -9);
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1,
  };
}

/** Return the number of days of a month. */
export function daysInMonth(year: number, month: number): number {
  return month === 12 ? 31 : dayOf(year, month + 1, 1) - dayOf(year, month, 1);
}

/** Tell whether year-month-day exists. */
export function isCivil(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** Return YYYY-MM-DD. */
export function isoOf(day: Day): string {
  const { year, month, day: d } = civilOf(day);
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(d).padStart(2, "0")}`;
}

/** Read YYYY-MM-DD (what follows is ignored); undefined when it is not a date. */
export function parseIso(iso: string): Day | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso);
  if (!match) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return isCivil(year, month, day) ? dayOf(year, month, day) : undefined;
}

/** Return 0 for Monday … 6 for Sunday. */
export function weekdayOf(day: Day): number {
  return (((day + 3) % 7) + 7) % 7;
}

/** Move a day by whole months; the 31st becomes the last day of a shorter month. */
export function addMonths(day: Day, months: number): Day {
  const { year, month, day: d } = civilOf(day);
  const count = year * 12 + month - 1 + months;
  const y = Math.floor(count / 12);
  const m = count - y * 12 + 1;
  return dayOf(y, m, Math.min(d, daysInMonth(y, m)));
}

/** Return January 1 to December 31 of one or more years. */
export function yearDays(year: number, years = 1): Days {
  return { lo: dayOf(year, 1, 1), hi: dayOf(year + years, 1, 1) - 1 };
}

/** Return the first to the last day of one or more months. */
export function monthDays(year: number, month: number, months = 1): Days {
  const lo = dayOf(year, month, 1);
  return { lo, hi: addMonths(lo, months) - 1 };
}

/** Return the three months of a quarter, 1 to 4. */
export function quarterDays(year: number, quarter: number): Days {
  return monthDays(year, quarter * 3 - 2, 3);
}

/** Return Monday to Sunday around a day. */
export function weekDays(day: Day): Days {
  const lo = day - weekdayOf(day);
  return { lo, hi: lo + 6 };
}

/**
 * Return the n-th week (1 is the first, -1 the last) of a period. A week belongs to the period that holds its Thursday,
 * which for a year is the week of ISO 8601.
 */
export function weekOf(period: Days, n: number): Days {
  const monday =
    n > 0
      ? period.lo + ((10 - weekdayOf(period.lo)) % 7) - 3 + (n - 1) * 7
      : period.hi - ((weekdayOf(period.hi) + 4) % 7) - 3 + (n + 1) * 7;
  return { lo: monday, hi: monday + 6 };
}

/** Return the n-th given weekday of a month; n = -1 is the last one. */
export function nthWeekday(year: number, month: number, weekday: number, n: number): Day {
  if (n < 0) {
    const last = dayOf(year, month, daysInMonth(year, month));
    return last - ((weekdayOf(last) - weekday + 7) % 7);
  }
  const first = dayOf(year, month, 1);
  return first + ((weekday - weekdayOf(first) + 7) % 7) + (n - 1) * 7;
}

/** Return Easter Sunday of the Western churches (the anonymous Gregorian algorithm, Meeus chapter 8). */
export function easter(year: number): Day {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return dayOf(year, Math.floor(n / 31), (n % 31) + 1);
}

/** Return the day of a date of the tabular Islamic calendar (astronomical epoch); sightings may differ by a day. */
export function islamicDay(year: number, month: number, day: number): Day {
  const epoch = dayOf(622, 7, 18);
  return epoch + day - 1 + Math.ceil(29.5 * (month - 1)) + (year - 1) * 354 + Math.floor((3 + 11 * year) / 30);
}

/** Return the period of a kind that lies `step` away from today. */
export function periodOf(unit: string, step: number, today: Day, count = 1): Days | undefined {
  const { year, month } = civilOf(today);
  const spread = (lo: number): number => (step < 0 ? lo + step * count : lo + step);
  switch (unit) {
    case "day":
      return { lo: spread(today), hi: step < 0 ? today - 1 : step > 0 ? today + count : today };
    case "week": {
      const lo = weekDays(today).lo + 7 * spread(0);
      return { lo, hi: lo + 7 * count - 1 };
    }
    case "fortnight":
      return { lo: today + (step > 0 ? 1 : -14), hi: today + (step > 0 ? 14 : -1) };
    case "workweek": {
      const lo = weekDays(today).lo + 7 * step;
      return { lo, hi: lo + 4 };
    }
    case "weekend": {
      const lo = weekDays(today).lo + 5 + 7 * step;
      return { lo, hi: lo + 1 };
    }
    case "month":
      return {
        lo: addMonths(dayOf(year, month, 1), spread(0)),
        hi: addMonths(dayOf(year, month, 1), spread(0) + count) - 1,
      };
    case "quarter": {
      const lo = addMonths(dayOf(year, Math.floor((month - 1) / 3) * 3 + 1, 1), 3 * spread(0));
      return { lo, hi: addMonths(lo, 3 * count) - 1 };
    }
    case "year":
      return yearDays(spread(year), count);
    case "decade":
      return yearDays(Math.floor(year / 10) * 10 + 10 * spread(0), 10 * count);
    case "century":
      return yearDays(Math.floor(year / 100) * 100 + 100 * spread(0), 100 * count);
    default:
      return undefined;
  }
}
