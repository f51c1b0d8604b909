/** Parameters that only tell where a reader came from. */
const TRACKING = /^(?:utm_\w+|fbclid|gclid|dclid|msclkid|mc_cid|mc_eid|igshid|ocid|cmpid)$/i;

/**
 * Return the form in which two addresses of the same page are equal, or null for what is not an http(s) address: no scheme,
 * no "www.", no default port, no fragment, no tracking parameters, the others in order, no slash at the end.
 */
export function canonicalAddress(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  if (url.protocol !== "http:" && url.protocol !== "https:") return null;
  for (const name of [...url.searchParams.keys()]) if (TRACKING.test(name)) url.searchParams.delete(name);
  url.searchParams.sort();
  const host = bareHost(address);
  const port = url.port === "" ? "" : `:${url.port}`;
  return `${host}${port}${url.pathname.replace(/\/+$/, "")}${url.search}`;
}

/** Return the host of an address without "www.", or null for what is not an address. */
export function bareHost(address: string): string | null {
  return URL.canParse(address) ? new URL(address).hostname.replace(/^www\./, "") : null;
}
