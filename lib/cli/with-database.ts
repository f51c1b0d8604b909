import { requireOperator } from "@/lib/people/queries";
import type { Actor } from "@/lib/platform/actor";
import type { Outcome } from "@/lib/platform/command";
import { CommandFailed } from "./command-failed";
import { openDatabase } from "./open-database";

const SIGNALS = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 } as const;

/** Run work on this installation's database, which is started when it does not run, and leave it as it was found. */
export async function withDatabase<T>(work: () => Promise<T>): Promise<T> {
  const database = await openDatabase(console.error);
  const handlers = Object.entries(SIGNALS).map(([signal, number]) => {
    const handler = () => void database.close().finally(() => process.exit(128 + number));
    process.once(signal, handler);
    return () => process.off(signal, handler);
  });
  try {
    return await work();
  } finally {
    for (const remove of handlers) remove();
    await database.close();
  }
}

/** Run work for a member: the one named by --as, else the owner of the only newsroom. */
export function asOperator<T>(email: string | undefined, work: (actor: Actor) => Promise<T>): Promise<T> {
  return withDatabase(async () => work(await requireOperator(email)));
}

/** Return a command's output; a refusal becomes the command line's own, with what each field lacks. */
export function required<Output>(outcome: Outcome<Output>): Output {
  if (outcome.ok) return outcome.output;
  const { message, detail } = outcome.refusal;
  const fields = Object.entries(detail.fields ?? {}).map(([field, words]) => `  ${field}: ${words}`);
  const lines = fields.length > 1 || !fields.every((line) => line.endsWith(message)) ? fields : [];
  throw new CommandFailed([message, ...lines].join("\n"));
}
