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
  /** Prepositions and particles that bring what is reported, in words: "called for …", "spoke out against …". */
  readonly links: readonly (readonly string[])[];
}

/*
 * One verb per entry, with what may follow it: c clause, q speech, o object, i infinitive, l listener, b label,
 * and after ">" the prepositions and particles that bring the content, "_" between their words.
 */

/** To say, in any manner: what follows is what was said. */
const SAYING = `
say:cq>of,about tell:cql>of,about add:cq note:cqo argue:cq>for,against claim:cqoi state:cqo mention:cqo remark:cq>on,upon observe:cq comment:q>on,upon,about
insist:cq>on,upon maintain:c contend:cq assert:cqo allege:cqo affirm:cqo reaffirm:cqo aver:c attest:c>to avow:c declare:cqo proclaim:cqo announce:cqo pronounce:b
report:cqo reveal:cqo disclose:co divulge:co confirm:cqo clarify:co explain:cqo elaborate:q>on,upon specify:co detail:o describe:b recount:qoc narrate:q relate:co
write:cq>of,about,in tweet:cqo retweet:o post:qc blog:cq>about email:qlo text:ql phone:q  quote:o cite:o reference:o invoke:o
acknowledge:cqo admit:cqo>to concede:cqo confess:cq>to deny:co disavow:o recant:o retract:o repudiate:o disclaim:o
warn:cql>of,against,about caution:cql>against,about alert:cl>to threaten:ic advise:cql>against counsel:qlo remind:cql>of inform:cl>of,about notify:cl>of assure:cql>of brief:l>on,about
stress:cqo emphasize:cqo emphasise:cqo underscore:co underline:co highlight:co reiterate:cqo repeat:cqo echo:oq point:q>to,out,out_that,at
testify:cq>about,to,against swear:ciq vouch:>for certify:co verify:c promise:cqoil vow:cqi pledge:cqoi guarantee:co
predict:cqo forecast:co foretell:co prophesy:co project:c speculate:cq>about,on estimate:c calculate:c theorize:c hypothesize:c posit:c surmise:c
suggest:cqo hint:cq>at imply:co insinuate:co indicate:co signal:co intimate:c propose:cqoi recommend:cqo advocate:o>for urge:olqc
complain:cq>about,of,to gripe:cq>about grumble:cq>about lament:cqo bemoan:o moan:cq>about whine:cq>about protest:cqo object:cq>to
boast:cq>about,of brag:cq>about,of joke:cq>about quip:cq tease:oq muse:cq>about,on,over opine:cq>on,about marvel:cq>at rant:q>about,against rail:q>against,at,about fume:cq>about,over,at
counter:cqo retort:cq rejoin:q reply:cq>to,with respond:cq>to,with answer:cqo rebut:o refute:o
ask:qcli>for,about,of wonder:cq>about,at,whether inquire:cq>about,into,whether query:qo question:oqc quiz:l>on,about
shout:cqo yell:cqo scream:cqo cry:q chant:cqo exclaim:cq intone:q interject:q interrupt:q chime:q>in snap:q thunder:q deadpan:q riff:q>on gush:q>about,over
whisper:q murmur:q mutter:q sigh:q laugh:q>about,at,off begin:q continue:q conclude:cq summarize:o sum:q>up recall:cqo reminisce:q>about remember:co
read:cq stipulate:c relay:oc reason:cq preach:co profess:oic plead:q>for,with enthuse:q>about pontificate:q>about expound:q>on rhapsodize:q>about
talk:>about,of,up,down speak:>about,of,out_against,out_about,out_for,against,in_favor_of,to discuss:oq debate:o broach:o outline:o articulate:o recite:o
apologize:>for apologise:>for thank:olq congratulate:ol>on,for vent:q>about volunteer:ci weigh:q>in_on
reassure:cl confide:cq>in blurt:cq>out hiss:q bark:q growl:q roar:q bellow:q beam:q groan:q retell:o correct:o enumerate:o spell:>out set:>forth,out put:>forth,forward
backtrack:>on,from backpedal:>on,from waver:>on waffle:>on double:>down_on open:>up_about harp:>on gloat:cq>about,over crow:cq>about plead:>guilty_to,not_guilty_to
`;

