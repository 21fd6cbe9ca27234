import { addressOf, type Portfolio } from "../../portfolio";

/** A1 address with sheet of the first row of a client, across the whole list. */
export function rowAddressOf({ list, rowClient }: Portfolio, client: number): string {
  const width = list.columns.reduce((widest, { index }) => Math.max(widest, index + 1), 1);
  return addressOf(list.sheet, list.top + 1 + rowClient.indexOf(client), list.left, 1, width);
}
