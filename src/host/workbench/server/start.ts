/**
 * `npm start`: builds the add-in and the workbench, serves both, and opens the workbench.
 * The pane is served twice: at `/taskpane.html` as it is delivered, and below `/pane/` connected to the workbench.
 */
import { existsSync, statSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import path from "node:path";
import webpack, { type Configuration } from "webpack";
import WebpackDevServer from "webpack-dev-server";
import { readArguments, type StartArguments } from "./arguments";
import { connection, officePath, panePageForWorkbench } from "./pane-page";

const host = "localhost";
const root = path.join(__dirname, "../../../..");
const requireFrom = createRequire(__filename);
const officeFolder = path.join(
  path.dirname(requireFrom.resolve("@microsoft/office-js/package.json")),
  "dist",
);

type NamedConfiguration = (environment: object, options: { mode: string }) => Configuration;

function configurations({ mode }: StartArguments): Configuration[] {
  const made = (requireFrom(path.join(root, "webpack.config.js")) as NamedConfiguration[]).map(
    (configuration) => configuration({}, { mode }),
  );
  if (mode === "development") {
    // The pane reloads when its sources change; the workbench does not: a workbook is open in it.
    const addIn = made.find(({ name }) => name === "add-in")!;
    addIn.entry = withReload(addIn.entry as Record<string, string[]>);
  } else {
    // Served as it was when the server started: tests and measurements are not disturbed.
    for (const configuration of made) configuration.watchOptions = { ignored: "**" };
  }
  return made;
}

function withReload(entry: Record<string, string[]>): Record<string, string[]> {
  const client = `${requireFrom.resolve("webpack-dev-server/client/index.js")}?hot=false&live-reload=true&logging=warn`;
  return Object.fromEntries(Object.entries(entry).map(([name, files]) => [name, [client, ...files]]));
}

type Middlewares = NonNullable<WebpackDevServer.Configuration["setupMiddlewares"]>;

/** The pane below `/pane/`: its page changed for the workbench, everything else as it is. */
const servePane: Middlewares = (middlewares, server) => {
  middlewares.unshift({
    name: "pane",
    middleware: (request: IncomingMessage, response: ServerResponse, next: (error?: Error) => void) => {
      const [address] = (request.url ?? "").split("?");
      if (!address.startsWith("/pane/")) {
        next();
        return;
      }
      if (address === `/pane/${connection.address}`) {
        response.setHeader("Content-Type", "text/javascript; charset=utf-8");
        response.end(connection.script);
        return;
      }
      if (address !== "/pane/taskpane.html") {
        request.url = request.url!.slice("/pane".length);
        next();
        return;
      }
      const files = server.middleware!;
      files.waitUntilValid((stats) => {
        const compilation = stats && "stats" in stats ? stats.stats[0].compilation : stats?.compilation;
        const file = path.join(compilation!.outputOptions.path!, "taskpane.html");
        files.context.outputFileSystem.readFile!(file, (error, content) => {
          if (error || !content) {
            next(error ?? new Error(`${file} is not there`));
            return;
          }
          response.setHeader("Content-Type", "text/html; charset=utf-8");
          response.setHeader("Cache-Control", "no-store");
          response.end(panePageForWorkbench(content.toString()));
        });
      });
    },
  });
  return middlewares;
};

/** Asked before anything is built: the server itself would fail half a minute later. */
function isTaken(port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", (error: NodeJS.ErrnoException) =>
      error.code === "EADDRINUSE" ? resolve(true) : reject(error),
    );
    probe.listen(port, host, () => probe.close(() => resolve(false)));
  });
}

async function start(request: StartArguments): Promise<void> {
  const { port, open, files } = request;
  if (files !== null && !(existsSync(files) && statSync(files).isDirectory())) {
    throw new Error(`--files: there is no folder ${files}.`);
  }
  if (await isTaken(port)) {
    throw new Error(`Port ${port} is taken. Take another one: npm start -- --port ${port + 1}`);
  }
  const compiler = webpack(configurations(request))!;
  const server = new WebpackDevServer(
    {
      port,
      host,
      // On one machine packing and unpacking costs more than sending.
      compress: false,
      open: open ? ["workbench.html"] : false,
      hot: false,
      liveReload: true,
      client: false,
      static: [
        { directory: officeFolder, publicPath: officePath, watch: false },
        { directory: path.join(root, "assets"), publicPath: "/assets", watch: false },
        ...(files === null ? [] : [{ directory: path.resolve(files), publicPath: "/files", watch: false }]),
      ],
      setupMiddlewares: servePane,
      devMiddleware: { stats: "errors-warnings", index: false },
    },
    compiler,
  );
  await server.start();
  await new Promise<void>((resolve) => server.middleware!.waitUntilValid(() => resolve()));
  console.log(`Keyfolio's workbench: http://localhost:${port}/workbench.html`);
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.on(signal, () => void server.stop().then(() => process.exit(0)));
  }
}

Promise.resolve()
  .then(() => start(readArguments(process.argv.slice(2), process.env)))
  .catch((error: Error) => {
    console.error(error.message);
    process.exit(1);
  });
