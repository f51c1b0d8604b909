import { clsx } from "clsx";
import type { ReactNode } from "react";
import { type ClaimState, STATE_LABELS } from "@/lib/core/workflow/workflow";

/** Text colour of each state. Never alone: the glyph's shape says the same. */
export const STATE_TEXT: Record<ClaimState, string> = {
  detected: "text-detected",
  open: "text-open",
  in_check: "text-check",
  in_review: "text-review",
  verified: "text-verified",
  reopened: "text-reopened",
  dismissed: "text-dismissed",
};

/** Fill of each state in bars and maps. */
export const STATE_FILL: Record<ClaimState, string> = {
  detected: "fill-line-strong/30",
  open: "fill-open-mark",
  in_check: "fill-check",
  in_review: "fill-review",
  verified: "fill-verified",
  reopened: "fill-reopened",
  dismissed: "fill-line-strong",
};

/** Tint of each state behind text. */
export const STATE_TINT: Record<ClaimState, string> = {
  detected: "bg-transparent",
  open: "bg-open-tint",
  in_check: "bg-check-tint",
  in_review: "bg-review-tint",
  verified: "bg-verified-tint",
  reopened: "bg-reopened-tint",
  dismissed: "bg-transparent",
};

/* Drawn on a 14-unit square, stroke 1.5: an outline fills as the work goes on; a wave has come back, a bar is out. */
const GLYPHS: Record<ClaimState, ReactNode> = {
  detected: <circle cx="7" cy="7" r="5.25" strokeDasharray="0.1 3.2" strokeWidth="1.8" />,
  open: <circle cx="7" cy="7" r="5.25" />,
  in_check: (
    <>
      <circle cx="7" cy="7" r="5.25" />
      <path d="M7 1.75a5.25 5.25 0 0 1 0 10.5z" fill="currentColor" stroke="none" />
    </>
  ),
  in_review: (
    <>
      <circle cx="7" cy="7" r="5.75" strokeWidth="1.2" />
      <circle cx="7" cy="7" r="3" strokeWidth="1.2" />
    </>
  ),
  verified: (
    <>
      <circle cx="7" cy="7" r="6" fill="currentColor" stroke="none" />
      <path d="m4.3 7.2 1.9 1.9 3.5-4" className="stroke-paper" />
    </>
  ),
  reopened: (
    <>
      <circle cx="7" cy="7" r="6" className="fill-reopened-tint" strokeWidth="1.2" />
      <path d="M3.4 8c.9-2 1.5-2 2.4-.8s1.5 1.2 2.4 0 1.5-1.2 2.4-.4" strokeWidth="1.4" />
    </>
  ),
  dismissed: <path d="M3 11 11 3" />,
};

/** The glyph of a state, 14 px. With `label` it stands alone and says its name; without, words must stand beside it. */
export function StateGlyph({
  state,
  label = false,
  className,
}: {
  readonly state: ClaimState;
  readonly label?: boolean;
  readonly className?: string;
}) {
  return (
    <svg
      role={label ? "img" : undefined}
      aria-label={label ? STATE_LABELS[state] : undefined}
      aria-hidden={label ? undefined : true}
      viewBox="0 0 14 14"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      className={clsx("size-3.5 shrink-0", STATE_TEXT[state], className)}
    >
      {label && <title>{STATE_LABELS[state]}</title>}
      {GLYPHS[state]}
    </svg>
  );
}

/** Glyph and word of a state. */
export function StateMark({ state, className }: { readonly state: ClaimState; readonly className?: string }) {
  return (
    <span className={clsx("inline-flex items-center gap-1.5 whitespace-nowrap", STATE_TEXT[state], className)}>
      <StateGlyph state={state} />
      {STATE_LABELS[state]}
    </span>
  );
}
