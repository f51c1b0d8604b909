"use client";

import { clsx } from "clsx";
import { FileCheck2, FilePlus2, Hash, ScanText, ScrollText, Table2 } from "lucide-react";
import Link from "next/link";
import { Button, buttonClasses } from "@/app/_ui/button";
import { Popover } from "@/app/_ui/popover";
import { StackedBar } from "@/app/_ui/progress-bar";
import { Tooltip } from "@/app/_ui/tooltip";
import { coveredPercent } from "@/lib/core/coverage/coverage";
import { figuresInWords } from "@/lib/core/coverage/words";
import { CLAIM_STATES, type ClaimState, STATE_LABELS } from "@/lib/core/workflow/workflow";
import { bulkAcceptAction } from "../../../_claims/actions";
import { STATE_FILL, StateGlyph } from "../../../_claims/state-mark";
import { offerUndo, useAct } from "../../../_claims/use-act";
import { LiveMark } from "../../../_live/live-mark";
import { useWorkbench } from "./workbench-context";

/** The line over the galley: how far the check is, the filter by state, what is shown, and the ways on. */
export function Toolbar({ asOf }: { readonly asOf: string }) {
  const { article, shown, filter, setFilter } = useWorkbench();
  const { progress } = article;
  const counted = filter.length > 0 ? `${count(shown.length)} of ${claims(progress.total)}` : claims(progress.total);
  return (
    <div className="@container sticky top-0 z-20 border-line border-b bg-paper print:hidden">
      <div className="flex h-11 items-center gap-3 px-4 max-sm:gap-1.5 max-sm:px-3">
        <ArticleProgress />
        <Popover label="Filter by state" size="sm" variant="quiet" trigger={filterWords(filter)}>
          <StateFilter />
        </Popover>
        <span className="@max-4xl:sr-only whitespace-nowrap text-muted text-sm" role="status">
          {counted}
        </span>
        {filter.length > 0 && (
          <Button size="sm" variant="quiet" onClick={() => setFilter([])} className="@max-2xl:hidden">
            Show all
          </Button>
        )}
        {/* Where the line is full, the mark hangs below it and moves nothing. */}
        <span className="@max-2xl:absolute @max-2xl:top-full @max-2xl:left-0 @max-2xl:rounded-br-md @max-2xl:bg-raised @max-2xl:has-[button]:px-4">
          <LiveMark asOf={asOf} articleId={article.id} />
        </span>
        <div className="ml-auto flex items-center gap-1">
          <AcceptAll />
          <CoverageToggle />
          <Popover
            label="The marks"
            size="sm"
            variant="quiet"
            align="end"
            trigger="Marks"
            triggerClassName="@max-4xl:hidden"
          >
            <Legend />
          </Popover>
          {article.may.revise && (
            <ToolLink href={`/articles/${article.id}/revise`} words="New version" icon={<FilePlus2 size={15} />} />
          )}
          <ToolLink href={`/articles/${article.id}/claims`} words="Table of its claims" icon={<Table2 size={15} />} />
          {/* Where the line is full, the overview's links lead there. */}
          <ToolLink spare href={`/articles/${article.id}/figures`} words="Figures" icon={<Hash size={15} />} />
          <ToolLink spare href={`/articles/${article.id}/ledger`} words="Ledger" icon={<ScrollText size={15} />} />
          <ToolLink href={`/reports/${article.id}`} words="Report" icon={<FileCheck2 size={15} />} />
        </div>
      </div>
    </div>
  );
}

/** Paints how much of the text is under a decision, or stops that; the figure stands here all the time. */
function CoverageToggle() {
  const { article, coverage } = useWorkbench();
  const { facts } = article.coverage;
  const figure = facts.facts === 0 ? "" : `${coveredPercent(facts)} %`;
  return (
    <Tooltip words={`Coverage: ${figuresInWords(facts)}`} keys="C" side="bottom">
      <Button
        size="sm"
        variant="quiet"
        aria-pressed={coverage.shown}
        onClick={() => coverage.show(!coverage.shown)}
        className="aria-pressed:bg-selected"
      >
        <ScanText size={15} aria-hidden="true" />
        <span className="@max-3xl:sr-only">Coverage </span>
        <span className="@max-2xl:sr-only text-muted tabular-nums">{figure}</span>
      </Button>
    </Tooltip>
  );
}

