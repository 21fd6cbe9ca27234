import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const root = path.join(__dirname, "../..");
const rules = ".dependency-cruiser.cjs";

/** Names of the rules that a tree of files breaks. */
function brokenRules(files: Record<string, string>): string[] {
  const folder = mkdtempSync(path.join(tmpdir(), "keyfolio-rules-"));
  try {
    copyFileSync(path.join(root, rules), path.join(folder, rules));
    copyFileSync(path.join(root, "tsconfig.json"), path.join(folder, "tsconfig.json"));
    symlinkSync(path.join(root, "node_modules"), path.join(folder, "node_modules"), "junction");
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
      writeFileSync(path.join(folder, file), text);
    }
    const cruise = spawnSync(
      process.execPath,
      [
        path.join(root, "node_modules/dependency-cruiser/bin/dependency-cruise.mjs"),
        "--config",
        rules,
        "-T",
        "json",
        "src",
      ],
      { cwd: folder, encoding: "utf8" },
    );
    const { summary } = JSON.parse(cruise.stdout) as {
      summary: { violations: { rule: { name: string } }[] };
    };
    return summary.violations.map((violation) => violation.rule.name).sort();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const empty = "export const nothing = 0;\n";
const imports = (file: string) => `import { nothing } from "${file}";\nexport const one = nothing;\n`;

describe("the import rules", () => {
  it("hold for the project", () => {
    const cruise = spawnSync(
      process.execPath,
      [
        path.join(root, "node_modules/dependency-cruiser/bin/dependency-cruise.mjs"),
        "--config",
        rules,
        "src",
        "tests",
        "scripts",
      ],
      { cwd: root, encoding: "utf8" },
    );
    expect(cruise.stdout).toContain("no dependency violations found");
  });

  it.each([
    ["src/analysis/share.ts", "../portfolio/policy", "src/portfolio/policy.ts", "analysis-knows-only-itself"],
    [
      "src/portfolio/policy.ts",
      "../workbook/source",
      "src/workbook/source.ts",
      "portfolio-knows-only-analysis-locales",
    ],
    [
      "src/workbook/source.ts",
      "../host/engine",
      "src/host/engine.ts",
      "workbook-knows-only-analysis-portfolio-locales",
    ],
    [
      "src/functions/share.ts",
      "../workbook/source",
      "src/workbook/source.ts",
      "functions-knows-only-analysis-portfolio-locales",
    ],
    ["src/host/engine.ts", "../analysis/share", "src/analysis/share.ts", "host-knows-only-itself"],
    [
      "src/host/cli/report.ts",
      "../../workbook/source",
      "src/workbook/source.ts",
      "entries-know-only-host-locales",
    ],
  ])("refuse that %s imports %s", (from, specifier, to, rule) => {
    expect(brokenRules({ [from]: imports(specifier), [to]: empty })).toEqual([rule]);
  });

  it.each([
    ["analysis", "classes/share.ts", "time/bridge.ts", "analysis/classes-knows-only-exact"],
    ["portfolio", "periods/header.ts", "policy/policy.ts", "portfolio/periods-knows-only-list"],
    ["portfolio", "list/total.ts", "index.ts", "portfolio/list-knows-only-the-ground"],
    ["portfolio", "steps.ts", "list/total.ts", "portfolio-ground-knows-no-room"],
    ["portfolio", "attic/chest.ts", "steps.ts", "portfolio-rooms-have-their-place"],
    ["workbook", "source/read.ts", "columns/write.ts", "workbook/source-knows-only-cells-marks-settings"],
    [
      "workbook",
      "report/sheet.ts",
      "undo/undo-run.ts",
      "workbook/report-knows-only-cells-marks-settings-source-following-removal-made-list-cards-columns-score-columns",
    ],
    ["workbook/report", "paint/table.ts", "pages/summary.ts", "workbook/report/paint-knows-only-the-ground"],
    ["host", "model/range.ts", "wire/query.ts", "host/model-knows-only-functions-engine"],
    ["host", "excel-host.ts", "cli/report.ts", "host-entries-on-top"],
    ["host/model", "format/font.ts", "table/table.ts", "host/model/format-knows-only-sheet"],
    ["host/xlsx", "write/cells.ts", "read/cells.ts", "host/xlsx/write-knows-only-package-vocabulary"],
  ])("refuse that in %s %s imports %s", (house, from, to, rule) => {
    const specifier = path.relative(path.dirname(from), to.replace(/\.ts$/, "")).replaceAll(path.sep, "/");
    const relative = specifier.startsWith(".") ? specifier : `./${specifier}`;
    expect(
      brokenRules({ [`src/${house}/${from}`]: imports(relative), [`src/${house}/${to}`]: empty }),
    ).toEqual([rule]);
  });

  it.each([
    ["src/host/model/range.ts", "@univerjs/core", "univer-behind-one-file"],
    ["src/host/model/chart.ts", "@cj-tech-master/excelts", "xlsx-library-behind-one-file"],
  ])("refuse that %s imports %s", (from, library, rule) => {
    expect(brokenRules({ [from]: `import "${library}";\n` })).toEqual([rule]);
  });

  it("refuse a Node module in the product", () => {
    expect(brokenRules({ "src/workbook/source.ts": 'import "node:fs";\n' })).toEqual([
      "product-runs-in-a-browser",
    ]);
  });

  it.each(["portfolio", "locales"])("refuse a circle of types in %s", (house) => {
    const type = (name: string, of: string) =>
      `import type { ${of} } from "./${of}";\nexport type ${name} = ${of}[];\n`;
    expect(
      new Set(
        brokenRules({
          [`src/${house}/few.ts`]: type("few", "many"),
          [`src/${house}/many.ts`]: type("many", "few"),
        }),
      ),
    ).toEqual(new Set(["no-circles-of-types"]));
  });

  it("refuse a circle", () => {
    expect(
      new Set(
        brokenRules({
          "src/analysis/abc.ts": 'import { one } from "./share";\nexport const two = one;\n',
          "src/analysis/share.ts": 'import { two } from "./abc";\nexport const one = (): unknown => two;\n',
        }),
      ),
    ).toEqual(new Set(["no-circles"]));
  });
});
