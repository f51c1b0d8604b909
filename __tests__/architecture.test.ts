import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const ROOT = path.resolve(__dirname, "..");

// ---------------------------------------------------------------- what is there

interface Import {
  readonly target: string;
  /** Only types: gone when the program runs. */
  readonly typeOnly: boolean;
}
interface Source {
  readonly file: string;
  readonly code: string;
  readonly imports: readonly Import[];
}

function walk(folder: string): string[] {
  return readdirSync(path.join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const inside = `${folder}/${entry.name}`;
    return entry.isDirectory() ? walk(inside) : [inside];
  });
}

const IMPORT = /(?:^|\n)\s*(?:import|export)\s+(type\s+)?(?:[^;"'`]*?\s+from\s+)?"([^"]+)"|import\(\s*"([^"]+)"\s*\)/g;

function importsOf(file: string, code: string): Import[] {
  return [...code.matchAll(IMPORT)].map(([, type, statically, dynamically]) => ({
    target: resolved(file, statically ?? dynamically ?? ""),
    typeOnly: type !== undefined,
  }));
}

/** A module of ours as its path from the root, without an ending; a package as its name. */
function resolved(file: string, target: string): string {
  if (target.startsWith("@/")) return target.slice(2);
  return target.startsWith(".") ? path.posix.join(path.posix.dirname(file), target) : target;
}

const files = ["app", "lib", "seeds"].flatMap(walk);
const sources: Source[] = files
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => {
    const code = readFileSync(path.join(ROOT, file), "utf8");
    return { file, code, imports: importsOf(file, code) };
  });

// ---------------------------------------------------------------- the rule

/** The kinds of module. A noun's folder has schema, store (may be several), queries, commands, and parts that these are made of. */
const KINDS = [
  "core",
  "platform",
  "schema",
  "store",
  "queries",
  "commands",
  "jobs",
  "part",
  "cli",
  "app",
  "ui",
  "seeds",
  "generated",
] as const;
type Kind = (typeof KINDS)[number];

function kindOf(module: string): Kind | null {
  const bare = module.replace(/\.(d\.)?c?tsx?$/, "");
  if (bare.startsWith("prisma/generated")) return "generated";
  if (bare.startsWith("app/_ui/")) return "ui";
  if (bare.startsWith("app/")) return "app";
  if (bare.startsWith("seeds/")) return "seeds";
  const [lib, noun, name = ""] = bare.split("/");
  if (lib !== "lib") return null;
  if (noun === "core" || noun === "platform" || noun === "cli") return noun;
  if (name === "schema" || name === "queries" || name === "commands" || name === "jobs") return name;
  return name === "store" || name.endsWith("-store") ? "store" : "part";
}

/** Which kind may import which. Everything runs one way: app → queries and commands → parts → store → platform; core is nobody's reader. */
const MAY_IMPORT: Readonly<Record<Exclude<Kind, "generated">, readonly Kind[]>> = {
  core: ["core"],
  platform: ["platform", "core", "generated"],
  schema: ["schema", "core", "platform"],
  store: ["store", "schema", "part", "core", "platform", "generated"],
  part: ["part", "store", "schema", "core", "platform"],
  queries: ["queries", "part", "store", "schema", "core", "platform"],
  // Before its transaction, a long command may ask a query for what it then writes down, such as the report that is published.
  commands: ["queries", "part", "store", "schema", "core", "platform"],
  jobs: ["commands", "queries", "part", "store", "schema", "core", "platform"],
  cli: ["cli", "queries", "commands", "jobs", "schema", "core", "platform", "seeds"],
  app: ["app", "ui", "queries", "commands", "schema", "core", "platform"],
  ui: ["ui", "platform"],
  seeds: ["seeds", "queries", "commands", "store", "part", "schema", "core", "platform"],
};

/** The packages core may lean on: small, pure, about text. */
const CORE_PACKAGES = /^(?:wink-nlp|wink-eng-lite-web-model|csv-stringify\/sync|diff)$/;

const edges = sources.flatMap(({ file, imports }) => imports.map((one) => ({ file, ...one })));
const from = (...kinds: Kind[]) => edges.filter(({ file }) => kinds.some((kind) => kindOf(file) === kind));
const told = (wrong: readonly { file: string; target: string }[]) =>
  wrong.map(({ file, target }) => `${file} → ${target}`);

test("there is something to look at", () => {
  expect(sources.length).toBeGreaterThan(100);
  expect(edges.length).toBeGreaterThan(300);
  expect(new Set(sources.map(({ file }) => kindOf(file)))).toEqual(
    new Set(KINDS.filter((kind) => kind !== "generated")),
  );
});

test("imports run one way", () => {
  const wrong = edges.filter(({ file, target }) => {
    const [kind, other] = [kindOf(file), kindOf(target)];
    return kind !== null && kind !== "generated" && other !== null && !MAY_IMPORT[kind].includes(other);
  });
  expect(told(wrong)).toEqual([]);
});

test("core imports nothing but itself and small text libraries", () => {
  const wrong = from("core").filter(
    ({ target }) => kindOf(target) !== "core" && !isOwnData(target) && !CORE_PACKAGES.test(target),
  );
  expect(told(wrong)).toEqual([]);
});

/** A table of numbers kept beside the code that reads it. */
const isOwnData = (target: string): boolean => target.startsWith("lib/core/") && target.endsWith(".json");

test("core has no clock and no dice", () => {
  const wrong = sources.filter(
    ({ file, code }) =>
      kindOf(file) === "core" && /\bDate\.now\b|new Date\(\)|Math\.random|process\.|performance\./.test(code),
  );
  expect(wrong.map(({ file }) => file)).toEqual([]);
});

test("the screens never reach the database", () => {
  const wrong = from("app", "ui").filter(
    ({ target }) => target === "lib/platform/db" || kindOf(target) === "generated",
  );
  expect(told(wrong)).toEqual([]);
});

const MODELS = [...readFileSync(path.join(ROOT, "prisma/schema.prisma"), "utf8").matchAll(/^model (\w+)/gm)]
  .map(([, name = ""]) => name.charAt(0).toLowerCase() + name.slice(1))
  .join("|");
const QUERY = new RegExp(
  `\\.(?:${MODELS})\\.(?:find|create|update|upsert|delete|count|group|aggregate)|\\$(?:query|execute)Raw`,
);

test("only stores and the platform run queries", () => {
  expect(MODELS).toContain("claim|anchor|");
  const wrong = sources.filter(
    ({ file, code }) => QUERY.test(code) && kindOf(file) !== "store" && kindOf(file) !== "platform",
  );
  expect(wrong.map(({ file }) => file)).toEqual([]);
});

test("only queries, commands and the platform authorize", () => {
  const wrong = sources.filter(
    ({ file, code }) => /\bauthorize\(/.test(code) && !["queries", "commands", "platform"].includes(kindOf(file) ?? ""),
  );
  expect(wrong.map(({ file }) => file)).toEqual([]);
});

test("every query that a screen can call authorizes before it reads", () => {
  const LOADER = /export (?:async )?function (load\w+)\((?:actor: Actor|_?\w*: Actor)[\s\S]*?\n\}/g;
  const loaders = sources
    .filter(({ file }) => kindOf(file) === "queries")
    .flatMap(({ file, code }) =>
      [...code.matchAll(LOADER)].map(([body, name]) => ({ place: `${file} ${name}`, body })),
    );
  expect(loaders.length).toBeGreaterThan(8);
  // A loader either authorizes itself or hands its actor to one function of its module or another query that does.
  const wrong = loaders.filter(({ body }) => !/authorize\(actor|\w+\(actor/.test(body));
  expect(wrong.map(({ place }) => place)).toEqual([]);
});

test("what runs in the browser imports only core, schemas and screens", () => {
  const client = sources.filter(({ code }) => /^"use client"/.test(code));
  expect(client.length).toBeGreaterThan(5);
  const wrong = client.flatMap(({ file, imports }) =>
    imports
      .filter(({ target, typeOnly }) => !typeOnly && !["core", "schema", "app", "ui", null].includes(kindOf(target)))
      .map(({ target }) => ({ file, target })),
  );
  expect(told(wrong)).toEqual([]);
});

test("the common parts of the screens know nothing of claims: they could ship in another product", () => {
  const wrong = from("ui").filter(({ target, typeOnly }) => kindOf(target) === "platform" && !typeOnly);
  expect(told(wrong)).toEqual([]);
});

// ---------------------------------------------------------------- names

const FRAMEWORK = /^(?:not-found|global-error|\[[\w.]+\]|\(\w+\)|_[a-z-]+|\[\.\.\.\w+\])$/;

test("files and folders are named in kebab-case", () => {
  const parts = new Set(files.flatMap((file) => file.split("/")));
  const wrong = [...parts].filter(
    (part) => !FRAMEWORK.test(part) && !/^_?[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z]+)*$/.test(part),
  );
  expect(wrong.filter((part) => !/^\[\w+\]$/.test(part))).toEqual([]);
});

test("nothing hides in a drawer for everything", () => {
  const wrong = files.filter((file) =>
    /(?:^|\/)(?:utils?|helpers?|services?|misc|common|shared)(?:\.|\/|-)/.test(file),
  );
  expect(wrong).toEqual([]);
});

test("there are no barrels", () => {
  const passing = sources.filter(({ code }) => /^export\s+(?:type\s+)?(?:\*|\{[^}]*\})[^;]*\sfrom\s/m.test(code));
  expect([...files.filter((file) => /\/index\.\w+$/.test(file)), ...passing.map(({ file }) => file)]).toEqual([]);
});

test("each noun has the same few files", () => {
  const nouns = new Set(files.flatMap((file) => /^lib\/([^/]+)\/schema\.ts$/.exec(file)?.[1] ?? []));
  expect([...nouns]).toEqual(expect.arrayContaining(["articles", "claims", "people", "sources"]));
  for (const noun of nouns) {
    const has = new Set(
      files.filter((file) => file.startsWith(`lib/${noun}/`)).map((file) => path.posix.basename(file, ".ts")),
    );
    expect([noun, has.has("store"), has.has("queries") || has.has("commands")]).toEqual([noun, true, true]);
  }
});
