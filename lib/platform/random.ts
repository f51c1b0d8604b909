import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

/** Return a new id: 80 random bits as 16 lower-case characters without look-alikes. */
export function newId(): string {
  return [...randomBytes(16)].map((byte) => ALPHABET[byte & 31]).join("");
}

/** Return a new secret for a link or a session: 256 random bits, base64url. */
export function newSecret(): string {
  return randomBytes(32).toString("base64url");
}

/** Return a new salt: 128 random bits, base64url. */
export function newSalt(): string {
  return randomBytes(16).toString("base64url");
}

/** Return the hex SHA-256 of a text's UTF-8 form. */
export function sha256(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex");
}

/** Compare two hex digests without telling by time where they differ. */
export function sameDigest(a: string, b: string): boolean {
  const left = Buffer.from(a);
  const right = Buffer.from(b);
  return left.length === right.length && timingSafeEqual(left, right);
}
