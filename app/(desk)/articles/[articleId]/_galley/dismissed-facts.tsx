"use client";

import { Button } from "@/app/_ui/button";
import { RelativeTime } from "@/app/_ui/relative-time";
import { FACT_REASON_LABELS } from "@/lib/core/coverage/dismissal";
import type { DismissedView } from "@/lib/coverage/schema";
import { useAct } from "../../../_claims/use-act";
import { restoreFactsAction } from "./coverage-actions";
import { useWorkbench } from "./workbench-context";

/** The facts that somebody left outside claims, each with who and why; an editor can take a dismissal back. */
export function DismissedFacts() {
  const { dismissed } = useWorkbench().article.coverage;
  return (
    <ul className="-mx-5 border-line border-t">
      {dismissed.map((fact) => (
        <Line key={fact.id} fact={fact} />
      ))}
    </ul>
  );
}

function Line({ fact }: { readonly fact: DismissedView }) {
  const { article } = useWorkbench();
  const { act, pending } = useAct();
  const takeBack = () => act(restoreFactsAction, { articleId: article.id, ids: [fact.id] });
  return (
    <li className="flex items-start gap-3 border-line border-b px-5 py-2 last:border-b-0">
      <div className="min-w-0 flex-1">
        <p className="wrap-anywhere line-clamp-3 font-serif text-[1rem] leading-normal">
          <span className="galley-outside" data-outside="dismissed">
            {fact.text}
          </span>
        </p>
        <p className="wrap-anywhere mt-0.5 text-muted text-sm">
          {FACT_REASON_LABELS[fact.reason]}
          {fact.note && `: ${fact.note}`} · {fact.by.name} · <RelativeTime at={fact.at} />
        </p>
      </div>
      {article.may.correct && (
        <Button
          size="sm"
          variant="quiet"
          pending={pending}
          onClick={takeBack}
          aria-label={`Take back the dismissal of ${fact.text}`}
          className="-mr-2.5"
        >
          Take back
        </Button>
      )}
    </li>
  );
}
