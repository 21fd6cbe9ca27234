import fc from "fast-check";
import { amountHeaders, clientColumn, clientHeaders } from "../columns";
import { type DrawnCell, plain } from "../drawing";
import { Draws } from "../../draws";
import { frameChoices, frameOf } from "../frame";
import { type Layout, type LayoutKind, sheetNames, truthChoices } from "../layout";
import { clientRow, drawList, type ListColumn } from "../list-drawing";
import { sumOf, truthOf, type TrueClient } from "../truth";

const codes = ["USD", "EUR", "RUB"];
const signs = ["$", "€", "₽"];

const choices = fc.record({
  truth: truthChoices({ min: 6, max: 24 }),
  frame: frameChoices,
  shown: fc.constantFrom("column", "signs"),
  currencies: fc.integer({ min: 2, max: 3 }),
});

/** Amounts of several currencies: which of them is meant is a question, and one answer gives the clients of the first. */
export const currencies: LayoutKind = {
  name: "currencies",
  arbitrary: choices.map((drawn): Layout => {
    const truth = truthOf({ ...drawn.truth, width: 1, gaps: false, returns: false });
    const draws = new Draws(drawn.truth.seed + 11);
    const { language } = truth;
    const of = new Map(truth.clients.map((client, i) => [client, i % drawn.currencies]));
    const amount = (client: TrueClient): DrawnCell => {
      const value = sumOf(client.amounts) / 100;
      const currency = of.get(client)!;
      if (drawn.shown === "column") return plain(value);
      return plain(currency === 2 ? `${value} ${signs[currency]}` : `${signs[currency]}${value}`);
    };
    const amounts: ListColumn = {
      heads: [plain(draws.pick(amountHeaders[language].filter((header) => !/USD|руб/.test(header))))],
      cell: ({ client }) => (client ? amount(client) : plain(null)),
    };
    const currency: ListColumn = {
      heads: [plain(language === "ru" ? "Валюта" : "Currency")],
      cell: ({ client }) => plain(client ? codes[of.get(client)!] : null),
    };
    const columns = [
      clientColumn(draws.pick(clientHeaders[language]), 1, "none"),
      ...(drawn.shown === "column" ? draws.shuffled([amounts, currency]) : [amounts]),
    ];
    const body = truth.clients.map((client) => clientRow(client));
    const frame = { ...frameOf(drawn.frame, language, columns.length, draws), gaps: [] };
    return {
      kind: `currencies (${drawn.shown})`,
      language,
      sheets: [drawList(columns, body, frame).toSheet(draws.pick(sheetNames[language]))],
      clients: new Map(
        truth.clients
          .filter((client) => of.get(client) === 0)
          .map(({ name, amounts: cents }) => [name, cents]),
      ),
      periods: null,
      isQuestion: true,
    };
  }),
};
