import { type LeftWithout, leftWithout } from "../../../../portfolio";
import { isKey } from "../conclusions";
import type { Page } from "../../paint/page/page";
import type { ClientFigure } from "../../paint/page/figure";
import { palette, statusInks } from "../../paint/page/palette";
import { amountFormat, percentFormat, type Subject } from "../subject";

const fewest = 5;
const most = 20;

/** Revenue and profit without each of the key clients and of the five largest, each taken alone (methods §7). */
export function addIfLost(page: Page, subject: Subject, nameColumn: number): void {
  const { classification, texts, ranking, costs } = subject;
  const { portfolio } = classification;
  const words = texts.report.dependency;
  const headers = words.ifLostHeaders;
  const revenues = portfolio.amounts;
  const { profits } = portfolio;
  const picked = [...ranking]
    .filter((client, rank) => rank < fewest || isKey(subject, client))
    .slice(0, most);
  const without = leftWithout(classification, costs);

  const consequenceColumns = page.span - 2 - (profits ? 5 : 3);
  page.section(words.ifLost);
  page.paragraph([words.ifLostNote, ...costsKnown(subject)].join(" "), { color: palette.quiet });
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
    const { leaving, all, after } = without(client);
    const amounts = [leaving.revenue, leaving.revenue / portfolio.total, after.revenue];
    if (profits) amounts.push(leaving.profit ?? NaN, after.profitAfterDiscount ?? NaN);
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
    page.across(page.row, column, consequenceColumns, consequence(subject, { leaving, all, after }), {
      vertical: "Center",
      indent: 1,
    });
    if (after.loss)
      page.dress({ row: page.row, column, rows: 1, columns: 1 }, { color: statusInks.mono, bold: true });
    page.endRow();
  }
}

/** What the table is reckoned with besides the list. */
function costsKnown({ classification, texts, costs }: Subject): string[] {
  const { profits, costs: own } = classification.portfolio;
  const words = texts.report.dependency;
  if (!profits) return [];
  return [
    ...(costs.fixedCosts > 0 ? [words.ifLostFixed(costs.fixedCosts)] : []),
    ...(costs.discounts.length > 0 && own?.direct ? [words.ifLostDiscounts(costs.discounts.length)] : []),
  ];
}

function consequence({ texts, costs }: Subject, { leaving, all, after }: LeftWithout): string {
  const words = texts.report.dependency;
  const profit = after.profitAfterDiscount;
  const now = all.profit === undefined ? undefined : all.profit - costs.fixedCosts;
  if (now === undefined || profit === undefined || !(now > 0)) {
    return words.consequenceRevenue(leaving.revenue / all.revenue);
  }
  const lost =
    after.discount && after.discount.cost > 0 ? words.consequenceDiscount(after.discount.cost) : "";
  if (after.loss) return words.consequenceLoss + lost;
  if (profit > now) return words.consequenceBetter + lost;
  return words.consequenceDrop((now - profit) / now) + lost;
}
