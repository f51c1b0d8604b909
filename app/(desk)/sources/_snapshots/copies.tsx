import { CircleCheck, CircleDashed, CircleX } from "lucide-react";
import Link from "next/link";
import { RelativeTime } from "@/app/_ui/relative-time";
import type { SnapshotList, SnapshotRow } from "@/lib/snapshots/schema";
import { FetchNow, UploadFile, WhileBusy } from "./copy-actions";
import { progressWords, sizeWords, typeWords } from "./words";

/** The copies of a source that the newsroom keeps: what it said, and when; how far a fetch has come, and why one failed. */
export function Copies({ sourceId, list }: { readonly sourceId: string; readonly list: SnapshotList }) {
  const { rows, busy, may } = list;
  const [newest] = rows.filter(({ origin }) => origin === "fetched");
  const again = newest?.state === "failed" ? "Try again" : newest ? "Fetch again" : "Fetch it now";
  if (rows.length === 0 && !may.fetch && !may.upload) return null;
  return (
    <section aria-labelledby="copies" className="mb-10 max-w-4xl">
      <WhileBusy busy={busy} />
      <div className="flex flex-wrap items-end justify-between gap-x-4 gap-y-2 border-ink border-b pb-1.5">
        <h2 id="copies" className="font-medium">
          Copies
        </h2>
        <div className="flex flex-wrap items-center justify-end gap-2">
          {may.upload && <UploadFile sourceId={sourceId} />}
          {may.fetch && !busy && <FetchNow sourceId={sourceId} label={again} />}
        </div>
      </div>
      {rows.length === 0 ? (
        <p className="py-4 text-muted">
          No copy is kept yet. A copy shows later what the source said; quotes are found in it, page by page.
        </p>
      ) : (
        <ol aria-live="polite">
          {rows.map((row) => (
            <Copy key={row.id} sourceId={sourceId} row={row} />
          ))}
        </ol>
      )}
    </section>
  );
}

function Copy({ sourceId, row }: { readonly sourceId: string; readonly row: SnapshotRow }) {
  const progress = progressWords(row);
  const done = row.state === "done";
  return (
    <li className="grid grid-cols-[1.5rem_minmax(0,1fr)] border-line border-b py-2.5">
      <span className="pt-0.5">
        <Glyph row={row} />
      </span>
      <div className="min-w-0">
        <p className="wrap-anywhere flex flex-wrap items-baseline gap-x-2">
          {done ? (
            <Link
              href={`/sources/${sourceId}/snapshots/${row.id}`}
              className="font-medium underline decoration-line-strong underline-offset-3 hover:decoration-ink"
            >
              {row.origin === "uploaded" ? row.name : typeWords(row.mediaType)}
            </Link>
          ) : (
            <span className={row.state === "failed" ? "" : "text-muted"}>
              {progress ?? (row.failure || "It could not be fetched.")}
            </span>
          )}
          <span className="text-muted text-sm">
            {row.origin === "uploaded" ? "uploaded " : done ? "fetched " : ""}
            <RelativeTime at={row.doneAt ?? row.requestedAt} />
            {row.requestedBy ? ` · ${row.requestedBy.name}` : " · by itself"}
          </span>
        </p>
        {done && (
          <p className="wrap-anywhere text-muted text-sm">
            {row.origin === "uploaded" && `${typeWords(row.mediaType)} · `}
            {row.status !== null && `status ${row.status} · `}
            {sizeWords(row.size)}
            {row.sha256 && (
              <>
                {" · "}
                <span className="font-mono" title={`SHA-256 ${row.sha256}`}>
                  {row.sha256.slice(0, 12)}
                </span>
              </>
            )}
            {row.seenAt && (
              <>
                {" · found the same "}
                <RelativeTime at={row.seenAt} />
              </>
            )}
          </p>
        )}
        {done && row.failure !== "" && <p className="text-sm">{row.failure}</p>}
        {row.state === "failed" && row.attempts > 1 && (
          <p className="text-muted text-sm">Tried {row.attempts} times.</p>
        )}
      </div>
    </li>
  );
}

function Glyph({ row }: { readonly row: SnapshotRow }) {
  const { state } = row;
  if (state === "done") return <CircleCheck size={15} className="text-verified" aria-label="Kept" />;
  if (state === "failed") return <CircleX size={15} className="text-reopened" aria-label="Failed" />;
  return <CircleDashed size={15} className="text-check" aria-label="Under way" />;
}
