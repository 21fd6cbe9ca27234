import type { GroupShares, Membership } from "../../../../portfolio";
import { blockRowHeight, type Page } from "../../paint/page/page";
import type { Membership as MembershipKey } from "../../paint/page/figure";
import { palette, statusInks } from "../../paint/page/palette";
import { amountFormat, percentFormat, type Subject } from "../subject";

const nameColumn = 2;

/** Shares inside each department or manager: the group, and under it those who are key there. */
export function addGroupShares(
  page: Page,
  subject: Subject,
  title: string,
  firstHeader: string,
  groupShares: GroupShares | null,
  membership: Membership | null,
  by: MembershipKey,
): void {
  if (!groupShares || groupShares.groups.length === 0) return;
  const { classification, texts } = subject;
  const words = texts.report.dependency;
  const { groups, client, group, amount, share } = groupShares;
  page.section(title);
  const few = groups.some(({ clients }) => clients < 10);
  page.paragraph(few ? `${words.groupsNote} ${words.fewInGroup}` : words.groupsNote, {
    color: palette.quiet,
  });
  page.gap(4);
  const { groupHeaders } = words;
  page.header(page.row++, page.left, [
    { title: firstHeader, columns: 2 },
    { title: groupHeaders.amount, align: "Right" },
    { title: groupHeaders.share, align: "Right" },
    { title: groupHeaders.clients, align: "Right" },
    { title: groupHeaders.status, columns: 2 },
  ]);
  const format = amountFormat(groups.map(({ total }) => total));
  const members = groups.map((): number[] => []);
  group.forEach((each, pair) => members[each].push(pair));
  const order = [...groups.keys()].sort((a, b) => groups[b].total - groups[a].total);
  for (const each of order) {
    const { name, total, clients, problem } = groups[each];
    page.across(page.row, 1, 2, name || words.withoutGroup, { bold: true, vertical: "Center" });
    page.put(page.row, 3, total, { format, horizontal: "Right", bold: true });
    page.put(page.row, 4, total / classification.total, {
      format: percentFormat,
      horizontal: "Right",
      bold: true,
    });
    page.put(page.row, 5, clients, { format: "#,##0", horizontal: "Right", bold: true });
    const label = (header: string) => `${name || words.withoutGroup}: ${header}`;
    page.shows(page.row, 3, { of: "group", by, group: each, figure: "total" }, label(groupHeaders.amount));
    page.shows(page.row, 4, { of: "group", by, group: each, figure: "share" }, label(groupHeaders.share));
    page.shows(page.row, 5, { of: "group", by, group: each, figure: "clients" }, label(groupHeaders.clients));
    page.dress(
      { row: page.row, column: page.left, rows: 1, columns: page.span },
      { top: palette.rule, fill: palette.tile },
    );
    page.grow(page.row++, blockRowHeight);
    if (problem) {
      page.put(page.row, 2, problem === "zeroTotal" ? words.groupZero : words.groupNegative, {
        color: palette.quiet,
        indent: 1,
      });
      page.grow(page.row++, blockRowHeight);
      continue;
    }
    const ranked = members[each].sort((a, b) => share[b] - share[a]);
    const keys = ranked.filter((pair) => (groupShares.statuses[pair] ?? "regular") !== "regular");
    for (const pair of keys.length > 0 ? keys : ranked.slice(0, 1)) {
      const status = groupShares.statuses[pair] ?? "regular";
      page.across(page.row, nameColumn, 1, classification.portfolio.clients[client[pair]], {
        indent: 1,
        vertical: "Center",
      });
      page.put(page.row, 3, amount[pair], { format, horizontal: "Right" });
      page.put(page.row, 4, share[pair], { format: percentFormat, horizontal: "Right" });
      page.put(page.row, 6, texts.columns.statuses[status], {
        color: statusInks[status],
        bold: status !== "regular",
      });
      page.shows(page.row, 3, { of: "pair", by, pair, figure: "amount" }, label(groupHeaders.amount));
      page.shows(page.row, 4, { of: "pair", by, pair, figure: "share" }, label(groupHeaders.share));
      page.shows(page.row, 6, { of: "pair", by, pair, figure: "status" }, label(groupHeaders.status));
      page.grow(page.row++, blockRowHeight);
    }
  }
  const without = membership?.withoutGroup;
  // What rows without a group stand for is known in revenue only.
  if (!without || without.clients.length === 0 || classification.base !== "revenue") return;
  page.across(page.row, 1, 2, words.withoutGroup, { italic: true, vertical: "Center" });
  page.put(page.row, 3, without.amount, { format, horizontal: "Right" });
  page.put(page.row, 4, without.amount / classification.total, {
    format: percentFormat,
    horizontal: "Right",
  });
  page.put(page.row, 5, without.clients.length, { format: "#,##0", horizontal: "Right" });
  page.dress({ row: page.row, column: page.left, rows: 1, columns: page.span }, { top: palette.rule });
  page.grow(page.row++, blockRowHeight);
}
