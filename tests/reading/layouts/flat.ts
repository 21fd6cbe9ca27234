import fc from "fast-check";
import {
  amountColumn,
  amountHeaders,
  clientColumn,
  clientHeaders,
  sideColumn,
  sideColumns,
  totalNames,
} from "../columns";
import { plain, type DrawnCell } from "../drawing";
import { Draws } from "../../draws";
import { frameChoices, frameOf } from "../frame";
import { expectedOf, type Layout, type LayoutKind, seldom, sheetNames, truthChoices } from "../layout";
import { bodyRow, type BodyRow, clientRow, drawList, type ListColumn } from "../list-drawing";
import { type NumberDress, numberDresses, zeroDresses } from "../number-dress";
import { dressesOf, type PeriodDress } from "../period-dress";
import { sumOf, type Truth, truthOf } from "../truth";

const flatChoices = fc.record({
  truth: truthChoices({ min: 4, max: 30 }),
  frame: frameChoices,
  side: fc.subarray([...sideColumns], { maxLength: 6 }),
  total: fc.constantFrom("none", "bottom", "top"),
  totalByFormula: fc.boolean(),
  gapBeforeTotal: seldom(5),
  blankRows: seldom(6),
  repeatedHeader: seldom(8),
  splitClients: seldom(8),
  table: seldom(6),
  noClientHeader: seldom(12),
  isShuffled: fc.boolean(),
  textNumbers: fc.constantFrom("none", "none", "some", "all"),
  numberDress: fc.constantFrom(...numberDresses.slice(1)),
  zero: fc.constantFrom(...zeroDresses),
  mergedAcross: seldom(12),
});
type FlatChoices = typeof flatChoices extends fc.Arbitrary<infer T> ? T : never;

/** Every client once, or over two rows that add up to it. */
function clientRows(truth: Truth, split: boolean, draws: Draws): BodyRow[] {
  const rows = truth.clients.flatMap((client) => {
    if (!split || !draws.chance(0.3)) return [clientRow(client)];
    const parts = client.amounts.map((cents) => Math.round(cents * draws.next()));
    return [
      clientRow(client, { cents: parts }),
      clientRow(client, { cents: client.amounts.map((cents, i) => cents - parts[i]) }),
    ];
  });
  return split ? draws.shuffled(rows) : rows;
}

export function totalRow(truth: Truth, label: string, adds: BodyRow["adds"] = null): BodyRow {
  const cents = Array.from({ length: truth.width }, (_, p) => sumOf(truth.clients.map((c) => c.amounts[p])));
  return bodyRow({ kind: "total", label, cents, adds });
}

function bodyOf(truth: Truth, choices: FlatChoices, draws: Draws): BodyRow[] {
  let rows = clientRows(truth, choices.splitClients, draws);
  const middle = Math.floor(rows.length / 2);
  if (choices.blankRows || choices.repeatedHeader) {
    const between: BodyRow[] = [];
    if (choices.blankRows) between.push(bodyRow({ kind: "blank" }));
    if (choices.repeatedHeader && !choices.table) between.push(bodyRow({ kind: "header" }));
    rows = [...rows.slice(0, middle), ...between, ...rows.slice(middle)];
  }
  const label = draws.pick(totalNames[truth.language]);
  const isFormula = choices.totalByFormula && choices.textNumbers === "none";
  if (choices.total === "bottom") {
    const total = totalRow(truth, label, isFormula ? [0, rows.length - 1] : null);
    rows = [...rows, ...(choices.gapBeforeTotal ? [bodyRow({ kind: "blank" })] : []), total];
  } else if (choices.total === "top") {
    rows = [totalRow(truth, label, isFormula ? [1, rows.length] : null), ...rows];
  }
  return rows;
}

function dressesOfNumbers({ textNumbers, numberDress }: FlatChoices, draws: Draws) {
  const isText = new Map<BodyRow, boolean>();
  return (row: BodyRow): NumberDress => {
    if (textNumbers === "none") return "number";
    if (textNumbers === "all") return numberDress;
    let text = isText.get(row);
    if (text === undefined) isText.set(row, (text = draws.chance(0.3)));
    return text ? numberDress : "number";
  };
}

