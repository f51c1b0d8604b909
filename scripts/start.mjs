import { createRequire } from "node:module";
import net from "node:net";
import path from "node:path";

const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Claimdesk needs Node.js 20.19 or newer; this is ${process.versions.node}.`);
  process.exit(1);
}

const { noteServing, prepareEnvironment, root, setUp, Stop } = await import("./setup.mjs");
const require = createRequire(import.meta.url);
const { findHolder } = require("../lib/platform/file-lock.cjs");

/** Refuse before the long work what would be refused after it. */
function refuseSecondServer() {
  if (process.env.DATABASE_URL) return;
  const data = path.resolve(root, process.env.CLAIMDESK_DATA || ".claimdesk");
  const holder = findHolder(path.join(data, "server.lock"));
  if (holder === null) return;
  throw new Stop(
    `Claimdesk is already running on ${data}: ${holder.url} (process ${holder.pid}). Stop it first, or set CLAIMDESK_DATA to another folder.`,
  );
}

function refuseTakenPort() {
  const port = Number(process.env.PORT || 3000);
  const host = process.env.HOST || "127.0.0.1";
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.once("error", ({ code }) => {
      if (code !== "EADDRINUSE") return resolve();
      reject(
        new Stop(`Port ${port} on ${host} is taken by another program. Stop that program, or set PORT to a free one.`),
      );
    });
    // A port that is no port is refused with a better sentence once the settings are read.
    if (!Number.isInteger(port) || port < 1 || port > 65535) return resolve();
    server.listen(port, host, () => server.close(resolve));
  });
}

try {
  process.chdir(root);
  prepareEnvironment();
  refuseSecondServer();
  await refuseTakenPort();
  await setUp(["dependencies", "client", "programs"], console.log);
  const { checkSettings, launch } = require("../dist/launch.cjs");
  checkSettings();
  await setUp(["pages"], console.log);
  await launch(console.log, noteServing);
} catch (error) {
  const plain = error instanceof Stop || error.name === "BadSettings";
  console.error(plain ? error.message : error);
  process.exit(1);
}
