/**
 * Return `raw` as Claimdesk keeps a text: Unicode NFC, line ends as LF, no leading byte order mark. Nothing else changes;
 * applying it twice gives the same text.
 */
export function normaliseText(raw: string): string {
  return raw
    .replace(/^\uFEFF+/, "")
    .replace(/\r\n?/g, "\n")
    .normalize("NFC");
}
