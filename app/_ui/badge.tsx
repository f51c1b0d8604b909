import { clsx } from "clsx";
import type { ComponentProps } from "react";

/** A short word about a thing: a role, a kind, a count. Neutral; colour belongs to claim states. */
export function Badge({ className, ...rest }: ComponentProps<"span">) {
  return (
    <span
      {...rest}
      className={clsx(
        "inline-flex h-5 items-center gap-1 whitespace-nowrap rounded-sm border border-line bg-sunken px-1.5 text-muted text-xs",
        className,
      )}
    />
  );
}