function drawFlat(
  choices: FlatChoices,
  truth: Truth,
  amounts: (draws: Draws) => ListColumn[],
  kind: string,
): Layout {
  const draws = new Draws(choices.truth.seed + 1);
  const { language } = truth;
  const client = clientColumn(
    choices.noClientHeader && !choices.table ? null : draws.pick(clientHeaders[language]),
    1,
    "none",
  );
  // Rows of one client over two lines say nothing of the client as a whole.
  const picked = choices.side.filter(
    (one) => !choices.splitClients || !["quantityAndPrice", "share"].includes(one),
  );
  const side = picked.flatMap((one) => sideColumn(one, truth, 1, draws));
  const block = amounts(draws);
  const isMerged = choices.mergedAcross && !choices.table;
  const columns =
    choices.isShuffled && !isMerged && !choices.noClientHeader
      ? withBlock(draws.shuffled([client, ...side]), block, draws)
      : [client, ...side, ...block];
  const frame = frameOf(choices.frame, language, columns.length, draws);
  const body = bodyOf(truth, choices, draws);
  const drawing = drawList(columns, body, {
    ...frame,
    table: choices.table,
    tableTotals: choices.table && choices.total === "bottom",
    ...(choices.table && { gaps: [], gapBelowHeader: false }),
    mergedAcross: isMerged ? 3 : 1,
  });
  return { kind, sheets: [drawing.toSheet(draws.pick(sheetNames[language]))], ...expectedOf(truth, null) };
}

function withBlock(columns: ListColumn[], block: ListColumn[], draws: Draws): ListColumn[] {
  const at = draws.integer(0, columns.length);
  return [...columns.slice(0, at), ...block, ...columns.slice(at)];
}

/** A list with one amount per client, among other columns. */
export const oneAmount: LayoutKind = {
  name: "one amount",
  arbitrary: flatChoices.map((choices) => {
    const truth = truthOf({ ...choices.truth, width: 1 });
    return drawFlat(
      choices,
      truth,
      (draws) => [
        amountColumn(
          [plain(draws.pick(amountHeaders[truth.language]))],
          null,
          dressesOfNumbers(choices, draws),
          choices.zero,
        ),
      ],
      "one amount",
    );
  }),
};

const periodChoices = fc.record({
  flat: flatChoices,
  periods: fc.integer({ min: 2, max: 15 }),
  dress: fc.nat(),
  totalColumn: seldom(3),
  averageColumn: seldom(8),
});

const sums = { en: ["Total", "Sum", "YTD total"], ru: ["Итого", "Всего", "Сумма"] };
const averages = { en: "Average", ru: "Среднее" };

/** Periods side by side under headers in one row, in every dress. */
export const periods: LayoutKind = {
  name: "periods",
  arbitrary: periodChoices
    .map(({ flat, dress: drawn, totalColumn, averageColumn, ...rest }) => {
      const { language } = flat.truth;
      // A table's headers are texts.
      const dresses = dressesOf(language).filter((one) => !flat.table || one.header(0).format === undefined);
      const dress: PeriodDress = dresses[drawn % dresses.length];
      const width = Math.max(dress.least, Math.min(rest.periods, dress.most));
      const truth = truthOf({ ...flat.truth, width });
      const isTextOnly = flat.table;
      const layout = drawFlat(
        flat,
        truth,
        (draws) => {
          const numbers = dressesOfNumbers(flat, draws);
          const head = (at: number): DrawnCell => {
            const cell = dress.header(at);
            return isTextOnly && typeof cell.value === "number"
              ? { ...cell, value: String(cell.value) }
              : cell;
          };
          const columns = Array.from({ length: width }, (_, at) =>
            amountColumn([head(at)], at, numbers, flat.zero),
          );
          if (totalColumn) {
            columns.push(amountColumn([plain(draws.pick(sums[language]))], null, numbers, flat.zero));
          }
          if (averageColumn) columns.push(averageColumnOf(truth, averages[language]));
          return columns;
        },
        `periods: ${dress.name}`,
      );
      return { ...layout, ...expectedOf(truth, width) };
    })
    .filter(({ sheets }) => sheets[0].tables.every(({ columns }) => hasOwnNames(columns))),
};

/** An Excel table has no two columns of one name. */
function hasOwnNames(columns: readonly { name: string }[]): boolean {
  return new Set(columns.map(({ name }) => name.toLowerCase())).size === columns.length;
}

function averageColumnOf(truth: Truth, header: string): ListColumn {
  return {
    heads: [plain(header)],
    cell: ({ cents }) => plain(cents === null ? null : Math.round(sumOf(cents) / truth.width) / 100),
  };
}
