import { clsx } from "clsx";
import type { ReactNode } from "react";
import type { ContactView } from "@/lib/contacts/schema";
import { CONTACT_OUTCOME_LABELS } from "./words";

const SHAPES: Record<ContactView["outcome"], ReactNode> = {
  waiting: (
    <>
      <circle cx="8" cy="8" r="5.75" />
      <path d="M8 5v3.2l2.2 1.3" />
    </>
  ),
  answered: <path d="M2.5 3.5h11v7.5h-6l-3 2.5v-2.5h-2z" fill="currentColor" />,
  declined: <path d="m4 4 8 8m0-8-8 8" />,
  no_answer: <path d="M3 8h10" strokeDasharray="2.5 2.5" />,
};

/** What came of asking, as a shape and a word; a deadline that passed is said in words, too. */
export function ContactMark({ contact }: { readonly contact: Pick<ContactView, "outcome" | "overdue"> }) {
  const { outcome, overdue } = contact;
  return (
    <span
      className={clsx(
        "inline-flex items-center gap-1.5 whitespace-nowrap text-sm",
        overdue ? "font-medium text-reopened" : "text-muted",
      )}
    >
      <svg
        viewBox="0 0 16 16"
        className="size-3.5 shrink-0"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.6"
        strokeLinecap="round"
        strokeLinejoin="round"
        aria-hidden="true"
      >
        {SHAPES[outcome]}
      </svg>
      {overdue ? "Deadline passed" : CONTACT_OUTCOME_LABELS[outcome]}
    </span>
  );
}
