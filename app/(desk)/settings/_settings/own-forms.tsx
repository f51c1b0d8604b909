"use client";

import { ActionForm, SaveState, Submit } from "@/app/_ui/action-form";
import { Field, Input } from "@/app/_ui/field";
import { signOutEverywhereAction } from "../../_shell/actions";
import { changeNameAction, changePasswordAction } from "../actions";

/** One's own name. */
export function NameForm({ name }: { readonly name: string }) {
  return (
    <ActionForm action={changeNameAction} draftKey="own-name" keepValues>
      <div className="flex flex-wrap items-end gap-3">
        <Field label="Name" name="name" className="w-80 max-w-full">
          <Input key={name} name="name" defaultValue={name} required maxLength={120} autoComplete="name" />
        </Field>
        <Submit variant="outline">Save</Submit>
        <SaveState className="h-8" />
      </div>
    </ActionForm>
  );
}

/** One's own password. Other devices are signed out. */
export function PasswordForm({ email }: { readonly email: string }) {
  return (
    <ActionForm action={changePasswordAction}>
      <h3 className="mb-2 font-medium">Change password</h3>
      <input type="hidden" name="username" autoComplete="username" value={email} />
      <div className="flex flex-wrap items-start gap-3">
        <Field label="Password now" name="current" className="w-50 max-sm:w-full">
          <Input name="current" type="password" autoComplete="current-password" required maxLength={200} />
        </Field>
        <Field label="New password" name="next" hint="At least 10 characters." className="w-50 max-sm:w-full">
          <Input name="next" type="password" autoComplete="new-password" required minLength={10} maxLength={200} />
        </Field>
        <div className="flex items-center gap-3 sm:pt-6">
          <Submit variant="outline">Change password</Submit>
          <SaveState />
        </div>
      </div>
    </ActionForm>
  );
}

/** End one's sessions. */
export function Sessions() {
  return (
    <ActionForm action={signOutEverywhereAction} className="flex flex-wrap items-center justify-between gap-3">
      <div>
        <h3 className="font-medium">Sessions</h3>
        <p className="text-muted">A session lasts 14 days. End them all if a device is lost.</p>
      </div>
      <Submit variant="outline">Sign out on every device</Submit>
    </ActionForm>
  );
}
