import { type Html, html } from "./markup";

const DISC = html`<circle cx="8" cy="8" r="6.25" fill="currentColor" stroke="currentColor" stroke-width="1.5"/>`;
const RING = html`<circle cx="8" cy="8" r="6.25" fill="none" stroke="currentColor" stroke-width="1.5"/>`;
const THREE_QUARTERS = html`${RING}<path d="M8 1.75a6.25 6.25 0 1 1-6.25 6.25H8z" fill="currentColor"/>`;
const HALF = html`${RING}<path d="M8 1.75a6.25 6.25 0 0 1 0 12.5z" fill="currentColor"/>`;
const QUARTER = html`${RING}<path d="M8 1.75a6.25 6.25 0 0 1 6.25 6.25H8z" fill="currentColor"/>`;
const DISC_IN_RING = html`${RING}<circle cx="8" cy="8" r="3.4" fill="currentColor"/>`;
const STRUCK = html`${RING}<path d="M3.6 12.4l8.8-8.8" stroke="currentColor" stroke-width="1.5"/>`;
const BROKEN = html`<circle cx="8" cy="8" r="6.25" fill="none" stroke="currentColor" stroke-width="1.5" stroke-dasharray="2.4 2.5"/>`;

/** Each verdict of the presets has a shape of its own that reads in black and white: the fuller, the truer. */
const VERDICTS: Readonly<Record<string, Html>> = {
  confirmed: DISC,
  true: DISC,
  "mostly-true": THREE_QUARTERS,
  "half-true": HALF,
  "mostly-false": QUARTER,
  false: RING,
  corrected: DISC_IN_RING,
  "on-authors-word": lettered("”", 14.5, 15),
  "could-not-confirm": lettered("?", 11.6, 10),
  unproven: lettered("?", 11.6, 10),
  cut: STRUCK,
};

/** Draw a verdict: its own shape, the number of its step for a verdict the newsroom added, a broken ring for none. */
export function verdictGlyph(verdict: { readonly id: string; readonly order: number | null } | null): Html {
  if (verdict === null) return drawn(BROKEN);
  const known = Object.hasOwn(VERDICTS, verdict.id) ? VERDICTS[verdict.id] : undefined;
  return drawn(known ?? lettered(verdict.order === null ? "–" : String(verdict.order), 11.2, 9));
}

const STANCES: Readonly<Record<string, Html>> = {
  supports: html`<path d="M8 2.5l6 11H2z" fill="currentColor"/>`,
  refutes: html`<path d="M8 13.5l-6-11h12z" fill="none" stroke="currentColor" stroke-width="1.7"/>`,
  context: html`<path d="M8 3.2L12.8 8 8 12.8 3.2 8z" fill="none" stroke="currentColor" stroke-width="1.5"/>`,
  inconclusive: html`<path d="M2.5 8h11" stroke="currentColor" stroke-width="2.2" stroke-dasharray="2.6 1.6"/>`,
};

/** Draw a stance: upward full triangle supports, downward open one refutes, diamond is context, broken line is inconclusive. */
export function stanceGlyph(stance: string): Html {
  return drawn((Object.hasOwn(STANCES, stance) ? STANCES[stance] : undefined) ?? STANCES.inconclusive ?? RING);
}

/** Draw a checklist box, ticked or empty. */
export function tickGlyph(ticked: boolean): Html {
  const box = html`<rect x="2.25" y="2.25" width="11.5" height="11.5" fill="none" stroke="currentColor" stroke-width="1.3"/>`;
  return drawn(
    ticked
      ? html`${box}<path d="M4.7 8.3l2.4 2.5 4.3-5.6" fill="none" stroke="currentColor" stroke-width="1.9"/>`
      : box,
  );
}

const OUTCOMES: Readonly<Record<string, Html>> = {
  equal: html`<path d="M3 6h10M3 10.2h10" stroke="currentColor" stroke-width="1.8"/>`,
  compatible: html`<path d="M2.8 6.8q2.6-2.6 5.2-.6t5.2-.6M2.8 11q2.6-2.6 5.2-.6t5.2-.6" fill="none" stroke="currentColor" stroke-width="1.6"/>`,
  different: html`<path d="M3 6h10M3 10.2h10M11 2.6L5 13.6" stroke="currentColor" stroke-width="1.8"/>`,
  missing: html`<path d="M3 8h10" stroke="currentColor" stroke-width="1.8" stroke-dasharray="2.4 1.4"/>`,
};

/** Draw what a comparison found: equals, nearly equals, struck-through equals, a broken line for what the quote lacks. */
export function outcomeGlyph(outcome: string): Html {
  return drawn((Object.hasOwn(OUTCOMES, outcome) ? OUTCOMES[outcome] : undefined) ?? RING);
}

function lettered(letter: string, y: number, size: number): Html {
  return html`${RING}<text x="8" y="${String(y)}" text-anchor="middle" font-size="${String(size)}" font-weight="700" fill="currentColor">${letter}</text>`;
}

function drawn(shape: Html): Html {
  return html`<svg class="g" viewBox="0 0 16 16" aria-hidden="true">${shape}</svg>`;
}
