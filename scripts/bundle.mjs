import path from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

// What runs outside Next: the command line, what `npm start` does once everything is built, the work in the background, and the threads that read long texts and documents.
await build({
  absWorkingDir: root,
  entryPoints: {
    claimdesk: "lib/cli/main.ts",
    launch: "lib/cli/launch.ts",
    jobs: "lib/cli/jobs.ts",
    "reader-thread": "lib/platform/reader-thread.ts",
    "typst-thread": "lib/platform/typst-thread.ts",
    "document-thread": "lib/platform/document-thread.ts",
  },
  outdir: "dist",
  outExtension: { ".js": ".cjs" },
  bundle: true,
  platform: "node",
  target: "node20.19",
  format: "cjs",
  packages: "external",
  // Named here too: a path that does not resolve is then an error, not a package to look for at run time.
  alias: { "@": root },
  sourcemap: true,
  tsconfig: "tsconfig.json",
  loader: { ".txt": "text" },
  logLevel: "warning",
}).catch(() => {
  // It has printed what is wrong and where.
  process.exitCode = 1;
});
