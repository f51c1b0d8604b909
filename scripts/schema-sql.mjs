#!/usr/bin/env node
// Prints the SQL that makes prisma/schema.prisma from nothing: node scripts/schema-sql.mjs postgres://any-reachable-server/db
// Uses Prisma's own schema engine as WebAssembly, so nothing is downloaded; the engine only wants a server to talk to.
// To author a migration, write its SQL by hand with this as the guide; a test holds both to the same catalog.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const require = createRequire(import.meta.url);
const root = path.join(path.dirname(fileURLToPath(import.meta.url)), "..");

/** Return the schema engine's class, its WebAssembly loaded by hand (Node 20 has no .wasm imports). */
async function loadEngine() {
  const glue = path.join(path.dirname(require.resolve("@prisma/schema-engine-wasm")), "schema_engine_bg.js");
  const js = await import(pathToFileURL(glue).href);
  const bytes = readFileSync(glue.replace(/\.js$/, ".wasm"));
  const { instance } = await WebAssembly.instantiate(bytes, { "./schema_engine_bg.js": js });
  js.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  return js.SchemaEngine;
}

const { PrismaPg } = await import("@prisma/adapter-pg");
const { bindMigrationAwareSqlAdapterFactory } = await import("@prisma/driver-adapter-utils");
const SchemaEngine = await loadEngine();
const files = [{ path: "schema.prisma", content: readFileSync(path.join(root, "prisma/schema.prisma"), "utf8") }];
const factory = bindMigrationAwareSqlAdapterFactory(new PrismaPg({ connectionString: process.argv[2] }));
const engine = await SchemaEngine.new({ datamodels: files.map((f) => [f.path, f.content]) }, () => {}, factory);
const { stdout } = await engine.diff({
  from: { tag: "empty" },
  to: { tag: "schemaDatamodel", files },
  script: true,
  shadowDatabaseUrl: null,
  exitCode: null,
  filters: { externalTables: [], externalEnums: [] },
});
process.stdout.write(stdout ?? "", () => process.exit(0));
