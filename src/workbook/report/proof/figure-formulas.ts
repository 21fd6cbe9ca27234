/** The formula that gives a figure of the report once more, from the list alone. */
import { comparedWindows, firstOfLast, placeOf } from "../../../analysis";
import type { Figure, WholeFigure } from "../paint/page/figure";
import type { ClientColumns } from "./columns/client-columns";
import type { KindName } from "./columns/movement-columns";
import { clientFormula } from "./client-formulas";
import { f, Formula, joined, type Reference } from "./formula";
import { groupFormula, pairFormula } from "./group-formulas";

/** Cells of the report's own list of activities: the status of each client, its silence, and its money at risk. */
export interface ActivityCells {
  statuses: Reference;
  silences: Reference;
  money: Reference;
}

/** Null for a figure that formulas do not reach. */
export function formulaOf(
  figure: Figure,
  columns: ClientColumns,
  activity: ActivityCells | null,
): Formula | null {
  switch (figure.of) {
    case "client":
      return clientFormula(figure.client, figure.figure, columns);
    case "whole":
      return wholeFormula(figure.figure, columns, activity);
    case "class": {
      const { abc, xyz } = figure;
      if (!columns.knowsAbc && abc) return null;
      const tests = [
        ...(abc ? [f`EXACT(${columns.byBase.abc().all},${abc})`] : []),
        ...(xyz ? [f`EXACT(${columns.xyz.all},${xyz})`] : []),
      ];
      return together(tests, figure.measure, columns);
    }
    case "quadrant": {
      const { quadrants } = columns.ground.words.columns;
      const { noQuadrant } = columns.ground.words.report.matrix;
      const name = figure.quadrant ? quadrants[figure.quadrant] : noQuadrant;
      return together([f`EXACT(${columns.quadrant.all},${name})`], figure.measure, columns);
    }
    case "demand": {
      const { names, none } = columns.ground.words.report.abcXyz.demand;
      const name = figure.pattern ? names[figure.pattern] : none.name;
      const { demand } = columns;
      return demand && together([f`EXACT(${demand.all},${name})`], figure.measure, columns);
    }
    case "coming":
      return activity && comingFormula(figure, columns, activity);
    case "bridge":
      return bridgeFormula(figure, columns);
    case "activity":
      return activity && activityFormula(figure, columns, activity);
    case "window":
      return windowFormula(figure, columns);
    case "group":
      return groupFormula(figure, columns);
    case "pair":
      return pairFormula(figure, columns);
  }
}

/** Clients for whom all tests hold: how many, their amount, their share. */
function together(
  tests: readonly Formula[],
  measure: "clients" | "amount" | "share",
  { base, total, ground }: ClientColumns,
): Formula {
  if (tests.length === 0) {
    if (measure === "clients") return f`COUNTA(${ground.names.all})`;
    return measure === "amount" ? f`SUM(${base.all})` : f`SUM(${base.all})/${total}`;
  }
  if (measure === "clients") return f`SUMPRODUCT(${joined([...tests, 1], "*")})`;
  const amount = f`SUMPRODUCT(${joined([...tests, base.all], "*")})`;
  return measure === "amount" ? amount : f`${amount}/${total}`;
}

