import { languageOf } from "../../locales";
import {
  defaultPolicy,
  headerText,
  type KeptRuns,
  noRuns,
  notShown,
  pause,
  Problem,
  proposeMapping,
} from "../../portfolio";
import { marksReportSheet } from "../marks/own-names";
import { addressOfArea, identityOfPlace, type ListPlace } from "../source/list-place";
import type { WorkbookState } from "../source/workbook-state";
import { requireUnmergedRows } from "../source/obstacles/obstacles";
import { problemOf } from "../office-problem";
import type { ListReading, SourceReference } from "../operations";
import { stopIfCancelled, type RunOptions } from "../run-options";
import { readRuns } from "../settings/keep-run";
import { runsOf } from "../settings/runs-setting";
import { costsKept } from "../settings/list-settings";
import { chosenMapping } from "../settings/mapping-of-list";
import { languageOfWorkbook, policyKept } from "../settings/settings";
import { readSource, type Source } from "../source/source";
import { linesBehind, withNotRead } from "./lines-behind";

/**
 * Reads a list for the pane; nothing is written.
 *
 * @param reference the list that was chosen; null = the one that a run would take
 * @throws Problem, and nothing else: sourceGone, emptySheet, noList, sourceChanged, mergedCells, cancelled …
 */
export async function readList(
  reference: SourceReference | null,
  { onProgress, signal }: RunOptions = {},
): Promise<ListReading> {
  const checkpoint = () => stopIfCancelled(signal);
  try {
    checkpoint();
    onProgress?.("reading", 0);
    return await Excel.run(async (context) => {
      const source = await readSource(context, {
        source: reference ?? undefined,
        onProgress: (fraction) => onProgress?.("reading", fraction),
        checkpoint,
      });
      checkpoint();
      requireUnmergedRows(source.obstacles, source.place);
      onProgress?.("reading", 1);
      const stored = await readRuns(context);
      const reading = readingOf(source, stored);
      await pause();
      return clientsOf(context, source, reading, stored, { signal, checkpoint });
    });
  } catch (error) {
    throw problemOf(error);
  }
}

/**
 * The reading of a list of lines: the clients that they are added up to, as they would stand in the workbook after a run. An
 * ordinary list is read as it is. Both name the lists that were not read.
 */
async function clientsOf(
  context: Excel.RequestContext,
  source: Source,
  reading: ListReading,
  stored: unknown,
  options: Pick<RunOptions, "signal"> & { checkpoint: () => void },
): Promise<ListReading> {
  const today = localToday();
  const { lines, notRead } = await linesBehind(context, source, { today }, options);
  if (!lines) return { ...reading, list: withNotRead(reading.list, notRead) };
  const [first] = lines.lists;
  const facts = {
    list: first.list,
    mapping: lines.mapping,
    headers: first.list.columns.map((column) => headerText(first.list, column)),
    sources: lines.sources,
    identity: identityOfPlace(first.place),
    isMade: lines.made !== null,
  };
  try {
    const { readMade } = await import(/* webpackChunkName: "made-list" */ "./made-reading");
    const { made, list, mapping, place } = await readMade(
      context,
      lines,
      reading.language,
      { today },
      options,
    );
    const table = place.kind === "refresh" ? place.refresh.source.place : null;
    const size = {
      top: list.top,
      left: list.left,
      rowCount: list.rowCount + 1,
      columnCount: list.columns.length,
    };
    return {
      ...reading,
      list: withNotRead(list, notRead),
      mapping,
      address: addressOfArea(list.sheet, table?.area ?? size),
      classified: (table?.own.length ?? 0) > 0,
      runs: table ? runsShown(stored, table, source.workbook) : noRuns,
      lines: { ...facts, read: made.facts, doubt: null },
    };
  } catch (error) {
    if (!(error instanceof Problem) || error.detail.kind !== "doubtful") throw error;
    return { ...reading, lines: { ...facts, read: null, doubt: error.detail.doubt } };
  }
}

/** The day by the clock of this computer, as an ISO day. */
function localToday(): string {
  const now = new Date();
  const part = (number: number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${part(now.getMonth() + 1)}-${part(now.getDate())}`;
}

/** What the workbook remembers of the runs on a list; what somebody has taken away since is not shown any more. */
function runsShown(stored: unknown, place: ListPlace, { ownNames }: WorkbookState): KeptRuns {
  const runs = runsOf(stored, identityOfPlace(place)) ?? noRuns;
  const hasReport = ownNames.some(({ name, cell }) => cell !== null && marksReportSheet(name));
  const withSheets = hasReport ? runs : notShown(runs, "sheets");
  return place.own.length > 0 ? withSheets : notShown(withSheets, "columns");
}

function readingOf({ list, place, workbook }: Source, stored: unknown): ListReading {
  const { settings } = workbook;
  const unreadable: Problem[] = [];
  /** A setting that cannot be read must not keep the pane from opening: there it can be set anew. */
  const orElse = <T, U>(read: () => T, otherwise: U): T | U => {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      if (isAboutSettings(error)) unreadable.push(error);
      return otherwise;
    }
  };
  const identity = identityOfPlace(place);
  const chosen = orElse(() => chosenMapping(settings, list, identity), null);
  return {
    reference: { sheetId: identity.sheetId, tableId: identity.tableId },
    identity,
    list,
    address: addressOfArea(place.sheet, place.area),
    mapping: chosen ?? orElse(() => proposeMapping(list), null),
    isMappingKept: chosen !== null,
    policy: orElse(() => policyKept(settings), defaultPolicy),
    language: languageOfWorkbook(settings, { displayLanguage: languageOf(Office.context.displayLanguage) }),
    classified: place.own.length > 0,
    unreadable,
    runs: runsShown(stored, place, workbook),
    costs: costsKept(settings, identity),
  };
}

const isAboutSettings = ({ detail: { kind } }: Problem) =>
  kind === "badMapping" || kind === "badPolicy" || kind === "newerVersion";
