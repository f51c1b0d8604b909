"use server";

import { importArticle } from "@/lib/articles/commands";
import { action, actionInSteps } from "@/lib/platform/action";

/** For the form as it stands before the page listens. */
export const importArticleAction = action(importArticle);
export const importInStepsAction = actionInSteps(importArticle);
