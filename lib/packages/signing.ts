import { newKeyPair, signMessage } from "@/lib/platform/ed25519";
import { env } from "@/lib/platform/env";
import { Refusal } from "@/lib/platform/refusal";
import { seal, unseal } from "@/lib/platform/seal";

/** A key as it is kept: its private half sealed with this installation's session secret. */
export interface SealedKey {
  readonly id: string;
  readonly newsroomId: string;
  readonly publicKey: string;
  readonly sealed: string;
}

/** Make a new signing key for a newsroom. */
export function makeKey(newsroomId: string): SealedKey {
  const { id, publicKey, privateKey } = newKeyPair();
  return { id, newsroomId, publicKey, sealed: seal(privateKey, secret(), purpose({ id, newsroomId })) };
}

/** Tell whether this server's secret opens the key. */
export function canSign(key: SealedKey): boolean {
  return unseal(key.sealed, secret(), purpose(key)) !== null;
}

/** Sign a message with a newsroom's key: 64 bytes. Refused with a sentence when the key can't be opened any more. */
export function signWith(key: SealedKey, message: Uint8Array): Buffer {
  const opened = unseal(key.sealed, secret(), purpose(key));
  if (opened) return signMessage(message, opened);
  throw new Refusal(
    "not_now",
    "The newsroom’s signing key can’t be opened: it was sealed with another session secret (NEXTAUTH_SECRET). Set that secret again, or let an owner or admin make a new key in Settings. Packages that the old key signed stay valid.",
  );
}

function purpose({ id, newsroomId }: Pick<SealedKey, "id" | "newsroomId">): string {
  return `signing key ${id} of newsroom ${newsroomId}`;
}

function secret(): string {
  const { NEXTAUTH_SECRET } = env();
  if (NEXTAUTH_SECRET === undefined) throw new Error("The session secret is not set.");
  return NEXTAUTH_SECRET;
}
