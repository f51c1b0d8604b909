import Link from "next/link";
import { clipped } from "@/app/_ui/data-table";
import type { FigureRow } from "@/lib/claims/schema";

type Place = FigureRow["elsewhere"][number];

/** Places shown in a row; the others are counted. */
const SHOWN = 2;

const SIGNS: Readonly<Record<Place["relation"], string>> = { different: "≠", compatible: "≈", equal: "=" };

/** Say in words, with a link, where the same thing is stated in another way. Nothing when it is not. */
export function Elsewhere({ articleId, places }: { readonly articleId: string; readonly places: readonly Place[] }) {
  if (places.length === 0) return null;
  const more = places.length - SHOWN;
  return (
    <span data-clip className={clipped}>
      {inOrder(places)
        .slice(0, SHOWN)
        .map((place, i) => (
          <span key={place.factId}>
            {i > 0 && <span className="text-muted"> · </span>}
            <Link
              href={`/articles/${articleId}?claim=${place.claimId}`}
              prefetch={false}
              className={`hover:underline hover:underline-offset-3 ${place.relation === "different" ? "" : "text-muted hover:text-ink"}`}
            >
              <span aria-hidden="true" className="mr-1 font-medium">
                {SIGNS[place.relation]}
              </span>
              {words(place)} in claim {place.number}
            </Link>
          </span>
        ))}
      {more > 0 && <span className="text-muted"> · and {more} more</span>}
    </span>
  );
}

/** What differs comes first. */
function inOrder(places: readonly Place[]): Place[] {
  return [...places].sort((a, b) => RANK.indexOf(a.relation) - RANK.indexOf(b.relation));
}
const RANK: readonly Place["relation"][] = ["different", "compatible", "equal"];

function words({ relation, text }: Place): string {
  const said = text.replace(/\s+/gu, " ");
  if (relation === "different") return `also stated as ${said}`;
  return relation === "compatible" ? `agrees with “${said}”` : `the same as “${said}”`;
}
