import { total } from "../../../analysis";
import type { Language } from "../../../locales";
import { type WhatIfTexts, whatIfTextsOf } from "../../../locales/what-if-texts";
import { whatIf, type Classification, type PortfolioFigures, type Scenario } from "../../../portfolio";
import { Page } from "../paint/page/page";
import type { SheetPlan } from "../paint/paint";
import { palette, statusInks } from "../paint/page/palette";
import { amountFormat, percentFormat, reportWordsOf } from "../pages/subject";

/** Columns: margin, client or figure, four of figures. */
const widths = [10, 230, 84, 84, 84, 100];
const mostNamed = 20;

type Outcome = ReturnType<typeof whatIf>;
type Words = ReturnType<typeof reportWordsOf> & { whatIf: WhatIfTexts };

/** A what-if as a page (methods §7): who and how, figures before and after, who is key then, what the supplier does. */
export function scenarioSheet(
  classification: Classification,
  scenario: Scenario,
  number: number,
  language: Language,
): SheetPlan {
  const texts: Words = { ...reportWordsOf(language), whatIf: whatIfTextsOf[language] };
  const words = texts.report.scenario;
  const { portfolio } = classification;
  const page = new Page(words.title(number), "Portrait", widths);
  page.heading(words.subtitle(portfolio.wholeHistory.periods.at(-1)?.end ?? portfolio.asOf));
  page.section(words.supposed);
  const { change, fixedCosts, discounts } = scenario;
  page.paragraph(words.change(change), { bold: true });
  if (fixedCosts > 0) page.paragraph(words.fixedCosts(fixedCosts));
  if (discounts.length > 0) page.paragraph(words.discounts(discounts));
  addClients(page, classification, scenario, texts);
  const outcome = whatIf(classification, scenario);
  addFigures(page, outcome, texts);
  addConsequences(page, outcome, change, texts);
  addKeyClients(page, classification, outcome, texts);
  return { page, charts: [], footer: texts.report.footer };
}

function addClients(page: Page, classification: Classification, { clients }: Scenario, texts: Words): void {
  const words = texts.report.scenario;
  const { portfolio, baseAmounts, shares, statuses, abc, xyz } = classification;
  const picked = [...clients].sort((a, b) => shares[b] - shares[a]);
  page.section(words.who);
  const together = words.together(picked.length, total(picked.map((client) => shares[client])));
  page.paragraph(picked.length > mostNamed ? `${together} ${words.shown(mostNamed)}` : together);
  page.gap(3);
  page.header(page.row++, 1, [
    { title: texts.report.client },
    { title: words.whoHeaders.amount, align: "Right" },
    { title: words.whoHeaders.share, align: "Right" },
    { title: words.whoHeaders.class, align: "Center" },
    { title: words.whoHeaders.status },
  ]);
  const hasHistory = portfolio.window.periods.length > 0;
  const format = amountFormat(baseAmounts);
  for (const client of picked.slice(0, mostNamed)) {
    const status = statuses[client];
    page.across(page.row, 1, 1, portfolio.clients[client], { vertical: "Center" });
    page.put(page.row, 2, baseAmounts[client], { format, horizontal: "Right" });
    page.put(page.row, 3, shares[client], { format: percentFormat, horizontal: "Right" });
    page.put(page.row, 4, hasHistory ? abc[client] + xyz[client] : abc[client], { horizontal: "Center" });
    page.put(page.row, 5, texts.columns.statuses[status], { color: statusInks[status] });
    page.endRow();
  }
}

function addFigures(page: Page, { before, after }: Outcome, texts: Words): void {
  const words = texts.report.scenario;
  const pane = texts.whatIf;
  const amounts = amountFormat([before.revenue]);
  const formats: Readonly<Record<keyof PortfolioFigures, string>> = {
    revenue: amounts,
    profit: amounts,
    clients: "#,##0",
    keyClients: "#,##0",
    largestShare: percentFormat,
    hhi: "#,##0",
    effectiveClients: "#,##0.0",
  };
  page.section(words.figures);
  page.header(page.row++, 1, [
    { title: pane.figure },
    { title: pane.before, align: "Right" },
    { title: pane.after, align: "Right" },
    { title: words.difference, align: "Right" },
  ]);
  for (const figure of Object.keys(formats) as (keyof PortfolioFigures)[]) {
    const [now, then] = [before[figure], after[figure]];
    if (now === undefined) continue;
    page.across(page.row, 1, 1, pane.rows[figure], { vertical: "Center" });
    const row = [now, then ?? null, then === undefined ? null : then - now];
    page.putRow(page.row, 2, row, { format: formats[figure], horizontal: "Right" });
    page.endRow(palette.hair, 4);
  }
}

function addConsequences(page: Page, outcome: Outcome, change: Scenario["change"], texts: Words): void {
  const words = texts.whatIf;
  const { after, loss, profitUnknown, discount, tiedUp } = outcome;
  const [tier, then] = [discount?.before?.discount ?? 0, discount?.after?.discount ?? 0];
  const alarm = { bold: true, color: statusInks.mono };
  const said: (string | false | undefined)[] = [
    profitUnknown && words.profitUnknown,
    after.largestShare === undefined && words.nothingLeft,
    discount && (tier === then ? words.tierKept(tier) : words.tierLost(tier, then, discount.cost)),
    change.kind === "paysLater" && tiedUp !== null && words.tiedUp(tiedUp, change.days),
    change.kind === "paysLater" && change.interest === 0 && words.delayFree,
  ];
  page.gap(4);
  if (loss && after.profit !== undefined) page.paragraph(words.loss(after.profit), alarm);
  for (const sentence of said) if (sentence) page.paragraph(sentence);
}

function addKeyClients(page: Page, classification: Classification, { clients }: Outcome, texts: Words): void {
  const words = texts.report.scenario;
  const { portfolio, shares, statuses } = classification;
  const isKeyNow = (client: number) => statuses[client] !== "regular";
  const key = portfolio.clients
    .map((_, client) => client)
    .filter((client) => isKeyNow(client) || clients[client]?.isKey)
    .sort((a, b) => (clients[b]?.share ?? 0) - (clients[a]?.share ?? 0) || shares[b] - shares[a]);
  page.section(words.keyClients);
  if (key.length === 0) {
    page.paragraph(words.noKey);
    return;
  }
  page.header(page.row++, 1, [
    { title: texts.report.client },
    { title: words.keyHeaders.now, align: "Right" },
    { title: words.keyHeaders.then, align: "Right" },
    { title: words.keyHeaders.meaning, columns: 2 },
  ]);
  for (const client of key.slice(0, mostNamed)) {
    const then = clients[client];
    const meaning = !then ? "gone" : !then.isKey ? "ends" : isKeyNow(client) ? "stays" : "becomes";
    page.across(page.row, 1, 1, portfolio.clients[client], { vertical: "Center" });
    const row = [shares[client], then ? then.share : null];
    page.putRow(page.row, 2, row, { format: percentFormat, horizontal: "Right" });
    page.across(page.row, 4, 2, words.meaning[meaning], { vertical: "Center", indent: 1 });
    page.endRow();
  }
}
