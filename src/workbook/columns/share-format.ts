import { shareFormatIn } from "../../locales/wording/numbers";

/** Whether a number format is the one of our shares in either language; Excel may write its space in another way. */
export const isShareFormat = (format: string) => format.replace(/["\\\s]/g, "") === shareFormatIn("en");

/** @param isDressed for each row of the list, whether it has our number format */
export type FormatBefore = (isDressed: readonly boolean[]) => (row: number) => string;

/**
 * Number formats of the rows before the run. Sorting the list moves none beside it; rows that come and go do. One that somebody has
 * inserted has that of the row above it, as Excel gives it; one above all that are known, which sorting has brought there, that of its
 * place. In a sorted list from which no row has gone, the dressed cells are those of before in their order.
 *
 * @param rows for each row now its row then; −1 for one that came since
 */
export function formatsByRow(formats: readonly string[], rows: Int32Array): FormatBefore {
  const known = rows.filter((then) => then >= 0);
  const isSorted = known.some((then, i) => i > 0 && then < known[i - 1]);
  const last = rows.findLastIndex((then) => then >= 0);
  return (isDressed) => {
    // A client that was added below may stand in any of them by now; a row that was inserted is one more.
    const wereDressed = [isDressed, isDressed.map((is, row) => is && rows[row] >= 0)];
    const cells = wereDressed.find((are) => are.filter(Boolean).length === formats.length);
    if (isSorted && cells) {
      let at = -1;
      const inOrder = cells.map((was) => formats[(at += was ? 1 : 0)] ?? "General");
      return (row) => inOrder[row];
    }
    return (row) => {
      // One below all that are known shows ours only where those that stood below it have gone.
      const above =
        row < last || isDressed[row]
          ? (rows.subarray(0, row + 1).findLast((then) => then >= 0) ?? row)
          : rows[row];
      return formats[above] ?? "General";
    };
  };
}
