/** Figures of departments and managers, where each client stands in one of them with all of its money. */
import type { Figure } from "../paint/page/figure";
import type { ClientColumns } from "./columns/client-columns";
import { f, type Formula, joined, meets, type Operand } from "./formula";

export function groupFormula(
  figure: Extract<Figure, { of: "group" }>,
  columns: ClientColumns,
): Formula | null {
  const { classification } = columns.ground;
  const groups = columns.groups(figure.by);
  const found = classification[figure.by];
  if (!groups || !found) return null;
  const isIn = f`(${groups.all}-${figure.group + 1}=0)`;
  const sum = (values: Operand) => f`SUMPRODUCT(${joined([isIn, values], "*")})`;
  const count = f`SUMPRODUCT(--${isIn})`;
  const group = found.groups[figure.group];
  // Rows without a client that name the group count in its total.
  const isWhole = Math.abs(totalOfClients(figure, columns) - group.total) <= 1e-9 * Math.abs(group.total);
  const total = isWhole ? sum(columns.base.all) : null;
  switch (figure.figure) {
    case "total":
      return total;
    case "share":
      return total && f`${total}/${columns.total}`;
    case "revenue":
      return sum(columns.revenue.all);
    case "revenueShare":
      return f`${sum(columns.revenue.all)}/${columns.revenueTotal}`;
    case "profit":
      return sum(columns.profit.all);
    case "clients":
      return count;
    case "keyClients":
      return columns.isKeyByShareAlone
        ? f`SUMPRODUCT(${isIn}*(1-EXACT(${columns.status.all},${columns.ground.words.columns.statuses.regular})))`
        : null;
    case "largestShare":
      return total && (group.largestShare ?? 0) > 0
        ? f`SUMPRODUCT(MAX(${isIn}*${columns.base.all}))/${total}`
        : null;
    default:
      return columns.bridge && groupMovement(figure.figure, isIn, columns);
  }
}

function groupMovement(
  figure: Extract<Figure, { of: "group" }>["figure"],
  isIn: Formula,
  columns: ClientColumns,
): Formula | null {
  const level = (key: "opening" | "closing") => f`SUMPRODUCT(${isIn}*${columns.moneyIn(key).all})`;
  const flow = (kind: "new" | "returned" | "growth" | "decline" | "lost") =>
    columns.ofKind(kind, isIn, columns.change);
  const opening = level("opening");
  switch (figure) {
    case "opening":
    case "closing":
      return level(figure);
    case "new":
    case "returned":
    case "growth":
    case "decline":
    case "lost":
      return flow(figure);
    case "growthRate":
      return f`IF(${opening}>0,${level("closing")}/${opening}-1,"")`;
    default:
      return f`IF(${opening}>0,(${opening}+${flow("growth")}+${flow("decline")}+${flow("lost")})/${opening},"")`;
  }
}

function totalOfClients({ by, group }: Extract<Figure, { of: "group" }>, { ground }: ClientColumns): number {
  const found = ground.classification[by]!;
  return found.amount.reduce((sum, amount, pair) => sum + (found.group[pair] === group ? amount : 0), 0);
}

/** A client inside its group. */
export function pairFormula(
  { by, pair, figure }: Extract<Figure, { of: "pair" }>,
  columns: ClientColumns,
): Formula | null {
  const found = columns.ground.classification[by];
  if (!found) return null;
  const line = columns.ground.lineOf[found.client[pair]];
  const own = columns.base.cell(line);
  if (figure === "amount") return columns.groups(by) && f`${own}`;
  const total = groupFormula({ of: "group", by, group: found.group[pair], figure: "total" }, columns);
  if (!total) return null;
  const share = f`${own}/${total}`;
  if (figure === "share") return share;
  const { ladder } = columns.ground.classification.policy;
  if (ladder.by !== "share") return null;
  const { statuses } = columns.ground.words.columns;
  return (["mono", "dependence", "key"] as const).reduceRight(
    (otherwise, status) => {
      const limit = ladder[status];
      return limit
        ? f`IF(${meets(share, limit.value, limit.inclusive)},${statuses[status]},${otherwise})`
        : otherwise;
    },
    f`${statuses.regular}`,
  );
}
