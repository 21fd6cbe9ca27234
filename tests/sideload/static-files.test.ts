import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { staticFiles } from "../../scripts/excel/static-files";

let folder: string;
let server: Server;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "keyfolio-served-"));
  mkdirSync(path.join(folder, "dist", "help"), { recursive: true });
  writeFileSync(path.join(folder, "dist", "taskpane.html"), "<p>pane</p>");
  writeFileSync(path.join(folder, "dist", "help", "a b.html"), "<p>help</p>");
  writeFileSync(path.join(folder, "secret.txt"), "secret");
  server = createServer(staticFiles(path.join(folder, "dist")));
  await new Promise<void>((listening) => server.listen(0, "localhost", listening));
});

afterAll(async () => {
  await new Promise((closed) => server.close(closed));
  rmSync(folder, { recursive: true });
});

/** The path goes out as it stands: a browser would tidy it up. */
function asked(place: string, method = "GET"): Promise<{ status?: number; type?: string; body: string }> {
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    const sent = request({ host: "localhost", port, path: place, method }, (reply) => {
      let body = "";
      reply.on("data", (part: Buffer) => (body += part.toString()));
      reply.on("end", () => resolve({ status: reply.statusCode, type: reply.headers["content-type"], body }));
    });
    sent.on("error", reject);
    sent.end();
  });
}

test("a file is served with its kind, whatever stands behind the question mark", async () => {
  expect(await asked("/taskpane.html?_host_Info=Excel$Win32")).toEqual({
    status: 200,
    type: "text/html; charset=utf-8",
    body: "<p>pane</p>",
  });
});

test("a file in a folder, with a blank in its name", async () => {
  expect(await asked("/help/a%20b.html")).toMatchObject({ status: 200, body: "<p>help</p>" });
});

test("HEAD gives no body", async () => {
  expect(await asked("/taskpane.html", "HEAD")).toMatchObject({ status: 200, body: "" });
});

test.each([
  "/",
  "/help",
  "/nothing.html",
  "/../secret.txt",
  "/..%2fsecret.txt",
  "/%2e%2e/secret.txt",
  "/%zz",
])("nothing is served at %s", async (place) => {
  expect(await asked(place)).toMatchObject({ status: 404, body: "Nothing is here." });
});

test("nothing can be written", async () => {
  expect(await asked("/taskpane.html", "PUT")).toMatchObject({ status: 405, body: "" });
});
