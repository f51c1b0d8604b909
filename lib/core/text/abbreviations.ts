const words = (list: string) => new Set(list.split(/\s+/).filter(Boolean));

/** Name abbreviations that a sentence never ends with: titles before a name, "No." before a figure, Latin in the middle. */
export const OPEN_ABBREVIATIONS: ReadonlySet<string> = words(`
  mr mrs ms mx dr prof rev fr sr. hon gov gen col capt cmdr lt sgt maj adm cpl pvt sen rep reps sens pres supt det insp amb atty
  messrs mmes mme mlle st mt ft no nos vs v viz eg e.g i.e ie cf fig figs vol art sec ch p pp op cit ca al. approx n° nr
  gens cols lts sgts drs profs revs secy asst dep dist sr sra srta don mgr msgr
`);

/** Name abbreviations that may or may not end a sentence; the next word decides. */
export const MAYBE_ABBREVIATIONS: ReadonlySet<string> = words(`
  co corp inc ltd llc plc bros jr sr esq etc al dept univ assn assoc bldg ave blvd rd ln pl hwy est ext
  jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun
  ala ariz ark calif colo conn del fla ga ill ind kan ky la mass md mich minn miss mo mont neb nev okla ore pa penn tenn tex va vt wash wis wyo
  mil bil tr mln bln hr hrs min mins wk yr yrs oz lb lbs in km kg cm mm pct ph.d ed eds trans
`);

/** Name words that open a sentence and are seldom part of a name: after "U.S." or "Inc." they show a new sentence. */
export const SENTENCE_STARTERS: ReadonlySet<string> = words(`
  a an the this that these those there here he she it we they you i his her its our their your my who what when where why how which
  is are was were do does did has have had can could will would should may might must
  but and or so yet for nor if because although though while as since until unless after before once when whenever whether
  in on at by to from with without within under over during between among against about
  some many most few several all both each every any no none one two three another other others
  however meanwhile moreover still then thus therefore also besides instead now today yesterday tomorrow later earlier last next
  not never only even just perhaps maybe yes please according asked despite such let let's
`);
