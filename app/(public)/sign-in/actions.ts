"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { signIn } from "@/lib/people/commands";
import { answer, type FormState, fromForm } from "@/lib/platform/action";
import { executePublic } from "@/lib/platform/command";
import { clientAddress, openSession } from "@/lib/platform/session";
import { nextPath } from "../_entry/next-path";

/** Sign in and go on to `next`. */
export async function signInAction(
  _previous: FormState<{ userId: string }> | null,
  form: FormData,
): Promise<FormState<{ userId: string }>> {
  // The address is what the server saw, whatever the form says.
  const raw = { ...fromForm(form), address: clientAddress(await headers()) };
  const state = await answer(raw, () => executePublic(signIn, raw));
  if (!state.ok) return state;
  await openSession(state.output.userId);
  redirect(nextPath(form.get("next")));
}
