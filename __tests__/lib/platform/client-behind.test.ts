import { clientBehind } from "@/lib/platform/client-behind";

const SOCKET = "10.0.0.1";

test.each<[proxies: number, forwardedFor: string, client: string]>([
  [0, "", SOCKET],
  [0, "192.0.2.7", SOCKET],
  [1, "192.0.2.7", "192.0.2.7"],
  [1, "203.0.113.9, 192.0.2.7", "192.0.2.7"],
  [2, "203.0.113.9, 192.0.2.7, 10.0.0.2", "192.0.2.7"],
  [1, "", SOCKET],
  [3, "192.0.2.7", "192.0.2.7"],
  [1, " , ,192.0.2.7 , ", "192.0.2.7"],
])("behind %i proxies, with “%s” noted, the client is %s", (proxies, forwardedFor, client) => {
  expect(clientBehind(proxies, SOCKET, forwardedFor)).toBe(client);
});

test("whatever a client writes itself, the trusted proxy's note counts", () => {
  for (const forged of ["", "127.0.0.1", "127.0.0.1, 127.0.0.1", ",,,"]) {
    expect(clientBehind(1, SOCKET, `${forged}, 192.0.2.7`)).toBe("192.0.2.7");
  }
});
