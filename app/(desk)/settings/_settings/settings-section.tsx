import type { ReactNode } from "react";

/** One part of the settings, with its own address. */
export function SettingsSection({
  id,
  title,
  words,
  children,
}: {
  readonly id: string;
  readonly title: string;
  readonly words: string;
  readonly children: ReactNode;
}) {
  return (
    <section id={id} aria-labelledby={`${id}-title`} className="scroll-mt-6">
      <div className="mb-4 border-ink border-b pb-1.5">
        <h2 id={`${id}-title`} className="font-serif text-lg leading-6">
          {title}
        </h2>
        <p className="text-muted text-sm">{words}</p>
      </div>
      <div className="flex flex-col gap-6">{children}</div>
    </section>
  );
}
