import { clsx } from "clsx";
import Link from "next/link";
import type { ComponentProps, ReactNode } from "react";

/** How loud a button is. One filled button per screen region; danger only where something is taken away. */
export type ButtonVariant = "filled" | "outline" | "quiet" | "danger";
/** `md` is 32 px high, `sm` 28 px. On touch screens both have a 44 px target. */
export type ButtonSize = "sm" | "md";

interface Look {
  readonly variant?: ButtonVariant;
  readonly size?: ButtonSize;
  /** A square button that holds only an icon; give it an `aria-label`. */
  readonly square?: boolean;
}

const VARIANTS: Record<ButtonVariant, string> = {
  filled: "border-ink bg-ink text-paper hover:border-ink/85 hover:bg-ink/85",
  outline: "border-line-strong/60 bg-raised text-ink hover:border-line-strong hover:bg-sunken",
  quiet: "border-transparent text-ink hover:bg-ink/7",
  danger: "border-reopened/50 bg-raised text-reopened hover:border-reopened hover:bg-reopened-tint",
};

/** Return the classes of a button, for elements that are not one of ours (a summary, a label). */
export function buttonClasses({ variant = "outline", size = "md", square = false }: Look): string {
  const heights = size === "sm" ? "h-7 text-sm" : "h-8 text-base max-sm:h-10";
  const widths = square ? (size === "sm" ? "w-7" : "w-8 max-sm:w-10") : size === "sm" ? "px-2.5" : "px-3.5";
  return clsx(
    "relative inline-flex shrink-0 select-none items-center justify-center gap-1.5 whitespace-nowrap rounded-sm border font-medium leading-none",
    "transition-colors duration-100 disabled:cursor-default disabled:opacity-45 aria-disabled:opacity-45",
    // The target grows to 44 px under a finger without moving its neighbours.
    "pointer-coarse:after:absolute pointer-coarse:after:-inset-1.5 pointer-coarse:after:content-['']",
    VARIANTS[variant],
    heights,
    widths,
  );
}

/** A push button, `type="button"` unless told otherwise. While `pending` it can't be pressed again and keeps its width. */
export function Button({
  variant,
  size,
  square,
  pending = false,
  className,
  children,
  disabled,
  ...rest
}: ComponentProps<"button"> & Look & { readonly pending?: boolean }) {
  const look = buttonClasses({
    ...(variant && { variant }),
    ...(size && { size }),
    ...(square && { square }),
  });
  return (
    <button
      type="button"
      {...rest}
      disabled={disabled || pending}
      aria-busy={pending || undefined}
      className={clsx(look, pending && "cursor-progress", className)}
    >
      {pending ? <Working>{children}</Working> : children}
    </button>
  );
}

function Working({ children }: { readonly children: ReactNode }) {
  return (
    <>
      <span className="invisible inline-flex items-center gap-1.5">{children}</span>
      <span className="absolute inset-0 flex items-center justify-center" aria-hidden="true">
        <svg className="size-4 animate-spin" viewBox="0 0 16 16" fill="none" aria-hidden="true">
          <circle cx="8" cy="8" r="6" stroke="currentColor" strokeOpacity=".3" strokeWidth="2" />
          <path d="M14 8a6 6 0 0 0-6-6" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
        </svg>
      </span>
    </>
  );
}

/** A link that looks like a button: for going somewhere. */
export function ButtonLink({ variant, size, square, className, ...rest }: ComponentProps<typeof Link> & Look) {
  const look = buttonClasses({
    ...(variant && { variant }),
    ...(size && { size }),
    ...(square && { square }),
  });
  return <Link {...rest} className={clsx(look, className)} />;
}
