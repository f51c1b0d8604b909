import { Prisma } from "@/prisma/generated/client";
import type { Tx } from "./db";

/**
 * Insert rows of one shape as one JSON document: a long article brings tens of thousands, and Prisma's createMany spends
 * many times longer on the parameters than PostgreSQL on the rows.
 */
export async function insertRows(
  tx: Tx,
  table: "Claim" | "Anchor" | "Fact" | "Fate" | "DismissedFact",
  rows: readonly object[],
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const into = Prisma.raw(`"${table}"`);
  const columns = Prisma.join(Object.keys(first).map((column) => Prisma.raw(`"${column}"`)));
  await tx.$executeRaw`
    INSERT INTO ${into} (${columns})
    SELECT ${columns} FROM jsonb_populate_recordset(NULL::${into}, ${JSON.stringify(rows)}::jsonb)`;
}
