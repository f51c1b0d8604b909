import { clsx } from "clsx";
import Link from "next/link";
import { PageLinks } from "@/app/_ui/page-links";
import { href, PAGE_SIZES, type TableState, withFilter } from "./url-state";
import { counted } from "./words";

/** Which rows are shown of how many, the pages before and after, and how many rows a page has. */
export function Pager({
  base,
  state,
  total,
}: {
  readonly base: string;
  readonly state: TableState;
  readonly total: number;
}) {
  const { page, pageSize } = state.filter;
  if (total <= Math.min(pageSize, PAGE_SIZES[0])) return null;
  const last = Math.max(1, Math.ceil(total / pageSize));
  const from = Math.min(total, (page - 1) * pageSize + 1);
  const to = Math.min(total, page * pageSize);
  const toPage = (number: number) => href(base, { ...state, filter: { ...state.filter, page: number } });
  return (
    <div className="flex min-h-11 flex-wrap items-center justify-between gap-x-6 gap-y-1 border-line border-t bg-paper px-4 md:px-6 xl:px-8 py-1.5 text-muted text-sm">
      <p>
        {total === 0
          ? "No claims"
          : last === 1
            ? counted(total, "claim")
            : `${from.toLocaleString("en")}–${to.toLocaleString("en")} of ${counted(total, "claim")}`}
      </p>
      <div className="flex flex-wrap items-center gap-x-6 gap-y-1">
        {total > PAGE_SIZES[0] && (
          <p className="flex items-center gap-1 max-md:hidden">
            Rows
            {PAGE_SIZES.map((size) => (
              <Link
                key={size}
                href={href(base, withFilter(state, { pageSize: size }))}
                scroll={false}
                prefetch={false}
                aria-current={size === pageSize ? "true" : undefined}
                className={clsx("rounded-sm px-1 hover:text-ink", size === pageSize && "font-medium text-ink")}
              >
                <span className="sr-only">{"Rows on a page: "}</span>
                {size}
              </Link>
            ))}
          </p>
        )}
        <PageLinks page={page} last={last} href={toPage} />
      </div>
    </div>
  );
}
