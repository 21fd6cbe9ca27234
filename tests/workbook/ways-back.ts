import type { classifyRows } from "../../src/workbook";
import { removeKeyfolio } from "../../src/workbook/undo/remove-keyfolio";
import { undoRun } from "../../src/workbook/undo/undo-run";

/** A run that can be taken back. */
export type Run = Pick<Awaited<ReturnType<typeof classifyRows>>, "trace">;

/** Both ways in which a run is taken back. */
export const ways: readonly [string, (run: Run) => ReturnType<typeof removeKeyfolio>][] = [
  ["undone", ({ trace }) => undoRun(trace)],
  ["removed", () => removeKeyfolio()],
];
