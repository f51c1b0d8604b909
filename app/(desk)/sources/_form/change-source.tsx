"use client";

import { PenLine } from "lucide-react";
import { useState } from "react";
import { Button } from "@/app/_ui/button";
import { EditForm } from "../../_claims/edit-form";
import { FormFoot } from "../../_claims/said";
import { MEDIUM_LABELS, SOURCE_KIND_LABELS } from "../../_claims/words";
import { changeSourceAction } from "../actions";
import { SourceFields, type SourceWords } from "./source-fields";

/** Change what is said of a source, in place. When somebody else saved first, both versions are laid side by side. */
export function ChangeSource({
  sourceId,
  rev,
  source,
}: {
  readonly sourceId: string;
  readonly rev: number;
  readonly source: SourceWords;
}) {
  const [shown, setShown] = useState(false);
  return (
    <>
      {!shown && (
        <Button onClick={() => setShown(true)}>
          <PenLine size={14} aria-hidden="true" />
          Edit
        </Button>
      )}
      <div className={shown ? "basis-full" : undefined}>
        <EditForm
          action={changeSourceAction}
          draftKey={`source:${sourceId}`}
          rev={rev}
          hidden={!shown}
          onDirty={() => setShown(true)}
          onSaved={() => setShown(false)}
          className="max-w-2xl"
          fields={[
            { name: "title", label: "Title", value: source.title },
            { name: "url", label: "Web address", value: source.url },
            { name: "author", label: "Author", value: source.author },
            { name: "publisher", label: "Publisher", value: source.publisher },
            { name: "date", label: "Date", value: source.date },
            { name: "language", label: "Language", value: source.language },
            { name: "reliability", label: "How far it may be trusted", value: source.reliability },
            { name: "medium", label: "Type", value: source.medium, read: named(MEDIUM_LABELS) },
            { name: "kind", label: "Standing", value: source.kind, read: named(SOURCE_KIND_LABELS) },
          ]}
        >
          <input type="hidden" name="sourceId" value={sourceId} />
          <SourceFields source={source} />
          <FormFoot onClose={() => setShown(false)}>Save source</FormFoot>
        </EditForm>
      </div>
    </>
  );
}

const named = (labels: Readonly<Record<string, string>>) => (value: string) => labels[value] ?? value;
