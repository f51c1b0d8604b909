import { GENESIS, isUnprovable, sealEntry, verifyChain, type WithheldEntry } from "@/lib/core/ledger/chain";
import { KNOWN_SOURCE } from "@/lib/core/policy/secrecy";
import { sha256 } from "@/lib/platform/random";
import {
  concealData,
  concealEntry,
  type Hidden,
  hiddenFrom,
  NOTHING_HIDDEN,
  namesHidden,
} from "@/lib/sources/concealing";

const hidden: Hidden = {
  sources: new Set(["s1"]),
  notes: new Set(["n1"]),
  snapshots: new Set(["x1"]),
  contacts: new Set(["k1"]),
};

test("what is hidden depends on who reads, and from the outside all of it is", () => {
  const secrets = [
    {
      id: "s1",
      createdById: "ana",
      notes: [
        { id: "n1", authorId: "tom" },
        { id: "n2", authorId: "eva" },
      ],
      snapshots: [{ id: "x1" }],
    },
  ];
  const told = (role: "editor" | "reviewer", userId: string) => {
    const { sources, notes, snapshots } = hiddenFrom({ role, userId }, secrets);
    return [...sources, ...notes, ...snapshots];
  };
  expect(told("editor", "bo")).toEqual([]);
  expect(told("reviewer", "ana")).toEqual([]);
  expect(told("reviewer", "tom")).toEqual(["n2"]);
  expect(told("reviewer", "bo")).toEqual(["s1", "n1", "n2", "x1"]);
  expect([...hiddenFrom(null, secrets).notes]).toEqual(["n1", "n2"]);
});

test.each([
  ["its subject", { subject: "s1", data: {} }],
  ["the source", { data: { source: { id: "s1", title: "T" } } }],
  ["a note on it", { data: { look: { noteId: "n1" } } }],
  ["a snapshot of it, deep in a list", { data: { taken: [{ at: "now", snapshotId: "x1" }] } }],
])("an entry names what is hidden in %s", (_, entry) => {
  expect(namesHidden(entry, hidden)).toBe(true);
  expect(namesHidden(entry, NOTHING_HIDDEN)).toBe(false);
});

test("a list of notes by id, and words that happen to be an id, name nothing", () => {
  expect(namesHidden({ subject: "c1", data: { changes: [{ claimId: "c1", after: { notes: ["n1"] } }] } }, hidden)).toBe(
    false,
  );
  expect(namesHidden({ data: { reason: "s1" } }, hidden)).toBe(false);
});

test("of what a command nobody listed wrote, nothing but the harmless is told", () => {
  const data = {
    source: { id: "s1", title: "T", url: "u" },
    note: {
      id: "n1",
      before: { stance: "context", quote: "q" },
      after: { stance: "supports", quote: "q", consultedOn: "d" },
    },
    added: { publisher: "p" },
    look: { words: "w" },
    changes: [{ claimId: "c1" }],
    voided: "v",
  };
  expect(concealData({ subject: "c1", data }, hidden)).toEqual({
    changes: [{ claimId: "c1" }],
    voided: "v",
    source: { id: "s1", title: KNOWN_SOURCE },
    note: { id: "n1", before: { stance: "context" }, after: { stance: "supports", consultedOn: "d" } },
  });
  expect(
    concealData({ subject: "s1", data: { before: { title: "T", url: "u" }, after: { title: "U", url: "w" } } }, hidden),
  ).toEqual({
    before: { title: KNOWN_SOURCE, url: "" },
    after: { title: KNOWN_SOURCE, url: "" },
  });
  expect(concealData({ subject: "s1", data: "words" }, hidden)).toBeNull();
});

test("a concealed entry keeps its link and gives what stands for its data, so that the chain can be checked without it", () => {
  const body = { chain: "c", at: "2026-01-01T00:00:00.000Z", actor: null, command: "note.add" };
  const one = sealEntry(
    { ...body, seq: 1, subject: "c1", data: { source: { id: "s1", title: "T" } } },
    GENESIS,
    sha256,
    "salt",
  );
  const two = sealEntry({ ...body, seq: 2, subject: "c1", data: { reason: "r" } }, one.hash, sha256, "pepper");
  const shown = concealEntry(one, hidden, sha256);
  expect(JSON.stringify(shown)).not.toContain('"T"');
  expect(shown.salt).toBeNull();
  const { data: _, salt: __, withheld, ...link } = shown;
  const outside: WithheldEntry = { ...link, dataHash: withheld?.dataHash ?? null };
  expect(isUnprovable(outside)).toBe(false);
  expect(verifyChain([outside, two], sha256)).toEqual({ ok: true, length: 2, head: two.hash });
  expect(concealEntry(two, hidden, sha256)).toBe(two);
});
