import { type ReportFileName, type ReportFormat, reportFileName, streamReport } from "@/lib/core/report/formats";
import type { ReadClaims } from "@/lib/core/report/parts";
import type { ReportFrame } from "@/lib/core/report/report";

/** Bytes that are written ahead of the reader: a report of some hundred claims is whole in it, and lets go of the records at once. */
const AHEAD = 2 * 1024 * 1024;
/** How long a reader may take nothing before the report stops, in milliseconds. */
const STALLED = 30_000;

/** A report whose claims are still to be read. Whoever opens it closes it. */
export interface OpenReport {
  readonly frame: ReportFrame;
  /** Read claims of the frame, a batch at a time. */
  readonly read: ReadClaims;
  /** Let go of the records. */
  readonly close: () => void;
}

/** A report on its way out. */
export interface ReportStream extends ReportFileName {
  readonly body: ReadableStream<Uint8Array>;
}

/**
 * Make of an open report a stream of UTF-8 bytes that is written as fast as it is read. The report is closed when it ends, when the
 * reader goes away, takes nothing for half a minute, or something fails: then the stream ends with an error, never as if it were whole.
 */
export function streamBytes({ frame, read, close }: OpenReport, format: ReportFormat): ReportStream {
  const chunks = streamReport(frame, format, read);
  const encoder = new TextEncoder();
  let stalled: NodeJS.Timeout | undefined;
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        clearTimeout(stalled);
        try {
          const text = await gather(chunks);
          if (text !== "") controller.enqueue(encoder.encode(text));
          else {
            close();
            return controller.close();
          }
        } catch (error) {
          close();
          return controller.error(error);
        }
        stalled = setTimeout(() => {
          close();
          controller.error(new Error("The report was stopped: its reader took nothing for half a minute."));
        }, STALLED);
        stalled.unref();
      },
      async cancel() {
        clearTimeout(stalled);
        close();
        await chunks.return(undefined);
      },
    },
    new ByteLengthQueuingStrategy({ highWaterMark: AHEAD }),
  );
  return { ...reportFileName(frame, format), body };
}

/** Small pieces travel together: a row of a table each would cost more than it carries. */
const PIECE = 32 * 1024;

/** Take pieces until they are worth sending; empty at the end. */
async function gather(chunks: AsyncGenerator<string>): Promise<string> {
  const pieces: string[] = [];
  let length = 0;
  while (length < PIECE) {
    const { done, value } = await chunks.next();
    if (done) break;
    pieces.push(value);
    length += value.length;
  }
  return pieces.join("");
}
