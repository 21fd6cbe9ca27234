import { readFileSync } from "node:fs";
import { formulaFiles } from "../../scripts/formulas/build-plugin";
import { type ServedFiles } from "../../scripts/manifest/manifest";
import { manifestFile, manifestFiles } from "../../scripts/manifest/manifest-files";

/** The manifest in the repository. */
export const manifest = readFileSync(manifestFile, "utf8");

/** What the build delivers beside the bundle, and the names of what webpack writes. */
export async function servedFiles(address?: string): Promise<ServedFiles> {
  const files = new Map<string, string | Buffer>([
    ...(await formulaFiles()),
    ...manifestFiles(address),
    ["taskpane.html", "<!doctype html>"],
    ["taskpane.js", ""],
  ]);
  return (path) => {
    const contents = files.get(path);
    return contents === undefined ? null : typeof contents === "string" ? Buffer.from(contents) : contents;
  };
}
