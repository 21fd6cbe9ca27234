import { finish, type Mapping, proposeMapping } from "../../../../src/portfolio";
import {
  addUpLinesSteps,
  type MadeList,
  recogniseTransactions,
} from "../../../../src/portfolio/transactions";
import { type Cell, listOf, mappingOf } from "../../lists";

function addedUp(rows: readonly (readonly Cell[])[], mapping?: Mapping): MadeList {
  const list = listOf(rows);
  const columns = recogniseTransactions(list, mapping ?? proposeMapping(list));
  if (!columns) throw new Error("these are no lines");
  return finish(addUpLinesSteps([{ list, columns }]));
}

/** Money of all clients. */
const totalOf = ({ columns }: MadeList): number =>
  columns
    .filter(({ key }) => key.startsWith("period:"))
    .reduce((sum, { numbers }) => sum + numbers!.reduce((own, number) => own + number, 0), 0);

const clients = ["Acorn Ltd", "Birch Inc", "Cedar LLC"];
const amountOf = (document: number) => 100 + 7 * document;

/** Documents of three lines each. */
function documents(count: number, lineOf: (document: number, line: number) => Cell[]): Cell[][] {
  const numbers = Array.from({ length: count }, (_, document) => document);
  return numbers.flatMap((document) => [0, 1, 2].map((line) => lineOf(document, line)));
}

describe("the money of a document on each of its lines", () => {
  const head = (amount: string): Cell[] => ["Invoice No", "Client", "Date", "Product", "Qty", amount];
  const meaning = (amount: string) =>
    mappingOf({
      "Invoice No": "document",
      Client: "client",
      Date: "date",
      Qty: "quantity",
      [amount]: "amount",
    });
  const line = (document: number, at: number, quantity = 1, amount = amountOf(document)): Cell[] => [
    `A-${document}`,
    clients[document % 3],
    "2025-03-04",
    `P-${at}`,
    quantity,
    amount,
  ];
  const whole = [0, 1, 2, 3, 4, 5].reduce((sum, document) => sum + amountOf(document), 0);

  test("counts once where the header says it, and is said", () => {
    const made = addedUp(
      [head("Invoice Amount"), ...documents(6, (document, at) => line(document, at))],
      meaning("Invoice Amount"),
    );
    expect(totalOf(made)).toBe(whole);
    expect(made.facts.leftOut).toEqual([{ kind: "repeated", lines: 12, amount: 2 * whole, words: [] }]);
  });

  test("counts once where quantities differ and it does not", () => {
    const rows = documents(6, (document, at) => line(document, at, 1 + at));
    expect(totalOf(addedUp([head("Amount"), ...rows], meaning("Amount")))).toBe(whole);
  });

  test("counts on each line, and is said, where nothing but the amounts speaks for it", () => {
    const made = addedUp(
      [head("Amount"), ...documents(6, (document, at) => line(document, at))],
      meaning("Amount"),
    );
    expect(totalOf(made)).toBe(3 * whole);
    expect(made.facts).toMatchObject({ leftOut: [], sameInDocuments: { lines: 12, amount: 2 * whole } });
  });

  test("is that of lines where some documents have different ones, or all lines one price", () => {
    const mixed = documents(6, (document, at) =>
      line(document, at, 1, amountOf(document) + (document < 2 ? at : 0)),
    );
    const [one, other] = [
      addedUp([head("Invoice Amount"), ...mixed], meaning("Invoice Amount")),
      addedUp(
        [head("Amount"), ...documents(6, (document, at) => line(document, at, 1, 9))],
        meaning("Amount"),
      ),
    ];
    expect(one.facts).toMatchObject({ leftOut: [], sameInDocuments: null });
    expect(totalOf(other)).toBe(18 * 9);
    expect(other.facts).toMatchObject({ leftOut: [], sameInDocuments: null });
  });

  test("leaves the costs of lines to them; costs of the document count once", () => {
    const rows = (costOf: (at: number) => number) => [
      [...head("Invoice Amount"), "Cost"],
      ...documents(6, (document, at) => [...line(document, at), costOf(at)]),
    ];
    const mapping = mappingOf({
      "Invoice No": "document",
      Client: "client",
      Date: "date",
      "Invoice Amount": "amount",
      Cost: "cost",
    });
    const costs = (costOf: (at: number) => number) =>
      addedUp(rows(costOf), mapping)
        .columns.find(({ key }) => key === "cost:Cost")!
        .numbers!.reduce((sum, own) => sum + own, 0);
    expect(costs((at) => 1 + at)).toBe(6 * 6);
    expect(costs(() => 4)).toBe(6 * 4);
  });
});

