"use client";

import { memo, type ReactNode } from "react";
import { STATE_LABELS } from "@/lib/core/workflow/workflow";
import { StateGlyph } from "../../../_claims/state-mark";
import { type Mark, type PaintedParagraph, type PaintedRun, wordingOf } from "./marks";

/** What a paragraph is painted from. `selected` is the selected claim when it touches this paragraph, else null. */
export interface ParagraphProps {
  readonly text: string;
  readonly painted: PaintedParagraph;
  readonly selected: string | null;
  /** Ids of the claims chosen beside it that touch this paragraph, with spaces between. */
  readonly picked: string;
  /** Where the sentence begins whose bare facts are looked at, when it is in this paragraph; else null. */
  readonly bareAt: number | null;
}

/**
 * One paragraph of the galley: the numbers of the claims that begin in it, for the margin, and its text under their marks.
 * Painted again only when its own marks or its own selection change.
 */
export const Paragraph = memo(PaintParagraph, (before, after) => {
  return (
    before.painted.key === after.painted.key &&
    before.selected === after.selected &&
    before.picked === after.picked &&
    before.bareAt === after.bareAt &&
    before.text === after.text
  );
});

function PaintParagraph({ text, painted, selected, picked, bareAt }: ParagraphProps) {
  const lit = new Set([...(selected === null ? [] : [selected]), ...picked.split(" ")]);
  return (
    <div className="galley-block">
      {painted.beginning.length > 0 && (
        <div className="galley-numbers">
          {painted.beginning.map((mark) => (
            <MarginNumber
              key={mark.id}
              mark={mark}
              text={text}
              from={painted.start}
              selected={mark.id === selected}
              lit={lit.has(mark.id)}
            />
          ))}
        </div>
      )}
      <p>
        {painted.runs.map((run) => (
          <RunOfText key={run.start} text={text} run={run} lit={lit} bareAt={bareAt} />
        ))}
      </p>
    </div>
  );
}

function MarginNumber(props: {
  readonly mark: Mark;
  readonly text: string;
  readonly from: number;
  readonly selected: boolean;
  readonly lit: boolean;
}) {
  const { mark, text, from, selected, lit } = props;
  const wording = wordingOf(mark, text);
  const label = [`Claim ${mark.number}`, STATE_LABELS[mark.state].toLowerCase(), mark.verdict].filter(Boolean);
  return (
    <a
      href={`?claim=${mark.id}`}
      className="galley-number"
      data-claim={mark.id}
      data-state={mark.state}
      data-from={Math.max(mark.start, from)}
      data-lit={lit || undefined}
      aria-current={selected || undefined}
      aria-label={`${label.join(", ")}: ${wording}`}
      title={`${STATE_LABELS[mark.state]}${mark.verdict ? ` · ${mark.verdict}` : ""}`}
    >
      <span aria-hidden="true">{mark.number}</span>
      <StateGlyph state={mark.state} className="size-3" />
    </a>
  );
}

function RunOfText(props: {
  readonly text: string;
  readonly run: PaintedRun;
  readonly lit: ReadonlySet<string>;
  readonly bareAt: number | null;
}) {
  const { text, run, lit, bareAt } = props;
  const pieces = run.pieces.map(({ start, end, fact, outside }) => (
    <span
      key={start}
      data-at={start}
      className={fact ? "galley-fact" : outside ? "galley-outside" : undefined}
      data-outside={outside?.kind}
      data-bare={outside?.at ?? undefined}
      data-current={(outside && outside.at !== null && outside.at === bareAt) || undefined}
    >
      {text.slice(start, end)}
    </span>
  ));
  if (run.layers.length === 0) return pieces;
  return (
    <a
      href={`?claim=${run.ids[0]}`}
      className="galley-run"
      data-ids={run.ids.join(" ")}
      data-standing={run.standing}
      tabIndex={-1}
      draggable={false}
    >
      {underLayers(run.layers, pieces, lit)}
    </a>
  );
}

/** Wrap words into one element per layer: nested, every underline is drawn through to the words. */
function underLayers(layers: PaintedRun["layers"], words: ReactNode, lit: ReadonlySet<string>): ReactNode {
  const [outer, ...inner] = layers;
  if (!outer) return words;
  const { id, state, line } = outer;
  return (
    <span className="galley-mark" data-state={state} data-line={line} data-selected={lit.has(id) || undefined}>
      {underLayers(inner, words, lit)}
    </span>
  );
}
