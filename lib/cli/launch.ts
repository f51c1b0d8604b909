import { createServer, type Server } from "node:http";
import path from "node:path";
import { makeSetupCode as makeSetup } from "@/lib/people/commands";
import { CannotStart } from "@/lib/platform/cannot-start";
import { clientBehind } from "@/lib/platform/client-behind";
import { executePublic } from "@/lib/platform/command";
import { disconnect } from "@/lib/platform/db";
import { prepareDataFolder } from "@/lib/platform/embedded-postgres";
import { env, parseSettings } from "@/lib/platform/env";
import { tryLock } from "@/lib/platform/file-lock.cjs";
import { DEMO_SIGN_INS } from "@/seeds/desk";
import { keepJobProcess } from "./job-process";
import { type OpenDatabase, openDatabase } from "./open-database";

type Say = (sentence: string) => void;

/** Read all settings; throws one sentence per wrong one. */
export function checkSettings(): void {
  parseSettings(process.env);
}

/** The address to type into a browser on this machine. */
function addressOf({ HOST, PORT }: { HOST: string; PORT: number }): string {
  const host = ["0.0.0.0", "::"].includes(HOST) ? "localhost" : HOST;
  return `http://${host.includes(":") ? `[${host}]` : host}:${PORT}`;
}

/** Hold the data folder against a second server; returns the release. Nothing is held for an external database. */
function holdDataFolder(url: string): () => void {
  const { DATABASE_URL, CLAIMDESK_DATA } = env();
  if (DATABASE_URL !== undefined) return () => undefined;
  const { release, holder } = tryLock(path.join(prepareDataFolder(CLAIMDESK_DATA), "server.lock"), { url });
  if (release !== undefined) return release;
  throw new CannotStart(
    `Claimdesk is already running on ${CLAIMDESK_DATA}: ${holder.url} (process ${holder.pid}). Stop it first, or set CLAIMDESK_DATA to another folder.`,
  );
}

/** Make the code that lets the first person in; only its hash is kept. Null when there is a newsroom. */
async function makeSetupCode(): Promise<string | null> {
  const made = await executePublic(makeSetup, {});
  return made.ok ? made.output.code : null;
}

function listen(server: Server, { HOST, PORT }: { HOST: string; PORT: number }): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (error) => {
      const code = "code" in error ? error.code : "";
      const reason: Record<string, string> = {
        EADDRINUSE: `Port ${PORT} on ${HOST} is taken by another program. Stop that program, or set PORT to a free one.`,
        EACCES: `This user may not listen on port ${PORT}. Set PORT to one above 1023.`,
        EADDRNOTAVAIL: `HOST ${HOST} is not an address of this machine.`,
        ENOTFOUND: `HOST ${HOST} is not an address of this machine.`,
      };
      reject(new CannotStart(reason[String(code)] ?? error.message, { cause: error }));
    });
    server.listen(PORT, HOST, resolve);
  });
}

/** Serve the built pages in this process; resolves with how to stop once they answer. */
async function serve(): Promise<() => Promise<void>> {
  const { HOST, PORT, CLAIMDESK_ROOT, CLAIMDESK_PROXIES } = env();
  const { default: next } = await import("next");
  const app = next({ dev: false, dir: CLAIMDESK_ROOT, hostname: HOST, port: PORT, quiet: true });
  await app.prepare();
  const handle = app.getRequestHandler();
  const server = createServer((request, response) => {
    const forwardedFor = [request.headers["x-forwarded-for"] ?? ""].flat().join(",");
    request.headers["x-forwarded-for"] = clientBehind(
      CLAIMDESK_PROXIES,
      request.socket.remoteAddress ?? "",
      forwardedFor,
    );
    handle(request, response).catch((error: unknown) => {
      console.error(error);
      if (!response.headersSent) response.statusCode = 500;
      response.end();
    });
  });
  await listen(server, env());
  return async () => {
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeIdleConnections();
    // Requests under way may finish; what stays open longer is a page that listens for news.
    const hurry = setTimeout(() => server.closeAllConnections(), 2000);
    await closed;
    clearTimeout(hurry);
    await app.close();
  };
}

async function checkServing(url: string): Promise<void> {
  const answer = await fetch(`${url}/api/health`);
  if (!answer.ok) throw new CannotStart(`The server started, but cannot serve: ${await answer.text()}`);
}

function block(lines: readonly string[]): string {
  const rule = "─".repeat(Math.max(...lines.map((line) => line.length)) + 2);
  return ["", rule, ...lines.map((line) => ` ${line}`), rule, ""].join("\n");
}

function signInLines(): string[] {
  const width = Math.max(...DEMO_SIGN_INS.map(({ email }) => email.length));
  const rows = DEMO_SIGN_INS.map(
    ({ role, email, password }) => `  ${role.padEnd(9)} ${email.padEnd(width)}  ${password}`,
  );
  return ["Demo sign-ins:", ...rows];
}

function greeting(url: string, embedded: boolean, code: string | null): string {
  const welcome = embedded ? signInLines() : [];
  const setup = code === null ? [] : [`First run: create the newsroom at ${url}/setup`, `Setup code: ${code}`];
  return block([
    `Claimdesk is ready: ${url}`,
    "",
    ...welcome,
    ...setup,
    ...(code || embedded ? [""] : []),
    "Stop it with Ctrl-C.",
  ]);
}

/** What has to be undone when the process ends, last first. */
function makeEnding() {
  const steps: (() => void | Promise<void>)[] = [];
  let ending: Promise<void> | undefined;
  const undo = async () => {
    for (const step of steps.reverse()) {
      try {
        await step();
      } catch (error) {
        console.error(error);
      }
    }
  };
  return {
    add: (step: () => void | Promise<void>) => void steps.push(step),
    end: (code: number): Promise<void> => {
      ending ??= undo().then(() => process.exit(code));
      return ending;
    },
  };
}

/**
 * Start everything from the built files and serve until a signal comes; then stop everything and end the process.
 * Ends with 1, and a sentence on stderr, when something refuses to start or ends by itself.
 */
export async function launch(say: Say, noteServing: (url: string) => () => void): Promise<void> {
  const { add, end } = makeEnding();
  const fail = (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    return end(1);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    // A terminal and npm may both send it: once is enough.
    process.on(signal, () => {
      say("Stopping …");
      setTimeout(() => process.exit(1), 40_000).unref();
      void end(0);
    });
  }
  process.on("uncaughtException", (error) => void fail(error.stack ?? error));
  process.on("unhandledRejection", (reason) => console.error(reason));
  try {
    const url = addressOf(env());
    const embedded = env().DATABASE_URL === undefined;
    process.env.NEXTAUTH_URL ||= url;
    add(holdDataFolder(url));
    add(noteServing(url));
    const database: OpenDatabase = await openDatabase(say);
    add(database.close);
    void database.lost.then(() =>
      fail("PostgreSQL has ended by itself; the end of postgres.log in the data folder says why. Stopping the rest."),
    );
    const code = embedded ? null : await makeSetupCode();
    // The pages make a client of their own.
    await disconnect();
    add(keepJobProcess());
    add(await serve());
    await checkServing(url);
    say(greeting(url, embedded, code));
  } catch (error) {
    await fail(error);
  }
}