function wholeFormula(
  figure: WholeFigure,
  columns: ClientColumns,
  activity: ActivityCells | null,
): Formula | null {
  const { base, positiveTotal: pool, positives, ground } = columns;
  const largest = (count: number) => {
    const known = Math.min(count, countOfPositives(ground.classification.baseAmounts));
    const ranks = Array.from({ length: known }, (_, at) => f`LARGE(${base.all},${at + 1})`);
    return f`(${joined(ranks, "+")})/${pool}`;
  };
  switch (figure) {
    case "clients":
      return f`COUNTA(${ground.names.all})`;
    case "total":
      return f`${columns.total}`;
    case "keyClients":
      return f`SUMPRODUCT(1-EXACT(${columns.status.all},${ground.words.columns.statuses.regular}))`;
    case "largestShare":
      return f`MAX(${base.all})/${columns.total}`;
    case "hhi":
      return f`10000*SUMPRODUCT(((${base.all}>0)*${base.all}/${pool})^2)`;
    case "effectiveClients":
      return f`1/SUMPRODUCT(((${base.all}>0)*${base.all}/${pool})^2)`;
    case "cr1":
      return largest(1);
    case "cr3":
      return largest(3);
    case "cr5":
      return largest(5);
    case "topFifth": {
      const fifth = f`ROUNDUP(${positives}/5,0)`;
      const last = f`LARGE(${base.all},${fifth})`;
      return f`(SUMPRODUCT((${base.all}>${last})*${base.all})+(${fifth}-SUMPRODUCT(--(${base.all}>${last})))*${last})/${pool}`;
    }
    case "gini":
      // The largest stands first: the rank from below is what is left.
      return f`SUMPRODUCT((${base.all}>0)*(${positives}+1-2*(ROW(${base.all})-ROW(${base.cell(0)})+1))*${base.all})/(${positives}*${pool})`;
    case "irregular":
      return columns.window && f`SUMPRODUCT(EXACT(${columns.xyz.all},"Z")*1)`;
    case "atRisk": {
      if (!activity) return null;
      const { atRisk, declining } = ground.words.columns.activity;
      return f`SUMPRODUCT((EXACT(${activity.statuses},${atRisk})+EXACT(${activity.statuses},${declining}))*${activity.money})`;
    }
    case "netRetention":
    case "grossRetention":
    case "clientsKept":
    case "buying":
      return columns.bridge && movementFormula(figure, columns);
    default:
      return profitFormula(figure, columns);
  }
}

function countOfPositives(amounts: Float64Array): number {
  return amounts.filter((amount) => amount > 0).length;
}

function movementFormula(
  figure: "netRetention" | "grossRetention" | "clientsKept" | "buying",
  columns: ClientColumns,
): Formula {
  const opening = f`SUM(${columns.moneyIn("opening").all})`;
  const flow = (kind: KindName) => columns.ofKind(kind, 1, columns.change);
  const kept = f`SUM(${columns.kept.all})`;
  switch (figure) {
    case "netRetention":
      return f`(${opening}+${flow("growth")}+${flow("decline")}+${flow("lost")})/${opening}`;
    case "grossRetention":
      return f`(${opening}+${flow("decline")}+${flow("lost")})/${opening}`;
    case "clientsKept":
      return kept;
    case "buying":
      return f`${kept}+${columns.ofKind("new", 1, null)}+${columns.ofKind("returned", 1, null)}`;
  }
}

function bridgeFormula(
  { step, measure }: Extract<Figure, { of: "bridge" }>,
  columns: ClientColumns,
): Formula | null {
  if (!columns.bridge) return null;
  const opening = f`SUM(${columns.moneyIn("opening").all})`;
  const isLevel = step === "opening" || step === "closing";
  if (measure === "clients") {
    const kept = f`SUM(${columns.kept.all})`;
    if (step === "opening") return f`${kept}+${columns.ofKind("lost", 1, null)}`;
    if (step === "closing") {
      return f`${kept}+${columns.ofKind("new", 1, null)}+${columns.ofKind("returned", 1, null)}`;
    }
    return columns.ofKind(step, 1, null);
  }
  const amount = isLevel ? f`SUM(${columns.moneyIn(step).all})` : columns.ofKind(step, 1, columns.change);
  return measure === "amount" ? amount : f`IF(${opening}>0,${amount}/${opening},"")`;
}

function profitFormula(figure: WholeFigure, columns: ClientColumns): Formula | null {
  const { ground } = columns;
  const { portfolio } = ground.classification;
  if (!portfolio.profits) return null;
  const { profit } = columns;
  const known = f`ISNUMBER(${profit.all})`;
  const others = [
    columns.revenueOfCosts,
    ...(portfolio.costs?.direct ? [columns.directCost] : []),
    ...(portfolio.costs?.toServe ? [columns.costToServe] : []),
  ];
  const business = joined(
    [profit, ...others].map((column) => f`(${column.all}<>0)`),
    "+",
  );
  const concerned = f`SUMPRODUCT(${known}*((${business})>0))`;
  const unprofitable = f`SUMPRODUCT(${known}*(${profit.all}<=0)*((${business})>0))`;
  switch (figure) {
    case "earned":
      return f`SUMPRODUCT((${profit.all}>0)*${profit.all})`;
    case "consumed":
      return f`SUMPRODUCT((${profit.all}<=0)*${profit.all})`;
    case "profitTotal":
      return f`SUM(${profit.all})`;
    case "unprofitable":
      return unprofitable;
    case "unprofitablePart":
      return f`${unprofitable}/${concerned}`;
    case "costToServePer100":
      if (!portfolio.costs?.toServe) return null;
      return f`100*SUM(${columns.costToServe.all})/SUM(${columns.revenueOfCosts.all})`;
    default:
      return null;
  }
}

