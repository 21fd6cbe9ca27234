import type { NumberDress } from "../wording/numbers";

/** A cell inside an argument, counted from 1; null where the argument has one row, or one column, only. */
export interface CellPlace {
  row: number | null;
  column: number | null;
}

/** A value that an argument may not hold. */
export type FoundValue =
  | { kind: "text"; text: string }
  | { kind: "boolean"; value: boolean }
  | { kind: "error"; code: string }
  | { kind: "number"; value: number }
  | { kind: "unknown" };

const place = ({ row, column }: CellPlace) =>
  row === null && column === null
    ? ""
    : `, ${[row === null ? "" : `row ${row}`, column === null ? "" : `column ${column}`].filter(Boolean).join(", ")}`;

function found(value: FoundValue, numbers: NumberDress): string {
  switch (value.kind) {
    case "text":
      return `the text "${value.text}"`;
    case "boolean":
      return value.value ? "TRUE" : "FALSE";
    case "error":
      return `the error ${value.code}`;
    case "number":
      return numbers.number(value.value, 10);
    case "unknown":
      return "something that is not a number";
  }
}

const size = (rows: number, columns: number, numbers: NumberDress) =>
  `${numbers.plural(rows, { one: "row", other: "rows" })} by ${numbers.plural(columns, { one: "column", other: "columns" })}`;

/** Formulas that do without the cells that hold no numbers, by what every result needs. */
const waysWithout = {
  amounts: "=KAM.KEYSHARE(amounts,IF(ISNUMBER(amounts),amounts,0))",
  population: "=KAM.KEYSHARE(amounts,IF(ISNUMBER(population),population,0))",
  groupedAmounts: "=KAM.KEYSHARE(amounts,IF(ISNUMBER(amounts),amounts,0),groups,groups)",
  groupedPopulation: "=KAM.KEYSHARE(amounts,IF(ISNUMBER(population),population,0),groups,populationGroups)",
  history: "=KAM.ABCXYZ(history,IF(ISNUMBER(history),history,0))",
  historyPopulation: "=KAM.ABCXYZ(history,IF(ISNUMBER(population),population,0))",
  concentration: "=KAM.CONCENTRATION(IF(ISNUMBER(amounts),amounts,0))",
};

type LimitName = "keyLimit" | "dependenceLimit" | "monoLimit" | "aLimit" | "bLimit" | "xLimit" | "yLimit";

