"use client";

import { clsx } from "clsx";
import { Ellipsis } from "lucide-react";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { ActionForm, type FormAction, SaveState, Submit } from "@/app/_ui/action-form";
import { Button } from "@/app/_ui/button";
import { Field, Input, Textarea } from "@/app/_ui/field";
import { Kbd } from "@/app/_ui/kbd";
import { Menu, MenuItem, MenuLine } from "@/app/_ui/menu";
import { Tooltip } from "@/app/_ui/tooltip";
import type { ClaimView } from "@/lib/claims/schema";
import { DISMISS_LABELS, DISMISS_REASONS, type DismissReason, type Step } from "@/lib/core/workflow/workflow";
import { useShortcut } from "../_shell/shortcuts";
import {
  acceptClaimAction,
  dismissClaimAction,
  overrideSignOffAction,
  reopenClaimAction,
  sendBackAction,
  signOffAction,
  startCheckAction,
} from "./actions";
import { MergeWith, type Neighbour } from "./merge-with";
import { nextStep } from "./next-step";
import { SplitClaim } from "./split-claim";
import { offerUndo, undoLast, useAct, useRefreshingSend } from "./use-act";

/** A step that asks something before it is taken; its question opens over the bar. */
type Asking = "dismiss" | "sendBack" | "reopen" | "signOff" | "overrideSignOff" | "split" | "merge";

const GROUP = "Claim";

const LABELS: Partial<Record<Step, { readonly label: string; readonly keys?: string }>> = {
  accept: { label: "Accept", keys: "a" },
  startCheck: { label: "Start checking" },
  note: { label: "Add a source note", keys: "n" },
  proposeVerdict: { label: "Propose a verdict", keys: "v" },
  signOff: { label: "Sign off", keys: "s" },
  overrideSignOff: { label: "Sign off past four eyes…" },
};

/** Steps whose filled button is the one of their form; the bar only leads there. */
const IN_FORM: readonly Step[] = ["note", "proposeVerdict"];

/**
 * What can be done with the claim now: the one next step as the one filled button, the others quiet, and why a step that
 * one would expect here can't be taken. Every one has its key.
 */
