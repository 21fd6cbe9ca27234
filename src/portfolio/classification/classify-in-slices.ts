import type { Classification } from "./classification";
import { classifySteps } from "./classify";
import type { Mapping } from "../mapping/mapping";
import type { Policy } from "../policy/policy";
import { readPortfolioSteps } from "../clients/read-portfolio";
import type { SourceList } from "../list/source-list";
import { sameContentSteps } from "../list/same-content";
import { type SliceOptions, type Steps, inSlices, within } from "../steps";

/** Everything that a classification follows from. */
interface Question {
  list: SourceList;
  mapping: Mapping;
  policy: Policy;
  /** ISO day. */
  today: string;
}

/** Finding that a question is the last one takes a small part of answering it. */
const comparingPart = 0.02;
/** Reading takes about as long as classifying. */
const readingPart = 0.5;

/** The last question with its answer: what the pane shows is read and asked again by the run that writes it, and by its report. */
let last: { question: Question; answer: Classification } | null = null;
/** Of a longer list two at once would take too much memory. */
const mostRowsKept = 200_000;

/**
 * Reads the clients behind a list and classifies them without keeping the page from answering for longer than a step: the
 * same as `classify(readPortfolio(…))`, in slices. Where list, rules and day are those of the last time, to the last cell, what
 * follows from them is taken from there.
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
  return inSlices(steps({ list, mapping, policy, today }), options);
}

function* steps(question: Question): Steps<Classification> {
  const known = last;
  if (known && (yield* within(0, comparingPart, sameContentSteps(known.question, question)))) {
    const { portfolio } = known.answer;
    return { ...known.answer, portfolio: { ...portfolio, list: question.list } };
  }
  const { list, mapping, policy, today } = question;
  const reading = readPortfolioSteps(list, mapping, policy, today);
  const portfolio = yield* within(comparingPart, readingPart, reading);
  const answer = yield* within(readingPart, 1, classifySteps(portfolio, policy));
  last = list.rowCount > mostRowsKept ? null : { question, answer };
  return answer;
}
