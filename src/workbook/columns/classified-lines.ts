import type { Language } from "../../locales";
import {
  type Classification,
  classifyInSlices,
  type Mapping,
  type Policy,
  type SourceList,
} from "../../portfolio";
import { type LinesBehind, type MadeTrace, withMadeList, withNotRead } from "../made-list";
import { stopIfCancelled, type RunOptions, type RunRequest } from "../run-options";
import type { Source } from "../source/source";

/**
 * Adds the lines behind a list up to a list of clients, brings that into the workbook, and classifies it there. A new list is
 * classified before it is written: what stops the run leaves no sheet behind.
 *
 * @throws Problem for everything that stops a run before it writes, and for what is in the way of the list of clients
 */
export async function classifyLines(
  context: Excel.RequestContext,
  lines: LinesBehind,
  notRead: readonly string[],
  request: RunRequest,
  policy: Policy,
  language: Language,
  { onProgress, signal }: RunOptions,
): Promise<{ source: Source; classification: Classification; made: MadeTrace }> {
  const checkpoint = () => stopIfCancelled(signal);
  const classify = (list: SourceList, mapping: Mapping) =>
    classifyInSlices(withNotRead(list, notRead), mapping, policy, request.today, {
      signal,
      onProgress: (fraction) => onProgress?.("classifying", 0.5 + 0.5 * fraction),
    });
  // A file of its own beside the page's script: most lists are no lines.
  const { readMade, settleMade } = await import(
    /* webpackChunkName: "made-list" */ "../made-list/made-reading"
  );
  const reading = await readMade(context, lines, language, request, {
    signal,
    checkpoint,
    onProgress: (fraction) => onProgress?.("classifying", 0.5 * fraction),
  });
  const rehearsed = reading.place.kind === "new" ? await classify(reading.list, reading.mapping) : null;
  checkpoint();
  const { source, mapping, trace, isAsMade } = await settleMade(context, reading);
  // Somebody may have sorted or changed the list of clients as soon as it stood there: its rows are others then.
  if (rehearsed && isAsMade) return { source, classification: rehearsed, made: trace };
  try {
    return { source, classification: await classify(source.list, mapping), made: trace };
  } catch (error) {
    throw withMadeList(error, trace, source.place.sheet);
  }
}
