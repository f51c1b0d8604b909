const ENTITIES: Readonly<Record<string, string>> = { amp: "&", quot: '"', apos: "'", lt: "<", gt: ">" };

/** Turn the entities that React writes back into characters. */
export function unescapeHtml(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    if (hex) return String.fromCodePoint(Number.parseInt(hex, 16));
    if (decimal) return String.fromCodePoint(Number(decimal));
    return ENTITIES[name] ?? whole;
  });
}

function attribute(tag: string, name: string): string | null {
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(tag);
  return found === null ? null : unescapeHtml(found[1] ?? "");
}

/** Return the hidden and filled-in inputs of the form with this accessible name; throws when the page has no such form. */
export function parse(html: string, name: string): Record<string, string> {
  const form = (html.match(/<form\b[\s\S]*?<\/form>/g) ?? []).find(
    (text) => attribute(text.slice(0, text.indexOf(">")), "aria-label") === name,
  );
  if (form === undefined) throw new Error(`The page has no form named “${name}”.`);
  const fields: Record<string, string> = {};
  for (const tag of form.match(/<input\b[^>]*>/g) ?? []) {
    const field = attribute(tag, "name");
    const type = attribute(tag, "type");
    if (field === null || type === "radio" || type === "checkbox" || type === "file") continue;
    fields[field] = attribute(tag, "value") ?? "";
  }
  return fields;
}
