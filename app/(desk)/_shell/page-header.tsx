import { clsx } from "clsx";
import type { ReactNode } from "react";

/** The head of a screen: its name, a line about it, what can be done, and the tabs of its parts. */
export function PageHeader({
  title,
  meta,
  actions,
  tabs,
  over,
  className,
}: {
  readonly title: ReactNode;
  /** One muted line under the title. */
  readonly meta?: ReactNode;
  readonly actions?: ReactNode;
  readonly tabs?: ReactNode;
  /** Where this belongs, over the title, such as a link back. */
  readonly over?: ReactNode;
  readonly className?: string;
}) {
  return (
    <header className={clsx("border-line border-b px-4 pt-5 md:px-6 xl:px-8", !tabs && "pb-4", className)}>
      {over && <div className="mb-1 text-muted text-sm">{over}</div>}
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        <div className="min-w-0">
          <h1 className="text-balance font-serif text-xl leading-tight">{title}</h1>
          {meta && <div className="mt-1 text-muted">{meta}</div>}
        </div>
        {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
      </div>
      {tabs && <div className="mt-3">{tabs}</div>}
    </header>
  );
}

/** The body of a screen, with the same margins as its head. `narrow` for reading and forms. */
export function PageBody({
  children,
  narrow = false,
  className,
}: {
  readonly children: ReactNode;
  readonly narrow?: boolean;
  readonly className?: string;
}) {
  return <div className={clsx("px-4 py-6 md:px-6 xl:px-8", narrow && "max-w-4xl", className)}>{children}</div>;
}
