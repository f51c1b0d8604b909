/** What Next hands to a page as its query. */
export type SearchParams = Record<string, string | string[] | undefined>;

/** Turn a page's query into the form that reads the same in the browser. */
export function toParams(query: SearchParams): URLSearchParams {
  const pairs = Object.entries(query).flatMap(([name, value]) => [value ?? []].flat().map((one) => [name, one]));
  return new URLSearchParams(pairs);
}
