import { ExternalLink } from "lucide-react";
import type { SnapshotView } from "@/lib/snapshots/schema";

/** The bytes as they came: a page without its scripts in a closed frame, a picture, sound or film as such, a PDF in a tab of its own. */
export function Original({ snapshot, file }: { readonly snapshot: SnapshotView; readonly file: string }) {
  const { mediaType, name, source } = snapshot;
  const named = name || source.title;
  if (/^image\/(?:png|jpeg|gif|webp|avif|bmp|apng)$/.test(mediaType)) {
    // biome-ignore lint/performance/noImgElement: evidence is shown as it is, not as an optimiser made it.
    return <img src={file} alt={named} className="max-h-[80dvh] max-w-full border border-line" />;
  }
  if (mediaType.startsWith("audio/")) {
    // biome-ignore lint/a11y/useMediaCaption: what is said in it is not known.
    return <audio controls src={file} aria-label={named} className="w-full" />;
  }
  if (mediaType.startsWith("video/")) {
    // biome-ignore lint/a11y/useMediaCaption: what is said in it is not known.
    return <video controls src={file} aria-label={named} className="max-h-[80dvh] max-w-full" />;
  }
  if (mediaType === "application/pdf") {
    return (
      <p className="mt-6">
        <a
          href={file}
          target="_blank"
          rel="noreferrer noopener"
          className="underline decoration-line-strong underline-offset-3 hover:decoration-ink"
        >
          Open the PDF as it came
          <ExternalLink size={13} aria-hidden="true" className="ml-1 inline align-[-0.1em]" />
        </a>
      </p>
    );
  }
  if (mediaType !== "text/html") return null;
  return (
    <details className="mt-6 border-line border-t pt-3">
      <summary className="w-fit cursor-pointer text-muted hover:text-ink">
        The page as it came, without its scripts
      </summary>
      <iframe
        sandbox=""
        src={file}
        loading="lazy"
        title={`${named}, as it came`}
        className="mt-3 h-[70dvh] w-full border border-line bg-[#fff]"
      />
    </details>
  );
}
