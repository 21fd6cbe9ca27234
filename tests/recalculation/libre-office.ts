import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";

/** Where LibreOffice stands when nobody moved it, besides the folders of PATH. */
const usualPlaces: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  darwin: ["/Applications/LibreOffice.app/Contents/MacOS/soffice"],
  win32: ["C:\\Program Files\\LibreOffice\\program\\soffice.com"],
};

const howToGetIt = `The tests of recalculation need LibreOffice, and it was not found.
  Debian, Ubuntu:  sudo apt-get install libreoffice-calc
  macOS, Windows:  install LibreOffice
  elsewhere:       set KEYFOLIO_LIBREOFFICE to the path of soffice`;

/** @throws Error that says how to get it */
function program(): string {
  const named = process.env.KEYFOLIO_LIBREOFFICE;
  const inPath = (process.env.PATH ?? "").split(path.delimiter).map((folder) => path.join(folder, "soffice"));
  const places = named === undefined ? [...inPath, ...(usualPlaces[process.platform] ?? [])] : [named];
  const found = places.find((place) => existsSync(place));
  if (found === undefined) throw new Error(howToGetIt);
  return found;
}

/** Settings of a fresh profile: every formula of a workbook is calculated when it is opened, whatever result it brings (0 = always). */
const settings = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`;

/**
 * Opens workbooks in LibreOffice, which calculates every formula anew, and saves them as workbooks.
 * @param files bytes by name, without ending
 * @returns the same names; undefined for a workbook that LibreOffice does not open
 */
export function recalculated(files: ReadonlyMap<string, Uint8Array>): Map<string, Uint8Array | undefined> {
  const folder = mkdtempSync(path.join(tmpdir(), "keyfolio-recalculation-"));
  try {
    const [profile, before, after] = ["profile", "before", "after"].map((name) => path.join(folder, name));
    mkdirSync(path.join(profile, "user"), { recursive: true });
    writeFileSync(path.join(profile, "user", "registrymodifications.xcu"), settings);
    mkdirSync(before);
    const inputs = [...files].map(([name, bytes]) => {
      const file = path.join(before, `${name}.xlsx`);
      writeFileSync(file, bytes);
      return file;
    });
    const options = [`-env:UserInstallation=${pathToFileURL(profile).href}`, "--headless", "--norestore"];
    execFileSync(program(), [...options, "--convert-to", "xlsx", "--outdir", after, ...inputs], {
      stdio: "ignore",
      timeout: 300_000,
    });
    const read = (name: string) => {
      const file = path.join(after, `${name}.xlsx`);
      return existsSync(file) ? new Uint8Array(readFileSync(file)) : undefined;
    };
    return new Map([...files.keys()].map((name) => [name, read(name)]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
