import { type Followed, follow } from "@/app/(desk)/reports/_documents/follow";
import type { ExportView } from "@/lib/exports/schema";

const view = (more: Partial<ExportView>): ExportView => ({
  id: "e1",
  articleId: "a1",
  format: "pdf",
  state: "waiting",
  progress: 0,
  doing: "",
  failure: "",
  name: "",
  size: 0,
  requestedAt: "2026-11-26T10:00:00.000Z",
  ...more,
});

type Answer = { readonly status: number; readonly body: string } | Error;
const json = (more: Partial<ExportView>): Answer => ({ status: 200, body: JSON.stringify(view(more)) });

/** A server that gives these answers, one after the other, the last one for good. */
function serving(answers: readonly Answer[]): { readonly asked: string[] } {
  const asked: string[] = [];
  globalThis.fetch = async (address) => {
    const answer = answers[Math.min(asked.length, answers.length - 1)];
    asked.push(String(address));
    if (answer instanceof Error || answer === undefined) throw answer ?? new Error("no answer");
    const { status, body } = answer;
    const parts = { ok: status < 400, status, json: async () => JSON.parse(body), text: async () => body };
    return parts as unknown as Response;
  };
  return { asked };
}

/** Follow an export until it is done, failed or refused; returns what was heard. */
function heard(): Promise<Followed[]> {
  const all: Followed[] = [];
  return new Promise((resolve) => {
    const end = follow("e1", (followed) => {
      all.push(followed);
      const over = followed.failure !== "" || followed.shown?.state === "done" || followed.shown?.state === "failed";
      if (over) {
        end();
        resolve(all);
      }
    });
  });
}

const real = globalThis.fetch;
afterEach(() => {
  globalThis.fetch = real;
});

test("an export is asked after until it is done", async () => {
  const { asked } = serving([
    json({}),
    json({ state: "working", progress: 0.4, doing: "Typesetting" }),
    json({ state: "done" }),
  ]);
  const states = (await heard()).map(({ shown }) => shown?.state);
  expect(states).toEqual(["waiting", "working", "done"]);
  expect(asked).toEqual(Array(3).fill("/api/exports/e1"));
});

test("a server that is away for a moment is asked again", async () => {
  serving([new TypeError("fetch failed"), { status: 502, body: "bad gateway" }, json({ state: "done" })]);
  expect((await heard()).at(-1)).toEqual({ shown: view({ state: "done" }), failure: "" });
});

test("what is refused is told in the server’s words and asked no more", async () => {
  const { asked } = serving([{ status: 404, body: "There is no such export.\n" }]);
  expect(await heard()).toEqual([{ shown: null, failure: "There is no such export." }]);
  await new Promise((resolve) => setTimeout(resolve, 400));
  expect(asked).toHaveLength(1);
});

test("who stops following hears nothing more", async () => {
  serving([json({})]);
  const all: Followed[] = [];
  const end = follow("e1", (followed) => all.push(followed));
  await new Promise((resolve) => setTimeout(resolve, 50));
  end();
  const count = all.length;
  await new Promise((resolve) => setTimeout(resolve, 400));
  expect(all).toHaveLength(count);
});
