"use client";

import { unstable_isUnrecognizedActionError, unstable_rethrow } from "next/navigation";
import { useCallback, useState } from "react";
import { showToast } from "@/app/_ui/toast";
import type { Action, FormState } from "@/lib/platform/action";
import { findUndo, undoAction } from "./actions";

/** A command of one press: no form, its answer shown in a toast when it fails. */
export interface Act {
  /** Run a command. Returns its output, or null when it was refused; the refusal is shown. */
  readonly act: <Input, Output>(action: Action<Input, Output>, input: Input) => Promise<Output | null>;
  readonly pending: boolean;
}

/** Run a command from the browser; what the network throws becomes an answer. */
export async function run<Input, Output>(action: Action<Input, Output>, input: Input): Promise<FormState<Output>> {
  try {
    return await action(null, input);
  } catch (error) {
    unstable_rethrow(error);
    const message = unstable_isUnrecognizedActionError(error)
      ? "Claimdesk was updated while this page was open. Reload the page and try again."
      : "The server can't be reached. Nothing was changed; try again when the connection is back.";
    return { ok: false, code: "failed", message, typed: {} };
  }
}

/** Give a component commands of one press, one at a time. */
export function useAct(): Act {
  const [pending, setPending] = useState(false);
  const act = useCallback(async <Input, Output>(action: Action<Input, Output>, input: Input) => {
    setPending(true);
    const answer = await run(action, input);
    setPending(false);
    if (answer.ok) return answer.output;
    showRefusal(answer);
    return null;
  }, []);
  return { act, pending };
}

function showRefusal(answer: Extract<FormState, { ok: false }>): void {
  const signIn = () => {
    const here = window.location.pathname + window.location.search;
    window.location.assign(`/sign-in?next=${encodeURIComponent(here)}`);
  };
  showToast({
    words: answer.message,
    tone: "error",
    ...(answer.code === "signed_out" && { act: { label: "Sign in again", run: signIn } }),
  });
}

let newest: (() => void) | null = null;

/** Say what was done to a claim, with Undo where the reader may. */
export async function offerUndo(words: string, claimId: string): Promise<void> {
  const undo = await findUndo(claimId).catch(() => null);
  if (!undo) return showToast({ words });
  const back = async () => {
    newest = null;
    const answer = await run(undoAction, undo);
    if (answer.ok) showToast({ words: "Undone." });
    else showRefusal(answer);
  };
  newest = () => void back();
  showToast({ words, act: { label: "Undo", run: newest } });
}

/** Undo what was offered last; false when there is nothing. */
export function undoLast(): boolean {
  if (!newest) return false;
  newest();
  return true;
}
