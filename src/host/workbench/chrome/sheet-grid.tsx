import { makeStyles } from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import type { ExcelHost } from "../../excel-host";
import type { Bench } from "../bench";
import { type GridView, mountGrid } from "../grid";
import type { OfficeThemeName } from "../settings";

const useStyles = makeStyles({ grid: { flex: 1, minHeight: 0, minWidth: 0, position: "relative" } });

interface SheetGridProps {
  bench: Bench;
  host: ExcelHost;
  language: string;
  theme: OfficeThemeName;
  /** Given the grid when it stands, and null when it goes. */
  onGrid: (grid: GridView | null) => void;
}

/** The workbook's sheets, with formula bar and tabs. */
export function SheetGrid({ bench, host, language, theme, onGrid }: SheetGridProps) {
  const styles = useStyles();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The grid takes the whole element for itself and takes it down with it: one of its own, not React's.
    const element = place.current!.appendChild(document.createElement("div"));
    element.style.cssText = "position: absolute; inset: 0";
    const { history, functions, undo, redo } = bench;
    const grid = mountGrid(element, host, { language, theme, history, functions, undo, redo });
    onGrid(grid);
    return () => {
      onGrid(null);
      // Not while React is drawing: the grid draws itself with a React root of its own.
      setTimeout(() => {
        grid.dispose();
        element.remove();
      }, 0);
    };
  }, [bench, host, language, theme, onGrid]);
  return <div ref={place} className={styles.grid} />;
}
