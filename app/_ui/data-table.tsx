"use client";

import {
  type ColumnDef,
  columnVisibilityFeature,
  metaHelper,
  type OnChangeFn,
  type Row,
  type RowData,
  type RowSelectionState,
  rowPaginationFeature,
  rowSelectionFeature,
  rowSortingFeature,
  type Table,
  tableFeatures,
  useTable,
} from "@tanstack/react-table";
import { clsx } from "clsx";
import { ArrowDown, ArrowUp } from "lucide-react";
import Link from "next/link";
import { useEffect, useMemo, useRef } from "react";
import { useFullText } from "./full-text";

// Written out, so that the style sheet holds them.
const WIDTHS = {
  13: "w-13 xl:w-15",
  14: "w-14",
  16: "w-16",
  18: "w-18",
  20: "w-20",
  24: "w-24",
  28: "w-28",
  32: "w-32",
  36: "w-36",
  40: "w-40",
  44: "w-44",
  /** A sign on narrower screens, with its word from 1280 px. */
  sign: "w-10 xl:w-28",
  /** A name, with more room from 1280 px. */
  name: "w-28 xl:w-40",
} as const;
const LEAST_WIDTHS = [
  [48, "md:min-w-[48rem]"],
  [52, "md:min-w-[52rem]"],
  [56, "md:min-w-[56rem]"],
  [60, "md:min-w-[60rem]"],
  [64, "md:min-w-[64rem]"],
  [68, "md:min-w-[68rem]"],
  [72, "md:min-w-[72rem]"],
  [76, "md:min-w-[76rem]"],
  [80, "md:min-w-[80rem]"],
  [88, "md:min-w-[88rem]"],
  [96, "md:min-w-[96rem]"],
  [112, "md:min-w-[112rem]"],
] as const;
const GROWING_UNITS = { sign: 10, name: 28 } as const;
const OPEN_UNITS = 56;

/** Widths that a column may have, in quarters of a rem. */
export type ColumnWidth = keyof typeof WIDTHS;

function unitsOf(width: ColumnWidth | undefined): number {
  if (width === undefined) return OPEN_UNITS;
  return typeof width === "number" ? width : GROWING_UNITS[width];
}

/** The class of the least width at which no column is squeezed; below it the table scrolls sideways. */
function leastWidth(widths: readonly (ColumnWidth | undefined)[]): string {
  const units = widths.map((width) => unitsOf(width));
  const rem = units.reduce((sum, one) => sum + one, 0) / 4;
  return (LEAST_WIDTHS.find(([least]) => least >= rem) ?? LEAST_WIDTHS[LEAST_WIDTHS.length - 1] ?? ["", ""])[1];
}

/** How a column looks. Classes only: the policy of the pages refuses style attributes. */
export interface ColumnLook {
  /** Its name in the head, in lists of columns, and before its value on narrow screens. */
  readonly label: string;
  /** Its width in quarters of a rem; columns without one share what is left, at least 56 each. */
  readonly width?: ColumnWidth;
  /** Numbers stand right. */
  readonly numbers?: boolean;
  /** The key that the rows can be sorted by. */
  readonly sort?: string;
  /** Classes of its cell on narrow screens, where a row is a small block of text. */
  readonly narrow?: string;
  /** Write the label before the value on narrow screens. */
  readonly named?: boolean;
}

/** What the table is made of; sorting and paging are done where the data lives. */
export const tableParts = tableFeatures({
  columnVisibilityFeature,
  rowPaginationFeature,
  rowSelectionFeature,
  rowSortingFeature,
  columnMeta: metaHelper<ColumnLook>(),
});
export type TableParts = typeof tableParts;

/** A column of a DataTable over rows of one type. */
export type DataColumn<Data extends RowData> = ColumnDef<TableParts, Data, unknown>;

/** Which rows are chosen, by id, also those on other pages. */
export interface Selection {
  readonly chosen: RowSelectionState;
  readonly onChange: OnChangeFn<RowSelectionState>;
  /** True while everything that matches is meant, shown here or not; then single rows can't be left out. */
  readonly everything: boolean;
}

/** The order of the rows, and the address that shows them by another one. */
export interface Order {
  readonly sort: string;
  readonly descending: boolean;
  readonly href: (sort: string) => string;
}

