import Link from "next/link";
import type { ReactNode } from "react";
import { Notice } from "@/app/_ui/notice";
import type { ReportView } from "@/lib/reports/queries";
import { counted } from "../../claims/_table/words";
import { NamingNotice } from "./naming-notice";

/** What somebody should know before the report goes out; nothing when all is well. */
export function Warnings({
  view,
  articleId,
  wrong,
}: {
  readonly view: ReportView;
  readonly articleId: string;
  /** What is wrong with the options in the address. */
  readonly wrong: string | null;
}) {
  const { check } = view.frame.ledger;
  const { undecided, untouched } = view.frame.whole;
  const open = undecided + untouched;
  const notices: ReactNode[] = [
    wrong !== null && (
      <Notice key="wrong" tone="error" title="This can’t be shown as it was asked for">
        {wrong} Below is the whole public report.
      </Notice>
    ),
    !check.ok && (
      <Notice key="ledger" tone="error" title={`The ledger of this article is broken at entry ${check.seq}`}>
        {check.reason} The report says so too. See the{" "}
        <Link href={`/articles/${articleId}/ledger`} className="underline underline-offset-2">
          ledger
        </Link>
        .
      </Notice>
    ),
    view.findings.length > 0 && <NamingNotice key="naming" findings={view.findings} />,
    open > 0 && (
      <Notice key="open" tone="warning" title={`${counted(open, "claim")} ${open === 1 ? "is" : "are"} still open`}>
        The report says so
        {untouched > 0 && ` (${untouched.toLocaleString("en")} not taken up yet)`}.{" "}
        <Link
          href={`/articles/${articleId}/claims?${OPEN_STATES.map((state) => `state=${state}`).join("&")}`}
          className="underline underline-offset-2"
        >
          Show the open claims
        </Link>
      </Notice>
    ),
  ].filter(Boolean);
  if (notices.length === 0) return null;
  return <div className="flex flex-col gap-2 border-line border-b px-4 py-3 md:px-6 xl:px-8">{notices}</div>;
}

const OPEN_STATES = ["detected", "open", "in_check", "in_review", "reopened"] as const;
