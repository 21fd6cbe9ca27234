/**
 * The import rules of the house: data flows one way, and nobody above the host knows that it exists.
 * analysis <- portfolio <- workbook, functions <- commands <- taskpane; locales from portfolio up.
 */
const room = (name) => `^src/${name}/`;

/** Rooms that each room may import besides itself. */
const mayImport = {
  analysis: [],
  locales: ["analysis", "portfolio"],
  portfolio: ["analysis", "locales"],
  workbook: ["analysis", "portfolio", "locales"],
  functions: ["analysis", "portfolio", "locales"],
  taskpane: ["analysis", "portfolio", "locales", "workbook", "functions", "commands"],
  commands: ["analysis", "portfolio", "locales", "workbook", "functions"],
  host: [],
};

/** The doors that a person opens: they speak to the user, so they know the texts besides the host. */
const entries = "^src/host/(cli|workbench)/";

/** Each room knows those before it. */
const inOrder = (...rooms) => Object.fromEntries(rooms.map((name, i) => [name, rooms.slice(0, i)]));

/**
 * The rooms inside the rooms. A room may import itself, the ground (files that stand below every room) and what it names: rooms or
 * files. So it does not know the files that stand above: the door `index.ts`, and whatever puts the rooms together.
 */
const insides = {
  analysis: { ground: [], rooms: inOrder("exact", "classes", "dependence", "profit", "time", "safety") },
  portfolio: {
    ground: ["steps", "problem", "json-values"],
    rooms: {
      ...inOrder(
        "list",
        "periods",
        "layout",
        "mapping",
        "levels",
        "policy",
        "clients",
        "transactions",
        "classification",
        "snapshots",
        "figures",
        "explanations",
      ),
      sample: ["list", "mapping"],
    },
    // A problem carries the doubt that it asks about.
    groundKnows: ["mapping/doubt"],
  },
  "portfolio/mapping": {
    ground: ["column-facts", "doubt", "mapping", "mapping-json", "reading-choices"],
    rooms: inOrder("headers", "proposal"),
  },
  "portfolio/classification": {
    ground: [
      "actions",
      "classification",
      "loss-reason-kind",
      "next-contacts",
      "pins",
      "regularity",
      "steadiness",
    ],
    rooms: { changes: [], scenarios: [], "what-to-do": [] },
  },
  "portfolio/transactions": {
    ground: ["derived-columns"],
    rooms: {
      dates: ["transaction-columns"],
      documents: ["transaction-columns"],
      kinds: ["transaction-columns"],
      lines: ["dates", "documents", "kinds", "transaction-columns", "made-rows"],
    },
  },
  locales: { ground: ["language"], rooms: { wording: [] }, others: ["en", "ru"] },
  workbook: {
    ground: ["office-problem", "api-level", "operations", "run-options"],
    rooms: inOrder(
      "cells",
      "marks",
      "settings",
      "source",
      "following",
      "removal",
      "made-list",
      "cards",
      "columns",
      "score-columns",
      "report",
      "undo",
      "repairs",
    ),
  },
  "workbook/source": {
    ground: ["list-place", "list-extent", "workbook-state"],
    rooms: inOrder("find", "obstacles", "read"),
  },
  "workbook/columns": {
    ground: [],
    rooms: {
      results: [],
      widths: ["results", "new-column-look"],
      "put-back": [
        "results",
        "widths",
        "new-column-look",
        "new-places",
        "share-format",
        "typed-cells",
        "writing",
      ],
    },
  },
  "workbook/undo": {
    ground: ["own-marks", "stays-below", "taking-back"],
    rooms: inOrder("sheets", "columns", "unmarked"),
  },
  "workbook/report": { ground: [], rooms: inOrder("paint", "pages", "proof", "on-demand") },
  "workbook/report/paint": { ground: [], rooms: inOrder("page", "charts", "memory") },
  "workbook/report/pages": {
    ground: [
      "client-list",
      "client-matrix",
      "conclusions",
      "kinds-table",
      "money-axis",
      "ranked-columns",
      "subject",
      "whose-column",
    ],
    rooms: inOrder("activity", "dependency", "movement", "summary"),
  },
  host: {
    ground: ["workbook-record", "blank-sheet", "workbook-file-error", "encoded-text", "text-size"],
    rooms: {
      functions: [],
      model: ["functions", "engine"],
      wire: ["functions", "model/host-error"],
      xlsx: ["model/reference", "model/formula", "model/chart/chart-kind"],
      csv: ["model/reference"],
    },
    others: ["cli", "workbench"],
  },
  "host/model": {
    ground: [
      "host-error",
      "reference",
      "required-item",
      "required-value",
      "sheet-context",
      "event-listeners",
      "change-feed",
    ],
    // The circle of sheets, ranges and tables is Excel's own (src/host/README.md).
    rooms: {
      formula: [],
      format: ["sheet"],
      chart: ["format"],
      page: ["range", "sheet"],
      table: ["workbook-state", "formula", "range", "sheet"],
      range: ["format", "sheet", "table"],
      sheet: ["workbook-state", "named-item", "formula", "format", "chart", "page", "table", "range"],
      history: ["workbook-state", "formula", "format", "chart", "table", "sheet"],
    },
  },
  "host/xlsx": {
    ground: ["library"],
    rooms: {
      ...inOrder("package", "vocabulary"),
      read: ["package", "vocabulary"],
      write: ["package", "vocabulary"],
      patch: ["package", "vocabulary", "read", "write"],
    },
  },
};

function rulesInside([house, { ground, rooms, groundKnows = [], others = [] }]) {
  const inside = `^src/${house}/`;
  const place = (name) => `${inside}${name}(/|\\.tsx?$)`;
  const groundFiles = ground.map((name) => `${inside}${name}\\.ts$`);
  const known = Object.keys(rooms);
  return [
    ...known.map((name) => ({
      name: `${house}/${name}-knows-only-${rooms[name].join("-") || "the-ground"}`,
      severity: "error",
      from: { path: `${inside}${name}/` },
      to: { path: inside, pathNot: [...groundFiles, ...[name, ...rooms[name]].map(place)] },
    })),
    ...(ground.length > 0
      ? [
          {
            name: `${house}-ground-knows-no-room`,
            severity: "error",
            from: { path: groundFiles },
            to: { path: inside, pathNot: [...groundFiles, ...groundKnows.map(place)] },
          },
        ]
      : []),
    {
      name: `${house}-rooms-have-their-place`,
      comment: "a new room is named in the import rules",
      severity: "error",
      from: { path: `${inside}[^/]+/`, pathNot: [...known, ...others].map((name) => `${inside}${name}/`) },
      to: { path: "." },
    },
  ];
}

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
    ...Object.entries(insides).flatMap(rulesInside),
    {
      name: "host-entries-on-top",
      severity: "error",
      from: { path: "^src/host/", pathNot: entries },
      to: { path: entries },
    },
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
    {
      name: "no-circles-of-types",
      comment: "a type that two files need stands below both",
      severity: "error",
      from: { path: "^src/(portfolio|locales)/" },
      to: { circular: true },
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
