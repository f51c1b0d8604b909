import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";

/** The product running as an operator runs it: `scripts/start.mjs` in a process group of its own. */
export type Product = {
  readonly url: string;
  readonly port: number;
  readonly dataFolder: string;
  readonly child: ChildProcess;
  /** Everything printed so far. */
  readonly output: () => string;
  /** Resolves with the exit code; null after a signal. */
  readonly ended: Promise<number | null>;
};

export type ProductOptions = {
  readonly dataFolder?: string;
  readonly port?: number;
  readonly environment?: Readonly<Record<string, string>>;
  /** A command that runs the product, such as setpriv with its flags. */
  readonly prefix?: readonly string[];
};

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Return a loopback port that nothing listens on. */
export function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}

/** Name a data folder that does not exist yet, where `npm test` clears up after a run that was cut off. */
export function newDataFolder(): string {
  return path.join(process.env.CLAIMDESK_TEST_FOLDER ?? tmpdir(), `claimdesk-test-${randomBytes(6).toString("hex")}`);
}

/** Run `npm start`'s script without waiting for it. */
export async function spawnProduct(options: ProductOptions = {}): Promise<Product> {
  const port = options.port ?? (await findFreePort());
  const dataFolder = options.dataFolder ?? newDataFolder();
  const { DATABASE_URL: _, NEXTAUTH_SECRET: __, NEXTAUTH_URL: ___, ...inherited } = process.env;
  const [program = "", ...words] = [...(options.prefix ?? []), process.execPath, "scripts/start.mjs"];
  const child = spawn(program, words, {
    cwd: process.cwd(),
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      ...inherited,
      NODE_ENV: "production",
      HOST: "127.0.0.1",
      PORT: String(port),
      CLAIMDESK_DATA: dataFolder,
      ...options.environment,
    },
  });
  let text = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (chunk: string) => {
      text += chunk;
    });
  }
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  return { url: `http://127.0.0.1:${port}`, port, dataFolder, child, output: () => text, ended };
}

/** Say whether the product at this address can serve. */
export async function isHealthy(url: string): Promise<boolean> {
  try {
    const answer = await fetch(`${url}/api/health`, { signal: AbortSignal.timeout(5000) });
    await answer.text();
    return answer.status === 200;
  } catch {
    return false;
  }
}

/** Run the product and return once it can serve; throws with everything it printed when it ends before. */
export async function startProduct(options: ProductOptions = {}, limitMs = 240_000): Promise<Product> {
  const product = await spawnProduct(options);
  let over = false;
  void product.ended.then(() => {
    over = true;
  });
  const end = Date.now() + limitMs;
  // The block is printed once the server has answered its own first question.
  while (!product.output().includes("Claimdesk is ready") || !(await isHealthy(product.url))) {
    if (over || Date.now() > end) {
      await killProduct(product);
      throw new Error(`The product did not start:\n${product.output()}`);
    }
    await pause(100);
  }
  return product;
}

function signalGroup(product: Product, signal: NodeJS.Signals): void {
  if (product.child.pid === undefined) return;
  try {
    process.kill(-product.child.pid, signal);
  } catch {
    // The group has ended.
  }
}

/** Stop the product as Ctrl-C does, and return its exit code. */
export function stopProduct(product: Product): Promise<number | null> {
  signalGroup(product, "SIGINT");
  return product.ended;
}

/** End every process of the product's group at once, without a word; PostgreSQL runs in a session of its own and stays. */
export function killProduct(product: Product): Promise<number | null> {
  signalGroup(product, "SIGKILL");
  return product.ended;
}

/** Remove the data folder of a stopped product. */
export function removeData(product: Product): void {
  rmSync(product.dataFolder, { recursive: true, force: true });
}
