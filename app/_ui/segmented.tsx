"use client";

import { clsx } from "clsx";
import Link from "next/link";
import { type ReactNode, useId } from "react";

/** One of a few options that exclude each other. */
export interface Segment {
  readonly value: string;
  readonly label: ReactNode;
  readonly title?: string;
}

const ROW = "inline-flex w-fit max-w-full rounded-sm border border-line-strong/60 bg-sunken p-0.5";
const CELL =
  "flex h-6.5 cursor-pointer items-center gap-1.5 whitespace-nowrap rounded-[2px] px-2.5 text-sm text-muted hover:text-ink";
const CHOSEN = "bg-raised text-ink font-medium shadow-[0_0_0_1px_var(--line)]";

/** A few options side by side as radio buttons; with `name` it is a form field. */
export function Segmented({
  legend,
  name,
  segments,
  value,
  defaultValue,
  onChange,
}: {
  readonly legend: string;
  readonly name?: string;
  readonly segments: readonly Segment[];
  readonly value?: string;
  readonly defaultValue?: string;
  readonly onChange?: (value: string) => void;
}) {
  const own = useId();
  return (
    <fieldset className={ROW}>
      <legend className="sr-only">{legend}</legend>
      {segments.map((segment) => (
        <label
          key={segment.value}
          title={segment.title}
          className={clsx(
            CELL,
            "has-checked:bg-raised has-checked:font-medium has-checked:text-ink has-checked:shadow-[0_0_0_1px_var(--line)]",
            "has-focus-visible:outline-2 has-focus-visible:outline-focus has-focus-visible:outline-offset-1",
          )}
        >
          <input
            type="radio"
            className="sr-only"
            name={name ?? own}
            value={segment.value}
            {...(value === undefined
              ? { defaultChecked: segment.value === defaultValue }
              : { checked: segment.value === value })}
            onChange={() => onChange?.(segment.value)}
          />
          {segment.label}
        </label>
      ))}
    </fieldset>
  );
}

/** The same look for links: parts of one screen, each with its own address. */
export function LinkTabs({
  label,
  tabs,
  current,
}: {
  readonly label: string;
  readonly tabs: readonly { readonly href: string; readonly label: ReactNode }[];
  /** The `href` of the tab that is shown. */
  readonly current: string;
}) {
  return (
    <nav aria-label={label} className="-mb-px flex max-w-full gap-5 overflow-x-auto">
      {tabs.map((tab) => (
        <Link
          key={tab.href}
          href={tab.href}
          aria-current={tab.href === current ? "page" : undefined}
          className="whitespace-nowrap border-transparent border-b-2 py-2 text-muted hover:text-ink aria-[current]:border-ink aria-[current]:font-medium aria-[current]:text-ink"
        >
          {tab.label}
        </Link>
      ))}
    </nav>
  );
}

/** Classes for a button that acts as one segment of a row. */
export const segmentClasses = { row: ROW, cell: CELL, chosen: CHOSEN } as const;
