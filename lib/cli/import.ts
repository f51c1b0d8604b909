import { readFile, stat } from "node:fs/promises";
import path from "node:path";
import { importArticle } from "@/lib/articles/commands";
import { MAX_UPLOAD_BYTES } from "@/lib/articles/schema";
import type { Actor } from "@/lib/platform/actor";
import { execute } from "@/lib/platform/command";
import { CommandFailed } from "./command-failed";
import { required } from "./with-database";

/** What may be said about an article on the command line. */
export type ImportOptions = Readonly<
  Partial<Record<"title" | "byline" | "publisher" | "date" | "url" | "language", string>>
>;

const TOO_LARGE = `The file is larger than ${MAX_UPLOAD_BYTES / 1_000_000} MB. Split it into parts.`;

async function readStdin(): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of process.stdin) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > MAX_UPLOAD_BYTES) throw new CommandFailed(TOO_LARGE);
  }
  return Buffer.concat(chunks);
}

async function readBytes(file: string): Promise<Buffer> {
  if (file === "-") return readStdin();
  try {
    if ((await stat(file)).size > MAX_UPLOAD_BYTES) throw new CommandFailed(TOO_LARGE);
    return await readFile(file);
  } catch (error) {
    if (error instanceof CommandFailed) throw error;
    throw new CommandFailed(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function decode(bytes: Buffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new CommandFailed("The file is not UTF-8 text. Save it as UTF-8 and try again.");
  }
}

/** A title for an article that came without one: its first line, else the file's name. */
function titleOf(text: string, file: string): string {
  const first = text.split("\n").find((line) => line.trim() !== "");
  const line = (first ?? "").replace(/^#+/, "").trim();
  return line.length > 0 && line.length <= 200 ? line : path.basename(file, path.extname(file));
}

/** Read an article from a file, or from stdin for `-`; throws a sentence when it is no text or too large. */
export async function readArticle(file: string): Promise<string> {
  return decode(await readBytes(file));
}

/** Import an article's text for a member and return its id and a line end. */
export async function importText(actor: Actor, text: string, file: string, options: ImportOptions): Promise<string> {
  const { title, byline, publisher, date, url, language } = options;
  const outcome = await execute(importArticle, actor, {
    text,
    title: title ?? titleOf(text, file),
    byline,
    publisher,
    publishedOn: date,
    url,
    language,
  });
  return `${required(outcome).articleId}\n`;
}
