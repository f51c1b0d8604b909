import type { NextRequest } from "next/server";
import type { Actor } from "@/lib/platform/actor";
import { listen, type News, newsSince } from "@/lib/platform/live";
import { log } from "@/lib/platform/log";
import { actorOfToken, sessionCookieName } from "@/lib/platform/session";

export const dynamic = "force-dynamic";

const HEARTBEAT_MS = 20_000;
/** A browser keeps six connections to a server; a person with several has at most this many in one process. */
const STREAMS_PER_PERSON = 8;
/** More changes than this since the page was made are told as this many. */
const MOST_MISSED = 500;

const open = new Map<string, Set<() => void>>();

/**
 * Tell a signed-in browser, as server-sent events, which commands others ran in its newsroom: all since `?since=` (ISO 8601,
 * when the page was made), then each as it happens. Each event names the article and nothing of what changed. Ends with an
 * event `end` when the session or the membership ends, or when the same person opened too many newer ones.
 */
export async function GET(request: NextRequest): Promise<Response> {
  const token = request.cookies.get(sessionCookieName())?.value;
  const actor = await actorOfToken(token);
  if (!actor) return Response.json({ code: "signed_out", message: "Sign in first." }, { status: 401 });
  const since = readMoment(request.nextUrl.searchParams.get("since"));
  return new Response(stream(actor, token, since, request.signal), {
    headers: {
      "content-type": "text/event-stream; charset=utf-8",
      // Proxies and compression would hold the events back.
      "cache-control": "no-store, no-transform",
      "x-accel-buffering": "no",
    },
  });
}

function readMoment(text: string | null): Date | null {
  const time = text === null ? Number.NaN : Date.parse(text);
  return Number.isNaN(time) ? null : new Date(time);
}

function stream(actor: Actor, token: string | undefined, since: Date | null, signal: AbortSignal): ReadableStream {
  let close: () => void = () => undefined;
  return new ReadableStream<Uint8Array>({
    async start(controller) {
      const pipe = openPipe(actor.userId, controller, signal);
      close = pipe.close;
      const check = async () => {
        if (!(await isStillHere(actor, token))) pipe.end();
      };
      pipe.onHeartbeat(check);
      await follow(actor, since, pipe, check);
    },
    cancel: () => close(),
  });
}

async function follow(actor: Actor, since: Date | null, pipe: Pipe, check: () => Promise<void>): Promise<void> {
  const tell = (news: News | null) => {
    if (news === null) return pipe.write("event: gap\ndata:\n\n");
    // Whatever has no article may have been about members.
    if (news.articleId === null) void check();
    if (news.by !== actor.userId) pipe.write(event(news));
  };
  try {
    pipe.write("retry: 5000\n\n");
    pipe.onClose(await listen(actor, tell));
    for (const news of since ? await newsSince(actor, since, MOST_MISSED) : []) pipe.write(event(news));
    pipe.write("event: ready\ndata:\n\n");
  } catch (error) {
    log.warn({ err: error }, "live updates could not start");
    pipe.close();
  }
}

/** One open answer: what is written after its end is dropped. `end` tells the browser not to come back. */
interface Pipe {
  readonly write: (text: string) => void;
  readonly end: () => void;
  readonly close: () => void;
  /** Runs `task` when the answer is over; at once when it already is. */
  readonly onClose: (task: () => void) => void;
  readonly onHeartbeat: (task: () => Promise<void>) => void;
}

function openPipe(userId: string, controller: ReadableStreamDefaultController<Uint8Array>, signal: AbortSignal): Pipe {
  const encoder = new TextEncoder();
  const tasks: (() => void)[] = [];
  let over = false;
  const write = (text: string) => {
    if (!over) controller.enqueue(encoder.encode(text));
  };
  const close = () => {
    if (over) return;
    over = true;
    for (const task of tasks) task();
    try {
      controller.close();
    } catch {
      // The browser left first.
    }
  };
  const onClose = (task: () => void) => {
    if (over) task();
    else tasks.push(task);
  };
  const end = () => {
    write("event: end\ndata:\n\n");
    close();
  };
  const onHeartbeat = (task: () => Promise<void>) => {
    const heart = setInterval(() => {
      write(":\n\n");
      void task();
    }, HEARTBEAT_MS);
    onClose(() => clearInterval(heart));
  };
  signal.addEventListener("abort", close);
  onClose(() => signal.removeEventListener("abort", close));
  enter(userId, end);
  onClose(() => leave(userId, end));
  return { write, end, close, onClose, onHeartbeat };
}

function event({ id, articleId }: News): string {
  return `data: ${JSON.stringify({ id, articleId })}\n\n`;
}

/** A database that can't answer right now ends nothing: the next heartbeat asks again. */
async function isStillHere(actor: Actor, token: string | undefined): Promise<boolean> {
  try {
    const now = await actorOfToken(token);
    return now?.newsroomId === actor.newsroomId;
  } catch {
    return true;
  }
}

function enter(userId: string, end: () => void): void {
  const mine = open.get(userId) ?? new Set();
  open.set(userId, mine.add(end));
  const [oldest] = mine;
  if (mine.size > STREAMS_PER_PERSON) oldest?.();
}

function leave(userId: string, end: () => void): void {
  const mine = open.get(userId);
  mine?.delete(end);
  if (mine?.size === 0) open.delete(userId);
}
