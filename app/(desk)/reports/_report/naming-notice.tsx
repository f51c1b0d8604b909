import Link from "next/link";
import { Notice } from "@/app/_ui/notice";
import { findingWords, type NamingFinding } from "@/lib/core/report/findings";
import { counted } from "../../claims/_table/words";

/** As many as somebody reads before the first is put right. */
const SHOWN = 8;

/** Where what people wrote names somebody whom the report must not name, with the way to put it right; nothing where it does not. */
export function NamingNotice({ findings }: { readonly findings: readonly NamingFinding[] }) {
  const more = findings.length - SHOWN;
  if (findings.length === 0) return null;
  return (
    <Notice tone="error" title="What people wrote names somebody whom this report must not name">
      <ul>
        {findings.slice(0, SHOWN).map((finding) => (
          <li key={`${finding.claimId} ${finding.field} ${finding.what}`}>
            <Link href={`/claims/${finding.claimId}`} className="underline underline-offset-2">
              {findingWords(finding)}
            </Link>
          </li>
        ))}
      </ul>
      {more > 0 && <p>And {counted(more, "place")} more.</p>}
    </Notice>
  );
}
