import { namesClients } from "../../layout/column-words";
import type { ProposedColumns } from "./amount-proposal";

const divider = /[/\\|>→]/;

/**
 * The column of clients where one header stands over a stair of columns, each level one to the right of that above it:
 * `Менеджер / Контрагент` over managers, with the clients in the next column, which has no header.
 *
 * @param client column whose header names the levels
 */
export function clientOfStair(client: number, { headers, nameless, facts }: ProposedColumns): number {
  const parts = headers[client].split(divider);
  const step = parts.findIndex((part) => namesClients(part));
  const at = client + step;
  if (parts.length < 2 || step < 1 || at >= facts.length) return client;
  for (let column = client + 1; column <= at; column++) {
    if (!nameless[column] || facts[column].content !== "names") return client;
  }
  const isApart = facts[at].texts.every((text, row) => text === null || facts[client].texts[row] === null);
  return isApart ? at : client;
}
