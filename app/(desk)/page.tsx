import { FilePlus2 } from "lucide-react";
import type { Metadata } from "next";
import { ButtonLink } from "@/app/_ui/button";
import { loadArticles } from "@/lib/articles/queries";
import { loadDesk } from "@/lib/claims/queries";
import { may } from "@/lib/core/policy/policy";
import { loadFactFigures } from "@/lib/coverage/queries";
import { requireActor } from "@/lib/platform/session";
import { ArticlesInProgress } from "./_desk/articles-in-progress";
import { NewcomerDesk } from "./_desk/newcomer-desk";
import { DeskIsClear, NothingWaits } from "./_desk/nothing-waits";
import { WaitingList } from "./_desk/waiting-list";
import { LiveMark } from "./_live/live-mark";
import { PageBody, PageHeader } from "./_shell/page-header";

export const metadata: Metadata = { title: "Desk" };

export default async function DeskPage() {
  const actor = await requireActor("/");
  const asOf = new Date().toISOString();
  const [desk, articles] = await Promise.all([loadDesk(actor), loadArticles(actor)]);
  const inProgress = articles.filter((article) => article.progress.done < article.progress.total);
  const coverage = await loadFactFigures(
    actor,
    inProgress.map(({ id }) => id),
  );
  const waiting = desk.waitingOnMe.length;
  return (
    <>
      <PageHeader
        title="Desk"
        meta={
          <span className="flex flex-wrap items-center gap-x-3">
            <span>
              {waiting === 0
                ? "Nothing waits on you"
                : `${waiting} ${waiting === 1 ? "claim waits" : "claims wait"} on you`}
              {" · "}
              {inProgress.length} {inProgress.length === 1 ? "article" : "articles"} in progress
            </span>
            <span className="-my-1">
              <LiveMark asOf={asOf} />
            </span>
          </span>
        }
        actions={
          may(actor.role, "article.import") &&
          articles.length > 0 && (
            <ButtonLink href="/articles/import">
              <FilePlus2 size={15} aria-hidden="true" />
              Import an article
            </ButtonLink>
          )
        }
      />
      <PageBody>
        {articles.length === 0 ? (
          <NewcomerDesk name={actor.name} role={actor.role} />
        ) : (
          <div className="grid gap-x-12 gap-y-10 xl:grid-cols-[minmax(0,1fr)_22rem]">
            <div className="flex min-w-0 flex-col gap-10">
              <WaitingList title="Waits on you" rows={desk.waitingOnMe}>
                {inProgress[0] ? <NothingWaits next={inProgress[0]} /> : <DeskIsClear />}
              </WaitingList>
              {(inProgress.length > 0 || desk.iWaitFor.length > 0) && (
                <WaitingList title="You wait for others" rows={desk.iWaitFor}>
                  <p className="text-muted">
                    You wait for nobody. Verdicts you propose stand here until someone signs them off.
                  </p>
                </WaitingList>
              )}
            </div>
            <ArticlesInProgress
              articles={inProgress}
              coverage={coverage}
              finished={articles.length - inProgress.length}
            />
          </div>
        )}
      </PageBody>
    </>
  );
}
