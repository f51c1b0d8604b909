import { createHash } from "node:crypto";
import fc from "fast-check";
import { noteHash, type SignedContent, type SignedNote, signedHash, signedSpeaker } from "@/lib/core/workflow/sign-off";

const sha256 = (text: string): string => createHash("sha256").update(text, "utf8").digest("hex");
const hash = (content: SignedContent): string => signedHash(content, sha256);

const note = (id: string): SignedNote => ({
  id,
  sourceId: "s1",
  stance: "supports",
  quote: "three million",
  locator: "p. 12",
  note: "Fits.",
  consultedOn: "2017-03-23",
  salt: `salt of ${id}`,
});
const content: SignedContent = {
  wording: "The bridge cost three million.",
  anchored: "cost three million",
  speaker: signedSpeaker({ speakerName: "Ana Silva", speakerTitle: "Mayor", viaName: "" }),
  verdict: "confirmed",
  explanation: "The budget says so.",
  authorsWordReason: "",
  notes: [note("n1"), note("n2")],
};

test("the hash is 64 hex digits, the same for the same content in any order of notes", () => {
  expect(hash(content)).toMatch(/^[0-9a-f]{64}$/);
  expect(hash({ ...content, notes: [note("n2"), note("n1")] })).toBe(hash(content));
});

test("the hash of a known content never changes: sign-offs given with an earlier release stay valid", () => {
  expect(signedHash(content, sha256, 1)).toBe("ed2303b4618ae33299f37770577febcc64983efee3f0cfea00b93c3834d427a8");
  expect(hash(content)).toBe("1a80f00a5574e3f0a7c8b9911ec3464f69dc64e66aa3551c951ecd1f1bb03cf0");
});

test("a note that is withheld is covered by its own hash: the sign-off is checked without its words", () => {
  const withheld = { id: "n1", hash: noteHash(note("n1"), sha256) };
  expect(hash({ ...content, notes: [withheld, note("n2")] })).toBe(hash(content));
  expect(hash({ ...content, notes: [{ ...withheld, hash: sha256("other") }, note("n2")] })).not.toBe(hash(content));
  expect(() => signedHash({ ...content, notes: [withheld] }, sha256, 1)).toThrow(TypeError);
});

test("whoever guesses a withheld note's words can't tell by its hash: another salt is another hash", () => {
  expect(noteHash({ ...note("n1"), salt: "other" }, sha256)).not.toBe(noteHash(note("n1"), sha256));
});

const texts = ["wording", "anchored", "speaker", "verdict", "explanation", "authorsWordReason"] as const;
test.each(texts)("another %s is another hash", (field) => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      fc.pre(text !== content[field] && text.isWellFormed());
      expect(hash({ ...content, [field]: text })).not.toBe(hash(content));
    }),
  );
});

const noteFields = ["id", "sourceId", "stance", "quote", "locator", "note", "consultedOn"] as const;
test.each(noteFields)("another %s in one note is another hash", (field) => {
  const changed = { ...note("n2"), [field]: `${note("n2")[field]}!` };
  expect(hash({ ...content, notes: [note("n1"), changed] })).not.toBe(hash(content));
});

test("a note more or less is another hash", () => {
  const hashes = [[], [note("n1")], [note("n1"), note("n2")], [note("n1"), note("n2"), note("n3")]].map((notes) =>
    hash({ ...content, notes }),
  );
  expect(new Set(hashes).size).toBe(4);
});

test("words can't wander from one field to the next unseen", () => {
  const moved = { ...content, wording: `${content.wording} ${content.anchored}`, anchored: "" };
  expect(hash(moved)).not.toBe(hash(content));
});

test("name, title and reporter can't pass for one another", () => {
  const ways = [
    signedSpeaker({ speakerName: "Ana", speakerTitle: "", viaName: "" }),
    signedSpeaker({ speakerName: "", speakerTitle: "Ana", viaName: "" }),
    signedSpeaker({ speakerName: "", speakerTitle: "", viaName: "Ana" }),
  ];
  expect(new Set(ways).size).toBe(3);
});
