import { outcomeGlyph, stanceGlyph, tickGlyph, verdictGlyph } from "./glyphs";
import { claimEvidence, comparisonTable, copyLine } from "./html-evidence";
import type { ReportWords } from "./languages/en";
import { followable, type Html, html } from "./markup";
import {
  inContext,
  otherWords,
  type ReportClaim,
  type ReportDeed,
  type ReportFact,
  type ReportFrame,
  type ReportNote,
  type ReportOutline,
  type ReportSignOff,
  type ReportSource,
  type ReportSpeaker,
  type ReportVoidedSignOff,
  standing,
} from "./report";
import { named, speakerLine } from "./words";

/** What the entries of one report share. */
export interface Entries {
  readonly report: ReportFrame;
  readonly words: ReportWords;
  readonly sources: ReadonlyMap<string, ReportSource>;
}

/** Draw one claim with all that is known of it, in the order of thought: said, checked, found, asked, decided, vouched for. */
export function claimEntry(entries: Entries, claim: ReportClaim): Html {
  const { report, words } = entries;
  return html`<article class="claim ${standing(claim)}" id="claim-${claim.number}">
<header><p class="num">${backLink(claim, words)}</p><h3${langOf(report.article.language, words)}>${claim.wording}</h3>${stamp({ ...claim, standing: standing(claim) }, words)}</header>
${saidBy(claim, words)}${context(report, claim)}${factTable(claim.facts, words)}${noteList(entries, claim.notes)}${claimEvidence(entries, claim)}${verdictText(claim, words)}${vouching(claim, report.version.number, words)}
</article>
`;
}

/** Return the attribute for text in another language than the labels', or nothing. */
export function langOf(language: string, words: ReportWords): Html | null {
  return language === "" || language === words.language ? null : html` lang="${language}"`;
}

/** Link a claim's number back to its words in the article. */
export function backLink(
  { number, place }: Pick<ReportOutline, "number"> & { place: unknown },
  words: ReportWords,
): Html {
  if (!place) return html`${number}`;
  return html`<a href="#mark-${number}" title="${words.toItsPlace}">${number}</a>`;
}

/** Set a verdict as it stands: a full stamp when signed off, a broken one while it is only proposed. */
export function stamp({ verdict, standing }: Pick<ReportOutline, "verdict" | "standing">, words: ReportWords): Html {
  if (verdict === null) return html`<p class="stamp none">${verdictGlyph(null)}<span>${words.noVerdict}</span></p>`;
  if (standing === "signed") return html`<p class="stamp">${verdictGlyph(verdict)}<span>${verdict.label}</span></p>`;
  return html`<p class="stamp none">${verdictGlyph(verdict)}<span>${verdict.label}</span><small>${words.proposedOnly}</small></p>`;
}

function saidBy({ speaker, kind, place, asOf, expiresOn }: ReportClaim, words: ReportWords): Html {
  const said = speaker ? html`${words.saidBy} <b>${speakerLink(speaker, words)}</b>. ` : html`${words.ownVoice} `;
  const where = place ? words.paragraph(place.paragraph) : words.noLongerThere;
  const when = [
    ...(asOf === null ? [] : [words.checkedAsOf(asOf)]),
    ...(expiresOn === null ? [] : [asOf === null ? words.capital(words.expires(expiresOn)) : words.expires(expiresOn)]),
  ].join("; ");
  return html`<p class="said">${said}<span class="sort">${words.capital(named(words.claimKinds, kind))}, ${where}</span>${when === "" ? null : html` <span class="dated">${when}</span>`}</p>
`;
}

function speakerLink(speaker: ReportSpeaker, words: ReportWords): Html {
  const line = speakerLine(speaker, words);
  const href = followable(speaker.url);
  return href === null ? html`${line}` : html`<a href="${href}" rel="noreferrer noopener">${line}</a>`;
}

function context(report: ReportFrame, { place }: ReportClaim): Html | null {
  if (!place) return null;
  const { before, words, after } = inContext(report.version.text, place);
  return html`<blockquote class="context" lang="${report.article.language}">${before}<mark>${words}</mark>${after}</blockquote>
`;
}

function factTable(facts: readonly ReportFact[], words: ReportWords): Html | null {
  if (facts.length === 0) return null;
  return html`<table class="facts"><thead><tr><th class="tick"><span class="off">${words.checked}</span></th><th>${words.toCheck}</th><th>${words.readsAs}</th><th>${words.sort}</th></tr></thead><tbody>
${facts.map((fact) => factRow(fact, words))}</tbody></table>
`;
}

function factRow({ text, normalised, type, ticked }: ReportFact, words: ReportWords): Html {
  const who = ticked ? words.checkedBy(ticked.by.name, ticked.at) : words.notTicked;
  return html`<tr><td class="tick" title="${who}">${tickGlyph(ticked !== null)}<span class="off">${ticked ? words.yes : words.no}</span></td><td>${text}</td><td>${normalised}</td><td class="sort">${named(words.factTypes, type)}</td></tr>
`;
}

