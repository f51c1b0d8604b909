"use server";

import { takeReading } from "@/lib/claims/commands";
import { action } from "@/lib/platform/action";

/** Take the chosen suggestions of another reading. */
export const takeReadingAction = action(takeReading);
