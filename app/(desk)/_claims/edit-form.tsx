"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { ActionForm, type FormAction } from "@/app/_ui/action-form";
import { BaseField } from "@/app/_ui/draft";
import { writeFields } from "@/app/_ui/draft-fields";
import { useFormStatusOf } from "@/app/_ui/form-context";
import type { FormState } from "@/lib/platform/action";
import type { Conflict } from "@/lib/platform/refusal";
import { asText, type EditField, MergePanel, type Resolution } from "./merge-panel";

/**
 * A form that edits fields which others may edit at the same time. It sends what its writer started from along; when
 * someone else saved the same field first, both versions are laid side by side inside the form and nothing is lost.
 */
export function EditForm<Output>({
  action,
  draftKey,
  rev,
  fields,
  onSaved,
  onDirty,
  hidden,
  onlyChanged = false,
  children,
  className,
}: {
  readonly action: FormAction<Output>;
  readonly draftKey: string;
  readonly rev: number;
  readonly fields: readonly EditField[];
  readonly onSaved?: (output: Output) => void;
  /** Called when the form holds words that are not saved, also when they come back after a reload. */
  readonly onDirty?: () => void;
  readonly hidden?: boolean;
  /** Send only fields that differ from what the writer started from. */
  readonly onlyChanged?: boolean;
  readonly children: ReactNode;
  readonly className?: string;
}) {
  const router = useRouter();
  const place = useRef<HTMLDivElement>(null);
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const onConflict = (answer: Extract<FormState, { ok: false }>): boolean => {
    if (!answer.conflict || answer.conflict.fields.length === 0) return false;
    setConflict(answer.conflict);
    // What stands now comes in beside the typed text, which stays.
    router.refresh();
    return true;
  };
  const resolve = (chosen: Resolution): void => {
    const form = place.current?.closest("form");
    if (!form || !conflict) return;
    writeFields(form, merged(form, fields, conflict, chosen));
    setConflict(null);
    form.requestSubmit();
  };
  return (
    <ActionForm
      action={action}
      draftKey={draftKey}
      hidden={hidden}
      className={className}
      onConflict={onConflict}
      {...(onlyChanged && { send: (form: FormData) => action(null, withoutUnchanged(form, fields)) })}
      onSaved={(output) => {
        setConflict(null);
        onSaved?.(output);
      }}
    >
      <BaseField name="rev" value={rev} />
      {fields.map(({ name, value }) => (
        <BaseField key={name} name={`base.${name}`} value={value} />
      ))}
      {onDirty && <TellDirty onDirty={onDirty} />}
      {conflict && (
        <MergePanel conflict={conflict} fields={fields} onResolve={resolve} onCancel={() => setConflict(null)} />
      )}
      <div ref={place} hidden={conflict !== null}>
        {children}
      </div>
    </ActionForm>
  );
}

/** The form's words after the choices: what I left alone follows what stands now, the rest is what was chosen. */
function merged(
  form: HTMLFormElement,
  fields: readonly EditField[],
  conflict: Conflict,
  chosen: Resolution,
): Record<string, string[]> {
  const typed = new FormData(form);
  const written: Record<string, string[]> = { rev: [String(conflict.rev)] };
  for (const { name, value } of fields) {
    const disputed = conflict.fields.find(({ field }) => field === name);
    const untouched = typed.get(name) === typed.get(`base.${name}`);
    const now = disputed ? asText(disputed.theirs) : value;
    written[`base.${name}`] = [now];
    if (disputed) written[name] = [chosen[name] ?? asText(disputed.mine)];
    else if (untouched) written[name] = [now];
  }
  return written;
}

function withoutUnchanged(form: FormData, fields: readonly EditField[]): FormData {
  for (const { name } of fields) {
    if (form.get(name) !== form.get(`base.${name}`)) continue;
    form.delete(name);
    form.delete(`base.${name}`);
  }
  return form;
}

function TellDirty({ onDirty }: { readonly onDirty: () => void }) {
  const { dirty } = useFormStatusOf();
  const tell = useRef(onDirty);
  tell.current = onDirty;
  useEffect(() => {
    if (dirty) tell.current();
  }, [dirty]);
  return null;
}