function ToolLink(props: {
  readonly href: string;
  readonly words: string;
  readonly icon: React.ReactNode;
  /** Whether it gives way where the line is full. */
  readonly spare?: boolean;
}) {
  return (
    <Tooltip words={props.words} side="bottom">
      <Link
        href={props.href}
        aria-label={props.words}
        className={clsx(
          buttonClasses({ variant: "quiet", size: "sm", square: true }),
          props.spare && "@max-2xl:hidden",
        )}
      >
        {props.icon}
      </Link>
    </Tooltip>
  );
}

function ArticleProgress() {
  const { progress } = useWorkbench().article;
  const { done, total, byState } = progress;
  const words = total === 0 ? "No claims yet" : `${count(done)} of ${claims(total)} decided`;
  return (
    <span className="flex items-center gap-2" title={words}>
      <span className="flex w-24 max-sm:w-14">
        <StackedBar
          label={words}
          max={total}
          parts={DONE_FIRST.map((state) => ({ key: state, value: byState[state], className: STATE_FILL[state] }))}
        />
      </span>
      <span className="@max-md:hidden whitespace-nowrap text-sm" aria-hidden="true">
        {total === 0 ? "–" : `${Math.floor((100 * done) / total)} %`}
      </span>
    </span>
  );
}

/** In a bar of progress, what is done stands first and what nobody took up is not drawn. */
const DONE_FIRST: readonly ClaimState[] = ["verified", "dismissed", "in_review", "in_check", "reopened", "open"];

function StateFilter() {
  const { article, filter, setFilter } = useWorkbench();
  const toggle = (state: ClaimState) =>
    setFilter(filter.includes(state) ? filter.filter((other) => other !== state) : [...filter, state]);
  return (
    <fieldset className="flex w-52 flex-col gap-0.5">
      <legend className="mb-1 text-muted text-xs">Show claims that are</legend>
      {CLAIM_STATES.map((state) => (
        <label key={state} className="flex h-8 cursor-pointer items-center gap-2 rounded-sm px-1.5 hover:bg-ink/5">
          <input
            type="checkbox"
            className="size-4 accent-ink"
            checked={filter.includes(state)}
            onChange={() => toggle(state)}
          />
          <StateGlyph state={state} />
          <span className="flex-1">{STATE_LABELS[state]}</span>
          <span className="text-muted">{count(article.progress.byState[state])}</span>
        </label>
      ))}
    </fieldset>
  );
}

function filterWords(filter: readonly ClaimState[]): string {
  const [only] = filter;
  if (!only) return "All states";
  return filter.length === 1 ? `${STATE_LABELS[only]} only` : `${filter.length} states`;
}

function AcceptAll() {
  const { article } = useWorkbench();
  const { act, pending } = useAct();
  const detected = article.progress.byState.detected;
  if (!article.may.correct || detected === 0) return null;
  const accept = async () => {
    const first = article.marks.find(({ state }) => state === "detected");
    const filter = { articleId: article.id, state: ["detected" as const] };
    const done = await act(bulkAcceptAction, { selection: { filter } });
    if (done && first) await offerUndo(`${claims(done.changed)} accepted.`, first.id);
  };
  return (
    <Button size="sm" variant="outline" pending={pending} onClick={accept} className="max-sm:hidden">
      <span>
        {detected === 1 ? "Accept the " : `Accept all ${count(detected)} `}
        <span className="@max-2xl:sr-only">detected</span>
        {detected === 1 ? " claim" : ""}
      </span>
    </Button>
  );
}

/** What each mark means, drawn as in the text. */
export function Legend() {
  return (
    <dl className="flex w-72 flex-col gap-2">
      {CLAIM_STATES.map((state) => (
        <div key={state} className="flex items-center gap-2.5">
          <dt className="flex w-30 items-center gap-2.5">
            <StateGlyph state={state} />
            <span className="galley-mark font-serif" data-state={state} data-line="0">
              {STATE_LABELS[state]}
            </span>
          </dt>
          <dd className="text-muted text-sm">{MEANINGS[state]}</dd>
        </div>
      ))}
      <div className={clsx("mt-1 flex items-center gap-2.5 border-line border-t pt-2")}>
        <dt className="w-30 pl-6">
          <span className="galley-fact font-serif">a fact</span>
        </dt>
        <dd className="text-muted text-sm">not ticked yet</dd>
      </div>
    </dl>
  );
}

const MEANINGS: Record<ClaimState, string> = {
  detected: "found, nobody looked yet",
  open: "to be checked",
  in_check: "somebody checks it",
  in_review: "waits for a sign-off",
  verified: "signed off",
  dismissed: "nothing to check",
  reopened: "came back",
};

const count = (number: number): string => number.toLocaleString("en");
const claims = (number: number): string => `${count(number)} ${number === 1 ? "claim" : "claims"}`;