describe("the total of a document beside its lines", () => {
  const head: Cell[] = ["Date", "Document Number", "Client", "Item", "Amount"];
  const line = (document: number, item: string | null, amount: number): Cell[] => [
    "2025-03-04",
    `A-${document}`,
    clients[document % 3],
    item,
    amount,
  ];
  const ofThree = (document: number) => [line(document, null, 30 + document), line(document, "X", 10), line(document, "Y", 20 + document)]; // prettier-ignore

  test("is a total: the first of each, also of two lines, and not of a document that has but one", () => {
    const rows = [0, 1, 2, 3].flatMap(ofThree);
    const pair = [line(7, null, 50), line(7, "X", 50)];
    const made = addedUp([head, ...rows, ...pair, line(8, null, 60)]);
    expect(totalOf(made)).toBe(30 + 31 + 32 + 33 + 50 + 60);
    expect(made.facts.leftOut).toMatchObject([{ kind: "total", lines: 5 }]);
  });

  test("is told by blank articles where all documents have two lines; two alike articles are none", () => {
    const pairs = (item: string | null) =>
      [0, 1, 2, 3, 4].flatMap((document) => [
        line(document, item, 30 + document),
        line(document, "X", 30 + document),
      ]);
    expect(totalOf(addedUp([head, ...pairs(null)]))).toBe(160);
    expect(totalOf(addedUp([head, ...pairs("W")]))).toBe(320);
  });

  test("is none where documents do not add up, or an invoice is paid in two parts", () => {
    const rows = [0, 1, 2, 3].flatMap((document) => [line(document, null, 99), line(document, "X", 10), line(document, "Y", 20)]); // prettier-ignore
    expect(totalOf(addedUp([head, ...rows]))).toBe(4 * 129);
    const paid = [0, 1, 2, 3].flatMap((document) => [
      line(document, "Invoice", 30),
      line(document, "Payment", 10),
      line(document, "Payment", 20),
    ]);
    expect(totalOf(addedUp([["Date", "Document Number", "Client", "Type", "Amount"], ...paid]))).toBe(4 * 30);
  });
});

