"use client";

import { Library, X } from "lucide-react";
import { useEffect, useId, useRef, useState } from "react";
import { ActionForm, SaveState, Submit } from "@/app/_ui/action-form";
import { Button } from "@/app/_ui/button";
import { writeFields } from "@/app/_ui/draft-fields";
import { Field, Input, RadioGroup, Select, Textarea } from "@/app/_ui/field";
import { useFormStatusOf } from "@/app/_ui/form-context";
import {
  CONFIDENTIALITIES,
  type Confidentiality,
  SOURCE_KINDS,
  SOURCE_MEDIA,
  STANCES,
} from "@/lib/core/workflow/sourcing";
import { Languages } from "../sources/_form/languages";
import { SecrecyBadge } from "../sources/_form/who-may-know";
import { addSourceNoteAction, findSources, type SourceOffer } from "./actions";
import { StanceMark } from "./stance-mark";
import { TakenQuote } from "./taken-quote";
import { CONFIDENTIALITY_LABELS, CONFIDENTIALITY_WORDS, MEDIUM_LABELS, SOURCE_KIND_LABELS } from "./words";

/** The form for the next source note: always open at the end of what was found, its words kept until they are saved. */
export function NoteForm({
  claimId,
  isNext,
}: {
  readonly claimId: string;
  /** A note is what brings the claim on now. */
  readonly isNext: boolean;
}) {
  return (
    <ActionForm
      action={addSourceNoteAction}
      draftKey={`claim:${claimId}:note`}
      id="note-form"
      aria-label="Add a source note"
      className="rounded-md border border-line bg-raised p-3"
    >
      <input type="hidden" name="claimId" value={claimId} />
      <TakenQuote />
      <SourceFields />
      <div className="mt-3 flex flex-col gap-3">
        <RadioGroup
          legend="What it says about the claim"
          name="stance"
          inline
          required
          choices={STANCES.map((value) => ({ value, label: <StanceMark stance={value} /> }))}
        />
        <Field label="Quoted passage" name="quote" optional>
          <Textarea name="quote" rows={2} className="font-serif" placeholder="The words of the source" />
        </Field>
        <Field label="Note" name="note" optional>
          <Textarea name="note" rows={2} placeholder="What you found, and how" />
        </Field>
        <div className="grid grid-cols-2 gap-3">
          <Field label="Page or time" name="locator" optional>
            <Input name="locator" />
          </Field>
          <Field label="Consulted on" name="consultedOn">
            <TodayInput />
          </Field>
        </div>
      </div>
      <div className="mt-3 flex flex-wrap items-center gap-2">
        <Submit variant={isNext ? "filled" : "outline"}>Add source note</Submit>
        <SaveState className="ml-auto" />
      </div>
    </ActionForm>
  );
}

/** A date that starts as today, in the reader's calendar once the page runs there. */
export function TodayInput({ name = "consultedOn" }: { readonly name?: string }) {
  const ref = useRef<HTMLInputElement>(null);
  const utc = new Date().toISOString().slice(0, 10);
  useEffect(() => {
    const now = new Date();
    const local = new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
    if (ref.current && ref.current.value === ref.current.defaultValue) ref.current.defaultValue = local;
  }, []);
  return <Input ref={ref} type="date" name={name} defaultValue={utc} required suppressHydrationWarning />;
}

