import type { WrittenOver } from "../../portfolio";
import { shortHeader } from "./short-header";
import { listed } from "./short-list";

/** Cells with what somebody had entered there, in the quotes of a language: `Clients!E10 “ask Anna”, …`. */
export const listedCellsIn =
  (quoted: (text: string) => string) =>
  (cells: readonly WrittenOver[]): string =>
    listed(cells.map(({ address, content }) => `${address} ${quoted(shortHeader(content))}`));
