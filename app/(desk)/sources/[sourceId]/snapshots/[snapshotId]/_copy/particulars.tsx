import type { ReactNode } from "react";
import { dateInWords } from "@/lib/core/report/words";
import type { SnapshotView } from "@/lib/snapshots/schema";
import { sizeWords, typeWords } from "../../../../_snapshots/words";

/** Where a copy came from, what it says of itself, and by what it can be known again. */
export function Particulars({ snapshot }: { readonly snapshot: SnapshotView }) {
  const { about, status, url, finalUrl, mediaType, size, sha256, wire, requestedBy, headers } = snapshot;
  return (
    <section aria-labelledby="particulars">
      <h2 id="particulars" className="border-ink border-b pb-1.5 font-medium">
        Particulars
      </h2>
      <dl className="text-sm">
        <Line term="Type">{typeWords(mediaType)}</Line>
        <Line term="Size">{sizeWords(size)}</Line>
        <Line term="Status">{status}</Line>
        <Line term="Asked for">{url}</Line>
        <Line term="Answered by">{finalUrl !== url && finalUrl}</Line>
        <Line term="Asked by">{requestedBy?.name ?? "Claimdesk, by itself"}</Line>
        <Line term="By">{about.byline}</Line>
        <Line term="Published by">{about.siteName}</Line>
        <Line term="Published on">{dateInWords(about.publishedOn)}</Line>
        <Line term="Its own address">{about.canonicalUrl !== finalUrl && about.canonicalUrl}</Line>
        <Line term="Credits">{wire}</Line>
        <Line term="SHA-256">{sha256 && <span className="font-mono text-xs">{sha256}</span>}</Line>
      </dl>
      {headers.length > 0 && (
        <details className="mt-2 text-sm">
          <summary className="w-fit cursor-pointer text-muted hover:text-ink">
            {headers.length} {headers.length === 1 ? "header" : "headers"} of the answer
          </summary>
          <dl className="wrap-anywhere mt-1.5 font-mono text-xs leading-5">
            {headers.map(([name, value], n) => (
              // Names come more than once, and nothing here changes.
              // biome-ignore lint/suspicious/noArrayIndexKey: the list is as it came.
              <div key={n}>
                <dt className="inline text-muted">{name}: </dt>
                <dd className="inline">{value}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </section>
  );
}

function Line({ term, children }: { readonly term: string; readonly children: ReactNode }) {
  if (children === null || children === "" || children === false) return null;
  return (
    <div className="grid grid-cols-[7.5rem_minmax(0,1fr)] gap-2 border-line border-b py-1.5">
      <dt className="text-muted">{term}</dt>
      <dd className="wrap-anywhere">{children}</dd>
    </div>
  );
}
