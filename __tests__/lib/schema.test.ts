import { execFileSync } from "node:child_process";
import { Client } from "pg";
import { testDatabase } from "../support/database";

const database = testDatabase();

// What a catalog says of tables, columns, enums, keys and indexes, as lines that can be compared.
const CATALOG = `
  SELECT 'column ' || table_name || '.' || column_name || ' ' || udt_name || ' ' || is_nullable || ' ' ||
         coalesce(column_default, '-') || ' ' || coalesce(datetime_precision::text, '-') AS line
    FROM information_schema.columns WHERE table_schema = $1 AND table_name <> '_prisma_migrations'
  UNION ALL
  SELECT 'enum ' || t.typname || ' ' || string_agg(e.enumlabel, ',' ORDER BY e.enumsortorder)
    FROM pg_type t JOIN pg_enum e ON e.enumtypid = t.oid JOIN pg_namespace n ON n.oid = t.typnamespace
   WHERE n.nspname = $1 GROUP BY t.typname
  UNION ALL
  SELECT 'index ' || regexp_replace(indexdef, ' ON [^ ]*\\.', ' ON ') FROM pg_indexes
   WHERE schemaname = $1 AND tablename <> '_prisma_migrations'
  UNION ALL
  SELECT 'key ' || conrelid::regclass::text || ' ' || conname || ' ' || regexp_replace(pg_get_constraintdef(c.oid), 'REFERENCES [^(]*\\.', 'REFERENCES ')
    FROM pg_constraint c JOIN pg_namespace n ON n.oid = c.connamespace
   WHERE n.nspname = $1 AND contype IN ('p', 'f', 'u') AND conrelid::regclass::text NOT LIKE '%_prisma_migrations%'
  ORDER BY 1`;

async function catalog(url: string): Promise<string[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ line: string }>(CATALOG, ["public"]);
    return rows.map((row) => row.line);
  } finally {
    await client.end();
  }
}

test("the migrations make exactly what the Prisma schema describes", async () => {
  const sql = execFileSync("node", ["scripts/schema-sql.mjs", database.url], { encoding: "utf8" });
  const url = new URL(database.url);
  const client = new Client({ connectionString: database.url });
  await client.connect();
  await client.query("CREATE DATABASE from_schema");
  await client.end();
  url.pathname = "/from_schema";
  const fresh = new Client({ connectionString: url.href });
  await fresh.connect();
  await fresh.query(sql);
  await fresh.end();

  const described = await catalog(url.href);
  expect(described.length).toBeGreaterThan(150);
  expect(await catalog(database.url)).toEqual(described);
}, 60_000);

test("the database itself refuses to change the ledger and a version's text", async () => {
  const { db } = database;
  await db.newsroom.create({ data: { id: "n", name: "N", verdictScale: [] } });
  await db.article.create({ data: { id: "a", newsroomId: "n", title: "A", createdById: "u" } });
  await db.articleVersion.create({
    data: { id: "v", articleId: "a", number: 1, text: "Text.", sha256: "0", words: 1, createdById: "u" },
  });
  await db.ledgerEntry.create({
    data: {
      chain: "c",
      seq: 1,
      newsroomId: "n",
      at: new Date(),
      actorName: "",
      command: "x",
      subject: "s",
      data: {},
      prevHash: "0",
      hash: "1",
    },
  });
  await expect(db.articleVersion.update({ where: { id: "v" }, data: { text: "Other." } })).rejects.toThrow(
    /append-only/,
  );
  await expect(db.articleVersion.delete({ where: { id: "v" } })).rejects.toThrow(/append-only/);
  await expect(db.ledgerEntry.updateMany({ data: { hash: "2" } })).rejects.toThrow(/append-only/);
  await expect(db.ledgerEntry.deleteMany()).rejects.toThrow(/append-only/);
  await expect(db.$executeRawUnsafe(`TRUNCATE "LedgerEntry"`)).rejects.toThrow(/append-only/);
});
