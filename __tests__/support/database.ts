import { randomBytes } from "node:crypto";
import { Client } from "pg";
import { connect, type Db, db, disconnect } from "@/lib/platform/db";

/** A database of this test file's own: migrated, empty, real. */
export type TestDatabase = {
  readonly url: string;
  /** The client that the product's own `db()` returns in this test file. */
  readonly db: Db;
  /** Make a second client on the same database, as another process would; it is closed after the tests. */
  readonly another: () => Db;
};

function templateUrl(): URL {
  const url = process.env.CLAIMDESK_TEST_TEMPLATE;
  if (url === undefined) throw new Error("Database tests run in the jest project `lib`, which starts the database.");
  return new URL(url);
}

function urlOf(database: string): string {
  const url = templateUrl();
  url.pathname = `/${database}`;
  return url.href;
}

async function administer(sql: string): Promise<void> {
  const client = new Client({ connectionString: urlOf("postgres") });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

/**
 * Give the calling test file its own copy of the migrated database before its tests.
 * Call it once at the top of the file; url and db may be read inside the tests and hooks.
 */
export function testDatabase(): TestDatabase {
  const name = `test_${randomBytes(6).toString("hex")}`;
  const others: Db[] = [];
  beforeAll(async () => {
    await administer(`CREATE DATABASE ${name} TEMPLATE ${templateUrl().pathname.slice(1)}`);
    process.env.DATABASE_URL = urlOf(name);
    process.env.NEXTAUTH_SECRET = randomBytes(32).toString("base64url");
  });
  afterAll(async () => {
    // The database itself goes when the teardown removes the whole cluster.
    await Promise.all([disconnect(), ...others.map((other) => other.$disconnect())]);
  });
  return {
    get url() {
      return urlOf(name);
    },
    get db() {
      return db();
    },
    another: () => {
      const other = connect(urlOf(name));
      others.push(other);
      return other;
    },
  };
}