/** To hold something true or false, or to find it out. */
const THINKING = `
believe:c>in think:cq>of,about know:cob>about,of feel:c>about presume:c assume:co suspect:co reckon:c figure:c guess:cq bet:c imagine:co envision:ob envisage:o
hope:ci>for fear:co worry:cq>about,over expect:ciol anticipate:co foresee:co await:o dread:o doubt:co question:oc distrust:o mistrust:o trust:cl>in
understand:co realize:co realise:co recognize:co recognise:co learn:c>of,about hear:c>of,about discover:co find:c conclude:c decide:ci>on,against determine:c infer:c deduce:c
consider:ob view:b see:cb regard:b perceive:bc deem:b judge:bc rate:b rank:b perceive:b interpret:b construe:b remember:co forget:co ponder:oc contemplate:o mull:o>over weigh:o reconsider:o rethink:o
agree:cqi>with,on,to,about disagree:c>with,on,about concur:c>with dream:c>of,about  wish:ci>for show:cobl demonstrate:co  illustrate:co establish:c reflect:c>on suggest:c
`;

/** To be for or against something, or to call it something. */
const JUDGING = `
criticize:o criticise:o critique:o fault:o blame:o>for condemn:o denounce:o decry:o deplore:o censure:o rebuke:o reprimand:o admonish:ol chide:o scold:o berate:o upbraid:o chastise:o
attack:o assail:o blast:o slam:o rip:o pan:o bash:o lambast:o lambaste:o castigate:o excoriate:o savage:o skewer:o trash:o pillory:o vilify:o malign:o smear:o disparage:o denigrate:o belittle:o
deride:o ridicule:o mock:o taunt:o insult:o lampoon:o satirize:o parody:o scorn:o jeer:o heckle:o demean:o dismiss:o discount:o downplay:o minimize:o shrug:>off scoff:cq>at sneer:q>at laugh:>at,off
reject:o rebuff:o spurn:o refuse:io decline:i rescind:o oppose:o resist:o contest:o challenge:lo dispute:oc contradict:o discredit:o debunk:o undercut:o disapprove:>of protest:o>against boycott:o veto:o
praise:o laud:o commend:o applaud:o hail:b salute:o extol:o acclaim:o celebrate:o honor:o honour:o cheer:o tout:ob champion:o trumpet:o  pitch:o admire:o revere:o respect:o appreciate:oc credit:o>with compliment:ol>on flatter:o
support:o back:o endorse:o embrace:o welcome:o favor:oi favour:oi approve:o>of bless:o defend:o justify:o excuse:o rationalize:o uphold:o sanction:o accept:oc>that side:>with stand:>by,with,behind,up_for root:>for
love:oi like:oi enjoy:o adore:o cherish:o prefer:oi hate:oi loathe:o detest:o despise:o dislike:o resent:o regret:co mourn:o rue:o envy:o fear:oi
accuse:b suspect:o charge:cq>with indict:o convict:o sue:o call:bq>for,on,upon,out,into_question,off label:b dub:b brand:b term:b name:b title:b nickname:b christen:b portray:b paint:b depict:b characterize:b characterise:b
compare:b liken:b equate:b contrast:b cast:>doubt_on,doubts_on frame:b bill:b refer:b>to allude:>to react:>to,with bristle:>at balk:>at seize:>on,upon lash:>out_at,out_against,out lean:>on hit:>back_at,out_at fire:q>back,back_at shoot:q>back hit:q>back
speculate:>about jab:>at vote:i>for,against,to campaign:>for,against,on lobby:l>for,against crusade:>for,against fight:i>for,against argue:>for,against push:il>for,against,back_against,back_on press:l>for,on pressure:l
distance:>himself_from,herself_from,themselves_from,itself_from
take:>issue_with,aim_at,credit_for,exception_to,pride_in make:>fun_of,light_of,the_case_for,the_case_that,a_case_for pay:>tribute_to,homage_to go:>after lay:>out_the,out,blame_on come:>out_against,out_for,out_in_favor_of,to_the_defense_of stick:>up_for
complain:>about dwell:>on focus:>on concentrate:>on touch:>on,upon hammer:>away_at,at
herald:b relish:o ignore:o demonize:o glorify:o romanticize:o caricature:o scapegoat:o trivialize:o stereotype:o patronize:o conflate:o brush:>off,aside wave:>off,away write:>off tear:>into rage:>against,at
snub:o shun:o repent:>of obsess:>over,about fret:cq>about,over agonize:>over sympathize:>with sympathise:>with empathize:>with identify:>with
`;

