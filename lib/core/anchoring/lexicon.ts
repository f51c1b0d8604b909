import { oneSpelling } from "./word-key";

/** What a word does to a statement. "frame" and "discourse" words carry no fact. */
export type WordClass =
  | "frame"
  | "discourse"
  | "pronoun"
  | "be"
  | "negation"
  | "quantifier"
  | "modality"
  | "bound"
  | "comparison"
  | "relation"
  | "date"
  | "unit"
  | "saying"
  | "synonym";

/** A meaning that several words or phrases have: equal keys mean the same. */
export interface Entry {
  readonly key: string;
  readonly kind: WordClass;
  /** How many words it takes. */
  readonly length: number;
}

const list = (words: string): string[] => words.split(/\s+/).filter(Boolean);
const groups = (text: string): string[][] =>
  text
    .split(";")
    .map((line) => line.split("|").map((phrase) => phrase.trim().replace(/\s+/g, " ")))
    .filter((group) => group[0] !== "");

/** Words that only hold a sentence together: articles, plain prepositions, relative and referring words, forms of to do and to have. */
const FRAME: ReadonlySet<string> = new Set(
  list(`
  a an the this that these those there here which who whom whose what
  of in on at to for by with from as into onto upon
  and but so yet both
  it its they them their theirs itself themselves
  do does did done doing has have had having 've 's 'd
  also too even then thus hence
  very really quite rather indeed simply actually
  been being
`),
);

/** Words and phrases that lead from one sentence to the next, or soften nothing but the tone. */
const DISCOURSE = groups(`
  meanwhile|in the meantime; in addition|additionally|furthermore|moreover|besides; separately; overall; indeed|in fact|as a matter of fact;
  however|nevertheless|nonetheless|still|all the same|even so; therefore|thus|hence|consequently|accordingly|as a result|as a consequence|for this reason|that is why;
  for example|for instance|e.g.; of course|naturally|certainly|to be sure; in other words|that is|that is to say|i.e.; in short|in sum|in brief|to sum up|in summary;
  on the other hand|by contrast|in contrast|conversely; similarly|likewise|in the same way; finally|lastly|in the end; first of all|to begin with|to start with;
  as well|too|also|in turn|at the same time|after all|by the way|incidentally|at any rate|in any case|anyway; notably|in particular|particularly|especially|importantly;
  then|afterwards|afterward|later on; basically|essentially|fundamentally|in essence; already; now|currently|at present|presently|at the moment|right now|at this time|at this point|nowadays|these days|at the present time;
  together; so far|to date|thus far|until now|up to now; here; obviously|clearly|evidently; interestingly; fortunately|luckily|happily; unfortunately|sadly|regrettably; that said|having said that; as such; recently|lately|in recent times
`);

const PRONOUNS = groups(
  "he|him|his|himself; she|her|hers|herself; we|us|our|ours|ourselves; you|your|yours|yourself|yourselves; i|me|my|mine|myself; mr|mr.|mister; mrs|mrs.; ms|ms.; dr|dr.",
);

const BE = groups("is|are|am|'re|'m; was|were; be");

const NEGATION = groups(`
  not|n't|nt; no; never|at no time; none; nobody|no one|no-one; nothing; nowhere; neither; nor; hardly|barely|scarcely;
  no longer|not any longer|not anymore|not any more|n't any longer|n't any more|n't anymore; without|in the absence of; instead of|rather than; except|except for|apart from|other than|excluding|with the exception of
`);

const QUANTIFIERS = groups(`
  all|all of; every|each; most|most of|the majority of|a majority of|the bulk of|more than half of; many|many of|numerous|a great many|a large number of|lots of|a lot of; much|a great deal of|plenty of;
  some|some of|certain; few|few of; a few|a few of|a handful of; several|several of|a number of; any|any of; half|half of|one half of; nearly all|almost all|virtually all; only|solely|exclusively|nothing but|no more than just; merely;
  always|at all times|invariably; often|frequently|many times|oftentimes|regularly; usually|generally|typically|normally|ordinarily|as a rule; sometimes|occasionally|at times|from time to time|now and then|once in a while; rarely|seldom|infrequently;
  mostly|mainly|largely|primarily|chiefly|predominantly|for the most part|in the main; partly|partially|in part|to some extent; entirely|completely|totally|wholly|fully|altogether;
  everyone|everybody; someone|somebody; anyone|anybody; everything; something; anything; once; twice; dozens of; hundreds of; thousands of; millions of; billions of; enough|sufficient; another; other|others; one of; the only|the sole
`);

