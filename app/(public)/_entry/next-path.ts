const HERE = "http://claimdesk.invalid";

/** Return the path, query and fragment of `next` when it stays on this site, else "/". Never an address elsewhere. */
export function nextPath(next: unknown): string {
  if (typeof next !== "string" || !next.startsWith("/") || next.length > 2000) return "/";
  if (!URL.canParse(next, HERE)) return "/";
  const url = new URL(next, HERE);
  // "//host" and "/\host" parse to another origin; a path that still begins with two slashes would be read so again.
  if (url.origin !== HERE || url.pathname.startsWith("//")) return "/";
  return url.pathname + url.search + url.hash;
}
