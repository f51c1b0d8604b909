import type { ReactNode } from "react";

/** The rest of a list, folded away under how many there are; nothing when there is no rest. */
export function ShowMore({ count, children }: { readonly count: number; readonly children: ReactNode }) {
  if (count <= 0) return null;
  return (
    <details className="group">
      <summary className="cursor-pointer py-3 text-muted text-sm hover:text-ink group-open:sr-only">
        Show {count.toLocaleString("en")} more
      </summary>
      <ul>{children}</ul>
    </details>
  );
}
