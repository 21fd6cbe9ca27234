import { type ChildProcess, spawn } from "node:child_process";
import { createServer } from "node:net";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { systemBrowser } from "./browser";

declare global {
  var workbenchServer: ChildProcess | undefined;
}

const root = path.join(__dirname, "..", "..");
const patience = 300_000;

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

/** Starts `npm start` as a developer would, but with the pane as it is delivered, and waits until its page answers. */
export default async function startWorkbench(): Promise<void> {
  systemBrowser();
  const port = await freePort();
  const server = spawn("npm", ["start", "--", "--mode", "production", "--port", String(port), "--no-open"], {
    cwd: root,
    // A group of its own, so that what npm starts ends with it.
    detached: process.platform !== "win32",
    shell: process.platform === "win32",
    stdio: ["ignore", "pipe", "pipe"],
  });
  globalThis.workbenchServer = server;
  let output = "";
  for (const stream of [server.stdout, server.stderr]) stream.on("data", (text) => (output += text));

  const address = `http://localhost:${port}`;
  const end = Date.now() + patience;
  while (!(await answers(`${address}/workbench.html`))) {
    if (server.exitCode !== null || Date.now() > end) {
      throw new Error(`The workbench did not start.\n${output.slice(-4000)}`);
    }
    await pause(500);
  }
  process.env.KEYFOLIO_WORKBENCH = address;
}

async function answers(address: string): Promise<boolean> {
  try {
    return (await fetch(address)).ok;
  } catch {
    return false;
  }
}
