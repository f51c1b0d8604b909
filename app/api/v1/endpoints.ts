import type { z } from "zod";
import { loadArticles } from "@/lib/articles/queries";
import { MAX_TEXT } from "@/lib/articles/schema";
import { checkText } from "@/lib/guard/queries";
import { articlesAnswer, checkTextInput, textCheckAnswer } from "@/lib/guard/schema";
import { executePublic } from "@/lib/platform/command";
import { type Endpoint, restDoor } from "@/lib/platform/route";
import { useToken } from "@/lib/tokens/commands";

/** The door of the REST API: who comes in is told by the newsroom's tokens. */
export const door = restDoor((bearer) => executePublic(useToken, bearer));

/** A letter takes at most six bytes in JSON ("\\u2014"); the rest is for what stands around the text. */
const TEXT_BYTES = 6 * MAX_TEXT + 10_000;

function endpoint<Input extends z.ZodType, Answer extends z.ZodType>(definition: Endpoint<Input, Answer>) {
  return definition;
}

/** List the newsroom's articles, for another program to find the one it means. */
export const listArticles = endpoint({
  method: "GET",
  path: "/api/v1/articles",
  name: "listArticles",
  summary: "List the newsroom’s articles, the one changed last first, at most 1,000.",
  parameters: {},
  input: null,
  maxBytes: 0,
  answer: articlesAnswer,
  run: async (actor) => ({
    articles: (await loadArticles(actor)).map(({ id, title, versionNumber, ready, updatedAt }) => ({
      id,
      title,
      version: versionNumber,
      ready,
      updatedAt,
    })),
  }),
});

/** Tell whether a text is still the checked one. */
export const checkArticleText = endpoint({
  method: "POST",
  path: "/api/v1/articles/{articleId}/check-text",
  name: "checkText",
  summary: "Is this text still the checked one, and if not, which checked claims does the change touch?",
  parameters: { articleId: "Id of the article; its page in Claimdesk shows it, and the list of articles has it." },
  input: checkTextInput,
  maxBytes: TEXT_BYTES,
  answer: textCheckAnswer,
  run: (actor, { articleId = "" }, { text }) => checkText(actor, articleId, text),
});

/** Every endpoint there is. */
export const ENDPOINTS = [listArticles, checkArticleText] as const;
