import ipaddr from "ipaddr.js";

/** A stretch of addresses that is allowed although it is not public: an address and how many of its bits count. */
export type AddressRange = readonly [ipaddr.IPv4 | ipaddr.IPv6, number];

/** What the whole Internet may reach over IPv6. */
const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR("2000::/3");
/** IPv6 addresses that stand for an IPv4 address behind a translator (RFC 6052), in their last four bytes. */
const TRANSLATED = ipaddr.IPv6.parseCIDR("64:ff9b::/96");

/**
 * Parse ranges such as "127.0.0.1/32, fd00::/8"; an address alone is a range of one. Returns the first part that is none as `wrong`.
 */
export function parseRanges(
  text: string,
): { readonly ok: true; readonly ranges: readonly AddressRange[] } | { readonly ok: false; readonly wrong: string } {
  const ranges: AddressRange[] = [];
  for (const part of text.split(",").map((one) => one.trim())) {
    if (part === "") continue;
    const range = parseRange(part);
    if (!range) return { ok: false, wrong: part };
    ranges.push(range);
  }
  return { ok: true, ranges };
}

function parseRange(part: string): AddressRange | null {
  const [address = "", bits, ...more] = part.split("/");
  // Only the four-part form: ipaddr.js would also read "10" as an address.
  const plain = ipaddr.IPv4.isValidFourPartDecimal(address) || ipaddr.IPv6.isValid(address);
  if (!plain || more.length > 0 || (bits !== undefined && !/^\d{1,3}$/.test(bits))) return null;
  const parsed = ipaddr.parse(address);
  const most = parsed.kind() === "ipv4" ? 32 : 128;
  const count = bits === undefined ? most : Number(bits);
  return count <= most ? [parsed, count] : null;
}

/**
 * Tell whether an IP address belongs to the public Internet: not to this machine, a private or local network, a carrier's, a
 * group, or anything reserved. An IPv4 address written as an IPv6 one (mapped, or behind a NAT64 translator) is judged as the IPv4
 * address it is; other forms that wrap one (6to4, Teredo, compatible) are refused whatever they wrap. What is no address isn't public.
 */
export function isPublicAddress(address: string): boolean {
  const parsed = unwrap(address);
  if (parsed?.range() !== "unicast") return false;
  return parsed.kind() === "ipv4" || parsed.match(GLOBAL_UNICAST);
}

/** Tell whether an IP address lies in one of the ranges; one mapped into IPv6 counts as the IPv4 address it is. */
export function isInRanges(address: string, ranges: readonly AddressRange[]): boolean {
  const parsed = unwrap(address);
  return parsed !== null && ranges.some(([from, bits]) => from.kind() === parsed.kind() && parsed.match(from, bits));
}

/** The address that is really reached; null for what is no address, or one that only means something on one link ("fe80::1%eth0"). */
function unwrap(address: string): ipaddr.IPv4 | ipaddr.IPv6 | null {
  if (address.includes("%") || !(ipaddr.IPv4.isValidFourPartDecimal(address) || ipaddr.IPv6.isValid(address)))
    return null;
  const parsed = ipaddr.parse(address);
  if (parsed instanceof ipaddr.IPv4) return parsed;
  if (parsed.isIPv4MappedAddress()) return parsed.toIPv4Address();
  return parsed.match(TRANSLATED) ? new ipaddr.IPv4(parsed.toByteArray().slice(12)) : parsed;
}
