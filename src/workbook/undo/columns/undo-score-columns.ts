import type { WhatStays } from "../../../locales";
import { addressOf, Problem } from "../../../portfolio";
import { namedCells } from "../../marks/named-cells";
import { giveHeadersBack } from "../../marks/typed-headers";
import { findScoreColumns, type ScoreColumn, whatKeepsScores } from "../../score-columns/find-scores";
import { dismantleScores } from "../../score-columns/take-scores-back";
import { type DeletedColumns, movedLeft } from "../../removal/moved-left";
import { findReferences } from "../../removal/references";
import type { TakenBack } from "../taking-back";

/** Columns for scores that go, and those that somebody has made his own. */
export interface JudgedScores {
  going: readonly ScoreColumn[];
  staying: readonly ScoreColumn[];
  stays: readonly WhatStays[];
  /** Sheets that go as a whole. */
  goes: ReadonlySet<string>;
}

/**
 * Which columns for scores go: those in which nobody has typed, under the header that they were given, unless something of the
 * user's counts on them.
 *
 * @param goes sheets that go as a whole, by identifier
 * @param unmarked such columns whose marks do not stand
 * @throws Problem protectedSheet
 */
export async function judgeScoreColumns(
  context: Excel.RequestContext,
  marks: readonly string[],
  goes: ReadonlySet<string>,
  unmarked: readonly ScoreColumn[] = [],
): Promise<JudgedScores> {
  const found = [...(await findScoreColumns(context, marks)), ...unmarked].filter(
    ({ sheetId }) => !goes.has(sheetId),
  );
  const empty = found.filter((column) => whatKeepsScores(column) === null);
  const isProtected = empty.find((column) => column.isProtected);
  if (isProtected) throw new Problem({ kind: "protectedSheet", sheet: isProtected.sheet });
  const targets = empty.map((column) => ({
    of: column,
    sheetId: column.sheetId,
    sheet: column.sheet,
    area: column.area,
    tables: [],
    column: column.table && { table: column.table.name, header: column.shown },
  }));
  const references = await findReferences(context, targets, goes);
  const referred = targets.flatMap((target) => {
    const by = references.get(target)!;
    return by.length === 0 ? [] : [{ column: target.of, by }];
  });
  const kept = new Set(referred.map(({ column }) => column));
  const going = empty.filter((column) => !kept.has(column));
  return {
    goes,
    going,
    staying: found.filter((column) => !going.includes(column)),
    stays: [
      ...found.flatMap((column) => whatKeepsScores(column) ?? []),
      ...referred.map(({ column: { shown, sheet, area }, by }) => ({
        kind: "referredColumn" as const,
        header: shown,
        address: addressOf(sheet, area.top, area.left, area.rowCount, 1),
        by,
      })),
    ],
  };
}

/** Takes back what adding score columns did. */
export async function undoScoreColumns(
  context: Excel.RequestContext,
  marks: readonly string[],
  onWriting: () => void,
): Promise<TakenBack> {
  const judged = await judgeScoreColumns(context, marks, new Set());
  onWriting();
  const taken = await removeScoreColumns(context, judged, false);
  const left = marks.map((name) => context.workbook.names.getItemOrNullObject(name).load("formula"));
  await context.sync();
  // Marks of columns that went before, by somebody's own hand.
  for (const mark of left) if (!mark.isNullObject && namedCells(String(mark.formula)) === null) mark.delete();
  await context.sync();
  return { columns: taken.columns, stays: taken.stays, sheets: [] };
}

/**
 * Takes the columns away.
 * @param setFree the others become the user's own: their marks go. Scores that people gave are never taken away.
 */
export async function removeScoreColumns(
  context: Excel.RequestContext,
  { going, staying, stays, goes }: JudgedScores,
  setFree: boolean,
): Promise<Pick<TakenBack, "columns" | "stays"> & { deleted: DeletedColumns[] }> {
  const taken = await dismantleScores(context, going, goes);
  await giveHeadersAgain(context, staying);
  if (setFree) {
    for (const { name, isMarked } of [...staying, ...taken.referred])
      if (isMarked) context.workbook.names.getItem(name).delete();
    await context.sync();
  }
  const kept = new Set(taken.stays.flatMap((each) => ("header" in each ? [each.header] : [])));
  return {
    columns: going.flatMap(({ shown, header }) => (kept.has(shown) ? [] : [shown || header])),
    stays: [...movedLeft(stays, taken.deleted), ...taken.stays],
    deleted: taken.deleted,
  };
}

/** A header that taking back cleared before Excel stopped it comes again where somebody has scored below it since. */
async function giveHeadersAgain(
  context: Excel.RequestContext,
  staying: readonly ScoreColumn[],
): Promise<void> {
  const bare = staying.filter(
    ({ isMarked, isHeadless, table, shown, filled }) =>
      isMarked && !isHeadless && !table && shown === "" && filled,
  );
  await giveHeadersBack(
    context,
    bare.map(({ name, header }) => ({
      marked: () => context.workbook.names.getItem(name).getRange().getCell(0, 0),
      text: header,
    })),
  );
}
