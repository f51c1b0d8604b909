import { PrismaPg } from "@prisma/adapter-pg";
import { type Prisma, PrismaClient } from "@/prisma/generated/client";
import { BadSettings, env } from "./env";

/** The database, outside a transaction. */
export type Db = PrismaClient;

/** The database inside a transaction, or outside one: what a store asks for. */
export type Tx = PrismaClient | Prisma.TransactionClient;

const kept = globalThis as typeof globalThis & { claimdeskDb?: PrismaClient };

/** Make a client of its own for a database; the caller disconnects it. Connections are made on first use. */
export function connect(url: string): PrismaClient {
  const adapter = new PrismaPg(
    {
      connectionString: url,
      application_name: "claimdesk",
      // The driver writes and reads moments without their zone: every session has to count in UTC, whatever the server does.
      options: "-c TimeZone=UTC",
      max: 10,
      connectionTimeoutMillis: 10_000,
      // A lost connection is replaced by the next query; without a listener it would end the process.
    },
    { onPoolError: () => undefined, onConnectionError: () => undefined },
  );
  return new PrismaClient({ adapter, transactionOptions: { maxWait: 10_000, timeout: 30_000 } });
}

/** Return this process's database client; made on first use, one per process, kept over hot reloads. */
export function db(): Db {
  if (kept.claimdeskDb === undefined) {
    const { DATABASE_URL } = env();
    if (DATABASE_URL === undefined) {
      throw new BadSettings("No database: start Claimdesk with `npm start`, or set DATABASE_URL.");
    }
    kept.claimdeskDb = connect(DATABASE_URL);
  }
  return kept.claimdeskDb;
}

/** Close this process's connections, for programs that end; the next db() connects again. */
export async function disconnect(): Promise<void> {
  const client = kept.claimdeskDb;
  delete kept.claimdeskDb;
  await client?.$disconnect();
}
