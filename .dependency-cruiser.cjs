/**
 * The import rules of the house: data flows one way, and nobody above the host knows that it exists.
 * analysis <- portfolio <- workbook <- commands <- taskpane, and portfolio <- functions; locales from portfolio up.
 */
const room = (name) => `^src/${name}/`;

/** Rooms that each room may import besides itself. */
const mayImport = {
  analysis: [],
  locales: ["analysis", "portfolio"],
  portfolio: ["analysis", "locales"],
  workbook: ["analysis", "portfolio", "locales"],
  functions: ["analysis", "portfolio", "locales"],
  taskpane: ["analysis", "portfolio", "locales", "workbook", "commands"],
  commands: ["analysis", "portfolio", "locales", "workbook"],
  host: [],
};

/** The doors that a person opens: they speak to the user, so they know the texts besides the host. */
const entries = "^src/host/(cli|workbench)/";

/** Only these files may import the library. */
const gates = [
  { name: "univer", library: "node_modules/@univerjs/", gate: "^(src|tests)/host/(engine|workbench)" },
  {
    name: "csv-library",
    library: "node_modules/papaparse/",
    gate: "^(src/host/csv/separated-rows|tests/host/csv/)",
  },
  { name: "xlsx-library", library: "node_modules/@cj-tech-master/", gate: "^src/host/xlsx/library\\.ts$" },
];

module.exports = {
  forbidden: [
    ...Object.entries(mayImport).map(([name, allowed]) => ({
      name: `${name}-knows-only-${allowed.length ? allowed.join("-") : "itself"}`,
      severity: "error",
      from: { path: room(name), pathNot: entries },
      to: { path: "^(src|tests|scripts)/", pathNot: [name, ...allowed].map(room) },
    })),
    ...gates.map(({ name, library, gate }) => ({
      name: `${name}-behind-one-file`,
      severity: "error",
      from: { path: "^(src|tests|scripts)/", pathNot: gate },
      to: { path: library },
    })),
    {
      name: "entries-know-only-host-locales",
      severity: "error",
      from: { path: entries },
      to: { path: "^(src|tests|scripts)/", pathNot: ["host", "locales"].map(room) },
    },
    {
      name: "product-runs-in-a-browser",
      comment: "no Node module and no development library reaches the user",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/host/" },
      to: { dependencyTypes: ["core", "npm-dev"], dependencyTypesNot: ["type-only"] },
    },
    {
      name: "analysis-is-pure",
      comment: "no library at all on the ground floor",
      severity: "error",
      from: { path: "^src/(analysis|portfolio)/" },
      to: { path: "node_modules" },
    },
    {
      name: "no-circles",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    { name: "resolvable", severity: "error", from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default"],
      extensions: [".ts", ".tsx", ".js", ".json"],
    },
  },
};
