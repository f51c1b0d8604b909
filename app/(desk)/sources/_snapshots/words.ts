import type { SnapshotRow } from "@/lib/snapshots/schema";

/** Say a size in the unit that suits it: "640 bytes", "34 KB", "2.1 MB". */
export function sizeWords(bytes: number): string {
  if (bytes < 1000) return `${bytes} ${bytes === 1 ? "byte" : "bytes"}`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000).toLocaleString("en")} KB`;
  return `${(bytes / 1_000_000).toLocaleString("en", { maximumFractionDigits: 1 })} MB`;
}

const TYPES: Readonly<Record<string, string>> = {
  "text/html": "Web page",
  "text/plain": "Text",
  "text/csv": "Table (CSV)",
  "application/pdf": "PDF",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "Word document",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "Excel workbook",
  "application/octet-stream": "Unknown type",
};

/** Name a type of file as people do. */
export function typeWords(mediaType: string): string {
  const known = TYPES[mediaType];
  if (known) return known;
  const [kind = "", form = ""] = mediaType.split("/");
  const plain = form.replace(/^(?:x|vnd)[-.]/, "").toUpperCase();
  const kinds: Readonly<Record<string, string>> = { image: "Picture", audio: "Sound", video: "Film" };
  return kinds[kind] ? `${kinds[kind]} (${plain})` : plain || mediaType;
}

/** Say how far a copy that is not there yet has come; null for one that is. */
export function progressWords(row: SnapshotRow): string | null {
  const { state, attempts, attemptsAllowed, failure } = row;
  if (state === "working") return attempts > 1 ? `Fetching, attempt ${attempts} of ${attemptsAllowed}` : "Fetching";
  if (state !== "waiting") return null;
  if (attempts === 0) return "Waiting to be fetched";
  return `Attempt ${attempts} of ${attemptsAllowed} failed: ${failure} It is tried again soon.`;
}
