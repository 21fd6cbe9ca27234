import { languageOf } from "../../locales";
import { defaultPolicy, Problem, proposeMapping } from "../../portfolio";
import { addressOfArea, identityOfPlace } from "./list-place";
import { requireUnmergedRows } from "./obstacles";
import { problemOf } from "../office-problem";
import type { ListReading, SourceReference } from "../operations";
import { stopIfCancelled, type RunOptions } from "../run-options";
import { chosenMapping } from "../settings/mapping-of-list";
import { languageOfWorkbook, policyKept } from "../settings/settings";
import { readSource, type Source } from "./source";

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
    const source = await Excel.run((context) =>
      readSource(context, {
        source: reference ?? undefined,
        onProgress: (fraction) => onProgress?.("reading", fraction),
        checkpoint,
      }),
    );
    checkpoint();
    requireUnmergedRows(source.obstacles, source.place);
    onProgress?.("reading", 1);
    return readingOf(source);
  } catch (error) {
    throw problemOf(error);
  }
}

function readingOf({ list, place, workbook: { settings } }: Source): ListReading {
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
    list,
    address: addressOfArea(place.sheet, place.area),
    mapping: chosen ?? orElse(() => proposeMapping(list), null),
    isMappingKept: chosen !== null,
    policy: orElse(() => policyKept(settings), defaultPolicy),
    language: languageOfWorkbook(settings, { displayLanguage: languageOf(Office.context.displayLanguage) }),
    classified: place.own.length > 0,
    unreadable,
  };
}

const isAboutSettings = ({ detail: { kind } }: Problem) => kind === "badMapping" || kind === "badPolicy";