/**
 * A table of rows that somebody else sorted, filtered and cut into pages: 36 px rows, one line each, the full text of a cut line
 * on hover and focus, sticky head. Below 768 px each row is a block of text. Works as plain HTML before and without scripts.
 * For keys see row-keys.ts: the first link of a row opens it.
 */
export function DataTable<Data extends RowData>({
  label,
  columns,
  rows,
  rowId,
  rowName,
  hidden = NONE_HIDDEN,
  order,
  selection,
  className,
}: {
  readonly label: string;
  readonly columns: readonly DataColumn<Data>[];
  readonly rows: readonly Data[];
  readonly rowId: (row: Data) => string;
  /** What a row is called where it is chosen: "claim 12". */
  readonly rowName: (row: Data) => string;
  /** Ids of columns that are not shown. */
  readonly hidden?: readonly string[];
  readonly order?: Order;
  readonly selection?: Selection;
  readonly className?: string;
}) {
  const columnVisibility = useMemo(() => Object.fromEntries(hidden.map((id) => [id, false])), [hidden]);
  const table = useTable({
    features: tableParts,
    columns,
    data: rows,
    getRowId: rowId,
    manualPagination: true,
    manualSorting: true,
    rowCount: rows.length,
    enableRowSelection: selection !== undefined && !selection.everything,
    state: {
      columnVisibility,
      rowSelection: selection?.chosen ?? NONE_CHOSEN,
      sorting: order ? [{ id: order.sort, desc: order.descending }] : [],
      pagination: { pageIndex: 0, pageSize: Math.max(rows.length, 1) },
    },
    ...(selection && { onRowSelectionChange: selection.onChange }),
  });
  const body = useRef<HTMLTableSectionElement>(null);
  const fullText = useFullText(body);
  const shown = table.getVisibleLeafColumns().map(({ columnDef }) => columnDef.meta?.width);
  const least = leastWidth(selection ? [13, ...shown] : shown);
  return (
    <>
      <table
        {...ROLES.table}
        aria-label={label}
        className={clsx("w-full border-separate border-spacing-0 md:table-fixed max-md:block", least, className)}
      >
        <Head table={table} {...(order && { order })} {...(selection && { selection })} />
        <tbody {...ROLES.rowgroup} ref={body} className="max-md:block">
          {table.getRowModel().rows.map((row) => (
            <BodyRow key={row.id} row={row} table={table} name={rowName} {...(selection && { selection })} />
          ))}
        </tbody>
      </table>
      {fullText}
    </>
  );
}

const NONE_HIDDEN: readonly string[] = [];
const NONE_CHOSEN: RowSelectionState = {};

// Laid out as blocks on narrow screens, elements of a table lose their meaning unless it is said again.
const ROLES = {
  table: { role: "table" },
  rowgroup: { role: "rowgroup" },
  row: { role: "row" },
  columnheader: { role: "columnheader" },
  cell: { role: "cell" },
} as const;

type Made<Data extends RowData> = Pick<Table<TableParts, Data>, "getHeaderGroups"> &
  ReturnType<typeof useTable<TableParts, Data>>;

function Head<Data extends RowData>({
  table,
  order,
  selection,
}: {
  readonly table: Made<Data>;
  readonly order?: Order;
  readonly selection?: Selection;
}) {
  return (
    <thead {...ROLES.rowgroup} className="max-md:sr-only">
      {table.getHeaderGroups().map((group) => (
        <tr key={group.id} {...ROLES.row}>
          {selection && (
            <th {...ROLES.columnheader} scope="col" className={clsx(HEAD_CELL, WIDTHS[13])}>
              <ChooseAll
                all={selection.everything || table.getIsAllPageRowsSelected()}
                some={table.getIsSomePageRowsSelected()}
                disabled={selection.everything || table.getRowModel().rows.length === 0}
                onChange={() => table.toggleAllPageRowsSelected()}
              />
            </th>
          )}
          {group.headers.map((header) => (
            <HeadCell key={header.id} look={header.column.columnDef.meta} {...(order && { order })} />
          ))}
        </tr>
      ))}
    </thead>
  );
}

const HEAD_CELL =
  "sticky top-0 z-10 h-9 border-line-strong/50 border-b bg-paper px-2 text-left font-medium text-muted text-sm first:pl-6 last:pr-6 xl:first:pl-8 xl:last:pr-8";

