/** The sample's own columns, with the text number, the question mark and the row without a client that it has, in every formula. */
import { sampleTextsOf } from "../../src/locales/sample-texts";
import { sampleHeaderRow, sampleList } from "../../src/portfolio";
import { columnLetters } from "../../src/portfolio/list/address";
import { sheetOf, type Cell } from "../workbook-records";
import { openBuiltAddIn, type BuiltAddIn } from "./built-add-in";

describe.each([
  { language: "en-US", texts: sampleTextsOf.en },
  { language: "ru-RU", texts: sampleTextsOf.ru },
] as const)("in $language", ({ language, texts }) => {
  const { columns, rows } = sampleList(texts);
  const first = sampleHeaderRow + 2;
  const last = first + rows.length - 1;
  const at = (header: string) => columns.findIndex((column) => column.header === header);
  const months = columns.flatMap(({ kind }, index) => (kind === "month" ? [index] : []));
  const range = (from: number, to = from) => `${columnLetters(from)}${first}:${columnLetters(to)}${last}`;
  const history = range(months[0], months[months.length - 1]);
  const scores = [at(texts.columns.criteria[0]), at(texts.columns.criteria[6])];
  const withText = rows.findIndex((row) => row.includes(texts.textNumber));
  const withMark = rows.findIndex((row) => row.includes("?"));
  const monthOfText = rows[withText].indexOf(texts.textNumber);
  let addIn: BuiltAddIn;

  beforeAll(async () => {
    const cells: Cell[][] = [columns.map(({ header }) => header), ...rows.map((row) => [...row])];
    addIn = await openBuiltAddIn(language, "", [
      sheetOf("List", cells, {}, { row: sampleHeaderRow, column: 0 }),
    ]);
  });
  afterAll(() => addIn.close());

  /** What a formula shows in as many rows, and the message of its first cell. */
  async function answer(
    formula: string,
    height = rows.length,
  ): Promise<{ shown: unknown[]; message: string | null }> {
    const place = columns.length + 2;
    const shown = await addIn.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("List");
      const cell = sheet.getCell(first - 1, place);
      cell.formulas = [[formula]];
      await context.sync();
      const spilled = cell.getResizedRange(height - 1, 0).load({ values: true });
      await context.sync();
      const { values } = spilled;
      return values.map(([value]: unknown[]) => value);
    });
    const message = addIn.host.workbook.$errorMessage("List", first - 1, place);
    await addIn.run(async (context) => {
      context.workbook.worksheets
        .getItem("List")
        .getCell(first - 1, place)
        .clear();
      await context.sync();
    });
    return { shown, message };
  }
  const failing = (shown: readonly unknown[]) =>
    shown.flatMap((value, row) => (value === "#VALUE!" ? [row] : []));

  test("shares of a column without a text stand in every row", async () => {
    const { shown } = await answer(`=KAM.KEYSHARE(${range(months[0])})`);
    expect(failing(shown)).toEqual([]);
    expect(shown.reduce<number>((sum, share) => sum + Number(share), 0)).toBeCloseTo(1, 9);
  });

  test("shares of the month with the text number name its row and the formula that does without; with it only that row fails", async () => {
    const month = range(monthOfText);
    const { message } = await answer(`=KAM.KEYSHARE(${month})`, 1);
    expect(message).toContain(language === "ru-RU" ? `строка ${withText + 1}` : `row ${withText + 1}`);
    expect(message).toContain("=KAM.KEYSHARE(amounts");
    const { shown } = await answer(`=KAM.KEYSHARE(${month},IF(ISNUMBER(${month}),${month},0))`);
    expect(failing(shown)).toEqual([withText]);
  });

  test("classes need every amount; left out of the population, the text number fails its row only", async () => {
    const { message } = await answer(`=KAM.ABCXYZ(${history})`, 1);
    expect(message).toContain("=KAM.ABCXYZ(history");
    const { shown } = await answer(`=KAM.ABCXYZ(${history},IF(ISNUMBER(${history}),${history},0))`);
    expect(failing(shown)).toEqual([withText]);
    expect(shown.filter((value) => /^[ABC][XYZN]$/.test(String(value)))).toHaveLength(rows.length - 1);
  });

  test("a question mark for a score fails the score and the quadrant of its row only", async () => {
    const score = await answer(`=KAM.SCORE(${range(scores[0], scores[1])})`);
    expect(failing(score.shown)).toEqual([withMark]);
    const middle = at(texts.columns.criteria[4]);
    const quadrant = await answer(`=KAM.KAISM(${range(scores[0], middle - 1)},${range(middle, scores[1])})`);
    expect(failing(quadrant.shown)).toEqual([withMark]);
  });

  test("statuses of shares and the concentration of the totals work as they are", async () => {
    const total = range(at(texts.columns.total));
    const { shown } = await answer(`=KAM.KEYSTATUS(KAM.KEYSHARE(${total}))`);
    expect(failing(shown)).toEqual([]);
    const { shown: measures } = await answer(`=KAM.CONCENTRATION(${total})`, 6);
    expect(measures[0]).toMatch(/^HHI/);
  });
});
