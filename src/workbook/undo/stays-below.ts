import type { WhatStays } from "../../locales";
import { addressOf } from "../../portfolio";
import type { ListPlace } from "../source/list-place";
import type { BelowTable } from "../source/read/rows-below";

/** Cells below a table that are not surely ours. */
export function staysBelow({ sheet, own }: ListPlace, below: BelowTable | null): WhatStays[] {
  if (!below) return [];
  const { row, cells } = below.others;
  return own.flatMap(({ header, position }, i): WhatStays[] => {
    const filled = cells.flatMap((each, r) => (each[i] === "" ? [] : [row + r]));
    if (filled.length === 0) return [];
    const address = addressOf(sheet, filled[0], position);
    return [{ kind: "cells", header: String(header), address, count: filled.length }];
  });
}
