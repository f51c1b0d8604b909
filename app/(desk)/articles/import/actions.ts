"use server";

import { importArticle } from "@/lib/articles/commands";
import { action } from "@/lib/platform/action";

export const importArticleAction = action(importArticle);
