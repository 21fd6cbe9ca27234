import { readFile } from "node:fs/promises";
import type { RequestListener } from "node:http";
import path from "node:path";

/** Kinds of the files that a build has. */
const contentTypes: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".map": "application/json; charset=utf-8",
  ".png": "image/png",
  ".txt": "text/plain; charset=utf-8",
  ".xml": "application/xml; charset=utf-8",
};

/** Answers requests with the files of a folder and of nothing else; every time afresh, so that a new build is seen at once. */
export function staticFiles(folder: string): RequestListener {
  const root = path.resolve(folder);
  return async (request, response) => {
    const answer = (status: number, headers: Record<string, string>, body?: Buffer | string) =>
      response
        .writeHead(status, { "Cache-Control": "no-store", "Access-Control-Allow-Origin": "*", ...headers })
        .end(body);
    if (request.method !== "GET" && request.method !== "HEAD") {
      answer(405, { Allow: "GET, HEAD" });
      return;
    }
    try {
      const { pathname } = new URL(request.url ?? "/", "https://localhost");
      const file = path.join(root, decodeURIComponent(pathname));
      if (!file.startsWith(root + path.sep)) throw new Error(`${pathname} leads out of the folder`);
      const type = contentTypes[path.extname(file)] ?? "application/octet-stream";
      answer(200, { "Content-Type": type }, await readFile(file));
    } catch {
      answer(404, { "Content-Type": "text/plain; charset=utf-8" }, "Nothing is here.");
    }
  };
}
