/** Pairs of opposites, to give a change its name. A pair that is missing here is still a change. */
const PAIRS = `
  rise/fall rises/falls rose/fell rising/falling rose/dropped rose/declined increase/decrease increases/decreases increased/decreased increasing/decreasing increased/fell increased/dropped increased/declined grow/shrink grew/shrank grew/fell gain/loss gained/lost gains/losses
  win/lose wins/loses won/lost winning/losing victory/defeat accept/reject accepts/rejects accepted/rejected approve/reject approved/rejected approve/deny approved/denied support/oppose supports/opposes supported/opposed supporter/opponent supporters/opponents agree/disagree agreed/disagreed agrees/disagrees
  confirm/deny confirmed/denied confirms/denies allow/forbid allowed/forbidden allow/ban allowed/banned legal/illegal lawful/unlawful open/close opens/closes opened/closed opening/closing begin/end began/ended start/stop started/stopped starts/stops start/end started/ended
  high/low higher/lower highest/lowest large/small larger/smaller largest/smallest big/small bigger/smaller biggest/smallest long/short longer/shorter longest/shortest more/less more/fewer most/least most/fewest better/worse best/worst good/bad strong/weak stronger/weaker fast/slow faster/slower
  early/late earlier/later first/last old/new older/younger old/young oldest/youngest up/down upper/lower above/below over/under before/after inside/outside include/exclude included/excluded including/excluding public/private true/false right/wrong correct/incorrect guilty/innocent
  success/failure succeeded/failed succeed/fail positive/negative major/minor majority/minority maximum/minimum import/export imports/exports imported/exported buyer/seller bought/sold buy/sell income/expense profit/loss profits/losses surplus/deficit debt/credit lend/borrow lent/borrowed
  hire/fire hired/fired safe/dangerous safer/riskier rich/poor war/peace love/hate alive/dead live/die lived/died born/died employ/dismiss stability/instability stable/unstable certain/uncertain likely/unlikely able/unable equal/unequal fair/unfair known/unknown employed/unemployed employment/unemployment
  raise/lower raised/lowered raises/lowers raise/cut raised/cut add/remove added/removed expand/contract expanded/contracted create/destroy created/destroyed attack/defend attacked/defended enter/leave entered/left arrive/depart arrived/departed north/south northern/southern east/west eastern/western left/right
  man/woman men/women male/female father/mother son/daughter brother/sister husband/wife always/never everyone/nobody everything/nothing all/none present/absent remember/forget improve/worsen improved/worsened permanent/temporary domestic/foreign voluntary/mandatory optional/mandatory optional/required
`;

const OPPOSITES = new Set(
  PAIRS.split(/\s+/)
    .filter(Boolean)
    .flatMap((pair) => [pair, pair.split("/").reverse().join("/")]),
);

const PREFIX = /^(?:un|in|im|ir|il|dis|non|mis|de|anti)-?/;

/** Tell whether one lower-case word is the opposite of the other: a known pair, or the same word with a negative prefix. */
export function areOpposites(a: string, b: string): boolean {
  if (OPPOSITES.has(`${a}/${b}`)) return true;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.length > 3 && long.endsWith(short) && PREFIX.test(long) && long.replace(PREFIX, "") === short;
}
