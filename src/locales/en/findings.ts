import type { FindingSentences } from "../wording/finding-sentences";
import { quotedIn } from "../wording/quotes";

const quoted = quotedIn.en;

export const findings: FindingSentences = {
  textNumber: ({ address, content, taken }, numbers) =>
    `${address} holds the text ${quoted(content)}; it was read as ${numbers.number(taken ?? Number.NaN, 6)}. Make it a number.`,
  textNumbers: ({ address, content, taken, count }, numbers) =>
    `${numbers.plural(count ?? 1, { one: "cell of the column holds a number", other: "cells of the column hold numbers" })} as text, the first at ${address}: ${quoted(content)} was read as ${numbers.number(taken ?? Number.NaN, 6)}. Make them numbers.`,
  dashAsZero: ({ address, content, count }, numbers) =>
    count === 1
      ? `${address} holds ${quoted(content)} in a column of numbers; it counts as 0.`
      : `${numbers.plural(count ?? 1, { one: "cell", other: "cells" })} of the column hold a dash or “n/a”, the first at ${address} (${quoted(content)}); they count as 0.`,
  notANumber: ({ address, content }) =>
    `${address} holds ${quoted(content)} where an amount belongs; the row was not classified. Correct the cell.`,
  excelError: ({ address, content }) =>
    `${address} shows the error ${content}; the row was not classified. Correct the formula.`,
  criterionNotANumber: ({ address, content }) =>
    `${address} holds ${quoted(content)} where a score belongs; the score was left out. Enter a number.`,
  criterionOutOfScale: ({ address, content }) =>
    `The score ${content} at ${address} is outside the scale. Correct it or widen the scale in the rules.`,
  profitNotANumber: ({ address, content }) =>
    `${address} holds ${quoted(content)} where profit or a cost belongs; the cell was left out. Correct it.`,
  attributeLeftOut: ({ address, content }) =>
    `${address} holds ${quoted(content)}, which does not belong in this column; it was treated as blank. Correct the cell.`,
  groupRow: ({ address, content, count }, numbers) =>
    `${quoted(content)} at ${address}${count && count > 1 ? ` and ${numbers.number(count - 1)} more` : ""}: sums of clients below or above them, no clients; they were left out.`,
  detailRow: ({ address, content, count }, numbers) =>
    `${quoted(content)} at ${address}${count && count > 1 ? ` and ${numbers.number(count - 1)} more` : ""}: rows below their clients, whose amounts hold them already; they were left out.`,
  countRow: ({ address, count }, numbers) =>
    `${address}${count && count > 1 ? ` and ${numbers.number(count - 1)} more` : ""}: rows that count or average others; they hold no money and were left out.`,
  othersRow: ({ address, content, taken }, numbers) =>
    `${quoted(content)} at ${address} is no single client; its ${numbers.money(taken ?? 0)} count in the total only.`,
  likelySame: ({ address, content, taken }, numbers) =>
    `${content} are likely one client in several spellings (first at ${address}), ${numbers.money(taken ?? 0)} together. Join them if they are the same.`,
  totalRow: ({ address, content }) =>
    content === ""
      ? `The row at ${address} adds up the rows above, so it is a total and not a client; it was left out.`
      : `The row ${quoted(content)} at ${address} is a total, not a client; it was left out.`,
  totalColumn: ({ address, content }) =>
    `The column ${quoted(content)} at ${address} is a total, not a period; it was left out.`,
  repeatedClient: ({ address, content }) =>
    `${quoted(content)} at ${address} stands in the list more than once; its rows were added up. If these are different clients, give them different names.`,
  unnamedRow: ({ address, taken }, numbers) =>
    `${address} names no client, but the row has an amount of ${numbers.money(taken ?? 0)}; it counts in the total only. Enter the name.`,
  negativeAmount: ({ address, content, taken }, numbers) =>
    taken === undefined
      ? `The amount at ${address} is negative (${content}). Check whether the returns are booked on the right client.`
      : `${quoted(content)} at ${address} has a negative amount of ${numbers.money(taken)}. Check whether the returns are booked on the right client.`,
  amountDiffersFromPeriods: ({ address, content, taken }, numbers) =>
    `The amount at ${address} (${quoted(content)}) differs by more than 1% from the sum of its periods, ${numbers.money(taken ?? 0)}. The amount was used; check which one is right.`,
  incompletePeriod: ({ address, content }) =>
    `The period ${quoted(content)} at ${address} is not over yet; it was left out. It counts once it is complete.`,
  periodOfOtherLength: ({ address, content }) =>
    `The period ${quoted(content)} at ${address} has another length than the other periods; it was left out.`,
  fallbackToRevenue: ({ address }) =>
    `Total profit (${address}) is not positive, so shares were computed from revenue.`,
};
