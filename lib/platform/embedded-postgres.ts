import { execFileSync, spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import fs from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { Client } from "pg";
import { CannotStart } from "./cannot-start";
import { lock } from "./file-lock.cjs";
import { type Account, chooseAccount, findRunner, majorVersion, type Runner } from "./postgres-binaries";
import { keepSecret } from "./secret";

/** A running cluster this process leans on. */
export type Cluster = {
  /** Connection string of the product's database. */
  readonly url: string;
  /** Leave the cluster; the last of all processes to leave stops PostgreSQL. Safe to call twice. */
  readonly stop: () => Promise<void>;
  /** Resolves when PostgreSQL has gone away by itself and did not come back; never after stop(). */
  readonly lost: Promise<void>;
};

/** How to run the cluster; the first process to start it decides. */
export type EmbeddedOptions = {
  /** False trades safety at a power cut for speed: for tests. */
  readonly durable?: boolean;
  /** Is told in a sentence what takes long. */
  readonly say?: (sentence: string) => void;
};

type Place = { readonly host: string; readonly port: number };
type Running = { readonly pid: number; readonly place: Place };
type Desk = {
  readonly data: string;
  readonly cluster: string;
  readonly run: string;
  readonly log: string;
  readonly lockFile: string;
  readonly password: string;
  readonly account: Account | null;
  readonly runner: Runner;
  readonly durable: boolean;
  readonly say: (sentence: string) => void;
};

const USER = "claimdesk";
const DATABASE = "claimdesk";
const SOCKET_PORT = 5432;
/** Bytes of a Unix socket's path that every system accepts. */
const SOCKET_PATH_LIMIT = 100;
const LEASE = "claimdesk lease";
const HASTE = ["fsync=off", "synchronous_commit=off", "full_page_writes=off", "shared_buffers=64MB"];
const START_LIMIT_MS = 180_000;

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
const codeOf = (error: unknown) => (error instanceof Error && "code" in error ? error.code : undefined);

async function until(holds: () => boolean, limitMs: number): Promise<boolean> {
  const end = Date.now() + limitMs;
  while (!holds()) {
    if (Date.now() > end) return false;
    await pause(20);
  }
  return true;
}

/** Make the data folder when it is missing, private to its owner; returns its real path. */
export function prepareDataFolder(dataFolder: string): string {
  const fresh = makeDataFolder(dataFolder);
  const data = fs.realpathSync(dataFolder);
  const account = fresh ? chooseAccount(data, path.join(data, "postgres")) : null;
  if (account !== null) fs.chownSync(data, account.uid, account.gid);
  try {
    fs.accessSync(data, fs.constants.R_OK | fs.constants.W_OK | fs.constants.X_OK);
  } catch {
    throw new CannotStart(
      `The data folder ${data} belongs to another user. Start Claimdesk as that user, or set CLAIMDESK_DATA to a folder of your own.`,
    );
  }
  return data;
}

/** Make the folder where there is none; true when it was made. */
function makeDataFolder(dataFolder: string): boolean {
  try {
    fs.mkdirSync(path.dirname(dataFolder), { recursive: true });
    return fs.mkdirSync(dataFolder, { recursive: true, mode: 0o700 }) !== undefined;
  } catch (error) {
    const code = typeof error === "object" && error !== null && "code" in error ? String(error.code) : String(error);
    const why = { EEXIST: "a file has its name", ENOTDIR: "a file stands where a folder should be" }[code];
    const said = why ?? (["EACCES", "EPERM", "EROFS"].includes(code) ? "this user may not write there" : code);
    throw new CannotStart(
      `The data folder ${dataFolder} can't be made: ${said}. Set CLAIMDESK_DATA to a folder of your own.`,
      { cause: error },
    );
  }
}

/** Make everything in the data folder that PostgreSQL needs before it starts. */
function prepare(dataFolder: string, options: EmbeddedOptions): Desk {
  const data = prepareDataFolder(dataFolder);
  const [cluster, run] = [path.join(data, "postgres"), path.join(data, "run")];
  const account = chooseAccount(data, cluster);
  fs.mkdirSync(run, { recursive: true, mode: 0o700 });
  if (account !== null) fs.chownSync(run, account.uid, account.gid);
  return {
    data,
    cluster,
    run,
    log: path.join(data, "postgres.log"),
    lockFile: path.join(data, "postgres.lock"),
    password: keepSecret(path.join(data, "postgres-password")),
    account,
    runner: findRunner(data, account),
    durable: options.durable ?? true,
    say: options.say ?? (() => undefined),
  };
}

function urlFor(desk: Desk, { host, port }: Place, database: string): string {
  const url = new URL(`postgresql://${USER}:${desk.password}@localhost:${port}/${database}`);
  if (path.isAbsolute(host)) url.searchParams.set("host", host);
  else url.hostname = host;
  return url.href;
}

function readPidFile({ cluster, run }: Desk): Running | null {
  const file = path.join(cluster, "postmaster.pid");
  if (!fs.existsSync(file)) return null;
  const [id, , , port, socketFolder] = fs.readFileSync(file, "utf8").split("\n");
  const pid = Number(id);
  if (!Number.isInteger(pid) || pid <= 0) return null;
  return { pid, place: { host: socketFolder ? run : "127.0.0.1", port: Number(port) } };
}

const onLinux = process.platform === "linux" && fs.existsSync("/proc/self/cwd");

/**
 * Say whether a process works in a folder. A container's root may not look into another user's process;
 * there the server is known by the command that started it, and its helpers are left to PostgreSQL's own check.
 */
function worksIn(pid: number, folder: string): boolean {
  try {
    return fs.readlinkSync(`/proc/${pid}/cwd`) === folder;
  } catch (error) {
    if (codeOf(error) === "ENOENT") return false;
  }
  try {
    return fs.readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(`\0-D\0${folder}\0`);
  } catch {
    return false;
  }
}

/** Say whether the process is this cluster's PostgreSQL, and not another one that was given the same id since. */
function isPostgres(pid: number, cluster: string): boolean {
  if (onLinux) return worksIn(pid, cluster);
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (codeOf(error) === "ESRCH") return false;
  }
  if (process.platform === "win32") return true;
  return spawnSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" }).stdout.includes(cluster);
}

