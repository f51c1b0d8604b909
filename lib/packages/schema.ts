import { z } from "zod";
import type { PersonRef } from "@/lib/claims/schema";
import { id, requiredLine } from "@/lib/platform/input";

/** Make the newsroom's first signing key, unless it has one. */
export const makeKeyInput = z.object({});

/** Put a new signing key in the place of the present one, which is named, with a reason that the ledger keeps. */
export const rotateKeyInput = z.object({
  keyId: id,
  reason: requiredLine(1_000, "Say why, such as: the old server was sold."),
});

/** One of the newsroom's signing keys, without its private half. */
export interface KeyView {
  /** SHA-256 (hex) of the 32 public bytes. */
  readonly id: string;
  /** Base64. */
  readonly publicKey: string;
  /** ISO 8601. */
  readonly createdAt: string;
  readonly createdBy: PersonRef;
  /** ISO 8601; null for the one that signs now. */
  readonly retiredAt: string | null;
}

/** The newsroom's signing keys as Settings show them. */
export interface KeysView {
  /** The one that signs now; null before the first package. */
  readonly current: KeyView | null;
  /** Newest first. */
  readonly retired: readonly KeyView[];
  /** Whether this server's secret still opens the present key. */
  readonly opens: boolean;
  readonly mayRotate: boolean;
  readonly newsroomId: string;
}

/** What an outsider sees of a newsroom's keys. */
export interface PublicKeys {
  readonly newsroom: { readonly id: string; readonly name: string };
  readonly keys: readonly Omit<KeyView, "createdBy">[];
}

/** What to leave out of a package. */
export interface PackageOptions {
  /** Leave out the bytes and the text of snapshots; their hashes stay. */
  readonly withoutSnapshots: boolean;
}

/** What the package's download door takes. */
export const packageRequest = z
  .object({ snapshots: z.enum(["with", "without"], "`snapshots` is with or without.").default("with") })
  .transform(({ snapshots }): PackageOptions => ({ withoutSnapshots: snapshots === "without" }));

/** A package that was written: its file name, the key that signed it, and its size in bytes. */
export interface PackageMade {
  readonly name: string;
  readonly keyId: string;
  readonly files: number;
  readonly size: number;
}
