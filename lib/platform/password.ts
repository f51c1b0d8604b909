import { hash, verify } from "@node-rs/argon2";

/** Return the argon2id hash of a password, with its salt and parameters (the library's defaults: 19 MiB, 2 passes). */
export async function hashPassword(password: string): Promise<string> {
  return hash(password);
}

/** Tell whether a password fits a hash. Without a hash it takes as long, so that time doesn't tell which accounts exist. */
export async function fitsPassword(stored: string | null, password: string): Promise<boolean> {
  const fits = await verify(stored ?? (await decoy()), password).catch(() => false);
  return fits && stored !== null;
}

let decoyHash: Promise<string> | undefined;

function decoy(): Promise<string> {
  decoyHash ??= hash("no account has this");
  return decoyHash;
}
