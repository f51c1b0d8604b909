/** What may follow a noun or an adjective of saying, thinking or wanting as the thing reported. */
export interface CueWord {
  /** A clause: "the claim that …". */
  readonly clause: boolean;
  /** An infinitive: "a promise to …". */
  readonly infinitive: boolean;
  /** Prepositions that bring what is reported: "criticism of …". */
  readonly prepositions: readonly string[];
}

/* One word per entry, with what may follow it: c clause, i infinitive, and after ">" the prepositions that bring the content. */
const NOUNS = `
claim:c>of statement:c assertion:c allegation:c>of,against accusation:c>of,against charge:c>of,that contention:c insistence:c>on argument:c>for,against,about suggestion:c>of hint:c>of,about
announcement:c>of,about declaration:c>of admission:c>of acknowledgment:c>of acknowledgement:c>of confession:c>of denial:c>of explanation:c>of,for description:c>of depiction:c>of portrayal:c>of characterization:c>of
remark:c>about,on comment:c>about,on,regarding statement:c>about,on observation:c>about reference:>to mention:>of report:c>of,about testimony:c>about account:c>of warning:c>of,about,against reminder:c>of assurance:c>of
prediction:c>of,about forecast:c>of,for estimate:c>of speculation:c>about rumor:c>of,about rumour:c>of,about boast:c>about,of joke:c>about complaint:c>about,of,against lament:c>about
promise:ci>of,for pledge:ci>of vow:ci guarantee:c>of threat:ci>of offer:i>of proposal:ic>for,of plan:ic>for,of demand:ci>for call:i>for request:i>for plea:i>for appeal:i>for recommendation:ci>for,of advice:i>on,about order:i invitation:i
belief:c>in view:c>of,on,about opinion:c>of,on,about idea:c>of,about notion:c>of conviction:c>about theory:c>of,about conclusion:c>about,of assessment:c>of understanding:c>of suspicion:c>of,about,that impression:c>of position:c>on stance:c>on,toward,against,towards attitude:c>toward,towards,about,to
feeling:c>about,toward perception:c>of sentiment:c>about,toward judgment:c>about,on,of hope:ci>for,of fear:ci>of,about,over concern:c>about,over,with worry:c>about,over doubt:c>about,over confidence:c>in faith:c>in trust:c>in skepticism:c>about,of,toward scepticism:c>about,of,toward
anxiety:c>about,over unease:c>about,over,with alarm:c>about,over,at anger:c>at,over,about,toward outrage:c>over,at,about fury:c>over,at frustration:c>with,over,about,at dissatisfaction:c>with disappointment:c>with,in,over,about,at dismay:c>over,at,about regret:c>over,for,about
criticism:c>of,over,about critique:>of condemnation:>of denunciation:>of attack:>on,against rebuke:>of,to indictment:>of opposition:>to objection:c>to,over resistance:>to rejection:>of dismissal:>of mockery:>of disdain:>for contempt:>for hatred:>of,for,toward dislike:>of,for disapproval:>of hostility:>to,toward,towards antipathy:>to,toward,towards distrust:>of
praise:>for,of support:>for,of,from endorsement:>of,from backing:>for,of,from approval:>of,for defense:>of defence:>of admiration:>for respect:>for affection:>for love:>of,for enthusiasm:>for,about appreciation:>for,of gratitude:>for,to embrace:>of advocacy:>for,of,against sympathy:>for,with preference:>for
desire:i>for,of wish:ic>for,of intention:ic>of ambition:i>for,of eagerness:i willingness:i unwillingness:i reluctance:i decision:c determination:i resolve:i commitment:i>to interest:>in demand:>for vision:>for,of agreement:ci>on,with disagreement:c>with,over,about,on
question:>about,of,over answer:>to response:>to reaction:>to apology:>for tribute:>to bid:i push:i>for,against evidence:c sign:c>of signal:c proof:c consensus:c>on,about realization:c>of recognition:c>of
`;

