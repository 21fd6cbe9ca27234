/** `npm run report` as a user types it: a process of its own, with files. The built page must be in dist/ (npm test builds it first). */
import { spawnSync } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { WorkbookRecord } from "../../../src/host/workbook-record";
import { readWorkbook, writeWorkbook } from "../../../src/host/xlsx";
import { sheetOf, sheetWithTable, workbookOf, type Cell } from "../../workbook-records";
import { linksOf, packageOf, partsOf } from "../xlsx/package-of";

const root = path.join(__dirname, "../../..");
let folder: string;

beforeAll(() => {
  if (!existsSync(path.join(root, "dist/taskpane.html")))
    throw new Error("Build the add-in first: npm run build");
});
beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), "keyfolio-report-"))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function report(...argv: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["-r", "@swc-node/register", path.join(root, "src/host/cli/report.ts"), ...argv],
    {
      cwd: root,
      encoding: "utf8",
      env: { ...process.env, LANG: "C", LC_ALL: "C", TS_NODE_PROJECT: path.join(root, "tsconfig.json") },
    },
  );
  return { status, stdout, stderr, lines: stderr.split("\n").filter(Boolean) };
}

const packageLinks = "http://schemas.openxmlformats.org/package/2006/relationships";
const signatureTypes =
  '<Default Extension="sigs" ContentType="application/vnd.openxmlformats-package.digital-signature-origin"/>' +
  '<Override PartName="/_xmlsignatures/sig1.xml" ContentType="application/vnd.openxmlformats-package.digital-signature-xmlsignature+xml"/>';
const inFolder = (name: string) => path.join(folder, name);

async function save(name: string, record: WorkbookRecord): Promise<string> {
  writeFileSync(inFolder(name), await writeWorkbook(record));
  return inFolder(name);
}

const clientRows: Cell[][] = [
  ["Client", "Sales"],
  ["Alder Foods", 500],
  ["Birch Stores", 300],
  ["Cedar Press", 150],
  ["Dogwood Tools", 50],
];
const clientBook = (rows = clientRows) => workbookOf([sheetWithTable("Clients", "Clients", rows)]);

/** Cell values of a sheet of a written workbook, row by row. */
async function cellsOf(file: string, sheet: string): Promise<unknown[][]> {
  const { record } = await readWorkbook(readFileSync(file));
  const rows: unknown[][] = [];
  for (const cell of record.sheets.find(({ name }) => name === sheet)!.cells) {
    (rows[cell.row] ??= [])[cell.column] = cell.value;
  }
  return rows;
}

