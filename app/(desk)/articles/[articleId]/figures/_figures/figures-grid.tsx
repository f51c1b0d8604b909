"use client";

import { createColumnHelper } from "@tanstack/react-table";
import { clsx } from "clsx";
import Link from "next/link";
import { useMemo, useRef } from "react";
import { clipped, DataTable, type TableParts } from "@/app/_ui/data-table";
import { walkRows } from "@/app/_ui/row-keys";
import type { FigureRow } from "@/lib/claims/schema";
import { valueParts } from "@/lib/core/values/value-parts";
import { STATE_LABELS } from "@/lib/core/workflow/workflow";
import { STATE_TEXT, StateGlyph } from "../../../../_claims/state-mark";
import { FACT_LABELS } from "../../../../_claims/words";
import { useShortcut } from "../../../../_shell/shortcuts";
import { speakerHref } from "../../../../claims/_table/url-state";
import { Elsewhere } from "./elsewhere";
import { type FigureList, figuresHref, sortedFigures } from "./figure-list";

const helper = createColumnHelper<TableParts, FigureRow>();
const UNDER = "max-md:order-3";
const LINK = "hover:underline hover:decoration-line-strong hover:underline-offset-3";

const figureColumns = (articleId: string) =>
  helper.columns([
    helper.accessor("number", {
      meta: { label: "No.", width: 20, numbers: true, sort: "place", narrow: "max-md:order-1 text-muted" },
      cell: ({ getValue }) => <span className="text-muted">{getValue()}</span>,
    }),
    helper.accessor("state", {
      meta: { label: "State", width: 18, sort: "state", narrow: "max-md:order-1 max-md:mr-auto" },
      cell: ({ getValue }) => (
        <span
          title={STATE_LABELS[getValue()]}
          className={clsx("flex items-center gap-1.5 whitespace-nowrap", STATE_TEXT[getValue()])}
        >
          <StateGlyph state={getValue()} />
          <span className="md:sr-only">{STATE_LABELS[getValue()]}</span>
        </span>
      ),
    }),
    helper.accessor("text", {
      meta: {
        label: "As it stands",
        width: 36,
        sort: "words",
        narrow: "max-md:order-2 max-md:basis-full max-md:text-base max-md:font-medium",
      },
      cell: ({ getValue }) => (
        <span data-clip className={clsx(clipped, "wrap-anywhere md:font-medium")}>
          {getValue()}
        </span>
      ),
    }),
    helper.accessor(({ value }) => valueParts(value).bound, {
      id: "bound",
      meta: { label: "Limit", width: 18, narrow: UNDER },
      cell: ({ getValue }) => <span className="whitespace-nowrap">{getValue()}</span>,
    }),
    helper.accessor(({ value }) => valueParts(value).figure, {
      id: "value",
      meta: { label: "Value", width: 32, numbers: true, sort: "value", narrow: UNDER },
      cell: ({ getValue }) => (
        <span data-clip className={clipped}>
          {getValue()}
        </span>
      ),
    }),
    helper.accessor(({ value }) => valueParts(value).unit, {
      id: "unit",
      meta: { label: "Unit", width: 16, narrow: "max-md:order-3 max-md:-ml-1.5" },
      cell: ({ getValue }) => (
        <span data-clip className={clipped}>
          {getValue()}
        </span>
      ),
    }),
    helper.accessor("type", {
      meta: { label: "Type", width: 24, sort: "type", narrow: "max-md:order-3 text-muted" },
      cell: ({ getValue }) => FACT_LABELS[getValue()],
    }),
    helper.accessor(({ elsewhere }) => (elsewhere.length === 0 ? "" : String(elsewhere.length)), {
      id: "elsewhere",
      meta: { label: "Stated two ways", narrow: "max-md:order-6 max-md:basis-full" },
      cell: ({ row: { original } }) => <Elsewhere articleId={articleId} places={original.elsewhere} />,
    }),
    helper.accessor("wording", {
      meta: { label: "About", sort: "about", narrow: "max-md:order-4 max-md:basis-full" },
      cell: ({ row: { original } }) => (
        <Link
          href={`/articles/${articleId}?claim=${original.claimId}`}
          prefetch={false}
          className={clsx("block text-ink", LINK)}
        >
          <span
            data-clip
            className={clsx(clipped, "max-md:line-clamp-2", original.state === "dismissed" && "text-muted")}
          >
            {original.wording}
          </span>
        </Link>
      ),
    }),
    helper.accessor("speakerName", {
      id: "speaker",
      meta: { label: "Speaker", width: "name", sort: "speaker", narrow: "max-md:order-5" },
      cell: ({ getValue }) =>
        getValue() === "" ? null : (
          <span data-clip className={clipped}>
            <Link
              href={speakerHref(`/articles/${articleId}/claims`, getValue())}
              prefetch={false}
              title={`All claims by ${getValue()}`}
              className={LINK}
            >
              {getValue()}
            </Link>
          </span>
        ),
    }),
  ]);

/** The figures of an article as a table; j and k walk, Enter opens the claim in the galley. */
export function FiguresGrid({
  articleId,
  base,
  rows,
  list,
  flags,
}: {
  readonly articleId: string;
  readonly base: string;
  readonly rows: readonly FigureRow[];
  readonly list: FigureList;
  /** Whether anything in the article is stated two ways; else that column would only be empty. */
  readonly flags: boolean;
}) {
  const area = useRef<HTMLDivElement>(null);
  const columns = useMemo(() => figureColumns(articleId), [articleId]);
  useShortcut("j", "Next figure", () => walkRows(area.current, 1));
  useShortcut("k", "Previous figure", () => walkRows(area.current, -1));
  return (
    <div ref={area} className="min-h-0 md:flex-1 md:overflow-auto">
      <DataTable
        label="Figures"
        columns={columns}
        rows={rows}
        rowId={({ id }) => id}
        rowName={({ text }) => text}
        hidden={flags ? NONE : ELSEWHERE}
        order={{ sort: list.sort, descending: list.desc, href: (sort) => figuresHref(base, sortedFigures(list, sort)) }}
      />
    </div>
  );
}

const NONE: readonly string[] = [];
const ELSEWHERE: readonly string[] = ["elsewhere"];
