import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import NextAuth, { type AuthOptions } from "next-auth";
import { decode, encode, type JWT } from "next-auth/jwt";
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

/** The one place that knows next-auth. The token holds the user's id and when they signed in (`at`, ms since 1970), nothing else. */
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
        if (user) return { ...bearer(token), at: Date.now() };
        // next-auth answers with a new token: it keeps the moment of signing in, and an ended session does not come to life again.
        if ((await actorOfClaims(token)) === null) throw new Error("This session has ended.");
        return { ...bearer(token), at: token.at };
      },
      session: ({ session, token }) => ({ expires: session.expires, user: { id: token.sub ?? "" } }) as typeof session,
    },
  };
}

const bearer = ({ sub }: JWT): JWT => (sub === undefined ? {} : { sub });

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
  return encode({ token: { sub: userId, at: Date.now() }, secret: secret(), maxAge: MAX_AGE_SECONDS });
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

async function actorOfClaims({ sub, at }: { readonly sub?: unknown; readonly at?: unknown }): Promise<Actor | null> {
  if (typeof sub !== "string" || typeof at !== "number") return null;
  return findActor(db(), sub, new Date(at));
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
