"use server";

import { actionInSteps, question } from "@/lib/platform/action";
import { reviseArticle } from "@/lib/revisions/commands";
import { previewRevision } from "@/lib/revisions/queries";
import { reviseArticleInput } from "@/lib/revisions/schema";

export const previewRevisionAction = question(reviseArticleInput, previewRevision);
export const reviseInStepsAction = actionInSteps(reviseArticle);
