"use server";

import * as objections from "@/lib/objections/commands";
import { action } from "@/lib/platform/action";

export const raiseObjectionAction = action(objections.raiseObjection);
export const decideObjectionAction = action(objections.decideObjection);
export const withdrawObjectionAction = action(objections.withdrawObjection);
