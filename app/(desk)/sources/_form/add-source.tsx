"use client";

import { useRouter } from "next/navigation";
import { ActionForm, SaveState, Submit } from "@/app/_ui/action-form";
import { ButtonLink } from "@/app/_ui/button";
import { addSourceAction } from "../actions";
import { NEW_SOURCE, SourceFields } from "./source-fields";
import { WhoMayKnow } from "./who-may-know";

/** Add a source in place; leads to its page, also when the newsroom has it already. */
export function AddSource({ back }: { readonly back: string }) {
  const router = useRouter();
  return (
    <ActionForm
      action={addSourceAction}
      draftKey="source:new"
      aria-label="Add a source"
      onSaved={({ sourceId }) => router.push(`/sources/${sourceId}`)}
    >
      <SourceFields source={NEW_SOURCE} />
      <div className="mt-4">
        <WhoMayKnow name="confidentiality" />
      </div>
      <div className="mt-4 flex flex-wrap items-center gap-2">
        <Submit>Add source</Submit>
        <ButtonLink href={back} variant="quiet" scroll={false}>
          Close
        </ButtonLink>
        <SaveState className="ml-auto" />
      </div>
    </ActionForm>
  );
}