const MODALITY = groups(`
  will|shall|'ll|going to|gonna|wo; would; can|able to|capable of|in a position to|ca; could; may|might; must|have to|has to|had to|need to|needs to|needed to|required to|obliged to|obligated to|got to;
  should|ought to|supposed to; likely|probably|in all likelihood|most likely; possibly|perhaps|maybe|conceivably; certainly|definitely|undoubtedly|without doubt|without a doubt|no doubt; allegedly|reportedly|purportedly|supposedly; apparently|seemingly;
  expected to|projected to|forecast to|anticipated to|predicted to; planned to|planning to|plans to|plan to|intends to|intend to|aims to|aim to; scheduled to|slated to|set to|due to be; allowed to|permitted to; potentially|could potentially; almost certainly
`);

/** Limits on a figure. They count only before or behind one. */
const BOUNDS = groups(`
  more than|over|above|exceeding|in excess of|upwards of|upward of|greater than|north of|better than|higher than; at least|no less than|no fewer than|not less than|not fewer than|a minimum of|or more|or higher|or greater|and up|minimum of|at minimum;
  less than|under|below|fewer than|lower than|smaller than|south of; at most|no more than|not more than|up to|as much as|as many as|a maximum of|or less|or fewer|maximum of|not exceeding|n't more than|at a maximum;
  about|around|approximately|roughly|circa|some|or so|in the region of|in the neighborhood of|in the neighbourhood of|on the order of|approx|approx.|an estimated|estimated|give or take|something like|ca.|c.;
  nearly|almost|close to|approaching|not quite|just under|just below|slightly under|slightly less than|slightly below|a little less than|a little under|just short of|just less than|virtually;
  just over|just above|slightly more than|slightly over|slightly above|a little more than|a little over|just more than; exactly|precisely; just|only|merely|a mere|barely|no more than|but; well over|far more than|much more than|well above; well under|far less than|much less than|well below; equal to
`);

const COMPARISON = groups(`
  more; less|fewer; most; least|fewest; larger|bigger|greater; smaller; largest|biggest|greatest; smallest; higher; lower; highest; lowest; better; worse; best; worst; faster|quicker; slower; older; younger; newer; earlier|sooner; later;
  equally; twice as; than|compared with|compared to|versus|vs|vs.|relative to
`);

/** Words that set the parts of a statement in a relation which another word would turn round. */
const RELATIONS = groups(`
  or; before|prior to|ahead of|in advance of; after|following|subsequent to|in the wake of; until|till|up until|'til; since|ever since; during|in the course of; by the end of; while|whereas; when|as soon as|once; if|in case|in the event that|provided that|assuming that|whether or not; whether; unless;
  because|due to the fact that|given that|seeing that|for the reason that|inasmuch as; because of|due to|owing to|on account of|thanks to|as a result of; although|though|even though|despite the fact that|in spite of the fact that|notwithstanding that; despite|in spite of|notwithstanding|regardless of;
  against|in opposition to; among|amongst; above; below|beneath|underneath; under; over; within|inside; outside|outside of; beyond; where; why; how;
  first; last; next; former; current|incumbent; today; yesterday; tomorrow; tonight; ago; up; down; back; away; out; off
`);

/** Links that can be exchanged or left out without turning a statement round. */
const LINKS = groups(`
  about|regarding|concerning|with regard to|with respect to|in regard to|relating to|related to|pertaining to|on the subject of|with reference to|in relation to; in order to|so as to|with a view to; so that|in order that;
  along with|as well as|together with|alongside; like|such as|including; near|close to|in the vicinity of; through|via|by means of; behind; between; amid|amidst; toward|towards; on behalf of; throughout|across|all over|all across; per; other|others|another; same
`);

