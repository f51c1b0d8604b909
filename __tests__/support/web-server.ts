import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A real web server on this machine whose pages a test changes while it runs. */
export interface WebServer {
  readonly origin: string;
  /** Put a page of HTML at a path, instead of what was there. */
  readonly page: (path: string, html: string) => void;
  /** Answer a path in any other way. */
  readonly answer: (path: string, handler: (request: IncomingMessage, response: ServerResponse) => void) => void;
  /** The paths that were asked for, in order. */
  readonly visits: readonly string[];
  readonly close: () => Promise<void>;
}

/** Start a web server on 127.0.0.1; what has no page answers 404. */
export async function startWebServer(): Promise<WebServer> {
  const handlers = new Map<string, (request: IncomingMessage, response: ServerResponse) => void>();
  const visits: string[] = [];
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://here");
    visits.push(pathname);
    const handler = handlers.get(pathname);
    if (handler) handler(request, response);
    else response.writeHead(404, { "content-type": "text/html" }).end("<p>no such page</p>");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    page: (path, html) =>
      handlers.set(path, (_, response) => {
        response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(html);
      }),
    answer: (path, handler) => handlers.set(path, handler),
    visits,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A page of a newspaper with these paragraphs. */
export function newsPage(title: string, ...paragraphs: readonly string[]): string {
  const words = paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join("\n");
  return `<!doctype html><html lang="en"><head><title>${title}</title></head><body><article><h1>${title}</h1>${words}</article></body></html>`;
}
