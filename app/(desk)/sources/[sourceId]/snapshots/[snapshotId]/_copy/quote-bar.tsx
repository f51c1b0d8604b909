"use client";

import Link from "next/link";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { buttonClasses } from "@/app/_ui/button";
import { CopyButton } from "@/app/_ui/copy-button";
import { takenQuoteHref } from "../../../../../_claims/taken-quote";

/** A claim that a quote can be taken for. */
export interface QuotingClaim {
  readonly id: string;
  readonly number: number;
  readonly wording: string;
}

/** The longest words that a note quotes, in UTF-16 units. */
const LONGEST = 2_000;
/** How many claims are offered. */
const OFFERED = 6;

interface Selected {
  readonly words: string;
  /** The page they stand on, as one cites it; "" where there are none. */
  readonly place: string;
}

/** The text of a copy; words that are selected in it can be taken as the quote of a note, with their page. */
export function QuotableText(props: {
  readonly source: { readonly id: string; readonly title: string };
  readonly claims: readonly QuotingClaim[];
  readonly children: ReactNode;
}) {
  const { source, claims, children } = props;
  const text = useRef<HTMLDivElement>(null);
  const [selected, setSelected] = useState<Selected | null>(null);
  useEffect(() => {
    const look = () => setSelected(text.current && selectionIn(text.current));
    document.addEventListener("selectionchange", look);
    return () => document.removeEventListener("selectionchange", look);
  }, []);
  return (
    <>
      <div ref={text}>{children}</div>
      {selected && (
        <div
          role="toolbar"
          aria-label="Selected words"
          // A press must not take the selection away before it is used.
          onPointerDown={(event) => event.preventDefault()}
          className="sticky bottom-3 z-10 mt-3 flex flex-wrap items-center gap-2 rounded-md border border-line-strong bg-raised px-3 py-2 shadow-lg max-md:bottom-[calc(var(--bar-height)+0.5rem)]"
        >
          {claims.length > 0 && <span className="text-muted text-sm">Use as quote for</span>}
          {claims.slice(0, OFFERED).map(({ id, number, wording }) => (
            <Link
              key={id}
              title={wording}
              href={takenQuoteHref(id, {
                quote: selected.words,
                place: selected.place,
                source: source.id,
                title: source.title,
              })}
              className={buttonClasses({ size: "sm" })}
            >
              Claim {number}
            </Link>
          ))}
          <CopyButton text={selected.words} label="Copy" size="sm" variant="quiet" />
          {selected.place !== "" && <span className="ml-auto text-muted text-sm">{selected.place}</span>}
        </div>
      )}
    </>
  );
}

function selectionIn(text: HTMLElement): Selected | null {
  const selection = window.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!text.contains(range.commonAncestorContainer)) return null;
  const words = selection.toString().trim().slice(0, LONGEST);
  return words === "" ? null : { words, place: placeOf(text, range) };
}

/** The page that was named last before the words begin. */
function placeOf(text: HTMLElement, range: Range): string {
  let place = "";
  for (const mark of text.querySelectorAll<HTMLElement>("[data-page]")) {
    if (range.comparePoint(mark, 0) > 0 || range.intersectsNode(mark)) break;
    place = mark.dataset.page ?? "";
  }
  return place;
}
