"use client";

import { clsx } from "clsx";
import { X } from "lucide-react";
import { type ReactNode, type SyntheticEvent, useEffect, useId, useRef } from "react";
import { Button } from "./button";

/**
 * A window over the page, on the browser's own dialog: focus stays inside, Escape and a click beside it close it, and
 * focus returns to where it was. What bears `data-autofocus` takes the focus first. At 390 px it is a sheet from below. For what can't be done in place.
 */
export function Dialog({
  open,
  onClose,
  title,
  hideTitle = false,
  children,
  footer,
  wide = false,
  className,
}: {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly hideTitle?: boolean;
  readonly children: ReactNode;
  readonly footer?: ReactNode;
  readonly wide?: boolean;
  readonly className?: string;
}) {
  const ref = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const dialog = ref.current;
    if (!dialog) return;
    if (open && !dialog.open) {
      dialog.showModal();
      dialog.querySelector<HTMLElement>("[data-autofocus]")?.focus();
    }
    if (!open && dialog.open) dialog.close();
  }, [open]);
  const besideClick = (event: SyntheticEvent<HTMLDialogElement>) => {
    if (event.target === ref.current) onClose();
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape, the key for this, is the dialog's own.
    <dialog
      ref={ref}
      aria-labelledby={titleId}
      onClose={onClose}
      onClick={besideClick}
      className={clsx(
        "m-auto max-h-[calc(100dvh-4rem)] w-full rounded-md border border-line bg-raised p-0 text-ink shadow-[0_24px_64px_-12px_rgb(0_0_0/0.35)]",
        "backdrop:bg-[rgb(20_18_14/0.4)] max-sm:mx-0 max-sm:mt-auto max-sm:mb-0 max-sm:max-w-none max-sm:rounded-b-none",
        wide ? "sm:max-w-2xl" : "sm:max-w-md",
        className,
      )}
    >
      {open && (
        <div className="flex max-h-[inherit] flex-col">
          <div className={hideTitle ? "sr-only" : "flex items-center justify-between gap-4 px-5 pt-4 pb-2"}>
            <h2 id={titleId} className="font-serif text-lg">
              {title}
            </h2>
            {!hideTitle && (
              <Button variant="quiet" size="sm" square aria-label="Close" onClick={onClose} className="-mr-2">
                <X size={16} aria-hidden="true" />
              </Button>
            )}
          </div>
          <div className={hideTitle ? "" : "overflow-y-auto px-5 pb-5"}>{children}</div>
          {footer && <div className="flex justify-end gap-2 border-line border-t px-5 py-3">{footer}</div>}
        </div>
      )}
    </dialog>
  );
}
