import type { Metadata } from "next";
import { ActionForm, Submit } from "@/app/_ui/action-form";
import { ButtonLink } from "@/app/_ui/button";
import { Field, Input } from "@/app/_ui/field";
import type { Role } from "@/lib/core/policy/policy";
import { findInvitation } from "@/lib/people/queries";
import { EntryPage } from "../../_entry/entry-page";
import { joinAction } from "./actions";

export const metadata: Metadata = { title: "Join a newsroom" };

const AS: Record<Role, string> = {
  owner: "an owner: you manage members and settings, and do everything editors do",
  admin: "an admin: you manage members and settings, and do everything editors do",
  editor: "an editor: you import articles, mark claims, set verdicts and sign off",
  reviewer: "a reviewer: you leave source notes and propose verdicts",
  viewer: "a viewer: you read and export",
};

export default async function JoinPage({ params }: { readonly params: Promise<{ readonly token: string }> }) {
  const { token } = await params;
  const invitation = await findInvitation(token);
  if (!invitation) {
    return (
      <EntryPage title="This invitation can't be used">
        <p className="mb-5 text-muted">
          It was used, taken back or has run out. Ask whoever sent it for a new link. If you have joined already, sign
          in.
        </p>
        <ButtonLink href="/sign-in" className="self-start">
          Sign in
        </ButtonLink>
      </EntryPage>
    );
  }
  return (
    <EntryPage
      title={`Join ${invitation.newsroomName}`}
      foot="Do you have an account already? Use its address and password."
    >
      <p className="-mt-3 mb-5 text-muted">You are invited as {AS[invitation.role]}.</p>
      <ActionForm action={joinAction} className="flex flex-col gap-4" keepValues>
        <input type="hidden" name="token" value={token} />
        <Field label="Your name" name="name" hint="It stands beside every check and sign-off of yours.">
          <Input name="name" autoComplete="name" required maxLength={120} autoFocus />
        </Field>
        <Field label="E-mail" name="email">
          <Input
            name="email"
            type="email"
            autoComplete="username"
            required
            maxLength={254}
            defaultValue={invitation.email ?? ""}
            readOnly={invitation.email !== null}
          />
        </Field>
        <Field label="Password" name="password" hint="At least 10 characters.">
          <Input name="password" type="password" autoComplete="new-password" required minLength={10} maxLength={200} />
        </Field>
        <Submit className="mt-1 w-full">Join</Submit>
      </ActionForm>
    </EntryPage>
  );
}
