import path from "node:path";
import { openExcelHost } from "../../../../src/host/excel-host";
import { openOfficeWindow } from "../../../../src/host/office-window";
import type { WorkbookRecord } from "../../../../src/host/workbook-record";
import { patchWorkbook, readWorkbook } from "../../../../src/host/xlsx";
import { partsOf } from "../package-of";

const page = path.join(__dirname, "../../../../dist/taskpane.html");

interface Page {
  keyfolio: {
    classifyAndReport(request: object, onProgress: () => void): Promise<{ ok: boolean; message?: string }>;
  };
}

/** The output of a run on a workbook, by the built page, as the command line makes it. */
export async function runOn(bytes: Uint8Array, request: object = {}): Promise<Uint8Array> {
  const { record, file } = await readWorkbook(bytes);
  const host = await openExcelHost(record, { language: "en-US" });
  const opened = await host.toRecord();
  const office = await openOfficeWindow(host, { page });
  try {
    const { keyfolio } = office.window as unknown as Page;
    const outcome = await keyfolio.classifyAndReport(
      { asOf: "2026-01-15", isUnattended: true, ...request },
      () => undefined,
    );
    if (!outcome.ok) throw new Error(outcome.message);
    return await patchWorkbook(file, opened, await host.toRecord(), host.cellShifts());
  } finally {
    office.close();
    host.dispose();
  }
}

/** The bytes after a change that a person or an add-in made in the host. */
export async function changed(
  bytes: Uint8Array,
  change: (record: WorkbookRecord) => WorkbookRecord,
): Promise<Uint8Array> {
  const { record, file } = await readWorkbook(bytes);
  const host = await openExcelHost(record, { language: "en-US" });
  try {
    const opened = await host.toRecord();
    return await patchWorkbook(file, opened, change(structuredClone(opened)));
  } finally {
    host.dispose();
  }
}

/** Cells of a worksheet's text by address, each as it is written. */
export function cellTexts(worksheet: string): Map<string, string> {
  const cells = worksheet.matchAll(/<(?:\w+:)?c\s[^>]*?\br="([A-Z]+\d+)"[^>]*?(?:\/>|>.*?<\/(?:\w+:)?c>)/gs);
  return new Map([...cells].map(([text, address]) => [address, text]));
}

/** What may differ between a workbook and the output of a run on it: where we are registered, and the list itself. */
const registers = [
  "[Content_Types].xml",
  "_rels/.rels",
  "docProps/app.xml",
  "xl/_rels/workbook.xml.rels",
  "xl/sharedStrings.xml",
  "xl/styles.xml",
  "xl/workbook.xml",
];

/** Counts and extents that our additions make larger. */
const bare = (xml: string) =>
  xml.replace(/\s(?:count|uniqueCount|activeTab|size)="\d+"/g, "").replace(/<(\w+)\/>/g, "<$1>");

/**
 * Compares a workbook with the output of a run on it, part by part and cell by cell.
 * @param list parts that the run writes into: the sheet with the list, its table
 * @returns how many parts are the same to the byte, and everything that was lost, in words
 */
export async function compared(
  input: Uint8Array,
  output: Uint8Array,
  list: readonly string[],
): Promise<{ identical: number; lost: string[] }> {
  const [before, after] = [await partsOf(input), await partsOf(output)];
  const lost: string[] = [];
  let identical = 0;
  for (const [name, text] of before) {
    const now = after.get(name);
    if (now === text) identical++;
    else if (now === undefined) lost.push(`${name} is gone`);
    else if (registers.includes(name)) lost.push(...lostElements(name, bare(text), bare(now)));
    else if (list.includes(name)) lost.push(...lostCells(name, text, now));
    else lost.push(`${name} differs`);
  }
  return { identical, lost };
}

/** Elements of a register that are not in its successor: it may only have become longer. */
function lostElements(name: string, before: string, after: string): string[] {
  const rest = new Map<string, number>();
  for (const tag of after.match(/<[^>]+>[^<]*/g) ?? []) rest.set(tag, (rest.get(tag) ?? 0) + 1);
  return (before.match(/<[^>]+>[^<]*/g) ?? []).flatMap((tag) => {
    const left = rest.get(tag) ?? 0;
    rest.set(tag, left - 1);
    // The number of worksheets among the document's properties.
    return left > 0 || /^<vt:i4>/.test(tag) ? [] : [`${name} has lost ${tag}`];
  });
}

function lostCells(name: string, before: string, after: string): string[] {
  const now = cellTexts(after);
  const cells = [...cellTexts(before)].flatMap(([address, text]) =>
    now.get(address) === text ? [] : [`${name}!${address} was ${text} and is ${now.get(address)}`],
  );
  const frame = (xml: string) => {
    return xml
      .replace(/<(\w+:)?sheetData>.*<\/(\w+:)?sheetData>/s, "")
      .replace(/<(\w+:)?cols>.*<\/(\w+:)?cols>/s, "")
      .replace(
        /<tableColumn id="\d+" name="(?:Share|Status|ABC|XYZ|Quadrant|Activity|Reason|Action)"\/>/g,
        "",
      )
      .replace(/\s(?:ref|count)="[^"]*"/g, "");
  };
  return frame(before) === frame(after) ? cells : [...cells, `${name} differs around its cells`];
}
