import { Download } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { buttonClasses } from "@/app/_ui/button";
import { Notice } from "@/app/_ui/notice";
import { RelativeTime } from "@/app/_ui/relative-time";
import { may } from "@/lib/core/policy/policy";
import { requireActor } from "@/lib/platform/session";
import { loadSnapshot } from "@/lib/snapshots/queries";
import type { SnapshotView } from "@/lib/snapshots/schema";
import { loadSource } from "@/lib/sources/queries";
import { found } from "../../../../_shell/found";
import { PageBody, PageHeader } from "../../../../_shell/page-header";
import { typeWords } from "../../../_snapshots/words";
import { Original } from "./_copy/original";
import { Particulars } from "./_copy/particulars";
import { QuotableText } from "./_copy/quote-bar";
import { QuoteList } from "./_copy/quote-list";
import { ReadableText } from "./_copy/readable-text";

export const metadata: Metadata = { title: "Copy of a source" };

interface Props {
  readonly params: Promise<{ sourceId: string; snapshotId: string }>;
  readonly searchParams: Promise<{ note?: string | string[]; part?: string | string[] }>;
}

/** One copy of a source: its text with what is quoted from it, the bytes as they came, and where they came from. */
export default async function SnapshotPage({ params, searchParams }: Props) {
  const { sourceId, snapshotId } = await params;
  const { note, part } = await searchParams;
  const here = `/sources/${sourceId}/snapshots/${snapshotId}`;
  const actor = await requireActor(here);
  const [snapshot, source] = await Promise.all([
    found(loadSnapshot(actor, snapshotId)),
    found(loadSource(actor, sourceId)),
  ]);
  if (snapshot.source.id !== sourceId) notFound();
  const claims = may(actor.role, "note.write")
    ? source.leaning.map(({ claim }) => claim).filter(({ state }) => state !== "dismissed")
    : [];
  const file = `/api/snapshots/${snapshotId}/file`;
  return (
    <>
      <PageHeader
        over={
          <Link
            href={`/sources/${sourceId}`}
            className="wrap-anywhere hover:text-ink hover:underline hover:underline-offset-3"
          >
            {snapshot.source.title}
          </Link>
        }
        title={<Title snapshot={snapshot} />}
        meta={<Origin snapshot={snapshot} />}
        actions={
          snapshot.sha256 && (
            <a href={`${file}?download=1`} download className={buttonClasses({})}>
              <Download size={14} aria-hidden="true" />
              Download
            </a>
          )
        }
      />
      <PageBody>
        {snapshot.newerId && (
          <Notice className="mb-6 max-w-3xl">
            A newer copy is kept.{" "}
            <Link href={`/sources/${sourceId}/snapshots/${snapshot.newerId}`} className="underline underline-offset-3">
              Read that one
            </Link>
          </Notice>
        )}
        {snapshot.failure !== "" && (
          <Notice tone="warning" className="mb-6 max-w-3xl">
            {snapshot.failure}
          </Notice>
        )}
        <div className="grid gap-x-12 gap-y-8 xl:grid-cols-[minmax(0,68ch)_22rem]">
          <div className="min-w-0">
            {snapshot.text !== "" && (
              <QuotableText
                source={snapshot.source}
                claims={claims.map(({ id, number, wording }) => ({ id, number, wording }))}
              >
                <ReadableText snapshot={snapshot} here={here} note={one(note)} part={Number(one(part) ?? "")} />
              </QuotableText>
            )}
            {snapshot.sha256 && <Original snapshot={snapshot} file={file} />}
          </div>
          <div className="flex min-w-0 flex-col gap-8">
            <QuoteList snapshot={snapshot} here={here} />
            <Particulars snapshot={snapshot} />
          </div>
        </div>
      </PageBody>
    </>
  );
}

const one = (value: string | string[] | undefined): string | undefined => (Array.isArray(value) ? value[0] : value);

function Title({ snapshot: { about, name, mediaType, source } }: { readonly snapshot: SnapshotView }) {
  return <span className="wrap-anywhere">{about.title || name || typeWords(mediaType) || source.title}</span>;
}

function Origin({ snapshot }: { readonly snapshot: SnapshotView }) {
  const { origin, finalUrl, url, doneAt, requestedAt, seenAt } = snapshot;
  return (
    <p className="wrap-anywhere">
      {origin === "fetched" ? "Fetched " : snapshot.about.title === "" ? "Uploaded " : `${snapshot.name}, uploaded `}
      <RelativeTime at={doneAt ?? requestedAt} />
      {origin === "fetched" && ` from ${finalUrl || url}`}
      {seenAt && (
        <>
          {" · found the same "}
          <RelativeTime at={seenAt} />
        </>
      )}
    </p>
  );
}
