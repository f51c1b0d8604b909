"use client";

import { ArrowDown, ArrowUp, Plus, X } from "lucide-react";
import { useRouter } from "next/navigation";
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from "react";
import { ActionForm, SaveState, Submit } from "@/app/_ui/action-form";
import { Button } from "@/app/_ui/button";
import { BaseField } from "@/app/_ui/draft";
import { writeFields } from "@/app/_ui/draft-fields";
import { Input } from "@/app/_ui/field";
import { type ScaleTexts, writeTexts } from "@/lib/core/workflow/merge-scales";
import { SCALE_PRESETS, type Verdict, type VerdictScale } from "@/lib/core/workflow/verdict-scale";
import type { Conflict } from "@/lib/platform/refusal";
import { asText, MergePanel } from "../../_claims/merge-panel";
import { changeScaleAction } from "../actions";
import { addVerdict, applyPreset, changeVerdict, moveVerdict, readScale } from "./scale-edits";

const MOST = 20;
const LEAST = 2;

const isNamed = ({ label }: Verdict): boolean => label !== "";

/** Name a text of a scale by the label both knew: "label:cut" is "Label of Cut". */
function textLabel(name: string, { fields }: Conflict, verdicts: VerdictScale): string {
  const [part, id] = name.split(":");
  const known = asText(fields.find(({ field }) => field === `label:${id}`)?.base);
  const label = known || (verdicts.find((verdict) => verdict.id === id)?.label ?? "a verdict");
  return `${part === "label" ? "Label" : "Meaning"} of ${label}`;
}

/** The scale, for those who may not change it. */
export function ScaleList({ scale }: { readonly scale: VerdictScale }) {
  return (
    <ol className="-mt-4">
      {scale.map((verdict) => (
        <li key={verdict.id} className="grid gap-x-6 border-line border-b py-2 sm:grid-cols-[12rem_minmax(0,1fr)]">
          <span className="font-medium">{verdict.label}</span>
          <span className="text-muted">{verdict.meaning}</span>
        </li>
      ))}
    </ol>
  );
}

