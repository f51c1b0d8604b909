import { z } from "zod";
import type { PersonRef } from "@/lib/claims/schema";
import { id, requiredLine } from "@/lib/platform/input";

/** Let another program read; its token is shown once. */
export const createTokenInput = z.object({ name: requiredLine(80, "Name the program that will use it.") });
export const revokeTokenInput = z.object({ tokenId: id });
/** A token as a request brings it, and the address the request came from; empty when nobody noted it. */
export const useTokenInput = z.object({ token: z.string().max(200), address: z.string().max(100) });

/** A token of the newsroom, without the token. */
export interface TokenView {
  readonly id: string;
  readonly name: string;
  readonly createdBy: PersonRef;
  /** ISO 8601. */
  readonly createdAt: string;
  /** ISO 8601, to the minute; null when it was never used. */
  readonly lastUsedAt: string | null;
}
