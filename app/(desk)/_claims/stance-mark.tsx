import type { ReactNode } from "react";
import type { Stance } from "@/lib/claims/schema";
import { STANCE_LABELS } from "./words";

/* The same shapes as in the report: they read in black and white. */
const SHAPES: Record<Stance, ReactNode> = {
  supports: <path d="M8 2.5l6 11H2z" fill="currentColor" />,
  refutes: <path d="M8 13.5l-6-11h12z" fill="none" stroke="currentColor" strokeWidth="1.7" />,
  context: <path d="M8 3.2L12.8 8 8 12.8 3.2 8z" fill="none" stroke="currentColor" strokeWidth="1.5" />,
  inconclusive: <path d="M2.5 8h11" stroke="currentColor" strokeWidth="2.2" strokeDasharray="2.6 1.6" />,
};

/** What a source says about the claim, as a shape and a word: up supports, down refutes, a diamond is context. */
export function StanceMark({ stance }: { readonly stance: Stance }) {
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap font-medium">
      <svg viewBox="0 0 16 16" className="size-3" aria-hidden="true">
        {SHAPES[stance]}
      </svg>
      {STANCE_LABELS[stance]}
    </span>
  );
}