const DATES = groups(`
  monday|mon|mon.; tuesday|tue|tues|tue.|tues.; wednesday|wed|wed.; thursday|thu|thur|thurs|thu.|thurs.; friday|fri|fri.; saturday|sat.; sunday|sun.;
  january|jan|jan.; february|feb|feb.; march|mar.; april|apr|apr.; june|jun|jun.; july|jul|jul.; august|aug|aug.; september|sept|sep|sept.|sep.; october|oct|oct.; november|nov|nov.; december|dec|dec.;
  spring|springtime; summer|summertime; autumn|fall; winter|wintertime; morning; afternoon; evening; night; noon|midday; midnight; weekend; a.m.|am|a.m; p.m.|pm|p.m; annual|yearly; annually|yearly|every year|each year; daily|every day|each day; weekly|every week|each week; monthly|every month|each month; decade; century
`);

const UNITS = groups(`
  percent|per cent|pct|pct.|percentage; percentage points|percentage point|points|point; dollar|dollars; euro|euros; pound|pounds|lb|lbs; yen; mile|miles|mi; kilometer|kilometers|kilometre|kilometres|km|kms; meter|meters|metre|metres; foot|feet|ft|ft.; inch|inches;
  kilogram|kilograms|kilogramme|kilogrammes|kg|kilo|kilos; ton|tons; tonne|tonnes; acre|acres; hectare|hectares; hour|hours|hr|hrs; minute|minutes|min|mins; second|seconds|sec|secs; year|years|yr|yrs; month|months; week|weeks; day|days; gallon|gallons; liter|liters|litre|litres;
  hundred; thousand; million; billion; trillion; degrees celsius|°c; degrees fahrenheit|°f
`);

const SAYING = groups(`
  said|says|say|saying|stated; told|tells|tell; according to; added|adds
`);

