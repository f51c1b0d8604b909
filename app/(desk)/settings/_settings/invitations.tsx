"use client";

import { useState } from "react";
import { ActionForm, Submit } from "@/app/_ui/action-form";
import { CopyButton } from "@/app/_ui/copy-button";
import { Field, Input, Select } from "@/app/_ui/field";
import { Notice } from "@/app/_ui/notice";
import { RelativeTime } from "@/app/_ui/relative-time";
import type { Role } from "@/lib/core/policy/policy";
import type { SettingsView } from "@/lib/people/schema";
import { inviteMemberAction, revokeInvitationAction } from "../actions";
import { rolesToGive } from "./members";

/** Make invitation links, and take back those that are not used yet. */
export function Invitations({
  invitations,
  myRole,
}: {
  readonly invitations: SettingsView["invitations"];
  readonly myRole: Role;
}) {
  const [made, setMade] = useState<{ readonly id: string; readonly token: string } | null>(null);
  return (
    <div className="flex flex-col gap-4">
      <ActionForm
        action={inviteMemberAction}
        draftKey="invite"
        className="border-line border-b pb-4"
        onSaved={(output) => setMade({ id: output.invitationId, token: output.token })}
      >
        <h3 className="font-medium">Invite someone</h3>
        <p className="mb-2 text-muted text-sm">You get a link to send them. It works once, for 14 days.</p>
        <div className="flex flex-wrap items-end gap-3">
          <Field label="As" name="role" className="w-34">
            <Select name="role" defaultValue="reviewer">
              {rolesToGive(myRole).map((role) => (
                <option key={role} value={role}>
                  {role.charAt(0).toUpperCase() + role.slice(1)}
                </option>
              ))}
            </Select>
          </Field>
          <Field label="Only for this address" name="email" optional className="min-w-48 flex-1">
            <Input name="email" type="email" maxLength={254} autoComplete="off" placeholder="name@example.org" />
          </Field>
          <Submit variant="outline">Make link</Submit>
        </div>
      </ActionForm>
      {made && <MadeLink key={made.id} token={made.token} />}
      {invitations.length > 0 && (
        <div>
          <h3 className="border-line border-b pb-1 font-medium text-muted text-sm">Invitations not used yet</h3>
          <ul>
            {invitations.map((invitation) => (
              <li
                key={invitation.id}
                className="flex min-h-11 flex-wrap items-center justify-between gap-x-4 border-line border-b py-1.5"
              >
                <span>
                  <span className="inline-block first-letter:uppercase">{invitation.role}</span>
                  <span className="text-muted">
                    {invitation.email ? ` · ${invitation.email}` : " · anyone with the link"} · made{" "}
                    <RelativeTime at={invitation.createdAt} />, ends <RelativeTime at={invitation.expiresAt} />
                  </span>
                </span>
                <ActionForm action={revokeInvitationAction} onSaved={() => made?.id === invitation.id && setMade(null)}>
                  <input type="hidden" name="invitationId" value={invitation.id} />
                  <Submit variant="quiet" size="sm" className="text-muted">
                    Take back
                  </Submit>
                </ActionForm>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}

/** The link of a new invitation, shown this once. */
function MadeLink({ token }: { readonly token: string }) {
  const link = `${window.location.origin}/join/${token}`;
  return (
    <Notice tone="success" title="The link is ready. It is shown only now.">
      <div className="mt-1.5 flex flex-wrap items-center gap-2">
        <Input
          readOnly
          value={link}
          aria-label="Invitation link"
          className="min-w-0 flex-1 text-sm"
          onFocus={(event) => event.currentTarget.select()}
        />
        <CopyButton text={link} label="Copy link" />
      </div>
    </Notice>
  );
}
