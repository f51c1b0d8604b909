"use server";

import { redirect } from "next/navigation";
import { setUpNewsroom } from "@/lib/people/commands";
import { answer, type FormState, fromForm } from "@/lib/platform/action";
import { executePublic } from "@/lib/platform/command";
import { openSession } from "@/lib/platform/session";

/** Create the newsroom and its owner, and come in as such. */
export async function setUpAction(
  _previous: FormState<{ userId: string }> | null,
  form: FormData,
): Promise<FormState<{ userId: string }>> {
  const raw = fromForm(form);
  const state = await answer(raw, () => executePublic(setUpNewsroom, raw));
  if (!state.ok) return state;
  await openSession(state.output.userId);
  redirect("/");
}
