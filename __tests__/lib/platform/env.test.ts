import path from "node:path";
import { BadSettings, parseSettings } from "@/lib/platform/env";

const external = {
  DATABASE_URL: "postgresql://desk:pw@db.example:5432/claimdesk",
  NEXTAUTH_SECRET: "s".repeat(32),
};

test("with nothing set, Claimdesk serves on loopback from its own database", () => {
  const settings = parseSettings({ CLAIMDESK_ROOT: "/srv/claimdesk" });
  expect(settings).toMatchObject({ HOST: "127.0.0.1", PORT: 3000, embedded: true });
  expect(settings.CLAIMDESK_DATA).toBe(path.resolve("/srv/claimdesk/.claimdesk"));
  expect(settings.DATABASE_URL).toBeUndefined();
});

test("a relative data folder is one in the checkout, wherever the command was typed", () => {
  const { CLAIMDESK_DATA } = parseSettings({ CLAIMDESK_ROOT: "/srv/claimdesk", CLAIMDESK_DATA: "data" });
  expect(CLAIMDESK_DATA).toBe(path.resolve("/srv/claimdesk/data"));
});

test("an empty variable counts as not set", () => {
  expect(parseSettings({ PORT: "", HOST: "", DATABASE_URL: "", NEXTAUTH_SECRET: "" })).toMatchObject({
    PORT: 3000,
    HOST: "127.0.0.1",
    embedded: true,
  });
});

test("an external database with its secret is accepted", () => {
  expect(parseSettings(external)).toMatchObject({ ...external, embedded: false });
});

test.each([
  [{ PORT: "abc" }, "PORT must be a whole number from 1 to 65535."],
  [{ PORT: "0" }, "PORT must be"],
  [{ PORT: "65536" }, "PORT must be"],
  [{ PORT: "3e3" }, "PORT must be"],
  [{ PORT: "-1" }, "PORT must be"],
  [{ HOST: "999.1.1.1" }, "HOST must be a host name"],
  [{ CLAIMDESK_FETCH_ALLOW: "10.0.0.0/24, archive" }, "CLAIMDESK_FETCH_ALLOW must be a list of IP addresses"],
  [{ CLAIMDESK_LOG: "loud" }, "CLAIMDESK_LOG must be one of trace, debug"],
  [{ CLAIMDESK_PROXIES: "yes" }, "CLAIMDESK_PROXIES must be how many proxies"],
  [{ HOST: "http://localhost" }, "HOST must be a host name"],
  [{ ...external, DATABASE_URL: "mysql://desk@db/claimdesk" }, "DATABASE_URL must look like postgresql://"],
  [{ ...external, DATABASE_URL: "postgresql://desk@db" }, "DATABASE_URL must look like postgresql://"],
  [{ ...external, DATABASE_URL: "not an address" }, "DATABASE_URL must look like postgresql://"],
  [{ DATABASE_URL: external.DATABASE_URL }, "With DATABASE_URL, NEXTAUTH_SECRET must be set too"],
  [{ NEXTAUTH_SECRET: "s".repeat(31) }, "NEXTAUTH_SECRET must have at least 32 characters"],
  [{ NEXTAUTH_URL: "claimdesk.example.org" }, "NEXTAUTH_URL must be the address people type"],
  [{ NEXTAUTH_URL: "javascript:alert(1)" }, "NEXTAUTH_URL must be the address people type"],
])("%p stops the boot with a sentence", (variables, sentence) => {
  expect(() => parseSettings(variables)).toThrow(BadSettings);
  expect(() => parseSettings(variables)).toThrow(sentence);
});

test("every wrong setting is named at once, and no secret is repeated", () => {
  const wrong = { PORT: "x", HOST: "a b", DATABASE_URL: "mysql://desk:hunter2@db/x", NEXTAUTH_SECRET: "tooshort" };
  let message = "";
  try {
    parseSettings(wrong);
  } catch (error) {
    message = error instanceof Error ? error.message : "";
  }
  for (const name of ["PORT", "HOST", "DATABASE_URL", "NEXTAUTH_SECRET"]) expect(message).toContain(name);
  expect(message).not.toMatch(/hunter2|tooshort/);
});

test.each(["::1", "::", "desk.local", "localhost", "192.0.2.7"])("%s is a host to listen on", (HOST) => {
  expect(parseSettings({ HOST })).toMatchObject({ HOST });
});
