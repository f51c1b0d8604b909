"use client";

import { useMemo, useRef } from "react";
import type { VersionMark } from "@/lib/revisions/schema";
import { usePlacedNumbers } from "../../_galley/galley";
import { type Mark, paint } from "../../_galley/marks";
import { Paragraph } from "../../_galley/paragraph";
import "../../_galley/galley.css";

/** A version's text under its marks, to be read only; a mark leads to its claim as it stands today. */
export function ReadVersion(props: {
  readonly text: string;
  readonly marks: readonly VersionMark[];
  readonly language: string;
}) {
  const { text, marks, language } = props;
  const root = useRef<HTMLDivElement>(null);
  const placed = useMemo(() => marks.map((mark) => galleyMark(mark, text)), [text, marks]);
  const paragraphs = useMemo(() => paint(text, placed), [text, placed]);
  usePlacedNumbers(root, placed);
  return (
    <div ref={root} className="galley-text" lang={language}>
      {paragraphs.map((paragraph) => (
        <Paragraph key={paragraph.start} text={text} painted={paragraph} selected={null} picked="" bareAt={null} />
      ))}
    </div>
  );
}

function galleyMark({ claimId, number, state, start, end, wording, signedHere }: VersionMark, text: string): Mark {
  return {
    id: claimId,
    rev: 0,
    number,
    state,
    start,
    end,
    wording: wording === text.slice(start, end) ? "" : wording,
    speaker: "",
    verdict: signedHere ? "signed off on this version" : "",
    untickedFacts: [],
  };
}
