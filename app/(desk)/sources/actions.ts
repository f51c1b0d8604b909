"use server";

import { action } from "@/lib/platform/action";
import { fetchSource, uploadFile } from "@/lib/snapshots/commands";
import { addSource, changeSource, setConfidentiality } from "@/lib/sources/commands";

/** Add a source, or find the equal one that is there. */
export const addSourceAction = action(addSource);
/** Change what is said of a source. */
export const changeSourceAction = action(changeSource);
/** Say who may know a source. */
export const setConfidentialityAction = action(setConfidentiality);
/** Ask for a copy of a source as it is now. */
export const fetchSourceAction = action(fetchSource);
/** Keep a file as a copy of a source. */
export const uploadFileAction = action(uploadFile);
