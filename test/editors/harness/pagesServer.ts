import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize, resolve } from "node:path";
import { builtPages } from "./built";

const PAGES = resolve(import.meta.dirname, "../pages");
const TYPES: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
};

export interface PagesServer {
  /** `name.html` on the switched-on site. */
  url(name: string): string;
  /** The same page under another name, where the extension is off. */
  urlWhereOff(name: string): string;
  close(): void;
}

/** Serves the built pages, and the editors' own packages for those that load more of themselves. */
export async function servePages(): Promise<PagesServer> {
  const server = createServer(async (request, response) => {
    const path = normalize(new URL(request.url ?? "/", "http://localhost").pathname);
    const file = path.startsWith("/node_modules/") ? join(PAGES, path) : join(builtPages(), path);
    try {
      response.setHeader("content-type", TYPES[extname(file)] ?? "application/octet-stream");
      response.end(await readFile(file));
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((done) => server.listen(0, done));
  const { port } = server.address() as AddressInfo;
  return {
    url: (name) => `http://127.0.0.1:${port}/${name}.html`,
    urlWhereOff: (name) => `http://localhost:${port}/${name}.html`,
    close: () => server.close(),
  };
}
