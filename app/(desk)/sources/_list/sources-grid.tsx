"use client";

import { createColumnHelper } from "@tanstack/react-table";
import { clsx } from "clsx";
import Link from "next/link";
import { useRef } from "react";
import { clipped, DataTable, type TableParts } from "@/app/_ui/data-table";
import { dayInWords, RelativeTime } from "@/app/_ui/relative-time";
import { walkRows } from "@/app/_ui/row-keys";
import type { SourceRow } from "@/lib/sources/schema";
import { MEDIUM_LABELS, SOURCE_KIND_LABELS } from "../../_claims/words";
import { useShortcut } from "../../_shell/shortcuts";
import { SecrecyBadge } from "../_form/who-may-know";
import { listHref, type SourceList, sortedList } from "./list-state";

const helper = createColumnHelper<TableParts, SourceRow>();
const UNDER = "max-md:order-2";

const COLUMNS = helper.columns([
  helper.accessor("title", {
    meta: { label: "Source", sort: "title", narrow: "max-md:order-1 max-md:basis-full max-md:text-base" },
    cell: ({ row: { original } }) => (
      <Link
        href={`/sources/${original.id}`}
        prefetch={false}
        className="flex min-w-0 items-center gap-2 text-ink hover:underline hover:decoration-line-strong hover:underline-offset-3"
      >
        <span data-clip className={clsx(clipped, original.concealed && "text-muted")}>
          {original.title}
        </span>
        <SecrecyBadge value={original.confidentiality} className="shrink-0" />
      </Link>
    ),
  }),
  helper.accessor("publisher", {
    meta: { label: "Publisher", width: "name", sort: "publisher", narrow: UNDER },
    cell: ({ getValue }) => (
      <span data-clip className={clipped}>
        {getValue()}
      </span>
    ),
  }),
  helper.accessor("medium", {
    meta: { label: "Type", width: 32, narrow: UNDER },
    cell: ({ getValue }) => (
      <span data-clip className={clipped}>
        {MEDIUM_LABELS[getValue()]}
      </span>
    ),
  }),
  helper.accessor("kind", {
    meta: { label: "Standing", width: 32, narrow: UNDER },
    cell: ({ getValue }) => SOURCE_KIND_LABELS[getValue()],
  }),
  helper.accessor(({ date }) => date ?? "", {
    id: "date",
    meta: { label: "Date", width: 32, numbers: true, sort: "date", narrow: UNDER },
    cell: ({ getValue }) => <span className="whitespace-nowrap">{dayInWords(getValue() || null)}</span>,
  }),
  helper.accessor("claims", {
    meta: { label: "Claims", width: 24, numbers: true, sort: "claims", narrow: UNDER, named: true },
    cell: ({ getValue }) => <span className={clsx(getValue() === 0 && "text-muted")}>{getValue()}</span>,
  }),
  helper.accessor("createdAt", {
    id: "added",
    meta: { label: "Added", width: 28, numbers: true, sort: "added", narrow: "max-md:hidden" },
    cell: ({ getValue }) => <RelativeTime at={getValue()} className="whitespace-nowrap text-muted" />,
  }),
]);

/** The sources as a table; j and k walk, Enter opens. */
export function SourcesGrid({ rows, list }: { readonly rows: readonly SourceRow[]; readonly list: SourceList }) {
  const area = useRef<HTMLDivElement>(null);
  useShortcut("j", "Next source", () => walkRows(area.current, 1));
  useShortcut("k", "Previous source", () => walkRows(area.current, -1));
  return (
    <div ref={area} className="md:overflow-x-auto">
      <DataTable
        label="Sources"
        columns={COLUMNS}
        rows={rows}
        rowId={({ id }) => id}
        rowName={({ title }) => title}
        order={{ sort: list.sort, descending: list.desc, href: (sort) => listHref(sortedList(list, sort)) }}
      />
    </div>
  );
}
