import type { Language } from "../../../locales";
import {
  addressOf,
  type Classification,
  type ResultColumn,
  resultColumns,
  type SourceList,
  type Steps,
  type WrittenOver,
} from "../../../portfolio";
import type { Cards } from "../../cards/value-card";
import { asStanding, type CellValue } from "../../cells/cell-value";
import { isUnnamed, type OwnColumn } from "../../marks/own-columns";
import { firstRowOf, hasHiddenHeader, rowCountOf, type ListPlace } from "../../source/list-place";
import { nameOfResultColumn } from "../../marks/own-names";
import { isOwnResult } from "../../marks/own-results";
import { shareFormatIn } from "../../../locales/wording/numbers";
import { freeHeader, isOwnHeader, resultsOf } from "./result-texts";

/** A result column that has something to write. */
export interface PlannedColumn {
  column: ResultColumn;
  /** The column of an earlier run; null = a new one at the end. */
  existing: OwnColumn | null;
  name: string;
  scope: string | null;
  /** Header to write; null = the one that stands there stays, whatever the user made of it. */
  header: string | null;
  /**
   * One per row of the list; "" for rows that are no classified client, null for a cell that is left alone: what somebody has put beside
   * a total or a blank row. Null instead of the list = the cells are right as they are.
   */
  cells: readonly (CellValue | null)[] | null;
  /** Number format of its cells, where they hold numbers. */
  numberFormat?: string;
  /** Cards of some of the cells, and those that stood there before; they come and go with `cells`. */
  cards?: Pick<Cards, "wanted" | "standing">;
}

/**
 * What has to be written so that the list shows the classification: new columns in the order of the policy, and columns of
 * earlier runs that differ. A column that the policy no longer asks for is kept up to date rather than left to lie.
 * Empty when the list shows it all already.
 *
 * @param cardsOfStatus what the status cells shall carry; null where nothing is known of that
 */
export function* planResultsSteps(
  list: SourceList,
  place: ListPlace,
  classification: Classification,
  language: Language,
  cardsOfStatus: Cards | null = null,
): Steps<PlannedColumn[]> {
  const { policy, portfolio } = classification;
  const taken = new Set(
    [...list.columns, ...place.own].map(({ header }) => String(header).trim().toLowerCase()),
  );
  const existing = new Map(place.own.map((own) => [own.column, own]));
  const wanted = [
    ...policy.columns,
    ...resultColumns.filter((column) => existing.has(column) && !policy.columns.includes(column)),
  ];
  const rowCount = rowCountOf(place);
  const planOf = (column: ResultColumn): PlannedColumn[] => {
    const own = existing.get(column) ?? null;
    const results = resultsOf(column, classification, language);
    const cards = column === "status" ? cardsOfStatus : null;
    if (results === null && own === null) return [];
    const ofCells = {
      ...(column === "share" && { numberFormat: shareFormatIn(language) }),
      ...(cards && { cards }),
    };
    const cells = new Array<CellValue | null>(rowCount).fill("");
    for (let row = 0; row < rowCount; row++) {
      const client = portfolio.rowClient[row] ?? -1;
      if (client >= 0 && results) cells[row] = results[client];
      else if (client < 0 && own && !mayBeResult(column, own.contents[row] ?? "")) cells[row] = null;
    }
    if (own === null) {
      const header = freeHeader(column, language, taken);
      taken.add(header.toLowerCase());
      const name = nameOfResultColumn(column, place.id, place.takenNames);
      return [{ column, existing: null, name, scope: null, header, cells, ...ofCells }];
    }
    const translated = isOwnHeader(own.header, column, language === "en" ? "ru" : "en");
    const isTranslated = translated && !isOwnHeader(own.header, column, language);
    const header =
      !hasHiddenHeader(place) && (isTranslated || isUnnamed(own))
        ? freeHeader(column, language, taken)
        : null;
    if (header) taken.add(header.toLowerCase());
    const differs =
      cards?.areRight === false ||
      cells.some((cell, row) => cell !== null && !sameCell(cell, own.contents[row] ?? ""));
    if (!differs && header === null) return [];
    const { name, scope } = own;
    const written = differs ? { cells, ...ofCells } : { cells: null };
    return [{ column, existing: own, name, scope, header, ...written }];
  };
  const plan: PlannedColumn[] = [];
  for (const [i, column] of wanted.entries()) {
    plan.push(...planOf(column));
    yield (i + 1) / wanted.length;
  }
  return plan;
}

/** What a column is called once its plan is written. */
export const headerOf = ({ header, existing }: PlannedColumn): string => header ?? String(existing!.header);

/** Whether a cell may hold a result; a share of 100 % beside a total is somebody's own. */
const mayBeResult = (column: ResultColumn, cell: CellValue): boolean =>
  isOwnResult(column, cell) && !(typeof cell === "number" && cell >= 1);

/** What somebody has typed into cells that a plan fills with results, as `Range.formulas` gave it. Not a share: it looks like ours. */
export function typedIn(plan: readonly PlannedColumn[], place: ListPlace): WrittenOver[] {
  return plan.flatMap(({ column, existing, cells }) =>
    (existing && cells ? existing.contents : []).flatMap((content, row): WrittenOver[] => {
      const cell = cells![row] ?? null;
      if (cell === null || isOwnResult(column, content) || sameCell(cell, content)) return [];
      const address = addressOf(place.sheet, firstRowOf(place) + row, existing!.position);
      return [{ address, content: String(content) }];
    }),
  );
}

/** Numbers may lose their last digits on the way through the workbook. */
export function sameCell(wanted: CellValue | null, present: CellValue): boolean {
  if (typeof wanted === "number" && typeof present === "number") {
    return Math.abs(wanted - present) <= 1e-12 * Math.max(1, Math.abs(wanted));
  }
  return wanted === present || (wanted !== null && asStanding(wanted) === present);
}
