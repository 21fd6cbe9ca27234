/** The methods: pure functions on arrays of numbers. Nothing here knows Office, a screen, a language or the date. */
export { type AbcBorders, type AbcClass, type AbcRule, abc, abcBorders, abcClass } from "./classes/abc";
export { type AbcLevels, type AbcPlace, abcLevels, abcPlace } from "./classes/abc-levels";
export { type Concentration, concentration, topFifth } from "./dependence/concentration";
export {
  type AmountRules,
  type ClassifiedAmounts,
  type ClassifiedHistory,
  amountSteps,
  classifyAmounts,
} from "./classify-amounts";
export { type BegunBefore, type LeadingZeros, firstCountedPeriod } from "./classes/counted-periods";
export {
  type AfterLeaving,
  type Conditions,
  type DiscountChange,
  type DiscountTier,
  type DiversificationGap,
  type Stake,
  type StakeColumns,
  afterLeaving,
  discountTier,
  diversificationGap,
  stakeOf,
} from "./dependence/dependency";
export { type Expectation, InvalidArgument } from "./exact/invalid-argument";
export {
  type Cut,
  type Quadrant,
  type Scale,
  type Scores,
  cutValue,
  normalisedWeights,
  quadrant,
  weightedScores,
} from "./classes/kaism";
export {
  type KeyLadder,
  type KeyStatus,
  type LadderPreset,
  type PresetName,
  keyStatus,
  keyStatuses,
  ladderPresets,
} from "./classes/key-ladder";
export { type Limit, above, atLeast, meets } from "./exact/limit";
export { descendingOrder } from "./exact/order";
export { isPromising, shareOfWallet } from "./classes/potential";
export {
  type NoShares,
  type Shares,
  type SharesInGroups,
  cumulativeShares,
  noSharesOf,
  shares,
  sharesInGroups,
} from "./classes/share";
export { snap } from "./exact/snap";
export { groupTotals, rowTotals, sum, total } from "./exact/sum";
export { type Deviation, purchaseFrequency, variation } from "./classes/variation";
export { type Xyz, type XyzClass, type XyzRule, FEWEST_PERIODS, xyz, xyzClass } from "./classes/xyz";
export { STEP, type Steps, finish, within } from "./exact/steps";
export {
  type Activity,
  type ActivityBasis,
  type ActivityRule,
  type ActivityStatus,
  type HistoryRecord,
  LOST,
  TOO_SHORT,
  activityBases,
  activitySteps,
  boughtInLastYear,
  recordSteps,
} from "./time/activity";
export {
  type BridgeKind,
  type MoneyBridge,
  type Movement,
  moneyBridge,
  moneyBridges,
  movementSteps,
} from "./time/bridge";
export { type ConcentrationPoint, concentrationOverTimeSteps } from "./time/concentration-over-time";
export {
  type ComparedWindows,
  type History,
  type HistoryUnit,
  comparedPeriods,
  comparedWindows,
  firstOfLast,
  periodsOfYear,
  placeOf,
  recentPeriods,
  spanOf,
} from "./time/history";
export { type AlarmRecord, type Replay, replaySteps } from "./time/replay";
export { FEWEST_EXPECTED_PERIODS, FEWEST_OTHERS, type ExpectedBasis } from "./time/expected-amount";
export { type CommonIntervals, FEWEST_INTERVALS, FEWEST_PURCHASES, type LimitBasis } from "./time/rhythm";
export {
  type Demand,
  type DemandPattern,
  INTERVAL_CUT,
  VARIATION_CUT,
  demandPattern,
  demandPatterns,
} from "./classes/demand-pattern";
export { derivedScores, percentileScores } from "./classes/derived-scores";
export {
  type KeyProposal,
  type KeyRule,
  type KeyTest,
  keyProposal,
  keyTest,
  passesKeyTest,
  statusByTest,
  statusesByTest,
} from "./classes/key-rule";
export { type ClientChange, scenario } from "./dependence/scenario";
export {
  type ProfitColumns,
  type Profitability,
  type WhaleCurve,
  isUnprofitable,
  profitability,
  whaleCurve,
} from "./profit/profitability";
export { type AbcMargin, abcMargins } from "./safety/abc-margin";
export { type Firmness, firmnessSteps } from "./safety/firmness";
export {
  type QuadrantChange,
  type QuadrantMargin,
  cutAmongOthers,
  quadrantMargin,
} from "./safety/quadrant-margin";
export { type ShareMargin, shareMargin } from "./safety/share-margin";
export { type VariationViews, variationViews } from "./safety/variation-views";
