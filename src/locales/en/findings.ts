import type { FindingTexts } from "../finding-text";

export const findings: FindingTexts = {
  textNumber: ({ address, content, taken }, numbers) =>
    `${address} holds the text "${content}"; it was read as ${numbers.number(taken ?? Number.NaN, 6)}. Make it a number.`,
  notANumber: ({ address, content }) =>
    `${address} holds "${content}" where an amount belongs; the row was not classified. Correct the cell.`,
  excelError: ({ address, content }) =>
    `${address} shows the error ${content}; the row was not classified. Correct the formula.`,
  criterionNotANumber: ({ address, content }) =>
    `${address} holds "${content}" where a score belongs; the score was left out. Enter a number.`,
  criterionOutOfScale: ({ address, content }) =>
    `The score ${content} at ${address} is outside the scale. Correct it or widen the scale in the rules.`,
  profitNotANumber: ({ address, content }) =>
    `${address} holds "${content}" where profit or a cost belongs; the cell was left out. Correct it.`,
  attributeLeftOut: ({ address, content }) =>
    `${address} holds "${content}", which does not belong in this column; it was treated as blank. Correct the cell.`,
  totalRow: ({ address, content }) =>
    `The row "${content}" at ${address} is a total, not a client; it was left out.`,
  totalColumn: ({ address, content }) =>
    `The column "${content}" at ${address} is a total, not a period; it was left out.`,
  repeatedClient: ({ address, content }) =>
    `"${content}" at ${address} stands in the list more than once; its rows were added up. If these are different clients, give them different names.`,
  unnamedRow: ({ address, content }) =>
    `The row at ${address} has an amount (${content}) but no client; it counts in the total only. Enter the name.`,
  negativeAmount: ({ address, content }) =>
    `${content} has a negative amount at ${address}. Check whether the returns are booked on the right client.`,
  amountDiffersFromPeriods: ({ address, content }) =>
    `The amount at ${address} (${content}) differs from the sum of its periods by more than 1%. The amount was used; check which one is right.`,
  incompletePeriod: ({ address, content }) =>
    `The period "${content}" at ${address} is not over yet; it was left out. It counts once it is complete.`,
  periodOfOtherLength: ({ address, content }) =>
    `The period "${content}" at ${address} has another length than the other periods; it was left out.`,
  fallbackToRevenue: ({ address }) =>
    `Total profit (${address}) is not positive, so shares were computed from revenue.`,
};