/** To want something done, to plan or promise it, or to make others do it. */
const WILLING = `
want:oil seek:oi demand:oicq require:ocl request:ol order:lo command:lo direct:l instruct:l implore:lq beg:lq beseech:lq plead:>for exhort:l encourage:lo entreat:l
persuade:lc convince:lc invite:l   forbid:l ban:o prohibit:o urge:ol dare:l tempt:l lure:l ask:lo
plan:i>for,on intend:i aim:i>for,at  hope:i resolve:i>to choose:i opt:i>for,against decide:i agree:i offer:iq threaten:io attempt:i promise:i refuse:i decline:i hesitate:i yearn:i>for long:i>for crave:o desire:oi 
aspire:i>to strive:i>for vie:i>for vow:i volunteer:i consent:i>to commit:>to oblige:l look:i>forward_to,for wait:>for propose:oi prepare:i envision:o
warn:l advise:l lobby:l
nominate:o appoint:o designate:o select:o recommend:o
express:o voice:o convey:o  air:o 
negotiate:o petition:ol sponsor:o cosponsor:o co-sponsor:o  legislate:o ratify:o repeal:o rule:co>on,against,in_favor_of,for,out order:o
list:o identify:ob summarize:o catalog:o chronicle:o document:co  expose:o exaggerate:o overstate:o understate:o oversell:o misrepresent:o distort:o
`;

const byForm = new Map<string, { readonly verb: CueVerb; readonly form: VerbForm }>();
for (const entry of `${SAYING} ${THINKING} ${JUDGING} ${WILLING}`.split(/\s+/).filter(Boolean)) addVerb(entry);

/** A verb that stands in two lists has the flags of both. */
function addVerb(entry: string): void {
  const [lemma = "", rest = ""] = entry.split(":");
  const [flags = "", prepositions = ""] = rest.split(">");
  const other = byForm.get(lemma)?.verb;
  const verb: CueVerb = {
    lemma,
    clause: flags.includes("c") || other?.clause === true,
    speech: flags.includes("q") || other?.speech === true,
    object: flags.includes("o") || other?.object === true,
    infinitive: flags.includes("i") || other?.infinitive === true,
    listener: flags.includes("l") || other?.listener === true,
    label: flags.includes("b") || other?.label === true,
    links: [
      ...(other?.links ?? []),
      ...prepositions
        .split(",")
        .filter(Boolean)
        .map((words) => words.split("_")),
    ],
  };
  for (const [form, name] of formsOf(lemma)) {
    const taken = byForm.get(form);
    if (!taken || taken.verb === other) byForm.set(form, { verb, form: name });
  }
}

/** Return the reporting verb that `lower` is a form of, with the form; null for any other word. */
export function cueVerb(lower: string): { readonly verb: CueVerb; readonly form: VerbForm } | null {
  return byForm.get(lower) ?? null;
}
