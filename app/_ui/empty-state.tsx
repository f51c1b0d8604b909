import type { ReactNode } from "react";

/** A place with nothing in it yet: what it is for, and the next step. */
export function EmptyState({
  title,
  children,
  action,
  mark,
}: {
  readonly title: ReactNode;
  /** One sentence that teaches the next step. */
  readonly children?: ReactNode;
  readonly action?: ReactNode;
  /** A quiet drawing over the title. */
  readonly mark?: ReactNode;
}) {
  return (
    <div className="flex flex-col items-start gap-2 border-line border-y px-1 py-8">
      {mark && (
        <div className="mb-1 text-muted" aria-hidden="true">
          {mark}
        </div>
      )}
      <p className="font-serif text-lg leading-snug">{title}</p>
      {children && <div className="max-w-prose text-muted">{children}</div>}
      {action && <div className="mt-2 flex flex-wrap gap-2">{action}</div>}
    </div>
  );
}
