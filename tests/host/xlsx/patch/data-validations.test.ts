import type { DataValidationRecord, WorkbookRecord } from "../../../../src/host/workbook-record";
import { readWorkbook, writeWorkbook } from "../../../../src/host/xlsx";
import { foreignWorkbook, partsOf } from "../package-of";
import { sheetRecord, workbookRecord } from "../records";
import { changed } from "./whole";

const sheetPart = "xl/worksheets/s0.xml";
const cells = '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>';
const theirs =
  '<dataValidation type="list" allowBlank="1" showErrorMessage="1" sqref="A1:A9 C1" xr:uid="{1}" xmlns:xr="urn:x"><formula1>"low,high"</formula1></dataValidation>';
const prompt = '<dataValidation showInputMessage="1" promptTitle="Note" prompt="Two&#10;lines" sqref="D4"/>';
const rest = '<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>';

const score: DataValidationRecord = {
  areas: [{ row: 1, column: 4, rows: 3, columns: 1 }],
  type: "WholeNumber",
  operator: "Between",
  formula1: 1,
  formula2: 10,
  ignoreBlanks: true,
  alert: { shows: true, style: "Stop", title: "Score", message: 'A number "1"\nto 10' },
  prompt: { shows: true, title: "", message: "" },
};

/** The text of the sheet after a change. */
async function sheetAfter(inside: string, change: (sheet: WorkbookRecord["sheets"][number]) => void) {
  const bytes = await foreignWorkbook({ sheets: { Data: inside } });
  const output = await changed(bytes, (record) => {
    change(record.sheets[0]);
    return record;
  });
  const { record } = await readWorkbook(output);
  return { text: (await partsOf(output)).get(sheetPart)!, validations: record.sheets[0].dataValidations };
}

const listOf = (...elements: string[]) =>
  `<dataValidations count="${elements.length}">${elements.join("")}</dataValidations>`;

const added =
  '<dataValidation type="whole" allowBlank="1" showInputMessage="1" showErrorMessage="1" errorTitle="Score" error="A number &quot;1&quot;&#10;to 10" sqref="E2:E4"><formula1>1</formula1><formula2>10</formula2></dataValidation>';

test("validations of a file are read: lists, limits, prompts with line breaks", async () => {
  const { validations } = await sheetAfter(cells + listOf(theirs, prompt) + rest, () => undefined);
  expect(validations).toMatchObject([
    {
      areas: [
        { row: 0, column: 0, rows: 9, columns: 1 },
        { row: 0, column: 2, rows: 1, columns: 1 },
      ],
      type: "List",
      formula1: "low,high",
      dropDown: true,
      alert: { shows: true, style: "Stop" },
    },
    { type: "None", prompt: { shows: true, title: "Note", message: "Two\nlines" } },
  ]);
});

test("a new one is put behind those of the user, which stay the same text", async () => {
  const { text, validations } = await sheetAfter(cells + listOf(theirs, prompt) + rest, (sheet) =>
    sheet.dataValidations!.push(score),
  );
  expect(text).toContain(cells + listOf(theirs, prompt, added) + rest);
  expect(validations?.[2]).toEqual(score);
});

test("the first one of a sheet makes the list where the schema wants it", async () => {
  const { text } = await sheetAfter(cells + rest, (sheet) => (sheet.dataValidations = [score]));
  expect(text).toContain(cells + listOf(added) + rest);
});

test("one that goes is taken out, the last one with its list", async () => {
  const both = await sheetAfter(cells + listOf(prompt, theirs) + rest, (sheet) =>
    sheet.dataValidations!.shift(),
  );
  expect(both.text).toContain(cells + listOf(theirs) + rest);
  const none = await sheetAfter(cells + listOf(theirs) + rest, (sheet) => delete sheet.dataValidations);
  expect(none.text).toContain(cells + rest);
});

test("one that loses cells keeps everything else", async () => {
  const { text } = await sheetAfter(cells + listOf(theirs) + rest, (sheet) => {
    sheet.dataValidations![0].areas = [{ row: 0, column: 0, rows: 4, columns: 1 }];
  });
  expect(text).toContain(cells + listOf(theirs.replace("A1:A9 C1", "A1:A4")) + rest);
});

test("a workbook that never was a file has them, too", async () => {
  const bytes = await writeWorkbook(workbookRecord([sheetRecord({ dataValidations: [score] })]));
  const { record } = await readWorkbook(bytes);
  expect(record.sheets[0].dataValidations).toEqual([score]);
});
