/**
 * `npm run excel`: builds the add-in, serves it over https with a developer's certificate, and opens desktop Excel with it.
 * Ctrl+C takes it away again. `--serve` only serves it, for Excel on the web.
 */
import { spawnSync } from "node:child_process";
import { createServer } from "node:https";
import path from "node:path";
import { parseArgs } from "node:util";
import { getHttpsServerOptions } from "office-addin-dev-certs";
import { baseAddress, developmentAddress } from "../formulas/addresses";
import { hasDesktopExcel, withoutExcel } from "./desktop-excel";
import { staticFiles } from "./static-files";

const root = path.join(__dirname, "../..");
const manifest = path.join("dist", "manifest.xml");

/**
 * Microsoft's tool that tells Excel of an add-in in development. Fetched when it is needed and by this version: it brings some
 * 460 packages, and newer ones ask for a package that is not in the registry.
 */
const settingsTool = "office-addin-dev-settings@2.3.6";

/** Runs a program with the user watching; true when it went well. */
function runs(command: string, ...args: string[]): boolean {
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  return status === 0;
}

/** Serves `dist/` at the address that the manifest names, until the program ends. */
async function serve(): Promise<void> {
  const port = Number(new URL(developmentAddress).port);
  const certificates = await getHttpsServerOptions();
  const server = createServer(certificates, staticFiles(path.join(root, "dist")));
  await new Promise<void>((listening, failed) => {
    server.once("error", failed);
    server.listen(port, "localhost", listening);
  });
  console.log(`The add-in is served at ${developmentAddress}. Ctrl+C ends it.`);
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { serve: { type: "boolean", default: false } } });
  if (!values.serve && !hasDesktopExcel()) throw new Error(withoutExcel);
  if (!runs(process.execPath, path.join("scripts", "build-when-stale.js")))
    throw new Error("The add-in could not be built.");
  // Built for another place, it is served there.
  if (values.serve || baseAddress === developmentAddress) await serve();
  if (values.serve) return;
  if (!runs("npx", "--yes", settingsTool, "sideload", manifest, "desktop", "--app", "excel"))
    throw new Error("Excel could not be opened with the add-in.");
  process.once("SIGINT", () => {
    runs("npx", "--yes", settingsTool, "unregister", manifest);
    process.exit(0);
  });
}

main().catch((error: NodeJS.ErrnoException) => {
  console.error(
    error.code === "EADDRINUSE"
      ? `${developmentAddress} is in use: end the program that serves there, npm start for instance.`
      : error.message,
  );
  process.exit(1);
});
