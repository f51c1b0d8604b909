import Link from "next/link";
import type { ClaimView } from "@/lib/claims/schema";

const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? "" : "s"}`;

/** Tell whether everything that speaks for or against a claim is a web page. */
function onlyLinks({ noteList }: ClaimView): boolean {
  const counted = noteList.filter(({ stance }) => stance === "supports" || stance === "refutes");
  return counted.every(({ source }) => source.medium === "web");
}

/** How many of the claim's sources are independent, in one line, with why some are one story; and what the newsroom's rule misses. */
export function Independent({ claim }: { readonly claim: ClaimView }) {
  const { links, independent, primary, shared, lacks } = claim.sourcing;
  // Whoever may sign off reads it where they do.
  const told = claim.state === "in_review" && claim.abilities.signOff.may;
  const waits = lacks !== null && !told && claim.state !== "verified" && claim.state !== "dismissed";
  if (links === 0 && !waits) return null;
  return (
    <div className="mb-3 text-sm">
      {links > 0 && (
        <p>
          <span className="font-medium">
            {onlyLinks(claim)
              ? `${counted(links, "link")}, ${counted(independent, "independent source")}`
              : `${counted(links, "source")}, ${independent} independent`}
          </span>
          <span className="text-muted">
            {primary > 0 && ` · ${primary} primary`}
            {claim.noteList.some(({ source }) => source.concealed) && " · those you may not know are counted"}
          </span>
        </p>
      )}
      {shared.length > 0 && (
        <details className="mt-0.5">
          <summary className="w-fit cursor-pointer text-muted hover:text-ink">
            {shared.length === 1 ? "Why some are one story" : `Why they are ${shared.length} shared stories`}
          </summary>
          <ul className="mt-1.5 flex flex-col gap-2">
            {shared.map(({ sources, why }) => (
              <li key={sources.map(({ id }) => id).join()} className="border-line border-l pl-3">
                <p className="wrap-anywhere">
                  One story:{" "}
                  {sources.map(({ id, title }, at) => (
                    <span key={id}>
                      {at > 0 && " · "}
                      <Link href={`/sources/${id}`} className="underline decoration-line-strong underline-offset-2">
                        {title}
                      </Link>
                    </span>
                  ))}
                </p>
                {why.map((words) => (
                  <p key={words} className="wrap-anywhere text-muted">
                    {words}.
                  </p>
                ))}
              </li>
            ))}
          </ul>
        </details>
      )}
      {waits && <p className="mt-0.5 text-muted">{lacks}</p>}
    </div>
  );
}
