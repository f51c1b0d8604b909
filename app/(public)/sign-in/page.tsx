import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { ActionForm, Submit } from "@/app/_ui/action-form";
import { Field, Input } from "@/app/_ui/field";
import { needsSetup } from "@/lib/people/queries";
import { currentActor } from "@/lib/platform/session";
import { EntryPage } from "../_entry/entry-page";
import { nextPath } from "../_entry/next-path";
import { signInAction } from "./actions";

export const metadata: Metadata = { title: "Sign in" };

export default async function SignInPage({
  searchParams,
}: {
  readonly searchParams: Promise<{ readonly next?: string | string[] }>;
}) {
  const next = nextPath((await searchParams).next);
  if (await currentActor()) redirect(next);
  if (await needsSetup()) redirect("/setup");
  return (
    <EntryPage title="Sign in" foot="No account? An admin of your newsroom can send you an invitation link.">
      <ActionForm action={signInAction} className="flex flex-col gap-4" keepValues>
        <input type="hidden" name="next" value={next} />
        <Field label="E-mail" name="email">
          <Input name="email" type="email" autoComplete="username" required autoFocus maxLength={254} />
        </Field>
        <Field label="Password" name="password">
          <Input name="password" type="password" autoComplete="current-password" required maxLength={200} />
        </Field>
        <Submit className="mt-1 w-full">Sign in</Submit>
      </ActionForm>
    </EntryPage>
  );
}
