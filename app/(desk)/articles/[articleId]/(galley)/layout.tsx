import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache, type ReactNode } from "react";
import { loadArticle } from "@/lib/articles/queries";
import { loadCoverage } from "@/lib/coverage/queries";
import { Refusal } from "@/lib/platform/refusal";
import { requireActor } from "@/lib/platform/session";
import { loadAttention } from "@/lib/revisions/queries";
import { AttentionProvider } from "../_galley/attention-context";
import { marksOf } from "../_galley/marks";
import { Workbench } from "../_galley/workbench";
import "../_galley/galley.css";

type Params = { readonly params: Promise<{ articleId: string }> };

const findArticle = cache(async (articleId: string) => {
  const actor = await requireActor(`/articles/${articleId}`);
  try {
    const [article, coverage] = await Promise.all([loadArticle(actor, articleId), loadCoverage(actor, articleId)]);
    return { ...article, coverage };
  } catch (error) {
    if (error instanceof Refusal && error.code === "not_found") return notFound();
    throw error;
  }
});

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const { articleId } = await params;
  const { title } = await findArticle(articleId);
  return { title };
}

/** The article and its galley; it stays while claims are selected, only the inspector's part is loaded anew. */
export default async function GalleyLayout({ params, children }: Params & { readonly children: ReactNode }) {
  const { articleId } = await params;
  const asOf = new Date().toISOString();
  const { claims, ...article } = await findArticle(articleId);
  const attention = await loadAttention(await requireActor(`/articles/${articleId}`), articleId);
  return (
    <AttentionProvider value={attention}>
      <Workbench article={{ ...article, marks: marksOf({ claims, version: article.version }) }} asOf={asOf}>
        {children}
      </Workbench>
    </AttentionProvider>
  );
}
