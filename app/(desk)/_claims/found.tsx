"use client";

import { ExternalLink, PenLine, Trash2 } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { Button } from "@/app/_ui/button";
import { Field, Input, RadioGroup, Textarea } from "@/app/_ui/field";
import { dayInWords, RelativeTime } from "@/app/_ui/relative-time";
import type { ClaimView, NoteView } from "@/lib/claims/schema";
import { STANCES } from "@/lib/core/workflow/sourcing";
import { SecrecyBadge } from "../sources/_form/who-may-know";
import { editSourceNoteAction, removeSourceNoteAction } from "./actions";
import { ComparisonTable } from "./comparison-table";
import { EditForm } from "./edit-form";
import { Independent } from "./independent";
import { nextStep } from "./next-step";
import { NoteForm } from "./note-form";
import { QuoteLine } from "./quote-line";
import { FormFoot } from "./said";
import { Section } from "./section";
import { StanceMark } from "./stance-mark";
import { offerUndo, useAct } from "./use-act";
import { MEDIUM_LABELS, SOURCE_KIND_LABELS, STANCE_LABELS, WITHHELD_WORDS } from "./words";

/** What we found: the source notes, newest first, and the form for the next one. */
export function Found({ claim }: { readonly claim: ClaimView }) {
  const { noteList, abilities } = claim;
  return (
    <Section
      id="found"
      title="What we found"
      aside={
        <span className="text-muted text-sm">
          {noteList.length} {noteList.length === 1 ? "source note" : "source notes"}
        </span>
      }
    >
      <Independent claim={claim} />
      {noteList.length > 0 && (
        <ol className="mb-4 flex flex-col">
          {noteList.map((note) => (
            <Note key={note.id} claim={claim} note={note} />
          ))}
        </ol>
      )}
      {abilities.note.may ? (
        <>
          {claim.state === "verified" && (
            <p className="mb-2 text-muted text-sm">
              Another source note opens this claim again; its sign-off no longer holds then.
            </p>
          )}
          <NoteForm claimId={claim.id} isNext={nextStep(claim) === "note"} />
        </>
      ) : (
        <p className="text-muted text-sm">{abilities.note.why}</p>
      )}
    </Section>
  );
}

function Note({ claim, note }: { readonly claim: ClaimView; readonly note: NoteView }) {
  const [editing, setEditing] = useState(false);
  const { act, pending } = useAct();
  const remove = async () => {
    const done = await act(removeSourceNoteAction, { noteId: note.id, rev: note.rev });
    if (done) await offerUndo("Source note removed.", claim.id);
  };
  const edited = note.updatedAt !== note.createdAt;
  const standing = claim.quotes.find(({ noteId }) => noteId === note.id);
  return (
    <li className="border-line border-t py-3 first:border-t-0 first:pt-0">
      <div className="flex min-h-7 items-center justify-between gap-2">
        <StanceMark stance={note.stance} />
        {note.mayEdit && !editing && (
          <span className="-mr-1.5 flex">
            <Button variant="quiet" size="sm" square aria-label="Edit this note" onClick={() => setEditing(true)}>
              <PenLine size={14} aria-hidden="true" />
            </Button>
            <Button variant="quiet" size="sm" square aria-label="Remove this note" pending={pending} onClick={remove}>
              <Trash2 size={14} aria-hidden="true" />
            </Button>
          </span>
        )}
      </div>
      <SourceLine note={note} />
      {!editing && <NoteWords note={note} />}
      {!editing && standing && <QuoteLine standing={standing} mayLook={claim.abilities.note.may} />}
      {!editing && <ComparisonTable comparison={note.comparison} />}
      {note.concealed && <p className="mt-1.5 text-muted">{WITHHELD_WORDS}</p>}
      {note.mayEdit && <NoteEdit claim={claim} note={note} shown={editing} onShown={setEditing} />}
      <p className="mt-1.5 text-muted text-sm">
        {note.author.name}, <RelativeTime at={note.createdAt} />
        {note.consultedOn && <> · consulted {dayInWords(note.consultedOn)}</>}
        {edited && (
          <>
            {" "}
            · edited <RelativeTime at={note.updatedAt} />
          </>
        )}
      </p>
      {note.history.length > 0 && <NoteHistory note={note} />}
    </li>
  );
}

