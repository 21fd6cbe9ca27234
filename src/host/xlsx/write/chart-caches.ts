import type { Area, CellRecord, WorkbookRecord } from "../../workbook-record";
import { parsedReference } from "../vocabulary/address";
import { formulaInFile } from "../vocabulary/formula-in-file";
import type { FileChart } from "../library";

type Cell = Pick<CellRecord, "value" | "format">;

/**
 * The values behind references of charts. They go into the file beside each reference,
 * so that viewers that calculate nothing draw the chart all the same.
 */
export class ChartCaches {
  private readonly sheets = new Map<string, Map<number, Cell>>();

  constructor(private readonly record: WorkbookRecord) {}

  /** Numbers of a block in reading order; blanks, texts and errors are gaps. */
  numbers(reference: string): FileChart.NumberReference {
    const cells = this.cells(reference);
    return {
      formula: formulaInFile(reference),
      cache: {
        formatCode: cells.find((cell) => cell?.format?.numberFormat)?.format?.numberFormat ?? "General",
        pointCount: cells.length,
        points: cells.flatMap((cell, index) =>
          typeof cell?.value === "number" ? [{ index, value: cell.value }] : [],
        ),
      },
    };
  }

  texts(reference: string): FileChart.StringReference {
    return { formula: formulaInFile(reference), cache: textCache(this.cells(reference)) };
  }

  /** Categories: numbers when every filled cell is one, else texts; a block is a hierarchy, its last column the finest. */
  categories(reference: string): FileChart.AxisDataSource {
    const block = parsedReference(reference);
    if (block && block.area.rows > 1 && block.area.columns > 1) {
      const { sheetName, area } = block;
      const levels = Array.from({ length: area.columns }, (_, index) => {
        const column = { ...area, column: area.column + area.columns - 1 - index, columns: 1 };
        return textCache(this.cellsOf(sheetName, column));
      });
      return {
        multiLvlStrRef: { formula: formulaInFile(reference), cache: { pointCount: area.rows, levels } },
      };
    }
    const filled = this.cells(reference).filter((cell) => cell?.value !== undefined && cell.value !== "");
    const numeric = filled.length > 0 && filled.every((cell) => typeof cell?.value === "number");
    return numeric ? { numRef: this.numbers(reference) } : { strRef: this.texts(reference) };
  }

  private cells(reference: string): (Cell | undefined)[] {
    const block = parsedReference(reference);
    return block ? this.cellsOf(block.sheetName, block.area) : [];
  }

  private cellsOf(sheetName: string, area: Area): (Cell | undefined)[] {
    const sheet = this.sheet(sheetName);
    const found: (Cell | undefined)[] = [];
    for (let row = area.row; row < area.row + area.rows; row++) {
      for (let column = area.column; column < area.column + area.columns; column++)
        found.push(sheet.get(row * 16_384 + column));
    }
    return found;
  }

  private sheet(name: string): Map<number, Cell> {
    let sheet = this.sheets.get(name);
    if (!sheet) {
      const found = this.record.sheets.find(
        (candidate) => candidate.name.toLowerCase() === name.toLowerCase(),
      );
      sheet = new Map(found?.cells.map((cell) => [cell.row * 16_384 + cell.column, cell]));
      this.sheets.set(name, sheet);
    }
    return sheet;
  }
}

function textCache(cells: (Cell | undefined)[]): FileChart.StringCache {
  const points = cells.flatMap((cell, index) => {
    const value = cell?.value;
    if (value === undefined || value === "") return [];
    return [{ index, value: typeof value === "object" ? value.error : shown(value) }];
  });
  return { pointCount: cells.length, points };
}

function shown(value: string | number | boolean): string {
  return typeof value === "boolean" ? String(value).toUpperCase() : String(value);
}
