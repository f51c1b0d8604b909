import { Columns3 } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { Button } from "@/app/_ui/button";
import { Popover } from "@/app/_ui/popover";
import type { ClaimPage } from "@/lib/claims/schema";
import { STATE_LABELS } from "@/lib/core/workflow/workflow";
import { StateGlyph } from "../../_claims/state-mark";
import { KIND_LABELS } from "../../_claims/words";
import { ColumnChoice } from "./column-choice";
import { COLUMN_IDS, type ColumnId, SORT_LABELS } from "./columns";
import { FilterMenu, type FilterOption } from "./filter-menu";
import { SearchField } from "./search-field";
import { type ListName, type TableState, withFilter, writeState } from "./url-state";
import { ASK_LABELS, assigneeName, bandName } from "./words";

type Facets = ClaimPage["facets"];

/** Search, the filters with how many claims each would show, and the choice of columns. Links and a form: works without scripts. */
export function FilterBar({
  base,
  state,
  facets,
  columns,
  ofArticle,
  me,
}: {
  readonly base: string;
  readonly state: TableState;
  readonly facets: Facets;
  readonly columns: readonly ColumnId[];
  readonly ofArticle: boolean;
  readonly me: string;
}) {
  const menus = optionsOf(facets, me);
  return (
    <search className="flex flex-wrap items-center gap-2 px-4 md:px-6 xl:px-8 pt-3 pb-2">
      <SearchField key={base} base={base} state={state} />
      <div className="flex gap-2 max-md:-mx-4 max-md:w-dvw max-md:overflow-x-auto max-md:px-4 max-md:py-1">
        {MENUS.map(({ list, label }) =>
          menus[list].length === 0 ? null : (
            <FilterMenu key={list} base={base} state={state} list={list} label={label} options={menus[list]} />
          ),
        )}
      </div>
      <span className="flex items-center gap-2 md:ml-auto">
        <SortChoice base={base} state={state} ofArticle={ofArticle} />
        <Popover
          label="Columns"
          align="end"
          variant="quiet"
          triggerClassName="max-md:hidden"
          trigger={
            <>
              <Columns3 size={15} aria-hidden="true" />
              Columns
            </>
          }
          className="p-1"
        >
          <ColumnChoice
            base={base}
            state={state}
            shown={columns}
            offered={COLUMN_IDS.filter((id) => id !== "article" || !ofArticle)}
          />
        </Popover>
      </span>
    </search>
  );
}

const MENUS: readonly { readonly list: ListName; readonly label: string }[] = [
  { list: "state", label: "State" },
  { list: "verdict", label: "Verdict" },
  { list: "kind", label: "Kind" },
  { list: "assignee", label: "Assigned to" },
  { list: "speaker", label: "Speaker" },
  { list: "score", label: "Score" },
  { list: "asks", label: "Asks for" },
];

function optionsOf(facets: Facets, me: string): Record<ListName, readonly FilterOption[]> {
  return {
    state: facets.state.map(({ value, count }) => ({
      value,
      count,
      words: STATE_LABELS[value],
      mark: <StateGlyph state={value} />,
    })),
    verdict: facets.verdict.map(({ value, label, count }) => ({ value, count, words: label })),
    kind: facets.kind.map(({ value, count }) => ({ value, count, words: KIND_LABELS[value] })),
    assignee: facets.assignee.map((facet) => ({
      value: facet.value,
      count: facet.count,
      words: assigneeName(facet.value, facet.label, me),
    })),
    speaker: facets.speaker
      .filter(({ value }) => value !== "")
      .map(({ value, count }) => ({ value, count, words: value })),
    asks: facets.asks.map(({ value, count }) => ({ value, count, words: ASK_LABELS[value] })),
    score: facets.score.map(({ value, count }) => ({ value, count, words: bandName(value) })),
  };
}

/** The order as a form, for narrow screens, where the head of the table with its links is out of sight. */
function SortChoice({
  base,
  state,
  ofArticle,
}: {
  readonly base: string;
  readonly state: TableState;
  readonly ofArticle: boolean;
}) {
  const sorts = Object.entries(SORT_LABELS).filter(([id]) => id !== "article" || !ofArticle);
  return (
    <form action={base} className="flex items-center gap-2 md:hidden">
      <HiddenState state={withFilter(state, { sort: "number", desc: false })} />
      <label className="sr-only" htmlFor="sort">
        Sort by
      </label>
      <select
        id="sort"
        name="sort"
        defaultValue={state.filter.sort}
        key={state.filter.sort}
        className="h-8 rounded-sm border border-line-strong bg-raised px-1.5"
      >
        {sorts.map(([id, label]) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
      </select>
      <label className="flex items-center gap-1 text-muted text-sm">
        <input type="checkbox" name="desc" value="1" defaultChecked={state.filter.desc} className="size-4 accent-ink" />
        Reversed
      </label>
      <Button type="submit">Sort</Button>
    </form>
  );
}

/** The state of a table as hidden fields of a form that changes one part of it. */
export function HiddenState({ state }: { readonly state: TableState }): ReactNode {
  return [...writeState(state)].map(([name, value], place) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a name may stand several times; the fields keep nothing.
    <input key={`${name}-${place}`} type="hidden" name={name} value={value} />
  ));
}

/** A link in the look of this table's quiet actions. */
export function QuietLink({ href, children }: { readonly href: string; readonly children: ReactNode }) {
  return (
    <Link
      href={href}
      scroll={false}
      className="text-muted underline decoration-line-strong underline-offset-3 hover:text-ink"
    >
      {children}
    </Link>
  );
}
