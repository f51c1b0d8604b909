import type { ReactNode } from "react";

/** A whole screen that could not be shown: what happened, what is safe, what to do. */
export function Trouble({
  title,
  children,
  actions,
  foot,
}: {
  readonly title: string;
  readonly children: ReactNode;
  readonly actions: ReactNode;
  readonly foot?: ReactNode;
}) {
  return (
    <div className="mx-auto flex min-h-[70dvh] w-full max-w-lg flex-col justify-center px-5 py-16">
      <div className="border-ink border-t-4 border-double pt-5">
        <h1 className="font-serif text-xl leading-snug">{title}</h1>
        <div className="mt-2 flex flex-col gap-2 text-muted leading-6">{children}</div>
        <div className="mt-6 flex flex-wrap gap-2">{actions}</div>
        {foot && <p className="mt-8 text-muted text-sm">{foot}</p>}
      </div>
    </div>
  );
}
