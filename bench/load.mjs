// Reads what the benchmarks need: the product's own modules, and the data.
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { build } from "esbuild";

/** The folder of the project. */
export const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..");

/** Return everything that some modules of the project export, in one object. Paths are from the project's folder. */
export async function loadModules(...files) {
  const folder = mkdtempSync(join(tmpdir(), "claimdesk-bench-"));
  try {
    const outfile = join(folder, "modules.cjs");
    await build({
      stdin: { contents: files.map((file) => `export * from "./${file}";`).join("\n"), resolveDir: ROOT, loader: "ts" },
      bundle: true,
      platform: "node",
      format: "cjs",
      outfile,
      logLevel: "error",
    });
    return createRequire(import.meta.url)(outfile);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Return the rows of a JSON Lines file, plain or .gz. */
export function readRows(file) {
  const bytes = readFileSync(file);
  return (file.endsWith(".gz") ? gunzipSync(bytes) : bytes)
    .toString("utf8")
    .split("\n")
    .filter((line) => line.trim())
    .map((line) => JSON.parse(line));
}

/** Return the rows of `set`/`split` from the first of `folders` that has it, or null when none does. */
export function findRows(folders, set, split) {
  for (const folder of folders) {
    for (const ending of [".jsonl", ".jsonl.gz"]) {
      const file = join(folder, set, split + ending);
      if (existsSync(file)) return readRows(file);
    }
  }
  return null;
}
