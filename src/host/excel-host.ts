import type { AddInFunctions } from "./functions/metadata";
import { RegisteredFunctions } from "./functions/registered-functions";
import type { FunctionAnswer, FunctionArgument } from "./functions/values";
import type { CellShift } from "./model/formula/formula-rewrite";
import { openWorkbook, type Workbook } from "./model/workbook";
import type { ApiLevel } from "./wire/api-level";
import type { SettingsStore } from "./wire/external";
import { callingPage, openSession, type Session } from "./wire/session";
import type { TaskpaneListener } from "./wire/taskpane";
import type { WorkbookRecord } from "./workbook-record";

export interface ExcelHostOptions extends TaskpaneListener {
  /** Language of Excel itself, "ru-RU"; also the dress of numbers and dates unless `dataLanguage` says otherwise. */
  language: string;
  dataLanguage?: string;
  /** Version of the ExcelApi requirement set; "1.9" is the product's floor, "1.20" (the default) today's subscription. */
  apiLevel?: ApiLevel;
  /** "web" limits requests and answers to 5 MB. Default "desktop". */
  mode?: "desktop" | "web";
  /** Office theme: colours as #RRGGBB by name. Default: white. */
  theme?: Record<string, string>;
  /** A workbook that cannot be saved: `workbook.readOnly`; on the web it cannot be changed either. */
  readOnly?: boolean;
  /** Identifiers of the record's sheets, of a workbook that goes on where another one stood. Default: new ones. */
  sheetIds?: readonly string[];
  /** What `Office.context.document.url` says. */
  documentUrl?: string;
  /** Custom functions of the add-in, from its `functions.json`; without them a formula that calls one is `#NAME?`. */
  functions?: AddInFunctions;
  /** Whether the add-in's pane is open at the beginning. Default false. */
  taskpaneVisible?: boolean;
}

/** An open workbook behind `window.external`: Excel, as far as an add-in can tell. */
export interface ExcelHost extends Session {
  /** Root of the object model, for a look or a hand from the other side of the wire. */
  workbook: Workbook;
  /** The workbook as plain data, after the pending calculation. */
  toRecord(): Promise<WorkbookRecord>;
  /** Cells that were put in and taken out since the workbook was opened, by the part of the file that their sheet was read from. */
  cellShifts(): ReadonlyMap<string, readonly CellShift[]>;
  /**
   * Calls a custom function in the page as a formula would: checked and converted by its metadata, through the functions
   * runtime of Office.js. Waits for the runtime; calls of one moment travel together (one call alone takes some 250 ms, a
   * thousand at once hardly longer).
   * @param name "KEYSHARE" or "KAM.KEYSHARE"
   * @param args null = left out; inside a block null = a blank cell, `{ error: "#N/A" }` = an error
   * @throws Error when the host was opened without `functions`, or they do not have this one
   */
  callFunction(
    name: string,
    args: readonly FunctionArgument[],
    options?: { address?: string },
  ): Promise<FunctionAnswer>;
  dispose(): void;
}

/** Opens a workbook in the stand-in host. The record is not changed. */
export async function openExcelHost(record: WorkbookRecord, options: ExcelHostOptions): Promise<ExcelHost> {
  const {
    language,
    dataLanguage,
    apiLevel,
    mode = "desktop",
    theme,
    readOnly = false,
    sheetIds,
    documentUrl,
    functions,
    taskpaneVisible,
    onShowTaskpane,
    onHideTaskpane,
  } = options;
  const registered = functions && new RegisteredFunctions(functions);
  const calling = callingPage();
  const workbook = await openWorkbook(record, {
    locale: dataLanguage ?? language,
    name: documentUrl?.split(/[\\/]/).at(-1),
    readOnly,
    sheetIds,
    raise: (eventType, target, args) => calling.events.raise(eventType, target, args),
    functions: registered && { registered, runtime: calling.functions },
  });
  const session: Session = openSession(workbook, {
    displayLanguage: language,
    dataLanguage,
    level: apiLevel,
    mode,
    viewOnly: readOnly && mode === "web",
    theme,
    documentUrl,
    settings: settingsStore(workbook),
    taskpaneVisible,
    onShowTaskpane,
    onHideTaskpane,
    calling,
  });
  return {
    ...session,
    workbook,
    async toRecord() {
      await workbook.$calculate();
      return workbook.$toRecord();
    },
    cellShifts: () =>
      new Map(
        workbook.$state.sheets.flatMap(({ part, shifts }) => (part === undefined ? [] : [[part, shifts]])),
      ),
    async callFunction(name, args, { address = "Sheet1!A1" } = {}) {
      if (registered === undefined) {
        throw new Error("The host was opened without functions.");
      }
      const invocation = registered.invocation(name, args, address);
      return "withheld" in invocation
        ? { error: { code: invocation.withheld } }
        : registered.accepted(await session.functions.invoke(invocation).answer);
    },
    dispose() {
      session.close();
      workbook.$dispose();
    },
  };
}

/** `Office.context.document.settings` and `workbook.settings` are one store, as in Excel. */
function settingsStore(workbook: Workbook): SettingsStore {
  return {
    read: () =>
      Object.fromEntries(workbook.settings.items.map(({ key, value }) => [key, JSON.stringify(value)])),
    write(values) {
      workbook.settings.items
        .filter(({ key }) => !Object.hasOwn(values, key))
        .forEach((setting) => setting.delete());
      Object.entries(values).forEach(([key, value]) => workbook.settings.add(key, JSON.parse(value)));
    },
  };
}
