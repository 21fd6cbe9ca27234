/** Ends the server with everything that it started. */
export default function stopWorkbench(): void {
  const server = globalThis.workbenchServer;
  if (server?.pid === undefined) return;
  if (process.platform === "win32") server.kill();
  else process.kill(-server.pid);
}
