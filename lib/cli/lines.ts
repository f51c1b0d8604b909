import type { Writable } from "node:stream";
import { StringDecoder } from "node:string_decoder";

/** The reader of our answers has gone: nothing more can be said, and nothing went wrong. */
export class ReaderGone extends Error {
  override name = "ReaderGone";
}

/** Read lines that end with LF or CRLF, the last one also without; other separators are part of the text. Keeps one line at a time. */
export async function* readLines(input: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const decoder = new StringDecoder("utf8");
  let parts: string[] = [];
  for await (const chunk of input) {
    const [first = "", ...rest] = decoder.write(chunk).split("\n");
    parts.push(first);
    for (const next of rest) {
      yield parts.join("").replace(/\r$/, "");
      parts = [next];
    }
  }
  const last = parts.join("") + decoder.end();
  if (last !== "") yield last;
}

/** Return a function that writes a line and resolves when the reader can take more; throws ReaderGone when there is none. */
export function lineWriter(output: Writable): (line: string) => Promise<void> {
  return (line) =>
    new Promise((resolve, reject) => {
      output.write(`${line}\n`, (error) => {
        if (!error) return resolve();
        reject("code" in error && error.code === "EPIPE" ? new ReaderGone("The reader has gone.") : error);
      });
    });
}