function activityFormula(
  { status, measure }: Extract<Figure, { of: "activity" }>,
  { ground }: ClientColumns,
  { statuses, money }: ActivityCells,
): Formula {
  const name = ground.words.columns.activity[status];
  if (measure === "clients") return f`SUMPRODUCT(EXACT(${statuses},${name})*1)`;
  const sum = f`SUMPRODUCT(EXACT(${statuses},${name})*${money})`;
  return f`IF(${sum}=0,"",${sum})`;
}

/** Who came in a period, and who of those that the list of activities calls lost bought in it for the last time. */
function comingFormula(
  { period, figure }: Extract<Figure, { of: "coming" }>,
  columns: ClientColumns,
  { statuses, silences, money }: ActivityCells,
): Formula | null {
  const { ground } = columns;
  const { record } = ground.classification;
  const span = ground.spanOf(ground.read.whole);
  if (!record || !span) return null;
  const place = placeOf(record.history, period);
  const first = columns.firstPurchase(span);
  if (figure === "clientsThatCame") return f`SUMPRODUCT((${first.all}=${place + 1})*1)`;
  const silence = columns.periodsSpanned - 1 - place;
  const isLost = f`EXACT(${statuses},${ground.words.columns.activity.lost})`;
  const isLostThen = f`${isLost}*(${silences}=${silence})`;
  const lost = f`SUMPRODUCT(${isLostThen})`;
  if (figure === "clientsLost") return lost;
  if (figure === "lostAmount") return f`SUMPRODUCT(${isLostThen}*${money})`;
  const begun = f`SUMPRODUCT((${first.all}>0)*(${first.all}<=${place + 1}))`;
  return f`${lost}/(${begun}-SUMPRODUCT(${isLost}*(${silences}>${silence})))`;
}

/** Concentration in a window: the money of each client is the sum of the window's periods. */
function windowFormula(
  { period, figure }: Extract<Figure, { of: "window" }>,
  columns: ClientColumns,
): Formula | null {
  const { ground } = columns;
  const { classification, read } = ground;
  const whole = ground.spanOf(read.whole);
  const windows = classification.record && comparedWindows(classification.record.history);
  if (!windows || !whole) return null;
  const count = period + 1 - firstOfLast(windows.history, windows.periods, period + 1);
  const positions = Array.from({ length: count }, (_, at) => whole.from + period - count + 1 + at);
  const money = f`ROUND(${joined(
    positions.map((at) => ground.periodOfAll(at)),
    "+",
  )},${ground.digits})`;
  const pool = columns.positiveTotalOf(read.periods[positions[count - 1]], money);
  switch (figure) {
    case "cr1":
      return f`SUMPRODUCT(MAX(${money}))/${pool}`;
    case "cr5": {
      const known = Math.min(5, countOfPositives(amountsIn(columns, period, count)));
      const ranks = Array.from({ length: known }, (_, at) => at + 1).join(",");
      return known > 0 ? f`SUMPRODUCT(LARGE(${money},${new Formula([`{${ranks}}`])}))/${pool}` : null;
    }
    case "hhi":
      return f`10000*SUMPRODUCT((ABS(${money})+${money})^2)/4/${pool}^2`;
    case "keyClients": {
      const { ladder } = classification.policy;
      if (ladder.by !== "share") return null;
      const nobody = ground.sumOfNobody(positions.map((at) => read.periods[at]));
      const total = f`(SUM(${joined(
        positions.map((at) => ground.periodOfAll(at)),
        ",",
      )})${nobody ? f`+${nobody}` : f``})`;
      const { value, inclusive } = ladder.key;
      const part = f`${money}/${total}`;
      const test = inclusive ? f`${part}+0.000000000001>=${value}` : f`${part}-0.000000000001>${value}`;
      return f`SUMPRODUCT((${test})*1)`;
    }
  }
}

function amountsIn({ ground }: ClientColumns, period: number, count: number): Float64Array {
  const { periods, amounts } = ground.classification.portfolio.wholeHistory;
  return Float64Array.from(ground.order, (_, client) => {
    let sum = 0;
    for (let at = period - count + 1; at <= period; at++) sum += amounts[client * periods.length + at];
    return sum;
  });
}
