"use server";

import * as coverage from "@/lib/coverage/commands";
import { action } from "@/lib/platform/action";

export const dismissFactsAction = action(coverage.dismissFacts);
export const restoreFactsAction = action(coverage.restoreFacts);
