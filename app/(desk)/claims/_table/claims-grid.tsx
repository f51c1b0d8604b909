"use client";

import type { RowSelectionState } from "@tanstack/react-table";
import { type ReactNode, useCallback, useMemo, useRef, useState } from "react";
import { DataTable } from "@/app/_ui/data-table";
import { rowInFocus, walkRows } from "@/app/_ui/row-keys";
import type { ClaimPage, ClaimRow } from "@/lib/claims/schema";
import { useShortcut } from "../../_shell/shortcuts";
import { type Assignee, BulkBar } from "./bulk-bar";
import { claimColumns } from "./claim-columns";
import { COLUMN_IDS, type ColumnId } from "./columns";
import { EMPTY_FILTER, href, isFiltered, meaningOf, sortedBy, type TableState } from "./url-state";

/** The rows of the claims table and what can be done with several at once. Which claims are chosen outlasts turning the page. */
export function ClaimsGrid(props: GridProps) {
  // Another filter means other claims: nothing stays chosen.
  return <Grid key={JSON.stringify([props.articleId, meaningOf(props.state.filter)])} {...props} />;
}

interface GridProps {
  readonly base: string;
  readonly state: TableState;
  readonly columns: readonly ColumnId[];
  readonly rows: readonly ClaimRow[];
  readonly total: number;
  readonly may: ClaimPage["may"];
  readonly people: readonly Assignee[];
  readonly articleId?: string;
  /** What to say about the work of others, beside the count. */
  readonly mark: ReactNode;
  /** What stands in place of the rows when there are none. */
  readonly children: ReactNode;
}

function Grid({ base, state, columns, rows, total, may, people, articleId, mark, children }: GridProps) {
  const [chosen, setChosen] = useState<RowSelectionState>({});
  const [everything, setEverything] = useState(false);
  const area = useRef<HTMLDivElement>(null);
  const mayChoose = may.correct || may.assign;
  const inPanel = () => document.querySelector(":popover-open") !== null;
  useShortcut("j", "Next claim", () => inPanel() || walkRows(area.current, 1));
  useShortcut("k", "Previous claim", () => inPanel() || walkRows(area.current, -1));
  useShortcut("x", "Choose the claim", () => setChosen((before) => flipped(before, rowInFocus(area.current))), {
    enabled: mayChoose && !everything,
  });
  const ids = useMemo(() => Object.keys(chosen), [chosen]);
  const clear = useCallback(() => {
    setChosen({});
    setEverything(false);
  }, []);
  const hidden = useMemo(() => COLUMN_IDS.filter((id) => !columns.includes(id)), [columns]);
  const table = useMemo(() => claimColumns(base), [base]);
  const order = {
    sort: state.filter.sort,
    descending: state.filter.desc,
    href: (sort: string) => href(base, sortedBy(state, sort)),
  };
  const selection = { chosen, onChange: setChosen, everything };
  const filter = { ...EMPTY_FILTER, ...meaningOf(state.filter), ...(articleId && { articleId }) };
  return (
    <>
      <BulkBar
        total={total}
        filtered={isFiltered(state)}
        chosen={everything ? total : ids.length}
        everything={everything}
        wholePage={rows.length > 0 && rows.every(({ id }) => chosen[id])}
        selection={everything ? { filter } : { ids }}
        may={may}
        people={people}
        mark={mark}
        onEverything={() => setEverything(true)}
        onClear={clear}
      />
      <div ref={area} className="min-h-0 md:flex-1 md:overflow-auto">
        {children ?? (
          <DataTable
            label="Claims"
            columns={table}
            rows={rows}
            rowId={({ id }) => id}
            rowName={({ number }) => `claim ${number}`}
            hidden={hidden}
            order={order}
            {...(mayChoose && { selection })}
          />
        )}
      </div>
    </>
  );
}

function flipped(chosen: RowSelectionState, id: string | null): RowSelectionState {
  if (id === null) return chosen;
  const { [id]: was, ...others } = chosen;
  return was ? others : { ...chosen, [id]: true };
}
