"use client";

import { RefreshCw, Upload } from "lucide-react";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { ActionForm, FormMessage } from "@/app/_ui/action-form";
import { Button } from "@/app/_ui/button";
import { useFormStatusOf } from "@/app/_ui/form-context";
import { useAct } from "../../_claims/use-act";
import { fetchSourceAction, uploadFileAction } from "../actions";

/** Ask for a copy of a source now. */
export function FetchNow({ sourceId, label }: { readonly sourceId: string; readonly label: string }) {
  const { act, pending } = useAct();
  return (
    <Button size="sm" pending={pending} onClick={() => void act(fetchSourceAction, { sourceId })}>
      <RefreshCw size={13} aria-hidden="true" />
      {label}
    </Button>
  );
}

/** Give a source a file: choosing one sends it. */
export function UploadFile({ sourceId }: { readonly sourceId: string }) {
  const [already, setAlready] = useState(false);
  return (
    <ActionForm
      action={uploadFileAction}
      messages={false}
      onSaved={(output) => setAlready(output.already)}
      className="contents"
    >
      <input type="hidden" name="sourceId" value={sourceId} />
      <FileField onChosen={() => setAlready(false)} />
      {already && <span className="text-muted text-sm">It has this very file already.</span>}
      <span className="order-last basis-full empty:hidden">
        <FormMessage />
      </span>
    </ActionForm>
  );
}

function FileField({ onChosen }: { readonly onChosen: () => void }) {
  const [name, setName] = useState("");
  const input = useRef<HTMLInputElement>(null);
  const { pending } = useFormStatusOf();
  return (
    <>
      <input
        ref={input}
        type="file"
        name="file"
        aria-label="File to upload"
        className="sr-only"
        tabIndex={-1}
        // The same file may be chosen again after it was refused.
        onClick={(event) => {
          event.currentTarget.value = "";
        }}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          if (!file) return;
          setName(file.name);
          onChosen();
          event.currentTarget.form?.requestSubmit();
        }}
      />
      {pending && (
        <span role="status" className="wrap-anywhere text-muted text-sm">
          Sending and reading {name}
        </span>
      )}
      <Button size="sm" pending={pending} onClick={() => input.current?.click()}>
        <Upload size={13} aria-hidden="true" />
        Upload a file
      </Button>
    </>
  );
}

/** How often the page asks while something is being fetched, in milliseconds. */
const ASK_MS = 1_500;

/** Show how far a fetch has come, for as long as one is under way and the page is looked at. */
export function WhileBusy({ busy }: { readonly busy: boolean }) {
  const router = useRouter();
  useEffect(() => {
    if (!busy) return;
    const timer = setInterval(() => {
      if (document.visibilityState === "visible") router.refresh();
    }, ASK_MS);
    return () => clearInterval(timer);
  }, [busy, router]);
  return null;
}
