import { formsOf, type VerbForm } from "./inflect";

/** What may follow a reporting word as the thing reported. */
export interface CueVerb {
  readonly lemma: string;
  /** A clause: "said (that) …". */
  readonly clause: boolean;
  /** Words in quotation marks beside it are speech. */
  readonly speech: boolean;
  /** A noun phrase: "denied the charges". */
  readonly object: boolean;
  /** An infinitive: "vowed to …". */
  readonly infinitive: boolean;
  /** Somebody and then a clause or an infinitive: "told reporters that …", "urged voters to …". */
  readonly listener: boolean;
  /** Somebody and then an "of", "as", "for": "accused him of …". */
  readonly label: boolean;
  /** Prepositions that bring what is reported: "called for …". */
  readonly prepositions: readonly string[];
}

/*
 * One verb per entry, with what may follow it: c clause, q speech, o object, i infinitive, l listener, b label,
 * and after ">" the prepositions that bring the content.
 */
const VERBS = `
say:cq tell:cql>of add:cq note:cqo argue:cq>for,against claim:cqoi believe:c>in think:cq>of hope:ci>for fear:co
find:c show:c suggest:cqo indicate:c predict:cqo insist:cq>on,upon warn:cql>of,against,about acknowledge:cqo announce:cqo
explain:cqo admit:cqo>to confirm:cqo contend:cq declare:cqo assert:cqo maintain:c allege:cqo conclude:cq observe:cq remark:cq>on
stress:cqo emphasize:cqo emphasise:cqo reiterate:cqo report:cqo reveal:cqo write:cq>of,about testify:cq>about tweet:cqo concede:cqo estimate:c expect:ci
feel:c imply:c recall:cqo mention:cqo promise:cqoi vow:cqi pledge:cqoi deny:co doubt:co agree:cqi complain:cq>about,of
caution:cql>against boast:cq>about,of joke:cq>about lament:cqo quip:cq worry:cq>about wonder:cq>about speculate:cq>about charge:cq counter:cq retort:cq respond:q>to
reply:cq>to repeat:cqo realize:c recognize:co discover:c decide:ci signal:c hint:c>at project:c forecast:co
propose:cqoi recommend:cqo demand:cqoi guess:c assume:c suspect:c swear:ci guarantee:c disclose:co clarify:c detail:o inform:cl remind:cql>of
assure:cql convince:l persuade:l notify:l advise:cql affirm:cqo attest:c>to aver:c bemoan:o bet:c calculate:c
continue:q begin:q ask:qcli>for,about,if,whether answer:cq shout:cqo yell:cqo chant:cqo exclaim:cq cry:q scream:qo
muse:cq>about intone:q interject:q chime:q opine:c marvel:cq>at snap:q thunder:q rail:q>against,about rant:q>about fume:q>about profess:oi
criticize:o criticise:o praise:o endorse:o support:o oppose:o reject:o defend:o attack:o condemn:o denounce:o blast:o slam:o mock:o
dismiss:o question:oq cite:oq describe:b portray:b accuse:b blame:b>for call:bq>for,on,upon label:b dub:b brand:b compare:b characterize:b characterise:b depict:b
regard:b view:b consider:ob credit:b paint:b deem:b hail:b refer:>to point:>to discuss:oq highlight:o tout:oq
back:o favor:oi favour:oi want:oi seek:oi urge:olqc welcome:o deride:o decry:o disavow:o applaud:o ridicule:o bash:o
champion:o express:o voice:o address:o outline:o underscore:co tease:o
plan:i>for,on refuse:i decline:i threaten:i intend:i aim:i prefer:oi wish:ci
encourage:l order:lo invite:l challenge:lo implore:lq beg:lq press:l>for instruct:l direct:l command:lq
push:>for talk:>about,of speak:>about,of,out complain:>about boast:>about,of vouch:>for advocate:o>for lobby:>for,against object:c>to react:>to allude:>to hint:>at
echo:oq quote:oq recount:oqc narrate:q stipulate:c posit:c theorize:c surmise:c reason:c reckon:c envision:o imagine:co foresee:co anticipate:co
rebut:o refute:o dispute:o contest:o contradict:o rebuke:o chide:o scold:o lambast:o lambaste:o castigate:o excoriate:o assail:o
laud:o commend:o salute:o congratulate:o thank:oq apologize:>for mourn:o regret:co resent:o appreciate:o
oversell:o promote:o preach:co proclaim:cqo pronounce:b summarize:o illustrate:c demonstrate:c prove:c establish:c determine:c verify:c
post:q relay:oc whisper:q murmur:q mutter:q sigh:q laugh:q gush:q tell:cql state:cqo gripe:q>about grumble:q>about
confess:cq read:cq interrupt:q deadpan:q riff:q
learn:c understand:c hear:c consider:o
`;