const ADJECTIVES = `
confident:c>of,in,about convinced:c>of certain:c>of,about sure:c>of,about aware:c>of unaware:c>of hopeful:c>of,about,for optimistic:c>about pessimistic:c>about doubtful:c>of,about skeptical:c>of,about,that sceptical:c>of,about
worried:c>about,by,over concerned:c>about,by,over,with anxious:ci>about afraid:ci>of fearful:c>of,about alarmed:c>by,at,about nervous:c>about wary:>of,about leery:>of suspicious:>of,about cautious:>about,of
glad:ci>about,of happy:ci>with,about,for proud:ci>of pleased:ci>with,by,about thrilled:ci>with,by,about,at delighted:ci>with,by,at excited:ci>about,by,for grateful:ci>for,to thankful:ci>for satisfied:c>with relieved:ci>by,at
sorry:ci>for,about angry:ci>about,at,over,with furious:c>about,at,over,with upset:c>about,with,by,at,over outraged:c>by,at,about,over unhappy:ci>with,about,at disappointed:ci>with,in,by,at,about dissatisfied:>with dismayed:c>by,at frustrated:c>with,by,at,about
annoyed:c>with,by,at,about irritated:c>with,by,at,about disgusted:c>with,by,at appalled:c>by,at shocked:ci>by,at,about stunned:ci>by,at surprised:ci>by,at,about amazed:ci>by,at puzzled:c>by,about baffled:c>by,about ashamed:ci>of embarrassed:ci>by,about,of jealous:>of envious:>of tired:>of sick:>of fed:>up_with
critical:>of dismissive:>of supportive:>of respectful:>of contemptuous:>of scornful:>of complimentary:>of,about enthusiastic:>about passionate:>about bullish:>on,about bearish:>on,about sympathetic:>to,toward hostile:>to,toward receptive:>to resistant:>to opposed:>to
adamant:c>about insistent:c>on,about unequivocal:c>about outspoken:>about,against,on vocal:>about,in candid:>about frank:>about open:>to,about upfront:>about clear:c>about,on,whether,how,why,if obvious:c evident:c apparent:c unclear:c>about,whether,how,why,if,what vague:>about,on silent:>on,about noncommittal:>about,on
willing:i unwilling:i eager:i keen:i>on reluctant:i hesitant:i>about determined:i intent:>on loath:i desperate:i>for fond:>of enamored:>of,with interested:>in uninterested:>in curious:c>about unsure:c>about,of,whether,how uncertain:c>about,of,whether,how undecided:c>about,on,whether
committed:>to dedicated:>to devoted:>to focused:>on unimpressed:>by,with impressed:>by,with bothered:>by troubled:>by intrigued:>by offended:>by insulted:>by disturbed:>by comfortable:>with uncomfortable:>with uneasy:>about,with
`;

function wordsOf(list: string): Map<string, CueWord> {
  const out = new Map<string, CueWord>();
  for (const entry of list.split(/\s+/).filter(Boolean)) {
    const [word = "", rest = ""] = entry.split(":");
    const [flags = "", prepositions = ""] = rest.split(">");
    const other = out.get(word);
    out.set(word, {
      clause: flags.includes("c") || other?.clause === true,
      infinitive: flags.includes("i") || other?.infinitive === true,
      prepositions: [...(other?.prepositions ?? []), ...prepositions.split(",").filter(Boolean)],
    });
  }
  return out;
}

const nouns = wordsOf(NOUNS);
const adjectives = wordsOf(ADJECTIVES);
for (const [noun, word] of [...nouns])
  nouns.set(
    /[^aeiou]y$/.test(noun) ? `${noun.slice(0, -1)}ies` : /(?:s|x|ch|sh)$/.test(noun) ? `${noun}es` : `${noun}s`,
    word,
  );

/** Return what the noun `lower` may bring as reported: "the claim that …"; null for any other word. */
export function cueNoun(lower: string): CueWord | null {
  return nouns.get(lower) ?? null;
}

/** Return what the adjective `lower` may bring as reported: "is confident that …"; null for any other word. */
export function cueAdjective(lower: string): CueWord | null {
  return adjectives.get(lower) ?? null;
}

/** Verbs that give a noun its owner: "voiced concern about …", "made the claim that …". */
export const GIVING_VERBS: ReadonlySet<string> = new Set(
  `express expresses expressed expressing voice voices voiced voicing convey conveys conveyed conveying raise raises raised raising share shares shared sharing
  have has had having hold holds held holding make makes made making issue issues issued issuing show shows showed showing give gives gave given giving
  air aired airing announce announced announcing deliver delivers delivered delivering launch launches launched launching offer offers offered offering
  repeat repeats repeated repeating reiterate reiterated register registered harbor harbors harbored level leveled levelled declare declared
  throw threw thrown win won draw drew drawn face faces faced facing pledge pledged release released reject rejects rejected rejecting`
    .split(/\s+/)
    .filter(Boolean),
);