export function Steps({
  claim,
  neighbours,
  onGone,
}: {
  readonly claim: ClaimView;
  /** Claims it could be merged with. */
  readonly neighbours: readonly Neighbour[];
  /** Called after a merge or split with the claim to go to. */
  readonly onGone?: (claimId: string) => void;
}) {
  const [asking, setAsking] = useState<Asking | null>(null);
  const { act, pending } = useAct();
  const { abilities } = claim;
  const id = { claimId: claim.id, rev: claim.rev };
  const next = nextStep(claim);
  const toggle = (question: Asking) => setAsking((now) => (now === question ? null : question));

  const accept = async () => {
    if (await act(acceptClaimAction, id)) await offerUndo(`Claim ${claim.number} accepted.`, claim.id);
  };
  const dismiss = async (reason: DismissReason, note: string) => {
    if (!(await act(dismissClaimAction, { ...id, reason, note }))) return;
    setAsking(null);
    await offerUndo(`Claim ${claim.number} dismissed: ${DISMISS_LABELS[reason].toLowerCase()}.`, claim.id);
  };
  // With fewer sources than the newsroom asks for, a sign-off begins with a question.
  const asksSources = claim.sourcing.lacks !== null;
  const signOff = () =>
    asksSources ? toggle("signOff") : void act(signOffAction, { ...id, contentHash: claim.contentHash });
  const take = (step: Step): void => {
    if (step === "accept") void accept();
    else if (step === "startCheck") void act(startCheckAction, id);
    else if (step === "signOff") signOff();
    else if (step === "note") focusIn("#note-form");
    else if (step === "proposeVerdict") focusIn("#verdict-form");
    else if (step === "overrideSignOff") toggle("overrideSignOff");
  };

  useShortcut("a", "Accept", () => take("accept"), { group: GROUP, enabled: abilities.accept.may && !pending });
  useShortcut("d", "Dismiss, then 1 to 4 for the reason", () => toggle("dismiss"), {
    group: GROUP,
    enabled: abilities.dismiss.may,
  });
  useShortcut("n", "Write a source note", () => take("note"), { group: GROUP, enabled: abilities.note.may });
  useShortcut("v", "Propose a verdict", () => take("proposeVerdict"), {
    group: GROUP,
    enabled: abilities.proposeVerdict.may,
  });
  useShortcut("s", "Sign off", () => take("signOff"), { group: GROUP, enabled: abilities.signOff.may && !pending });
  useShortcut("u", "Undo the last change", () => void undoLast(), { group: GROUP });
  useShortcut("Escape", "Close the question", () => setAsking(null), { group: GROUP, enabled: asking !== null });

  const filled = next && LABELS[next];
  const inReview = claim.state === "in_review";
  // A quiet button has no edge: its words stand where the other words begin.
  const quietFirst = !next && !(inReview && abilities.overrideSignOff.may);
  const why = inReview && !abilities.signOff.may ? abilities.signOff.why : inReview ? claim.sourcing.lacks : null;
  return (
    <div className="border-line border-t bg-raised px-5 py-3">
      {asking === "dismiss" && <Dismiss onDismiss={dismiss} pending={pending} />}
      {asking === "sendBack" && (
        <Reason
          claim={claim}
          action={sendBackAction}
          step="send-back"
          label="What is missing?"
          onDone={() => setAsking(null)}
        >
          Send back
        </Reason>
      )}
      {asking === "reopen" && (
        <Reason
          claim={claim}
          action={reopenClaimAction}
          step="reopen"
          label="Why open it again?"
          onDone={() => setAsking(null)}
        >
          Reopen
        </Reason>
      )}
      {asking === "signOff" && (
        <Reason
          claim={claim}
          action={signOffAction}
          step="sign-off"
          name="sourcingReason"
          label="Why with fewer sources?"
          hint={`${claim.sourcing.lacks ?? ""} The reason stands with the sign-off, in the ledger and in the report.`}
          onDone={() => setAsking(null)}
        >
          Sign off all the same
        </Reason>
      )}
      {asking === "overrideSignOff" && (
        <Reason
          claim={claim}
          action={overrideSignOffAction}
          step="override"
          label="Why without a second person?"
          hint="The reason stands in the ledger and in the report."
          onDone={() => setAsking(null)}
          more={
            asksSources && (
              <Field
                label="And why with fewer sources?"
                name="sourcingReason"
                hint={claim.sourcing.lacks}
                className="mt-2"
              >
                <Textarea name="sourcingReason" rows={2} required />
              </Field>
            )
          }
        >
          Sign off past four eyes
        </Reason>
      )}
      {asking === "split" && (
        <SplitClaim
          claim={claim}
          onClose={() => setAsking(null)}
          onDone={() => {
            setAsking(null);
            void offerUndo(`Claim ${claim.number} split in two.`, claim.id);
          }}
        />
      )}
      {asking === "merge" && (
        <MergeWith
          claim={claim}
          neighbours={neighbours}
          onClose={() => setAsking(null)}
          onDone={(claimId) => {
            setAsking(null);
            onGone?.(claimId);
            void offerUndo("Claims merged.", claimId);
          }}
        />
      )}
      {why && asking !== "signOff" && <p className="mb-2 text-muted text-sm">{why}</p>}
      <div className={clsx("flex flex-wrap items-center gap-1.5", quietFirst && "-ml-3.5")}>
        {next && filled && (
          <Tooltip words={filled.label} {...(filled.keys && { keys: filled.keys.toUpperCase() })}>
            <Button
              variant={IN_FORM.includes(next) ? "outline" : "filled"}
              pending={pending && asking === null}
              onClick={() => take(next)}
              {...(next === "signOff" && asksSources && { "aria-expanded": asking === "signOff" })}
            >
              {next === "signOff" && asksSources ? "Sign off…" : filled.label}
            </Button>
          </Tooltip>
        )}
        {inReview && abilities.overrideSignOff.may && (
          <Button
            variant="outline"
            aria-expanded={asking === "overrideSignOff"}
            onClick={() => toggle("overrideSignOff")}
          >
            Sign off past four eyes…
          </Button>
        )}
        {abilities.sendBack.may && (
          <Button variant="quiet" aria-expanded={asking === "sendBack"} onClick={() => toggle("sendBack")}>
            Send back…
          </Button>
        )}
        {abilities.dismiss.may && (
          <Tooltip words="Dismiss with a reason" keys="D">
            <Button variant="quiet" aria-expanded={asking === "dismiss"} onClick={() => toggle("dismiss")}>
              Dismiss…
            </Button>
          </Tooltip>
        )}
        {abilities.reopen.may && (
          <Button variant="quiet" aria-expanded={asking === "reopen"} onClick={() => toggle("reopen")}>
            Reopen…
          </Button>
        )}
        {!next && !abilities.reopen.may && !abilities.dismiss.may && !abilities.note.may && (
          <p className="ml-3.5 text-muted text-sm">{abilities.note.why}</p>
        )}
        {abilities.correct.may && (
          <span className="ml-auto">
            <Menu
              align="end"
              side="top"
              trigger={
                <Button variant="quiet" square aria-label="More for this claim">
                  <Ellipsis size={16} aria-hidden="true" />
                </Button>
              }
            >
              <MenuItem onSelect={() => setAsking("split")}>Split in two…</MenuItem>
              <MenuItem onSelect={() => setAsking("merge")} disabled={neighbours.length === 0}>
                Merge with…
              </MenuItem>
              <MenuLine />
              <MenuItem onSelect={() => void undoLast()} keys="U">
                Undo the last change
              </MenuItem>
            </Menu>
          </span>
        )}
      </div>
    </div>
  );
}

