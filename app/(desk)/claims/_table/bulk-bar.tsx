"use client";

import { clsx } from "clsx";
import { ChevronDown, Undo2 } from "lucide-react";
import { type FormEvent, type ReactNode, useState, useTransition } from "react";
import { SignInAgain } from "@/app/_ui/action-form";
import { Button } from "@/app/_ui/button";
import { Kbd } from "@/app/_ui/kbd";
import { Popover } from "@/app/_ui/popover";
import type { BulkDone, ClaimFilter, ClaimPage } from "@/lib/claims/schema";
import { DISMISS_LABELS, DISMISS_REASONS, type DismissReason } from "@/lib/core/workflow/workflow";
import type { FormState } from "@/lib/platform/action";
import { acceptClaims, assignClaims, dismissClaims, undoEntry } from "./actions";
import { tally } from "./tally";
import { counted } from "./words";

/** Somebody whom claims can be assigned to. */
export interface Assignee {
  readonly id: string;
  readonly name: string;
  readonly isMe: boolean;
}

/** Which claims are meant: those with these ids, or every one that matches. */
export type Chosen = { readonly ids: string[] } | { readonly filter: ClaimFilter };

/** What a bulk command did, or why it did nothing. */
type Told =
  | { readonly kind: "done"; readonly words: string; readonly done: BulkDone }
  | { readonly kind: "said"; readonly words: string }
  | { readonly kind: "failed"; readonly words: string; readonly signedOut: boolean };

/** One line over the table: how many claims there are, or how many are chosen and what can be done with them, or what was done. */
export function BulkBar({
  total,
  filtered,
  chosen,
  everything,
  wholePage,
  selection,
  may,
  people,
  mark,
  onEverything,
  onClear,
}: {
  readonly total: number;
  readonly filtered: boolean;
  readonly chosen: number;
  readonly everything: boolean;
  readonly wholePage: boolean;
  readonly selection: Chosen;
  readonly may: ClaimPage["may"];
  readonly people: readonly Assignee[];
  readonly mark: ReactNode;
  readonly onEverything: () => void;
  readonly onClear: () => void;
}) {
  const [told, setTold] = useState<Told | null>(null);
  const [running, start] = useTransition();
  const [doing, setDoing] = useState("");

  const run = (verb: string, past: string, act: () => Promise<FormState<BulkDone>>) => {
    setTold(null);
    setDoing(`${verb} ${counted(chosen, "claim")}…`);
    start(async () => {
      const answer = await reach(act);
      setTold(tell(past, answer));
      if (answer.ok) onClear();
    });
  };
  const undo = (done: BulkDone) => {
    setTold(null);
    setDoing("Undoing…");
    start(async () => {
      const answer = await reach(() => undoAll(undoable(done)));
      setTold(answer.ok ? { kind: "said", words: "Undone. The claims are what they were." } : failed(answer));
    });
  };

  return (
    <div className="flex min-h-11 flex-wrap items-center justify-between gap-x-4 gap-y-1 border-line border-t px-4 md:px-6 xl:px-8 py-1.5 max-md:sticky max-md:top-0 max-md:z-20 max-md:border-b max-md:bg-paper">
      <div className="flex min-w-0 flex-wrap items-center gap-x-6">
        <p role="status" className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1">
          {running ? (
            doing
          ) : chosen > 0 ? (
            <ChosenWords {...{ total, chosen, everything, wholePage, onEverything, onClear, filtered }} />
          ) : told ? (
            <ToldWords told={told} onUndo={undo} onClose={() => setTold(null)} />
          ) : (
            <span>
              <strong className="font-medium">{counted(total, "claim")}</strong>
              {filtered && <span className="text-muted"> match</span>}
            </span>
          )}
        </p>
        {mark}
      </div>
      {chosen > 0 && (
        <div className="flex flex-wrap items-center gap-2">
          {may.correct && (
            <Button
              disabled={running}
              onClick={() => run("Accepting", "accepted", () => acceptClaims(null, { selection }))}
            >
              Accept
            </Button>
          )}
          {may.assign && (
            <AssignChoice
              people={people}
              disabled={running}
              onAssign={(assigneeId) =>
                run("Assigning", "assigned", () => assignClaims(null, { selection, assigneeId }))
              }
            />
          )}
          {may.correct && (
            <DismissChoice
              disabled={running}
              chosen={chosen}
              onDismiss={(reason, note) =>
                run("Dismissing", "dismissed", () => dismissClaims(null, { selection, reason, note }))
              }
            />
          )}
        </div>
      )}
      {chosen === 0 && (may.correct || may.assign) && (
        <p className="flex items-center gap-1.5 text-muted text-sm max-md:hidden" aria-hidden="true">
          <Kbd>j</Kbd>
          <Kbd>k</Kbd> walk <Kbd>x</Kbd> choose <Kbd>Enter</Kbd> open
        </p>
      )}
    </div>
  );
}

function ChosenWords(props: {
  readonly total: number;
  readonly chosen: number;
  readonly everything: boolean;
  readonly wholePage: boolean;
  readonly filtered: boolean;
  readonly onEverything: () => void;
  readonly onClear: () => void;
}) {
  const { total, chosen, everything, wholePage, filtered } = props;
  const more = wholePage && !everything && total > chosen;
  return (
    <>
      <strong className="font-medium">
        {everything
          ? `All ${counted(total, "claim")}${filtered ? " that match" : ""} chosen`
          : `${chosen.toLocaleString("en")} chosen`}
      </strong>
      {more && (
        <TextButton onClick={props.onEverything}>
          Select all {total.toLocaleString("en")}
          {filtered ? " that match" : ""}
        </TextButton>
      )}
      <TextButton onClick={props.onClear}>Clear</TextButton>
    </>
  );
}

