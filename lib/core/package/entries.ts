/** The two files that the manifest can't list: itself, and the signature over its bytes. They come first in the container. */
export const MANIFEST = "manifest.json";
export const SIGNATURE = "manifest.sig";

/** What stands under which name in a package. */
export const PUBLIC_KEY = "public-key.pem";
export const README = "README.txt";
export const ARTICLE = "article.json";
export const SOURCES = "sources.json";
export const KEYS = "keys.json";
export const ARTICLE_LEDGER = "ledger/article.jsonl";
export const NEWSROOM_LEDGER = "ledger/newsroom.jsonl";

/** The text of a version, and what is known of it. */
export const versionText = (number: number) => `versions/${number}.txt`;
export const versionRecord = (number: number) => `versions/${number}.json`;

/** A claim by its number in the margin. */
export const claimRecord = (number: number) => `claims/${number}.json`;

/** What is known of a snapshot, and the text that quotes are placed in. */
export const snapshotRecord = (id: string) => `snapshots/${id}.json`;
export const snapshotText = (id: string) => `snapshots/${id}.txt`;

/** The bytes of a page or a file, under their SHA-256 (hex). */
export const storedFile = (sha256: string) => `files/${sha256}`;

/** The report in one of its formats. */
export const reportFile = (format: string) => `reports/report.${format}`;

/** A published report, and one of its editions. */
export const publicationRecord = (slug: string) => `published/${slug}/publication.json`;
export const editionRecord = (slug: string, number: number) => `published/${slug}/edition-${number}.json`;

const NAME = /^[A-Za-z0-9][A-Za-z0-9._-]*(?:\/[A-Za-z0-9][A-Za-z0-9._-]*)*$/;
const LONGEST = 200;

/** Tell whether a package may hold a file of this name: plain ASCII, no way out of the folder it is unpacked in. */
export function isEntryName(name: string): boolean {
  return name.length <= LONGEST && NAME.test(name);
}
