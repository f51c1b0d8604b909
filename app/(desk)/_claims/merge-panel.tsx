"use client";

import { clsx } from "clsx";
import { useEffect, useRef, useState } from "react";
import { Button } from "@/app/_ui/button";
import { Textarea } from "@/app/_ui/field";
import type { Conflict } from "@/lib/platform/refusal";

/** A field of an EditForm: its name, what it is called where two versions are compared, and how a value reads. */
export interface EditField {
  readonly name: string;
  readonly label: string;
  /** What stands now. */
  readonly value: string;
  readonly read?: (value: string) => string;
}

/** Field name → the text that shall stand. */
export type Resolution = Readonly<Record<string, string>>;

type Choice = "mine" | "theirs" | "edited";

/**
 * Two people changed the same field: what both started from, what stands now and what was typed here, side by side, with a
 * choice for each. Nothing is sent before every field has one; the typed text stays in the form behind.
 */
export function MergePanel({
  conflict,
  fields,
  onResolve,
  onCancel,
}: {
  readonly conflict: Conflict;
  readonly fields: readonly EditField[];
  readonly onResolve: (chosen: Resolution) => void;
  readonly onCancel: () => void;
}) {
  const [choices, setChoices] = useState<Readonly<Record<string, Choice>>>({});
  const [edited, setEdited] = useState<Readonly<Record<string, string>>>({});
  const head = useRef<HTMLParagraphElement>(null);
  useEffect(() => head.current?.focus(), []);
  const open = conflict.fields.filter(({ field }) => choices[field] === undefined).length;
  const save = () => {
    const texts = conflict.fields.map(({ field, mine, theirs }) => {
      const text = { mine: asText(mine), theirs: asText(theirs), edited: edited[field] ?? "" };
      return [field, text[choices[field] ?? "mine"]] as const;
    });
    onResolve(Object.fromEntries(texts));
  };
  const who = conflict.by ?? "Somebody else";
  return (
    // biome-ignore lint/a11y/useSemanticElements: fieldsets of the single fields stand inside.
    <div role="group" aria-label="Two versions" className="border-reopened border-l-2 bg-sunken px-3 py-2.5">
      <p ref={head} tabIndex={-1} className="font-medium outline-none">
        {who} saved {conflict.fields.length === 1 ? "the same field" : "the same fields"} while you were typing.
      </p>
      <p className="text-muted text-sm">Nothing is lost. Choose what shall stand.</p>
      {conflict.fields.map(({ field, base, mine, theirs }) => {
        const { label, read } = fields.find(({ name }) => name === field) ?? { label: field };
        const show = (value: unknown): string => (read ? read(asText(value)) : asText(value)) || "(empty)";
        const choose = (choice: Choice) => {
          setChoices({ ...choices, [field]: choice });
          if (choice === "edited" && edited[field] === undefined) setEdited({ ...edited, [field]: asText(mine) });
        };
        return (
          <fieldset key={field} className="mt-3 min-w-0">
            <legend className="font-medium text-sm">{label}</legend>
            <p className="mt-0.5 text-muted text-sm">
              Both started from: <span className="whitespace-pre-wrap">{show(base)}</span>
            </p>
            <Version name={field} chosen={choices[field] === "mine"} onChoose={() => choose("mine")} title="Keep mine">
              {show(mine)}
            </Version>
            <Version
              name={field}
              chosen={choices[field] === "theirs"}
              onChoose={() => choose("theirs")}
              title={conflict.by ? `Take ${conflict.by}’s` : "Take theirs"}
            >
              {show(theirs)}
            </Version>
            {!read && (
              <>
                <Version
                  name={field}
                  chosen={choices[field] === "edited"}
                  onChoose={() => choose("edited")}
                  title="Write a third version"
                />
                {choices[field] === "edited" && (
                  <Textarea
                    data-draft="off"
                    aria-label={`${label}: the version that shall stand`}
                    value={edited[field] ?? ""}
                    onChange={(event) => setEdited({ ...edited, [field]: event.target.value })}
                    className="mt-1"
                  />
                )}
              </>
            )}
          </fieldset>
        );
      })}
      <div className="mt-3 flex flex-wrap gap-2">
        <Button variant="filled" disabled={open > 0} onClick={save}>
          Save this version
        </Button>
        <Button variant="quiet" onClick={onCancel}>
          Back to my text
        </Button>
      </div>
    </div>
  );
}

/** Write a compared value as text; null and undefined are nothing. */
export function asText(value: unknown): string {
  return value === null || value === undefined ? "" : String(value);
}

function Version(props: {
  readonly name: string;
  readonly title: string;
  readonly chosen: boolean;
  readonly onChoose: () => void;
  readonly children?: string;
}) {
  return (
    <label
      className={clsx(
        "mt-1.5 flex cursor-pointer items-start gap-2 rounded-sm border bg-raised px-2.5 py-1.5",
        props.chosen ? "border-ink" : "border-line hover:border-line-strong",
      )}
    >
      <input
        type="radio"
        data-draft="off"
        name={`choice-${props.name}`}
        checked={props.chosen}
        onChange={props.onChoose}
        className="mt-0.5 size-4 shrink-0 accent-ink"
      />
      <span className="min-w-0">
        <span className="block text-muted text-sm">{props.title}</span>
        {props.children !== undefined && (
          <span className="wrap-anywhere block whitespace-pre-wrap">{props.children}</span>
        )}
      </span>
    </label>
  );
}
