import { execFileSync, spawnSync } from "node:child_process";
import fs from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { Client } from "pg";
import { type Cluster, startEmbedded } from "@/lib/platform/embedded-postgres";
import { sha256 } from "@/lib/platform/random";
import { DEMO_SIGN_INS } from "@/seeds/desk";
import { claimdesk } from "../support/command-line";
import {
  findFreePort,
  isHealthy,
  killProduct,
  newDataFolder,
  type Product,
  spawnProduct,
  startProduct,
  stopProduct,
} from "../support/product";

jest.setTimeout(240_000);

const started: Product[] = [];
const folders: string[] = [];
let server: Cluster | undefined;
afterAll(async () => {
  for (const product of started) await killProduct(product);
  await server?.stop();
  for (const folder of folders) fs.rmSync(folder, { recursive: true, force: true });
});

function newFolder(): string {
  const folder = newDataFolder();
  folders.push(folder);
  return folder;
}

async function start(options: Parameters<typeof startProduct>[0]): Promise<Product> {
  const product = await startProduct(options);
  started.push(product);
  return product;
}

/** Run the start script to its end: what it refuses with. */
async function refusal(options: Parameters<typeof spawnProduct>[0]): Promise<{ code: number | null; words: string }> {
  const product = await spawnProduct(options);
  started.push(product);
  return { code: await product.ended, words: product.output() };
}

const postmaster = (data: string) =>
  Number(fs.readFileSync(path.join(data, "postgres", "postmaster.pid"), "utf8").split("\n")[0]);

/** Commands of running processes that name the data folder: what must be empty once all is stopped. */
function processesOn(data: string): string[] {
  const lines = execFileSync("ps", ["-A", "-o", "args="], { encoding: "utf8" }).split("\n");
  return lines.filter((line) => line.includes(data));
}

const data = newFolder();

describe("with nothing set but a data folder", () => {
  let product: Product;
  beforeAll(async () => {
    product = await start({ dataFolder: data });
  });

  test("the first start shows where it is and who may sign in, and only loopback is listened on", async () => {
    expect(product.output()).toContain(`Claimdesk is ready: ${product.url}`);
    for (const { email, password } of DEMO_SIGN_INS) {
      expect(product.output()).toMatch(new RegExp(`${email}\\s+${password}`));
    }
    expect(fs.statSync(path.join(data, "session-secret")).mode & 0o777).toBe(0o600);
    const health = await fetch(`${product.url}/api/health`);
    expect(health.status).toBe(200);
    const { version } = JSON.parse(fs.readFileSync("package.json", "utf8")) as { version: string };
    expect(await health.json()).toEqual({ status: "ok", version, database: "ok" });
  });

  test("a second start on the same data folder says that it is running, and where", async () => {
    const { code, words } = await refusal({ dataFolder: data });
    expect(code).toBe(1);
    expect(words).toContain(`already running on ${data}: ${product.url} (process ${product.child.pid})`);
  });

  test("another data folder on the same port is refused by the port's number, before anything is made", async () => {
    const other = newFolder();
    const { code, words } = await refusal({ dataFolder: other, port: product.port });
    expect(code).toBe(1);
    expect(words).toContain(`Port ${product.port} on 127.0.0.1 is taken`);
    expect(fs.existsSync(other)).toBe(false);
  });

  test("the command line works on the same database meanwhile, and leaves it running", async () => {
    const { code, out } = await claimdesk(data, ["articles"]);
    expect(code).toBe(0);
    expect(out).toContain("zones of stability");
    expect(await isHealthy(product.url)).toBe(true);
  });

  test("kill -9 of the database alone stops the rest with a word and code 1; the next start recovers", async () => {
    process.kill(postmaster(data), "SIGKILL");
    expect(await product.ended).toBe(1);
    expect(product.output()).toContain("PostgreSQL has ended by itself");
    product = await start({ dataFolder: data });
  });

  test("kill -9 of the app alone leaves nothing that the next start trips over", async () => {
    await killProduct(product);
    product = await start({ dataFolder: data, port: product.port });
    const { out } = await claimdesk(data, ["articles"]);
    expect(out).toContain("zones of stability");
  });

  test("Ctrl-C stops everything within seconds", async () => {
    const begun = Date.now();
    expect(await stopProduct(product)).toBe(0);
    // After 40 s it would end by force.
    expect(Date.now() - begun).toBeLessThan(35_000);
    expect(processesOn(data)).toEqual([]);
    expect(await isHealthy(product.url)).toBe(false);
  });

  test("a later start keeps what was there and shows its sign-ins again", async () => {
    product = await start({ dataFolder: data });
    expect(product.output()).not.toMatch(/Making the database|Setting up the demo/);
    expect(product.output()).toContain(DEMO_SIGN_INS[0]?.email ?? "");
    product.child.kill("SIGTERM");
    expect(await product.ended).toBe(0);
    expect(processesOn(data)).toEqual([]);
  });
});