/** Put the focus into the first field of a form that can be seen, and the form into view. */
function focusIn(selector: string): void {
  const form = document.querySelector<HTMLElement>(selector);
  if (form && form.offsetParent === null)
    document.querySelector<HTMLElement>("#verdict ~ button, #verdict + button")?.click();
  requestAnimationFrame(() => {
    const field = form?.querySelector<HTMLElement>(
      "input:not([type=hidden]):not([readonly]):checked, input:not([type=hidden]):not([readonly]), textarea",
    );
    form?.scrollIntoView({ block: "nearest" });
    field?.focus({ preventScroll: true });
  });
}

function Dismiss(props: {
  readonly onDismiss: (reason: DismissReason, note: string) => void;
  readonly pending: boolean;
}) {
  const [note, setNote] = useState("");
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => first.current?.focus(), []);
  return (
    <fieldset className="mb-3 min-w-0">
      <legend className="mb-1.5 font-medium text-sm">Why is there nothing to check?</legend>
      <div className="flex flex-wrap gap-1.5">
        {DISMISS_REASONS.map((reason, index) => (
          <DismissButton
            key={reason}
            ref={index === 0 ? first : null}
            reason={reason}
            digit={String(index + 1)}
            pending={props.pending}
            onPress={() => props.onDismiss(reason, note)}
          />
        ))}
      </div>
      <Field label="A word more" optional className="mt-2">
        <Input value={note} onChange={(event) => setNote(event.target.value)} maxLength={2000} />
      </Field>
    </fieldset>
  );
}

function DismissButton(props: {
  readonly ref: React.Ref<HTMLButtonElement>;
  readonly reason: DismissReason;
  readonly digit: string;
  readonly pending: boolean;
  readonly onPress: () => void;
}) {
  const { digit, reason, pending, onPress } = props;
  useShortcut(digit, DISMISS_LABELS[reason], onPress, { group: "Dismiss as", enabled: !pending });
  return (
    <Button ref={props.ref} variant="outline" disabled={pending} onClick={onPress} className="pl-2">
      <Kbd>{digit}</Kbd>
      {DISMISS_LABELS[reason]}
    </Button>
  );
}

/** Questions whose answer signs what is seen. */
const SIGNING: ReadonlySet<string> = new Set(["sign-off", "override"]);

function Reason<Output>(props: {
  readonly claim: ClaimView;
  readonly action: FormAction<Output>;
  readonly step: string;
  /** The field that the reason goes into. */
  readonly name?: string;
  readonly label: string;
  readonly hint?: string;
  readonly more?: ReactNode;
  readonly onDone: () => void;
  readonly children: string;
}) {
  const { claim, action, step, name = "reason", label, hint, more, onDone, children } = props;
  const field = useRef<HTMLTextAreaElement>(null);
  const send = useRefreshingSend(action);
  useEffect(() => field.current?.focus(), []);
  return (
    <ActionForm action={action} send={send} draftKey={`claim:${claim.id}:${step}`} onSaved={onDone} className="mb-3">
      <input type="hidden" name="claimId" value={claim.id} />
      <input type="hidden" name="rev" value={claim.rev} />
      {SIGNING.has(step) && <input type="hidden" name="contentHash" value={claim.contentHash} />}
      <Field label={label} name={name} hint={hint}>
        <Textarea ref={field} name={name} rows={2} required />
      </Field>
      {more}
      <div className="mt-2 flex flex-wrap items-center gap-2">
        <Submit variant="filled">{children}</Submit>
        <Button variant="quiet" onClick={onDone}>
          Close
        </Button>
        <SaveState className="ml-auto" />
      </div>
    </ActionForm>
  );
}
