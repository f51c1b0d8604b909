import { loadArticles } from "@/lib/articles/queries";
import type { Actor } from "@/lib/platform/actor";
import { layOut, toJson } from "./table";

/** List the newsroom's articles: as JSON, or as lines of id, date, claims decided of all, and title. */
export async function listArticles(actor: Actor, { json }: { readonly json: boolean }): Promise<string> {
  const articles = await loadArticles(actor);
  if (json) return toJson(articles);
  return layOut(
    articles.map(({ id, publishedOn, progress, title }) => [
      id,
      publishedOn ?? "no date   ",
      `${progress.done}/${progress.total} claims`,
      title,
    ]),
  );
}
