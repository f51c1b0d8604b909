"use client";

import { clsx } from "clsx";
import { Check, ChevronDown } from "lucide-react";
import Link from "next/link";
import { type ReactNode, useId, useState } from "react";
import { Popover } from "@/app/_ui/popover";
import { href, type ListName, type TableState, toggled } from "./url-state";

/** A value to filter by, and how many claims hold it in the article or newsroom. */
export interface FilterOption {
  readonly value: string;
  readonly words: string;
  readonly count: number;
  readonly mark?: ReactNode;
}

/** So many options that finding one by typing is quicker than reading. */
const MANY = 12;

/** A panel of values; each is a link that takes it into the filter or out of it, so that several can be chosen in a row. */
export function FilterMenu({
  base,
  state,
  list,
  label,
  options,
}: {
  readonly base: string;
  readonly state: TableState;
  readonly list: ListName;
  readonly label: string;
  readonly options: readonly FilterOption[];
}) {
  const [wanted, setWanted] = useState("");
  const id = useId();
  const chosen: readonly string[] = state.filter[list];
  const shown = options.filter(({ words }) => words.toLowerCase().includes(wanted.trim().toLowerCase()));
  return (
    <Popover
      label={label}
      className="w-72 p-1"
      trigger={
        <>
          {label}
          {chosen.length > 0 && (
            <span className="rounded-sm bg-ink px-1 text-paper text-xs leading-4">
              {chosen.length}
              <span className="sr-only"> chosen</span>
            </span>
          )}
          <ChevronDown size={14} aria-hidden="true" className="-mr-1 text-muted" />
        </>
      }
    >
      {options.length > MANY && (
        <div className="p-1 noscript:hidden">
          <label htmlFor={id} className="sr-only">
            Find in this list
          </label>
          <input
            id={id}
            type="search"
            value={wanted}
            onChange={(event) => setWanted(event.target.value)}
            placeholder="Find in this list"
            className="h-8 w-full rounded-sm border border-line-strong bg-raised px-2"
          />
        </div>
      )}
      <ul className="max-h-80 overflow-y-auto">
        {shown.map((option) => (
          <li key={option.value}>
            <Option
              option={option}
              on={chosen.includes(option.value)}
              to={href(base, toggled(state, list, option.value))}
            />
          </li>
        ))}
        {shown.length === 0 && <li className="px-2 py-1.5 text-muted">Nothing by that name</li>}
      </ul>
    </Popover>
  );
}

function Option({ option, on, to }: { readonly option: FilterOption; readonly on: boolean; readonly to: string }) {
  return (
    <Link
      href={to}
      scroll={false}
      prefetch={false}
      aria-current={on ? "true" : undefined}
      className={clsx(
        "flex min-h-8 items-center gap-2 rounded-sm px-2 py-1 hover:bg-ink/7 focus-visible:-outline-offset-2",
        on && "font-medium",
      )}
    >
      <Check size={14} aria-hidden="true" className={clsx("shrink-0", !on && "invisible")} />
      {option.mark}
      <span className="min-w-0 flex-1 truncate">{option.words}</span>
      <span className="text-muted text-sm">{option.count.toLocaleString("en")}</span>
    </Link>
  );
}
