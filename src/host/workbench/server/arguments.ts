import { parseArgs } from "node:util";

/** What the command line of `npm start` asks for. */
export interface StartArguments {
  port: number;
  /** "development" reloads the pane when its sources change; "production" serves the pane as it is delivered. */
  mode: "development" | "production";
  /** Whether a browser is opened. */
  open: boolean;
  /** A folder with workbooks: they are served below `/files/`, for `?file=files/NAME.xlsx`. */
  files: string | null;
}

/**
 * Reads the arguments after the command's name.
 * @throws Error that says what is wrong with them
 */
export function readArguments(
  argv: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): StartArguments {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      port: { type: "string", default: "3000" },
      mode: { type: "string", default: "development" },
      "no-open": { type: "boolean", default: false },
      files: { type: "string" },
    },
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Error(`--port is a number from 1 to 65535, not "${values.port}".`);
  }
  if (values.mode !== "development" && values.mode !== "production") {
    throw new Error(`--mode is "development" or "production", not "${values.mode}".`);
  }
  return {
    port,
    mode: values.mode,
    open: !values["no-open"] && !environment.CI,
    files: values.files ?? null,
  };
}
