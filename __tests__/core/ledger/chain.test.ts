import { createHash } from "node:crypto";
import fc from "fast-check";
import type { Json } from "@/lib/core/ledger/canonical";
import {
  continueCheck,
  GENESIS,
  isUnprovable,
  type LedgerEntry,
  sealEntry,
  UNREAD,
  verifyChain,
  verifyHead,
  withhold,
} from "@/lib/core/ledger/chain";

const sha256 = (text: string) => createHash("sha256").update(text, "utf8").digest("hex");

function chainOf(data: readonly Json[]): LedgerEntry[] {
  const entries: LedgerEntry[] = [];
  for (const [index, item] of data.entries()) {
    const at = new Date(Date.UTC(2017, 2, 23, 9, 0, index)).toISOString();
    const actor = index % 3 === 2 ? null : { id: "u1", name: "Ada" };
    const body = { chain: "article:a1", seq: index + 1, at, actor, command: "note.add", subject: "c1", data: item };
    // Chains that began before entries were salted go on with salted ones.
    const salt = index === 0 ? null : `salt ${index}`;
    entries.push(sealEntry(body, entries.at(-1)?.hash ?? GENESIS, sha256, salt));
  }
  return entries;
}

const someData = fc.array(fc.jsonValue() as fc.Arbitrary<Json>, { minLength: 1, maxLength: 8 });

describe("a ledger chain", () => {
  test("starts from sixty-four zeros and hashes the canonical entry", () => {
    const [first] = chainOf([{ b: 1, a: 2 }]);
    expect(GENESIS).toMatch(/^0{64}$/);
    expect(first?.prevHash).toBe(GENESIS);
    expect(first?.hash).toBe(
      sha256(
        `{"actor":{"id":"u1","name":"Ada"},"at":"2017-03-23T09:00:00.000Z","chain":"article:a1","command":"note.add","data":{"a":2,"b":1},"prevHash":"${GENESIS}","seq":1,"subject":"c1"}`,
      ),
    );
  });

  test("verifies when nothing was touched, also in batches", () => {
    fc.assert(
      fc.property(someData, fc.nat(8), (data, cut) => {
        const chain = chainOf(data);
        const whole = { ok: true, length: chain.length, head: chain.at(-1)?.hash };
        expect(verifyChain(chain, sha256)).toEqual(whole);
        expect(continueCheck(continueCheck(UNREAD, chain.slice(0, cut), sha256), chain.slice(cut), sha256)).toEqual(
          whole,
        );
      }),
    );
  });

  test("an empty chain is whole and ends at the beginning", () => {
    expect(verifyChain([], sha256)).toEqual({ ok: true, length: 0, head: GENESIS });
  });

  const tamperings: readonly [string, (entry: LedgerEntry) => LedgerEntry][] = [
    ["data", (entry) => ({ ...entry, data: { was: entry.data } })],
    ["time", (entry) => ({ ...entry, at: "2017-03-23T08:00:00.000Z" })],
    ["actor", (entry) => ({ ...entry, actor: { id: "u2", name: "Ada" } })],
    ["the actor's name", (entry) => ({ ...entry, actor: { id: "u1", name: "Eve" } })],
    ["command", (entry) => ({ ...entry, command: "note.remove" })],
    ["subject", (entry) => ({ ...entry, subject: "c2" })],
    ["hash", (entry) => ({ ...entry, hash: sha256(entry.hash) })],
    ["link", (entry) => ({ ...entry, prevHash: sha256(entry.prevHash) })],
    ["chain", (entry) => ({ ...entry, chain: "article:a2" })],
    ["number", (entry) => ({ ...entry, seq: entry.seq + 1 })],
    ["salt", (entry) => ({ ...entry, salt: "other" })],
    ["data beyond JSON", (entry) => ({ ...entry, data: "\ud83d" })],
  ];

  test.each(tamperings)("shows a changed %s at its entry", (_what, tamper) => {
    fc.assert(
      fc.property(someData, fc.nat(), (data, pick) => {
        const chain = chainOf(data);
        const at = pick % chain.length;
        const bad = chain.map((entry, index) => (index === at ? tamper(entry) : entry));
        expect(continueCheck(UNREAD, bad, sha256, "article:a1")).toMatchObject({ ok: false, seq: at + 1 });
      }),
    );
  });

  test("shows an entry rewritten with a fresh hash at the next entry, or at the recorded head", () => {
    fc.assert(
      fc.property(someData, fc.nat(), (data, pick) => {
        const chain = chainOf(data);
        const at = pick % chain.length;
        const head = { seq: chain.length, hash: chain.at(-1)?.hash ?? "" };
        const forged = chain.map((entry, index) =>
          index === at ? sealEntry({ ...entry, data: { was: entry.data } }, entry.prevHash, sha256, entry.salt) : entry,
        );
        const seq = Math.min(at + 2, chain.length);
        expect(verifyHead(verifyChain(forged, sha256), head)).toMatchObject({ ok: false, seq });
      }),
    );
  });

  test("shows a removed entry where it stood", () => {
    fc.assert(
      fc.property(someData, fc.nat(), (data, pick) => {
        const chain = chainOf(data);
        const at = pick % chain.length;
        const head = { seq: chain.length, hash: chain.at(-1)?.hash ?? "" };
        const cut = chain.filter((_, index) => index !== at);
        expect(verifyHead(verifyChain(cut, sha256), head)).toMatchObject({ ok: false, seq: at + 1 });
      }),
    );
  });

  test("shows an entry after the recorded end", () => {
    const chain = chainOf([1, 2]);
    const first = chain[0];
    expect(verifyHead(verifyChain(chain, sha256), { seq: 1, hash: first?.hash ?? "" })).toEqual({
      ok: false,
      seq: 2,
      reason: "The entry stands after the recorded end of the chain.",
    });
  });

  test("holds when the data of some entries are withheld, and still shows what was touched in their frames", () => {
    fc.assert(
      fc.property(someData, fc.nat(), fc.nat(), (data, pick, touched) => {
        const chain = chainOf([...data, "last"]);
        const at = pick % chain.length;
        const told = chain.map((entry, index) => (index === at ? withhold(entry, sha256) : entry));
        expect(JSON.stringify(told[at])).not.toContain('"data":');
        expect(verifyChain(told, sha256)).toMatchObject({ ok: true, length: chain.length });
        const one = (touched % (chain.length - 1)) + 1;
        const bad = told.map((entry, index) => (index === one ? { ...entry, subject: "c9" } : entry));
        expect(verifyChain(bad, sha256)).toMatchObject({ ok: false, seq: one + 1 });
      }),
    );
  });

  test("says which withheld entry can't be checked by itself: one from before data were salted", () => {
    const [old, salted] = chainOf([1, 2]);
    if (!old || !salted) throw new Error("two entries");
    expect(isUnprovable(withhold(old, sha256))).toBe(true);
    expect(isUnprovable(withhold(salted, sha256))).toBe(false);
    expect(isUnprovable(old)).toBe(false);
  });

  test("stays broken once broken", () => {
    const chain = chainOf([1, 2, 3]);
    const check = continueCheck(UNREAD, chain.slice(1), sha256);
    expect(check).toMatchObject({ ok: false, seq: 1 });
    expect(continueCheck(check, chain, sha256)).toBe(check);
  });
});
