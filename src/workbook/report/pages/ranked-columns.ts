import type { ListColumn } from "./client-list";
import { amountFormat, ofClient, percentFormat, type Subject } from "./subject";

/** The columns that every list of clients has: name, amount of the base, share, and the share so far by rank. */
export function rankedColumns({ classification, texts, cumulative }: Subject) {
  const { portfolio, baseAmounts, shares, base } = classification;
  return {
    client: { title: texts.report.client, content: (client) => portfolio.clients[client], wrap: true },
    amount: {
      title: texts.report.base[base],
      content: (client) => baseAmounts[client],
      shows: ofClient("amount"),
      format: amountFormat(baseAmounts),
      align: "Right",
    },
    share: {
      title: texts.report.share,
      content: (client) => shares[client],
      shows: ofClient("share"),
      format: percentFormat,
      align: "Right",
    },
    cumulative: {
      title: texts.report.cumulative,
      content: (_, rank) => cumulative[rank],
      shows: ofClient("cumulative"),
      format: percentFormat,
      align: "Right",
    },
  } satisfies Record<string, ListColumn>;
}
