"use client";

import { X } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "@/app/_ui/button";
import { Kbd } from "@/app/_ui/kbd";
import { Tooltip } from "@/app/_ui/tooltip";
import { coveredPercent } from "@/lib/core/coverage/coverage";
import { decidedInWords, undecidedInWords } from "@/lib/core/coverage/words";
import { Section } from "../../../_claims/section";
import { StateGlyph } from "../../../_claims/state-mark";
import { FactBar } from "../../../_coverage/fact-bar";
import { BareFacts } from "./bare-facts";
import { DismissedFacts } from "./dismissed-facts";
import { useWorkbench } from "./workbench-context";

/** What stands beside the galley while it paints its coverage: the figures with the key, bare facts, dismissed ones. */
export function CoveragePanel() {
  const { article, coverage } = useWorkbench();
  const { facts, bare, dismissed } = article.coverage;
  return (
    <>
      <div className="sticky top-0 z-10 flex h-11 items-center border-line border-b bg-raised pr-2 pl-5">
        <h2 className="font-medium">Coverage</h2>
        <div className="ml-auto">
          <Tooltip words="Hide the coverage" keys="C" side="bottom">
            <Button
              variant="quiet"
              size="sm"
              square
              aria-label="Hide the coverage"
              onClick={() => coverage.show(false)}
            >
              <X size={16} aria-hidden="true" />
            </Button>
          </Tooltip>
        </div>
      </div>
      <div className="px-5 pt-4 pb-4">
        <p className="flex items-baseline justify-between gap-3">
          <span className="font-serif text-lg leading-snug" role="status">
            {decidedInWords(facts)}
          </span>
          {facts.facts > 0 && <span className="text-lg tabular-nums">{coveredPercent(facts)} %</span>}
        </p>
        <FactBar figures={facts} className="mt-2" />
        <Key />
      </div>
      <Section id="bare-facts" title={bare.length === 0 ? "Bare facts" : `Bare facts: ${count(facts.bare)}`}>
        {bare.length === 0 ? <NothingBare /> : <BareFacts />}
      </Section>
      {dismissed.length > 0 && (
        <Section id="dismissed-facts" title={`Dismissed facts: ${count(dismissed.length)}`}>
          <DismissedFacts />
        </Section>
      )}
    </>
  );
}

/** Each sort of words as it is painted in the text, with how many there are. */
function Key() {
  const { facts, words } = useWorkbench().article.coverage;
  const rows: readonly (readonly [ReactNode, string, number, number])[] = [
    [<Sample key="verified" standing="verified" words="Verified" />, "signed off", facts.verified, words.verified],
    [<Sample key="open" standing="open" words="Open" />, "in a claim that waits", facts.open, words.open],
    [
      <Sample key="dismissed" standing="dismissed" words="Dismissed" />,
      "nothing to check",
      facts.dismissed + facts.dismissedFacts,
      words.dismissed + words.dismissed_fact,
    ],
    [<Bare key="bare" />, "in no claim", facts.bare, words.bare],
  ];
  return (
    <table className="mt-3 w-full text-sm">
      <thead>
        <tr className="text-muted text-xs">
          <th scope="col" className="pb-1 text-left font-normal">
            <span className="sr-only">How it stands</span>
          </th>
          <td />
          <th scope="col" className="pb-1 text-right font-normal">
            Facts
          </th>
          <th scope="col" className="pb-1 text-right font-normal">
            Words
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([sample, meaning, ofFacts, ofWords]) => (
          <tr key={meaning} className="h-7">
            <th scope="row" className="w-24 text-left font-normal">
              {sample}
            </th>
            <td className="text-muted">{meaning}</td>
            <td className="text-right tabular-nums">{count(ofFacts)}</td>
            <td className="text-right text-muted tabular-nums">{count(ofWords)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Sample({ standing, words }: { readonly standing: string; readonly words: string }) {
  return (
    <span className="galley-standing font-serif text-[0.9375rem]" data-standing={standing}>
      {words}
    </span>
  );
}

function Bare() {
  return (
    <span className="galley-outside ml-0.5 font-serif text-[0.9375rem]" data-outside="bare">
      Bare
    </span>
  );
}

/** What the list says when it is empty: calmly, and with what is still to be done elsewhere. */
function NothingBare() {
  const { article, shown } = useWorkbench();
  const { facts } = article.coverage;
  const more = article.may.correct ? " Select any words to mark them as a claim." : "";
  if (facts.facts === 0) return <p className="text-muted">No names, figures, dates or quotes were found.{more}</p>;
  if (facts.open > 0)
    return (
      <p className="text-muted">
        None: every fact stands in a claim. {undecidedInWords(facts)}.
        {shown.length > 0 && (
          <>
            {" "}
            Press <Kbd>J</Kbd> to go from claim to claim.
          </>
        )}
      </p>
    );
  return (
    <p className="flex items-start gap-2">
      <StateGlyph state="verified" className="mt-0.5 text-verified" />
      <span>
        Every fact is under a decision.{" "}
        <span className="text-muted">
          Each stands in a verified or a dismissed claim, or was dismissed with a reason.
        </span>
      </span>
    </p>
  );
}

const count = (number: number): string => number.toLocaleString("en");
