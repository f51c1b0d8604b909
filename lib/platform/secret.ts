import { randomBytes } from "node:crypto";
import fs from "node:fs";

/** Return a secret kept in a file that only its owner may read; made of random bytes on first use. */
export function keepSecret(file: string): string {
  if (!fs.existsSync(file)) {
    const draft = `${file}.${randomBytes(6).toString("hex")}`;
    fs.writeFileSync(draft, `${randomBytes(32).toString("base64url")}\n`, { mode: 0o600, flush: true });
    try {
      fs.linkSync(draft, file);
    } catch (error) {
      if (!fs.existsSync(file)) throw error;
    } finally {
      fs.rmSync(draft, { force: true });
    }
  }
  return fs.readFileSync(file, "utf8").trim();
}
