import { randomUUID } from "node:crypto";
import { refresh } from "next/cache";
import { unstable_rethrow } from "next/navigation";
import type { z } from "zod";
import type { Actor } from "./actor";
import { type Command, consult, execute, type Outcome, type Preparation, type Progress } from "./command";
import { log } from "./log";
import type { RefusalCode, RefusalDetail } from "./refusal";
import { currentActor } from "./session";

/** What a form gets back. On failure the browser still holds what was typed; without scripts `typed` fills the fields again. */
export type FormState<Output = unknown> =
  | { readonly ok: true; readonly output: Output; readonly at: string }
  | ({
      readonly ok: false;
      readonly code: RefusalCode | "failed";
      readonly message: string;
      readonly typed: Readonly<Record<string, string>>;
    } & RefusalDetail);

/** A server action made from a command: for `useActionState`, or called with a plain object. */
export type Action<Input, Output> = (
  previous: FormState<Output> | null,
  payload: FormData | Input,
) => Promise<FormState<Output>>;

/** Make the server action of a command. The only door for writes from the screen. */
export function action<Input extends z.ZodType, Output>(
  target: Command<Input, Output>,
): Action<z.input<Input>, Output> {
  return async (_previous, payload) => {
    const raw = payload instanceof FormData ? fromForm(payload) : payload;
    return answer(raw, async () => {
      const outcome = await execute(target, await currentActor(), raw);
      if (outcome.ok) refresh();
      return outcome;
    });
  };
}

/** Make a server action that asks a query whose input is too large for an address. It writes nothing, and shows nothing anew. */
export function question<Input extends z.ZodType, Output>(
  input: Input,
  load: (actor: Actor, input: z.output<Input>) => Promise<Output>,
): (payload: FormData) => Promise<FormState<Output>> {
  return async (payload) => {
    const raw = fromForm(payload);
    const answered = await answer(raw, async () => consult(input, load, await currentActor(), raw));
    // The form still holds what was typed; a text of megabytes does not travel back.
    return answered.ok ? answered : { ...answered, typed: {} };
  };
}

/** What a long action says while it runs, and last what the form shows. */
export type Step<Output = unknown> = { readonly progress: Progress } | { readonly answer: FormState<Output> };

/**
 * Make the server action of a command that takes long: it answers at once with its steps as they come. The command runs to
 * its end whether or not somebody still listens.
 */
export function actionInSteps<Input extends z.ZodType, Output>(
  target: Command<Input, Output>,
): (payload: FormData) => Promise<ReadableStream<Step<Output>>> {
  return async (payload) => {
    const raw = fromForm(payload);
    const actor = await currentActor();
    return stepsOf((report) => answer(raw, () => execute(target, actor, raw, report)));
  };
}

function stepsOf<Output>(
  run: (report: Preparation["report"]) => Promise<FormState<Output>>,
): ReadableStream<Step<Output>> {
  let listening = true;
  return new ReadableStream<Step<Output>>({
    start(controller) {
      const say = (step: Step<Output>) => {
        if (listening) controller.enqueue(step);
      };
      void run((progress) => say({ progress })).then((answer) => {
        say({ answer });
        if (listening) controller.close();
      });
    },
    cancel() {
      listening = false;
    },
  });
}

/** Turn what a command answers, or an unexpected error, into what a form shows. */
export async function answer<Output>(raw: unknown, run: () => Promise<Outcome<Output>>): Promise<FormState<Output>> {
  const typed = typedFields(raw);
  try {
    const outcome = await run();
    if (outcome.ok) return { ok: true, output: outcome.output, at: new Date().toISOString() };
    const { code, message, detail } = outcome.refusal;
    return { ok: false, code, message, typed, ...detail };
  } catch (error) {
    unstable_rethrow(error);
    const errorId = randomUUID().slice(0, 8);
    log.error({ err: error, errorId }, "unexpected error in an action");
    return {
      ok: false,
      code: "failed",
      message: `Something went wrong on our side (${errorId}). Nothing was saved; what you typed is still here. Try again.`,
      typed,
    };
  }
}

/** What an editor started from: fields of this name go together into `base`. */
const BASE = "base.";

/** Read a form: one value per name, `name[]` as a list, `base.name` as a field of `base`, files left as they are. */
export function fromForm(form: FormData): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  const base: Record<string, unknown> = {};
  for (const name of new Set(form.keys())) {
    if (name.startsWith("$ACTION")) continue;
    const values = form.getAll(name);
    const value = name.endsWith("[]") ? values : values[values.length - 1];
    if (name.startsWith(BASE)) base[name.slice(BASE.length)] = value;
    else fields[name.replace(/\[\]$/, "")] = value;
  }
  return Object.keys(base).length > 0 ? { ...fields, base } : fields;
}

function typedFields(raw: unknown): Record<string, string> {
  if (typeof raw !== "object" || raw === null) return {};
  const texts = Object.entries(raw).filter((pair): pair is [string, string] => typeof pair[1] === "string");
  // Secrets are never sent back.
  return Object.fromEntries(texts.filter(([name]) => !/password|code|token/i.test(name)));
}
