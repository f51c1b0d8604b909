// CommonJS and node builtins only: the set-up script uses this file before any dependency is installed.
const { execFileSync } = require("node:child_process");
const { randomBytes } = require("node:crypto");
const fs = require("node:fs");
const os = require("node:os");

/** A machine between two reboots; process ids and start times mean nothing on another one. */
function bootId() {
  try {
    return fs.readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
  } catch {
    return "";
  }
}

/** When the process started, as the system writes it: with the id it names one process even after the id is reused. */
function startTimeOf(pid) {
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return fields[0] === "Z" ? null : `${bootId()} ${fields[19]}`;
  } catch {
    if (process.platform === "linux" && fs.existsSync("/proc/self/stat")) return null;
  }
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code === "ESRCH") return null;
  }
  if (process.platform === "win32") return "running";
  try {
    return execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" }).trim() || null;
  } catch {
    return null;
  }
}

function identify(pid = process.pid) {
  return { host: os.hostname(), pid, started: startTimeOf(pid) };
}

function isRunning(identity) {
  if (identity.host !== os.hostname()) return false;
  const started = startTimeOf(identity.pid);
  return started !== null && started === identity.started;
}

function readHolder(file) {
  let text;
  try {
    text = fs.readFileSync(file, "utf8");
  } catch (error) {
    if (error.code === "ENOENT") return { text: null, holder: null };
    throw error;
  }
  try {
    return { text, holder: JSON.parse(text) };
  } catch {
    return { text, holder: null };
  }
}

function findHolder(file) {
  try {
    const { holder } = readHolder(file);
    return holder !== null && isRunning(holder) ? holder : null;
  } catch (error) {
    // A folder that is no folder, or another user's: whoever goes on to use it says what is wrong with it.
    if (error.code === "ENOTDIR" || error.code === "EACCES") return null;
    throw error;
  }
}

/** Move a dead process's lock away. Two who find it dead at once do not remove the lock that one of them then makes. */
function clearStale(file, staleText) {
  const aside = `${file}.${randomBytes(6).toString("hex")}`;
  try {
    fs.renameSync(file, aside);
  } catch (error) {
    if (error.code === "ENOENT") return;
    throw error;
  }
  if (fs.readFileSync(aside, "utf8") !== staleText) {
    try {
      fs.linkSync(aside, file);
    } catch {
      // A third process has it now.
    }
  }
  fs.rmSync(aside, { force: true });
}

function tryLock(file, note = {}) {
  const mine = JSON.stringify({ ...identify(), ...note });
  const draft = `${file}.${randomBytes(6).toString("hex")}`;
  fs.writeFileSync(draft, mine, { mode: 0o600 });
  try {
    for (;;) {
      try {
        // The link appears with its whole content or not at all.
        fs.linkSync(draft, file);
        return { release: () => releaseLock(file, mine) };
      } catch (error) {
        if (error.code !== "EEXIST") throw error;
      }
      const { text, holder } = readHolder(file);
      if (text === null) continue;
      if (holder !== null && isRunning(holder)) return { holder };
      clearStale(file, text);
    }
  } finally {
    fs.rmSync(draft, { force: true });
  }
}

function releaseLock(file, mine) {
  if (readHolder(file).text === mine) fs.rmSync(file, { force: true });
}

async function lock(file, { waitMs, onWait, note } = {}) {
  const until = Date.now() + (waitMs ?? 120_000);
  let told = false;
  for (;;) {
    const { release, holder } = tryLock(file, note);
    if (release) return release;
    if (Date.now() > until) {
      throw new Error(`Process ${holder.pid} has held ${file} for too long. End that process and try again.`);
    }
    if (!told) onWait?.(holder);
    told = true;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

module.exports = { findHolder, identify, isRunning, lock, tryLock };
