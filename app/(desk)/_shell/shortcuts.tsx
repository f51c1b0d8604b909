"use client";

import { useEffect, useRef, useSyncExternalStore } from "react";

/** A key that does something on the screen now shown. */
export interface Shortcut {
  /** As written: "j", "?", "Shift+J", "Mod+K" (Cmd on a Mac, else Ctrl), or two keys in a row, "g a". */
  readonly keys: string;
  /** What it does, as a verb: "Next claim". */
  readonly label: string;
  readonly group: string;
  readonly run: (event: KeyboardEvent) => void;
}

/** The group of the keys that work on every screen. */
export const EVERYWHERE = "Everywhere";
/** The group of the keys that lead to other screens. */
export const GO_TO = "Go to";
const isGeneral = ({ group }: Shortcut): boolean => group === EVERYWHERE || group === GO_TO;

/** Put the general keys first: a screen's own stands before (wins over) one that works everywhere. */
const ranked = (shortcuts: readonly Shortcut[]): readonly Shortcut[] => [
  ...shortcuts.filter(isGeneral),
  ...shortcuts.filter((shortcut) => !isGeneral(shortcut)),
];

let registered: readonly Shortcut[] = [];
const listeners = new Set<() => void>();
const NONE: readonly Shortcut[] = [];

function change(next: readonly Shortcut[]): void {
  registered = next;
  for (const tell of listeners) tell();
}

/**
 * Let a key run `handler` while this component is shown. The newest registration of a key wins; single keys rest while
 * someone types or a window is open, Mod keys always work. `enabled: false` takes the key away.
 */
export function useShortcut(
  keys: string,
  label: string,
  handler: (event: KeyboardEvent) => void,
  { group = "This screen", enabled = true }: { readonly group?: string; readonly enabled?: boolean } = {},
): void {
  const latest = useRef(handler);
  useEffect(() => {
    latest.current = handler;
  });
  useEffect(() => {
    if (!enabled) return;
    const shortcut: Shortcut = { keys, label, group, run: (event) => latest.current(event) };
    change(ranked([...registered, shortcut]));
    return () => change(registered.filter((each) => each !== shortcut));
  }, [keys, label, group, enabled]);
}

/** Return the keys that work now, for the keyboard map. */
export function useShortcuts(): readonly Shortcut[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => registered,
    () => NONE,
  );
}

const SEQUENCE_MS = 1_200;

/** Listen to the keyboard for every registered key; once per page, in the frame. */
export function ShortcutListener() {
  useEffect(() => {
    let first: { readonly key: string; readonly at: number } | null = null;
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing || isModifier(event.key)) return;
      const key = keyOf(event);
      if (!key.startsWith("Mod+") && (isTyping(event.target) || document.querySelector("dialog[open]:modal"))) return;
      const begun = first && event.timeStamp - first.at < SEQUENCE_MS ? first.key : null;
      first = { key, at: event.timeStamp };
      const found = findShortcut(begun ? `${begun} ${key}` : null) ?? findShortcut(key);
      if (!found) return;
      first = null;
      event.preventDefault();
      found.run(event);
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
  return null;
}

const findShortcut = (keys: string | null): Shortcut | undefined =>
  keys === null ? undefined : registered.findLast((shortcut) => shortcut.keys.toLowerCase() === keys.toLowerCase());

const isModifier = (key: string): boolean => ["Shift", "Control", "Alt", "Meta", "CapsLock"].includes(key);

/** Name a pressed key as shortcuts are written. Shift counts for letters and named keys; "?" is simply "?". */
function keyOf(event: KeyboardEvent): string {
  const parts: string[] = [];
  if (event.metaKey || event.ctrlKey) parts.push("Mod");
  if (event.altKey) parts.push("Alt");
  const isLetter = /^\p{L}$/u.test(event.key);
  if (event.shiftKey && (isLetter || event.key.length > 1)) parts.push("Shift");
  return [...parts, event.key === " " ? "Space" : event.key].join("+");
}

/** Tell whether a key pressed at `target` is part of what someone writes or chooses there. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.closest("[role=menu],[role=listbox]")) return true;
  if (target instanceof HTMLInputElement) return !["checkbox", "radio", "button", "submit"].includes(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}

const SYMBOLS: Record<string, string> = {
  arrowup: "↑",
  arrowdown: "↓",
  arrowleft: "←",
  arrowright: "→",
  escape: "Esc",
  enter: "↵",
};

/** Split a shortcut into the caps to print: "Mod+K" → ["⌘", "K"] on a Mac, ["Ctrl", "K"] elsewhere; "g a" → ["G", "A"]. */
export function keyCaps(keys: string, mac: boolean): readonly string[] {
  return keys.split(/[ +](?=.)/).map((part) => {
    if (part === "Mod") return mac ? "⌘" : "Ctrl";
    if (part === "Shift") return mac ? "⇧" : "Shift";
    return SYMBOLS[part.toLowerCase()] ?? (part.length === 1 ? part.toUpperCase() : part);
  });
}

/** Tell whether the keys are those of a Mac; false until the page runs in the browser. */
export function useMacKeys(): boolean {
  return useSyncExternalStore(
    () => () => {},
    () => /Mac|iPhone|iPad/.test(navigator.userAgent),
    () => false,
  );
}
