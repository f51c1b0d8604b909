import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from "node:crypto";

/** What stands before the 32 bytes of an Ed25519 public key in its SubjectPublicKeyInfo (RFC 8410). */
const SPKI = Buffer.from("302a300506032b6570032100", "hex");

/** A new key pair: the 32 public bytes in base64, their SHA-256 (hex) as its name, the private half in PKCS 8 (DER). */
export interface KeyPair {
  readonly id: string;
  readonly publicKey: string;
  readonly privateKey: Uint8Array;
}

/** Make an Ed25519 key pair. */
export function newKeyPair(): KeyPair {
  const { publicKey, privateKey } = generateKeyPairSync("ed25519");
  const raw = publicKey.export({ format: "der", type: "spki" }).subarray(SPKI.length);
  return {
    id: createHash("sha256").update(raw).digest("hex"),
    publicKey: raw.toString("base64"),
    privateKey: privateKey.export({ format: "der", type: "pkcs8" }),
  };
}

/** Return the name of a public key: the SHA-256 (hex) of its 32 bytes; null when it is not one. */
export function keyName(publicKey: string): string | null {
  const raw = Buffer.from(publicKey, "base64");
  return raw.length === 32 && raw.toString("base64") === publicKey
    ? createHash("sha256").update(raw).digest("hex")
    : null;
}

/** Return a public key in the PEM form that openssl reads. */
export function publicKeyPem(publicKey: string): string {
  const der = Buffer.concat([SPKI, Buffer.from(publicKey, "base64")]).toString("base64");
  return `-----BEGIN PUBLIC KEY-----\n${der}\n-----END PUBLIC KEY-----\n`;
}

/** Sign a message: 64 bytes. */
export function signMessage(message: Uint8Array, privateKey: Uint8Array): Buffer {
  const key = createPrivateKey({ key: Buffer.from(privateKey), format: "der", type: "pkcs8" });
  return sign(null, message, key);
}

/** Tell whether a signature over a message was made with the private half of this key; false for what is no key. */
export function isSignedBy(message: Uint8Array, signature: Uint8Array, publicKey: string): boolean {
  if (keyName(publicKey) === null) return false;
  try {
    return verify(null, message, createPublicKey(publicKeyPem(publicKey)), signature);
  } catch {
    return false;
  }
}

/** Return a fingerprint as people compare it: eight groups of eight characters. */
export function fingerprintInGroups(id: string): string {
  return (id.match(/.{8}/g) ?? [id]).join(" ");
}
