import { parentPort, workerData } from "node:worker_threads";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";

/** What the thread is given: Typst source, and the PDF standard to keep. */
export interface TypstWork {
  readonly source: string;
  readonly standard: "ua-1" | "1.7";
}

/** What comes of it: the document, or the compiler's words about why there is none. */
export type TypstAnswer = { readonly pdf: Uint8Array } | { readonly failure: string };

// What the thread runs: dist/typst-thread.cjs. It sets one document and ends, and so gives the compiler's memory back.
parentPort?.postMessage(typeset(workerData as TypstWork));

function typeset({ source, standard }: TypstWork): TypstAnswer {
  try {
    const pdf = NodeCompiler.create().pdf({ mainFileContent: source }, { pdfStandard: standard });
    return { pdf };
  } catch (error) {
    return { failure: (error instanceof Error ? error.message : String(error)) || "the compiler gave no reason" };
  }
}
