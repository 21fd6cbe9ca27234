import type { WhatStays } from "../../../locales";
import { addressOf } from "../../../portfolio";
import type { CellValue } from "../../cells/cell-value";
import { cellToMark, markedHeader } from "../../columns/results/result-ranges";
import { giveCellsBack, type QueuedRows } from "../../columns/typed-cells";
import type { OwnColumn } from "../../marks/own-columns";
import { namesOf } from "../../marks/own-names";
import { giveHeadersBack } from "../../marks/typed-headers";
import type { LeavingColumn } from "../../removal/deleted-columns";
import { repairReferences } from "../../removal/last-look";
import { mostPlaces } from "../../removal/references";
import type { Source } from "../../source/source";

/** What has to be known of a column. */
interface GoingOne {
  own: OwnColumn;
  hasOurHeader: boolean;
}

/** A column that went, with what stood in it and above it in that moment. */
export interface GoneColumn<Going extends GoingOne> {
  column: Going;
  /** Of the table's column that was deleted. */
  id: number | null;
  left: LeavingColumn | undefined;
  found: Excel.Range;
  head: Excel.Range;
}

/** Columns that have come again, under their marks. */
export interface GivenBack<Going> {
  standing: ReadonlySet<Going>;
  /** Those of them in which nothing stands, and on which nothing counts. */
  rest: Going[];
}

/**
 * What somebody typed into an empty column in the moment in which it was deleted comes again, under its header and mark; a header
 * that she typed in that moment is hers and comes again without one. Where a formula came to count on a column of the table, all of
 * them come again, each in its place, and the formula with them.
 */
export async function giveBackTyped<Going extends GoingOne>(
  context: Excel.RequestContext,
  { place }: Source,
  gone: readonly GoneColumn<Going>[],
  rows: QueuedRows,
  stays: WhatStays[],
): Promise<GivenBack<Going>> {
  const hasHeaders = !place.table || place.table.hasHeaders;
  const lost = new Map(gone.map(({ column, left }) => [column, left?.references() ?? []]));
  const isAgain = [...lost.values()].some((references) => references.length > 0);
  const given = gone
    .filter(({ column }) => column.hasOurHeader)
    .map((each) => {
      const header = (each.head.formulas as CellValue[][])[0][0];
      const cells = each.id === null ? [] : (each.found.formulas as CellValue[][]).map(([cell]) => cell);
      return {
        ...each,
        header,
        isRenamed: hasHeaders && header !== "" && header !== each.column.own.header,
        cells: cells.some((cell) => cell !== "") ? cells : [],
      };
    })
    .filter(({ id, isRenamed, cells }) => isRenamed || cells.length > 0 || (isAgain && id !== null));
  if (given.length === 0) return { standing: new Set(), rest: [] };
  const beside = given.filter(({ id }) => id === null);
  const at = await giveHeadersBack(
    context,
    beside.map(({ column: { own }, header }) => ({ marked: () => markedHeader(context, own), text: header })),
  );
  beside.forEach(({ header }, i) => {
    const address = addressOf(place.sheet, at[i].row, at[i].column);
    stays.push({ kind: "renamed", header: String(header), address });
  });
  const inTable = given.filter(({ id }) => id !== null);
  const isOurs = ({ isRenamed, cells }: (typeof given)[number]) => !isRenamed && cells.length === 0;
  const rest = inTable.filter((each) => isOurs(each) && lost.get(each.column)!.length === 0);
  const indexOf = ({ left }: GoneColumn<Going>) => left!.item.index;
  const ofTable = [...inTable]
    .sort((one, other) => indexOf(one) - indexOf(other))
    .map((each) => {
      const { column, cells, header, isRenamed, head, left } = each;
      const { own } = column;
      const shown = isRenamed ? header : own.header;
      if (isRenamed) {
        const address = addressOf(place.sheet, head.rowIndex, head.columnIndex);
        stays.push({ kind: "renamed", header: String(shown), address });
      }
      const count = cells.filter((cell) => cell !== "").length;
      if (count > 0) stays.push({ kind: "cells", header: String(shown), address: place.sheet, count });
      if (isOurs(each) && !rest.includes(each)) {
        const address = left!.address(rest.filter((other) => indexOf(other) < indexOf(each)).length);
        const by = lost.get(column)!.slice(0, mostPlaces);
        stays.push({
          kind: "referredColumn",
          header: String(shown),
          address,
          by: by.map((reference) => reference.place),
        });
      }
      const add = (table: Excel.Table) => {
        // Formulas name it as it was called.
        const again = isAgain
          ? table.columns.add(indexOf(each), undefined, left!.item.name)
          : table.columns.add(undefined, undefined, String(shown));
        if (count === 0 && isRenamed) return again;
        const marked = cellToMark(again, hasHeaders).getOffsetRange(own.rowsOff, 0);
        namesOf(context, own.scope).add(own.name, marked).visible = false;
        return again;
      };
      return { table: context.workbook.tables.getItem(place.table!.id), rows, cells, add };
    });
  await giveCellsBack(context, ofTable);
  await repairReferences(context, [...lost.values()].flat());
  return {
    standing: new Set(inTable.map(({ column }) => column)),
    rest: rest.map(({ column }) => column),
  };
}
