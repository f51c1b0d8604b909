import { clsx } from "clsx";
import { X } from "lucide-react";
import Link from "next/link";
import type { FigureRow } from "@/lib/claims/schema";
import { VALUE_KINDS } from "@/lib/core/values/value";
import { FACT_LABELS } from "../../../../_claims/words";
import { QuietLink } from "../../../../claims/_table/filter-bar";
import { type FigureList, figuresHref, toggledType } from "./figure-list";

/** What the table can be narrowed to, each with its count: a link that takes it into the filter or out of it. Works without scripts. */
export function TypeFilter({
  base,
  list,
  rows,
}: {
  readonly base: string;
  readonly list: FigureList;
  readonly rows: readonly FigureRow[];
}) {
  const restated = rows.filter(({ elsewhere }) => elsewhere.length > 0).length;
  const types = VALUE_KINDS.map((type) => ({ type, count: rows.filter((row) => row.type === type).length }));
  return (
    <ul aria-label="Filters" className="flex flex-wrap items-center gap-1.5 px-4 py-3 md:px-6 xl:px-8">
      {(restated > 0 || list.restated) && (
        <Choice
          on={list.restated}
          to={figuresHref(base, { ...list, restated: !list.restated, page: 1 })}
          words="Stated two ways"
          count={restated}
        />
      )}
      {types
        .filter(({ type, count }) => count > 0 || list.types.includes(type))
        .map(({ type, count }) => (
          <Choice
            key={type}
            on={list.types.includes(type)}
            to={figuresHref(base, toggledType(list, type))}
            words={FACT_LABELS[type]}
            count={count}
          />
        ))}
      {(list.restated || list.types.length > 0) && (
        <li className="pl-1.5">
          <QuietLink href={figuresHref(base, { ...list, types: [], restated: false, page: 1 })}>Clear all</QuietLink>
        </li>
      )}
    </ul>
  );
}

function Choice({
  on,
  to,
  words,
  count,
}: {
  readonly on: boolean;
  readonly to: string;
  readonly words: string;
  readonly count: number;
}) {
  return (
    <li>
      <Link
        href={to}
        scroll={false}
        prefetch={false}
        aria-current={on ? "true" : undefined}
        className={clsx(
          "flex h-7 items-center gap-1.5 rounded-sm border px-2 hover:border-line-strong",
          on ? "border-line-strong bg-sunken font-medium" : "border-line",
        )}
      >
        {on && <span className="sr-only">Take away: </span>}
        {words}
        <span className="text-muted text-sm">{count.toLocaleString("en")}</span>
        {on && <X size={14} aria-hidden="true" className="-mr-0.5 text-muted" />}
      </Link>
    </li>
  );
}
