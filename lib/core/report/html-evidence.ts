import type { ReportComparison, ReportContact, ReportObjection } from "./evidence";
import type { ReportWords } from "./languages/en";
import { type Html, html } from "./markup";
import type { ReportClaim, ReportFrame, ReportNote, ReportSource } from "./report";
import { named } from "./words";

/** Set the claim's facts beside what the note's quote says of each; null where nothing was compared. */
export function comparisonTable(
  { comparison }: ReportNote,
  words: ReportWords,
  glyph: (outcome: string) => Html,
): Html | null {
  if (comparison.length === 0) return null;
  return html`<table class="compare"><thead><tr><th>${words.inTheClaim}</th><th>${words.inTheQuote}</th><th>${words.comparison}</th></tr></thead><tbody>
${comparison.map((row) => comparisonRow(row, words, glyph))}</tbody></table>
`;
}

function comparisonRow(
  { claim, source, outcome }: ReportComparison,
  words: ReportWords,
  glyph: (outcome: string) => Html,
): Html {
  return html`<tr class="${outcome === "different" ? "differs" : "agrees"}"><td>${claim}</td><td>${source === "" ? "–" : source}</td><td>${glyph(outcome)} ${named(words.compared, outcome)}</td></tr>
`;
}

/** Say what became of the quote in the newest copy of its source; null where there is no copy or no quote. */
export function copyLine({ place }: ReportNote, source: ReportSource | undefined, words: ReportWords): Html | null {
  if (!place || !source?.snapshot) return null;
  const changes = place.changes.map(({ from, to }) => `; ${words.wasNow(from, to)}`).join("");
  return html`<p class="sort copy">${words.copyOf(source.snapshot.at)}${words.colon} ${words.quoteIn(place.page)}${named(words.places, place.outcome)}${changes}</p>`;
}

/** Draw what the newsroom did beyond reading: how far the sources stand on their own, whom it asked, what was objected. */
export function claimEvidence(
  {
    words,
    sources,
  }: { readonly report: ReportFrame; readonly words: ReportWords; readonly sources: ReadonlyMap<string, ReportSource> },
  claim: ReportClaim,
): Html {
  return html`${independence(claim, sources, words)}${contactLog(claim.contacts, words)}${objections(claim.objections, words)}`;
}

function independence(
  { independence }: ReportClaim,
  sources: ReadonlyMap<string, ReportSource>,
  words: ReportWords,
): Html | null {
  if (independence.links === 0) return null;
  const groups = independence.groups.map(({ sourceIds, reasons }) => {
    const numbers = sourceIds.flatMap((id) => (sources.has(id) ? `[${sources.get(id)?.number}]` : []));
    return html` ${words.oneStory(numbers.join(", "), reasons.map((reason) => words.alike(reason)).join("; "))}.`;
  });
  return html`<p class="beside"><b>${words.independenceLabel}${words.colon}</b> ${words.independence(independence)}.${groups}</p>
`;
}

function contactLog(contacts: readonly ReportContact[], words: ReportWords): Html | null {
  if (contacts.length === 0) return null;
  return html`<div class="beside"><p><b>${words.contactLog}</b></p><ul class="contacts">
${contacts.map((contact) => contactItem(contact, words))}</ul></div>
`;
}

function contactItem(contact: ReportContact, words: ReportWords): Html {
  const { told, person, role, channel, askedOn, question, deadline, outcome, answer, answeredOn, by } = contact;
  const who = told === "known" ? words.knownContact : [person, role].filter((part) => part !== "").join(", ");
  const said = answer === "" ? null : html`<q>${answer}</q>`;
  const asked = question === "" ? null : html`<p class="sort">${words.contactQuestion}${words.colon} ${question}</p>`;
  const steps = [
    words.contactAsked(askedOn, channel === "" ? "" : named(words.channels, channel)),
    ...(deadline === null ? [] : [words.contactDeadline(deadline)]),
  ].join(", ");
  const result = words.contactAnswered(named(words.contacts, outcome), answeredOn);
  return html`<li><p><b>${who}</b>: ${steps}; ${result}${by === null ? "" : ` (${by.name})`}</p>${said}${asked}</li>
`;
}

function objections(all: readonly ReportObjection[], words: ReportWords): Html | null {
  if (all.length === 0) return null;
  return html`<ul class="beside objections">
${all.map((objection) => objectionItem(objection, words))}</ul>
`;
}

function objectionItem({ words: said, by, at, decision }: ReportObjection, words: ReportWords): Html {
  const decided = decision
    ? html`<p><b>${named(words.decisions, decision.decision)}.</b> ${decision.reason} <span class="sort">${decision.by.name}, ${words.moment(decision.at)}</span></p>`
    : html`<p><b>${words.objectionOpen}.</b></p>`;
  return html`<li><p>${words.objection(by.name, at)}${words.colon} ${said}</p>${decided}</li>
`;
}
