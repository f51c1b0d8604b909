import { StackedBar } from "@/app/_ui/progress-bar";
import type { FactFigures } from "@/lib/core/coverage/coverage";
import { figuresInWords } from "@/lib/core/coverage/words";

/** A text's facts laid end to end: verified, dismissed, with open claims; what is bare stays empty. */
export function FactBar({ figures, className }: { readonly figures: FactFigures; readonly className?: string }) {
  const { facts, verified, dismissed, dismissedFacts, open } = figures;
  return (
    <StackedBar
      label={figuresInWords(figures)}
      max={facts}
      parts={[
        { key: "verified", value: verified, className: "fill-verified" },
        { key: "dismissed", value: dismissed + dismissedFacts, className: "fill-line-strong" },
        { key: "open", value: open, className: "fill-open-mark/45" },
      ]}
      {...(className && { className })}
    />
  );
}
