/** From the cells of a client list to its portfolio and classes. Knows no Office and no language. */
export { currencyOfFormat } from "./list/currency";
export { currencyIn } from "./mapping/headers/own-currency";
export { addressOf, columnIndex, columnLetters, quotedSheetName } from "./list/address";
export type {
  AbcClass,
  Action,
  Activity,
  ActivityStatus,
  Classification,
  ClientPin,
  ClientType,
  Concentration,
  GroupShares,
  KeyStatus,
  Quadrant,
  Reason,
  XyzClass,
} from "./classification/classification";
export {
  type ActionFacts,
  type Advice,
  actionsFor,
  adviceOf,
  isFounded,
  isLost,
} from "./classification/actions";
export { classify } from "./classification/classify";
export { classifyInSlices } from "./classification/classify-in-slices";
export {
  type FirstAction,
  type UrgentAction,
  firstActionsOf,
  isAdvised,
  knowsActivity,
  knowsWhoLeft,
  stakeOfAction,
  urgentActionOf,
  urgentActions,
} from "./classification/what-to-do/first-actions";
export {
  type ClientGap,
  gapsOf,
  type PortfolioFigures,
  type LeftWithout,
  leftWithout,
  type Scenario,
  type ScenarioCosts,
  type WhatIf,
  whatIf,
} from "./classification/scenarios/what-if";
export { isRatioCut } from "./clients/client-attributes";
export { hasOtherAbc, isProfitKnown } from "./classification/second-opinion";
export { countsOf, crowdedClass, knowsSteadiness } from "./classification/steadiness";
export { type ClientAge, clientAgeOf } from "./classification/changes/client-age";
export {
  type ComingAndGoing,
  comingsAndGoings,
  goneInWindow,
} from "./classification/changes/comings-and-goings";
export { lossReasonKind } from "./classification/loss-reason-kind";
export { lossReasonsOf } from "./classification/what-to-do/loss-reasons";
export { MOST_KEY_CLIENTS, isAtRisk, isOverloaded } from "./classification/changes/groups";
export {
  concentrationOverTimeOf,
  concentrationOverTimeOfSteps,
  replayOf,
  replayOfSteps,
} from "./classification/changes/over-time";
export { mainGroupsOfClients } from "./clients/groups-of-clients";
export {
  type ClientMargins,
  clientMargins,
  demandOf,
  firmnessOf,
  firmnessSteps,
  marginsOf,
  quadrantFlipsOf,
  variationViewsOf,
} from "./classification/scenarios/safety";
export { identityOf } from "./clients/rows/client-identity";
export { madeIdentity } from "./clients/rows/made-identity";
export { canBeIgnored, type Finding, type FindingKind, markOfFinding } from "./list/finding";
export type { LeftOutKind, ReadColumn, Reading } from "./clients/reading";
export { figuresOf } from "./figures/figures";
export {
  isPoolWhole,
  keyBySharesOf,
  quietOf,
  riskOf,
  togetherOf,
  type Risk,
  type Together,
} from "./classification/together";
export { processFigures } from "./figures/process-figures";
export { columnOfLevels } from "./levels/possible-levels";
export { type Alternative, type Doubt, type ListChoice, withChoice } from "./mapping/doubt";
export type { Mapping, Role } from "./mapping/mapping";
export { isSingleRole, parseMapping, roles } from "./mapping/mapping-json";
export {
  type ProposedReading,
  headerText,
  keepMapping,
  moneyColumns,
  proposeMapping,
  knownColumns,
  proposeReading,
  totalColumnOf,
} from "./mapping/proposal/mapping-proposal";
export { type NamedColumn, namedColumns, withNamedColumns } from "./mapping/named-columns";
export type { Pin, ReadingChoices } from "./mapping/reading-choices";
export { type Difference, type Note, notesOf } from "./classification/notes";
export { type AlikeSheets, type SheetList, alikeSheets, likenessOf, unitOf } from "./layout/alike-sheets";
export { figureTimeOf, runningTimeOf, saysRunning } from "./mapping/headers/figure-time";
export { widestGap } from "./layout/column-spans";
export { columnsApart } from "./layout/columns-apart";
export { namesClients } from "./layout/column-words";
export { isYear } from "./layout/period-run";
export { type ListLayout, findListsSteps } from "./layout/find-lists";
export {
  areApart,
  measuresOf,
  nearestToSales,
  shareClients,
  tellsOtherThanSales,
} from "./layout/list-measure";
export { looksLikeNumber, parseNumberText } from "./list/number-text";
export { dayNumber, isIsoDay, isoDay, type Period, type PeriodUnit, startAfter } from "./periods/period";
export {
  type Cut,
  type KeyLimit,
  type Limit,
  type Policy,
  type PresetName,
  defaultPolicy,
  keyLimitOf,
  mostCards,
  policyForPreset,
  presetNames,
  weightOf,
} from "./policy/policy";
export { noCosts, parseScenarioCosts } from "./classification/scenarios/scenario-costs";
export { longestPreparedBy, parsePolicy } from "./policy/policy-json";
export type { Criteria, Membership, Portfolio, Window } from "./clients/portfolio";
export {
  type LeftStanding,
  Problem,
  type ProblemDetail,
  type RejectedColumn,
  type WhyNoMoney,
  type WrittenOver,
} from "./problem";
export { readPortfolio } from "./clients/read-portfolio";
export { type ColumnRead, type RowsRead, rowsReadOf } from "./clients/rows-read";
export {
  type SampleColumn,
  type SampleKind,
  type SampleList,
  sampleHeaderRow,
  sampleList,
  sampleLooks,
} from "./sample/sample-list";
export type { FigureKind, WholeKind } from "./snapshots/basis";
export { type Change, type RuleName, changesSteps } from "./snapshots/changes";
export {
  type KeptRuns,
  MOST_SNAPSHOTS,
  type Shown,
  type ShownSnapshot,
  earlierRuns,
  noRuns,
  notShown,
  parseKeptRuns,
  shownSnapshotSteps,
  snapshotAt,
  snapshotBeforeSteps,
  withRunSteps,
  withoutOldest,
  withoutSnapshots,
} from "./snapshots/kept-runs";
export {
  type ClientMoves,
  type Move,
  type Moves,
  clientMoves,
  countsOfMoves,
  movesSteps,
} from "./snapshots/moves";
export { digestOfCosts } from "./snapshots/costs-digest";
export { type FullSnapshot, type Snapshot, snapshotOf, snapshotSteps } from "./snapshots/snapshot";
export {
  cellInRow,
  type ResultColumn,
  type SourceColumn,
  type SourceList,
  resultColumns,
} from "./list/source-list";
export { STEP, type SliceOptions, type Steps, finish, inSlices, pause, within } from "./steps";
export { totalName } from "./list/total-rows";
export type { LinesLeftOut, LinesRead } from "./list/lines-read";
export {
  type AddUpOptions,
  type LineSource,
  type MadeColumn,
  type MadeKey,
  type MadeList,
  type MadeTexts,
  type ToldBySheet,
  type TransactionColumns,
  addUpLinesSteps,
  lineSourcesOf,
  linesWithin,
  madeHeaders,
  madeMapping,
  madeSourceList,
  recogniseTransactions,
  roleOfMade,
} from "./transactions";
export {
  type LimitReading,
  coefficient,
  fractionOfTyped,
  parseLimitText,
  partOfWhole,
} from "./policy/typed-limit";
export { isNewer, isRecord, notThere, shown } from "./json-values";
export { digestOf } from "./snapshots/hash";
