import { X } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import type { ClaimPage } from "@/lib/claims/schema";
import { STATE_LABELS } from "@/lib/core/workflow/workflow";
import { StateGlyph } from "../../_claims/state-mark";
import { KIND_LABELS } from "../../_claims/words";
import { QuietLink } from "./filter-bar";
import { href, isFiltered, type TableState, toggled, withFilter, withoutFilters } from "./url-state";
import { ASK_LABELS, assigneeName, bandName } from "./words";

/** The filters that hold, each a chip that takes itself away. Nothing when none holds. */
export function FilterChips({
  base,
  state,
  facets,
  ofArticle,
  me,
}: {
  readonly base: string;
  readonly state: TableState;
  readonly facets: ClaimPage["facets"];
  readonly ofArticle: boolean;
  readonly me: string;
}) {
  if (!isFiltered(state)) return null;
  const { filter } = state;
  const without = (list: Parameters<typeof toggled>[1], value: string) => href(base, toggled(state, list, value));
  const verdict = (id: string) => facets.verdict.find(({ value }) => value === id)?.label ?? id;
  const person = (id: string) => facets.assignee.find(({ value }) => value === id)?.label ?? "Somebody";
  return (
    <ul aria-label="Filters" className="flex flex-wrap items-center gap-1.5 px-4 md:px-6 xl:px-8 pb-2">
      {filter.text !== "" && (
        <Chip what="Text" to={href(base, withFilter(state, { text: "" }))} name={filter.text}>
          “{filter.text}”
        </Chip>
      )}
      {filter.state.map((value) => (
        <Chip key={value} what="State" to={without("state", value)} name={STATE_LABELS[value]}>
          <StateGlyph state={value} />
          {STATE_LABELS[value]}
        </Chip>
      ))}
      {filter.verdict.map((value) => (
        <Chip key={value} what="Verdict" to={without("verdict", value)} name={verdict(value)} />
      ))}
      {filter.kind.map((value) => (
        <Chip key={value} what="Kind" to={without("kind", value)} name={KIND_LABELS[value]} />
      ))}
      {filter.assignee.map((value) => (
        <Chip
          key={value}
          what="Assigned to"
          to={without("assignee", value)}
          name={assigneeName(value, person(value), me)}
        />
      ))}
      {filter.speaker.map((value) => (
        <Chip key={value} what="Speaker" to={without("speaker", value)} name={value} />
      ))}
      {filter.score.map((value) => (
        <Chip key={value} what="Score" to={without("score", value)} name={bandName(value)} />
      ))}
      {filter.asks.map((value) => (
        <Chip key={value} what="Asks for" to={without("asks", value)} name={ASK_LABELS[value]} />
      ))}
      <li className="flex gap-x-4 pl-1.5">
        <QuietLink href={href(base, withoutFilters(state))}>Clear all</QuietLink>
        {ofArticle && <QuietLink href={href("/claims", withFilter(state, {}))}>In the whole newsroom</QuietLink>}
      </li>
    </ul>
  );
}

function Chip({
  what,
  name,
  to,
  children,
}: {
  readonly what: string;
  readonly name: string;
  readonly to: string;
  readonly children?: ReactNode;
}) {
  return (
    <li className="max-w-full">
      <Link
        href={to}
        scroll={false}
        prefetch={false}
        className="group flex h-7 max-w-full items-center gap-1.5 rounded-sm border border-line bg-sunken pr-1.5 pl-2 hover:border-line-strong"
      >
        <span className="sr-only">Take away: </span>
        <span className="shrink-0 text-muted">{what}</span>
        <span className="flex min-w-0 items-center gap-1.5 truncate">{children ?? name}</span>
        <X size={14} aria-hidden="true" className="shrink-0 text-muted group-hover:text-ink" />
      </Link>
    </li>
  );
}
