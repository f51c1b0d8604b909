import { newSecret } from "./random";

/** What every token begins with, so that people and secret scanners know one when they see it. */
export const TOKEN_PREFIX = "cdk_";

/** Return a new token for another program: the prefix and 256 random bits, base64url. */
export function newToken(): string {
  return `${TOKEN_PREFIX}${newSecret()}`;
}

const BEARER = /^Bearer +([A-Za-z0-9_.~+/=-]{1,200})$/i;

/** Return the token of an Authorization header ("Bearer cdk_…"), or null when it carries none. */
export function readBearer(header: string | null): string | null {
  return BEARER.exec(header?.trim() ?? "")?.[1] ?? null;
}
