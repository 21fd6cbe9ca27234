import type { Job } from "../../commands/runs";
import type { Language } from "../../locales";
import {
  noCosts,
  type Classification,
  type Mapping,
  type Policy,
  type Problem,
  type ScenarioCosts,
} from "../../portfolio";
import type { ListReading, NumbersMade, SourceChoices, SourceOption, SourceReference } from "../../workbook";
import { columnsInView } from "./columns-in-view";
import type { Freshness } from "./freshness";
import { isSameList, type PaneState, type Step } from "./pane-state";

/** What happened, told to {@link reduce}. */
export type PaneEvent =
  | { type: "opened"; firstRun: boolean }
  | { type: "begun" }
  | { type: "wentTo"; step: Step }
  | { type: "choicesFound"; choices: SourceChoices }
  | { type: "listChosen"; reference: SourceReference | null; name: string | null }
  | { type: "readingBegun" }
  | { type: "readingProgressed"; fraction: number }
  /** `edits`: of the state when the reading began; `kept`: what the user changed since, as far as the list still has it. */
  | { type: "listRead"; reading: ListReading; edits: number; kept: Mapping | null }
  | { type: "readingFailed"; problem: Problem }
  /** `answered`: it answers the question that stopped the reading, or takes an answer back. */
  | { type: "mappingChanged"; mapping: Mapping | null; answered?: boolean }
  /** A run that had stopped with a question may go on; null: no longer. */
  | { type: "jobAnswered"; job: Job | null }
  | { type: "policyChanged"; policy: Policy }
  | { type: "languageChanged"; language: Language }
  | { type: "classifyingBegun" }
  | { type: "classified"; classification: Classification }
  | { type: "classifyingFailed"; problem: Problem }
  /** Null: not known, as after a run, until the list has been read again. */
  | { type: "compared"; freshness: Freshness | null }
  | { type: "comparedWith"; fingerprint: string | null }
  | { type: "wentElsewhere"; option: SourceOption | null }
  | { type: "mishap"; problem: Problem | null }
  | { type: "costsChanged"; costs: ScenarioCosts }
  | { type: "picked"; names: ReadonlySet<string> }
  | { type: "numbersMade"; made: readonly NumbersMade[] }
  | { type: "sampleAsked" }
  | { type: "sampleEnded" };

/** The state after an event. Pure; gives the same object back when nothing changed. */
export function reduce(state: PaneState, event: PaneEvent): PaneState {
  switch (event.type) {
    case "opened":
      return { ...state, phase: event.firstRun ? "firstRun" : "working" };
    case "begun":
      return { ...state, phase: "working" };
    case "wentTo":
      return state.step === event.step ? state : { ...state, step: event.step };
    case "choicesFound":
      return { ...state, choices: event.choices };
    case "listChosen":
      return {
        ...state,
        list: {
          reference: event.reference,
          name: event.name,
          status: "reading",
          fraction: 0,
          reading: null,
          problem: null,
        },
        mapping: null,
        portfolio: null,
        classification: null,
        classificationProblem: null,
        freshness: null,
        compareWith: null,
        elsewhere: null,
        answeredJob: null,
        costs: noCosts,
        picked: new Set(),
      };
    case "readingBegun":
      return changeList(state, (list) => ({
        ...list,
        status: list.reading ? "again" : "reading",
        fraction: 0,
        problem: null,
      }));
    case "readingProgressed":
      return changeList(state, (list) => ({ ...list, fraction: event.fraction }));
    case "listRead":
      return listRead(state, event);
    case "readingFailed":
      return {
        ...changeList(state, (list) => ({
          ...list,
          status: "failed",
          reading: null,
          problem: event.problem,
        })),
        portfolio: null,
        classification: null,
        classificationProblem: null,
        classifying: false,
        freshness: null,
      };
    case "mappingChanged":
      return {
        ...state,
        mapping: event.mapping,
        edits: state.edits + 1,
        ...(event.answered ? { classificationProblem: null, classifying: true } : {}),
      };
    case "jobAnswered":
      return state.answeredJob === event.job ? state : { ...state, answeredJob: event.job };
    case "policyChanged":
      return { ...state, policy: event.policy, edits: state.edits + 1 };
    case "languageChanged":
      return { ...state, language: event.language, edits: state.edits + 1 };
    case "classifyingBegun":
      return { ...state, classifying: true };
    case "classified":
      return {
        ...state,
        portfolio: event.classification.portfolio,
        classification: event.classification,
        classificationProblem: null,
        classifying: false,
      };
    case "classifyingFailed":
      return { ...state, classification: null, classificationProblem: event.problem, classifying: false };
    case "compared":
      return state.freshness === event.freshness ? state : { ...state, freshness: event.freshness };
    case "comparedWith":
      return { ...state, compareWith: event.fingerprint };
    case "wentElsewhere":
      return state.elsewhere === event.option ? state : { ...state, elsewhere: event.option };
    case "mishap":
      return state.mishap === event.problem ? state : { ...state, mishap: event.problem };
    case "costsChanged":
      return { ...state, costs: event.costs, edits: state.edits + 1 };
    case "picked":
      return { ...state, picked: event.names };
    case "numbersMade":
      return { ...state, numbersMade: event.made };
    case "sampleAsked":
      return { ...state, addingSample: true };
    case "sampleEnded":
      return { ...state, addingSample: false };
  }
}

function changeList(
  state: PaneState,
  change: (list: NonNullable<PaneState["list"]>) => PaneState["list"],
): PaneState {
  return state.list ? { ...state, list: change(state.list) } : state;
}

/** What the user changed while the list was being read stays; the rest is as the workbook has it. */
function listRead(
  state: PaneState,
  { reading, edits, kept }: Extract<PaneEvent, { type: "listRead" }>,
): PaneState {
  const { list } = state;
  if (!list || (list.reference && !isSameList(list.reference, reading.reference))) return state;
  const { list: inView, mapping } = columnsInView(reading);
  const next: PaneState = {
    ...state,
    list: {
      reference: reading.reference,
      name: inView.name,
      status: "read",
      fraction: 1,
      reading,
      problem: null,
    },
  };
  if (edits !== state.edits) return { ...next, mapping: kept ?? mapping };
  const { policy, language, costs } = reading;
  return { ...next, mapping, policy, language, costs };
}