function noteList(entries: Entries, notes: readonly ReportNote[]): Html {
  if (notes.length === 0)
    return html`<p class="quiet">${entries.words.noNote}</p>
`;
  return html`<ol class="notes">
${notes.map((note) => noteItem(entries, note))}</ol>
`;
}

function noteItem({ sources, words }: Entries, note: ReportNote): Html {
  const source = note.sourceId === null ? undefined : sources.get(note.sourceId);
  const locator = note.locator === "" ? null : html`, ${note.locator}`;
  const quote = note.quote === "" ? null : html`<q${langOf(source?.language ?? "", words)}>${note.quote}</q>`;
  const own = note.note === "" ? null : html`<p>${note.note}</p>`;
  const by =
    note.author === null
      ? words.capital(words.consulted(note.consultedOn))
      : `${note.author.name}, ${words.consulted(note.consultedOn)}`;
  const edited = note.editedAt === null ? "" : `; ${words.edited(note.editedAt)}`;
  return html`<li><p><span class="stance">${stanceGlyph(note.stance)}${named(words.stances, note.stance)}</span> ${cited(source, words)}${locator}</p>${quote}${comparisonTable(note, words, outcomeGlyph)}${copyLine(note, source, words)}${own}<p class="sort">${by}${edited}</p></li>
`;
}

function cited(source: ReportSource | undefined, words: ReportWords): Html {
  if (!source) return html`<span class="known">${words.knownSource}</span>`;
  const title =
    source.told === "all" ? html`<cite>${source.title}</cite>` : html`<span class="known">${words.knownSource}</span>`;
  return html`<a href="#source-${source.number}">[${source.number}]</a> ${title}`;
}

function verdictText({ verdict }: ReportClaim, words: ReportWords): Html | null {
  if (verdict === null) return null;
  const word =
    verdict.authorsWordReason === ""
      ? null
      : html`<p><b>${words.onAuthorsWord}</b> ${words.because} ${verdict.authorsWordReason}</p>`;
  const why = verdict.explanation === "" ? null : html`<p><b>${verdict.label}.</b> ${verdict.explanation}</p>`;
  return why === null && word === null
    ? null
    : html`<div class="explanation">${why}${word}</div>
`;
}

function vouching(claim: ReportClaim, version: number, words: ReportWords): Html {
  const { verdict, voided, stateNote } = claim;
  const proposed = verdict?.proposed ? html`<p>${words.proposedBy} ${deed(verdict.proposed, words)}.</p>` : null;
  const said = stateNote === "" ? null : html`<p>${words.stateNote}${words.colon} ${stateNote}</p>`;
  return html`<div class="vouching">${proposed}${signature(claim, version, words)}${said}${voided.map((one) => voidedLine(one, words))}</div>`;
}

function signature(claim: ReportClaim, version: number, words: ReportWords): Html {
  const { signOff, state } = claim;
  if (signOff && standing(claim) === "signed") {
    return html`${signedBy(signOff, version, claim.sameHand, words)}${wordsThen(claim, words)}`;
  }
  if (signOff && !signOff.intact) return html`<p class="override"><b>${words.brokenSignOff}</b></p>`;
  return html`<p><b>${words.notSignedOffYet}</b> ${named(words.states, state)}.</p>`;
}

function deed({ by, at }: ReportDeed, words: ReportWords): Html {
  return html`<b>${by.name}</b>, ${words.moment(at)}`;
}

function signedBy(signOff: ReportSignOff, version: number, sameHand: boolean, words: ReportWords): Html {
  const on = words.version(signOff.versionNumber, version);
  return html`<p>${words.signedBy} ${deed(signOff, words)}, ${on}${sameHand ? `; ${words.sameHand}` : ""}.</p>${past(words.fourEyesPast, signOff.overrideReason, words)}${past(words.sourcingPast, signOff.sourcingReason, words)}`;
}

function past(rule: string, reason: string | null, words: ReportWords): Html | null {
  return reason === null ? null : html`<p class="override"><b>${rule}</b> ${words.reason}${words.colon} ${reason}</p>`;
}

function wordsThen(claim: ReportClaim, words: ReportWords): Html | null {
  const then = otherWords(claim);
  return then === null ? null : html`<p>${words.wordsThen} <q>${then}</q>.</p>`;
}

function voidedLine(signOff: ReportVoidedSignOff, words: ReportWords): Html {
  const { by, versionNumber: version, voidReason: reason, overrideReason } = signOff;
  const override = overrideReason === null ? "" : ` ${words.voidedPast(overrideReason)}`;
  return html`<p class="voided">${words.voided({ ...signOff, by: by.name, version, reason })}${override}</p>`;
}
