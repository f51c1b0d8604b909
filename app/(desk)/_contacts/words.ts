import type { Channel, ContactOutcome } from "@/lib/contacts/schema";

/** How somebody was asked, as a choice and within a sentence. */
export const CHANNEL_LABELS: Record<Channel, string> = {
  phone: "Phone",
  email: "E-mail",
  in_person: "In person",
  letter: "Letter",
  message: "Message",
  other: "Another way",
};

export const CHANNEL_WORDS: Record<Channel, string> = {
  phone: "by phone",
  email: "by e-mail",
  in_person: "in person",
  letter: "by letter",
  message: "by message",
  other: "",
};

export const CONTACT_OUTCOME_LABELS: Record<ContactOutcome, string> = {
  waiting: "Waiting",
  answered: "Answered",
  declined: "Declined",
  no_answer: "No answer",
};
