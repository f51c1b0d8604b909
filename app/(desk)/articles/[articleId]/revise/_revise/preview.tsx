"use client";

import { type ReactNode, useEffect, useRef } from "react";
import { KIND_LABELS } from "@/app/(desk)/_claims/words";
import type { FateView, NewClaimView, RevisionPreview } from "@/lib/revisions/schema";
import { StateGlyph } from "../../../../_claims/state-mark";
import { FateItem } from "../../../../_revisions/fates";
import { SideBySide } from "../../../../_revisions/side-by-side-view";
import { isKept, summary } from "../../../../_revisions/words";
import { counted } from "../../../../claims/_table/words";
import "../../_galley/galley.css";

/** What a new text would do, before anything is stored: in words, claim by claim, and in the text. */
export function Preview(props: {
  readonly preview: RevisionPreview;
  readonly before: string;
  readonly after: string;
  readonly language: string;
  /** What can be done now. */
  readonly children: ReactNode;
}) {
  const { preview, before, after, language, children } = props;
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    window.scrollTo({ top: 0 });
    head.current?.focus({ preventScroll: true });
  }, []);
  const { base, words, newClaims } = preview;
  const number = base.number + 1;
  const changed = preview.fates.filter((fate) => !isKept(fate));
  const kept = preview.fates.filter(isKept);
  return (
    <div className="flex flex-col gap-8">
      <section aria-labelledby="would">
        <h2 id="would" ref={head} tabIndex={-1} className="font-medium text-muted text-sm outline-none">
          What version {number} would do
        </h2>
        <ul className="mt-2 flex max-w-[68ch] flex-col gap-1 font-serif text-lg leading-snug">
          {summary(preview).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <p className="mt-2 text-muted">
          {counted(base.words, "word")} in version {base.number}, {counted(words, "word")} in the new text. Nothing is
          stored yet.
        </p>
      </section>
      {changed.length + kept.length > 0 && (
        <section aria-labelledby="fates">
          <h2 id="fates" className="mb-2 font-medium text-muted text-sm">
            What becomes of the claims
          </h2>
          <div className="max-w-4xl">
            {changed.map((fate) => (
              <FateItem key={fate.claimId} fate={fate} />
            ))}
            {kept.length > 0 && <Kept fates={kept} />}
          </div>
        </section>
      )}
      {newClaims.length > 0 && <NewClaims claims={newClaims} />}
      <section aria-labelledby="texts">
        <h2 id="texts" className="mb-2 font-medium text-muted text-sm">
          The two texts
        </h2>
        <SideBySide
          before={before}
          after={after}
          names={[`Version ${base.number}`, "The new text"]}
          fates={preview.fates}
          language={language}
          happens
        />
      </section>
      <div className="sticky bottom-0 z-10 -mx-4 -mb-6 flex flex-wrap items-center gap-3 border-line border-t bg-paper px-4 py-3 max-md:bottom-(--bar-height) md:-mx-6 md:px-6 xl:-mx-8 xl:px-8 print:hidden">
        {children}
      </div>
    </div>
  );
}

/** The claims that nothing happens to, folded. */
function Kept({ fates }: { readonly fates: readonly FateView[] }) {
  return (
    <details className="border-line border-t py-2">
      <summary className="cursor-pointer py-1 text-muted hover:text-ink">
        {counted(fates.length, "claim")} {fates.length === 1 ? "keeps its" : "keep their"} words
      </summary>
      <ul className="mt-1">
        {fates.map(({ claimId, number, state, before }) => (
          <li key={claimId} className="flex items-baseline gap-3 py-1">
            <span className="flex w-12 shrink-0 items-center justify-end gap-1.5 text-muted tabular-nums">
              {number}
              <StateGlyph state={state} label />
            </span>
            <span className="min-w-0 flex-1 truncate font-serif" title={before.exact}>
              {before.exact}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}

function NewClaims({ claims }: { readonly claims: readonly NewClaimView[] }) {
  return (
    <section aria-labelledby="new-claims">
      <h2 id="new-claims" className="font-medium text-muted text-sm">
        New claims found
      </h2>
      <ul className="mt-1 max-w-4xl">
        {claims.map(({ start, end, wording, kind, speaker }) => (
          <li key={`${start}:${end}`} className="border-line border-b py-2">
            <p className="wrap-anywhere max-w-[68ch] font-serif text-[1.0625rem] leading-normal">{wording}</p>
            <p className="text-muted text-sm">
              {KIND_LABELS[kind]}
              {speaker && `, said by ${speaker}`}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
