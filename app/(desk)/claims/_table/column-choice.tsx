"use client";

import { clsx } from "clsx";
import { Check } from "lucide-react";
import Link from "next/link";
import { COLUMN_LABELS, COLUMNS_COOKIE, type ColumnId } from "./columns";
import { href, type TableState, withColumn, writeColumns } from "./url-state";

const A_YEAR_SECONDS = 31_536_000;

/** Show or hide columns: in the address, and remembered by this browser for the next time. */
export function ColumnChoice({
  base,
  state,
  shown,
  offered,
}: {
  readonly base: string;
  readonly state: TableState;
  readonly shown: readonly ColumnId[];
  readonly offered: readonly ColumnId[];
}) {
  return (
    <ul className="w-48">
      {offered.map((id) => {
        const next = withColumn(state, shown, id);
        const on = shown.includes(id);
        return (
          <li key={id}>
            <Link
              href={href(base, next)}
              scroll={false}
              prefetch={false}
              aria-current={on ? "true" : undefined}
              onClick={() => remember(next.columns ?? [])}
              className="flex min-h-8 items-center gap-2 rounded-sm px-2 py-1 hover:bg-ink/7 focus-visible:-outline-offset-2"
            >
              <Check size={14} aria-hidden="true" className={clsx("shrink-0", !on && "invisible")} />
              {COLUMN_LABELS[id]}
            </Link>
          </li>
        );
      })}
    </ul>
  );
}

function remember(columns: readonly ColumnId[]): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the server reads it to draw the right columns at once; the newer API is not everywhere.
  document.cookie = `${COLUMNS_COOKIE}=${writeColumns(columns)}; path=/; max-age=${A_YEAR_SECONDS}; samesite=lax`;
}
