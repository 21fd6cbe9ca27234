/** From the cells of a client list to its portfolio and classes. Knows no Office and no language. */
export { addressOf, columnIndex, columnLetters, quotedSheetName } from "./address";
export type {
  AbcClass,
  Action,
  Activity,
  ActivityStatus,
  Classification,
  Concentration,
  GroupShares,
  KeyStatus,
  Quadrant,
  Reason,
  XyzClass,
} from "./classification";
export { classify } from "./classify";
export { classifyInSlices } from "./classify-in-slices";
export { identityOf } from "./client-identity";
export type { Finding, FindingKind } from "./finding";
export {
  type Mapping,
  type Role,
  headerText,
  isSingleRole,
  keepMapping,
  parseMapping,
  proposeMapping,
  roles,
  totalColumnOf,
} from "./mapping";
export { type Difference, type Note, notesOf } from "./notes";
export { parseNumberText } from "./number-text";
export { isIsoDay, type Period, type PeriodUnit } from "./period";
export {
  type Cut,
  type Limit,
  type Policy,
  type PresetName,
  defaultPolicy,
  parsePolicy,
  policyForPreset,
  presetNames,
} from "./policy";
export type { Criteria, Membership, Portfolio, Window } from "./portfolio";
export { Problem, type ProblemDetail } from "./problem";
export { readPortfolio } from "./read-portfolio";
export {
  type SampleColumn,
  type SampleKind,
  type SampleList,
  sampleHeaderRow,
  sampleList,
  sampleLooks,
} from "./sample/sample-list";
export type { ResultColumn, SourceColumn, SourceList } from "./source-list";
export { STEP, type SliceOptions, type Steps, finish, inSlices } from "./steps";
export { totalName } from "./total-rows";
export { type LimitReading, coefficient, fractionOfTyped, parseLimitText, partOfWhole } from "./typed-limit";
