"use client";

import { Field, Input, Select, Textarea } from "@/app/_ui/field";
import { CHANNELS, CONTACT_OUTCOMES, type ContactView } from "@/lib/contacts/schema";
import { CONFIDENTIALITIES } from "@/lib/core/workflow/sourcing";
import { TodayInput } from "../_claims/note-form";
import { CONFIDENTIALITY_LABELS } from "../_claims/words";
import { CHANNEL_LABELS, CONTACT_OUTCOME_LABELS } from "./words";

/** What is kept of having asked somebody; `contact` is what it starts from, none for a new one. */
export function ContactFields({ contact }: { readonly contact?: ContactView }) {
  const answer = (
    <div className="grid grid-cols-2 gap-3">
      <Field label="What came of it" name="outcome">
        <Select name="outcome" defaultValue={contact?.outcome ?? "waiting"}>
          {CONTACT_OUTCOMES.map((value) => (
            <option key={value} value={value}>
              {CONTACT_OUTCOME_LABELS[value]}
            </option>
          ))}
        </Select>
      </Field>
      <Field label="Answered on" name="answeredOn" optional>
        <Input type="date" name="answeredOn" defaultValue={contact?.answeredOn ?? ""} />
      </Field>
      <Field label="Answer" name="answer" optional className="col-span-2">
        <Textarea name="answer" rows={2} defaultValue={contact?.answer} className="font-serif" />
      </Field>
    </div>
  );
  return (
    <div className="flex flex-col gap-3">
      <div className="grid grid-cols-2 gap-3">
        <Field label="Whom we asked" name="person">
          <Input name="person" defaultValue={contact?.person} required autoComplete="off" />
        </Field>
        <Field label="Office or organisation" name="role" optional>
          <Input name="role" defaultValue={contact?.role} autoComplete="off" />
        </Field>
        <Field label="How" name="channel">
          <Select name="channel" defaultValue={contact?.channel ?? "email"}>
            {CHANNELS.map((value) => (
              <option key={value} value={value}>
                {CHANNEL_LABELS[value]}
              </option>
            ))}
          </Select>
        </Field>
        <Field label="Asked on" name="askedOn">
          {contact ? (
            <Input type="date" name="askedOn" defaultValue={contact.askedOn} required />
          ) : (
            <TodayInput name="askedOn" />
          )}
        </Field>
        <Field label="Question" name="question" optional className="col-span-2">
          <Textarea name="question" rows={2} defaultValue={contact?.question} />
        </Field>
        <Field label="Answer wanted by" name="deadline" optional>
          <Input type="date" name="deadline" defaultValue={contact?.deadline ?? ""} />
        </Field>
        <Field label="Who may know" name="confidentiality">
          <Select name="confidentiality" defaultValue={contact?.confidentiality ?? "open"}>
            {CONFIDENTIALITIES.map((value) => (
              <option key={value} value={value}>
                {CONFIDENTIALITY_LABELS[value]}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      {answer}
    </div>
  );
}
