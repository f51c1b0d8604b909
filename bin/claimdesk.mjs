#!/usr/bin/env node
import { createRequire } from "node:module";
import { prepareEnvironment, Stop, setUp } from "../scripts/setup.mjs";

const require = createRequire(import.meta.url);

try {
  prepareEnvironment();
  // stdout belongs to the command's answer.
  await setUp(["dependencies", "client", "programs"], console.error);
  const { main } = require("../dist/claimdesk.cjs");
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Stop || error?.name === "BadSettings" ? error.message : error);
  process.exitCode = 1;
}
