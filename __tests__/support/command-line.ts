import { spawn } from "node:child_process";
import path from "node:path";

/** What a run of the command line gave back. */
export type Answer = { readonly code: number | null; readonly out: string; readonly err: string };

/** Run `claimdesk` on a data folder as a person would, with `input` on stdin. */
export function claimdesk(dataFolder: string, words: readonly string[], input = ""): Promise<Answer> {
  const { DATABASE_URL: _, NEXTAUTH_SECRET: __, ...inherited } = process.env;
  const child = spawn(process.execPath, [path.resolve("bin/claimdesk.mjs"), ...words], {
    stdio: "pipe",
    env: { ...inherited, NODE_ENV: "production", CLAIMDESK_DATA: dataFolder },
  });
  const text = { out: "", err: "" };
  child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
    text.out += chunk;
  });
  child.stderr.setEncoding("utf8").on("data", (chunk: string) => {
    text.err += chunk;
  });
  child.stdin.end(input);
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve({ code, ...text }));
  });
}