/** Edit the verdicts: labels, meanings, order (buttons, or Alt with an arrow key), presets. Saved as a whole. */
export function ScaleEditor({
  scale: saved,
  rev,
  inUse,
}: {
  readonly scale: VerdictScale;
  readonly rev: number;
  readonly inUse: readonly string[];
}) {
  const savedText = JSON.stringify(saved);
  const [scale, setScale] = useState(saved);
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const router = useRouter();
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLOListElement>(null);
  const text = JSON.stringify(scale);
  const dirty = text !== savedText;

  const [first] = useState(savedText);
  const written = useRef(first);
  // One element for good: React would else write its first value over the current one.
  const hidden = useMemo(
    () => <input ref={field} type="hidden" name="scale" defaultValue={first} data-draft="scale" />,
    [first],
  );

  // The draft reads and restores the hidden field; both sides tell the other by its input event.
  useEffect(() => {
    const input = field.current;
    if (!input) return;
    const onRestored = (): void => {
      const restored = readScale(input.value);
      if (restored && input.value !== text) setScale(restored);
    };
    if (text !== written.current) {
      written.current = text;
      input.value = text;
      input.dispatchEvent(new Event("input", { bubbles: true }));
    } else {
      // The form restores its draft before this effect first runs.
      onRestored();
    }
    input.addEventListener("input", onRestored);
    return () => input.removeEventListener("input", onRestored);
  }, [text]);

  // While nothing is edited, the list follows what is saved.
  const shownSaved = useRef(savedText);
  useEffect(() => {
    if (shownSaved.current === savedText) return;
    if (text === shownSaved.current) setScale(saved);
    shownSaved.current = savedText;
  }, [saved, savedText, text]);

  const move = (index: number, by: number): void => {
    setScale(moveVerdict(scale, index, by));
    const to = Math.max(0, Math.min(scale.length - 1, index + by));
    // The hand stays on the verdict it moves.
    requestAnimationFrame(() => list.current?.querySelectorAll<HTMLInputElement>("input[data-label]")[to]?.focus());
  };
  const onKey = (index: number) => (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return;
    event.preventDefault();
    move(index, event.key === "ArrowUp" ? -1 : 1);
  };
  const add = (): void => {
    setScale(addVerdict(scale, `v-${Math.random().toString(36).slice(2, 8)}`));
    requestAnimationFrame(() =>
      [...(list.current?.querySelectorAll<HTMLInputElement>("input[data-label]") ?? [])].at(-1)?.focus(),
    );
  };

  /** Show what was saved, mine and theirs together. Nobody typed it, so no draft is made of it. */
  const follow = (merged: VerdictScale): void => {
    written.current = JSON.stringify(merged);
    if (field.current) field.current.value = written.current;
    setScale(merged);
  };

  /** Both sides start from what stands now where they clashed, and mine says there what was chosen. */
  const resolve = (chosen: ScaleTexts): void => {
    const form = field.current?.form;
    if (!form || !conflict) return;
    const base = readScale(String(new FormData(form).get("base"))) ?? saved;
    const theirs = conflict.fields.map(({ field: name, theirs: text }) => [name, asText(text)]);
    const stands = writeTexts(base, Object.fromEntries(theirs)).filter(isNamed);
    writeFields(form, { base: [JSON.stringify(stands)] });
    const back = stands.filter(({ id }) => !scale.some((one) => one.id === id) && chosen[`label:${id}`]);
    setScale(writeTexts([...scale, ...back], chosen).filter(isNamed));
    setConflict(null);
    requestAnimationFrame(() => form.requestSubmit());
  };

  return (
    <ActionForm
      action={changeScaleAction}
      draftKey="verdict-scale"
      keepValues
      onConflict={(answer) => {
        if (!answer.conflict) return false;
        setConflict(answer.conflict);
        router.refresh();
        return true;
      }}
      send={(form) => {
        const base = readScale(String(form.get("base"))) ?? saved;
        const mine = readScale(String(form.get("scale"))) ?? scale;
        return changeScaleAction(null, { rev: Number(form.get("rev")), base: [...base], scale: [...mine] });
      }}
      onSaved={(output) => follow(output.scale)}
    >
      {hidden}
      <BaseField name="rev" value={rev} />
      <BaseField name="base" value={savedText} />
      {conflict && (
        <MergePanel
          conflict={conflict}
          fields={conflict.fields.map(({ field: name, mine }) => ({
            name,
            label: textLabel(name, conflict, [...saved, ...scale]),
            value: asText(mine),
          }))}
          onResolve={resolve}
          onCancel={() => setConflict(null)}
        />
      )}
      <ol ref={list} className="-mt-4">
        {scale.map((verdict, index) => {
          const used = inUse.includes(verdict.id);
          const label = verdict.label || `verdict ${index + 1}`;
          return (
            <li
              key={verdict.id}
              className="grid grid-cols-[1.25rem_minmax(0,1fr)_auto] items-center gap-x-2 gap-y-1 border-line border-b py-1.5 sm:grid-cols-[1.25rem_11rem_minmax(0,1fr)_auto]"
            >
              <span className="text-muted text-sm tabular-nums">{index + 1}</span>
              <Input
                data-label=""
                aria-label={`Label of ${label}`}
                value={verdict.label}
                maxLength={60}
                required
                placeholder="Label"
                className="font-medium"
                onChange={(event) => setScale(changeVerdict(scale, index, { label: event.target.value }))}
                onKeyDown={onKey(index)}
              />
              <Input
                aria-label={`Meaning of ${label}`}
                value={verdict.meaning}
                maxLength={300}
                placeholder="What it means, in a sentence for readers"
                className="max-sm:col-span-2 max-sm:col-start-2 max-sm:row-start-2"
                onChange={(event) => setScale(changeVerdict(scale, index, { meaning: event.target.value }))}
                onKeyDown={onKey(index)}
              />
              <span className="flex">
                <Button
                  variant="quiet"
                  size="sm"
                  square
                  aria-label={`Move ${label} up`}
                  disabled={index === 0}
                  onClick={() => setScale(moveVerdict(scale, index, -1))}
                >
                  <ArrowUp size={15} aria-hidden="true" />
                </Button>
                <Button
                  variant="quiet"
                  size="sm"
                  square
                  aria-label={`Move ${label} down`}
                  disabled={index === scale.length - 1}
                  onClick={() => setScale(moveVerdict(scale, index, 1))}
                >
                  <ArrowDown size={15} aria-hidden="true" />
                </Button>
                <Button
                  variant="quiet"
                  size="sm"
                  square
                  aria-label={used ? `${label} can't be removed: claims bear it` : `Remove ${label}`}
                  title={used ? "Claims bear this verdict: rename it instead" : undefined}
                  disabled={used || scale.length <= LEAST}
                  onClick={() => setScale(scale.filter((_, at) => at !== index))}
                >
                  <X size={15} aria-hidden="true" />
                </Button>
              </span>
              {verdict.authorsWord && (
                <span className="col-[2/4] text-muted text-sm max-sm:col-[2/4] max-sm:row-start-3">
                  Rests on the author alone: it asks for a reason instead of a source note.
                </span>
              )}
            </li>
          );
        })}
      </ol>
      <div className="mt-3 flex flex-wrap items-center gap-2">
        <Submit disabled={!dirty}>Save scale</Submit>
        <Button onClick={add} disabled={scale.length >= MOST}>
          <Plus size={15} aria-hidden="true" />
          Add a verdict
        </Button>
        <Button variant="quiet" onClick={() => setScale(applyPreset(scale, SCALE_PRESETS.magazine, inUse))}>
          Magazine preset
        </Button>
        <Button variant="quiet" onClick={() => setScale(applyPreset(scale, SCALE_PRESETS.rating, inUse))}>
          Rating preset
        </Button>
        <SaveState className="ml-auto" />
      </div>
    </ActionForm>
  );
}
