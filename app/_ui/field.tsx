"use client";

import { clsx } from "clsx";
import { type ComponentProps, createContext, type ReactNode, useContext, useId } from "react";
import { useFormStatusOf } from "./form-context";

interface FieldLink {
  readonly id: string;
  readonly describedBy: string | undefined;
  readonly invalid: boolean;
}
const FieldContext = createContext<FieldLink | null>(null);

const CONTROL =
  "w-full rounded-sm border border-line-strong bg-raised px-2.5 text-base text-ink placeholder:text-muted/80 " +
  "hover:border-ink/60 focus-visible:border-focus focus-visible:outline-offset-0 " +
  "disabled:border-line disabled:bg-sunken disabled:text-muted aria-invalid:border-reopened max-sm:text-[1rem]";

/**
 * A label over one control, with a hint and an error below. Inside an ActionForm the error of `name` shows by itself.
 * `hideLabel` keeps the label for screen readers only.
 */
export function Field({
  label,
  name,
  hint,
  error,
  optional = false,
  hideLabel = false,
  className,
  children,
}: {
  readonly label: ReactNode;
  readonly name?: string;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  readonly optional?: boolean;
  readonly hideLabel?: boolean;
  readonly className?: string;
  readonly children: ReactNode;
}) {
  const id = useId();
  const { errors } = useFormStatusOf();
  const wrong = error ?? (name ? errors[name] : undefined);
  const describedBy = [hint && `${id}-hint`, wrong && `${id}-error`].filter(Boolean).join(" ") || undefined;
  return (
    <div className={clsx("flex min-w-0 flex-col gap-1", className)}>
      <label htmlFor={id} className={hideLabel ? "sr-only" : "font-medium text-sm"}>
        {label}
        {optional && <span className="font-normal text-muted"> (optional)</span>}
      </label>
      <FieldContext value={{ id, describedBy, invalid: Boolean(wrong) }}>{children}</FieldContext>
      {wrong && (
        <p id={`${id}-error`} className="text-reopened text-sm">
          {wrong}
        </p>
      )}
      {hint && (
        <p id={`${id}-hint`} className="text-muted text-sm">
          {hint}
        </p>
      )}
    </div>
  );
}

function useControl(name: string | undefined, own: { id?: string | undefined; defaultValue?: unknown }) {
  const field = useContext(FieldContext);
  const { typed } = useFormStatusOf();
  const again = name === undefined ? undefined : typed[name];
  return {
    id: own.id ?? field?.id,
    "aria-describedby": field?.describedBy,
    "aria-invalid": field?.invalid || undefined,
    again,
  };
}

/** A one-line text field, 32 px high. */
export function Input({ className, ...props }: ComponentProps<"input">) {
  const { again, ...link } = useControl(props.name, props);
  const start = again !== undefined && props.value === undefined ? { defaultValue: again } : {};
  return <input type="text" {...link} {...props} {...start} className={clsx(CONTROL, "h-8 max-sm:h-10", className)} />;
}

/** A text area that grows with its text, from `rows` lines up to most of the screen. */
export function Textarea({ className, rows = 3, ...props }: ComponentProps<"textarea">) {
  const { again, ...link } = useControl(props.name, props);
  const start = again !== undefined && props.value === undefined ? { defaultValue: again } : {};
  const least = { 1: "min-h-8", 2: "min-h-13", 3: "min-h-18", 4: "min-h-23" }[rows] ?? "min-h-28";
  return (
    <textarea
      rows={rows}
      {...link}
      {...props}
      {...start}
      className={clsx(CONTROL, "field-sizing-content max-h-[60dvh] resize-y py-1.5 leading-5", least, className)}
    />
  );
}

/** The browser's own select, dressed as the other fields. */
export function Select({ className, ...props }: ComponentProps<"select">) {
  const { again, ...link } = useControl(props.name, props);
  const start = again !== undefined && props.value === undefined ? { defaultValue: again } : {};
  return (
    <span className={clsx("relative inline-flex min-w-0", className)}>
      <select
        {...link}
        {...props}
        {...start}
        className={clsx(CONTROL, "h-8 appearance-none truncate pr-7 max-sm:h-10")}
      />
      <svg
        className="pointer-events-none absolute top-1/2 right-2 size-3.5 -translate-y-1/2 text-muted"
        viewBox="0 0 16 16"
        fill="none"
        aria-hidden="true"
      >
        <path d="m4 6.5 4 4 4-4" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round" strokeLinejoin="round" />
      </svg>
    </span>
  );
}

/** A checkbox with its words beside it. Give `name` and, in a group, `value`. */
export function Checkbox({
  label,
  hint,
  className,
  ...props
}: ComponentProps<"input"> & { readonly label: ReactNode; readonly hint?: ReactNode }) {
  const id = useId();
  return (
    <div className={clsx("flex items-start gap-2", className)}>
      <input
        id={id}
        type="checkbox"
        aria-describedby={hint ? `${id}-hint` : undefined}
        {...props}
        className="mt-0.5 size-4 shrink-0 cursor-pointer accent-ink disabled:cursor-default"
      />
      <div className="min-w-0">
        <label htmlFor={props.id ?? id} className="cursor-pointer text-base leading-5">
          {label}
        </label>
        {hint && (
          <p id={`${id}-hint`} className="text-muted text-sm">
            {hint}
          </p>
        )}
      </div>
    </div>
  );
}

/** One choice of a RadioGroup. */
export interface Choice {
  readonly value: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly disabled?: boolean;
}

/** A set of choices of which one is taken. `inline` lays them in a row that wraps. */
export function RadioGroup({
  legend,
  hideLegend = false,
  name,
  choices,
  defaultValue,
  value,
  onChange,
  inline = false,
  required = false,
}: {
  readonly legend: ReactNode;
  readonly hideLegend?: boolean;
  readonly name: string;
  readonly choices: readonly Choice[];
  readonly defaultValue?: string;
  readonly value?: string;
  readonly onChange?: (value: string) => void;
  readonly inline?: boolean;
  readonly required?: boolean;
}) {
  const id = useId();
  const { errors, typed } = useFormStatusOf();
  const start = typed[name] ?? defaultValue;
  const wrong = errors[name];
  return (
    <fieldset className="min-w-0" aria-describedby={wrong ? `${id}-error` : undefined}>
      <legend className={hideLegend ? "sr-only" : "mb-1 font-medium text-sm"}>{legend}</legend>
      <div className={clsx("flex", inline ? "flex-wrap gap-x-4 gap-y-1.5" : "flex-col gap-1.5")}>
        {choices.map((choice) => (
          <label
            key={choice.value}
            className="flex cursor-pointer items-start gap-2 has-disabled:cursor-default has-disabled:text-muted"
          >
            <input
              type="radio"
              name={name}
              value={choice.value}
              disabled={choice.disabled}
              required={required}
              className="mt-0.5 size-4 shrink-0 accent-ink"
              {...(value === undefined
                ? { defaultChecked: choice.value === start }
                : { checked: choice.value === value, onChange: () => onChange?.(choice.value) })}
              {...(value === undefined && onChange ? { onChange: () => onChange(choice.value) } : {})}
            />
            <span className="min-w-0 leading-5">
              {choice.label}
              {choice.hint && <span className="block text-muted text-sm">{choice.hint}</span>}
            </span>
          </label>
        ))}
      </div>
      {wrong && (
        <p id={`${id}-error`} className="mt-1 text-reopened text-sm">
          {wrong}
        </p>
      )}
    </fieldset>
  );
}
