import { columnLetters } from "../../list/address";
import type { SourceList } from "../../list/source-list";
import type { RejectedColumn, WhyNoMoney } from "../../problem";
import type { ProposedColumns } from "./amount-proposal";
import { areAgedDebts, isAgedDebt } from "../headers/aged-debts";
import { headerWords } from "../headers/header-words";
import { moneyHeader } from "../headers/money-header";
import type { Role } from "../mapping";

/** The columns of numbers of a list in which no revenue was found, and why each is none: those nearest to money first. */
export function rejectedColumns(
  list: SourceList,
  { headers, facts, roles }: ProposedColumns,
): RejectedColumn[] {
  const isDebts = areAgedDebts(headers);
  const rejected = list.columns.flatMap((column, at) => {
    const { content, why } = facts[at];
    const role = roles[at];
    if (content !== "numbers" || role === "client") return [];
    const isDebt = isDebts && isAgedDebt(headers[at]);
    const money = isDebt
      ? { kind: "none" as const, why: "balance" as const }
      : moneyHeader(headerWords(headers[at]));
    const reason = (role && reasonOfRole[role]) ?? (money?.kind === "none" ? money.why : (why ?? "other"));
    return [{ header: headers[at], column: columnLetters(list.left + column.index), why: reason }];
  });
  const distance = ({ why }: RejectedColumn) =>
    nearMoney.includes(why) ? nearMoney.indexOf(why) : nearMoney.length;
  return rejected.sort((a, b) => distance(a) - distance(b));
}

/** Reasons against revenue, from what is most easily mistaken for none. */
const nearMoney: readonly WhyNoMoney[] = [
  "other",
  "balance",
  "plan",
  "profit",
  "cost",
  "price",
  "discount",
  "tax",
  "returns",
  "average",
  "quantity",
];

const reasonOfRole: Partial<Record<Role, WhyNoMoney>> = {
  code: "identifier",
  document: "identifier",
  group: "identifier",
  manager: "identifier",
  department: "identifier",
  date: "date",
  lastContact: "date",
  quantity: "quantity",
  price: "price",
  returns: "returns",
  profit: "profit",
  cost: "cost",
  costToServe: "cost",
  potential: "plan",
  attractiveness: "rank",
  loyalty: "rank",
};
