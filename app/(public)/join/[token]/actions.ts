"use server";

import { redirect } from "next/navigation";
import { acceptInvitation } from "@/lib/people/commands";
import { answer, type FormState, fromForm } from "@/lib/platform/action";
import { executePublic } from "@/lib/platform/command";
import { openSession } from "@/lib/platform/session";

/** Join the newsroom of an invitation and come in. */
export async function joinAction(
  _previous: FormState<{ userId: string }> | null,
  form: FormData,
): Promise<FormState<{ userId: string }>> {
  const raw = fromForm(form);
  const state = await answer(raw, () => executePublic(acceptInvitation, raw));
  if (!state.ok) return state;
  await openSession(state.output.userId);
  redirect("/");
}
