/** The methods: pure functions on arrays of numbers. Nothing here knows Office, a screen, a language or the date. */
export { type AbcBorders, type AbcClass, type AbcRule, abc, abcBorders, abcClass } from "./classes/abc";
export {
  type Activity,
  type ActivityStatus,
  type ClientActivity,
  FEWEST_PURCHASES,
  activityByDates,
  activityByPeriods,
} from "./time/activity";
export { type Concentration, concentration, topFifth } from "./dependence/concentration";
export { type LeadingZeros, firstCountedPeriod } from "./classes/counted-periods";
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
