import { STATE_LABELS } from "../workflow/workflow";
import { stanceGlyph, tickGlyph, verdictGlyph } from "./glyphs";
import { type Html, html } from "./markup";
import {
  inContext,
  isSameHand,
  otherWords,
  type Report,
  type ReportClaim,
  type ReportDeed,
  type ReportFact,
  type ReportNote,
  type ReportSignOff,
  type ReportVoidedSignOff,
  standing,
} from "./report";
import {
  BROKEN_SIGN_OFF,
  dateInWords,
  momentInWords,
  placeLine,
  plain,
  speakerLine,
  stanceLabel,
  versionLine,
} from "./words";

/** Draw one claim with all that is known of it, in the order of thought: said, checked, found, decided, vouched for. */
export function claimEntry(report: Report, claim: ReportClaim): Html {
  return html`<article class="claim ${standing(claim)}" id="claim-${claim.number}">
<header><p class="num">${backLink(claim)}</p><h3>${claim.wording}</h3>${stamp(claim)}</header>
${saidBy(claim)}${context(report, claim)}${factTable(claim.facts)}${noteList(report, claim.notes)}${verdictText(claim)}${vouching(claim, report.version.number)}
</article>
`;
}

/** Link a claim's number back to its words in the article. */
export function backLink(claim: ReportClaim): Html {
  if (!claim.place) return html`${claim.number}`;
  return html`<a href="#mark-${claim.number}" title="To its place in the article">${claim.number}</a>`;
}

/** Set a verdict as it stands: a full stamp when signed off, a broken one while it is only proposed. */
export function stamp(claim: ReportClaim): Html {
  const { verdict } = claim;
  if (verdict === null) return html`<p class="stamp none">${verdictGlyph(null)}<span>No verdict yet</span></p>`;
  if (standing(claim) === "signed")
    return html`<p class="stamp">${verdictGlyph(verdict)}<span>${verdict.label}</span></p>`;
  return html`<p class="stamp none">${verdictGlyph(verdict)}<span>${verdict.label}</span><small>proposed, not signed off</small></p>`;
}

function saidBy({ speaker, kind, place }: ReportClaim): Html {
  const said = speaker ? html`Said by <b>${speakerLine(speaker)}</b>. ` : html`In the article’s own voice. `;
  const where = place ? placeLine(place) : "no longer in the text";
  return html`<p class="said">${said}<span class="sort">${capital(plain(kind))}, ${where}</span></p>
`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function context(report: Report, { place }: ReportClaim): Html | null {
  if (!place) return null;
  const { before, words, after } = inContext(report.version.text, place);
  return html`<blockquote class="context" lang="${report.article.language}">${before}<mark>${words}</mark>${after}</blockquote>
`;
}

function factTable(facts: readonly ReportFact[]): Html | null {
  if (facts.length === 0) return null;
  return html`<table class="facts"><thead><tr><th class="tick"><span class="off">Checked</span></th><th>To check</th><th>Reads as</th><th>Sort</th></tr></thead><tbody>
${facts.map(factRow)}</tbody></table>
`;
}

function factRow({ text, normalised, type, ticked }: ReportFact): Html {
  const who = ticked ? `Checked by ${ticked.by.name}, ${momentInWords(ticked.at)}` : "Not ticked";
  return html`<tr><td class="tick" title="${who}">${tickGlyph(ticked !== null)}<span class="off">${ticked ? "yes" : "no"}</span></td><td>${text}</td><td>${normalised}</td><td class="sort">${plain(type)}</td></tr>
`;
}

function noteList(report: Report, notes: readonly ReportNote[]): Html {
  if (notes.length === 0)
    return html`<p class="quiet">No source note.</p>
`;
  return html`<ol class="notes">
${notes.map((note) => noteItem(report, note))}</ol>
`;
}

function noteItem(report: Report, note: ReportNote): Html {
  const source = report.sources.find(({ id }) => id === note.sourceId);
  const cited =
    source?.told === "all"
      ? html`<a href="#source-${source.number}">[${source.number}]</a> <cite>${source.title}</cite>`
      : html`source known to the newsroom`;
  const locator = note.locator === "" ? null : html`, ${note.locator}`;
  const quote = note.quote === "" ? null : html`<q>${note.quote}</q>`;
  const words = note.note === "" ? null : html`<p>${note.note}</p>`;
  const edited = note.editedAt === null ? "" : `; edited ${momentInWords(note.editedAt)}`;
  return html`<li><p><span class="stance">${stanceGlyph(note.stance)}${stanceLabel(note.stance)}</span> ${cited}${locator}</p>${quote}${words}<p class="sort">${note.author === null ? "" : `${note.author.name}, `}consulted ${dateInWords(note.consultedOn)}${edited}</p></li>
`;
}

function verdictText({ verdict }: ReportClaim): Html | null {
  if (verdict === null) return null;
  const word =
    verdict.authorsWordReason === ""
      ? null
      : html`<p><b>On the author’s word,</b> because: ${verdict.authorsWordReason}</p>`;
  const why = verdict.explanation === "" ? null : html`<p><b>${verdict.label}.</b> ${verdict.explanation}</p>`;
  return why === null && word === null
    ? null
    : html`<div class="explanation">${why}${word}</div>
`;
}

function vouching(claim: ReportClaim, version: number): Html {
  const { verdict, voided, stateNote } = claim;
  const proposed = verdict?.proposed ? html`<p>Verdict proposed by ${deed(verdict.proposed)}.</p>` : null;
  const said = stateNote === "" ? null : html`<p>Note on its state: ${stateNote}</p>`;
  return html`<div class="vouching">${proposed}${signature(claim, version)}${said}${voided.map(voidedLine)}</div>`;
}

function signature(claim: ReportClaim, version: number): Html {
  const { signOff, state } = claim;
  if (signOff && standing(claim) === "signed") {
    return html`${signedBy(signOff, version, isSameHand(claim))}${wordsThen(claim)}`;
  }
  if (signOff && !signOff.intact) return html`<p class="override"><b>${BROKEN_SIGN_OFF}</b></p>`;
  return html`<p><b>Not signed off:</b> ${STATE_LABELS[state].toLowerCase()}.</p>`;
}

function deed({ by, at }: ReportDeed): Html {
  return html`<b>${by.name}</b>, ${momentInWords(at)}`;
}

function signedBy(signOff: ReportSignOff, version: number, sameHand: boolean): Html {
  const on = versionLine(signOff.versionNumber, version);
  const who = html`<p>Signed off by ${deed(signOff)}, ${on}${sameHand ? "; the same person proposed the verdict" : ""}.</p>`;
  if (signOff.overrideReason === null) return who;
  return html`${who}<p class="override"><b>Four-eyes rule stepped past.</b> Reason: ${signOff.overrideReason}</p>`;
}

function wordsThen(claim: ReportClaim): Html | null {
  const words = otherWords(claim);
  return words === null ? null : html`<p>When it was signed off, the words in the article were <q>${words}</q>.</p>`;
}

function voidedLine(signOff: ReportVoidedSignOff): Html {
  const override =
    signOff.overrideReason === null ? "" : ` It stepped past the four-eyes rule: ${signOff.overrideReason}`;
  return html`<p class="voided">Sign-off by ${signOff.by.name}, ${momentInWords(signOff.at)}, version ${signOff.versionNumber}, void since ${momentInWords(signOff.voidedAt)}: ${signOff.voidReason}${override}</p>`;
}
