"use client";

import { ExternalLink, PenLine } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { SaveState, Submit } from "@/app/_ui/action-form";
import { Button } from "@/app/_ui/button";
import { Field, Input, Select, Textarea } from "@/app/_ui/field";
import type { ClaimView } from "@/lib/claims/schema";
import { CLAIM_KINDS } from "@/lib/core/extraction/types";
import { ObjectForm, Objections } from "../_objections/objections";
import { speakerHref } from "../claims/_table/url-state";
import { changeClaimAction } from "./actions";
import { EditForm } from "./edit-form";
import { Section } from "./section";
import { KIND_LABELS } from "./words";

const readKind = (kind: string): string => KIND_LABELS[kind as keyof typeof KIND_LABELS] ?? kind;

/** What is said: the wording, who says it and what sort of claim it is, each to be put right in place. */
export function Said({ claim, inContext }: { readonly claim: ClaimView; readonly inContext: boolean }) {
  const [editing, setEditing] = useState(false);
  const [objecting, setObjecting] = useState(false);
  const { correct } = claim.abilities;
  const { raise } = claim.objections;
  return (
    <Section
      id="said"
      title="What is said"
      aside={
        <span className="-mr-2.5 flex">
          {raise.may && !objecting && (
            <Button variant="quiet" size="sm" onClick={() => setObjecting(true)} title="Object to the wording">
              Object
            </Button>
          )}
          {correct.may && !editing && (
            <Button variant="quiet" size="sm" onClick={() => setEditing(true)}>
              <PenLine size={14} aria-hidden="true" />
              Edit
            </Button>
          )}
        </span>
      }
    >
      {!editing && <Words claim={claim} inContext={inContext} />}
      <Objections claim={claim} />
      {raise.may && <ObjectForm claimId={claim.id} shown={objecting} onShown={setObjecting} />}
      {correct.may && <SaidForm claim={claim} shown={editing} onShown={setEditing} />}
    </Section>
  );
}

function Words({ claim, inContext }: { readonly claim: ClaimView; readonly inContext: boolean }) {
  const differs = !inContext && claim.anchored !== "" && claim.wording !== claim.anchored;
  return (
    <>
      <p className="wrap-anywhere whitespace-pre-wrap font-serif text-lg leading-snug">{claim.wording}</p>
      {differs && (
        <p className="wrap-anywhere mt-2 border-line border-l-2 pl-2.5 font-serif text-muted">
          <span className="sr-only">In the text: </span>
          {claim.anchored}
        </p>
      )}
      <dl className="mt-2.5 grid grid-cols-[5.5rem_minmax(0,1fr)] gap-x-3 gap-y-1">
        <dt className="text-muted">Said by</dt>
        <dd className="wrap-anywhere">
          {claim.speakerName === "" ? (
            <span className="text-muted">the author</span>
          ) : (
            <Link
              href={speakerHref(`/articles/${claim.articleId}/claims`, claim.speakerName)}
              title={`All claims by ${claim.speakerName} in this article`}
              prefetch={false}
              className="underline decoration-line-strong underline-offset-3 hover:decoration-ink"
            >
              {claim.speakerName}
            </Link>
          )}
          {claim.speakerUrl && (
            <a
              href={claim.speakerUrl}
              target="_blank"
              rel="noreferrer noopener"
              className="ml-1 inline-flex translate-y-0.5 rounded-sm p-0.5 text-muted hover:text-ink"
              aria-label={`Open the page about ${claim.speakerName || "the author"} in a new tab`}
              title={claim.speakerUrl}
            >
              <ExternalLink size={13} aria-hidden="true" />
            </a>
          )}
          {claim.speakerTitle && <span className="text-muted">, {claim.speakerTitle}</span>}
          {claim.viaName && <span className="text-muted">, according to {claim.viaName}</span>}
        </dd>
        <dt className="text-muted">Kind</dt>
        <dd>{KIND_LABELS[claim.kind]}</dd>
        <dt className="text-muted">Found by</dt>
        <dd>{claim.origin === "machine" ? "Claimdesk, on import" : "Hand, in the text"}</dd>
      </dl>
    </>
  );
}

function SaidForm(props: {
  readonly claim: ClaimView;
  readonly shown: boolean;
  readonly onShown: (shown: boolean) => void;
}) {
  const { claim, shown, onShown } = props;
  const { wording, kind, speakerName, speakerTitle, viaName, speakerUrl } = claim;
  return (
    <EditForm
      action={changeClaimAction}
      draftKey={`claim:${claim.id}:said`}
      rev={claim.rev}
      onlyChanged
      hidden={!shown}
      onDirty={() => onShown(true)}
      onSaved={() => onShown(false)}
      fields={[
        { name: "wording", label: "Wording", value: wording },
        { name: "kind", label: "Kind", value: kind, read: readKind },
        { name: "speakerName", label: "Said by", value: speakerName },
        { name: "speakerTitle", label: "Title", value: speakerTitle },
        { name: "viaName", label: "According to", value: viaName },
        { name: "speakerUrl", label: "Speaker’s page", value: speakerUrl },
      ]}
    >
      <input type="hidden" name="claimId" value={claim.id} />
      <div className="grid grid-cols-2 gap-3">
        <Field label="Wording" name="wording" className="col-span-2" hint="So that it can be read without the article.">
          <Textarea name="wording" rows={3} defaultValue={wording} required className="font-serif" />
        </Field>
        <Field label="Said by" name="speakerName">
          <Input name="speakerName" defaultValue={speakerName} placeholder="The author" />
        </Field>
        <Field label="Title" name="speakerTitle">
          <Input name="speakerTitle" defaultValue={speakerTitle} />
        </Field>
        <Field label="According to" name="viaName">
          <Input name="viaName" defaultValue={viaName} />
        </Field>
        <Field label="Kind" name="kind">
          <Select name="kind" defaultValue={kind}>
            {CLAIM_KINDS.map((value) => (
              <option key={value} value={value}>
                {KIND_LABELS[value]}
              </option>
            ))}
          </Select>
        </Field>
        <Field
          label="Speaker’s page"
          name="speakerUrl"
          optional
          className="col-span-2"
          hint="Tells readers and search engines who it is, such as a Wikidata entry."
        >
          <Input
            type="url"
            inputMode="url"
            name="speakerUrl"
            defaultValue={speakerUrl}
            placeholder="https://www.wikidata.org/wiki/…"
          />
        </Field>
      </div>
      <FormFoot onClose={() => onShown(false)}>Save</FormFoot>
    </EditForm>
  );
}

/** The foot of a form in the inspector: save, close (the draft stays), and the quiet word about the draft. */
export function FormFoot(props: { readonly children: string; readonly onClose?: () => void }) {
  return (
    <div className="mt-3 flex flex-wrap items-center gap-2">
      <Submit variant="outline">{props.children}</Submit>
      {props.onClose && (
        <Button variant="quiet" onClick={props.onClose}>
          Close
        </Button>
      )}
      <SaveState className="ml-auto" />
    </div>
  );
}
