import { RelativeTime } from "@/app/_ui/relative-time";
import type { WeightsView } from "@/lib/people/schema";
import { counted } from "../../claims/_table/words";

/** Who turned the weights last, and which claims no weight can move. Nothing when there is nothing to say. */
export function WeightsNotes({ changed, left }: { readonly changed: WeightsView["changed"]; readonly left: number }) {
  if (changed === null && left === 0) return null;
  return (
    <div className="flex flex-col gap-1 text-muted text-sm">
      {changed && (
        <p>
          Last turned by {changed.by}, <RelativeTime at={changed.at} />. The newsroom’s ledger keeps every change.
        </p>
      )}
      {left > 0 && (
        <p>
          {counted(left, "claim")} came in before Claimdesk kept what a score is made of: {left === 1 ? "its" : "their"}{" "}
          score stays until {left === 1 ? "its" : "the"} place in the text is marked anew.
        </p>
      )}
    </div>
  );
}
