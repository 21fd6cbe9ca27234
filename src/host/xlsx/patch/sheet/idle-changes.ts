import { formulaPieces } from "../../../model/formula/formula-text";
import { areaBetween, contains, intersection } from "../../../model/reference";
import type { Area, NameRecord } from "../../../workbook-record";
import { sameFormula, sameLook, type CellChange } from "./cell-changes";

/** The changed cells of a sheet by row, and what the sheet is called. */
export interface SheetChanges {
  name: string;
  changes: Map<number, CellChange[]>;
}

/** Functions whose answer is another one every time, though nothing was changed. */
const restless = /\b(?:RAND|RANDBETWEEN|RANDARRAY|NOW|TODAY)\(/i;
/** Functions that refer to cells which their text does not name. */
const roundabout = /\b(?:INDIRECT|OFFSET)\(/i;

interface Result extends Meaning {
  change: CellChange;
  sheet: string;
}

/** What a formula stands on, by itself or through defined names. */
interface Meaning {
  /** The cells that it names; null when it refers to cells in another way. */
  references: readonly { sheet: string; area: Area }[] | null;
  isRestless: boolean;
}

/**
 * Takes out the results that are others only because time has gone on or chance has it, with what follows from them: nothing
 * was done to those cells, and whoever opens the workbook calculates them anyway.
 * @param names the defined names that mean what they meant
 */
export function dropIdleChanges(sheets: readonly SheetChanges[], names: readonly NameRecord[]): void {
  const meanings = new Meanings(names);
  const results: Result[] = [];
  const changed = new Map<string, Map<number, Set<number>>>();
  const mark = (sheet: string, { row, column }: CellChange) => {
    const rows = changed.get(sheet) ?? new Map<number, Set<number>>();
    changed.set(sheet, rows.set(row, (rows.get(row) ?? new Set()).add(column)));
  };
  for (const { name, changes } of sheets) {
    for (const change of [...changes.values()].flat()) {
      const { before, after } = change;
      const isResult = before && after && sameFormula(before, after) && sameLook(before, after);
      if (isResult && after.formula !== undefined)
        results.push({ change, sheet: name.toLowerCase(), ...meanings.of(after.formula, name) });
      else if (!(isResult && after.spilled)) mark(name.toLowerCase(), change);
    }
  }
  if (!results.some(({ isRestless }) => isRestless)) return;
  let waiting = results;
  for (let count = -1; count !== waiting.length;) {
    count = waiting.length;
    waiting = waiting.filter(({ change, sheet, references }) => {
      const follows =
        references === null || references.some((each) => isAnyIn(changed.get(each.sheet), each.area));
      if (follows) mark(sheet, change);
      return !follows;
    });
  }
  const idle = new Set(waiting.map(({ change }) => change));
  for (const { name, changes } of sheets) {
    const spills = waiting.flatMap(
      ({ change, sheet }) => (sheet === name.toLowerCase() && change.after?.spill) || [],
    );
    const isSpilled = ({ row, column, after }: CellChange) =>
      after?.spilled === true &&
      spills.some((spill) => contains(spill, { row, column, rows: 1, columns: 1 }));
    for (const [row, inRow] of changes) {
      const rest = inRow.filter((change) => !idle.has(change) && !isSpilled(change));
      if (rest.length > 0) changes.set(row, rest);
      else changes.delete(row);
    }
  }
}

/** Names may stand on names: deeper than any sensible one. */
const deepest = 20;
/** A reference that means the same cells wherever its name is used. */
const fixed = /^(?:\$[A-Z]+\$\d+(?::\$[A-Z]+\$\d+)?|\$[A-Z]+:\$[A-Z]+|\$\d+:\$\d+)$/i;

class Meanings {
  private readonly names: ReadonlyMap<string, NameRecord>;

  constructor(names: readonly NameRecord[]) {
    this.names = new Map(names.map((each) => [keyOf(each.name, each.scope), each]));
  }

  /** @param sheet the one on which the formula stands; null for that of a name, which stands nowhere */
  of(formula: string, sheet: string | null, depth = 0): Meaning {
    const references: { sheet: string; area: Area }[] = [];
    let isRestless = restless.test(formula);
    let isClear = !roundabout.test(formula) && depth < deepest;
    for (const piece of isClear ? formulaPieces(formula) : []) {
      if (piece.kind === "name") {
        const name = this.nameFor(piece.name, piece.sheet?.name ?? sheet);
        const meaning = name && this.of(name.formula, null, depth + 1);
        isRestless ||= meaning?.isRestless ?? false;
        isClear &&= meaning?.references != null;
        references.push(...(meaning?.references ?? []));
      } else if (piece.kind === "reference") {
        const area = areaBetween(piece.first, piece.second ?? piece.first);
        const on = piece.sheet?.name ?? sheet;
        const isFixed = sheet !== null || fixed.test(piece.text.slice(piece.sheet?.text.length ?? 0));
        if (area === null || on === null || !isFixed || piece.spilled) isClear = false;
        else references.push({ sheet: on.toLowerCase(), area });
      } else if (piece.kind === "structured" || piece.kind === "unreadable") isClear = false;
    }
    return { references: isClear ? references : null, isRestless };
  }

  private nameFor(name: string, sheet: string | null): NameRecord | undefined {
    return (
      (sheet === null ? undefined : this.names.get(keyOf(name, sheet))) ?? this.names.get(keyOf(name, null))
    );
  }
}

/** A sheet's name has no line break. */
function keyOf(name: string, scope: string | null): string {
  return `${scope?.toLowerCase() ?? ""}\n${name.toLowerCase()}`;
}

function isAnyIn(rows: ReadonlyMap<number, ReadonlySet<number>> | undefined, area: Area): boolean {
  if (rows === undefined) return false;
  const isIn = (row: number) =>
    [...(rows.get(row) ?? [])].some(
      (column) => intersection(area, { row, column, rows: 1, columns: 1 }) !== null,
    );
  if (rows.size < area.rows)
    return [...rows.keys()].some((row) => row >= area.row && row < area.row + area.rows && isIn(row));
  return Array.from({ length: area.rows }, (_, index) => area.row + index).some(isIn);
}
