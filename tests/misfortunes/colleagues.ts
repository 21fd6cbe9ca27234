import { Draws } from "../draws";
import { sheetOf } from "../workbook-records";
import { drawBeside, drawInterleaving, type Interleaving, movesRows, type PlannedDeed } from "./people";
import { drawRarerDeed, widensBlank } from "./rarer-deeds";
import { noFormatsBeside } from "./scene";
import { countingSheet } from "./world";

/**
 * Beside the deeds of every day some that are rarer: colleagues who dress and rule blank cells, count on our columns, have new clients
 * and type over pages. In the end everything is removed.
 */
export function drawColleagues(seed: number, name: string | null = null): Interleaving {
  const drawn = drawInterleaving(seed, name, noFormatsBeside);
  const { scene, operation } = drawn;
  const draw = Draws.scattered(seed + 880_000);
  const rarer = drawBeside(draw, drawn, 4, drawRarerDeed);
  scene.record.sheets.push(sheetOf(countingSheet, [["Counted"]]));
  const usual = drawn.deeds.filter(() => draw.chance(0.6));
  // Excel does not tell of merged cells then.
  const isTold = ({ deed }: PlannedDeed) => drawn.apiLevel !== "1.9" || !deed.name.startsWith("merges");
  const isProtected = usual.some(({ deed }) => deed.name === "protects the sheet");
  // Her width comes again at once, unless the sheet is protected by then.
  const isKept = ({ deed }: PlannedDeed) => !isProtected || deed.name !== widensBlank;
  const deeds = [...usual, ...rarer.filter((each) => isTold(each) && isKept(each))];
  // A column that comes beside another one is formatted like it: removing gives that back by the places of rows.
  const isFormatted = deeds.some(({ deed }) => deed.name === "inserts a column of the sheet");
  return {
    ...drawn,
    deeds: isFormatted ? deeds.filter(({ deed }) => !movesRows(deed)) : deeds,
    isRemoved: operation.takesBack === null,
  };
}