const byForm = new Map<string, { readonly verb: CueVerb; readonly form: VerbForm }>();
for (const entry of VERBS.split(/\s+/).filter(Boolean)) addVerb(entry);

function addVerb(entry: string): void {
  const [lemma = "", rest = ""] = entry.split(":");
  const [flags = "", prepositions = ""] = rest.split(">");
  const verb: CueVerb = {
    lemma,
    clause: flags.includes("c"),
    speech: flags.includes("q"),
    object: flags.includes("o"),
    infinitive: flags.includes("i"),
    listener: flags.includes("l"),
    label: flags.includes("b"),
    prepositions: prepositions.split(",").filter(Boolean),
  };
  for (const [form, name] of formsOf(lemma)) if (!byForm.has(form)) byForm.set(form, { verb, form: name });
}

/** Return the reporting verb that `lower` is a form of, with the form; null for any other word. */
export function cueVerb(lower: string): { readonly verb: CueVerb; readonly form: VerbForm } | null {
  return byForm.get(lower) ?? null;
}

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/).filter(Boolean));

/** Name nouns that bring a clause or an infinitive: "the claim that …", "a plan to …". */
export const CUE_NOUNS = words(`
  claim claims statement belief hope hopes fear fears suggestion allegation allegations assertion argument arguments promise promises vow pledge pledges
  plan plans proposal proposals decision threat threats view idea notion contention insistence warning warnings prediction announcement
  conclusion admission acknowledgment accusation accusations charge charges complaint complaints comment comments call calls concern concerns desire intention
  effort bid request suspicion conviction rumor rumors theory sign signs evidence report reports opinion recommendation order demand demands
`);

/** Name the prepositions that make "X's criticism of Y" a report of an attitude to Y. */
export const ATTITUDE_NOUNS: ReadonlyMap<string, readonly string[]> = new Map([
  ["criticism", ["of"]],
  ["support", ["for", "of"]],
  ["opposition", ["to"]],
  ["attack", ["on"]],
  ["attacks", ["on"]],
  ["praise", ["for", "of"]],
  ["endorsement", ["of"]],
  ["questions", ["about"]],
  ["concerns", ["about", "over"]],
  ["concern", ["about", "over"]],
  ["condemnation", ["of"]],
  ["denunciation", ["of"]],
  ["rejection", ["of"]],
  ["defense", ["of"]],
  ["defence", ["of"]],
  ["complaints", ["about"]],
  ["remarks", ["about", "on"]],
  ["comments", ["about", "on"]],
  ["views", ["on", "about"]],
  ["fears", ["of", "about"]],
  ["allegations", ["of"]],
  ["accusations", ["of"]],
  ["calls", ["for"]],
  ["call", ["for"]],
  ["description", ["of"]],
  ["portrayal", ["of"]],
  ["skepticism", ["about", "of"]],
  ["anger", ["over", "at", "about"]],
  ["warnings", ["of", "about"]],
  ["predictions", ["of"]],
  ["admiration", ["for"]],
  ["disdain", ["for"]],
  ["contempt", ["for"]],
]);

/** Name adjectives of attitude that take a clause or an infinitive: "is confident that …", "was willing to …". */
export const CUE_ADJECTIVES = words(`
  confident convinced sure certain aware hopeful worried concerned afraid skeptical sceptical doubtful adamant optimistic pessimistic glad proud sorry
  surprised angry willing unwilling eager reluctant ready happy determined likely unlikely
`);
