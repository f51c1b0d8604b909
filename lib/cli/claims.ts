import { loadArticle } from "@/lib/articles/queries";
import type { Actor } from "@/lib/platform/actor";
import { layOut, toJson } from "./table";

/** List an article's claims in the order of their place: as JSON, or as lines of number, state, verdict and wording. Throws a Refusal when there is no such article. */
export async function listClaims(
  actor: Actor,
  articleId: string,
  { json }: { readonly json: boolean },
): Promise<string> {
  const { claims } = await loadArticle(actor, articleId);
  if (json) return toJson(claims);
  return layOut(
    claims.map(({ number, state, verdict, speakerName, wording }) => [
      String(number).padStart(3),
      state.replaceAll("_", " "),
      verdict?.label ?? "-",
      speakerName || "-",
      wording,
    ]),
    100,
  );
}
