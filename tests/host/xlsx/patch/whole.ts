import path from "node:path";
import { openExcelHost } from "../../../../src/host/excel-host";
import { openOfficeWindow } from "../../../../src/host/office-window";
import { columnIndex, columnLetters } from "../../../../src/host/model/reference";
import type { WorkbookRecord } from "../../../../src/host/workbook-record";
import { patchWorkbook, readWorkbook } from "../../../../src/host/xlsx";
import { decode } from "../../../../src/host/xlsx/package/package-parts";
import { unpacked, zipEntries, zipEntry, zipped } from "../../../../src/host/xlsx/package/zip-container";
import { defaultPolicy } from "../../../../src/portfolio";
import { packageFaults } from "../rich/package-faults";
import { strangeWorkbook } from "../rich/foreign-habits";
import { listPart, tablePart } from "../rich/rich-workbook";

const page = path.join(__dirname, "../../../../dist/taskpane.html");

interface Page {
  keyfolio: {
    classifyAndReport(
      request: object,
      onProgress: () => void,
    ): Promise<{ ok: boolean; message?: string; said?: string[]; figures?: object }>;
  };
}

/** The rules of a run that has no need of the Proof sheet, which is most of what such a run takes. */
export const unproved = { rules: { ...defaultPolicy, proof: false } };

/** The output of a run on a workbook, by the built page, as the command line makes it. */
export async function runOn(bytes: Uint8Array, request: object = {}): Promise<Uint8Array> {
  return (await outcomeOf(bytes, request)).output;
}

/** What a run on a workbook gives: its output, what it says, and the figures for other programs where they are asked for. */
export async function outcomeOf(
  bytes: Uint8Array,
  request: object = {},
): Promise<{ output: Uint8Array; said: string[]; figures: string }> {
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
    const output = await patchWorkbook(file, opened, await host.toRecord(), host.cellShifts());
    return { output, said: [...(outcome.said ?? [])], figures: JSON.stringify(outcome.figures ?? null) };
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

/** Name of the list's element, its place and its text. */
interface CellText {
  row: number;
  column: number;
  text: string;
}

/** Cells of a worksheet's text, each as it is written; one that does not say where it is stands behind the one before it. */
function cellsIn(worksheet: string): CellText[] {
  const cells: CellText[] = [];
  let [row, column] = [-1, -1];
  const bare = worksheet.replace(/<!--.*?-->/gs, (comment) => " ".repeat(comment.length));
  const tags = /<(?:\w+:)?row(?=[\s/>])([^>]*)>|<((?:\w+:)?)c(?=[\s/>])([^>]*?)(?:\/>|>.*?<\/\2c\s*>)/gs;
  for (const found of bare.matchAll(tags)) {
    const said = /\sr\s*=\s*["']([A-Z]*)(\d+)["']/.exec(found[1] ?? found[3]);
    if (found[1] !== undefined) [row, column] = [said ? Number(said[2]) - 1 : row + 1, -1];
    else {
      if (said) row = Number(said[2]) - 1;
      column = said ? columnIndex(said[1]) : column + 1;
      const text = worksheet.slice(found.index, found.index + found[0].length);
      cells.push({ row, column, text });
    }
  }
  return cells;
}

/** Cells of a worksheet's text by address, each as it is written. */
export function cellTexts(worksheet: string): Map<string, string> {
  return new Map(
    cellsIn(worksheet).map(({ row, column, text }) => [columnLetters(column) + (row + 1), text]),
  );
}

/** What may differ between a workbook and the output of a run on it: where we are registered, and the list itself. */
const register =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|docProps\/app\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/(?:calcChain|sharedStrings|styles|workbook)\.xml)$/i;

/** Counts and extents that our additions make larger. */
const bare = (xml: string) =>
  xml.replace(/\s(?:count|uniqueCount|activeTab|size)=(?:"\d+"|'\d+')/g, "").replace(/<([\w:]+)\/>/g, "<$1>");

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
  const [before, after] = await Promise.all([contentsOf(input), contentsOf(output)]);
  const lost: string[] = [];
  let identical = 0;
  for (const [name, text] of before) {
    const now = after.get(name);
    if (now === text) identical++;
    else if (now === undefined) lost.push(`${name} is gone`);
    else if (register.test(name)) lost.push(...lostElements(name, bare(text), bare(now)));
    else if (list.some((part) => part.toLowerCase() === name.toLowerCase()))
      lost.push(...lostCells(name, text, now));
    else lost.push(`${name} differs`);
  }
  return { identical, lost };
}

