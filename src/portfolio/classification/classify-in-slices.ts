import type { Classification } from "./classification";
import { classifySteps } from "./classify";
import type { Mapping } from "../mapping/mapping";
import type { Policy } from "../policy/policy";
import { readPortfolioSteps } from "../clients/read-portfolio";
import type { SourceList } from "../list/source-list";
import { type SliceOptions, type Steps, inSlices, within } from "../steps";

/** Reading takes about as long as classifying. */
const readingPart = 0.5;

/**
 * Reads the clients behind a list and classifies them without keeping the page from answering for longer than a step: the
 * same as `classify(readPortfolio(…))`, in slices.
 *
 * @param today ISO day; decides which periods are complete when the policy gives no as-of date
 * @throws Problem cancelled, and everything that `readPortfolio` and `classify` throw
 */
export function classifyInSlices(
  list: SourceList,
  mapping: Mapping,
  policy: Policy,
  today: string,
  options: SliceOptions = {},
): Promise<Classification> {
  return inSlices(steps(list, mapping, policy, today), options);
}

function* steps(list: SourceList, mapping: Mapping, policy: Policy, today: string): Steps<Classification> {
  const portfolio = yield* within(0, readingPart, readPortfolioSteps(list, mapping, policy, today));
  return yield* within(readingPart, 1, classifySteps(portfolio, policy));
}