describe("a run that succeeds", () => {
  it("writes INPUT-keyfolio.xlsx beside the input, with the classified list and the report, and leaves the input alone", async () => {
    const input = await save("clients.xlsx", clientBook());
    const before = readFileSync(input);
    const { status, stdout, stderr } = report(input);
    expect({ status, stderr }).toEqual({
      status: 0,
      stderr: (
        "Sheet “Clients”, A1:B5. Revenue = B “Sales”. Clients = A “Client”. 4 rows, 4 clients.\n" +
        "The table Clients on the sheet “Clients” has grown to the right by 5 columns of results.\n"
      ).replace(/(\d) (rows|clients|columns)/g, "$1\u00a0$2"),
    });
    expect(stdout).toContain(inFolder("clients-keyfolio.xlsx"));
    expect(readFileSync(input).equals(before)).toBe(true);
    expect(readdirSync(folder).sort()).toEqual(["clients-keyfolio.xlsx", "clients.xlsx"]);

    const { record } = await readWorkbook(readFileSync(inFolder("clients-keyfolio.xlsx")));
    expect(record.sheets.map(({ name }) => name)).toEqual([
      "Clients",
      "Summary",
      "Dependency",
      "ABC-XYZ",
      "Proof",
    ]);
    const list = await cellsOf(inFolder("clients-keyfolio.xlsx"), "Clients");
    expect(list.map((row) => row.slice(0, 5))).toEqual([
      ["Client", "Sales", "Share", "Status", "ABC"],
      ["Alder Foods", 500, 0.5, "Mono-client", "A"],
      ["Birch Stores", 300, 0.3, "Dependence", "A"],
      ["Cedar Press", 150, 0.15, "Key", "B"],
      ["Dogwood Tools", 50, 0.05, "Regular", "C"],
    ]);
  });

  it("takes -o, --sheet, --lang and --preset", async () => {
    const other = clientRows.map(([name, amount]) => [
      name,
      typeof amount === "number" ? amount * 2 : amount,
    ]);
    const input = await save(
      "book.xlsx",
      workbookOf([sheetOf("First", clientRows), sheetOf("Second", [...other, ["Elm Hotels", 1000]])]),
    );
    const output = inFolder("out.xlsx");
    const run = report(
      input,
      "-o",
      output,
      "--sheet",
      "Second",
      "--lang",
      "ru",
      "--preset",
      "kolotilov-article",
    );
    expect(run).toMatchObject({ status: 0, lines: [expect.stringMatching(/^Лист «Second», A1:B6\./)] });
    const { record } = await readWorkbook(readFileSync(output));
    expect(record.sheets.map(({ name }) => name)).toEqual([
      "First",
      "Second",
      "Сводка",
      "Зависимость",
      "ABC-XYZ",
      "Проверка",
    ]);
    expect((await cellsOf(output, "First"))[0]).toEqual(["Client", "Sales"]);
    expect((await cellsOf(output, "Second")).map((row) => row.slice(2, 4))).toEqual([
      ["Доля", "Статус"],
      [1000 / 3000, "Зависимость"],
      [600 / 3000, "Ключевой"],
      [300 / 3000, "Обычный"],
      [100 / 3000, "Обычный"],
      [1000 / 3000, "Зависимость"],
    ]);
  });

  it("makes a new workbook of a .csv file", async () => {
    const letters = new TextDecoder("windows-1251").decode(
      Uint8Array.from({ length: 256 }, (_, byte) => byte),
    );
    const text = "Клиент;Код;Сумма\r\nООО «Астра»;007;500,50\r\nБук;008;299,5\r\nЕль;009;200\r\n";
    writeFileSync(
      inFolder("Клиенты.csv"),
      Uint8Array.from(text, (letter) => letters.indexOf(letter)),
    );
    expect(report(inFolder("Клиенты.csv"), "--lang", "ru")).toMatchObject({ status: 0 });
    expect(readdirSync(folder).sort()).toEqual(["Клиенты-keyfolio.xlsx", "Клиенты.csv"]);
    const list = await cellsOf(inFolder("Клиенты-keyfolio.xlsx"), "Клиенты");
    expect(list.map((row) => row.slice(0, 4))).toEqual([
      ["Клиент", "Код", "Сумма", "Доля"],
      ["ООО «Астра»", "007", 500.5, 0.5005],
      ["Бук", "008", 299.5, 0.2995],
      ["Ель", "009", 200, 0.2],
    ]);
  });

  it("on its own output changes nothing", async () => {
    const input = await save("clients.xlsx", clientBook());
    expect(report(input, "-o", inFolder("first.xlsx"), "--as-of", "2025-12-31").status).toBe(0);
    expect(
      report(inFolder("first.xlsx"), "-o", inFolder("second.xlsx"), "--as-of", "2025-12-31"),
    ).toMatchObject({ status: 0 });
    const [first, second] = await Promise.all(
      ["first.xlsx", "second.xlsx"].map(
        async (name) => (await readWorkbook(readFileSync(inFolder(name)))).record,
      ),
    );
    expect(second).toEqual(first);
  });

  it("gives the file back whole: comments and validations are in the output as they were", async () => {
    const input = path.join(root, "tests/fixtures/comments-and-validation.xlsx");
    const run = report(input, "-o", inFolder("out.xlsx"));
    expect(run).toMatchObject({ status: 0, lines: [expect.stringMatching(/^Sheet /)] });
    const [before, after] = [
      await partsOf(readFileSync(input)),
      await partsOf(readFileSync(inFolder("out.xlsx"))),
    ];
    const comments = [...before.keys()].filter((name) => /comments|drawing/i.test(name));
    expect(comments).not.toEqual([]);
    for (const name of comments) expect(after.get(name)).toBe(before.get(name));
    const validations = /<dataValidations.*<\/dataValidations>/s;
    const list = [...before.keys()].find((name) => validations.test(before.get(name)!))!;
    expect(validations.exec(after.get(list)!)?.[0]).toBe(validations.exec(before.get(list)!)?.[0]);
  });

  it("says of a signed workbook that its signature holds for the input only, once, and leaves the signature in the output", async () => {
    const parts = Object.fromEntries(await partsOf(await writeWorkbook(clientBook())));
    const origin = `${packageLinks}/digital-signature/origin`;
    const signature = {
      "_xmlsignatures/origin.sigs": "",
      "_xmlsignatures/_rels/origin.sigs.rels": linksOf({
        rId1: [`${packageLinks}/digital-signature/signature`, "sig1.xml"],
      }),
      "_xmlsignatures/sig1.xml": '<Signature xmlns="http://www.w3.org/2000/09/xmldsig#"/>',
    };
    const [types, links] = [parts["[Content_Types].xml"], parts["_rels/.rels"]];
    writeFileSync(
      inFolder("signed.xlsx"),
      await packageOf({
        ...parts,
        ...signature,
        "[Content_Types].xml": types.replace("<Default ", `${signatureTypes}$&`),
        "_rels/.rels": links.replace(
          "</Relationships>",
          `<Relationship Id="signature" Type="${origin}" Target="_xmlsignatures/origin.sigs"/>$&`,
        ),
      }),
    );
    const output = inFolder("signed-keyfolio.xlsx");
    const { status, lines } = report(inFolder("signed.xlsx"));
    expect(status).toBe(0);
    expect(lines.filter((line) => /signature/.test(line))).toEqual([
      `The workbook is signed, and its signature holds for the input only: sign ${output} anew where a signature is needed.`,
    ]);
    const written = await partsOf(readFileSync(output));
    for (const [name, text] of Object.entries(signature)) expect(written.get(name)).toBe(text);
  });
});

