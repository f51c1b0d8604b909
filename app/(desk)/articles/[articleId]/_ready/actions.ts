"use server";

import { markReady, withdrawReady } from "@/lib/guard/commands";
import { action } from "@/lib/platform/action";

export const markReadyAction = action(markReady);
export const withdrawReadyAction = action(withdrawReady);
