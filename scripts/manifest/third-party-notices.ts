import { readFileSync } from "node:fs";
import path from "node:path";
import WebpackLicensePlugin from "webpack-license-plugin";

/** Licences under which a package may be part of the add-in: all let it be passed on with its notice alone. */
const acceptable = new Set([
  "MIT",
  "ISC",
  "0BSD",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "Apache-2.0",
  "Unlicense",
  "CC0-1.0",
]);

interface Package {
  name: string;
  version: string;
  author?: string;
  repository?: string | null;
  license: string;
  /** Null when the package comes without it. */
  licenseText: string | null;
}

/**
 * Notices of everything in the bundle that others wrote, in the order of their names.
 * @throws Error when the text of a licence is not known: it has to be passed on
 */
export function thirdPartyNotices(packages: readonly Package[]): string {
  const intro = "Keyfolio contains the following packages, each under its own licence.\n";
  const line = "-".repeat(80);
  return [...packages]
    .sort((a, b) => a.name.localeCompare(b.name, "en"))
    .reduce(
      (text, entry) =>
        `${text}\n${line}\n${entry.name} ${entry.version} (${entry.license})\n` +
        [entry.author, entry.repository]
          .filter(Boolean)
          .map((each) => `${each}\n`)
          .join("") +
        `\n${textOf(entry)}\n`,
      intro,
    );
}

/** Our own licence is the MIT licence as well: from here on its text is everybody's. */
const mitTerms = /Permission is hereby granted[\s\S]*/.exec(
  readFileSync(path.join(__dirname, "../../LICENSE"), "utf8"),
)![0];

function textOf({ name, author, license, licenseText }: Package): string {
  if (licenseText?.trim()) return licenseText.trim();
  // Some packages name the licence and leave its text out.
  if (license === "MIT") return `Copyright (c) ${author || `the authors of ${name}`}\n\n${mitTerms.trim()}`;
  throw new Error(`${name} comes without the text of its licence (${license}), which has to be passed on.`);
}

/** Writes `dist/THIRD-PARTY-NOTICES.txt` for the packages in the bundle; the build fails on any other licence. */
export const thirdPartyNoticesPlugin = () =>
  new WebpackLicensePlugin({
    unacceptableLicenseTest: (license: string) => !acceptable.has(license),
    outputFilename: "third-party-licenses.json",
    additionalFiles: { "THIRD-PARTY-NOTICES.txt": thirdPartyNotices },
  });
