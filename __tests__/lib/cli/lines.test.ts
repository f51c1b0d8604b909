import { PassThrough, Writable } from "node:stream";
import { lineWriter, ReaderGone, readLines } from "@/lib/cli/lines";

async function linesOf(...chunks: (string | Buffer)[]): Promise<string[]> {
  const input = new PassThrough();
  for (const chunk of chunks) input.write(chunk);
  input.end();
  const lines: string[] = [];
  for await (const line of readLines(input)) lines.push(line);
  return lines;
}

test("lines end with LF or CRLF, the last one also without", async () => {
  expect(await linesOf("a\nb\r\n", "c")).toEqual(["a", "b", "c"]);
  expect(await linesOf("a\n\nb\n")).toEqual(["a", "", "b"]);
  expect(await linesOf()).toEqual([]);
});

test("a line may come in many pieces, cut inside a character", async () => {
  const bytes = Buffer.from("“héé” €\nx");
  expect(await linesOf(...[...bytes].map((byte) => Buffer.from([byte])))).toEqual(["“héé” €", "x"]);
});

test("separators that JSON allows inside a string do not end a line", async () => {
  expect(await linesOf('{"text":"a\u2028b\u2029c\rd"}\n')).toEqual(['{"text":"a\u2028b\u2029c\rd"}']);
});

test("a reader that has gone is no fault, another error is", async () => {
  const failing = (code: string) =>
    new Writable({ write: (_chunk, _encoding, done) => done(Object.assign(new Error(code), { code })) }).on(
      "error",
      () => undefined,
    );
  await expect(lineWriter(failing("EPIPE"))("a")).rejects.toThrow(ReaderGone);
  await expect(lineWriter(failing("ENOSPC"))("a")).rejects.toThrow("ENOSPC");
});
