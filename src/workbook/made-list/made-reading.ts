import { textsOf, type Language } from "../../locales";
import {
  addUpLinesSteps,
  inSlices,
  madeHeaders,
  madeMapping,
  madeSourceList,
  type MadeKey,
  type MadeList,
  type MadeTexts,
  type Mapping,
  Problem,
  proposeReading,
  type Role,
  roleOfMade,
  type SliceOptions,
  type SourceList,
} from "../../portfolio";
import { cutOff, hasMoved } from "../office-problem";
import { identityOfPlace } from "../source/list-place";
import { chosenMapping } from "../settings/mapping-of-list";
import { readSource, type Source, type SourceOptions } from "../source/source";
import type { WorkbookState } from "../source/workbook-state";
import type { LinesBehind, LinesRequest } from "./lines-behind";
import { hasSameCells, isNothing } from "./made-plan";
import { type KnownMade, knownMade } from "./made-record";
import type { MadeTrace } from "./made-trace";
import { planRefresh, refreshMade, type Refresh } from "./refresh-made";
import { newPlace, type NewPlace, writeMade } from "./write-made";

/** A list of clients as it was added up: in memory, and where it will stand. */
export interface MadeReading {
  lines: LinesBehind;
  made: MadeList;
  /** As it would be read once it stands in the workbook, the user's own columns with it. */
  list: SourceList;
  /** What its columns mean: known of those that were added up. */
  mapping: Mapping;
  place:
    | { kind: "new"; at: NewPlace; headers: readonly string[] }
    | {
        kind: "refresh";
        refresh: Refresh;
        /** Reads the table anew and plans for it. */
        again: () => Promise<Refresh>;
      };
}

/**
 * Adds the lines up and compares the result with the list that was made of them before; nothing is written.
 * @throws Problem doubtful about the order of day and month or the currency; noClients; those of `readSource`
 */
export async function readMade(
  context: Excel.RequestContext,
  lines: LinesBehind,
  language: Language,
  { today }: Pick<LinesRequest, "today">,
  options: SliceOptions & Pick<SourceOptions, "checkpoint"> = {},
): Promise<MadeReading> {
  const { choices } = lines.mapping;
  const steps = addUpLinesSteps(lines.sources, {
    asOf: today,
    unit: choices?.unit,
    dayFirst: choices?.dayFirst,
    currency: choices?.currency,
    rates: choices?.rates,
  });
  const made = await inSlices(steps, options);
  const texts = textsOf[language].madeList;
  const [{ workbook }] = lines.lists;
  if (!lines.made) {
    const at = await newPlace(context, workbook, texts);
    const headers = madeHeaders(made, texts);
    const { decimalSeparator } = workbook;
    const frame = { name: at.table, sheet: at.sheet, top: 0, left: 0, decimalSeparator };
    const list = madeSourceList(made, headers, frame);
    const mapping = withDecisionsOf(lines.mapping, madeMapping(made, headers));
    return { lines, made, list, mapping, place: { kind: "new", at, headers } };
  }
  const { checkpoint } = options;
  const again = () => plannedRefresh(context, lines.made!, workbook, made, texts);
  const refresh = await plannedRefresh(context, lines.made, workbook, made, texts, { checkpoint });
  const { list } = refresh.plan;
  const mapping =
    chosenMapping(workbook.settings, list, identityOfPlace(refresh.source.place)) ??
    knownMapping(list, refresh.plan.headers, made);
  return {
    lines,
    made,
    list,
    mapping: withDecisionsOf(lines.mapping, mapping),
    place: { kind: "refresh", refresh, again },
  };
}

/** Readings of a table until its columns stay where they were read. */
const attempts = 3;

/**
 * Reads the table of a made list as it stands now, and plans for it.
 * @throws Problem sourceChanged; those of `readSource`
 */
