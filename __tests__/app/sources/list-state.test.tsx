import { isNarrowed, listHref, narrowed, orderSources, readList } from "@/app/(desk)/sources/_list/list-state";
import { KNOWN_SOURCE } from "@/lib/core/policy/secrecy";
import type { SourceRow } from "@/lib/sources/schema";

const read = (query: string) => readList(new URLSearchParams(query));

function row(id: string, more: Partial<SourceRow> = {}): SourceRow {
  return {
    id,
    rev: 1,
    title: id,
    medium: "web",
    kind: "secondary",
    publisher: "",
    url: "",
    date: null,
    author: "",
    language: "",
    reliability: "",
    confidentiality: "open",
    concealed: false,
    claims: 0,
    notes: 0,
    createdBy: { id: "ana", name: "Ana" },
    createdAt: "2026-01-01T00:00:00.000Z",
    ...more,
  };
}

test("the whole list lives in its address, and what is unknown there falls back", () => {
  for (const query of ["", "text=un&kind=wire&secrecy=secret&sort=date&desc=1&page=2", "kind=official_record"]) {
    expect(listHref(read(query))).toBe(query === "" ? "/sources" : `/sources?${query}`);
  }
  expect(read("kind=gossip&secrecy=top&sort=colour&page=0")).toEqual(read(""));
  expect(
    ["", "page=2&sort=date", "kind=wire", "secrecy=open", "text=x"].map((query) => isNarrowed(read(query))),
  ).toEqual([false, false, true, true, true]);
});

test("filters of standing and secrecy both have to fit", () => {
  const rows = [
    row("a", { kind: "wire" }),
    row("b", { kind: "wire", confidentiality: "secret" }),
    row("c", { confidentiality: "secret" }),
  ];
  const shown = (query: string) => narrowed(rows, read(query)).map(({ id }) => id);
  expect(shown("")).toEqual(["a", "b", "c"]);
  expect(shown("kind=wire")).toEqual(["a", "b"]);
  expect(shown("secrecy=secret")).toEqual(["b", "c"]);
  expect(shown("kind=wire&secrecy=secret")).toEqual(["b"]);
});

test("sources without a name for the reader come last, whichever way the titles run", () => {
  const rows = [row("b"), row("secret", { title: KNOWN_SOURCE, concealed: true }), row("z"), row("a")];
  const ids = (query: string) => orderSources(rows, read(query)).map(({ id }) => id);
  expect(ids("")).toEqual(["a", "b", "z", "secret"]);
  expect(ids("desc=1")).toEqual(["z", "b", "a", "secret"]);
});
