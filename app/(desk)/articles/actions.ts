"use server";

import { changeArticle } from "@/lib/articles/commands";
import { action } from "@/lib/platform/action";

export const changeArticleAction = action(changeArticle);
