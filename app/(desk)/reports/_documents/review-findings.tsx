import Link from "next/link";
import { Badge } from "@/app/_ui/badge";
import type { FixPlace, GroupedFinding } from "@/lib/core/report/claim-review-lint";

/** Claims that a finding names; the rest are counted. */
const NAMED = 12;

/** What speaks against publishing a report's ClaimReview markup, each with the place where it is put right. */
export function ReviewFindings({
  findings,
  articleId,
}: {
  readonly findings: readonly GroupedFinding[];
  readonly articleId: string;
}) {
  const errors = findings.filter(({ level }) => level === "error").length;
  return (
    <section aria-labelledby="review-findings">
      <h2 id="review-findings" className="font-medium">
        ClaimReview markup
      </h2>
      <p className="text-muted text-sm">{summary(errors, findings.length - errors)}</p>
      {findings.length > 0 && (
        <ul className="mt-2 border-line border-t">
          {findings.map((finding) => (
            <Finding key={finding.sentence} finding={finding} articleId={articleId} />
          ))}
        </ul>
      )}
    </section>
  );
}

function summary(errors: number, warnings: number): string {
  if (errors + warnings === 0) return "It keeps every rule that search engines and collectors of fact checks have.";
  const hints = warnings === 0 ? "" : `${warnings} ${warnings === 1 ? "hint costs" : "hints cost"} reach or trust.`;
  if (errors === 0) return `It can be published. ${hints}`;
  const rules = errors === 1 ? "1 rule is broken" : `${errors} rules are broken`;
  return `${rules}: the file can be saved for your own use and says so; no public page gets the markup. ${hints}`.trim();
}

function Finding({ finding, articleId }: { readonly finding: GroupedFinding; readonly articleId: string }) {
  const { level, sentence, fix, claims } = finding;
  return (
    <li className="grid gap-x-3 gap-y-0.5 border-line border-b py-1.5 sm:grid-cols-[3.5rem_minmax(0,1fr)]">
      <span>
        <Badge className={level === "error" ? "border-reopened! text-reopened!" : ""}>
          {level === "error" ? "Error" : "Hint"}
        </Badge>
      </span>
      <div className="min-w-0">
        <p className="wrap-break-word">
          {sentence}{" "}
          {fix !== "claim" && (
            <Link href={PLACES[fix].href(articleId)} className={LINK}>
              {PLACES[fix].words}
            </Link>
          )}
        </p>
        {claims.length > 0 && (
          <p className="text-muted text-sm">
            {claims.length === 1 ? "Claim " : "Claims "}
            {claims.slice(0, NAMED).map(({ id, number }, at) => (
              <span key={id}>
                {at > 0 && ", "}
                <Link href={`/claims/${id}`} className={LINK}>
                  {number}
                </Link>
              </span>
            ))}
            {claims.length > NAMED && ` and ${(claims.length - NAMED).toLocaleString("en")} more`}
          </p>
        )}
      </div>
    </li>
  );
}

const LINK = "underline decoration-line-strong underline-offset-3 hover:text-ink hover:decoration-ink";

/** Where findings on more than one claim are put right; a claim's own are behind its number. */
const PLACES: Readonly<Record<Exclude<FixPlace, "claim">, { words: string; href: (articleId: string) => string }>> = {
  settings: { words: "Open the settings", href: () => "/settings#publishing" },
  article: { words: "Open the article", href: (articleId) => `/articles/${articleId}` },
  publication: { words: "Go to publishing", href: (articleId) => `/reports/${articleId}/publication` },
};