/** Words that newsrooms exchange for one another without a change of fact. Kept narrow: what can differ in fact is not here. */
const SYNONYMS = groups(`
  big|large|sizable|sizeable; begin|begins|beginning|start|starts|starting|commence|commences|commencing; began|started|commenced|begun; buy|buys|buying|purchase|purchases|purchasing; bought|purchased; get|gets|getting|obtain|obtains|obtaining|acquire|acquires|receive|receives|receiving; got|gotten|obtained|acquired|received;
  help|helps|helping|assist|assists|assisting|aid|aids|aiding; helped|assisted|aided; show|shows|showing|demonstrate|demonstrates|demonstrating|illustrate|illustrates; showed|shown|demonstrated|illustrated; use|uses|using|utilize|utilizes|utilizing|utilise|utilises|employ; used|utilized|utilised; need|needs|require|requires|requiring|needing; needed|required;
  try|tries|trying|attempt|attempts|attempting; tried|attempted; end|ends|ending|finish|finishes|finishing|conclude|concludes|concluding; ended|finished|concluded; keep|keeps|keeping|retain|retains|retaining; kept|retained; give|gives|giving|provide|provides|providing; gave|given|provided; ask|asks|asking|request|requests|requesting; asked|requested; build|builds|building|construct|constructs|constructing; built|constructed;
  choose|chooses|choosing|select|selects|selecting|pick|picks|picking; chose|chosen|selected|picked; quick|fast|rapid|speedy; quickly|rapidly|swiftly|speedily; important|significant; hard|difficult|tough; easy|simple; important|crucial|vital|key|essential; main|principal|chief|primary; whole|entire; complete|full; happen|happens|happening|occur|occurs|occurring|take place; happened|occurred|took place;
  people|persons|individuals; children|kids; child|kid; man|gentleman; car|cars|automobile|automobiles; doctor|doctors|physician|physicians; lawyer|lawyers|attorney|attorneys; movie|movies|film|films; job|jobs|position|positions|post|posts; home|homes|house|houses; firm|firms|company|companies; town hall|city hall; photo|photos|photograph|photographs|picture|pictures; ad|ads|advertisement|advertisements|advert|adverts; phone|phones|telephone|telephones; tv|television; website|websites|site|sites; internet|web; app|apps|application|applications; info|information; lab|labs|laboratory|laboratories; exam|exams|examination|examinations; vote|ballot; plane|planes|airplane|airplanes|aeroplane|aircraft; bike|bikes|bicycle|bicycles; fridge|refrigerator; gym|gymnasium; math|maths|mathematics; vet|veteran; rep|representative; vice versa;
  usa|u.s.|us|u.s.a.|united states|united states of america; uk|u.k.|united kingdom; eu|e.u.|european union; un|u.n.|united nations; uae|u.a.e.|united arab emirates; nato; fbi|f.b.i.|federal bureau of investigation; cia|c.i.a.|central intelligence agency; epa|e.p.a.|environmental protection agency; irs|i.r.s.|internal revenue service; nasa; gdp|g.d.p.|gross domestic product; ceo|c.e.o.|chief executive officer|chief executive; cfo|c.f.o.|chief financial officer; mp|member of parliament; pm|prime minister; dc|d.c.; nyc|new york city; la|l.a.|los angeles; who|world health organization|world health organisation; imf|i.m.f.|international monetary fund; wto|world trade organization; gop|g.o.p.|republican party; ngo|nongovernmental organization|non-governmental organization; phd|ph.d.|ph.d;
  mr|mr.|mister; mrs|mrs.; ms|ms.; dr|dr.; prof|prof.|professor; sen|sen.|senator; rep.|congressman|congresswoman; gov|gov.|governor; gen|gen.|general; lt|lt.|lieutenant; col|col.|colonel; capt|capt.|captain; sgt|sgt.|sergeant; st|st.|saint|street; ave|ave.|avenue; blvd|blvd.|boulevard; dept|dept.|department; inc|inc.|incorporated; corp|corp.|corporation; ltd|ltd.|limited; co|co.; jr|jr.|junior; sr|sr.|senior; vs|vs.|versus; no.|number|nos.; etc|etc.|and so on|and so forth;
  however|though|although|nevertheless|nonetheless|but|yet|still; start-up|startup; healthcare|health care; percent|per cent; okay|ok; whether|whether or not; among|amongst; while|whilst; toward|towards; backward|backwards; forward|forwards; afterward|afterwards; anymore|any more; every day|everyday; per year|a year|annually|each year|every year; per day|a day|each day|daily; per month|a month|each month|monthly; per week|a week|each week|weekly; per hour|an hour|each hour|hourly; per person|per capita|a person|a head;
  in 2 weeks|in a fortnight; approximately equal; each other|one another; at home|in-house; a bit|a little|slightly|somewhat; large|big; several times|a number of times; right away|immediately|at once|straight away|instantly; soon|shortly|before long; perhaps|maybe; place|location; places|locations; part|portion; parts|portions; rise|increase|climb; rises|increases|climbs; rose|increased|climbed; rising|increasing|climbing; risen|increased; fall|drop|decline|decrease; falls|drops|declines|decreases; fell|dropped|declined|decreased; falling|dropping|declining|decreasing; fallen|dropped|declined|decreased;
  reduce|lower|cut; reduces|lowers|cuts; reduced|lowered|cut; reducing|lowering|cutting; live|reside|dwell; lives|resides; lived|resided; living|residing; resident|inhabitant; residents|inhabitants; leave|depart|exit; leaves|departs; left|departed; speak|talk; speaks|talks; spoke|talked; spoken|talked; speaking|talking; answer|reply|respond; answers|replies|responds; answered|replied|responded; allow|permit|let; allows|permits|lets; allowed|permitted; allowing|permitting; join together|unite; find out|discover|learn; found out|discovered|learned; set up|establish|found; founded|established; take part|participate; takes part|participates; took part|participated; carry out|conduct|perform; carries out|conducts|performs; carried out|conducted|performed; point out|note; points out|notes; pointed out|noted; put off|postpone|delay; postponed|delayed|put off; go up|rise; went up|rose; go down|fall; went down|fell; look into|investigate|examine; looked into|investigated; make sure|ensure; makes sure|ensures; made sure|ensured; get rid of|eliminate|remove; turn down|reject; turned down|rejected;
  near|close to; error|mistake; errors|mistakes; goal|aim|objective; goals|aims|objectives; idea|notion; ideas|notions; issue|problem; issues|problems; rich|wealthy|affluent; poor|impoverished; sick|ill|unwell; smart|clever|intelligent; sad|unhappy; happy|glad; angry|furious; strange|odd|unusual; famous|well-known|renowned; new|brand-new; own|possess; owns|possesses; owned|possessed; require|call for; yearly|annual; previous|prior|earlier; additional|extra|further; approximately|roughly; entire|whole; sort|kind|type; sorts|kinds|types; tool|instrument; method|approach; methods|approaches; way|manner; area|region; areas|regions; country|nation; countries|nations; worldwide|globally|around the world|across the world; nationwide|across the country; citywide|across the city; statewide|across the state; border|frontier; road|street; roads|streets; center|middle; gift|present; illness|disease; salary|pay|wages; funding|funds|financing; money|cash; funds|money
`);

