import type { WhatStays } from "../../locales";
import { addressOf } from "../../portfolio";
import { namedCells } from "../marks/named-cells";

/** Columns of a table that were deleted: what stands right of them in its rows has moved left. Zero-based, as they stood before. */
export interface DeletedColumns {
  sheet: string;
  top: number;
  rowCount: number;
  columns: readonly number[];
}

/** What stays, with its addresses as they are once columns of tables have gone one after another. */
export const movedLeft = (stays: readonly WhatStays[], deleted: readonly DeletedColumns[]): WhatStays[] =>
  stays.map((each) => ({
    ...each,
    ...("address" in each && each.address !== null && { address: deleted.reduce(leftOf, each.address) }),
    ...("by" in each && { by: each.by.map((place) => deleted.reduce(leftOf, place)) }),
  }));

function leftOf(address: string, { sheet, top, rowCount, columns }: DeletedColumns): string {
  const place = namedCells(`=${address}`);
  if (place?.sheet !== sheet) return address;
  const { area } = place;
  const isBeside = area.top >= top && area.top + area.rowCount <= top + rowCount;
  const left = columns.filter((column) => column < area.left).length;
  if (!isBeside || left === 0) return address;
  return addressOf(sheet, area.top, area.left - left, area.rowCount, area.columnCount);
}
