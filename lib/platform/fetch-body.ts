import { type Readable, Transform, Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";

/** A body that is larger than is taken. */
export class TooLarge extends Error {
  override name = "TooLarge";
  /** `limit`: how many bytes are taken. */
  constructor(readonly limit: number) {
    super(`larger than ${limit} bytes`);
  }
}

/** A body that is compressed in a way nobody asked for, or broken. */
export class UnknownEncoding extends Error {
  override name = "UnknownEncoding";
}

/** The most layers of compression that are undone. */
const LAYERS = 2;

/** Read a body to its end, decompressed; throws TooLarge as soon as more than `limit` bytes came, compressed or not. */
export async function readBody(
  body: Readable,
  encoding: string | readonly string[] | undefined,
  limit: number,
): Promise<Buffer> {
  const layers = [encoding ?? []]
    .flat()
    .flatMap((one) => one.split(","))
    .map((one) => one.trim().toLowerCase())
    .filter((one) => one !== "" && one !== "identity");
  if (layers.length > LAYERS) throw new UnknownEncoding(layers.join(", "));
  const parts: Buffer[] = [];
  await pipeline([
    body,
    count(limit),
    ...layers.reverse().flatMap((layer) => [undo(layer), count(limit)]),
    new Writable({
      write(piece: Buffer, _, done) {
        parts.push(piece);
        done();
      },
    }),
  ]).catch((error: unknown) => {
    throw isBrokenCompression(error) ? new UnknownEncoding(`broken ${layers.join(", ")}`) : error;
  });
  return Buffer.concat(parts);
}

const isBrokenCompression = (error: unknown): boolean =>
  typeof error === "object" &&
  error !== null &&
  "code" in error &&
  /^(?:Z_|ERR_BROTLI|ERR__ERROR)/.test(String(error.code));

function undo(encoding: string): NodeJS.ReadWriteStream {
  switch (encoding) {
    case "gzip":
    case "x-gzip":
      return createGunzip();
    case "br":
      return createBrotliDecompress();
    case "deflate":
      return createInflate();
    default:
      throw new UnknownEncoding(encoding);
  }
}

/** Hand bytes on and count them. */
function count(limit: number): Transform {
  let taken = 0;
  return new Transform({
    transform(piece: Buffer, _, done) {
      taken += piece.length;
      if (taken > limit) done(new TooLarge(limit));
      else done(null, piece);
    },
  });
}
