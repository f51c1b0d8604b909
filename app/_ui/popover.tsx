"use client";

import { clsx } from "clsx";
import { type ReactNode, type RefObject, useCallback, useId, useRef, useState } from "react";
import { type ButtonSize, type ButtonVariant, buttonClasses } from "./button";

const GAP = 4;

/** Put `panel` under `anchor` (or above where there is no room), inside the window. Coordinates in CSS pixels. */
export function placeBeside(anchor: Element, panel: HTMLElement, align: "start" | "end"): void {
  const box = anchor.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = panel;
  const wanted = align === "start" ? box.left : box.right - width;
  const left = Math.max(8, Math.min(wanted, window.innerWidth - width - 8));
  const below = box.bottom + GAP;
  const fits = below + height <= window.innerHeight - 8 || box.top < height;
  panel.style.left = `${left}px`;
  panel.style.top = `${fits ? below : box.top - GAP - height}px`;
}

/**
 * A button that opens a small panel beside itself, on the browser's own popover: Escape and a click elsewhere close it.
 * Children may be a function that gets `close`.
 */
export function Popover({
  label,
  trigger,
  children,
  align = "start",
  variant = "outline",
  size = "md",
  square = false,
  className,
  triggerClassName,
}: {
  /** The name of the trigger where its content is only an icon, and of the panel. */
  readonly label: string;
  readonly trigger: ReactNode;
  readonly children: ReactNode | ((close: () => void) => ReactNode);
  readonly align?: "start" | "end";
  readonly variant?: ButtonVariant;
  readonly size?: ButtonSize;
  readonly square?: boolean;
  readonly className?: string;
  readonly triggerClassName?: string;
}) {
  const id = useId();
  const anchor = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  const close = useCallback(() => panel.current?.hidePopover(), []);
  const onToggle = (): void => {
    const shown = panel.current?.matches(":popover-open") ?? false;
    setOpen(shown);
    if (shown && anchor.current && panel.current) placeBeside(anchor.current, panel.current, align);
  };
  return (
    <>
      <button
        ref={anchor}
        type="button"
        popoverTarget={id}
        aria-label={square ? label : undefined}
        aria-expanded={open}
        aria-haspopup="dialog"
        className={clsx(buttonClasses({ variant, size, square }), triggerClassName)}
      >
        {trigger}
      </button>
      <div
        id={id}
        ref={panel as RefObject<HTMLDivElement>}
        popover="auto"
        role="dialog"
        aria-label={label}
        onToggle={onToggle}
        className={clsx(
          "inset-auto m-0 max-h-[70dvh] min-w-44 max-w-[calc(100vw-1rem)] overflow-y-auto rounded-md border border-line bg-raised p-3 text-ink shadow-[0_12px_32px_-8px_rgb(0_0_0/0.25)]",
          className,
        )}
      >
        {typeof children === "function" ? children(close) : children}
      </div>
    </>
  );
}
