/** The methods: pure functions on arrays of numbers. Nothing here knows Office, a screen, a language or the date. */
export { type AbcBorders, type AbcClass, type AbcRule, abc, abcBorders, abcClass } from "./abc";
export {
  type Activity,
  type ActivityStatus,
  type ClientActivity,
  FEWEST_PURCHASES,
  activityByDates,
  activityByPeriods,
} from "./activity";
export { type Concentration, concentration, topFifth } from "./concentration";
export { type LeadingZeros, firstCountedPeriod } from "./counted-periods";
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
} from "./dependency";
export { type Expectation, InvalidArgument } from "./invalid-argument";
export {
  type Cut,
  type Quadrant,
  type Scale,
  type Scores,
  cutValue,
  normalisedWeights,
  quadrant,
  weightedScores,
} from "./kaism";
export {
  type KeyLadder,
  type KeyStatus,
  type LadderPreset,
  type PresetName,
  keyStatus,
  keyStatuses,
  ladderPresets,
} from "./key-ladder";
export { type Limit, above, atLeast, meets } from "./limit";
export { descendingOrder } from "./order";
export { isPromising, shareOfWallet } from "./potential";
export {
  type NoShares,
  type Shares,
  type SharesInGroups,
  cumulativeShares,
  noSharesOf,
  shares,
  sharesInGroups,
} from "./share";
export { snap } from "./snap";
export { groupTotals, rowTotals, sum, total } from "./sum";
export { type Deviation, purchaseFrequency, variation } from "./variation";
export { type Xyz, type XyzClass, type XyzRule, FEWEST_PERIODS, xyz, xyzClass } from "./xyz";
