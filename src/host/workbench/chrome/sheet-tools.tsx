import { Button, makeStyles, Select, tokens, Tooltip } from "@fluentui/react-components";
import {
  DecimalArrowLeftRegular,
  DecimalArrowRightRegular,
  FilterRegular,
  SearchRegular,
  TextSortAscendingRegular,
  TextSortDescendingRegular,
} from "@fluentui/react-icons";
import { type JSX, useCallback, useSyncExternalStore } from "react";
import type { ExcelHost } from "../../excel-host";
import { type GridView, nameOfFormat, type NumberFormatName, numberFormats } from "../grid";
import { useTexts } from "./texts";

const useStyles = makeStyles({
  group: {
    display: "flex",
    flexDirection: "column",
    gap: "4px",
    padding: "4px 8px 0 10px",
    borderLeft: `1px solid ${tokens.colorNeutralStroke2}`,
    // What a narrow page has no room for is there by keyboard and in the sheet's menu.
    "@media (max-width: 800px)": { display: "none" },
  },
  row: { display: "flex", gap: "2px" },
  format: { width: "150px" },
});

interface SheetToolsProps {
  host: ExcelHost | null;
  grid: GridView | null;
  disabled: boolean;
}

/** The part of Excel's Home tab that people look for first: number formats, sorting, filter buttons, search. */
export function SheetTools({ host, grid, disabled }: SheetToolsProps) {
  const styles = useStyles();
  const texts = useTexts();
  const { tools } = texts;
  const format = nameOfFormat(useNumberFormat(host, grid));
  const isOff = disabled || grid === null;
  const tool = (label: string, icon: JSX.Element, act: (grid: GridView) => void) => (
    <Tooltip content={label} relationship="label">
      <Button
        appearance="subtle"
        size="small"
        icon={icon}
        disabled={isOff}
        onClick={() => grid && act(grid)}
      />
    </Tooltip>
  );
  return (
    <>
      <div className={styles.group} role="group" aria-label={tools.number}>
        <Select
          className={styles.format}
          size="small"
          aria-label={tools.numberFormat}
          disabled={isOff}
          value={format ?? ""}
          onChange={(_, { value }) => grid?.setNumberFormat(numberFormats[value as NumberFormatName])}
        >
          {format === null && <option value="">{tools.otherFormat}</option>}
          {(Object.keys(numberFormats) as NumberFormatName[]).map((name) => (
            <option key={name} value={name}>
              {tools.formats[name]}
            </option>
          ))}
        </Select>
        <div className={styles.row}>
          <Tooltip content={tools.percentTip} relationship="description">
            <Button
              appearance="subtle"
              size="small"
              disabled={isOff}
              aria-label={tools.formats.percent}
              onClick={() => grid?.setNumberFormat(numberFormats.percent)}
            >
              %
            </Button>
          </Tooltip>
          {tool(tools.moreDecimals, <DecimalArrowLeftRegular />, (view) => view.changeDecimals(1))}
          {tool(tools.fewerDecimals, <DecimalArrowRightRegular />, (view) => view.changeDecimals(-1))}
        </div>
      </div>
      <div className={styles.group} role="group" aria-label={tools.editing}>
        <div className={styles.row}>
          {tool(tools.sortAscending, <TextSortAscendingRegular />, (view) => view.sort(true))}
          {tool(tools.sortDescending, <TextSortDescendingRegular />, (view) => view.sort(false))}
        </div>
        <div className={styles.row}>
          {tool(tools.filter, <FilterRegular />, (view) => view.toggleFilter())}
          {tool(tools.find, <SearchRegular />, (view) => view.find())}
        </div>
      </div>
    </>
  );
}

function useNumberFormat(host: ExcelHost | null, grid: GridView | null): string {
  const subscribe = useCallback(
    (listener: () => void) => {
      const ends = [grid?.onSelection(listener), host?.workbook.$state.changes.subscribe(listener)];
      return () => ends.forEach((end) => end?.());
    },
    [host, grid],
  );
  return useSyncExternalStore(subscribe, () => grid?.numberFormat() ?? "General");
}
