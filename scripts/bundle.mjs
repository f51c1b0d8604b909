import path from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

const common = {
  absWorkingDir: root,
  outdir: "dist",
  outExtension: { ".js": ".cjs" },
  bundle: true,
  platform: "node",
  target: "node20.19",
  format: "cjs",
  // Named here too: a path that does not resolve is then an error, not a package to look for at run time.
  alias: { "@": root },
  tsconfig: "tsconfig.json",
  loader: { ".txt": "text" },
  logLevel: "warning",
};

// It has printed what is wrong and where.
const fail = () => {
  process.exitCode = 1;
};

// What runs outside Next: the command line, what `npm start` does once everything is built, the work in the background, and what reads long texts and documents.
await build({
  ...common,
  entryPoints: {
    claimdesk: "lib/cli/main.ts",
    launch: "lib/cli/launch.ts",
    jobs: "lib/cli/jobs.ts",
    "reader-thread": "lib/platform/reader-thread.ts",
    "typst-thread": "lib/platform/typst-thread.ts",
    "document-process": "lib/platform/document-process.ts",
  },
  packages: "external",
  sourcemap: true,
}).catch(fail);

// The verifier of packages, for outsiders: one file that needs nothing but Node.
await build({ ...common, entryPoints: { verify: "lib/cli/verify-alone.ts" } }).catch(fail);
