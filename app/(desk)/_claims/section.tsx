import { clsx } from "clsx";
import type { ReactNode } from "react";

/** One thought of the inspector: a small heading, what can be done with it at the right, and its content. */
export function Section({
  id,
  title,
  aside,
  children,
  className,
}: {
  readonly id: string;
  readonly title: string;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
  readonly className?: string;
}) {
  return (
    <section aria-labelledby={id} className={clsx("border-line border-t px-5 pt-3 pb-4", className)}>
      <div className="mb-2 flex min-h-7 items-center justify-between gap-3">
        <h3 id={id} className="font-medium text-muted text-sm">
          {title}
        </h3>
        {aside}
      </div>
      {children}
    </section>
  );
}
