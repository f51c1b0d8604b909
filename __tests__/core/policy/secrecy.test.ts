import { ROLES, type Role } from "@/lib/core/policy/policy";
import { KNOWN_SOURCE, knowsNote, knowsSource, nameWithin } from "@/lib/core/policy/secrecy";

const reader = (role: Role, userId = "me") => ({ role, userId });
const secret = { confidentiality: "secret", createdById: "somebody" } as const;

test("open and internal sources are known to every member; who is outside is told of secret ones nothing", () => {
  for (const confidentiality of ["open", "internal"] as const) {
    for (const role of ROLES) expect(knowsSource(reader(role), { ...secret, confidentiality }, [])).toBe(true);
  }
  expect(knowsSource(null, secret, ["me"])).toBe(false);
  expect(knowsNote(null, secret, "me")).toBe(false);
});

test("a secret source is known to owners, admins and editors, to who added it, and to who wrote on it", () => {
  expect(ROLES.filter((role) => knowsSource(reader(role), secret, []))).toEqual(["owner", "admin", "editor"]);
  expect(knowsSource(reader("viewer"), { ...secret, createdById: "me" }, [])).toBe(true);
  expect(knowsSource(reader("reviewer"), secret, ["somebody", "me"])).toBe(true);
});

test("the words of a note on it are known to its author, not to those who wrote other notes", () => {
  expect(knowsNote(reader("reviewer"), secret, "me")).toBe(true);
  expect(knowsNote(reader("reviewer"), secret, "somebody")).toBe(false);
  expect(knowsNote(reader("reviewer"), { ...secret, createdById: "me" }, "somebody")).toBe(true);
  expect(knowsNote(reader("editor"), secret, "somebody")).toBe(true);
});

test("what stands for its name begins small within a sentence, and a name stays as it is", () => {
  expect(nameWithin(KNOWN_SOURCE)).toBe("a source known to the newsroom");
  expect(nameWithin("Annual report")).toBe("Annual report");
});
