"use client";

import { clsx } from "clsx";
import { unstable_isUnrecognizedActionError, unstable_rethrow } from "next/navigation";
import {
  type ComponentProps,
  createContext,
  type ReactNode,
  type SubmitEvent,
  useActionState,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
  useTransition,
} from "react";
import type { FormState } from "@/lib/platform/action";
import { Button } from "./button";
import { DraftNote, type DraftState, useDraft } from "./draft";
import { readFields } from "./draft-fields";
import type { DraftFields } from "./draft-store";
import { FormContext, useFormStatusOf } from "./form-context";
import { Notice } from "./notice";

/** A failure that never reached the server's code, in the form of its answers. */
type Failure = Extract<FormState, { ok: false }>;
/** A server action as ActionForm takes it. */
export type FormAction<Output> = (previous: FormState<Output> | null, payload: FormData) => Promise<FormState<Output>>;

interface Talk {
  readonly draft: DraftState;
  readonly failure: Failure | null;
}
const TalkContext = createContext<Talk | null>(null);

/**
 * A form that runs one server action. It works before hydration; afterwards it keeps what was typed on every failure,
 * shows errors at their fields, keeps a draft under `draftKey`, and says in words when the session or the server is gone.
 * Put one `Submit` inside. `keepValues` leaves the fields as they are after a save (settings); else they go back to
 * their defaults (a form for adding). Messages stand at the end; `messages={false}` when the form places FormMessage itself.
 */
export function ActionForm<Output>({
  action,
  draftKey,
  send,
  keepValues = false,
  messages = true,
  onSaved,
  onConflict,
  className,
  children,
  ...form
}: Omit<ComponentProps<"form">, "action" | "children" | "onSubmit"> & {
  readonly action: FormAction<Output>;
  readonly draftKey?: string;
  /** Send in another shape than fields, such as an object with a list; without scripts `action` gets the plain form. */
  readonly send?: (form: FormData) => Promise<FormState<Output>>;
  readonly keepValues?: boolean;
  readonly messages?: boolean;
  readonly onSaved?: (output: Output) => void;
  /** Called with the answer when someone else saved first. Return true when the screen shows the merge itself. */
  readonly onConflict?: (answer: Failure) => boolean;
  readonly children: ReactNode;
}) {
  const ref = useRef<HTMLFormElement>(null);
  const [posted, formAction] = useActionState(action, null);
  const [answered, setAnswered] = useState<FormState<Output> | null>(null);
  const [handled, setHandled] = useState<FormState<Output> | null>(null);
  const [pending, start] = useTransition();
  const draft = useDraft(draftKey ?? null, ref);
  const answer = answered ?? posted;
  const failure = answer && !answer.ok && answer !== handled ? answer : null;

  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (pending) return;
    const element = event.currentTarget;
    const sent = readFields(element);
    const data = new FormData(element, event.nativeEvent.submitter);
    start(async () => {
      const run = () => (send ? send(data) : action(null, data));
      const result = await settled(run, () => draft.saved(sent));
      start(() => {
        setAnswered(result);
        if (result.ok) settle(element, sent, result.output);
        else if (result.conflict && onConflict?.(result)) setHandled(result);
      });
    });
  };

  const settle = (element: HTMLFormElement, sent: DraftFields, output: Output): void => {
    const untouched = draft.saved(sent);
    if (untouched && !keepValues) element.reset();
    onSaved?.(output);
  };

  // The first field that is wrong takes the focus, so that the hand is where the work is.
  useEffect(() => {
    const name = failure?.fields ? Object.keys(failure.fields)[0] : undefined;
    const field = name ? ref.current?.elements.namedItem(name) : null;
    if (field instanceof HTMLElement && field.getAttribute("type") !== "hidden") field.focus();
  }, [failure]);

  const status = useMemo(
    () => ({
      pending,
      dirty: draft.dirty,
      errors: failure?.fields ?? {},
      typed: answered ? {} : (failure?.typed ?? {}),
      savedAt: answer?.ok ? answer.at : null,
    }),
    [pending, draft.dirty, failure, answered, answer],
  );
  const talk = useMemo(() => ({ draft, failure }), [draft, failure]);

  return (
    <FormContext value={status}>
      <TalkContext value={talk}>
        <form
          {...form}
          ref={ref}
          action={formAction}
          onSubmit={submit}
          className={className}
          noValidate={form.noValidate}
        >
          {children}
          {messages && <FormMessage className="mt-3" />}
        </form>
      </TalkContext>
    </FormContext>
  );
}

/** Turn what the network or an old page throws into an answer. Redirects mean success, and pass. */
export async function settled<Output>(
  run: () => Promise<FormState<Output>>,
  onRedirect: () => void = () => undefined,
): Promise<FormState<Output>> {
  try {
    return await run();
  } catch (error) {
    try {
      unstable_rethrow(error);
    } catch (redirect) {
      onRedirect();
      throw redirect;
    }
    const message = unstable_isUnrecognizedActionError(error)
      ? "Claimdesk was updated while this page was open. Your text is kept; reload the page and send it again."
      : "The server can't be reached. Your text is kept here; try again when the connection is back.";
    return { ok: false, code: "failed", message, typed: {} };
  }
}

/** What went wrong with the surrounding ActionForm, and the way on. Nothing while all is well. */
export function FormMessage({ className }: { readonly className?: string }) {
  const failure = useContext(TalkContext)?.failure;
  if (!failure) return null;
  const signedOut = failure.code === "signed_out";
  return (
    <Notice tone="error" {...(className && { className })} action={signedOut && <SignInAgain />}>
      {signedOut ? "Your session has ended. Your text is kept in this browser." : failure.message}
    </Notice>
  );
}

/** A link to the sign-in page that leads back to this page. */
export function SignInAgain() {
  const [next, setNext] = useState("/");
  useEffect(() => setNext(window.location.pathname + window.location.search + window.location.hash), []);
  return (
    <a className="font-medium underline underline-offset-2" href={`/sign-in?next=${encodeURIComponent(next)}`}>
      Sign in again
    </a>
  );
}

/** The button that sends the surrounding ActionForm. */
export function Submit({ children, disabled, ...rest }: Omit<ComponentProps<typeof Button>, "pending" | "type">) {
  const { pending } = useFormStatusOf();
  return (
    <Button variant="filled" {...rest} type="submit" pending={pending} disabled={disabled ?? false}>
      {children}
    </Button>
  );
}

/** One quiet line about the surrounding ActionForm: the draft is kept, or when it was saved. Keeps its height. */
export function SaveState({ className }: { readonly className?: string }) {
  const draft = useContext(TalkContext)?.draft;
  const { savedAt, dirty, pending } = useFormStatusOf();
  return (
    <span
      role="status"
      className={clsx("inline-flex min-h-5 flex-wrap items-center gap-x-3 text-muted text-sm", className)}
    >
      {draft && <DraftNote draft={draft} />}
      {savedAt && !dirty && !pending && <SavedAt at={savedAt} />}
    </span>
  );
}

/** "Saved 14:02", in the reader's time zone. */
export function SavedAt({ at }: { readonly at: string }) {
  const clock = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit" }).format(new Date(at));
  return (
    <time dateTime={at} suppressHydrationWarning>
      Saved {clock}
    </time>
  );
}
