"use server";

import { action } from "@/lib/platform/action";
import { addSource, changeSource, setConfidentiality } from "@/lib/sources/commands";

/** Add a source, or find the equal one that is there. */
export const addSourceAction = action(addSource);
/** Change what is said of a source. */
export const changeSourceAction = action(changeSource);
/** Say who may know a source. */
export const setConfidentialityAction = action(setConfidentiality);