function SourceLine({ note }: { readonly note: NoteView }) {
  const { source } = note;
  const details = [source.author, source.publisher, dayInWords(source.date)].filter(Boolean).join(", ");
  return (
    <p className="wrap-anywhere leading-5">
      <Link href={`/sources/${source.id}`} className="font-medium underline decoration-line-strong underline-offset-2">
        {source.title}
      </Link>
      {details && <span>, {details}</span>}
      {source.url && (
        <a
          href={source.url}
          target="_blank"
          rel="noreferrer noopener"
          className="ml-1 inline-flex translate-y-0.5 rounded-sm p-0.5 text-muted hover:text-ink"
          aria-label={`Open ${source.title} in a new tab`}
          title={source.url}
        >
          <ExternalLink size={13} aria-hidden="true" />
        </a>
      )}
      <span className="block text-muted text-sm">
        {MEDIUM_LABELS[source.medium]} · {SOURCE_KIND_LABELS[source.kind]}
        {note.locator && ` · ${note.locator}`}
        <SecrecyBadge value={source.confidentiality} className="ml-1.5 align-[0.05em]" />
      </span>
    </p>
  );
}

function NoteWords({ note }: { readonly note: Pick<NoteView, "quote" | "note"> }) {
  return (
    <>
      {note.quote && (
        <blockquote className="wrap-anywhere mt-1.5 whitespace-pre-wrap border-line-strong border-l-2 pl-2.5 font-serif">
          {note.quote}
        </blockquote>
      )}
      {note.note && <p className="wrap-anywhere mt-1.5 whitespace-pre-wrap">{note.note}</p>}
    </>
  );
}

function NoteEdit(props: {
  readonly claim: ClaimView;
  readonly note: NoteView;
  readonly shown: boolean;
  readonly onShown: (shown: boolean) => void;
}) {
  const { note, shown, onShown } = props;
  return (
    <EditForm
      action={editSourceNoteAction}
      draftKey={`note:${note.id}`}
      rev={note.rev}
      hidden={!shown}
      onDirty={() => onShown(true)}
      onSaved={() => onShown(false)}
      className="mt-2"
      fields={[
        {
          name: "stance",
          label: "What it says",
          value: note.stance,
          read: (stance) => STANCE_LABELS[stance as keyof typeof STANCE_LABELS] ?? stance,
        },
        { name: "quote", label: "Quoted passage", value: note.quote },
        { name: "locator", label: "Place in the source", value: note.locator },
        { name: "note", label: "Note", value: note.note },
        { name: "consultedOn", label: "Consulted on", value: note.consultedOn },
      ]}
    >
      <input type="hidden" name="noteId" value={note.id} />
      <div className="flex flex-col gap-3">
        <RadioGroup
          legend="What the source says about the claim"
          name="stance"
          inline
          defaultValue={note.stance}
          choices={STANCES.map((value) => ({ value, label: <StanceMark stance={value} /> }))}
        />
        <Field label="Quoted passage" name="quote" optional>
          <Textarea name="quote" rows={2} defaultValue={note.quote} className="font-serif" />
        </Field>
        <Field label="Note" name="note" optional>
          <Textarea name="note" rows={2} defaultValue={note.note} />
        </Field>
        <div className="grid grid-cols-2 gap-3">
          <Field label="Page or time" name="locator" optional>
            <Input name="locator" defaultValue={note.locator} />
          </Field>
          <Field label="Consulted on" name="consultedOn">
            <Input type="date" name="consultedOn" defaultValue={note.consultedOn} required />
          </Field>
        </div>
      </div>
      <FormFoot onClose={() => onShown(false)}>Save note</FormFoot>
    </EditForm>
  );
}

function NoteHistory({ note }: { readonly note: NoteView }) {
  return (
    <details className="mt-1 text-sm">
      <summary className="w-fit cursor-pointer text-muted hover:text-ink">
        {note.history.length} earlier {note.history.length === 1 ? "version" : "versions"}
      </summary>
      <ol className="mt-1.5 flex flex-col gap-2 border-line border-l pl-3">
        {note.history.map((earlier) => (
          <li key={earlier.at}>
            <p className="text-muted">
              {earlier.by.name}, <RelativeTime at={earlier.at} />: {STANCE_LABELS[earlier.stance].toLowerCase()}
              {earlier.locator && `, ${earlier.locator}`}
            </p>
            <NoteWords note={earlier} />
          </li>
        ))}
      </ol>
    </details>
  );
}
