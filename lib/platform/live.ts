import { Client } from "pg";
import { z } from "zod";
import type { Actor } from "./actor";
import { db } from "./db";
import { env } from "./env";
import { log } from "./log";

/** One command that somebody ran: its place in the ledger, the article it is about (null for none), and who ran it. */
const news = z.object({
  id: z.string(),
  newsroomId: z.string(),
  articleId: z.string().nullable(),
  subject: z.string(),
  by: z.string().nullable(),
});
export type News = z.output<typeof news>;

/** Is told each command of one newsroom, and `null` when some may have been missed. */
export type Listener = (news: News | null) => void;

interface Ear {
  readonly listeners: Map<string, Set<Listener>>;
  /** The connection, and when it hears; null while nobody listens. */
  connection: { readonly client: Client; readonly ready: Promise<void> } | null;
  retry: NodeJS.Timeout | null;
  waitMs: number;
}

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 30_000;

const kept = globalThis as typeof globalThis & { claimdeskEar?: Ear };

/** One per process, kept over hot reloads. */
function ear(): Ear {
  kept.claimdeskEar ??= { listeners: new Map(), connection: null, retry: null, waitMs: FIRST_WAIT_MS };
  return kept.claimdeskEar;
}

/**
 * Tell `listener` of every command in the actor's newsroom from now on; resolves once the database is heard, with the
 * way to stop. The process holds one connection for all listeners, and none when there are none. Throws when the
 * database can't be reached at first; later losses are mended, and the listener is told `null`.
 */
export async function listen(actor: Actor, listener: Listener): Promise<() => void> {
  const { listeners } = ear();
  const circle = listeners.get(actor.newsroomId) ?? new Set();
  listeners.set(actor.newsroomId, circle.add(listener));
  const stop = () => {
    circle.delete(listener);
    if (circle.size === 0 && listeners.get(actor.newsroomId) === circle) listeners.delete(actor.newsroomId);
    if (listeners.size === 0) hangUp();
  };
  try {
    await heard();
  } catch (error) {
    stop();
    throw error;
  }
  return stop;
}

/** Return the commands by others in the actor's newsroom since a moment, oldest first, at most `limit`. */
export async function newsSince(actor: Actor, since: Date, limit: number): Promise<News[]> {
  const entries = await db().ledgerEntry.findMany({
    where: {
      newsroomId: actor.newsroomId,
      at: { gt: since },
      OR: [{ actorId: null }, { actorId: { not: actor.userId } }],
    },
    orderBy: { at: "asc" },
    take: limit,
    select: { chain: true, seq: true, articleId: true, subject: true, actorId: true },
  });
  return entries.map(({ chain, seq, articleId, subject, actorId }) => {
    return { id: `${chain}#${seq}`, newsroomId: actor.newsroomId, articleId, subject, by: actorId };
  });
}

function heard(): Promise<void> {
  const state = ear();
  if (state.connection === null) {
    const client = new Client({
      connectionString: env().DATABASE_URL,
      application_name: "claimdesk live",
      keepAlive: true,
    });
    const ready = connectTo(client);
    state.connection = { client, ready };
    // An awaiting listener handles the failure itself; this only notices it for those that wait for a retry.
    ready.catch(() => lost(client));
  }
  return state.connection.ready;
}

async function connectTo(client: Client): Promise<void> {
  client.on("error", () => lost(client));
  client.on("end", () => lost(client));
  client.on("notification", ({ payload }) => spread(payload));
  await client.connect();
  await client.query("LISTEN claimdesk");
  ear().waitMs = FIRST_WAIT_MS;
}

function spread(payload: string | undefined): void {
  const parsed = news.safeParse(parseJson(payload));
  if (!parsed.success) return;
  for (const listener of ear().listeners.get(parsed.data.newsroomId) ?? []) listener(parsed.data);
}

function parseJson(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? "");
  } catch {
    return null;
  }
}

/** Drop a connection that broke and, while somebody listens, make another: soon at first, then ever less often. */
function lost(client: Client): void {
  const state = ear();
  if (state.connection?.client !== client) return;
  state.connection = null;
  client.end().catch(() => undefined);
  if (state.listeners.size === 0 || state.retry !== null) return;
  log.warn({ waitMs: state.waitMs }, "live updates lost the database");
  state.retry = setTimeout(mend, state.waitMs);
  state.retry.unref();
  state.waitMs = Math.min(state.waitMs * 2, LONGEST_WAIT_MS);
}

function mend(): void {
  const state = ear();
  state.retry = null;
  if (state.listeners.size === 0) return;
  heard().then(
    () => {
      for (const circle of state.listeners.values()) for (const listener of circle) listener(null);
    },
    () => undefined,
  );
}

function hangUp(): void {
  const state = ear();
  if (state.retry !== null) clearTimeout(state.retry);
  state.retry = null;
  const client = state.connection?.client;
  state.connection = null;
  client?.end().catch(() => undefined);
}
