import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { ActionForm, Submit } from "@/app/_ui/action-form";
import { Field, Input } from "@/app/_ui/field";
import { needsSetup } from "@/lib/people/queries";
import { EntryPage } from "../_entry/entry-page";
import { setUpAction } from "./actions";

export const metadata: Metadata = { title: "Set up your newsroom" };

export default async function SetUpPage() {
  if (!(await needsSetup())) redirect("/sign-in");
  return (
    <EntryPage title="Set up your newsroom">
      <ActionForm action={setUpAction} className="flex flex-col gap-4" keepValues>
        <Field
          label="Set-up code"
          name="code"
          hint="Printed in the terminal where Claimdesk was started. It works once."
        >
          <Input
            name="code"
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            required
            maxLength={200}
            autoFocus
          />
        </Field>
        <Field label="Newsroom" name="newsroom" hint="It heads every report.">
          <Input name="newsroom" autoComplete="organization" required maxLength={120} />
        </Field>
        <Field label="Your name" name="name">
          <Input name="name" autoComplete="name" required maxLength={120} />
        </Field>
        <Field label="E-mail" name="email" hint="You become the owner and invite the others.">
          <Input name="email" type="email" autoComplete="username" required maxLength={254} />
        </Field>
        <Field label="Password" name="password" hint="At least 10 characters.">
          <Input name="password" type="password" autoComplete="new-password" required minLength={10} maxLength={200} />
        </Field>
        <Submit className="mt-1 w-full">Create newsroom</Submit>
      </ActionForm>
    </EntryPage>
  );
}
