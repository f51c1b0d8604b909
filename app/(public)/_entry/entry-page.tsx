import type { ReactNode } from "react";

/** A page for people who are not in yet: the name of the house over one narrow column. */
export function EntryPage({
  title,
  children,
  foot,
}: {
  readonly title: ReactNode;
  readonly children: ReactNode;
  readonly foot?: ReactNode;
}) {
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-88 flex-col px-5 pt-[12dvh] pb-12">
      <header className="mb-8 border-ink border-t-4 border-double pt-3 text-center">
        <p className="font-serif text-2xl tracking-tight">Claimdesk</p>
        <p className="mt-1 text-muted text-sm">Every claim checked, by name</p>
      </header>
      <h1 className="mb-5 font-serif text-xl leading-snug">{title}</h1>
      {children}
      {foot && <footer className="mt-8 border-line border-t pt-4 text-muted text-sm">{foot}</footer>}
    </main>
  );
}
