"use client";

import { ListFilter } from "lucide-react";
import Form from "next/form";
import Link from "next/link";
import type { FormEvent } from "react";
import { Button, buttonClasses } from "@/app/_ui/button";
import { Checkbox, Field, Input, Select } from "@/app/_ui/field";
import { Popover } from "@/app/_ui/popover";
import { Segmented } from "@/app/_ui/segmented";
import {
  ALL_CLAIMS,
  isFiltering,
  numbersInWords,
  optionsQuery,
  type ReportFilter,
  type ReportOptions,
} from "@/lib/core/report/options";
import { CLAIM_STATES, STATE_LABELS } from "@/lib/core/workflow/workflow";

/** One thing to choose, with its words. */
export interface Choice {
  readonly value: string;
  readonly label: string;
}

/**
 * For whom the report is, in which language, and of which claims. A form whose address says it all: what stands in the row takes
 * effect at once, the filters when they are applied; without scripts a button does it.
 */
export function OptionsBar({
  base,
  options,
  typedNumbers,
  languages,
  verdicts,
  speakers,
}: {
  readonly base: string;
  readonly options: ReportOptions;
  /** The numbers as somebody typed them, where they can't be read. */
  readonly typedNumbers: string | null;
  readonly languages: readonly Choice[];
  readonly verdicts: readonly Choice[];
  readonly speakers: readonly string[];
}) {
  const { audience, language, only } = options;
  const apply = (event: FormEvent<HTMLFormElement>): void => {
    const { target } = event;
    if (target instanceof Element && target.closest("[data-at-once]")) event.currentTarget.requestSubmit();
  };
  const narrow = countFilters({ ...only, signed: false });
  return (
    <Form
      key={optionsQuery(options)}
      action={base}
      scroll={false}
      onChange={apply}
      className="flex flex-wrap items-center gap-x-4 gap-y-2"
    >
      <span data-at-once className="flex">
        <Segmented
          legend="Audience"
          name="audience"
          defaultValue={audience}
          segments={[
            { value: "public", label: "Public" },
            { value: "internal", label: "Internal" },
          ]}
        />
      </span>
      <span data-at-once className="flex items-center gap-2">
        <label htmlFor="report-language" className="text-muted">
          Labels in
        </label>
        <Select id="report-language" name="language" defaultValue={language} className="w-32">
          {languages.map(({ value, label }) => (
            <option key={value} value={value} lang={value}>
              {label}
            </option>
          ))}
        </Select>
      </span>
      <span data-at-once className="flex">
        <Checkbox name="only" value="signed" defaultChecked={only.signed} label="Only signed off" />
      </span>
      <Popover
        label="Choose claims"
        className="w-88 max-w-[calc(100dvw-1rem)] p-0"
        trigger={
          <>
            <ListFilter size={14} aria-hidden="true" />
            Claims
            {narrow > 0 && <span className="rounded-full bg-ink px-1.5 py-0.5 text-paper text-xs">{narrow}</span>}
          </>
        }
      >
        <Filters only={only} typedNumbers={typedNumbers} verdicts={verdicts} speakers={speakers} />
      </Popover>
      {isFiltering(only) && (
        <Link
          href={`${base}?${optionsQuery({ ...options, only: ALL_CLAIMS })}`}
          scroll={false}
          className="text-muted underline decoration-line-strong underline-offset-3 hover:text-ink"
        >
          Show all claims
        </Link>
      )}
      <noscript>
        <button type="submit" className={buttonClasses({})}>
          Apply
        </button>
      </noscript>
    </Form>
  );
}

function countFilters({ signed, states, verdicts, speakers, numbers }: ReportFilter): number {
  return (signed ? 1 : 0) + states.length + verdicts.length + speakers.length + numbers.length;
}

function Filters({
  only,
  typedNumbers,
  verdicts,
  speakers,
}: {
  readonly only: ReportFilter;
  readonly typedNumbers: string | null;
  readonly verdicts: readonly Choice[];
  readonly speakers: readonly string[];
}) {
  const states = CLAIM_STATES.map((value) => ({ value, label: STATE_LABELS[value] }));
  const people = [...new Set([...speakers, ...only.speakers])].map((value) => ({ value, label: value }));
  return (
    <div>
      <div className="flex max-h-[min(26rem,60dvh)] max-md:max-h-[34dvh] flex-col gap-4 overflow-y-auto p-4">
        <Field label="Numbers" name="numbers" hint="Such as 1-12, 40">
          <Input name="numbers" defaultValue={typedNumbers ?? numbersInWords(only.numbers)} />
        </Field>
        <Group legend="State" name="state" choices={states} chosen={only.states} columns />
        <Group legend="Verdict" name="verdict" choices={verdicts} chosen={only.verdicts} />
        <Group legend="Said by" name="speaker" choices={people} chosen={only.speakers} />
      </div>
      <div className="border-line border-t px-4 py-3">
        <Button type="submit" variant="filled">
          Show these claims
        </Button>
      </div>
    </div>
  );
}

function Group({
  legend,
  name,
  choices,
  chosen,
  columns = false,
}: {
  readonly legend: string;
  readonly name: string;
  readonly choices: readonly Choice[];
  readonly chosen: readonly string[];
  readonly columns?: boolean;
}) {
  if (choices.length === 0) return null;
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1.5 font-medium text-sm">{legend}</legend>
      <div className={columns ? "grid grid-cols-2 gap-x-4 gap-y-1.5" : "flex flex-col gap-1.5"}>
        {choices.map(({ value, label }) => (
          <Checkbox key={value} name={name} value={value} defaultChecked={chosen.includes(value)} label={label} />
        ))}
      </div>
    </fieldset>
  );
}
