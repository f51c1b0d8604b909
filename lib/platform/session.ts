import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import NextAuth, { type AuthOptions } from "next-auth";
import { decode, encode } from "next-auth/jwt";
import Credentials from "next-auth/providers/credentials";
import { cache } from "react";
import { type Actor, findActor } from "./actor";
import { db } from "./db";
import { env } from "./env";
import { log } from "./log";

const MAX_AGE_SECONDS = 14 * 24 * 60 * 60;

/** Check a pair of e-mail address and password from a client address; the user's id when they fit. */
export type CheckPassword = (credentials: {
  email: string;
  password: string;
  address: string;
}) => Promise<string | null>;

/** The one place that knows next-auth. The token holds the user's id and when it was issued, nothing else. */
function authOptions(checkPassword: CheckPassword): AuthOptions {
  return {
    secret: secret(),
    session: { strategy: "jwt", maxAge: MAX_AGE_SECONDS },
    // The pages of next-auth itself would stand outside our content policy.
    pages: { signIn: "/sign-in", signOut: "/", error: "/sign-in" },
    logger: { error: (code) => log.warn({ code }, "next-auth"), warn: () => undefined, debug: () => undefined },
    providers: [
      Credentials({
        credentials: { email: { type: "email" }, password: { type: "password" } },
        authorize: async (given, request) => {
          const { email = "", password = "" } = given ?? {};
          const id = await checkPassword({ email, password, address: clientAddress(new Headers(request.headers)) });
          return id === null ? null : { id };
        },
      }),
    ],
    callbacks: {
      jwt: async ({ token, user }) => {
        // next-auth answers with a token issued now: an ended session must not come to life again by asking for it.
        if (!user && (await actorOfClaims(token)) === null) throw new Error("This session has ended.");
        return { sub: token.sub, iat: token.iat } as typeof token;
      },
      session: ({ session, token }) => ({ expires: session.expires, user: { id: token.sub ?? "" } }) as typeof session,
    },
  };
}

/** Return the handler behind /api/auth; who may come in is told by `checkPassword`. */
export function authHandler(checkPassword: CheckPassword): (...args: unknown[]) => Promise<Response> {
  return (...args) => NextAuth(authOptions(checkPassword))(...args);
}

/** Return the address that a request came from, as the server noted it with `clientBehind`; empty when nobody did. */
export function clientAddress(headers: Headers): string {
  return headers.get("x-forwarded-for")?.trim().slice(0, 100) ?? "";
}

function secret(): string {
  const { NEXTAUTH_SECRET } = env();
  if (!NEXTAUTH_SECRET) throw new Error("NEXTAUTH_SECRET is missing; `npm start` makes one for the embedded database.");
  return NEXTAUTH_SECRET;
}

function overHttps(): boolean {
  return env().NEXTAUTH_URL?.startsWith("https://") ?? false;
}

/** The name of the session cookie, as next-auth chooses it. */
export function sessionCookieName(): string {
  return overHttps() ? "__Secure-next-auth.session-token" : "next-auth.session-token";
}

/** Return the token that makes its bearer `userId`, valid for 14 days or until they sign out everywhere. */
export async function sessionToken(userId: string): Promise<string> {
  return encode({ token: { sub: userId }, secret: secret(), maxAge: MAX_AGE_SECONDS });
}

/** Sign the browser of this request in as `userId`. */
export async function openSession(userId: string): Promise<void> {
  const jar = await cookies();
  jar.set(sessionCookieName(), await sessionToken(userId), {
    httpOnly: true,
    sameSite: "lax",
    secure: overHttps(),
    path: "/",
    maxAge: MAX_AGE_SECONDS,
  });
}

/** Sign the browser of this request out. */
export async function closeSession(): Promise<void> {
  const jar = await cookies();
  jar.delete(sessionCookieName());
}

/** Return whose valid token this is, read from the database anew, or null. Long answers ask again while they last. */
export async function actorOfToken(token: string | undefined): Promise<Actor | null> {
  if (!token) return null;
  const claims = await decode({ token, secret: secret() }).catch(() => null);
  return claims === null ? null : actorOfClaims(claims);
}

async function actorOfClaims(claims: { readonly sub?: unknown; readonly iat?: unknown }): Promise<Actor | null> {
  if (typeof claims.sub !== "string" || typeof claims.iat !== "number") return null;
  // Tokens count whole seconds: a session of the very second of a "sign out everywhere" is the new one.
  return findActor(db(), claims.sub, new Date(claims.iat * 1000 + 999));
}

/** Return who makes this request, read from the database anew, or null. Once per request. */
export const currentActor = cache(async (): Promise<Actor | null> => {
  const jar = await cookies();
  return actorOfToken(jar.get(sessionCookieName())?.value);
});

/** Return who makes this request, or send the browser to the sign-in page, which leads back to `path`. */
export async function requireActor(path = "/"): Promise<Actor> {
  const actor = await currentActor();
  return actor ?? redirect(`/sign-in?next=${encodeURIComponent(path)}`);
}
