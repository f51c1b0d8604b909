import type { ReportChange } from "@/lib/core/report/corrections";

/** One change: which claim and what of it, what the report said, what it says now. */
export function SaidAndSays({ change }: { readonly change: Omit<ReportChange, "key"> }) {
  const { claimNumber, field, before, after } = change;
  return (
    <>
      <p className="font-medium">
        {claimNumber === null ? "The whole report" : `Claim ${claimNumber}`}: {field}
      </p>
      <dl className="mt-1 grid gap-x-4 gap-y-0.5 sm:grid-cols-[5.5rem_minmax(0,1fr)]">
        <dt className="text-muted text-sm leading-5">It said</dt>
        <dd className="wrap-anywhere text-muted">
          {before ? <del className="decoration-line-strong">{before}</del> : "nothing"}
        </dd>
        <dt className="text-muted text-sm leading-5">It says</dt>
        <dd className="wrap-anywhere">{after || <span className="text-muted">nothing</span>}</dd>
      </dl>
    </>
  );
}
