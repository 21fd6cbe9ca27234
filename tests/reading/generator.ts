import type { LayoutKind } from "./layout";
import { bands } from "./layouts/bands";
import { blocks, sheetPerMonth } from "./layouts/blocks";
import { oneAmount, periods } from "./layouts/flat";
import { currencies } from "./layouts/currencies";
import { details, firstLineOnly, groups, subCustomers, tabular } from "./layouts/levels";
import { lines } from "./layouts/lines";
import { periodRows } from "./layouts/period-rows";

/** Every kind of layouts that is drawn. */
export const layoutKinds: readonly LayoutKind[] = [
  oneAmount,
  periods,
  bands,
  groups,
  details,
  subCustomers,
  firstLineOnly,
  tabular,
  blocks,
  sheetPerMonth,
  lines,
  currencies,
  periodRows,
];