test("a demo that was cut off while it was set up begins again from nothing", async () => {
  const cut = newFolder();
  execFileSync("cp", ["-a", data, cut]);
  fs.writeFileSync(path.join(cut, "seeding"), "");
  const { code, out } = await claimdesk(cut, ["articles", "--json"]);
  expect(code).toBe(0);
  expect(JSON.parse(out)).toHaveLength(1);
  expect(fs.existsSync(path.join(cut, "seeding"))).toBe(false);
  expect(processesOn(cut)).toEqual([]);
});

const inContainer = process.getuid?.() === 0 && spawnSync("setpriv", ["--version"]).status === 0;
(inContainer ? test : test.skip)(
  "a container's root, who may not look into other users' processes, starts and stops it whole",
  async () => {
    const capabilities = ["chown", "dac_override", "fowner", "kill", "setgid", "setuid", "setpcap"];
    const bounds = ["-all", ...capabilities.map((name) => `+${name}`)].join(",");
    const closed = path.join(newFolder(), "inside");
    // A folder that only root may enter, as /root is.
    fs.mkdirSync(path.dirname(closed), { mode: 0o700 });
    const product = await start({ dataFolder: closed, prefix: ["setpriv", `--bounding-set=${bounds}`] });
    expect(await stopProduct(product)).toBe(0);
    expect(processesOn(closed)).toEqual([]);
  },
);

test("wrong settings are refused in sentences", async () => {
  const { code, words } = await refusal({
    dataFolder: newFolder(),
    environment: { HOST: "http://here", NEXTAUTH_SECRET: "short" },
  });
  expect(code).toBe(1);
  expect(words).toContain("HOST must be a host name or an IP address");
  expect(words).toContain("NEXTAUTH_SECRET must have at least 32 characters");
  expect(words).not.toContain("    at ");
});

describe("with DATABASE_URL", () => {
  const secret = "a secret that every process shares, long enough";

  test("nothing embedded is made; the terminal shows a code for the first person, kept as a hash", async () => {
    server = await startEmbedded(newFolder(), { durable: false });
    const unused = newFolder();
    const product = await start({
      dataFolder: unused,
      environment: { DATABASE_URL: server.url, NEXTAUTH_SECRET: secret },
    });
    const code = /Setup code: (\S+)/.exec(product.output())?.[1] ?? "";
    expect(code).toMatch(/^\w{4}-\w{4}-\w{4}-\w{4}$/);
    expect(product.output()).toContain(`${product.url}/setup`);
    expect(product.output()).not.toContain(DEMO_SIGN_INS[0]?.email ?? "");
    expect(fs.existsSync(unused)).toBe(false);
    const client = new Client({ connectionString: server.url });
    await client.connect();
    const { rows } = await client.query(`SELECT "codeHash" FROM "SetupCode"`);
    expect(rows).toEqual([{ codeHash: sha256(code) }]);
    expect((await client.query(`SELECT FROM "Newsroom"`)).rowCount).toBe(0);
    await client.end();
    const second = await start({ environment: { DATABASE_URL: server.url, NEXTAUTH_SECRET: secret } });
    expect(await isHealthy(second.url)).toBe(true);
    expect(await Promise.all([stopProduct(product), stopProduct(second)])).toEqual([0, 0]);
  });

  test("a server that does not answer is named, without its password", async () => {
    const port = await findFreePort();
    const { code, words } = await refusal({
      environment: { DATABASE_URL: `postgresql://desk:hunter2@127.0.0.1:${port}/desk`, NEXTAUTH_SECRET: secret },
    });
    expect(code).toBe(1);
    expect(words).toContain(`the database desk at 127.0.0.1:${port} does not answer`);
    expect(words).not.toContain("hunter2");
  });

  test("its secret is required", async () => {
    const { code, words } = await refusal({ environment: { DATABASE_URL: "postgresql://desk@127.0.0.1:1/desk" } });
    expect(code).toBe(1);
    expect(words).toContain("With DATABASE_URL, NEXTAUTH_SECRET must be set too");
  });
});

test("a port that is taken between the check and the start is still an error that names it", async () => {
  const port = await findFreePort();
  const blocker = createServer();
  const product = await spawnProduct({ dataFolder: data, port });
  started.push(product);
  while (!product.output().includes("next.config") && product.child.exitCode === null) {
    if (fs.existsSync(path.join(data, "server.lock"))) break;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  await new Promise<void>((resolve) => blocker.listen(port, "127.0.0.1", resolve));
  expect(await product.ended).toBe(1);
  expect(product.output()).toContain(`Port ${port} on 127.0.0.1 is taken`);
  expect(processesOn(data)).toEqual([]);
  await new Promise((resolve) => blocker.close(resolve));
});
