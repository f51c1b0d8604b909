"use client";

import { PenLine, Trash2 } from "lucide-react";
import { useState } from "react";
import { ActionForm } from "@/app/_ui/action-form";
import { Button } from "@/app/_ui/button";
import { dayInWords, RelativeTime } from "@/app/_ui/relative-time";
import type { ClaimView } from "@/lib/claims/schema";
import type { ContactView } from "@/lib/contacts/schema";
import { EditForm } from "../_claims/edit-form";
import { FormFoot } from "../_claims/said";
import { Section } from "../_claims/section";
import { useAct } from "../_claims/use-act";
import { CONFIDENTIALITY_LABELS } from "../_claims/words";
import { addContactAction, changeContactAction, removeContactAction } from "./actions";
import { ContactFields } from "./contact-fields";
import { ContactMark } from "./outcome-mark";
import { CHANNEL_LABELS, CHANNEL_WORDS, CONTACT_OUTCOME_LABELS } from "./words";

/** Right of reply: whom we asked, how and when, by when an answer was wanted, and what came. One line while nobody was asked. */
export function RightOfReply({ claim }: { readonly claim: ClaimView }) {
  const { contacts, add } = claim.contactLog;
  const [adding, setAdding] = useState(false);
  if (contacts.length === 0 && !add.may) return null;
  return (
    <Section
      id="reply"
      title="Right of reply"
      className={contacts.length === 0 && !adding ? "pb-1!" : ""}
      aside={
        add.may &&
        !adding && (
          <Button variant="quiet" size="sm" onClick={() => setAdding(true)} className="-mr-2.5">
            Log a contact
          </Button>
        )
      }
    >
      {add.may && <NewContact claimId={claim.id} shown={adding} onShown={setAdding} />}
      {contacts.length > 0 && (
        <ol className="flex flex-col">
          {contacts.map((contact) => (
            <Contact key={contact.id} contact={contact} />
          ))}
        </ol>
      )}
    </Section>
  );
}

interface Shown {
  readonly shown: boolean;
  readonly onShown: (shown: boolean) => void;
}

function NewContact({ claimId, shown, onShown }: Shown & { readonly claimId: string }) {
  return (
    <ActionForm
      action={addContactAction}
      draftKey={`claim:${claimId}:contact`}
      aria-label="Log a contact"
      hidden={!shown}
      onSaved={() => onShown(false)}
      className="mb-4 rounded-md border border-line bg-raised p-3"
    >
      <input type="hidden" name="claimId" value={claimId} />
      <ContactFields />
      <FormFoot onClose={() => onShown(false)}>Log contact</FormFoot>
    </ActionForm>
  );
}

function Contact({ contact }: { readonly contact: ContactView }) {
  const [editing, setEditing] = useState(false);
  const { act, pending } = useAct();
  const { id, rev, mayChange, mayRemove } = contact;
  return (
    <li className="border-line border-t py-3 first:border-t-0 first:pt-0">
      <div className="flex min-h-7 items-center justify-between gap-2">
        <ContactMark contact={contact} />
        {!editing && (mayChange || mayRemove) && (
          <span className="-mr-1.5 flex">
            {mayChange && (
              <Button
                variant="quiet"
                size="sm"
                square
                aria-label="Change this contact"
                onClick={() => setEditing(true)}
              >
                <PenLine size={14} aria-hidden="true" />
              </Button>
            )}
            {mayRemove && (
              <Button
                variant="quiet"
                size="sm"
                square
                aria-label="Remove this contact"
                pending={pending}
                onClick={() => void act(removeContactAction, { contactId: id, rev })}
              >
                <Trash2 size={14} aria-hidden="true" />
              </Button>
            )}
          </span>
        )}
      </div>
      {!editing && <Words contact={contact} />}
      {mayChange && <ChangeContact contact={contact} shown={editing} onShown={setEditing} />}
    </li>
  );
}

function Words({ contact }: { readonly contact: ContactView }) {
  const { person, role, channel, askedOn, question, deadline, answer, answeredOn, confidentiality, concealed } =
    contact;
  const secrecy = confidentiality === "open" ? "" : CONFIDENTIALITY_LABELS[confidentiality].toLowerCase();
  return (
    <>
      <p className="wrap-anywhere leading-5">
        {concealed ? (
          <span className="text-muted">A person known to the newsroom</span>
        ) : (
          <span className="font-medium">{person}</span>
        )}
        {role && <span className="text-muted">, {role}</span>}
        {secrecy && <span className="text-muted"> · {secrecy}</span>}
      </p>
      <p className="text-muted text-sm">
        Asked {CHANNEL_WORDS[channel]} on {dayInWords(askedOn)} by {contact.by.name}
        {deadline && <> · answer wanted by {dayInWords(deadline)}</>}
      </p>
      {question && <p className="wrap-anywhere mt-1.5 whitespace-pre-wrap">{question}</p>}
      {answer && (
        <blockquote className="wrap-anywhere mt-1.5 whitespace-pre-wrap border-line-strong border-l-2 pl-2.5 font-serif">
          {answer}
        </blockquote>
      )}
      <p className="mt-1 text-muted text-sm">
        {answeredOn && <>Answered on {dayInWords(answeredOn)} · </>}
        noted <RelativeTime at={contact.updatedAt} />
      </p>
    </>
  );
}

const readOutcome = (value: string) => CONTACT_OUTCOME_LABELS[value as ContactView["outcome"]] ?? value;
const readChannel = (value: string) => CHANNEL_LABELS[value as ContactView["channel"]] ?? value;
const readSecrecy = (value: string) => CONFIDENTIALITY_LABELS[value as ContactView["confidentiality"]] ?? value;

function ChangeContact({ contact, shown, onShown }: Shown & { readonly contact: ContactView }) {
  return (
    <EditForm
      action={changeContactAction}
      draftKey={`contact:${contact.id}`}
      rev={contact.rev}
      onlyChanged
      hidden={!shown}
      onDirty={() => onShown(true)}
      onSaved={() => onShown(false)}
      className="mt-2"
      fields={[
        { name: "person", label: "Whom we asked", value: contact.person },
        { name: "role", label: "Office or organisation", value: contact.role },
        { name: "channel", label: "How", value: contact.channel, read: readChannel },
        { name: "askedOn", label: "Asked on", value: contact.askedOn },
        { name: "question", label: "Question", value: contact.question },
        { name: "deadline", label: "Answer wanted by", value: contact.deadline ?? "" },
        { name: "outcome", label: "What came of it", value: contact.outcome, read: readOutcome },
        { name: "answer", label: "Answer", value: contact.answer },
        { name: "answeredOn", label: "Answered on", value: contact.answeredOn ?? "" },
        { name: "confidentiality", label: "Who may know", value: contact.confidentiality, read: readSecrecy },
      ]}
    >
      <input type="hidden" name="contactId" value={contact.id} />
      <ContactFields contact={contact} />
      <FormFoot onClose={() => onShown(false)}>Save contact</FormFoot>
    </EditForm>
  );
}
