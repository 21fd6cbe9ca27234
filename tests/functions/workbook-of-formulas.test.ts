/**
 * A workbook of formulas: every case of tests/functions/formulas on a sheet of its own, calculated by the stand-in for
 * Excel with the built add-in loaded, and read back through Office.js.
 */
import { sheetOf, sheetWithTable } from "../workbook-records";
import { openBuiltAddIn, type BuiltAddIn } from "./built-add-in";
import { expectShown } from "./call";
import { caseFiles, formulaCases, type Shown } from "./formula-cases";

/** Where the formula stands: to the right of the cells of every case. */
const PLACE = { address: "L1", row: 0, column: 11 };

const cases = caseFiles.flatMap(formulaCases);
const sheetName = (index: number) => `Case ${index + 1}`;
describe.each([
  { language: "en-US", blank: "" },
  { language: "ru-RU", blank: 0 },
] as const)("in $language, blank cells as '$blank'", ({ language, blank }) => {
  let addIn: BuiltAddIn;
  const found: Shown[][][] = [];

  beforeAll(async () => {
    addIn = await openBuiltAddIn(
      language,
      blank,
      cases.map(({ cells }, index) => sheetOf(sheetName(index), cells)),
    );
    await addIn.run(async (context) => {
      const sheets = context.workbook.worksheets;
      cases.forEach(({ formula }, index) => {
        sheets.getItem(sheetName(index)).getRange(PLACE.address).formulas = [[formula]];
      });
      await context.sync();
      const ranges = cases.map(({ expected }, index) =>
        sheets
          .getItem(sheetName(index))
          .getRange(PLACE.address)
          .getResizedRange(expected.en.length - 1, expected.en[0].length - 1)
          .load({ values: true }),
      );
      await context.sync();
      ranges.forEach(({ values }, index) => {
        found[index] = values.map((row: unknown[], r: number) =>
          row.map((value, c) => shownCell(value, index, r, c)),
        );
      });
    });
  });
  afterAll(() => addIn?.close());

  function shownCell(value: unknown, index: number, row: number, column: number): Shown {
    if (typeof value !== "string" || !/^#[A-Z/0!?]+$/.test(value)) return value as Shown;
    const message = addIn.host.workbook.$errorMessage(
      sheetName(index),
      PLACE.row + row,
      PLACE.column + column,
    );
    return message === null ? { error: value } : { error: value, message };
  }

  test.each(cases.map((formulaCase, index) => ({ ...formulaCase, index })))(
    "$formula: $title",
    ({ index, expected }) => {
      expectShown(found[index], expected[language === "ru-RU" ? "ru" : "en"]);
    },
  );
});

describe.each([
  { language: "en-US", blank: "" },
  { language: "ru-RU", blank: 0 },
] as const)("in every row of a table, in $language", ({ language, blank }) => {
  const rows = [
    ["Aster", 60, "Anna", 20, 20, 20, 9, 8],
    ["Borealis", 30, "Boris", 10, 12, 8, 8, 2],
    ["Cobalt", 10, "Anna", null, null, 10, 2, 9],
  ];
  const headers = ["Client", "Sales", "Manager", "Jan", "Feb", "Mar", "Volume", "Price"];
  const formulas: [formula: string, inEnglish: Shown[], inRussian?: Shown[]][] = [
    ["=KAM.KEYSHARE([@Sales],[Sales])", [0.6, 0.3, 0.1]],
    ["=KAM.KEYSHARE([@Sales],SUM([Sales]))", [0.6, 0.3, 0.1]],
    ["=KAM.KEYSHARE([@Sales],[Sales],[@Manager],[Manager])", [60 / 70, 1, 10 / 70]],
    [
      "=KAM.KEYSTATUS([@Sales]/100)",
      ["Mono-client", "Dependence", "Key"],
      ["Моноклиент", "Зависимость", "Ключевой"],
    ],
    ["=KAM.ABCXYZ(Clients[@[Jan]:[Mar]],Clients[[Jan]:[Mar]])", ["AX", "AY", "BN"]],
    [
      "=KAM.KAISM([@Volume],[@Price],,,5.5,5.5)",
      ["Key", "Development", "Maintenance"],
      ["Ключевые", "Развития", "Поддержки"],
    ],
    ["=KAM.SCORE([@[Volume]:[Price]])", [8.5, 5, 5.5]],
  ];

  test.each(formulas)("%s", async (formula, inEnglish, inRussian = inEnglish) => {
    const expected = language === "ru-RU" ? inRussian : inEnglish;
    const addIn = await openBuiltAddIn(language, blank, [
      sheetWithTable("List", "Clients", [[...headers, "Result"], ...rows.map((row) => [...row, null])]),
    ]);
    try {
      const values = await addIn.run(async (context) => {
        const body = context.workbook.tables.getItem("Clients").columns.getItem("Result").getDataBodyRange();
        body.formulas = rows.map(() => [formula]);
        await context.sync();
        body.load({ values: true });
        await context.sync();
        return body.values as Shown[][];
      });
      expectShown(
        values,
        expected.map((value) => [value]),
      );
    } finally {
      addIn.close();
    }
  });
});
