import { clsx } from "clsx";
import type { ReactNode } from "react";

/** A key of the keyboard, as printed on it. */
export function Kbd({ children, className }: { readonly children: ReactNode; readonly className?: string }) {
  return (
    <kbd
      className={clsx(
        "inline-flex h-5 min-w-5 items-center justify-center rounded-sm border border-line bg-sunken px-1 font-sans text-muted text-xs leading-none",
        className,
      )}
    >
      {children}
    </kbd>
  );
}