describe("what says whether a line counts", () => {
  const linesWith = (header: string, cells: readonly (Cell | undefined)[], amount = 10): Cell[][] => [
    ["Number", "Date", "Client", "Amount", header],
    ...cells.map((cell, i): Cell[] => [`N${i}`, "2025-03-04", clients[i % 2], amount, cell ?? null]),
  ];
  const left = (made: MadeList) =>
    made.facts.leftOut.map(({ kind, lines, words }) => [kind, lines, ...words]);

  test.each([
    ["Cancelled", ["No", "Yes", "No", "No"], ["cancelled", 1, "Cancelled"]],
    ["Is Void", ["FALSE", "TRUE", "FALSE", "FALSE"], ["cancelled", 1, "Is Void"]],
    ["Reversed", [null, "X", null, "x"], ["cancelled", 2, "Reversed"]],
    ["Cancelled at", [null, "2025-11-01", null, null], ["cancelled", 1, "Cancelled at"]],
    ["Пометка удаления", ["Нет", "Да", "Нет ", "Нет"], ["cancelled", 1, "Пометка удаления"]],
    ["Проведен", ["Да", "Нет", "Да ", "Да"], ["cancelled", 1, "Проведен: Нет"]],
    ["Проведён", ["Да", null, "Да", "Да"], ["cancelled", 1, "Проведён: —"]],
    ["Won", [true, false, true, true], ["open", 1, "Won: false"]],
    ["Probability", ["100%", "50%", "100%", "100%"], ["open", 1, "Probability: 50 %"]],
    ["Probability (%)", [100, 100, 0, 100], ["cancelled", 1, "Probability (%): 0 %"]],
    ["Вероятность", [0.5, 0.9, 0, 0.7], ["cancelled", 1, "Вероятность: 0 %"]],
  ] as const)("a flag: %s", (header, cells, expected) => {
    const made = addedUp(linesWith(header, cells));
    expect(left(made)).toEqual([expected]);
    expect(made.facts.columns).toContainEqual({ role: "lineStatus", header, letters: "E" });
    expect(totalOf(made)).toBe(10 * (4 - expected[1]));
  });

  test("how likely a deal is says nothing beside stages", () => {
    const rows = linesWith("Stage", ["Won", "Lost", "Won", "Won"]).map((row, i) => [
      ...row,
      i === 0 ? "Probability" : 90,
    ]);
    const made = addedUp(rows);
    expect(totalOf(made)).toBe(30);
    expect(made.facts.columns.map(({ header }) => header)).not.toContain("Probability");
  });

  test("lines without a currency beside others are said", () => {
    const { facts } = addedUp(linesWith("Currency", ["USD", null, "USD", null]));
    expect(facts.withoutCurrency).toEqual({ lines: 2, amount: 20, currency: "USD" });
    expect(addedUp(linesWith("Currency", ["USD", "USD", "USD", "USD"])).facts.withoutCurrency).toBeNull();
  });

  test("a flag of returns makes its lines returns", () => {
    expect(totalOf(addedUp(linesWith("Признак возврата", ["Нет", "Да", "Нет", "Нет"])))).toBe(20);
  });

  test("no flag: other words, and one that every line has", () => {
    expect(totalOf(addedUp(linesWith("Cancelled", ["by phone", "Yes", "No", "No"])))).toBe(40);
    expect(totalOf(addedUp(linesWith("Deleted", ["Yes", "Yes", "Yes", "Yes"])))).toBe(40);
  });

  test.each([
    ["Stage", ["6 - Closed Won", "3 - Proposal", "7 - Closed Lost", "6 - Closed Won"], 20],
    ["Stage", ["100% Won", "60% Talks", "0% Lost", "Won (100%)"], 20],
    ["Status", ["Invoiced", "Quote", "Paid", "Invoiced"], 30],
    ["Status", ["Posted", "Reversed", "Expired", "Posted"], 20],
    ["Статус", ["Доставлен", "Возвращён", "Доставлен", "Завершён"], 30],
    ["Status", ["Quote", "Negotiation", "Quote", "Talks"], 40],
    ["Status", ["Invoiced", "Open", "On hold", "Invoiced"], 20],
    ["Status", ["Completed", "Pending payment", "Failed", "Completed"], 20],
    ["Status", ["Paid", "Written off", "Bad debt", "Paid"], 20],
    ["Статус", ["Отгружен", "Открыт", "В ожидании", "Отгружен"], 20],
    // Invoices that are open are sales.
    ["Status", ["Paid", "Open", "Overdue", "Paid"], 40],
    ["Status", ["Invoiced", "Open", "Overdue", "Paid"], 40],
    ["Status", ["Open", "Closed", "Open", "Closed"], 40],
    ["Type", ["Invoice", "Credit", "Invoice", "Invoice"], 20],
    ["Type", ["Cash", "Credit", "Cash", "Cash"], 40],
    ["Type", ["out_invoice", "out_refund", "out_invoice", "in_invoice"], 10],
    ["Type", ["Rechnung", "Gutschrift", "Rechnung", "Rechnung"], 20],
    ["Document Type", ["RV", "DG", "DZ", "RV"], 10],
    ["D/C", ["S", "H", "S", "S"], 20],
    ["Type", ["I", "C", "I", "I"], 40],
    ["Вид документа", ["Реализация", "Корректировка (уменьшение)", "Реализация", "Реализация"], 20],
    ["Вид операции", ["Отгрузка", "Внутреннее перемещение", "Отгрузка", "Аванс"], 20],
  ] as const)("%s: %j", (header, cells, expected) => {
    expect(totalOf(addedUp(linesWith(header, cells)))).toBe(expected);
  });

  test("a returned sale that is paid back below zero takes off what was paid back", () => {
    const rows = linesWith("Status", ["Shipped", "Shipped", "Returned", "Shipped"]);
    rows[3][3] = -10;
    expect(totalOf(addedUp(rows))).toBe(20);
  });

  test("numbers of documents that say it: CN beside INV", () => {
    const rows = [0, 1, 2, 3].map((i): Cell[] => [
      `${i === 1 ? "CN" : "INV"}-${i}`,
      "2025-03-04",
      clients[i % 2],
      10,
    ]);
    const made = addedUp([["Number", "Date", "Client", "Amount"], ...rows]);
    expect(made.facts.returns).toMatchObject({ lines: 1, amount: -10, words: ["CN"] });
  });
});