const PHRASES = new Map<string, Entry[]>();

/** The alternatives of a group that say more than one thing at the same spot are kept apart by class: the first class wins. */
function enter(kind: WordClass, group: readonly string[], index: number): void {
  for (const phrase of group) {
    const words = phrase.split(" ");
    const first = words[0] ?? "";
    const entries = PHRASES.get(first) ?? [];
    const rest = words.slice(1).join(" ");
    if (!entries.some((entry) => REST.get(entry) === rest && entry.kind === kind)) {
      const entry: Entry = { key: `${kind} ${index}`, kind, length: words.length };
      REST.set(entry, rest);
      entries.push(entry);
      entries.sort((a, b) => b.length - a.length);
    }
    PHRASES.set(first, entries);
  }
}
const REST = new Map<Entry, string>();

const CLASSES: readonly (readonly [WordClass, readonly (readonly string[])[]])[] = [
  ["bound", BOUNDS],
  ["negation", NEGATION],
  ["modality", MODALITY],
  ["quantifier", QUANTIFIERS],
  ["pronoun", PRONOUNS],
  ["be", BE],
  ["date", DATES],
  ["unit", UNITS],
  ["saying", SAYING],
  ["comparison", COMPARISON],
  ["relation", RELATIONS],
  ["frame", LINKS],
  ["discourse", DISCOURSE],
];
for (const [kind, classGroups] of CLASSES) for (const [i, group] of classGroups.entries()) enter(kind, group, i);
for (const word of FRAME) if (!PHRASES.has(word)) enter("frame", [word], 0);

/** Single words and phrases that mean the same, by each of their forms; a word can be in several groups. */
const SAME = new Map<string, Set<number>>();
for (const [i, group] of SYNONYMS.entries()) {
  for (const phrase of group) {
    const key = phrase.split(" ").map(oneSpelling).join(" ");
    SAME.set(key, (SAME.get(key) ?? new Set()).add(i));
  }
}

/** Return what the words at `i` may mean, longest first: phrases of the lexicon, without the synonyms of single content words. */
export function entriesAt(words: readonly string[], i: number): readonly Entry[] {
  const entries = PHRASES.get(words[i] ?? "");
  if (!entries) return [];
  return entries.filter(
    (entry) => entry.length === 1 || words.slice(i + 1, i + entry.length).join(" ") === REST.get(entry),
  );
}

/** Tell whether two words or phrases (lower case, one spelling) belong to one group of synonyms. */
export function areSynonyms(a: string, b: string): boolean {
  const groupsOfA = SAME.get(a);
  const groupsOfB = SAME.get(b);
  if (!groupsOfA || !groupsOfB) return false;
  for (const group of groupsOfA) if (groupsOfB.has(group)) return true;
  return false;
}

/** Tell whether a word (as `wordKey` gives it) only holds a sentence together; such words hardly count when texts are likened. */
export function isFrame(word: string): boolean {
  return FRAME.has(word) || word === "is" || word === "are" || word === "was" || word === "were" || word === "be";
}
