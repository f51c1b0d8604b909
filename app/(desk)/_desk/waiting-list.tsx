import Link from "next/link";
import type { ReactNode } from "react";
import { RelativeTime } from "@/app/_ui/relative-time";
import type { Desk } from "@/lib/claims/schema";
import { StateGlyph } from "../_claims/state-mark";
import { ShowMore } from "./show-more";

const SHOWN = 12;

/** Claims that wait, in the order given: number and state in the margin, the wording, why it waits; `children` when none. */
export function WaitingList({
  title,
  rows,
  children,
}: {
  readonly title: string;
  readonly rows: Desk["waitingOnMe"];
  readonly children: ReactNode;
}) {
  const id = title.toLowerCase().replace(/\W+/g, "-");
  return (
    <section aria-labelledby={id} className="min-w-0">
      <h2 id={id} className="flex items-baseline justify-between border-ink border-b pb-1.5 font-medium">
        {title}
        {rows.length > 0 && <span className="text-muted text-sm">{rows.length}</span>}
      </h2>
      {rows.length === 0 ? (
        <div className="py-4">{children}</div>
      ) : (
        <>
          <ul>
            {rows.slice(0, SHOWN).map((row) => (
              <WaitingRow key={row.id} row={row} />
            ))}
          </ul>
          <ShowMore count={rows.length - SHOWN}>
            {rows.slice(SHOWN).map((row) => (
              <WaitingRow key={row.id} row={row} />
            ))}
          </ShowMore>
        </>
      )}
    </section>
  );
}

function WaitingRow({ row }: { readonly row: Desk["waitingOnMe"][number] }) {
  return (
    <li className="group relative grid grid-cols-[3rem_minmax(0,1fr)] border-line border-b py-3 hover:bg-sunken/60">
      <span className="flex items-center gap-1.5 self-start pt-1 text-muted text-sm tabular-nums">
        <StateGlyph state={row.state} label />
        {row.number}
      </span>
      <div className="min-w-0">
        <Link
          href={`/claims/${row.id}`}
          className="line-clamp-2 font-serif text-lg leading-snug after:absolute after:inset-0 after:content-['']"
        >
          {row.wording}
        </Link>
        <p className="mt-0.5 flex flex-wrap gap-x-1.5 text-muted text-sm">
          <span className="text-ink after:ml-1.5 after:text-muted after:content-['·'] max-sm:after:hidden">
            {row.why}
          </span>
          <span className="min-w-0 max-w-80 truncate">{row.articleTitle}</span>
          <span className="before:mr-1.5 before:content-['·'] max-sm:before:hidden">
            <RelativeTime at={row.updatedAt} />
          </span>
        </p>
      </div>
    </li>
  );
}
