import { clsx } from "clsx";
import { ChevronLeft, ChevronRight } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { buttonClasses } from "./button";

/** The pages before and after, as links. Nothing when there is one page only. */
export function PageLinks({
  page,
  last,
  href,
  className,
}: {
  readonly page: number;
  readonly last: number;
  readonly href: (page: number) => string;
  readonly className?: string;
}) {
  if (last <= 1) return null;
  return (
    <nav aria-label="Pages" className={clsx("flex items-center gap-2 text-muted text-sm", className)}>
      <Step to={page > 1 ? href(page - 1) : null} rel="prev">
        <ChevronLeft size={15} aria-hidden="true" />
        Previous
      </Step>
      <span>
        Page {page.toLocaleString("en")} of {last.toLocaleString("en")}
      </span>
      <Step to={page < last ? href(page + 1) : null} rel="next">
        Next
        <ChevronRight size={15} aria-hidden="true" />
      </Step>
    </nav>
  );
}

function Step({
  to,
  rel,
  children,
}: {
  readonly to: string | null;
  readonly rel: string;
  readonly children: ReactNode;
}) {
  const look = buttonClasses({ variant: "quiet", size: "sm" });
  return to === null ? (
    <span aria-disabled="true" className={look}>
      {children}
    </span>
  ) : (
    <Link href={to} rel={rel} className={look}>
      {children}
    </Link>
  );
}
