"use server";

import * as packages from "@/lib/packages/commands";
import * as people from "@/lib/people/commands";
import { action, answer, type FormState, fromForm } from "@/lib/platform/action";
import { execute } from "@/lib/platform/command";
import { currentActor, openSession } from "@/lib/platform/session";
import * as tokens from "@/lib/tokens/commands";

export const inviteMemberAction = action(people.inviteMember);
export const revokeInvitationAction = action(people.revokeInvitation);
export const changeRoleAction = action(people.changeRole);
export const removeMemberAction = action(people.removeMember);
export const changeScaleAction = action(people.changeScale);
export const changeFourEyesAction = action(people.changeFourEyes);
export const changePublishingAction = action(people.changePublishing);
export const changeRewordedAction = action(people.changeReworded);
export const changeSourcingRuleAction = action(people.changeSourcingRule);
export const changeWeightsAction = action(people.changeWeights);
export const renameNewsroomAction = action(people.renameNewsroom);
export const createTokenAction = action(tokens.createToken);
export const revokeTokenAction = action(tokens.revokeToken);
export const makeSigningKeyAction = action(packages.makeSigningKey);
export const rotateSigningKeyAction = action(packages.rotateSigningKey);
export const changeNameAction = action(people.changeName);

/** Change one's password: every session ends, and this browser gets a new one. */
export async function changePasswordAction(
  _previous: FormState<{ userId: string }> | null,
  form: FormData,
): Promise<FormState<{ userId: string }>> {
  const raw = fromForm(form);
  const state = await answer(raw, async () => execute(people.changePassword, await currentActor(), raw));
  if (!state.ok) return { ...state, typed: {} };
  await openSession(state.output.userId);
  return state;
}
