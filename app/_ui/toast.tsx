"use client";

import { X } from "lucide-react";
import { type ReactNode, useEffect, useSyncExternalStore } from "react";
import { Button } from "./button";

/** Something that happened where the eye can't see it. */
export interface Toast {
  readonly id: number;
  readonly words: ReactNode;
  /** What the button offers, most often Undo. */
  readonly act?: { readonly label: string; readonly run: () => void };
  readonly tone?: "error";
}

let toasts: readonly Toast[] = [];
let nextId = 1;
const listeners = new Set<() => void>();

function change(next: readonly Toast[]): void {
  toasts = next;
  for (const tell of listeners) tell();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const NONE: readonly Toast[] = [];

/** Show a toast for what the eye can't see, such as a bulk change beyond the screen, and return its id. At most three stand at once. */
export function showToast(toast: Omit<Toast, "id">): number {
  const id = nextId++;
  change([...toasts.slice(-2), { ...toast, id }]);
  return id;
}

/** Take a toast away. */
export function hideToast(id: number): void {
  change(toasts.filter((toast) => toast.id !== id));
}

/** Where toasts appear; once per page, in the frame. */
export function ToastArea() {
  const shown = useSyncExternalStore(
    subscribe,
    () => toasts,
    () => NONE,
  );
  return (
    <section
      aria-label="Messages"
      aria-live="polite"
      className="pointer-events-none fixed inset-x-3 bottom-3 z-50 flex flex-col items-center gap-2 max-sm:bottom-18 print:hidden"
    >
      {shown.map((toast) => (
        <ToastLine key={toast.id} toast={toast} />
      ))}
    </section>
  );
}

const SHOWN_MS = 8_000;

function ToastLine({ toast }: { readonly toast: Toast }) {
  useEffect(() => {
    // Errors stay until someone has read them.
    if (toast.tone === "error") return;
    const timer = setTimeout(() => hideToast(toast.id), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [toast]);
  const { act } = toast;
  return (
    <div className="pointer-events-auto flex max-w-full items-center gap-3 rounded-sm bg-ink py-1.5 pr-1.5 pl-3.5 text-paper shadow-[0_8px_24px_-6px_rgb(0_0_0/0.4)]">
      <span className="min-w-0">
        {toast.tone === "error" && <strong className="font-medium">Not done: </strong>}
        {toast.words}
      </span>
      {act && (
        <button
          type="button"
          className="h-7 rounded-sm px-2 font-medium underline underline-offset-2 hover:bg-paper/15"
          onClick={() => {
            hideToast(toast.id);
            act.run();
          }}
        >
          {act.label}
        </button>
      )}
      <Button
        variant="quiet"
        size="sm"
        square
        aria-label="Close message"
        className="text-paper! hover:bg-paper/15!"
        onClick={() => hideToast(toast.id)}
      >
        <X size={14} aria-hidden="true" />
      </Button>
    </div>
  );
}
