import { FilePlus2 } from "lucide-react";
import type { Metadata } from "next";
import { ButtonLink } from "@/app/_ui/button";
import { loadArticles } from "@/lib/articles/queries";
import { loadDesk } from "@/lib/claims/queries";
import { may } from "@/lib/core/policy/policy";
import { requireActor } from "@/lib/platform/session";
import { ArticlesInProgress } from "./_desk/articles-in-progress";
import { NewcomerDesk } from "./_desk/newcomer-desk";
import { WaitingList } from "./_desk/waiting-list";
import { LiveMark } from "./_live/live-mark";
import { PageBody, PageHeader } from "./_shell/page-header";

export const metadata: Metadata = { title: "Desk" };

export default async function DeskPage() {
  const actor = await requireActor("/");
  const asOf = new Date().toISOString();
  const [desk, articles] = await Promise.all([loadDesk(actor), loadArticles(actor)]);
  const mayImport = may(actor.role, "article.import");
  const inProgress = articles.filter((article) => article.progress.done < article.progress.total);
  const waiting = desk.waitingOnMe.length;
  return (
    <>
      <PageHeader
        title="Desk"
        meta={
          <>
            {waiting === 0
              ? "Nothing waits on you"
              : `${waiting} ${waiting === 1 ? "claim waits" : "claims wait"} on you`}
            {" · "}
            {inProgress.length} {inProgress.length === 1 ? "article" : "articles"} in progress
          </>
        }
        actions={
          <>
            <LiveMark asOf={asOf} />
            {mayImport && (
              <ButtonLink href="/articles/import" variant={articles.length === 0 ? "filled" : "outline"}>
                <FilePlus2 size={15} aria-hidden="true" />
                Import an article
              </ButtonLink>
            )}
          </>
        }
      />
      <PageBody>
        {articles.length === 0 ? (
          <NewcomerDesk name={actor.name} role={actor.role} />
        ) : (
          <div className="grid gap-x-12 gap-y-10 xl:grid-cols-[minmax(0,1fr)_22rem]">
            <div className="flex min-w-0 flex-col gap-10">
              <WaitingList
                title="Waits on you"
                rows={desk.waitingOnMe}
                empty={
                  desk.iWaitFor.length + inProgress.length === 0
                    ? {
                        title: "The desk is clear.",
                        words: "Every claim is signed off or dismissed. The reports are ready to go out.",
                      }
                    : {
                        title: "Nothing waits on you.",
                        words: "Take a claim from an article in progress, or wait for the others.",
                      }
                }
              />
              <WaitingList
                title="You wait for others"
                rows={desk.iWaitFor}
                empty={{
                  title: null,
                  words: "You wait for nobody. Verdicts you propose stand here until someone signs them off.",
                }}
              />
            </div>
            <ArticlesInProgress articles={inProgress} finished={articles.length - inProgress.length} />
          </div>
        )}
      </PageBody>
    </>
  );
}