/** What custom functions say in a cell: labels, and what stands behind an error value. */
export const functions = {
  concentration: {
    hhi: "HHI (0–10,000)",
    effectiveClients: "Effective clients",
    cr1: "CR1",
    cr3: "CR3",
    cr5: "CR5",
    gini: "Gini",
  },
  problems: {
    notANumber: (
      { argument, at, value }: { argument: string; at: CellPlace; value: FoundValue },
      numbers: NumberDress,
    ) => `${argument}${place(at)}: a number is expected, found ${found(value, numbers)}.`,
    neededByAll: (
      {
        argument,
        at,
        value,
        without,
      }: { argument: string; at: CellPlace; value: FoundValue; without: keyof typeof waysWithout },
      numbers: NumberDress,
    ) =>
      `${argument}${place(at)}: a number is expected, found ${found(value, numbers)}. The other results need it, too: make it a number, or leave it out with ${waysWithout[without]}.`,
    notAName: (
      { argument, at, value }: { argument: string; at: CellPlace; value: FoundValue },
      numbers: NumberDress,
    ) => `${argument}${place(at)}: a name is expected, found ${found(value, numbers)}.`,
    negative: (
      { argument, at, value }: { argument: string; at: CellPlace; value: number },
      numbers: NumberDress,
    ) => `${argument}${place(at)}: 0 or more is expected, found ${numbers.number(value, 10)}.`,
    ragged: ({ argument }: { argument: string }) =>
      `${argument}: a range is expected whose rows are of equal length.`,
    otherSize: (
      {
        argument,
        rows,
        columns,
        like,
        likeRows,
        likeColumns,
      }: {
        argument: string;
        rows: number;
        columns: number;
        like: string;
        likeRows: number;
        likeColumns: number;
      },
      numbers: NumberDress,
    ) =>
      `${argument} is ${size(rows, columns, numbers)}, expected the size of ${like}: ${size(likeRows, likeColumns, numbers)}.`,
    otherRows: (
      { argument, rows, like, likeRows }: { argument: string; rows: number; like: string; likeRows: number },
      numbers: NumberDress,
    ) =>
      `${argument} has ${numbers.plural(rows, { one: "row", other: "rows" })}, expected ${numbers.number(likeRows)} as in ${like}.`,
    otherColumns: (
      {
        argument,
        columns,
        like,
        likeColumns,
      }: { argument: string; columns: number; like: string; likeColumns: number },
      numbers: NumberDress,
    ) =>
      `${argument} has ${numbers.plural(columns, { one: "column", other: "columns" })}, expected ${numbers.number(likeColumns)} as in ${like}.`,
    otherWeights: (
      {
        argument,
        rows,
        columns,
        criteria,
      }: { argument: string; rows: number; columns: number; criteria: number },
      numbers: NumberDress,
    ) =>
      `${argument} is ${size(rows, columns, numbers)}, expected one row or one column of ${numbers.plural(criteria, { one: "weight", other: "weights" })}, one per criterion.`,
    weightsAllZero: ({ argument }: { argument: string }) =>
      `${argument}: at least one weight above 0 is expected.`,
    notASingleValue: (
      { argument, rows, columns }: { argument: string; rows: number; columns: number },
      numbers: NumberDress,
    ) => `${argument}: one value is expected, found a range of ${size(rows, columns, numbers)}.`,
    needsBoth: ({ argument, missing }: { argument: string; missing: string }) =>
      `${argument} is given without ${missing}: for shares inside groups give both.`,
    limitNotAboveZero: ({ argument, value }: { argument: LimitName; value: number }, numbers: NumberDress) =>
      `${argument}: a limit above 0 is expected, found ${numbers.number(value, 10)}.`,
    limitAboveWhole: ({ argument, value }: { argument: LimitName; value: number }, numbers: NumberDress) =>
      `${argument}: at most 100% is expected, found ${numbers.limit(value)}.`,
    limitsOutOfOrder: (
      {
        argument,
        value,
        lower,
        lowerValue,
      }: {
        argument: LimitName;
        value: number;
        lower: LimitName;
        lowerValue: number;
      },
      numbers: NumberDress,
    ) =>
      `${argument} (${numbers.limit(value)}) must not be below ${lower} (${numbers.limit(lowerValue)}). A limit that is left out has its default.`,
    cutNotAboveZero: ({ argument, value }: { argument: string; value: number }, numbers: NumberDress) =>
      `${argument}: a cut above 0 is expected, found ${numbers.number(value, 10)}.`,
    outsideScale: (
      {
        argument,
        at,
        value,
        lowest,
        highest,
        cut,
      }: { argument: string; at: CellPlace; value: number; lowest: number; highest: number; cut: string },
      numbers: NumberDress,
    ) =>
      `${argument}${place(at)}: a score from ${numbers.number(lowest)} to ${numbers.number(highest)} is expected, found ${numbers.number(value, 10)}. For another scale give ${cut}.`,
    noNumbers: ({ argument }: { argument: string }) =>
      `${argument}: there is no number other than 0 in it, so there is nothing to compute.`,
    noGroup: ({ argument }: { argument: string }) =>
      `${argument}: this row belongs to no group, so it has no share in one.`,
    unknownGroup: ({ group, argument }: { group: string; argument: string }) =>
      `The group "${group}" does not occur in ${argument}.`,
    noCriteria: ({ argument }: { argument: string }) =>
      `${argument}: no criterion (with a weight above 0) is filled in here.`,
    zeroTotal: () => "The total is 0, so there are no shares.",
    negativeTotal: () => "The total is below 0, and shares of it mean nothing.",
    tooLarge: () => "The numbers are too large to compute with.",
    unexpected: () => "The arguments could not be understood.",
  },
};