async function plannedRefresh(
  context: Excel.RequestContext,
  made: KnownMade,
  { sheets }: WorkbookState,
  list: MadeList,
  texts: MadeTexts,
  options: Pick<SourceOptions, "checkpoint"> = {},
): Promise<Refresh> {
  const { id, sheet } = made.table!;
  const sheetId = sheets.find(({ name }) => name === sheet)!.id;
  for (let attempt = 1; ; attempt++) {
    const source = await readSource(context, { source: { sheetId, tableId: id }, ...options });
    // A run that was stopped has remembered columns since.
    const known = knownMade(source.workbook).find(({ number, table }) => number === made.number && table);
    try {
      return await planRefresh(context, known ?? made, source, list, texts);
    } catch (error) {
      if (attempt === attempts || !hasMoved(error)) throw error;
    }
  }
}

/** What the user decided about the names and the total of the lines holds for the clients that they are added up to. */
function withDecisionsOf({ choices: ofLines = {} }: Mapping, mapping: Mapping): Mapping {
  const { sameClients, notClients, areClients, acceptTotal } = ofLines;
  const choices = { sameClients, notClients, areClients, acceptTotal, ...mapping.choices };
  const decided = Object.entries(choices).filter(([, choice]) => choice !== undefined);
  return decided.length === 0 ? mapping : { ...mapping, choices: Object.fromEntries(decided) };
}

/** A list of clients as it stands in the workbook, with the meaning of its columns. */
interface SettledList {
  source: Source;
  mapping: Mapping;
  trace: MadeTrace;
  /** False where somebody has sorted or changed it as soon as it stood there. */
  isAsMade: boolean;
}

/**
 * Brings the list of clients into the workbook: onto a new sheet, or in its table as it stands now.
 *
 * @throws Problem for what is in the way; sourceChanged when the table was changed meanwhile
 */
export async function settleMade(
  context: Excel.RequestContext,
  { lines, made, list, mapping, place }: MadeReading,
  options: Pick<SourceOptions, "checkpoint"> = {},
): Promise<SettledList> {
  const origin = lines.lists.map((source) => identityOfPlace(source.place));
  const settled = (source: Source, trace: MadeTrace) => ({
    source: { ...source, list: { ...source.list, lines: made.facts } },
    mapping,
    trace,
    isAsMade: hasSameCells(list, source.list),
  });
  if (place.kind === "new") {
    const [{ workbook }] = lines.lists;
    const { trace, ...reference } = await writeMade(context, workbook, made, place.headers, place.at, origin);
    return settled(await readSettled(context, place.at.sheet, { source: reference, ...options }), trace);
  }
  const refresh = await refreshMade(context, place.refresh, place.again, made, origin);
  const { plan, source, known } = refresh;
  const { sheetId, sheet, table } = source.place;
  const isChanged = refresh !== place.refresh || !isNothing(plan);
  const trace = { kind: "refresh", number: known.number, sheetId, isChanged } as const;
  if (isNothing(plan)) return settled(source, trace);
  return settled(
    await readSettled(context, sheet, { source: { sheetId, tableId: table!.id }, ...options }),
    trace,
  );
}

/** Reads the list of clients that was just brought into the workbook: if that fails, it stands there all the same. */
async function readSettled(
  context: Excel.RequestContext,
  sheet: string,
  options: SourceOptions,
): Promise<Source> {
  try {
    return await readSource(context, options);
  } catch (error) {
    throw isAboutTheList(error) ? error : cutOff([sheet], error);
  }
}

const isAboutTheList = (error: unknown): boolean =>
  error instanceof Problem && error.detail.kind !== "sourceChanged";

/** Roles of lines, which a column of clients cannot have. */
const ofLines: ReadonlySet<Role> = new Set<Role>([
  "client",
  "code",
  "amount",
  "period",
  "date",
  "document",
  "lineStatus",
  "quantity",
  "price",
  "currency",
  "returns",
]);

/** The meaning of our own columns, and what headers and contents propose for those of the user beside them. */
function knownMapping(
  list: SourceList,
  headers: ReadonlyMap<MadeKey, string>,
  { columns }: MadeList,
): Mapping {
  const known = columns.flatMap(({ key }) => {
    const role = roleOfMade(key);
    return role ? [{ header: headers.get(key)!, role }] : [];
  });
  const own = new Set(headers.values());
  try {
    const { mapping } = proposeReading(list, known);
    const added = mapping.columns.filter(({ header, role }) => !own.has(header) && !ofLines.has(role));
    return { version: 1, columns: [...known, ...added] };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { version: 1, columns: known };
  }
}
