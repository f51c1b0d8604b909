import { z } from "zod";
import type { Ability, PersonRef } from "@/lib/claims/schema";
import { CONFIDENTIALITIES, type Confidentiality } from "@/lib/core/workflow/sourcing";
import { day, id, line, optionalDay, prose, requiredLine, rev } from "@/lib/platform/input";

/** Sizes in UTF-16 units. */
const LIMITS = { name: 200, question: 5_000, answer: 10_000 } as const;

export const CHANNELS = ["phone", "email", "in_person", "letter", "message", "other"] as const;
/** How somebody was asked. */
export type Channel = (typeof CHANNELS)[number];

export const CONTACT_OUTCOMES = ["waiting", "answered", "declined", "no_answer"] as const;
/** What came of asking. */
export type ContactOutcome = (typeof CONTACT_OUTCOMES)[number];

/** What is kept of having asked somebody. */
export const contactFields = z.object({
  person: requiredLine(LIMITS.name, "Say whom you asked."),
  role: line(LIMITS.name),
  channel: z.enum(CHANNELS, "Choose how you asked."),
  askedOn: day,
  question: prose(LIMITS.question),
  deadline: optionalDay,
  outcome: z.enum(CONTACT_OUTCOMES, "Choose what came of it."),
  answer: prose(LIMITS.answer),
  answeredOn: optionalDay,
  confidentiality: z.enum(CONFIDENTIALITIES, "Choose who may know this."),
});
export type ContactFields = z.output<typeof contactFields>;

/** Log whom one asked about a claim. */
export const addContactInput = z.object({
  claimId: id,
  ...contactFields.shape,
  role: contactFields.shape.role.default(""),
  question: contactFields.shape.question.default(""),
  outcome: contactFields.shape.outcome.default("waiting"),
  answer: contactFields.shape.answer.default(""),
  confidentiality: contactFields.shape.confidentiality.default("open"),
});

const started = z.string().nullable();
/** Change some fields of a contact. `base` holds what the editor started from, so that edits of two people merge. */
export const changeContactInput = z.object({
  contactId: id,
  rev,
  base: z
    .object({
      ...{ person: started, role: started, channel: started, askedOn: started, question: started, deadline: started },
      ...{ outcome: started, answer: started, answeredOn: started, confidentiality: started },
    })
    .partial()
    .default({}),
  ...contactFields.partial().shape,
  // A field that is not sent is left alone; an empty one takes the day away.
  deadline: optionalDay.optional(),
  answeredOn: optionalDay.optional(),
});
export const removeContactInput = z.object({ contactId: id, rev });

/** The claim that the contact is on. */
export interface ContactChanged {
  readonly contactId: string;
  readonly claimId: string;
  readonly articleId: string;
}

/** A contact as its reader may see it. */
export interface ContactView {
  readonly id: string;
  readonly rev: number;
  readonly person: string;
  readonly role: string;
  readonly channel: Channel;
  readonly askedOn: string;
  readonly question: string;
  readonly deadline: string | null;
  readonly outcome: ContactOutcome;
  readonly answer: string;
  readonly answeredOn: string | null;
  readonly confidentiality: Confidentiality;
  readonly by: PersonRef;
  readonly updatedAt: string;
  /** True when the reader may not know who was asked: person, role, question and answer are empty. */
  readonly concealed: boolean;
  /** No answer yet, and the day by which one was asked for has passed. */
  readonly overdue: boolean;
  readonly mayChange: boolean;
  readonly mayRemove: boolean;
}

/** The contact log of a claim, the newest first, and whether the reader may add to it. */
export interface ContactLog {
  readonly contacts: readonly ContactView[];
  readonly add: Ability;
}
