import type { Metadata } from "next";
import Link from "next/link";
import { Notice } from "@/app/_ui/notice";
import { loadArticle } from "@/lib/articles/queries";
import { refusalWords } from "@/lib/core/policy/policy";
import { requireActor } from "@/lib/platform/session";
import { found } from "../../../_shell/found";
import { PageBody, PageHeader } from "../../../_shell/page-header";
import { ReviseForm } from "./_revise/revise-form";

export const metadata: Metadata = { title: "New version" };

/** Where a new version of an article comes in: its text, then what it would do, and only then is it stored. */
export default async function RevisePage({ params }: { params: Promise<{ articleId: string }> }) {
  const { articleId } = await params;
  const actor = await requireActor(`/articles/${articleId}/revise`);
  const { id, title, language, version, may } = await found(loadArticle(actor, articleId));
  return (
    <>
      <PageHeader
        over={
          <Link
            href={`/articles/${id}`}
            className="wrap-anywhere hover:text-ink hover:underline hover:underline-offset-3"
          >
            {title}
          </Link>
        }
        title="New version"
        meta={`Every claim follows the text. You see what becomes of each before anything is stored; version ${version.number} stays as it is.`}
      />
      <PageBody className="max-w-7xl">
        {may.revise ? (
          <ReviseForm article={{ id, language }} base={version} />
        ) : (
          <Notice title="You can read the versions of this article">
            {refusalWords(actor.role, "article.revise")}{" "}
            <Link href={`/articles/${id}/versions`} className="underline underline-offset-2">
              See its versions
            </Link>
          </Notice>
        )}
      </PageBody>
    </>
  );
}
