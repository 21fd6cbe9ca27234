import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import webpack, { type Stats } from "webpack";
import { thirdPartyNotices, thirdPartyNoticesPlugin } from "../../scripts/manifest/third-party-notices";

const entry = { name: "b", version: "1.0.0", license: "MIT", licenseText: "Text of b." };

test("every package has its name, version, licence and the licence's text, by name", () => {
  const text = thirdPartyNotices([
    entry,
    { ...entry, name: "a", version: "2.0.0", license: "ISC", licenseText: "Text of a.\n", author: "Ann" },
  ]);
  expect(text.indexOf("a 2.0.0 (ISC)\nAnn\n\nText of a.\n")).toBeGreaterThan(0);
  expect(text.indexOf("b 1.0.0 (MIT)\n\nText of b.\n")).toBeGreaterThan(text.indexOf("Text of a."));
});

test("a package that names the MIT licence without its text gets the text", () => {
  expect(thirdPartyNotices([{ ...entry, licenseText: null }])).toMatch(
    /Copyright \(c\) the authors of b\n\nPermission is hereby granted, free of charge[\s\S]*IN THE\nSOFTWARE\.\n$/,
  );
});

test("a package without the text of another licence stops the build", () => {
  expect(() => thirdPartyNotices([{ ...entry, license: "Apache-2.0", licenseText: null }])).toThrow(
    "b comes without the text of its licence (Apache-2.0)",
  );
});

describe("a build", () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), "keyfolio-notices-"));
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  /** Builds a page that uses one package of this licence; what went wrong, in webpack's words. */
  async function errorsWith(license: string): Promise<string[]> {
    const inFolder = (file: string, text: string) => {
      mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
      writeFileSync(path.join(folder, file), text);
    };
    inFolder("package.json", '{ "name": "page", "version": "1.0.0", "license": "MIT" }');
    inFolder("index.js", 'require("used");');
    for (const name of ["used", "unused"]) {
      const about = {
        name,
        version: "1.0.0",
        license: name === "used" ? license : "GPL-3.0-only",
        main: "index.js",
      };
      inFolder(`node_modules/${name}/package.json`, JSON.stringify(about));
      inFolder(`node_modules/${name}/index.js`, "module.exports = 1;");
      inFolder(`node_modules/${name}/LICENSE`, `The terms of ${name}.`);
    }
    const compiler = webpack({
      mode: "development",
      context: folder,
      entry: "./index.js",
      output: { path: path.join(folder, "dist") },
      plugins: [thirdPartyNoticesPlugin()],
    })!;
    const stats = await new Promise<Stats>((resolve, reject) =>
      compiler.run((error, result) => (result ? resolve(result) : reject(error!))),
    );
    await new Promise((closed) => compiler.close(closed));
    return stats.compilation.errors.map(({ message }) => message);
  }

  test("lists the packages that it contains, and those alone", async () => {
    expect(await errorsWith("ISC")).toEqual([]);
    const notices = readFileSync(path.join(folder, "dist", "THIRD-PARTY-NOTICES.txt"), "utf8");
    expect(notices).toContain("used 1.0.0 (ISC)\n\nThe terms of used.");
    expect(notices).not.toContain("unused");
  });

  test("fails on a licence that asks for more than a notice", async () => {
    const [error] = await errorsWith("GPL-3.0-only");
    expect(error).toMatch(/GPL-3\.0-only/);
    expect(error).toMatch(/used/);
  });
});
