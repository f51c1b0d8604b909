"use client";

import { ChevronsUpDown } from "lucide-react";
import { type ReactNode, useMemo, useState } from "react";
import type { Layer } from "@/lib/core/text/layers";
import { type Part, sideBySide } from "@/lib/core/text/side-by-side";
import { STATE_LABELS } from "@/lib/core/workflow/workflow";
import type { FateView } from "@/lib/revisions/schema";
import { StateGlyph } from "../_claims/state-mark";
import { counted } from "../claims/_table/words";
import { FateChip } from "./fates";
import { foldRows, type Mark, type MarkedRow, markRows, piecesOf, type Stretch } from "./rows";
import "./revisions.css";

/**
 * Two texts paragraph by paragraph, with the words that differ and the claims in them, each with its fate. Two columns on a
 * wide screen, one under the other on a narrow one; what nothing touched is folded.
 */
export function SideBySide({
  before,
  after,
  names,
  fates,
  language,
  happens = false,
}: {
  readonly before: string;
  readonly after: string;
  /** What the two texts are called, such as "Version 2" and "The new text". */
  readonly names: readonly [before: string, after: string];
  readonly fates: readonly FateView[];
  readonly language: string;
  /** Say what happens to the claims, too: for a text that is not stored yet. */
  readonly happens?: boolean;
}) {
  const stretches = useMemo(() => {
    const texts = { left: before, right: after };
    return foldRows(markRows(sideBySide(before, after), texts, fates));
  }, [before, after, fates]);
  return (
    <div className="sbs">
      <div className="sbs-head" aria-hidden="true">
        <span className="sbs-name">{names[0]}</span>
        <span className="sbs-name" data-side="right">
          {names[1]}
        </span>
      </div>
      {stretches.map((stretch) => (
        <StretchOfRows
          key={keyOf(stretch.rows[0])}
          stretch={stretch}
          names={names}
          language={language}
          happens={happens}
        />
      ))}
    </div>
  );
}

const keyOf = (marked: MarkedRow | undefined): string =>
  `${marked?.row.left?.[0]?.start ?? "-"}:${marked?.row.right?.[0]?.start ?? "-"}`;

function StretchOfRows(props: {
  readonly stretch: Stretch;
  readonly names: readonly [string, string];
  readonly language: string;
  readonly happens: boolean;
}) {
  const { stretch, names, language, happens } = props;
  const [open, setOpen] = useState(false);
  if (stretch.folded && !open) {
    return (
      <button type="button" className="sbs-fold" onClick={() => setOpen(true)}>
        <ChevronsUpDown size={14} aria-hidden="true" />
        {counted(stretch.rows.length, "unchanged paragraph")}
      </button>
    );
  }
  return stretch.rows.map((marked) => (
    <RowOfTexts key={keyOf(marked)} marked={marked} names={names} language={language} happens={happens} />
  ));
}

function RowOfTexts(props: {
  readonly marked: MarkedRow;
  readonly names: readonly [string, string];
  readonly language: string;
  readonly happens: boolean;
}) {
  const { marked, names, language, happens } = props;
  const { kind } = marked.row;
  const moved = kind === "moved";
  return (
    <div className="sbs-row" data-kind={kind}>
      <Side parts={marked.row.left} layers={marked.left} name={names[0]} side="left" lang={language}>
        {moved && "Moved from here"}
      </Side>
      <Side parts={marked.row.right} layers={marked.right} name={names[1]} side="right" lang={language}>
        {moved && "Moved to here"}
      </Side>
      {marked.fates.length > 0 && (
        <ul className="sbs-fates">
          {marked.fates.map((fate) => (
            <li key={fate.claimId}>
              <FateChip fate={fate} happens={happens} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Side(props: {
  readonly parts: readonly Part[] | null;
  readonly layers: readonly Layer<Mark>[];
  readonly name: string;
  readonly side: "left" | "right";
  readonly lang: string;
  readonly children: ReactNode;
}) {
  const { parts, layers, name, side, lang, children } = props;
  if (!parts) return <div className="sbs-side" data-side={side} data-empty />;
  const start = parts[0]?.start ?? 0;
  const beginning = layers.filter(({ item }) => item.start >= start).map(({ item }) => item.fate);
  return (
    <div className="sbs-side" data-side={side}>
      <span className="sbs-which">{name}</span>
      {beginning.length > 0 && (
        <div className="sbs-numbers">
          {beginning.map((fate) => (
            <span
              key={fate.claimId}
              className="sbs-number"
              title={`Claim ${fate.number}, ${STATE_LABELS[fate.state].toLowerCase()}`}
            >
              <span className="sr-only">Claim </span>
              {fate.number}
              <StateGlyph state={fate.state} className="size-3" label />
            </span>
          ))}
        </div>
      )}
      <div className="min-w-0">
        {children && <span className="sbs-moved">{children}</span>}
        <p className="sbs-text" lang={lang}>
          {piecesOf(parts, layers).map(({ text, changed, layers, start }) => {
            const words = changed ? (
              side === "left" ? (
                <del className="words-gone">{text}</del>
              ) : (
                <ins className="words-come">{text}</ins>
              )
            ) : (
              text
            );
            return <Marked key={start} layers={layers} words={words} />;
          })}
        </p>
      </div>
    </div>
  );
}

/** Words under the lines of their claims, as in the galley. */
function Marked({ layers, words }: { readonly layers: readonly Layer<Mark>[]; readonly words: ReactNode }): ReactNode {
  const [outer, ...inner] = layers;
  if (!outer) return words;
  return (
    <span className="galley-mark" data-state={outer.item.fate.state} data-line={Math.min(outer.line, 3)}>
      <Marked layers={inner} words={words} />
    </span>
  );
}
