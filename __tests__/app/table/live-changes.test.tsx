import { hear, NOTHING, visibleChanges } from "@/app/(desk)/_live/changes";
import { liveWords } from "@/app/(desk)/_live/live-mark";

const news = (id: string, articleId: string | null) =>
  ({ type: "news", data: JSON.stringify({ id, articleId }) }) as const;

test("changes count once each, by article or over all articles", () => {
  const heard = [news("a#1", "a"), news("a#2", "a"), news("b#1", "b"), news("a#2", "a"), news("n#9", null)].reduce(
    hear,
    NOTHING,
  );
  expect(visibleChanges(heard, "a")).toBe(2);
  expect(visibleChanges(heard, "b")).toBe(1);
  expect(visibleChanges(heard, null)).toBe(3);
});

test.each(["", "null", "7", "{}", '{"id":1,"articleId":"a"}', '{"id":"x","articleId":3}', "{"])(
  "a message that can't be read (%j) is left out",
  (data) => {
    expect(hear(NOTHING, { type: "news", data })).toEqual(NOTHING);
  },
);

test("the words are quiet when there is nothing to say", () => {
  expect(liveWords(0, false)).toBe("");
  expect(liveWords(1, false)).toBe("1 change by others");
  expect(liveWords(1284, true)).toBe("1,284 changes by others");
  expect(liveWords(0, true)).toBe("There may be changes by others");
});
