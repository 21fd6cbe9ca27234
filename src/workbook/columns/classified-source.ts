import type { Language } from "../../locales";
import {
  type Classification,
  classifyInSlices,
  parsePolicy,
  type Policy,
  policyForPreset,
  type ScenarioCosts,
  type SourceList,
} from "../../portfolio";
import { linesBehind, type MadeTrace, withNotRead } from "../made-list";
import { requireUnmergedRows } from "../source/obstacles/obstacles";
import { stopIfCancelled, type RunOptions, type RunRequest } from "../run-options";
import { costsKept } from "../settings/list-settings";
import { mappingOf } from "../settings/mapping-of-list";
import { classifyLines } from "./classified-lines";
import { languageOfWorkbook, policyKept, type StoredSettings } from "../settings/settings";
import { identityOfPlace } from "../source/list-place";
import type { BegunList } from "../source/find/find-list";
import { readSource, type Source } from "../source/source";

/** A list with its classification, and the language in which the workbook shows results. */
export interface ClassifiedSource {
  source: Source;
  classification: Classification;
  language: Language;
  /** What scenarios of the list are reckoned with. */
  costs: ScenarioCosts;
  /** The list that was read first: the lines, where the list of clients was made of them. */
  begun: BegunList;
  /** What happened to the list of clients that was made of lines; null for an ordinary list. */
  made: MadeTrace | null;
}

/**
 * The rules of a run: those kept in the workbook, changed by what the request asks for.
 * @throws Problem badPolicy, unknownPreset
 */
export function policyOf(settings: StoredSettings, request: RunRequest): Policy {
  const kept = request.rules === undefined ? policyKept(settings) : parsePolicy(request.rules);
  const policy = request.preset === undefined ? kept : policyForPreset(request.preset, kept);
  return {
    ...policy,
    window: request.periods === undefined ? policy.window : { last: request.periods },
    asOf: request.asOf ?? policy.asOf,
  };
}

/**
 * Reads the list that a request is about and classifies it; nothing is written, but where it is a list of lines: then the list
 * of clients that they are added up to comes into the workbook.
 * @param begun the list that the run began with, when it is repeated
 * @throws Problem for everything that stops a run before it writes
 */
export async function readAndClassify(
  context: Excel.RequestContext,
  request: RunRequest,
  { onProgress, signal }: RunOptions,
  begun?: BegunList,
): Promise<ClassifiedSource> {
  const checkpoint = () => stopIfCancelled(signal);
  checkpoint();
  if (request.preset !== undefined) policyForPreset(request.preset);
  onProgress?.("reading", 0);
  const source = await readSource(context, {
    source: request.source,
    sheet: request.sheet,
    begun,
    isRun: true,
    onProgress: (fraction) => onProgress?.("reading", fraction),
    checkpoint,
  });
  const { list, place, obstacles, workbook } = source;
  checkpoint();
  requireUnmergedRows(obstacles, place);
  onProgress?.("classifying", 0);
  const policy = policyOf(workbook.settings, request);
  const language = languageOfWorkbook(workbook.settings, {
    language: request.language,
    displayLanguage: request.isUnattended ? languageOfHeaders(list) : request.displayLanguage,
  });
  const { lines, notRead } = await linesBehind(context, source, request, { checkpoint, isRun: true });
  if (lines) {
    const classified = await classifyLines(context, lines, notRead, request, policy, language, {
      onProgress,
      signal,
    });
    onProgress?.("classifying", 1);
    return { ...classified, language, costs: costsOf(classified.source), begun: source.begun };
  }
  const mapping = mappingOf(workbook.settings, list, identityOfPlace(place), request);
  const named = withNotRead(list, notRead);
  const classification = await classifyInSlices(named, mapping, policy, request.today, {
    signal,
    onProgress: (fraction) => onProgress?.("classifying", fraction),
  });
  onProgress?.("classifying", 1);
  checkpoint();
  return { source, classification, language, costs: costsOf(source), begun: source.begun, made: null };
}

const costsOf = ({ workbook, place }: Source): ScenarioCosts =>
  costsKept(workbook.settings, identityOfPlace(place));

/** Language that the headers of a list are written in: Russian where most of their letters are. */
function languageOfHeaders({ columns }: SourceList): Language {
  const letters = columns.map(({ header }) => String(header)).join("");
  const cyrillic = letters.match(/[а-яё]/gi)?.length ?? 0;
  const latin = letters.match(/[a-z]/gi)?.length ?? 0;
  return cyrillic > latin ? "ru" : "en";
}