function HeadCell({ look, order }: { readonly look: ColumnLook | undefined; readonly order?: Order }) {
  const sorted = look?.sort !== undefined && order?.sort === look.sort;
  const sign = look?.width === "sign" && "md:max-xl:sr-only";
  const Arrow = order?.descending ? ArrowDown : ArrowUp;
  return (
    <th
      {...ROLES.columnheader}
      scope="col"
      aria-sort={sorted ? (order?.descending ? "descending" : "ascending") : undefined}
      className={clsx(HEAD_CELL, look?.width && WIDTHS[look.width], look?.numbers && "text-right")}
    >
      {look?.sort === undefined || !order ? (
        <span className={clsx("block truncate", sign)}>{look?.label}</span>
      ) : (
        <Link
          href={order.href(look.sort)}
          scroll={false}
          className={clsx(
            "group inline-flex max-w-full items-center gap-1 align-middle hover:text-ink",
            look.numbers && "flex-row-reverse",
            sorted && "text-ink",
          )}
        >
          <span className={clsx("truncate", sign)}>{look.label}</span>
          <Arrow
            aria-hidden="true"
            className={clsx("size-3.5 shrink-0", !sorted && "opacity-0 group-hover:opacity-50")}
          />
        </Link>
      )}
    </th>
  );
}

function ChooseAll(props: {
  readonly all: boolean;
  readonly some: boolean;
  readonly disabled: boolean;
  readonly onChange: () => void;
}) {
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (box.current) box.current.indeterminate = props.some && !props.all;
  }, [props.some, props.all]);
  return (
    <input
      ref={box}
      type="checkbox"
      aria-label="Choose all on this page"
      checked={props.all}
      disabled={props.disabled}
      onChange={props.onChange}
      className={CHECKBOX}
    />
  );
}

const CHECKBOX = "block size-4 cursor-pointer accent-ink disabled:cursor-default noscript:hidden";

function BodyRow<Data extends RowData>({
  row,
  table,
  name,
  selection,
}: {
  readonly row: Row<TableParts, Data>;
  readonly table: Made<Data>;
  readonly name: (row: Data) => string;
  readonly selection?: Selection;
}) {
  const chosen = selection !== undefined && (selection.everything || row.getIsSelected());
  return (
    <tr
      {...ROLES.row}
      data-row={row.id}
      aria-selected={selection ? chosen : undefined}
      className={clsx(
        "group/row relative focus-within:bg-sunken hover:bg-sunken",
        "max-md:flex max-md:flex-wrap max-md:items-center max-md:gap-x-3 max-md:gap-y-1 max-md:border-line max-md:border-b max-md:px-4 max-md:py-3",
        chosen && "bg-selected/60 focus-within:bg-selected hover:bg-selected",
      )}
    >
      {selection && (
        <td {...ROLES.cell} className={BODY_CELL}>
          <input
            type="checkbox"
            aria-label={`Choose ${name(row.original)}`}
            checked={chosen}
            disabled={selection.everything}
            onChange={NOTHING}
            onClick={row.getToggleSelectedHandler()}
            className={clsx(
              CHECKBOX,
              "relative pointer-coarse:after:absolute pointer-coarse:after:-inset-3.5 pointer-coarse:after:content-['']",
            )}
          />
        </td>
      )}
      {row.getVisibleCells().map((cell) => {
        const look = cell.column.columnDef.meta;
        const value = cell.getValue();
        const blank = value === null || value === "";
        return (
          <td
            key={cell.id}
            {...ROLES.cell}
            className={clsx(BODY_CELL, look?.numbers && "md:text-right", blank && "max-md:hidden", look?.narrow)}
          >
            {look?.named && !blank && <span className="text-muted md:hidden">{look.label} </span>}
            <table.FlexRender cell={cell} />
          </td>
        );
      })}
    </tr>
  );
}

// The click handler does it: it knows whether Shift is held.
const NOTHING = () => undefined;

const BODY_CELL =
  "md:h-9 md:leading-[2.1875rem] md:border-line/70 md:border-b md:px-2 md:first:pl-6 md:last:pr-6 xl:first:pl-8 xl:last:pr-8 max-md:p-0 max-md:text-sm";

/** One line of text that may be cut off at the width of its cell; all of it shows on hover and when its row has the focus. */
export const clipped = "md:block md:truncate";
