import { clsx } from "clsx";
import Link from "next/link";
import { coveredPercent, type FactFigures } from "@/lib/core/coverage/coverage";
import { decidedInWords, undecidedInWords } from "@/lib/core/coverage/words";
import { FactBar } from "./fact-bar";

/** An article's coverage in a line, which leads to it in the text; `barred` puts its bar before the words. */
export function CoverageLine(props: {
  readonly figures: FactFigures;
  readonly articleId: string;
  readonly barred?: boolean;
  readonly className?: string;
}) {
  const { figures, articleId, barred = false, className } = props;
  if (figures.facts === 0) return null;
  const rest = undecidedInWords(figures);
  return (
    <Link
      href={`/articles/${articleId}?coverage`}
      title={rest === "" ? "Every fact of the text is under a decision." : `${rest}.`}
      className={clsx(
        // Over the link that covers the whole line.
        "relative z-1 flex w-fit items-center gap-2 text-muted text-sm tabular-nums hover:text-ink hover:underline hover:underline-offset-3",
        className,
      )}
    >
      {barred && (
        <span className="flex w-24 shrink-0">
          <FactBar figures={figures} />
        </span>
      )}
      <span>
        {decidedInWords(figures)}
        {barred && ` (${coveredPercent(figures)} %)`}
        {figures.bare > 0 && <span className="text-ink">{` · ${figures.bare.toLocaleString("en")} bare`}</span>}
      </span>
    </Link>
  );
}
