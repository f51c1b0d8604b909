import path from "node:path";
import { Worker } from "node:worker_threads";
import { env } from "./env";
import type { TypstAnswer, TypstWork } from "./typst-thread";

/** A PDF, and whether it keeps PDF/UA-1 (accessible to everybody); if not, it still is tagged. */
export interface Typeset {
  readonly pdf: Uint8Array;
  readonly accessible: boolean;
}

/**
 * Set Typst source as a PDF in a thread of its own. When the fonts lack characters, which PDF/UA-1 does not allow, `write` is asked
 * again with them, so that the document can say so, and it is set as a tagged PDF 1.7. Throws an Error with the compiler's words
 * when the source is wrong.
 */
export async function typeset(write: (unset: readonly string[]) => string, signal?: AbortSignal): Promise<Typeset> {
  const first = await inThread({ source: write([]), standard: "ua-1" }, signal);
  if ("pdf" in first) return { pdf: first.pdf, accessible: true };
  const second = await inThread({ source: write(unsetCharacters(first.failure)), standard: "1.7" }, signal);
  if ("pdf" in second) return { pdf: second.pdf, accessible: false };
  throw new Error(`The report could not be typeset: ${second.failure.slice(0, 500)}`);
}

/** Read the characters without a glyph out of the compiler's words, each once, in the order of their code points. */
export function unsetCharacters(failure: string): string[] {
  const named = [...failure.matchAll(/the text `\\*"(.*?)\\*"` could not be displayed/g)].map(([, text = ""]) =>
    text.replace(/\\+u\{([0-9a-f]{1,6})\}/g, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16))),
  );
  return [...new Set(named.flatMap((text) => [...text]))].sort(
    (a, b) => (a.codePointAt(0) ?? 0) - (b.codePointAt(0) ?? 0),
  );
}

function inThread(work: TypstWork, signal?: AbortSignal): Promise<TypstAnswer> {
  return new Promise((resolve, reject) => {
    const file = path.join(/* turbopackIgnore: true */ env().CLAIMDESK_ROOT, "dist", "typst-thread.cjs");
    const worker = new Worker(file, { workerData: work });
    const stop = () => void worker.terminate();
    signal?.addEventListener("abort", stop, { once: true });
    worker.once("message", resolve);
    worker.once("error", reject);
    worker.once("exit", () => {
      signal?.removeEventListener("abort", stop);
      reject(new Error("The typesetter's thread ended before the document was set."));
    });
  });
}
