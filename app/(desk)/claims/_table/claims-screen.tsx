import { cookies } from "next/headers";
import type { ComponentProps, ReactNode } from "react";
import { EmptyState } from "@/app/_ui/empty-state";
import { loadClaimPage } from "@/lib/claims/queries";
import { may } from "@/lib/core/policy/policy";
import { loadSettings } from "@/lib/people/queries";
import type { Actor } from "@/lib/platform/actor";
import { LiveMark } from "../../_live/live-mark";
import { PageHeader } from "../../_shell/page-header";
import { type SearchParams, toParams } from "../../_shell/search-params";
import { ClaimsGrid } from "./claims-grid";
import { ARTICLE_COLUMNS, COLUMN_IDS, COLUMNS_COOKIE, type ColumnId, DEFAULT_COLUMNS } from "./columns";
import { FilterBar } from "./filter-bar";
import { FilterChips } from "./filter-chips";
import { Pager } from "./pager";
import { isFiltered, readColumns, readState, type TableState, withFilter } from "./url-state";

/** The claims table, over one article (`articleId`) or the whole newsroom, as the address `base` with `query` says. */
export async function ClaimsScreen({
  actor,
  base,
  query,
  articleId,
  heading,
  empty,
}: {
  readonly actor: Actor;
  readonly base: string;
  readonly query: SearchParams;
  readonly articleId?: string;
  readonly heading: Pick<ComponentProps<typeof PageHeader>, "title" | "over" | "tabs" | "meta">;
  /** Shown when there is no claim at all. */
  readonly empty: ReactNode;
}) {
  const asOf = new Date().toISOString();
  const asked = readState(toParams(query));
  const { page, state } = await loadWithin(actor, asked, articleId);
  const people = page.may.assign ? await loadAssignees(actor) : [];
  const columns = await shownColumns(state, articleId);
  const nothing = page.total === 0 && !isFiltered(state);
  return (
    <div className="flex flex-col md:h-dvh md:min-h-128">
      <PageHeader {...heading} />
      {nothing ? (
        <div className="px-4 md:px-6 xl:px-8 py-4">{empty}</div>
      ) : (
        <>
          <FilterBar
            base={base}
            state={state}
            facets={page.facets}
            columns={columns}
            ofArticle={articleId !== undefined}
            me={actor.userId}
          />
          <FilterChips
            base={base}
            state={state}
            facets={page.facets}
            ofArticle={articleId !== undefined}
            me={actor.userId}
          />
          <ClaimsGrid
            base={base}
            state={state}
            columns={columns}
            rows={page.rows}
            total={page.total}
            may={page.may}
            people={people}
            mark={<LiveMark asOf={asOf} {...(articleId && { articleId })} />}
            {...(articleId && { articleId })}
          >
            {page.total === 0 ? (
              <div className="px-4 md:px-6 xl:px-8 py-4">
                <EmptyState title="No claim matches these filters">
                  Take one of them away above, or search for other words.
                </EmptyState>
              </div>
            ) : null}
          </ClaimsGrid>
          <Pager base={base} state={state} total={page.total} />
        </>
      )}
    </div>
  );
}

/** Load the page asked for; one beyond the last shows the last. */
async function loadWithin(actor: Actor, asked: TableState, articleId: string | undefined) {
  const scope = articleId === undefined ? {} : { articleId };
  const page = await loadClaimPage(actor, { ...asked.filter, ...scope });
  const last = Math.max(1, Math.ceil(page.total / asked.filter.pageSize));
  if (asked.filter.page <= last) return { page, state: asked };
  const state = withFilter(asked, { page: last });
  return { page: await loadClaimPage(actor, { ...state.filter, ...scope }), state };
}

async function loadAssignees(actor: Actor) {
  const { members } = await loadSettings(actor);
  return members
    .filter(({ role }) => may(role, "claim.check"))
    .map(({ userId, name, isMe }) => ({ id: userId, name, isMe }));
}

/** The columns of the address, else those the reader chose last in this browser, else the usual ones. */
async function shownColumns({ columns }: TableState, articleId: string | undefined): Promise<readonly ColumnId[]> {
  const remembered = (await cookies()).get(COLUMNS_COOKIE)?.value;
  const chosen =
    columns ?? readColumns(remembered ?? null) ?? (articleId === undefined ? DEFAULT_COLUMNS : ARTICLE_COLUMNS);
  return COLUMN_IDS.filter((id) => chosen.includes(id) && (id !== "article" || articleId === undefined));
}