/** Parts by name: texts as texts, all else letter for byte. */
async function contentsOf(bytes: Uint8Array): Promise<Map<string, string>> {
  const contents = new Map<string, string>();
  for (const entry of zipEntries(bytes)) {
    const content = Buffer.from(await unpacked(entry));
    const isWide = content[0] === 0xff && content[1] === 0xfe;
    const encoding = isWide ? "utf16le" : /\.(?:xml|rels|vml)$/.test(entry.name) ? "utf8" : "latin1";
    contents.set(entry.name, content.toString(encoding));
  }
  return contents;
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
  const [was, is] = [cellTexts(before), cellTexts(after)];
  const added = new Set(
    cellsIn(after)
      .filter(({ row, column }) => !was.has(columnLetters(column) + (row + 1)))
      .map(({ column }) => column),
  );
  const cells = [...was].flatMap(([address, text]) =>
    is.get(address) === text ? [] : [`${name}!${address} was ${text} and is ${is.get(address)}`],
  );
  const rows = rowTags(after);
  for (const [row, tag] of rowTags(before))
    if (rows.get(row) !== tag) cells.push(`${name} row ${row + 1} was ${tag} and is ${rows.get(row)}`);
  const sizes = columnTags(after);
  for (const [column, tag] of columnTags(before))
    if (sizes.get(column) !== tag && !added.has(column))
      cells.push(`${name} column ${columnLetters(column)} was ${tag} and is ${sizes.get(column)}`);
  return frameOf(before) === frameOf(after) ? cells : [...cells, `${name} differs around its cells`];
}

/** What rows say of themselves, but for the columns that they span. */
function rowTags(worksheet: string): Map<number, string> {
  const tags = new Map<number, string>();
  let row = -1;
  for (const [tag] of worksheet.matchAll(/<(?:\w+:)?row(?=[\s/>])[^>]*>/g)) {
    const said = /\sr\s*=\s*["'](\d+)["']/.exec(tag);
    row = said ? Number(said[1]) - 1 : row + 1;
    tags.set(row, tag.replace(/\sspans\s*=\s*(?:"[^"]*"|'[^']*')/, "").replace(/\s*\/?>$/, ""));
  }
  return tags;
}

/** What is said of the first two hundred columns, each by itself. */
function columnTags(worksheet: string): Map<number, string> {
  const tags = new Map<number, string>();
  for (const [tag] of worksheet.matchAll(/<(?:\w+:)?col(?=[\s/>])[^>]*>/g)) {
    const [first, last] = ["min", "max"].map((name) =>
      Number(new RegExp(`\\s${name}=["'](\\d+)`).exec(tag)?.[1]),
    );
    for (let column = first - 1; column < Math.min(last, 200); column++)
      tags.set(column, tag.replace(/\s(?:min|max)=(?:"\d+"|'\d+')/g, ""));
  }
  return tags;
}

function frameOf(xml: string): string {
  return xml
    .replace(/<(\w+:)?sheetData>.*<\/(\w+:)?sheetData>/s, "")
    .replace(/<(\w+:)?cols>.*<\/(\w+:)?cols>/s, "")
    .replace(
      /<(?:\w+:)?tableColumn id="\d+" name="(?:Share|Status|ABC|XYZ|Quadrant|Activity|Reason|Action)"\/>/g,
      "",
    )
    .replace(/\s(?:ref|count)=(?:"[^"]*"|'[^']*')/g, "");
}

/** The workbook with another number in a cell, as if a month had passed. */
export async function withAmount(
  bytes: Uint8Array,
  part: string,
  address: string,
  amount: number,
): Promise<Uint8Array> {
  const entries = zipEntries(bytes);
  const entry = entries.find(({ name }) => name.toLowerCase() === part.toLowerCase())!;
  const text = decode(await unpacked(entry), entry.name);
  const cell = cellTexts(text).get(address)!;
  const now = cell.replace(/(<(?:\w+:)?v>)[^<]*/, `$1${amount}`);
  if (now === cell) throw new Error(`there is no other number in ${cell}`);
  const isWide = (await unpacked(entry))[0] === 0xff;
  const content = Buffer.from(
    (isWide ? "\ufeff" : "") + text.replace(cell, now),
    isWide ? "utf16le" : "utf8",
  );
  const changed = await zipEntry(entry.name, new Uint8Array(content), entry);
  return zipped(entries.map((each) => (each === entry ? changed : each)));
}

/**
 * Everything that is wrong with what three runs give on a workbook as another program may have written it: the first and,
 * with another amount, the second month lose nothing, leave nothing to be repaired that was not before, and a third run
 * changes nothing at all.
 */
export async function strangeFaults(seed: number): Promise<string[]> {
  const { bytes, sheet, amount } = await strangeWorkbook(seed);
  const list = [listPart, tablePart];
  const later = 5_555;
  const broken = new Set(await packageFaults(bytes));
  const first = await runOn(bytes, { sheet, ...unproved });
  const second = await runOn(await withAmount(first, listPart, amount, later), { sheet, ...unproved });
  const third = await runOn(second, { sheet, ...unproved });
  const faults = [await packageFaults(first), await packageFaults(second)].flat();
  return [
    ...(await compared(bytes, first, list)).lost,
    ...faults.filter((fault) => !broken.has(fault)),
    ...(await compared(await withAmount(bytes, listPart, amount, later), second, list)).lost.map(
      (lost) => `second month: ${lost}`,
    ),
    ...(await compared(second, third, [])).lost.map((lost) => `the same month again: ${lost}`),
  ];
}
