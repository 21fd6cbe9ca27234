import { makeStyles } from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import type { ExcelHost } from "../../excel-host";
import { mountGrid } from "../grid";
import type { UndoHistory } from "../undo-history";

const useStyles = makeStyles({ grid: { flex: 1, minHeight: 0, minWidth: 0, position: "relative" } });

interface SheetGridProps {
  host: ExcelHost;
  history: UndoHistory | null;
  onUndo: () => void;
  onRedo: () => void;
  language: string;
  theme: "light" | "dark";
}

/** The workbook's sheets, with formula bar and tabs. */
export function SheetGrid({ host, history, onUndo, onRedo, language, theme }: SheetGridProps) {
  const styles = useStyles();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The grid takes the whole element for itself and takes it down with it: one of its own, not React's.
    const element = place.current!.appendChild(document.createElement("div"));
    element.style.cssText = "position: absolute; inset: 0";
    const grid = mountGrid(element, host, { language, theme, history, undo: onUndo, redo: onRedo });
    return () => {
      // Not while React is drawing: the grid draws itself with a React root of its own.
      setTimeout(() => {
        grid.dispose();
        element.remove();
      }, 0);
    };
  }, [host, history, onUndo, onRedo, language, theme]);
  return <div ref={place} className={styles.grid} />;
}