function processesOf(cluster: string): number[] {
  if (!onLinux) return [];
  const pids = fs.readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  return pids.map(Number).filter((pid) => worksIn(pid, cluster));
}

/** Remove what a killed PostgreSQL left: its helpers end first, or two servers would write to one cluster. */
async function clearLeftovers({ cluster, run }: Desk): Promise<void> {
  if (!fs.existsSync(cluster)) return;
  if (!(await until(() => processesOf(cluster).length === 0, 3000))) {
    for (const pid of processesOf(cluster)) process.kill(pid, "SIGKILL");
    await until(() => processesOf(cluster).length === 0, 3000);
  }
  // An id in these files may by now belong to any process of the same user, and PostgreSQL would refuse to start.
  for (const file of [path.join(cluster, "postmaster.pid"), path.join(run, `.s.PGSQL.${SOCKET_PORT}.lock`)]) {
    fs.rmSync(file, { force: true });
  }
}

const cleanEnvironment = () => ({
  ...(process.env.SystemRoot === undefined ? {} : { SystemRoot: process.env.SystemRoot }),
  PATH: process.env.PATH ?? "",
  NODE_ENV: process.env.NODE_ENV,
  TZ: "UTC",
  LC_ALL: "C",
});

function spawnArguments({ runner }: Desk, program: string, flags: readonly string[]) {
  const [command = "", ...rest] = [...runner.prefix, path.join(runner.bin, program), ...flags];
  return { command, rest, options: { cwd: "/", env: cleanEnvironment(), ...runner.account } };
}

