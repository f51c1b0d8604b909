"use server";

import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { loadArticles } from "@/lib/articles/queries";
import { loadClaimPage } from "@/lib/claims/queries";
import { claimFilter } from "@/lib/claims/schema";
import type { ClaimState } from "@/lib/core/workflow/workflow";
import { signOutEverywhere } from "@/lib/people/commands";
import { answer, type FormState } from "@/lib/platform/action";
import { execute } from "@/lib/platform/command";
import { closeSession, currentActor } from "@/lib/platform/session";

const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** Keep the reader's choice of light, dark or the system's own, in this browser. */
export async function chooseTheme(theme: string): Promise<void> {
  const jar = await cookies();
  if (theme === "light" || theme === "dark")
    jar.set("theme", theme, { path: "/", maxAge: YEAR_SECONDS, sameSite: "lax" });
  else jar.delete("theme");
}

/** Sign this browser out. */
export async function signOutAction(): Promise<void> {
  await closeSession();
  redirect("/sign-in");
}

/** End every session of the signed-in person, here and elsewhere. */
export async function signOutEverywhereAction(
  _previous: FormState<{ userId: string }> | null,
  _form: FormData,
): Promise<FormState<{ userId: string }>> {
  const state = await answer({}, async () => execute(signOutEverywhere, await currentActor(), {}));
  if (!state.ok && state.code !== "signed_out") return state;
  await closeSession();
  redirect("/sign-in");
}

/** Something the palette can go to. */
export interface Found {
  readonly articles: readonly { readonly id: string; readonly title: string }[];
  readonly claims: readonly {
    readonly id: string;
    readonly number: number;
    readonly state: ClaimState;
    readonly wording: string;
    readonly articleTitle: string;
  }[];
}

const NOTHING: Found = { articles: [], claims: [] };
const MOST = 8;

/** Find articles by title and claims by text, for the palette; at most eight of each. Nothing for the signed-out. */
export async function findAnywhere(text: string): Promise<Found> {
  const actor = await currentActor();
  const words = typeof text === "string" ? text.trim().slice(0, 200) : "";
  if (!actor) return NOTHING;
  const [articles, claims] = await Promise.all([
    loadArticles(actor),
    words.length < 2 ? null : loadClaimPage(actor, claimFilter.parse({ text: words, pageSize: 10 })),
  ]);
  const needle = words.toLocaleLowerCase("en");
  return {
    articles: articles
      .filter((article) => article.title.toLocaleLowerCase("en").includes(needle))
      .slice(0, MOST)
      .map(({ id, title }) => ({ id, title })),
    claims: (claims?.rows ?? [])
      .slice(0, MOST)
      .map(({ id, number, state, wording, articleTitle }) => ({ id, number, state, wording, articleTitle })),
  };
}
