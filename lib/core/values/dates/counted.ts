import { type Day, weekDays } from "../calendar";
import { WEEKDAYS } from "../date-words";
import { readDuration } from "../read-duration";
import type { Tokens } from "../tokens";
import { type Atom, type Context, coarse, known, move, resolve } from "./context";
import { spokenOfPast } from "./surroundings";

/** Read "two months ago", "three weeks from tomorrow", "3 days after January 12th", "a fortnight later". */
export function readAnchored(t: Tokens, i: number, ctx: Context): Atom | undefined {
  const length = readDuration(t, i);
  if (length === undefined || length.parts.some((part) => part.unit.clock || part.count > 10000)) return undefined;
  const relation = t.word(length.next);
  const { parts } = length;
  const at = (from: Day | undefined, sign: number, next: number): Atom => {
    const day = from === undefined ? undefined : move(from, parts, sign);
    return {
      next,
      grain: "day",
      days: day === undefined ? undefined : { lo: day, hi: day },
      approximate: length.vague || (coarse(parts) && sign < 0),
    };
  };
  if (relation === "ago") return at(ctx.today, -1, length.next + 1);
  if (relation === "hence" || (relation === "later" && ctx.future())) return at(ctx.today, 1, length.next + 1);
  if (relation === "earlier" && !t.isWord(length.next + 1)) return at(ctx.today, -1, length.next + 1);
  const sign =
    relation === "from" || relation === "after" || relation === "following" ? 1 : relation === "before" ? -1 : 0;
  if (sign === 0) return undefined;
  if (t.word(length.next + 1) === "now") return sign > 0 ? at(ctx.today, 1, length.next + 2) : undefined;
  const base = ctx.grammar.point(t, length.next + 1, ctx);
  if (base === undefined || base.bareYear) return undefined;
  const days = resolve(base, ctx, base.days === undefined ? true : ctx.future());
  return at(days?.lo, sign, base.next);
}

/** Read what begins with a length of time or a preposition before one. */
export function readShifted(t: Tokens, i: number, ctx: Context): Atom | undefined {
  const word = t.word(i);
  if (word === "in" || word === "within") return readWithin(t, i, word === "within", ctx);
  if (word === "for") return readForFrom(t, i, ctx);
  if (word === "on") return undefined;
  const length = readDuration(t, i);
  if (length !== undefined && t.word(length.next) === "starting") {
    const base = ctx.grammar.point(t, t.word(length.next + 1) === "on" ? length.next + 2 : length.next + 1, ctx);
    const days = base === undefined ? undefined : resolve(base, ctx);
    if (base !== undefined && days !== undefined)
      return known({ lo: days.lo, hi: move(days.lo, length.parts, 1) - 1 }, base.next, "more");
  }
  const anchored = readAnchored(t, i, ctx);
  if (anchored?.days === undefined || !t.follows(i - 2, "less", "than")) return anchored;
  const base = length === undefined ? undefined : move(anchored.days.lo, length.parts, -1);
  return base === undefined || !/^(after|from)$/.test(t.word(length?.next ?? 0))
    ? anchored
    : { ...known({ lo: base, hi: anchored.days.lo - 1 }, anchored.next, "more"), start: i - 2 };
}

/** Read "in two weeks" as a day to come, "within 9 months" as the time until then. Told in the past, it is only a length. */
function readWithin(t: Tokens, i: number, within: boolean, ctx: Context): Atom | undefined {
  const next = within && t.word(i + 1) === "the" ? i + 2 : i + 1;
  const at = within && (t.word(next) === "next" || t.word(next) === "coming") ? next + 1 : next;
  const length = readDuration(t, at);
  if (length === undefined || length.parts.some((part) => part.unit.clock || part.count > 10000)) return undefined;
  if (within && ctx.today !== undefined && !spokenOfPast(t, i))
    return known({ lo: ctx.today, hi: move(ctx.today, length.parts, 1) - 1 }, length.next, "more");
  if (within) return undefined;
  const since = t.word(length.next) === "since" || t.word(length.next) === "from";
  const base = since
    ? ctx.grammar.point(
        t,
        t.word(length.next + 1) === "the" && t.word(length.next + 2) === "year" ? length.next + 2 : length.next + 1,
        ctx,
      )
    : undefined;
  const from = base === undefined ? undefined : resolve(base, ctx);
  if (from !== undefined && base !== undefined && t.word(length.next) === "since") {
    const day = move(from.lo, length.parts, 1);
    return known({ lo: day, hi: day }, base.next, "day");
  }
  if (since || t.word(length.next) === "of" || spokenOfPast(t, i)) return undefined;
  const day = ctx.today === undefined ? undefined : move(ctx.today, length.parts, 1);
  const on = t.word(length.next) === "on" ? WEEKDAYS.get(t.word(length.next + 1)) : undefined;
  if (on !== undefined && day !== undefined) {
    const there = weekDays(day).lo + on;
    return known({ lo: there, hi: there }, length.next + 2, "day");
  }
  return {
    next: length.next,
    grain: "day",
    days: day === undefined ? undefined : { lo: day, hi: day },
    approximate: coarse(length.parts),
  };
}

/** Read "for 1 week, from 20th dec". */
function readForFrom(t: Tokens, i: number, ctx: Context): Atom | undefined {
  const length = readDuration(t, i + 1);
  if (length === undefined || length.parts.some((part) => part.unit.clock || part.count > 10000)) return undefined;
  const at = t.word(length.next) === "," ? length.next + 1 : length.next;
  if (t.word(at) !== "from") return undefined;
  const base = ctx.grammar.point(t, at + 1, ctx);
  if (base === undefined || base.grain !== "day") return undefined;
  const days = resolve(base, ctx, base.days === undefined ? true : ctx.future());
  return {
    next: base.next,
    grain: "more",
    days: days === undefined ? undefined : { lo: days.lo, hi: move(days.lo, length.parts, 1) - 1 },
  };
}
