import { clsx } from "clsx";
import type { ReactNode } from "react";

/** What kind of message it is; the icon and the word of it carry the meaning, colour only repeats it. */
export type NoticeTone = "error" | "info" | "success" | "warning";

const TONES: Record<NoticeTone, string> = {
  error: "border-reopened text-reopened",
  warning: "border-open-mark text-open",
  info: "border-line-strong text-muted",
  success: "border-verified text-verified",
};

const SHAPES: Record<NoticeTone, ReactNode> = {
  error: <path d="M8 4.5v4M8 11.2v.1" />,
  warning: <path d="M8 4.5v4M8 11.2v.1" />,
  info: <path d="M8 7.5v4M8 4.8v.1" />,
  success: <path d="m5 8.2 2.2 2.2L11.2 6" />,
};

/** A message in place, beside what it is about. Errors are announced at once, the rest when the reader is ready. */
export function Notice({
  tone = "info",
  title,
  children,
  action,
  className,
}: {
  readonly tone?: NoticeTone;
  readonly title?: ReactNode;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
  readonly className?: string;
}) {
  return (
    <div
      role={tone === "error" ? "alert" : "status"}
      className={clsx("flex gap-2.5 border-l-2 bg-sunken py-2 pr-3 pl-2.5", TONES[tone], className)}
    >
      <svg
        className="mt-0.5 size-4 shrink-0"
        viewBox="0 0 16 16"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeLinecap="round"
        strokeLinejoin="round"
        aria-hidden="true"
      >
        <circle cx="8" cy="8" r="6.5" />
        {SHAPES[tone]}
      </svg>
      <div className="min-w-0 flex-1 text-ink leading-5">
        {title && <p className="font-medium">{title}</p>}
        {children && <div>{children}</div>}
        {action && <div className="mt-1.5 flex flex-wrap gap-2">{action}</div>}
      </div>
    </div>
  );
}
