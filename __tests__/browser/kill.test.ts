import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { Client } from "pg";
import { startEmbedded } from "@/lib/platform/embedded-postgres";
import { DEMO_SIGN_INS } from "@/seeds/desk";
import { claimdesk } from "../support/command-line";
import { type FormClient, signInClient } from "../support/form-client";
import { killProduct, type Product, removeData, startProduct, stopProduct } from "../support/product";

jest.setTimeout(300_000);

const WRITERS = DEMO_SIGN_INS.filter(({ role }) => role !== "viewer");

let product: Product | undefined;
afterAll(async () => {
  if (product === undefined) return;
  await killProduct(product);
  removeData(product);
});

/** Kill PostgreSQL and each of its processes at once, as a power cut would. */
function killDatabase(dataFolder: string): void {
  const pid = fs.readFileSync(path.join(dataFolder, "postgres", "postmaster.pid"), "utf8").split("\n")[0] ?? "";
  const children = execFileSync("ps", ["-A", "-o", "pid=,ppid="], { encoding: "utf8" })
    .split("\n")
    .map((line) => line.trim().split(/\s+/))
    .filter(([, parent]) => parent === pid);
  for (const id of [pid, ...children.map(([child = ""]) => child)]) {
    try {
      process.kill(Number(id), "SIGKILL");
    } catch {
      // It went with the others.
    }
  }
}

async function json<T>(dataFolder: string, words: readonly string[]): Promise<T> {
  const { code, out, err } = await claimdesk(dataFolder, words);
  if (code !== 0) throw new Error(`claimdesk ${words.join(" ")}: ${err}`);
  return JSON.parse(out) as T;
}

async function storedNotes(dataFolder: string): Promise<string[]> {
  const cluster = await startEmbedded(dataFolder);
  const client = new Client({ connectionString: cluster.url });
  await client.connect();
  try {
    const { rows } = await client.query(`SELECT note FROM "SourceNote"`);
    return rows.map(({ note }) => String(note));
  } finally {
    await client.end();
    await cluster.stop();
  }
}

/** Leave one source note and return its words, once the page that answers shows them. */
async function leaveNote(client: FormClient, address: string, note: string): Promise<string> {
  const page = await client.submit(address, "Add a source note", {
    sourceTitle: `Source of ${note}`,
    sourceMedium: "document",
    sourceKind: "primary",
    stance: "supports",
    consultedOn: "2026-01-02",
    note,
  });
  // The form's own copy of what was typed does not count as an answer.
  const shown = page.replace(/<form\b[\s\S]*?<\/form>/g, "").replace(/<script\b[\s\S]*?<\/script>/g, "");
  if (!shown.includes(note)) throw new Error(`“${note}” was not acknowledged.`);
  return note;
}

/** Write until the server is gone; each acknowledged note is handed over. */
async function writeOn(
  client: FormClient,
  address: string,
  name: string,
  acknowledge: (note: string) => void,
): Promise<string> {
  for (let n = 1; ; n += 1) {
    try {
      acknowledge(await leaveNote(client, address, `${name} wrote ${n}.`));
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  }
}

test("after kill -9 of app and database under writing clients, every acknowledged write is there and each ledger verifies", async () => {
  product = await startProduct();
  const { dataFolder, port } = product;
  const [article] = await json<{ id: string }[]>(dataFolder, ["articles", "--json"]);
  const claims = await json<{ id: string }[]>(dataFolder, ["claims", article?.id ?? "", "--json"]);
  const acknowledged: string[] = [];

  for (const round of [1, 2]) {
    const { url } = product;
    let enough: () => void = () => undefined;
    const plenty = new Promise<void>((resolve) => {
      enough = resolve;
    });
    const before = acknowledged.length;
    const acknowledge = (note: string) => {
      acknowledged.push(note);
      if (acknowledged.length - before >= 12) enough();
    };
    const writers = WRITERS.map(async ({ email, password }, at) => {
      const client = await signInClient(url, email, password);
      // The first two share a claim.
      const claim = claims[Math.max(0, at - 1)];
      return writeOn(client, `/articles/${article?.id}?claim=${claim?.id}`, `${email} in round ${round}`, acknowledge);
    });
    const failures = Promise.all(writers);
    await Promise.race([
      plenty,
      failures.then((messages) => {
        throw new Error(`Every writer failed before the kill: ${messages.join(" ")}`);
      }),
    ]);
    killDatabase(dataFolder);
    await killProduct(product);
    await failures;

    product = await startProduct({ dataFolder, port });
    const stored = await storedNotes(dataFolder);
    expect(stored).toEqual(expect.arrayContaining(acknowledged));
    expect(new Set(stored).size).toBe(stored.length);
    const verdict = await claimdesk(dataFolder, ["ledger", "verify", article?.id ?? ""]);
    expect(verdict).toMatchObject({ code: 0 });
    const entries = Number(/(\d+) entries/.exec(verdict.out)?.[1]);
    expect(entries).toBeGreaterThanOrEqual(acknowledged.length);
  }
  expect(acknowledged.length).toBeGreaterThanOrEqual(24);
  expect(await stopProduct(product)).toBe(0);
});
