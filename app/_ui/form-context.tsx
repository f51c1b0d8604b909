"use client";

import { createContext, useContext } from "react";

/** What the parts of a form may know of it. */
export interface FormStatus {
  readonly pending: boolean;
  /** Something was typed since the last save. */
  readonly dirty: boolean;
  /** Field name → what is wrong with it. */
  readonly errors: Readonly<Record<string, string>>;
  /** What was typed before a failed submit without scripts; fields start from it. */
  readonly typed: Readonly<Record<string, string>>;
  /** When the last save was acknowledged (ISO), or null. */
  readonly savedAt: string | null;
}

const IDLE: FormStatus = { pending: false, dirty: false, errors: {}, typed: {}, savedAt: null };

export const FormContext = createContext<FormStatus>(IDLE);

/** Return the status of the surrounding form; an idle one outside of any. */
export function useFormStatusOf(): FormStatus {
  return useContext(FormContext);
}
