/**
 * Return the address of the client that stands behind `proxies` trusted proxies, given the address of the connection and the
 * request's X-Forwarded-For. Each proxy appends the address it heard from, so only the last `proxies` entries are to be
 * believed; what stands before them is the client's own word.
 */
export function clientBehind(proxies: number, connection: string, forwardedFor: string): string {
  const noted = forwardedFor
    .split(",")
    .map((address) => address.trim())
    .filter((address) => address !== "");
  const chain = [...noted, connection];
  return chain[Math.max(0, chain.length - 1 - proxies)] ?? connection;
}
