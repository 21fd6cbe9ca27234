import { readFileSync } from "node:fs";
import path from "node:path";
import { baseAddress, developmentAddress } from "../formulas/addresses";
import { iconNames, iconSizes, pictureOf } from "../icons/drawings";
import { helpStartPages } from "./help-start";

/** The manifest in the repository. */
export const manifestFile = path.join(__dirname, "../../manifest.xml");

/** The manifest for another address; an `AppDomain` is the address without its path. */
export function manifestFor(address: string, manifest: string): string {
  const escaped = address.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
  return manifest
    .replaceAll(`<AppDomain>${developmentAddress}<`, () => `<AppDomain>${new URL(address).origin}<`)
    .replaceAll(`"${developmentAddress}/`, () => `"${escaped}/`);
}

/**
 * The manifest and what it points to, besides the add-in's page and its formulas: by path below `dist/`.
 * @throws TypeError when the address is none
 */
export function manifestFiles(address = baseAddress): Map<string, string | Buffer> {
  return new Map<string, string | Buffer>([
    ["manifest.xml", manifestFor(address, readFileSync(manifestFile, "utf8"))],
    ...helpStartPages(),
    ...iconNames.flatMap((name) =>
      iconSizes.map((size): [string, Buffer] => [
        `assets/${name}-${size}.png`,
        readFileSync(pictureOf(name, size)),
      ]),
    ),
  ]);
}
