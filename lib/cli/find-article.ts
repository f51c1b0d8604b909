import { loadArticles } from "@/lib/articles/queries";
import type { Actor } from "@/lib/platform/actor";
import { Refusal } from "@/lib/platform/refusal";

/** Matches that a refusal names. */
const NAMED = 5;

/** Return the id of the article that a person means: by its id, its title, or how the title begins, in any case. Throws a Refusal for none and for several. */
export async function findArticleId(actor: Actor, words: string): Promise<string> {
  const articles = await loadArticles(actor);
  const wanted = words.trim().toLowerCase();
  const titled = (test: (title: string) => boolean) => articles.filter(({ title }) => test(title.toLowerCase()));
  const exact = titled((title) => title === wanted);
  const matches = exact.length > 0 || wanted === "" ? exact : titled((title) => title.startsWith(wanted));
  const [found, second] = articles.some(({ id }) => id === words) ? [{ id: words }] : matches;
  if (!found) throw new Refusal("not_found", "There is no such article. `claimdesk articles` lists them.");
  if (!second) return found.id;
  const named = matches.slice(0, NAMED).map(({ id, title }) => `  ${id}  ${title}`);
  const more = matches.length > NAMED ? [`  and ${matches.length - NAMED} more`] : [];
  throw new Refusal("invalid", [`Several articles are called so. Give the id:`, ...named, ...more].join("\n"));
}
