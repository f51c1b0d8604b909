import { randomBytes } from "node:crypto";
import { createWriteStream, rmSync, statSync } from "node:fs";
import { verifyFile } from "@/lib/cli/verify";
import { makeSigningKey } from "@/lib/packages/commands";
import { writePackage } from "@/lib/packages/queries";
import { testDatabase } from "../../support/database";
import { run } from "../claims/newsdesk";
import { addSnapshot, packedDesk } from "./packed-desk";
const database = testDatabase();
test("mem", async () => {
  const desk = await packedDesk(database.db);
  for (let i = 0; i < 100; i++) {
    await addSnapshot(database.db, desk, desk.openSourceId, null, { url: `https://x.example/${i}`, bytes: randomBytes(5_000_000), text: "x".repeat(500_000) });
  }
  await run(makeSigningKey, desk.ana, {});
  (global as any).gc?.();
  let top = 0;
  const base = process.memoryUsage().rss;
  const timer = setInterval(() => { top = Math.max(top, process.memoryUsage().rss); }, 20);
  const t0 = Date.now();
  await writePackage(desk.ana, desk.articleId, { withoutSnapshots: false }, createWriteStream("/tmp/mem.zip"));
  const t1 = Date.now();
  const made = top; top = 0;
  const code = await verifyFile("/tmp/mem.zip", { json: false }, () => undefined);
  clearInterval(timer);
  console.log({ code, size: statSync("/tmp/mem.zip").size, base: base / 1e6, made: made / 1e6, verify: top / 1e6, makeMs: t1 - t0, verifyMs: Date.now() - t1 });
  rmSync("/tmp/mem.zip");
}, 300_000);