function ToldWords({
  told,
  onUndo,
  onClose,
}: {
  readonly told: Told;
  readonly onUndo: (done: BulkDone) => void;
  readonly onClose: () => void;
}) {
  return (
    <>
      <span className={clsx(told.kind === "failed" && "text-reopened")}>{told.words}</span>
      {told.kind === "done" && undoable(told.done).length > 0 && (
        <Button size="sm" onClick={() => onUndo(told.done)}>
          <Undo2 size={14} aria-hidden="true" />
          Undo
        </Button>
      )}
      {told.kind === "failed" && told.signedOut && <SignInAgain />}
      <TextButton onClick={onClose}>Close</TextButton>
    </>
  );
}

function TextButton({ onClick, children }: { readonly onClick: () => void; readonly children: ReactNode }) {
  return (
    <button
      type="button"
      onClick={onClick}
      className="underline decoration-line-strong underline-offset-3 hover:decoration-ink"
    >
      {children}
    </button>
  );
}

function AssignChoice({
  people,
  disabled,
  onAssign,
}: {
  readonly people: readonly Assignee[];
  readonly disabled: boolean;
  readonly onAssign: (assigneeId: string | null) => void;
}) {
  return (
    <Popover label="Assign to" align="end" className="w-60 p-1" trigger={<Opens>Assign</Opens>}>
      {(close) => {
        const choose = (id: string | null) => {
          close();
          onAssign(id);
        };
        return (
          <ul>
            {people.map(({ id, name, isMe }) => (
              <li key={id}>
                <Pick disabled={disabled} onClick={() => choose(id)}>
                  {name}
                  {isMe && <span className="text-muted"> (me)</span>}
                </Pick>
              </li>
            ))}
            <li className="mt-1 border-line border-t pt-1">
              <Pick disabled={disabled} onClick={() => choose(null)}>
                Nobody
              </Pick>
            </li>
          </ul>
        );
      }}
    </Popover>
  );
}

function Pick(props: { readonly disabled: boolean; readonly onClick: () => void; readonly children: ReactNode }) {
  return (
    <button
      type="button"
      disabled={props.disabled}
      onClick={props.onClick}
      className="flex min-h-8 w-full items-center gap-1 rounded-sm px-2 py-1 text-left hover:bg-ink/7 focus-visible:-outline-offset-2"
    >
      <span className="min-w-0 truncate">{props.children}</span>
    </button>
  );
}

const NOTE_LIMIT = 2_000;

function DismissChoice({
  disabled,
  chosen,
  onDismiss,
}: {
  readonly disabled: boolean;
  readonly chosen: number;
  readonly onDismiss: (reason: DismissReason, note: string) => void;
}) {
  return (
    <Popover label="Dismiss" align="end" className="w-80" trigger={<Opens>Dismiss</Opens>}>
      {(close) => (
        <form
          className="flex flex-col gap-3"
          onSubmit={(event: FormEvent<HTMLFormElement>) => {
            event.preventDefault();
            const form = new FormData(event.currentTarget);
            const reason = DISMISS_REASONS.find((one) => one === form.get("reason"));
            if (!reason) return;
            close();
            onDismiss(reason, String(form.get("note") ?? ""));
          }}
        >
          <fieldset className="flex flex-col gap-1.5">
            <legend className="mb-1 font-medium text-sm">Why are they not checked?</legend>
            {DISMISS_REASONS.map((reason) => (
              <label key={reason} className="flex cursor-pointer items-center gap-2">
                <input type="radio" name="reason" value={reason} required className="size-4 accent-ink" />
                {DISMISS_LABELS[reason]}
              </label>
            ))}
          </fieldset>
          <label className="flex flex-col gap-1">
            <span className="font-medium text-sm">
              Note <span className="font-normal text-muted">(optional)</span>
            </span>
            <textarea
              name="note"
              rows={2}
              maxLength={NOTE_LIMIT}
              className="rounded-sm border border-line-strong bg-raised px-2.5 py-1.5"
            />
          </label>
          <Button type="submit" variant="danger" disabled={disabled} className="self-start">
            Dismiss {counted(chosen, "claim")}
          </Button>
        </form>
      )}
    </Popover>
  );
}

function Opens({ children }: { readonly children: ReactNode }) {
  return (
    <>
      {children}
      <ChevronDown size={14} aria-hidden="true" className="-mr-1 text-muted" />
    </>
  );
}

/** Ask the server; a lost connection becomes an answer too. */
async function reach<Output>(act: () => Promise<FormState<Output>>): Promise<FormState<Output>> {
  try {
    return await act();
  } catch {
    const message = "The server can't be reached. Your choice is kept; try again when the connection is back.";
    return { ok: false, code: "failed", message, typed: {} };
  }
}

type Undoable = NonNullable<BulkDone["undo"]>;

function undoable({ undo }: BulkDone): Undoable {
  return undo ?? [];
}

async function undoAll(entries: Undoable): Promise<FormState<unknown>> {
  const [first, ...rest] = entries;
  if (!first) return { ok: true, output: null, at: "" };
  const answer = await undoEntry(null, first);
  return answer.ok && rest.length > 0 ? undoAll(rest) : answer;
}

function tell(past: string, answer: FormState<BulkDone>): Told {
  if (!answer.ok) return failed(answer);
  return { kind: "done", words: tally(past, answer.output), done: answer.output };
}

function failed(answer: FormState<unknown> & { ok: false }): Told {
  return { kind: "failed", words: answer.message, signedOut: answer.code === "signed_out" };
}
