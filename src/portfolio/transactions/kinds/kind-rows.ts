import { identityOf } from "../../clients/rows/client-identity";
import { isBlank } from "../../list/number-column";
import type { SourceColumn, SourceList } from "../../list/source-list";
import { headerWords } from "../../mapping/headers/header-words";
import { measureRowsOf } from "../../mapping/measure-rows";
import { textAt } from "../derived-columns";
import { type LineKind, lineKindOf } from "./kind-of-text";

const sold: ReadonlySet<LineKind> = new Set<LineKind>(["invoice", "shipment", "sale"]);
/** What stands beside sales in rows of its own, and what is no revenue or lowers it. */
const beside: ReadonlySet<LineKind> = new Set<LineKind>(["return", "payment"]);
const mostKinds = 6;
const ofStages = /(?:^| )(?:status|stage|state|статус|этап|стадия|состояние)(?: |$)/;

/**
 * Whether each text of a column says what was done: `Отгрузка`, `Возврат`, `Оплата` in rows of their own, whatever its header. Stages of
 * one and the same sale are none.
 */
export function saysDone({ header, numbers, others }: SourceColumn): boolean {
  if (others.size < 2 || ofStages.test(headerWords(String(header)))) return false;
  const texts = new Set<string>();
  for (const content of others.values()) {
    if (typeof content !== "string") return false;
    if (!isBlank(content)) texts.add(content.trim());
    if (texts.size > mostKinds) return false;
  }
  const kinds = [...texts].map(lineKindOf);
  return (
    kinds.every((kind) => sold.has(kind) || beside.has(kind)) &&
    kinds.some((kind) => sold.has(kind)) &&
    kinds.some((kind) => beside.has(kind)) &&
    numbers.every(Number.isNaN)
  );
}

/**
 * Whether a list without dates has rows of sales, and of returns or payments, of the same clients: they are lines then, of which each counts
 * in its own way. A name may stand on the first row of its client only.
 */
export function hasRowsOfKinds(
  list: SourceList,
  { kinds, client }: { kinds: readonly SourceColumn[]; client: SourceColumn },
): boolean {
  const saying = kinds.filter((column) => column !== client && saysDone(column));
  return saying.some((column) => ofSameClients(column, client)) && measureRowsOf(list, saying) === null;
}

/** Whether texts of a column say which deals were won or lost: then it needs nobody to say how likely they were. */
export function saysOutcome({ others }: SourceColumn): boolean {
  const texts = new Set(others.values());
  return [...texts].some((text) => {
    const kind = typeof text === "string" ? lineKindOf(text) : null;
    return kind === "won" || kind === "cancelled";
  });
}

/** Part of the clients with returns or payments who must have sales, too. */
const mostClients = 0.5;

function ofSameClients(column: SourceColumn, client: SourceColumn): boolean {
  const [buying, others] = [new Set<string>(), new Set<string>()];
  let name = "";
  for (let row = 0; row < client.numbers.length; row++) {
    name = identityOf(textAt(client, row)) || name;
    const text = textAt(column, row);
    if (text === "" || name === "") continue;
    (sold.has(lineKindOf(text)) ? buying : others).add(name);
  }
  const both = [...others].filter((each) => buying.has(each)).length;
  return both > 0 && both >= mostClients * others.size;
}
