import { anchorLines } from "@/lib/cli/anchor";

async function answers(...lines: string[]): Promise<unknown[]> {
  const out: unknown[] = [];
  await anchorLines(
    (async function* () {
      yield* lines;
    })(),
    (line) => void out.push(JSON.parse(line)),
  );
  return out;
}

const old = "The bridge opened in May. The council spent $2 billion on it. All is well.";
const start = old.indexOf("The council");
const end = old.indexOf(" All");
const ask = (now: string) => JSON.stringify({ id: 7, old, new: now, start, end });

test("a line says what became of a place, where it is now and what changed", async () => {
  expect(await answers(ask(old), "", ask(old.replace("$2", "$5")), ask("All is well."))).toEqual([
    { id: 7, outcome: "exact", start, end, changes: [] },
    {
      id: 7,
      outcome: "value-changed",
      start,
      end,
      changes: [{ from: "$2 billion", to: "$5 billion", kind: "number" }],
    },
    { id: 7, outcome: "lost", start: null, end: null, changes: [] },
  ]);
});

test("a line that cannot be read says why, and the next one is answered", async () => {
  const rows = [
    "nonsense",
    '{"id":1,"old":"a"}',
    '{"id":2,"old":"abc","new":"abc","start":2,"end":9}',
    '{"id":3,"old":"abc","new":"abc","start":0,"end":3}',
  ];
  expect(await answers(...rows)).toEqual([
    { error: "This line is not a JSON object." },
    { id: 1, error: "`old` and `new` must be strings." },
    { id: 2, error: "`start` and `end` must be offsets in `old`, the end not before the start." },
    { id: 3, outcome: "exact", start: 0, end: 3, changes: [] },
  ]);
});