it.each([
  ["en", /^Usage: npm run report/, /^Roles of columns: client, /],
  ["ru", /^Запуск: npm run report/, /^Роли столбцов: client, /],
])("tells its options when asked for them, in %s", (language, usage, roles) => {
  const { status, stdout } = report("--help", "--lang", language);
  const lines = stdout.trim().split("\n");
  expect(lines).toHaveLength(2);
  expect(lines[0]).toMatch(usage);
  expect(lines[1]).toMatch(roles);
  expect(status).toBe(0);
});

describe("a run that cannot succeed", () => {
  /** One line, a failure, and nothing new in the folder. */
  function expectRefusal(argv: string[], sentence: RegExp) {
    const before = readdirSync(folder).sort();
    const { status, lines } = report(...argv);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(sentence);
    expect(status).not.toBe(0);
    expect(readdirSync(folder).sort()).toEqual(before);
  }

  it("names a missing file", () => expectRefusal([inFolder("none.xlsx")], /There is no file .*none\.xlsx/));

  it("names a folder given as a workbook", () => expectRefusal([folder], /is a folder, not a workbook/));

  it("names a file that is no workbook", () => {
    writeFileSync(inFolder("notes.xlsx"), "Alder Foods;500\n");
    expectRefusal([inFolder("notes.xlsx")], /notes\.xlsx is not an Excel workbook/);
  });

  it("names an empty file", () => {
    writeFileSync(inFolder("empty.xlsx"), "");
    expectRefusal([inFolder("empty.xlsx")], /empty\.xlsx is empty/);
  });

  it("names a workbook that was cut off", async () => {
    const whole = await writeWorkbook(clientBook());
    writeFileSync(inFolder("cut.xlsx"), whole.slice(0, whole.length / 2));
    expectRefusal([inFolder("cut.xlsx")], /cut\.xlsx is damaged/);
  });

  it.each([
    ["one column", "Client\nAlder\nBirch\n", /list\.csv has only one column/],
    ["nothing", "", /list\.csv is empty/],
    ["no text", "\u0000\u0001\u0002", /list\.csv is not a text file/],
  ])("names a .csv file with %s", (_, text, sentence) => {
    writeFileSync(inFolder("list.csv"), text);
    expectRefusal([inFolder("list.csv")], sentence);
  });

  it("says that a workbook has a password", () => {
    copyFileSync(path.join(root, "tests/fixtures/password-protected.xlsx"), inFolder("secret.xlsx"));
    expectRefusal([inFolder("secret.xlsx")], /secret\.xlsx is protected by a password/);
  });

  it("says that a workbook is in the old format", () => {
    copyFileSync(path.join(root, "tests/fixtures/old-format.xls"), inFolder("old.xlsx"));
    expectRefusal([inFolder("old.xlsx")], /old \.xls format/);
  });

  it.each<[string, WorkbookRecord, RegExp]>([
    ["an empty sheet", workbookOf([sheetOf("Sheet1", [])]), /Sheet1.*empty|no client list/i],
    [
      "no client column",
      clientBook([
        ["Sales", "Profit"],
        [5, 1],
        [3, 1],
      ]),
      /client/i,
    ],
    [
      "no number column",
      clientBook([
        ["Client", "Manager"],
        ["Alder", "Anna"],
        ["Birch", "Boris"],
      ]),
      /number|amount/i,
    ],
    [
      "a total of zero",
      clientBook([
        ["Client", "Sales"],
        ["Alder", 5],
        ["Birch", -5],
      ]),
      /Clients!A1:B3 add up to zero/,
    ],
    [
      "a negative total",
      clientBook([
        ["Client", "Sales"],
        ["Alder", 5],
        ["Birch", -9],
      ]),
      /Clients!A1:B3 add up to −4/,
    ],
    [
      "a mapped header that stands twice",
      workbookOf([
        sheetOf("Clients", [
          ["Client", "Sales", "Sales"],
          ["Alder", 5, 6],
          ["Birch", 9, 1],
        ]),
      ]),
      /Sales.*\(B\).*Sales.*\(C\).*--column amount=/,
    ],
    [
      "no client left",
      clientBook([
        ["Client", "Sales"],
        ["Total", 14],
        ["Итого", 14],
      ]),
      /None of the 2 rows of the list at Clients!A1:B3/,
    ],
  ])("names %s", async (_, record, sentence) => {
    expectRefusal([await save("clients.xlsx", record)], sentence);
  });

  it("names an unknown sheet and those that exist", async () => {
    expectRefusal([await save("clients.xlsx", clientBook()), "--sheet", "Sales"], /Sales.*Clients/);
  });

  it("names an unknown preset and those that exist", async () => {
    expectRefusal(
      [await save("clients.xlsx", clientBook()), "--preset", "mine"],
      /mine.*delovaya-sreda-2023/,
    );
  });

  it("refuses an output equal to the input, also through a link", async () => {
    const input = await save("clients.xlsx", clientBook());
    expectRefusal([input, "-o", input], /is the input itself/);
    symlinkSync(input, inFolder("alias.xlsx"));
    expectRefusal([input, "-o", inFolder("alias.xlsx")], /is the input itself/);
    linkSync(input, inFolder("twin.xlsx"));
    expectRefusal([input, "-o", inFolder("twin.xlsx")], /is the input itself/);
  });

  it("refuses to write the figures over what is read or written", async () => {
    const input = await save("clients.xlsx", clientBook());
    symlinkSync(input, inFolder("alias.json"));
    expectRefusal([input, "--json", inFolder("alias.json")], /alias\.json is the input itself/);
    expectRefusal([input, "--json", inFolder("clients-keyfolio.xlsx")], /is the output workbook/);
    writeFileSync(inFolder("rules.json"), "{}");
    expectRefusal(
      [input, "--rules", inFolder("rules.json"), "--json", inFolder("rules.json")],
      /is the file with the rules/,
    );
    expectRefusal([input, "--rules", inFolder("rules.json"), "-o", inFolder("rules.json")], /with the rules/);
    expectRefusal([input, "--json", inFolder("none/figures.json")], /figures\.json cannot be written/);
  });

  it("names rules that are missing or no JSON", async () => {
    const input = await save("clients.xlsx", clientBook());
    expectRefusal([input, "--rules", inFolder("rules.json")], /There is no file .*rules\.json/);
    writeFileSync(inFolder("rules.json"), "{ preset: }");
    expectRefusal([input, "--rules", inFolder("rules.json")], /--rules: .*rules\.json is not JSON/);
  });

  it("names an output that cannot be written", async () => {
    const input = await save("clients.xlsx", clientBook());
    expectRefusal([input, "-o", inFolder("none/out.xlsx")], /out\.xlsx cannot be written/);
    mkdirSync(inFolder("out.xlsx"));
    expectRefusal([input, "-o", inFolder("out.xlsx")], /out\.xlsx cannot be written/);
    expectRefusal([input, "-o", path.join(input, "out.xlsx")], /out\.xlsx cannot be written/);
  });

  it("leaves an earlier output as it was", async () => {
    const input = await save(
      "clients.xlsx",
      clientBook([
        ["Client", "Sales"],
        ["Alder", 5],
        ["Birch", -5],
      ]),
    );
    writeFileSync(inFolder("clients-keyfolio.xlsx"), "last month");
    utimesSync(inFolder("clients-keyfolio.xlsx"), 1, 1);
    expectRefusal([input], /add up to zero/);
    expect(readFileSync(inFolder("clients-keyfolio.xlsx"), "utf8")).toBe("last month");
  });

  it.each<[string[], RegExp]>([
    [[], /Name exactly one input workbook.*Usage/],
    [["a.xlsx", "b.xlsx"], /found 2/],
    [["a.xlsx", "--colour", "red"], /--colour is not an option/],
    [["a.xlsx", "--lang", "fr"], /not "fr"/],
    [["a.xlsx", "--sheet"], /--sheet needs a value/],
    [["a.xlsx", "--periods", "0"], /--periods/],
    [["a.xlsx", "--as-of", "2025-02-30"], /--as-of/],
  ])("names the mistake in %j", (argv, sentence) => expectRefusal(argv, sentence));

  it("speaks Russian when asked", () =>
    expectRefusal([inFolder("none.xlsx"), "--lang", "ru"], /^Файла .*none\.xlsx нет\.$/));
});
