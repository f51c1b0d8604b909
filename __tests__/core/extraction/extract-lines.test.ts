import { checkworthyLines, extractLines } from "@/lib/cli/extract";

type Lines = (input: AsyncIterable<string>, write: (line: string) => void) => Promise<void>;

async function* feed(lines: readonly string[]): AsyncIterable<string> {
  for (const line of lines) yield line;
}

async function answers(run: Lines, lines: readonly string[]): Promise<Record<string, unknown>[]> {
  const out: Record<string, unknown>[] = [];
  await run(feed(lines), (line) => {
    expect(line).not.toContain("\n");
    out.push(JSON.parse(line));
  });
  return out;
}

const text = "Jane Doe said the plan cost more than $2 billion. It was on Wednesday.";

test("one line in, one line out, in order, with the id echoed and plain values", async () => {
  const [first, second] = await answers(extractLines, [
    JSON.stringify({ id: "a", text, date: "2017-03-22" }),
    JSON.stringify({ id: 7, text: "" }),
  ]);
  const at = text.indexOf("more than");
  expect(first).toMatchObject({
    id: "a",
    sentences: [
      { start: 0, end: 49 },
      { start: 50, end: text.length },
    ],
    attributions: [{ type: "indirect", content: [[14, 48]], source: [[0, 8]], cue: [[9, 13]] }],
    values: [
      { start: at, end: at + 20, kind: "money", amount: 2_000_000_000, currency: "USD", bound: ">" },
      { kind: "date", from: "2017-03-22", to: "2017-03-22" },
    ],
  });
  const claims = first?.claims;
  expect(Array.isArray(claims) && claims[0]).toMatchObject({
    start: 0,
    end: 48,
    kind: "attribution",
    speaker: { name: "Jane Doe" },
    facts: [
      { start: 0, end: 8, type: "person" },
      { start: at, end: at + 20, type: "money" },
    ],
  });
  expect(Array.isArray(claims) && claims[0].reasons).toContain("+ states an amount of money: more than $2 billion");
  expect(second).toEqual({ id: 7, sentences: [], claims: [], attributions: [], facts: [], values: [] });
});

test("a line that cannot be read answers an error and the next one goes on", async () => {
  const rows = await answers(extractLines, [
    "{not json",
    "[1]",
    JSON.stringify({ id: "x" }),
    JSON.stringify({ id: "y", text: "Yes.", date: "yesterday" }),
    "",
    JSON.stringify({ id: "z", text: "Yes." }),
  ]);
  expect(rows.map((row) => [row.id, typeof row.error])).toEqual([
    [undefined, "string"],
    [undefined, "string"],
    ["x", "string"],
    ["y", "string"],
    ["z", "undefined"],
  ]);
});

test("one sentence is scored with its reasons in words", async () => {
  const [row] = await answers(checkworthyLines, [
    JSON.stringify({ id: "s", text: "Unemployment fell to 4 percent in 2015." }),
  ]);
  expect(row).toMatchObject({ id: "s", checkworthy: true });
  expect(row?.reasons).toContain("+ states a percentage: 4 percent");
});
