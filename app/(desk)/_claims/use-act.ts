"use client";

import { unstable_isUnrecognizedActionError, unstable_rethrow, useRouter } from "next/navigation";
import { useCallback, useState } from "react";
import type { FormAction } from "@/app/_ui/action-form";
import { hideToast, showToast } from "@/app/_ui/toast";
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
  const router = useRouter();
  const act = useCallback(
    async <Input, Output>(action: Action<Input, Output>, input: Input) => {
      setPending(true);
      const answer = await run(action, input);
      setPending(false);
      if (answer.ok) return answer.output;
      showRefusal(answer);
      // Somebody was first: show what stands now, so that the next press is an informed one.
      if (answer.code === "conflict") router.refresh();
      return null;
    },
    [router],
  );
  return { act, pending };
}

/** Return how a form sends so that, when somebody was first, the screen around it shows what stands now. */
export function useRefreshingSend<Output>(action: FormAction<Output>): (form: FormData) => Promise<FormState<Output>> {
  const router = useRouter();
  return async (form) => {
    const answer = await action(null, form);
    if (!answer.ok && answer.code === "conflict") router.refresh();
    return answer;
  };
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

type Undo = () => Promise<void>;

/** What can be undone now; a promise, because the key may be pressed before the answer is there. */
let newest: Promise<Undo | null> | null = null;

/** Say what was done to a claim, with Undo where the reader may. */
export async function offerUndo(words: string, claimId: string): Promise<void> {
  let toast: number | null = null;
  const found = findUndo(claimId).catch(() => null);
  newest = found.then((entry) =>
    entry === null
      ? null
      : async () => {
          if (toast !== null) hideToast(toast);
          const answer = await run(undoAction, entry);
          if (answer.ok) showToast({ words: "Undone." });
          else showRefusal(answer);
        },
  );
  const mine = newest;
  const undo = await mine;
  if (undo === null || newest !== mine) {
    if (undo === null) showToast({ words });
    return;
  }
  toast = showToast({
    words,
    act: {
      label: "Undo",
      run: () => {
        if (newest === mine) newest = null;
        void undo();
      },
    },
  });
}

/** Undo what was offered last, once. */
export async function undoLast(): Promise<void> {
  const last = newest;
  newest = null;
  const undo = await last;
  await undo?.();
}
