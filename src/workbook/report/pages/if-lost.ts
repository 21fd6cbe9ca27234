import { afterLeaving, stakeOf, sum } from "../../../analysis";
import { isKey } from "./conclusions";
import type { Page } from "../paint/page";
import type { ClientFigure } from "../paint/figure";
import { palette, statusInks } from "../paint/palette";
import { amountFormat, percentFormat, type Subject } from "./subject";

const fewest = 5;
const most = 20;

/** Revenue and profit without each of the key clients and of the five largest, each taken alone (methods §7). */
export function addIfLost(page: Page, subject: Subject, nameColumn: number): void {
  const { classification, texts, ranking } = subject;
  const { portfolio } = classification;
  const words = texts.report.dependency;
  const headers = words.ifLostHeaders;
  const revenues = portfolio.amounts;
  const { profits } = portfolio;
  const picked = [...ranking]
    .filter((client, rank) => rank < fewest || isKey(subject, client))
    .slice(0, most);
  // Profits that are not known are left out of the total as they are left out of the list.
  const all = {
    revenue: portfolio.total,
    profit: profits
      ? sum(profits.filter((profit) => !Number.isNaN(profit))) + portfolio.unnamedProfit
      : undefined,
    purchases: undefined,
  };

  const consequenceColumns = page.span - 2 - (profits ? 5 : 3);
  page.section(words.ifLost);
  page.paragraph(words.ifLostNote, { color: palette.quiet });
  page.gap(4);
  page.header(page.row++, page.left, [
    { title: texts.report.client, columns: 2 },
    { title: headers.revenue, align: "Right" },
    { title: headers.share, align: "Right", columns: 1 },
    { title: headers.revenueLeft, align: "Right" },
    ...(profits
      ? [
          { title: headers.profit, align: "Right" as const },
          { title: headers.profitLeft, align: "Right" as const },
        ]
      : []),
    { title: headers.consequence, columns: consequenceColumns },
  ]);
  const format = amountFormat(revenues);
  for (const client of picked) {
    const leaving = stakeOf([client], { revenues, profits });
    const after = afterLeaving(all, leaving);
    const amounts = [leaving.revenue, leaving.revenue / portfolio.total, after.revenue];
    if (profits) amounts.push(leaving.profit ?? NaN, after.profit ?? NaN);
    const status = classification.statuses[client];
    page.across(page.row, 1, 2, portfolio.clients[client], { vertical: "Center" });
    page.put(
      page.row,
      1,
      portfolio.clients[client],
      status === "regular" ? {} : { color: statusInks[status], bold: true },
    );
    page.putRow(page.row, nameColumn + 1, amounts, { horizontal: "Right", format });
    page.dress({ row: page.row, column: nameColumn + 2, rows: 1, columns: 1 }, { format: percentFormat });
    const shown: [ClientFigure, string][] = [
      ["revenue", headers.revenue],
      ["revenueShare", headers.share],
      ["revenueLeft", headers.revenueLeft],
      ["profit", headers.profit],
      ["profitLeft", headers.profitLeft],
    ];
    shown.slice(0, amounts.length).forEach(([figure, label], at) => {
      page.shows(page.row, nameColumn + 1 + at, { of: "client", client, figure }, label);
    });
    const column = nameColumn + 1 + amounts.length;
    page.across(page.row, column, consequenceColumns, consequence(subject, all, leaving, after), {
      vertical: "Center",
      indent: 1,
    });
    if (after.loss)
      page.dress({ row: page.row, column, rows: 1, columns: 1 }, { color: statusInks.mono, bold: true });
    page.endRow();
  }
}

type Stake = ReturnType<typeof stakeOf>;

function consequence(
  { texts }: Subject,
  all: Stake,
  leaving: Stake,
  after: ReturnType<typeof afterLeaving>,
): string {
  const words = texts.report.dependency;
  if (all.profit === undefined || leaving.profit === undefined || !(all.profit > 0)) {
    return words.consequenceRevenue(leaving.revenue / all.revenue);
  }
  if (after.loss) return words.consequenceLoss;
  if (leaving.profit < 0) return words.consequenceBetter;
  return words.consequenceDrop(leaving.profit / all.profit);
}
