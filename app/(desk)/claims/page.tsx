import type { Metadata } from "next";
import { ButtonLink } from "@/app/_ui/button";
import { EmptyState } from "@/app/_ui/empty-state";
import { requireActor } from "@/lib/platform/session";
import type { SearchParams } from "../_shell/search-params";
import { ClaimsScreen } from "./_table/claims-screen";

export const metadata: Metadata = { title: "Claims" };

/** Every claim of the newsroom in one table; its whole state is in the address. */
export default async function ClaimsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const actor = await requireActor("/claims");
  return (
    <ClaimsScreen
      actor={actor}
      base="/claims"
      query={await searchParams}
      heading={{ title: "Claims" }}
      empty={
        <EmptyState title="No claims yet" action={<ButtonLink href="/articles/import">Import an article</ButtonLink>}>
          Claims appear here when an article is imported.
        </EmptyState>
      }
    />
  );
}