/** Make the cluster beside its place and move it there whole, so that a killed set-up leaves no half cluster. */
function initialise(desk: Desk): void {
  for (const name of fs.readdirSync(desk.data)) {
    if (name.startsWith("postgres.new-")) fs.rmSync(path.join(desk.data, name), { recursive: true, force: true });
  }
  const draft = path.join(desk.data, `postgres.new-${randomBytes(6).toString("hex")}`);
  const passwordFile = path.join(desk.run, "password");
  fs.mkdirSync(draft, { mode: 0o700 });
  fs.writeFileSync(passwordFile, desk.password, { mode: 0o600 });
  if (desk.account !== null) {
    for (const file of [draft, passwordFile]) fs.chownSync(file, desk.account.uid, desk.account.gid);
  }
  const { command, rest, options } = spawnArguments(desk, "initdb", [
    `--pgdata=${draft}`,
    `--username=${USER}`,
    `--pwfile=${passwordFile}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    "--locale=C",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    ...(desk.durable ? [] : ["--no-sync"]),
  ]);
  try {
    execFileSync(command, rest, { ...options, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
    fs.renameSync(draft, desk.cluster);
  } catch (error) {
    const details = error instanceof Error && "stderr" in error ? String(error.stderr).trim() : "";
    throw new CannotStart(`The database could not be made in ${desk.data}. ${details}`.trim(), { cause: error });
  } finally {
    fs.rmSync(passwordFile, { force: true });
    fs.rmSync(draft, { recursive: true, force: true });
  }
}

function refuseOtherVersion({ cluster }: Desk): void {
  const found = fs.readFileSync(path.join(cluster, "PG_VERSION"), "utf8").trim();
  if (found === majorVersion()) return;
  throw new CannotStart(
    `The database in ${cluster} was made by PostgreSQL ${found}; this Claimdesk runs PostgreSQL ${majorVersion()}. Start the Claimdesk that made it, or set CLAIMDESK_DATA to another folder.`,
  );
}

function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}

async function choosePlace({ run }: Desk): Promise<Place> {
  const socket = path.join(run, `.s.PGSQL.${SOCKET_PORT}`);
  const sockets = process.platform !== "win32" && Buffer.byteLength(socket) <= SOCKET_PATH_LIMIT;
  return sockets ? { host: run, port: SOCKET_PORT } : { host: "127.0.0.1", port: await findFreePort() };
}

function openLog({ log }: Desk): number {
  const size = fs.statSync(log, { throwIfNoEntry: false })?.size ?? 0;
  if (size > 5_000_000) fs.renameSync(log, `${log}.1`);
  return fs.openSync(log, "a", 0o600);
}

function endOfLog({ log }: Desk): string {
  return fs.readFileSync(log, "utf8").trimEnd().split("\n").slice(-4).join("\n");
}

/** Start PostgreSQL in a session of its own: a Ctrl-C at the terminal reaches those who lean on it, not the server itself. */
async function launch(desk: Desk): Promise<{ place: Place; hasEnded: () => boolean }> {
  const place = await choosePlace(desk);
  const onSocket = path.isAbsolute(place.host);
  const settings = [
    `listen_addresses=${onSocket ? "" : place.host}`,
    `unix_socket_directories=${onSocket ? `"${place.host.replaceAll('"', '""')}"` : ""}`,
    "unix_socket_permissions=0700",
    ...(desk.durable ? [] : HASTE),
  ];
  const flags = ["-D", desk.cluster, "-p", String(place.port), ...settings.flatMap((setting) => ["-c", setting])];
  const { command, rest, options } = spawnArguments(desk, "postgres", flags);
  const log = openLog(desk);
  const child = spawn(command, rest, { ...options, detached: true, stdio: ["ignore", log, log] });
  fs.closeSync(log);
  let failed = false;
  child.once("error", () => {
    failed = true;
  });
  child.unref();
  return { place, hasEnded: () => failed || child.exitCode !== null || child.signalCode !== null };
}

/** Connect to the maintenance database under the name that counts as leaning on the cluster. */
async function connectLease(desk: Desk, place: Place): Promise<Client> {
  const client = new Client({
    connectionString: urlFor(desk, place, "postgres"),
    application_name: LEASE,
    connectionTimeoutMillis: 5000,
  });
  client.on("error", () => undefined);
  try {
    await client.connect();
  } catch (error) {
    await client.end().catch(() => undefined);
    throw error;
  }
  return client;
}

/** 28P01 and 28000 mean that the password is not this cluster's: waiting does not help. */
const isHopeless = (error: unknown) => ["28P01", "28000"].includes(String(codeOf(error)));

/** Connect as soon as PostgreSQL answers; null when it ended first. */
async function waitForLease(desk: Desk, place: Place, hasEnded: () => boolean): Promise<Client | null> {
  const begun = Date.now();
  let told = false;
  for (;;) {
    try {
      return await connectLease(desk, place);
    } catch (error) {
      if (isHopeless(error)) {
        throw new CannotStart(
          `The password in ${path.join(desk.data, "postgres-password")} is not the one of its database.`,
        );
      }
      if (Date.now() - begun > START_LIMIT_MS) {
        throw new CannotStart(`PostgreSQL does not answer. The end of ${desk.log}:\n${endOfLog(desk)}`, {
          cause: error,
        });
      }
    }
    if (hasEnded()) return null;
    if (!told && Date.now() - begun > 3000) {
      desk.say("The database is still getting ready; after a crash it first reads its log …");
      told = true;
    }
    await pause(25);
  }
}

async function attach(desk: Desk): Promise<{ place: Place; client: Client } | null> {
  const running = readPidFile(desk);
  if (running === null) return null;
  const client = await waitForLease(desk, running.place, () => !isPostgres(running.pid, desk.cluster));
  return client === null ? null : { place: running.place, client };
}

async function attachOrStart(desk: Desk): Promise<{ place: Place; client: Client }> {
  const attached = await attach(desk);
  if (attached !== null) return attached;
  await clearLeftovers(desk);
  if (!fs.existsSync(desk.cluster)) {
    desk.say("Making the database …");
    initialise(desk);
  }
  refuseOtherVersion(desk);
  for (let attempt = 1; ; attempt += 1) {
    const { place, hasEnded } = await launch(desk);
    const client = await waitForLease(desk, place, hasEnded);
    if (client !== null) return { place, client };
    const reason = endOfLog(desk);
    // Helpers of a killed server may need a moment to notice; where they cannot be listed, PostgreSQL says so.
    if (attempt > 20 || !reason.includes("pre-existing shared memory block")) {
      throw new CannotStart(`PostgreSQL did not start. The end of ${desk.log}:\n${reason}`);
    }
    await pause(500);
  }
}

async function makeDatabase(client: Client): Promise<void> {
  const { rowCount } = await client.query("SELECT FROM pg_database WHERE datname = $1", [DATABASE]);
  if (rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`);
}

async function someoneElseLeans(client: Client): Promise<boolean> {
  const others = "SELECT FROM pg_stat_activity WHERE application_name = $1 AND pid <> pg_backend_pid()";
  const { rowCount } = await client.query(others, [LEASE]);
  return (rowCount ?? 0) > 0;
}

async function stopPostgres({ cluster, runner }: Desk, pid: number): Promise<void> {
  const gone = () => !isPostgres(pid, cluster);
  if (process.platform === "win32") {
    spawnSync(path.join(runner.bin, "pg_ctl"), ["stop", "-D", cluster, "-m", "fast", "-w"], { stdio: "ignore" });
    return;
  }
  // SIGINT: no new sessions, running transactions are undone, everything is written. SIGQUIT: end now, recover next time.
  for (const [signal, limitMs] of [
    ["SIGINT", 30_000],
    ["SIGQUIT", 5000],
    ["SIGKILL", 2000],
  ] as const) {
    if (gone()) return;
    process.kill(pid, signal);
    if (await until(gone, limitMs)) return;
  }
}

/** Keep one connection open for as long as this process leans on the cluster: it counts us, and ends with us however we end. */
function holdLease(desk: Desk, first: Client, place: Place) {
  let client = first;
  let left = false;
  let tellLost: () => void = () => undefined;
  const lost = new Promise<void>((resolve) => {
    tellLost = resolve;
  });
  const comeBack = async (): Promise<void> => {
    // PostgreSQL restarts its sessions by itself when one of them was killed.
    for (let misses = 0; misses < 40 && !left; misses += 1) {
      try {
        client = await connectLease(desk, place);
        watch();
        return;
      } catch {
        await pause(50);
        const running = readPidFile(desk);
        if (running !== null && isPostgres(running.pid, desk.cluster)) misses = 0;
      }
    }
    if (!left) tellLost();
  };
  const watch = () => client.once("end", () => void (left || comeBack()));
  watch();
  const leave = async () => {
    left = true;
    const needed = await someoneElseLeans(client).catch(() => false);
    await client.end().catch(() => undefined);
    return needed;
  };
  return { lost, leave };
}

/**
 * Attach to the data folder's PostgreSQL, or start it (and make it on the first run), and return how to reach it.
 * Any number of processes may share it. Recovers by itself from processes that were killed; throws a sentence for the operator.
 */
export async function startEmbedded(dataFolder: string, options: EmbeddedOptions = {}): Promise<Cluster> {
  const desk = prepare(path.resolve(dataFolder), options);
  const release = await lock(desk.lockFile);
  try {
    const { place, client } = await attachOrStart(desk);
    await makeDatabase(client);
    const { lost, leave } = holdLease(desk, client, place);
    let stopping: Promise<void> | undefined;
    const stop = async () => {
      const free = await lock(desk.lockFile);
      try {
        const running = readPidFile(desk);
        if (!(await leave()) && running !== null) await stopPostgres(desk, running.pid);
      } finally {
        free();
      }
    };
    return {
      url: urlFor(desk, place, DATABASE),
      lost,
      stop: () => {
        stopping ??= stop();
        return stopping;
      },
    };
  } finally {
    release();
  }
}
