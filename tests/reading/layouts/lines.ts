import fc from "fast-check";
import { isoDay } from "../../../src/portfolio/periods/period";
import { clientHeaders } from "../columns";
import { type DrawnCell, plain } from "../drawing";
import { Draws } from "../../draws";
import { frameChoices, frameOf } from "../frame";
import { type Layout, type LayoutKind, sheetNames, truthChoices } from "../layout";
import { bodyRow, drawList, type ListColumn } from "../list-drawing";
import { serialOf, short } from "../period-dress";
import { type Language, type TrueClient, truthOf } from "../truth";
import { partsOf } from "./levels";

const dateDresses = ["date cell", "ISO", "31.12.2024", "12/31/2024", "31 Dec 2024", "date and time"] as const;

const choices = fc.record({
  truth: truthChoices({ min: 4, max: 16 }, fc.constantFrom("whole" as const, "cents" as const)),
  frame: frameChoices,
  months: fc.integer({ min: 3, max: 12 }),
  date: fc.constantFrom(...dateDresses),
  columns: fc.subarray(["document", "product", "manager", "quantityAndPrice", "cost", "profit"] as const),
  negatives: fc.boolean(),
  sorted: fc.boolean(),
});

interface Line {
  client: TrueClient;
  serial: number;
  cents: number;
  number: number;
}

const headers: Record<Language, Record<string, readonly string[]>> = {
  en: {
    date: ["Date", "Order date", "Invoice date", "Posting Date"],
    amount: ["Sales", "Amount", "Revenue", "Net amount", "Line total"],
    document: ["Invoice", "Order ID", "Document No."],
    product: ["Product", "Item"],
    manager: ["Manager", "Sales rep"],
    quantity: ["Quantity", "Qty"],
    price: ["Unit price", "Price"],
    cost: ["Cost"],
    profit: ["Profit"],
  },
  ru: {
    date: ["Дата", "Дата отгрузки", "Дата документа"],
    amount: ["Сумма", "Выручка", "Сумма, руб.", "Стоимость"],
    document: ["Документ", "Номер накладной", "№ заказа"],
    product: ["Номенклатура", "Товар"],
    manager: ["Менеджер", "Ответственный"],
    quantity: ["Количество", "Кол-во"],
    price: ["Цена"],
    cost: ["Себестоимость"],
    profit: ["Прибыль"],
  },
};

function dayCell(serial: number, dress: (typeof dateDresses)[number], language: Language): DrawnCell {
  const [year, month, day] = isoDay(serial - 25_569).split("-");
  switch (dress) {
    case "date cell":
      return { value: serial, format: { numberFormat: language === "ru" ? "dd.mm.yyyy" : "m/d/yyyy" } };
    case "date and time":
      return { value: serial + 0.625, format: { numberFormat: "dd.mm.yyyy hh:mm" } };
    case "ISO":
      return plain(`${year}-${month}-${day}`);
    case "31.12.2024":
      return plain(`${day}.${month}.${year}`);
    case "12/31/2024":
      return plain(`${month}/${day}/${year}`);
    case "31 Dec 2024":
      return plain(`${Number(day)} ${short[language][Number(month) - 1]} ${year}`);
  }
}

/** A line per document with its date: clients by month, added up. */
export const lines: LayoutKind = {
  name: "transactions",
  arbitrary: choices.map((drawn): Layout => {
    const truth = truthOf({ ...drawn.truth, returns: false, gaps: true, width: drawn.months });
    const draws = new Draws(drawn.truth.seed + 10);
    const { language } = truth;
    let number = draws.integer(1000, 70_000);
    let all = truth.clients.flatMap((client) =>
      client.amounts.flatMap((cents, at): Line[] =>
        cents === 0
          ? []
          : partsOf([cents], draws.integer(1, 3), draws).map(([part]) => ({
              client,
              serial: serialOf(2025, at + 1, draws.integer(1, 28)),
              cents: part,
              number: number++,
            })),
      ),
    );
    if (drawn.negatives) {
      all = all.flatMap((line) => {
        if (!draws.chance(0.05)) return [line];
        const back = Math.round(line.cents / 5);
        return [
          { ...line, cents: line.cents + back },
          { ...line, cents: -back, number: number++ },
        ];
      });
    }
    const ordered = drawn.sorted ? [...all].sort((a, b) => a.serial - b.serial) : draws.shuffled(all);
    const of = headers[language];
    const column = (header: string, cell: (line: Line, at: number) => DrawnCell): ListColumn => ({
      heads: [plain(header)],
      cell: (_, at) => cell(ordered[at], at),
    });
    const head = (name: string) => draws.pick(of[name]);
    const products = draws.shuffled(["A-100", "B-200", "C-300", "D-400"]);
    const quantities = ordered.map(() => draws.integer(1, 20));
    const money =
      (part: number) =>
      ({ cents }: Line) =>
        plain(Math.round(cents * part) / 100);
    const extra = drawn.columns.flatMap((one): ListColumn[] => {
      switch (one) {
        case "document":
          return [column(head("document"), (line) => plain(`INV-${line.number}`))];
        case "product":
          return [column(head("product"), (line) => plain(products[line.number % 4]))];
        case "manager":
          return [column(head("manager"), (line) => plain(line.client.manager))];
        case "quantityAndPrice":
          return [
            column(head("quantity"), (line, at) => plain(Math.sign(line.cents) * quantities[at])),
            column(head("price"), (line, at) =>
              plain(Math.round(Math.abs(line.cents) / quantities[at]) / 100),
            ),
          ];
        case "cost":
          return [column(head("cost"), money(0.6))];
        case "profit":
          return [column(head("profit"), money(0.4))];
      }
    });
    const columns = draws.shuffled([
      column(head("date"), (line) => dayCell(line.serial, drawn.date, language)),
      column(draws.pick(clientHeaders[language]), (line) => plain(line.client.name)),
      column(head("amount"), money(1)),
      ...extra,
    ]);
    const body = ordered.map((_, i) => bodyRow({ kind: "client", label: String(i), cents: [0] }));
    const frame = {
      ...frameOf(drawn.frame, language, columns.length, draws),
      gaps: [],
      gapBelowHeader: false,
    };
    // Months from the first line to the last, those between without one included.
    const active = Array.from({ length: drawn.months }, (_, at) =>
      truth.clients.some(({ amounts }) => amounts[at] !== 0),
    );
    const [first, last] = [active.indexOf(true), active.lastIndexOf(true)];
    return {
      kind: `transactions (${drawn.date})`,
      language,
      sheets: [drawList(columns, body, frame).toSheet(draws.pick(sheetNames[language]))],
      clients: new Map(truth.clients.map(({ name, amounts }) => [name, amounts.slice(first, last + 1)])),
      periods: last + 1 - first,
    };
  }),
};
