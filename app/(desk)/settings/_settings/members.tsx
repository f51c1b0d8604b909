"use client";

import { ActionForm, Submit } from "@/app/_ui/action-form";
import { Badge } from "@/app/_ui/badge";
import { Field, Select } from "@/app/_ui/field";
import { Popover } from "@/app/_ui/popover";
import { RelativeTime } from "@/app/_ui/relative-time";
import { ROLES, type Role } from "@/lib/core/policy/policy";
import type { SettingsView } from "@/lib/people/schema";
import { changeRoleAction, removeMemberAction } from "../actions";

type Member = SettingsView["members"][number];

/** The members, each with role; those who manage them change roles in place and remove. */
export function Members({
  members,
  mayManage,
  myRole,
}: {
  readonly members: readonly Member[];
  readonly mayManage: boolean;
  readonly myRole: Role;
}) {
  return (
    <ul className="-mt-4">
      {members.map((member) => {
        // Only an owner changes an owner.
        const changeable = mayManage && (member.role !== "owner" || myRole === "owner");
        return (
          <li
            key={member.membershipId}
            className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-1 border-line border-b py-2 sm:grid-cols-[minmax(0,1fr)_8.5rem_5.5rem]"
          >
            <div className="min-w-0">
              <p className="flex items-center gap-2">
                <span className="truncate font-medium">{member.name}</span>
                {member.isMe && <Badge>You</Badge>}
              </p>
              <p className="truncate text-muted text-sm">
                {member.email}
                <span className="max-sm:hidden">
                  {" "}
                  · joined <RelativeTime at={member.since} />
                </span>
              </p>
            </div>
            {changeable ? (
              <RoleForm member={member} myRole={myRole} />
            ) : (
              <span className="text-muted first-letter:uppercase max-sm:text-right">{member.role}</span>
            )}
            {changeable && <RemoveMember member={member} />}
          </li>
        );
      })}
    </ul>
  );
}

/** Name the roles that someone with `myRole` can give. */
export function rolesToGive(myRole: Role): readonly Role[] {
  return ROLES.filter((role) => role !== "owner" || myRole === "owner");
}

function RoleForm({ member, myRole }: { readonly member: Member; readonly myRole: Role }) {
  return (
    <ActionForm
      // A role that someone else changed shows at once.
      key={`${member.membershipId}-${member.rev}`}
      action={changeRoleAction}
      keepValues
      className="min-w-0"
    >
      <input type="hidden" name="membershipId" value={member.membershipId} />
      <input type="hidden" name="rev" value={member.rev} />
      <Field label={`Role of ${member.name}`} hideLabel name="role">
        <Select name="role" defaultValue={member.role} onChange={(event) => event.currentTarget.form?.requestSubmit()}>
          {rolesToGive(myRole).map((role) => (
            <option key={role} value={role}>
              {capital(role)}
            </option>
          ))}
        </Select>
      </Field>
      <noscript>
        <button type="submit">Save</button>
      </noscript>
    </ActionForm>
  );
}

function RemoveMember({ member }: { readonly member: Member }) {
  return (
    <Popover
      label={`Remove ${member.name}`}
      trigger="Remove…"
      variant="quiet"
      size="sm"
      align="end"
      triggerClassName="justify-self-end text-muted max-sm:col-start-2"
      className="w-80"
    >
      <ActionForm action={removeMemberAction}>
        <input type="hidden" name="membershipId" value={member.membershipId} />
        <input type="hidden" name="rev" value={member.rev} />
        <p className="font-medium">{member.isMe ? "Leave the newsroom?" : `Remove ${member.name}?`}</p>
        <p className="mt-1 mb-3 text-muted">
          {member.isMe ? "You are" : "They are"} out at once. Claims assigned to {member.isMe ? "you" : "them"} become
          free; notes, verdicts and sign-offs stay.
        </p>
        <Submit variant="danger" size="sm">
          {member.isMe ? "Leave" : "Remove"}
        </Submit>
      </ActionForm>
    </Popover>
  );
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
