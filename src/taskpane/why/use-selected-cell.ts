import { useEffect, useState } from "react";
import { type SelectedCell, selectedCell } from "../../workbook/following/selected-cell";
import { watchSelection } from "../../workbook/following/watch-selection";
import { newestOnly } from "../state/newest-only";

/** The cell that the user has selected; follows him, and looks again when `again` changes. */
export function useSelectedCell(clientColumn: number, again: unknown): SelectedCell | null {
  const [cell, setCell] = useState<SelectedCell | null>(null);
  useEffect(() => {
    const looks = newestOnly();
    const look = () =>
      void looks.begin(
        () => selectedCell(clientColumn),
        setCell,
        () => undefined,
      );
    const watching = watchSelection(look);
    look();
    return () => {
      looks.cancel();
      void watching.then((stop) => stop());
    };
  }, [clientColumn, again]);
  return cell;
}
