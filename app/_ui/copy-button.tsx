"use client";

import { Check, Copy } from "lucide-react";
import { useEffect, useState } from "react";
import { Button, type ButtonSize, type ButtonVariant } from "./button";

/** A button that copies `text`, and says for two seconds that it did. */
export function CopyButton({
  text,
  label = "Copy",
  variant = "outline",
  size = "md",
}: {
  readonly text: string;
  readonly label?: string;
  readonly variant?: ButtonVariant;
  readonly size?: ButtonSize;
}) {
  const [state, setState] = useState<"idle" | "copied" | "refused">("idle");
  useEffect(() => {
    if (state === "idle") return;
    const timer = setTimeout(() => setState("idle"), 2_000);
    return () => clearTimeout(timer);
  }, [state]);
  const copy = async (): Promise<void> => {
    const done = await copyText(text);
    setState(done ? "copied" : "refused");
  };
  const words = { idle: label, copied: "Copied", refused: "Select and copy by hand" }[state];
  return (
    <Button variant={variant} size={size} onClick={copy}>
      {state === "copied" ? <Check size={14} aria-hidden="true" /> : <Copy size={14} aria-hidden="true" />}
      <span aria-live="polite">{words}</span>
    </Button>
  );
}

/** Put `text` on the clipboard; false where the browser does not allow it, such as over plain http. */
async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
