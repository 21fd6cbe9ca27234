import type { WhatStays } from "../../../locales";
import { addressOf } from "../../../portfolio";
import { readLook, type OwnLook } from "../../columns/new-column-look";
import { namesOf } from "../../marks/own-names";
import type { Source } from "../../source/source";
import type { GoingColumn } from "./dismantle-columns";
import type { StandingTarget } from "../../removal/references";

/** A column that is to go, as formulas may count on it. */
export interface ColumnTarget extends StandingTarget {
  going: GoingColumn;
  address: string;
}

export function columnTarget({ place, list }: Source, going: GoingColumn): ColumnTarget {
  const { sheetId, sheet, table, area } = place;
  const { position, header } = going.own;
  const top = Math.max(0, area.top);
  const rowCount = area.rowCount - (top - area.top) + (table?.hasTotals ? 1 : 0);
  return {
    going,
    address: addressOf(sheet, top, position, rowCount, 1),
    sheetId,
    sheet,
    area: { top, left: position, rowCount, columnCount: 1 },
    tables: [],
    column: table ? { table: list.name, header: String(header) } : null,
  };
}

/** A column that stays since something counts on it. @param by the first places of that */
export function referredColumn(
  { place: { sheet, table } }: Source,
  { going, address, area }: ColumnTarget,
  by: readonly string[],
): WhatStays {
  const total = table?.hasTotals ? addressOf(sheet, area!.top + area!.rowCount - 1, area!.left) : null;
  const isTotal = by.length === 1 && by[0] === total;
  return {
    kind: "referredColumn",
    header: String(going.own.header),
    address,
    by,
    ...(isTotal && { isTotal }),
  };
}

/** What of the look of columns is ours, as their marks say it. Marks of earlier versions say nothing: then it stays. */
export async function lookOf(
  context: Excel.RequestContext,
  columns: readonly { name: string; scope: string | null }[],
): Promise<Map<string, OwnLook>> {
  const marks = columns.map(({ name, scope }) => ({
    name,
    item: namesOf(context, scope).getItemOrNullObject(name).load("comment"),
  }));
  await context.sync();
  return new Map(
    marks.flatMap(({ name, item }) => (item.isNullObject ? [] : [[name, readLook(item.comment)] as const])),
  );
}
