import type { Job } from "../../commands/runs";
import { languageOf, type Language } from "../../locales";
import {
  defaultPolicy,
  noCosts,
  type Classification,
  type Mapping,
  type Policy,
  type Portfolio,
  type Problem,
  type ScenarioCosts,
} from "../../portfolio";
import type { Freshness } from "./freshness";
import type { ListReading, NumbersMade, SourceChoices, SourceOption, SourceReference } from "../../workbook";

/** The steps of the work, in their order. */
export const steps = ["source", "rules", "run", "results", "dataQuality"] as const;
export type Step = (typeof steps)[number];

/** The list that the pane works on, and how its reading stands. */
export interface ListInUse {
  /** Null: what a run would take, until a reading tells which that is. */
  reference: SourceReference | null;
  /** Its name when it was last seen; null when it was never read. */
  name: string | null;
  /** `again`: a newer reading is under way while the earlier one stays in view. */
  status: "reading" | "read" | "again" | "failed";
  /** Part of the reading that is done, 0 to 1. */
  fraction: number;
  reading: ListReading | null;
  /** Why it could not be read; null unless `status` is "failed". */
  problem: Problem | null;
}

/** Everything the pane shows. Changed by {@link reduce} only. */
export interface PaneState {
  phase: "starting" | "firstRun" | "working";
  step: Step;
  /** Null until the workbook was asked. */
  choices: SourceChoices | null;
  list: ListInUse | null;
  /** Null when the headers propose nothing and nothing was chosen. */
  mapping: Mapping | null;
  policy: Policy;
  /** Of what is written into the workbook. */
  language: Language;
  /** Changes by the user of mapping, rules or language: a reading from before them does not overwrite them. */
  edits: number;
  /** The clients behind the list; of a moment ago while the rules cannot be applied. */
  portfolio: Portfolio | null;
  classification: Classification | null;
  /** Why the list could not be classified. */
  classificationProblem: Problem | null;
  classifying: boolean;
  /** Whether the workbook shows what was classified; null until that is known. */
  freshness: Freshness | null;
  /** Fingerprint of the run that classes are compared with; null = the last one. */
  compareWith: string | null;
  /** Another list that the user went to in the sheet. */
  elsewhere: SourceOption | null;
  /** What went wrong beside list and run: a setting that could not be saved, cells that could not be shown. */
  mishap: Problem | null;
  /** What the user started when a question stopped it, once he has answered. */
  answeredJob: Job | null;
  /** What scenarios are reckoned with. */
  costs: ScenarioCosts;
  /** Names of the clients that the what-if card leaves out. */
  picked: ReadonlySet<string>;
  /** Cells in which the user had a text made the number that it means, as long as the pane is open; the last one first. */
  numbersMade: readonly NumbersMade[];
  /** The sample is being made. */
  addingSample: boolean;
}

/** @param displayLanguage `Office.context.displayLanguage`: what is written is in it until the workbook says otherwise */
export function initialState(displayLanguage: string): PaneState {
  return {
    phase: "starting",
    step: "source",
    choices: null,
    list: null,
    mapping: null,
    policy: defaultPolicy,
    language: languageOf(displayLanguage),
    edits: 0,
    portfolio: null,
    classification: null,
    classificationProblem: null,
    classifying: false,
    freshness: null,
    compareWith: null,
    elsewhere: null,
    mishap: null,
    answeredJob: null,
    costs: noCosts,
    picked: new Set(),
    numbersMade: [],
    addingSample: false,
  };
}

/** Whether both name the same list of the workbook. */
export function isSameList(a: SourceReference | null, b: SourceReference | null): boolean {
  return a === b || (a !== null && b !== null && a.sheetId === b.sheetId && a.tableId === b.tableId);
}
