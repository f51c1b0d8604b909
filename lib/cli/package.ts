import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { makeSigningKey } from "@/lib/packages/commands";
import { writePackage } from "@/lib/packages/queries";
import type { PackageOptions } from "@/lib/packages/schema";
import type { Actor } from "@/lib/platform/actor";
import { execute } from "@/lib/platform/command";
import { Refusal } from "@/lib/platform/refusal";
import { findArticleId } from "./find-article";
import { isFromSystem } from "./system-error";
import { required } from "./with-database";

/**
 * Write an article's backup package to the file `output` and say which key signed it. The file appears when it is whole. Throws a
 * Refusal when there is no such article or the file can't be written.
 */
export async function packageToFile(
  actor: Actor,
  article: string,
  { output, ...options }: PackageOptions & { readonly output: string },
  say: (sentence: string) => void,
): Promise<string> {
  const articleId = await findArticleId(actor, article);
  const { keyId, made } = required(await execute(makeSigningKey, actor, {}));
  if (made) say(`The newsroom has a signing key now: ${keyId}`);
  const draft = `${output}.${process.pid}.part`;
  const stream = createWriteStream(draft);
  try {
    await once(stream, "open");
    const { files, size } = await writePackage(actor, articleId, options, stream);
    await rename(draft, output);
    return `${output}: ${files} files, ${size.toLocaleString("en")} bytes, signed by the key ${keyId}\n`;
  } catch (error) {
    if (isFromSystem(error)) throw new Refusal("invalid", `The package could not be written: ${error.message}`);
    throw error;
  } finally {
    stream.destroy();
    await rm(draft, { force: true });
  }
}
