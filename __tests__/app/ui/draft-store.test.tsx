import {
  chooseDraft,
  type DraftStorage,
  dropDraft,
  pruneDrafts,
  readDrafts,
  sameFields,
  writeDraft,
} from "@/app/_ui/draft-store";

const place = { owner: "ana", key: "note:c1" };
const DAY = 24 * 60 * 60 * 1000;

function storage(limit = Number.POSITIVE_INFINITY): DraftStorage {
  const map = new Map<string, string>();
  return {
    get length() {
      return map.size;
    },
    key: (index) => [...map.keys()][index] ?? null,
    getItem: (key) => map.get(key) ?? null,
    removeItem: (key) => void map.delete(key),
    setItem: (key, value) => {
      if (value.length > limit) throw new Error("QuotaExceededError");
      map.set(key, value);
    },
  };
}

const draft = (tab: string, at: number, note: string) => ({ tab, at, fields: { note: [note] } });

test("a draft comes back as it was typed, line ends and quotation marks included", () => {
  const store = storage();
  const typed = draft("t1", 5, 'He said: "no"\n— twice | 😀');
  expect(writeDraft(store, place, typed)).toBe(true);
  expect(readDrafts(store, place)).toEqual([typed]);
});

test("another person at the same computer, and another form, see nothing of it", () => {
  const store = storage();
  writeDraft(store, place, draft("t1", 5, "secret"));
  expect(readDrafts(store, { ...place, owner: "tom" })).toEqual([]);
  expect(readDrafts(store, { ...place, key: "note:c10" })).toEqual([]);
});

test("a key that holds the separator does not reach another form's drafts", () => {
  const store = storage();
  writeDraft(store, { owner: "ana", key: "a|b" }, draft("t1", 1, "x"));
  expect(readDrafts(store, { owner: "ana", key: "a" })).toEqual([]);
});

test("two tabs keep two drafts; each opens with its own and is told of the other", () => {
  const store = storage();
  writeDraft(store, place, draft("t1", 5, "mine"));
  writeDraft(store, place, draft("t2", 9, "theirs"));
  const mine = chooseDraft(readDrafts(store, place), "t1");
  expect(mine.draft?.fields.note).toEqual(["mine"]);
  expect(mine.others.map((other) => other.tab)).toEqual(["t2"]);
});

test("a new tab opens with the newest draft; an equal one in another tab is not worth a word", () => {
  const store = storage();
  writeDraft(store, place, draft("t1", 5, "older"));
  writeDraft(store, place, draft("t2", 9, "newest"));
  writeDraft(store, place, draft("t3", 7, "newest"));
  const chosen = chooseDraft(readDrafts(store, place), "t4");
  expect(chosen.draft?.fields.note).toEqual(["newest"]);
  expect(chosen.others.map((other) => other.tab)).toEqual(["t1"]);
});

test("dropping one tab's draft leaves the others", () => {
  const store = storage();
  writeDraft(store, place, draft("t1", 5, "one"));
  writeDraft(store, place, draft("t2", 6, "two"));
  dropDraft(store, place, "t1");
  expect(readDrafts(store, place).map((each) => each.tab)).toEqual(["t2"]);
});

test("a full browser storage is said, not thrown", () => {
  expect(writeDraft(storage(10), place, draft("t1", 5, "long enough to be refused"))).toBe(false);
});

test("what can't be read is skipped", () => {
  const store = storage();
  writeDraft(store, place, draft("t1", 5, "good"));
  store.setItem("claimdesk-draft|ana|note%3Ac1|t2", "{broken");
  store.setItem("claimdesk-draft|ana|note%3Ac1|t3", '{"at":1,"fields":{"note":"no list"}}');
  expect(readDrafts(store, place).map((each) => each.tab)).toEqual(["t1"]);
});

test("drafts of a month ago go, younger ones and everything else stay", () => {
  const store = storage();
  writeDraft(store, place, draft("old", 0, "x"));
  writeDraft(store, place, draft("new", 20 * DAY, "y"));
  store.setItem("theme-of-something-else", "z");
  pruneDrafts(store, 31 * DAY);
  expect(readDrafts(store, place).map((each) => each.tab)).toEqual(["new"]);
  expect(store.getItem("theme-of-something-else")).toBe("z");
});

test("empty fields count as missing when drafts are compared, order does not", () => {
  expect(sameFields({ a: ["1"], b: [""] }, { a: ["1"] })).toBe(true);
  expect(sameFields({ a: ["1"], b: ["2"] }, { b: ["2"], a: ["1"] })).toBe(true);
  expect(sameFields({ a: ["1"] }, { a: ["1", "2"] })).toBe(false);
});
