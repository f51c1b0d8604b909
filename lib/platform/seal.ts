import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";

/**
 * Seal bytes with a secret (AES-256-GCM, the key by HKDF-SHA-256 from the secret), so that only who has the secret can open them.
 * `about` says what they are for: sealed for one thing, they don't open for another.
 */
export function seal(plain: Uint8Array, secret: string, about: string): string {
  const iv = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", keyOf(secret), iv);
  cipher.setAAD(Buffer.from(about));
  const sealed = Buffer.concat([cipher.update(plain), cipher.final()]);
  const parts = [iv, cipher.getAuthTag(), sealed].map((part) => part.toString("base64url"));
  return ["v1", ...parts].join(".");
}

/** Open what `seal` sealed; null when the secret or what it is for is another, or the seal was damaged. */
export function unseal(sealed: string, secret: string, about: string): Buffer | null {
  const [, iv, tag, body] = sealed.split(".").map((part) => Buffer.from(part, "base64url"));
  if (iv?.length !== 12 || tag?.length !== 16 || !body) return null;
  try {
    const decipher = createDecipheriv("aes-256-gcm", keyOf(secret), iv);
    decipher.setAAD(Buffer.from(about));
    decipher.setAuthTag(tag);
    return Buffer.concat([decipher.update(body), decipher.final()]);
  } catch {
    return null;
  }
}

function keyOf(secret: string): Uint8Array {
  return new Uint8Array(hkdfSync("sha256", secret, "", "claimdesk seal v1", 32));
}