/** The source: its title, which finds sources that are already known, and for a new one the rest of its reference. */
function SourceFields() {
  const [known, setKnown] = useState<SourceOffer | null>(null);
  const hidden = useRef<HTMLInputElement>(null);
  const { savedAt, dirty } = useFormStatusOf();
  const choose = (offer: SourceOffer | null) => {
    setKnown(offer);
    const form = hidden.current?.form;
    if (!form) return;
    writeFields(form, { sourceId: [offer?.id ?? ""], sourceTitle: [offer?.title ?? ""] });
    // The hidden field is silent; the draft learns of it by the title's event only when the title changed.
    form.dispatchEvent(new Event("change"));
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: a saved note leaves an empty form behind.
  useEffect(() => {
    setKnown(null);
    if (hidden.current) hidden.current.value = "";
  }, [savedAt]);
  // A draft that comes back may hold a known source.
  useEffect(() => {
    const { value, form } = hidden.current ?? {};
    const title = form?.elements.namedItem("sourceTitle");
    if (!dirty || !value || !(title instanceof HTMLInputElement)) return;
    setKnown((now) => (now?.id === value ? now : { id: value, title: title.value, detail: "" }));
  }, [dirty]);
  return (
    <>
      <input ref={hidden} type="hidden" name="sourceId" defaultValue="" data-draft="" />
      <SourceTitle known={known} onChoose={choose} />
      <div hidden={known !== null} className="mt-3 flex flex-col gap-3">
        <Field label="Address" name="sourceUrl" optional>
          <Input type="url" inputMode="url" name="sourceUrl" placeholder="https://" />
        </Field>
        <div className="grid grid-cols-2 gap-3">
          <Field label="Type" name="sourceMedium">
            <Select name="sourceMedium" defaultValue="web">
              {SOURCE_MEDIA.map((value) => (
                <option key={value} value={value}>
                  {MEDIUM_LABELS[value]}
                </option>
              ))}
            </Select>
          </Field>
          <Field label="Standing" name="sourceKind">
            <Select name="sourceKind" defaultValue="secondary">
              {SOURCE_KINDS.map((value) => (
                <option key={value} value={value}>
                  {SOURCE_KIND_LABELS[value]}
                </option>
              ))}
            </Select>
          </Field>
          <Field label="Publisher" name="sourcePublisher" optional>
            <Input name="sourcePublisher" />
          </Field>
          <Field label="Date" name="sourceDate" optional>
            <Input type="date" name="sourceDate" />
          </Field>
        </div>
        <MoreOfSource />
      </div>
    </>
  );
}

const FOLDED = ["sourceAuthor", "sourceLanguage", "sourceReliability", "sourceConfidentiality"];

/** What is rarely said of a new source, folded; its summary tells when it is not open, and it opens where something is wrong. */
function MoreOfSource() {
  const { errors, savedAt } = useFormStatusOf();
  const [secrecy, setSecrecy] = useState<string>("open");
  const fold = useRef<HTMLDetailsElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a saved note leaves an empty form behind.
  useEffect(() => {
    setSecrecy("open");
    if (fold.current) fold.current.open = false;
  }, [savedAt]);
  useEffect(() => {
    if (fold.current && FOLDED.some((name) => name in errors)) fold.current.open = true;
  }, [errors]);
  return (
    <details ref={fold} className="group">
      <summary className="w-fit cursor-pointer text-muted text-sm hover:text-ink">
        Author, language, who may know it
        {isSecrecy(secrecy) && secrecy !== "open" && <SecrecyBadge value={secrecy} className="ml-1.5" />}
      </summary>
      <div className="mt-2 grid grid-cols-2 gap-3">
        <Field label="Author" name="sourceAuthor" optional>
          <Input name="sourceAuthor" />
        </Field>
        <Field label="Language" name="sourceLanguage" optional>
          <Languages name="sourceLanguage" />
        </Field>
        <Field label="How far it may be trusted, and why" name="sourceReliability" optional className="col-span-2">
          <Textarea name="sourceReliability" rows={1} />
        </Field>
        <Field
          label="Who may know it"
          name="sourceConfidentiality"
          className="col-span-2"
          hint={isSecrecy(secrecy) ? CONFIDENTIALITY_WORDS[secrecy] : undefined}
        >
          <Select
            name="sourceConfidentiality"
            defaultValue="open"
            onChange={(event) => setSecrecy(event.currentTarget.value)}
          >
            {CONFIDENTIALITIES.map((value) => (
              <option key={value} value={value}>
                {CONFIDENTIALITY_LABELS[value]}
              </option>
            ))}
          </Select>
        </Field>
      </div>
    </details>
  );
}

const isSecrecy = (value: string): value is Confidentiality => CONFIDENTIALITIES.some((one) => one === value);

function SourceTitle(props: {
  readonly known: SourceOffer | null;
  readonly onChoose: (offer: SourceOffer | null) => void;
}) {
  const { known, onChoose } = props;
  const list = useId();
  const [offers, setOffers] = useState<readonly SourceOffer[]>([]);
  const [at, setAt] = useState(-1);
  const asked = useRef(0);
  const look = (text: string) => {
    const ask = ++asked.current;
    setAt(-1);
    if (text.trim().length < 2) return setOffers([]);
    setTimeout(async () => {
      if (ask !== asked.current) return;
      const found = await findSources(text).catch(() => []);
      if (ask === asked.current) setOffers(found);
    }, 200);
  };
  const take = (offer: SourceOffer | undefined) => {
    if (!offer) return;
    asked.current++;
    setOffers([]);
    onChoose(offer);
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (offers.length === 0) return;
    if (event.key === "ArrowDown") setAt((at + 1) % offers.length);
    else if (event.key === "ArrowUp") setAt((at - 1 + offers.length) % offers.length);
    else if (event.key === "Enter" && at >= 0) take(offers[at]);
    else if (event.key === "Escape") setOffers([]);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only hears the focus leave.
    <div className="relative" onBlur={(event) => event.currentTarget.contains(event.relatedTarget) || setOffers([])}>
      <Field label="Source" name="sourceTitle" hint={known ? known.detail || "A source of this newsroom" : undefined}>
        <Input
          name="sourceTitle"
          autoComplete="off"
          readOnly={known !== null}
          placeholder="Title of the page or document, or a person’s name"
          role="combobox"
          aria-expanded={offers.length > 0}
          aria-controls={list}
          aria-autocomplete="list"
          aria-activedescendant={at >= 0 ? `${list}-${at}` : undefined}
          onInput={(event) => known || look(event.currentTarget.value)}
          onKeyDown={onKeyDown}
          className={known ? "bg-sunken pr-9" : undefined}
        />
      </Field>
      {known && (
        <Button
          variant="quiet"
          size="sm"
          square
          aria-label="Describe another source"
          className="absolute! top-6.5 right-0.5"
          onClick={() => onChoose(null)}
        >
          <X size={14} aria-hidden="true" />
        </Button>
      )}
      <div
        id={list}
        role="listbox"
        aria-label="Sources of this newsroom"
        hidden={offers.length === 0}
        className="absolute inset-x-0 top-full z-20 mt-1 max-h-64 overflow-y-auto rounded-md border border-line bg-raised p-1 shadow-[0_12px_32px_-8px_rgb(0_0_0/0.25)]"
      >
        {offers.map((offer, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the text field's, as in every combobox.
          // biome-ignore lint/a11y/useFocusableInteractive: see above.
          <div
            key={offer.id}
            id={`${list}-${index}`}
            role="option"
            aria-selected={index === at}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => take(offer)}
            className="flex cursor-pointer items-start gap-2 rounded-sm px-2 py-1.5 hover:bg-ink/7 aria-selected:bg-ink/7"
          >
            <Library size={14} aria-hidden="true" className="mt-0.5 shrink-0 text-muted" />
            <span className="min-w-0">
              <span className="block truncate">{offer.title}</span>
              <span className="block truncate text-muted text-sm">{offer.detail || "No details"}</span>
            </span>
          </div>
        ))}
      </div>
    </div>
  );
}
