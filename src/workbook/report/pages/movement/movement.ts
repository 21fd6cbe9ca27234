import { type MoneyBridge, type Movement, type BridgeKind, periodsOfYear, total } from "../../../../analysis";
import type { WindowFact } from "../../../../locales/en/pages/windows";
import { clientMoves, type GroupShares } from "../../../../portfolio";
import type { ChartPlan } from "../../paint/charts/chart";
import { Page } from "../../paint/page/page";
import type { SheetPlan } from "../../paint/paint";
import { palette } from "../../paint/page/palette";
import { bridgeChart, bridgeSteps, type BridgeStep } from "./bridge-chart";
import { addClassMoves, addClasses, classColumn } from "./class-moves";
import { addClientList } from "../client-list";
import { addOverTime } from "./over-time";
import {
  amountFormat,
  comparedWindow,
  type Comparison,
  nameOf,
  ofClient,
  percentFormat,
  type Subject,
} from "../subject";
import type { BridgeStepKey, Membership, WholeFigure } from "../../paint/page/figure";
import { whoseColumn } from "../whose-column";

/** Columns: margin, client, kind, manager, before, now, change, change in per cent, activity, action, class. */
const widths = [10, 156, 76, 96, 74, 74, 74, 66, 84, 190, 110];
const chartRows = 16;
const chartRowHeight = 16;
/** Of the block under the chart, which shall stand on the same printed page. */
const bridgeHeight = 200;
/** Clients of each kind that are named above the list. */
const named = 5;
const toldKinds = ["lost", "decline", "new", "returned", "growth"] as const satisfies BridgeKind[];

/**
 * What became of the money from one window to the next, and of the classes since an earlier run (methods §§7, 11, 12); null where
 * there is nothing to compare.
 */
export function movementSheet(subject: Subject): SheetPlan | null {
  const { texts, classification, comparison } = subject;
  const { bridge, movement } = classification;
  const window = comparedWindow(classification);
  const compared = comparison === "next" ? null : comparison;
  const words = texts.report.movement;
  const page = new Page(words.title, "Landscape", widths);
  const actions = subject.actions();
  const classOf = classColumn(subject, compared && clientMoves(compared.moves));
  const charts: ChartPlan[] = [];
  if (bridge && movement && window) {
    const isYear = window.periods % periodsOfYear(window.unit) === 0;
    page.heading([words.subtitle(window), ...(isYear ? [] : [texts.report.firstPage.season])].join(" "));
    charts.push(...addMoney(page, subject, bridge, movement, { window, actions, compared }));
    page.section(words.list);
    addList(page, subject, movement, actions, classOf);
  } else if (compared) {
    page.heading(texts.classMoves.subtitle(compared.moves.since));
    addClassMoves(page, subject, compared, actions);
    page.section(words.list);
    addClasses(page, subject, compared.moves, actions, classOf);
  } else return null;
  return { page, charts, footer: texts.report.footer };
}

/** What became of the money, with what became of the classes behind who came and who went. */
function addMoney(
  page: Page,
  subject: Subject,
  bridge: MoneyBridge,
  movement: Movement,
  {
    window,
    actions,
    compared,
  }: { window: WindowFact; actions: readonly string[]; compared: Exclude<Comparison, "next"> },
): ChartPlan[] {
  const { departments, managers } = subject.classification;
  const words = subject.texts.report.movement;
  page.gap(4);
  addSentences(page, subject, bridge, movement);
  if (subject.comparison === "next") page.paragraph(subject.texts.classMoves.next, { color: palette.quiet });
  page.gap(6);
  const place = page.chartRows(chartRows, chartRowHeight, bridgeHeight);
  const chart = bridgeChart(page, subject, bridge, {
    name: "Keyfolio bridge",
    place,
    offset: 0,
    small: false,
  });
  addBridge(page, subject, bridge);
  for (const kind of toldKinds) addKind(page, subject, movement, kind, actions);
  if (compared) addClassMoves(page, subject, compared, actions);
  const overTime = addOverTime(page, subject, window);
  addGroups(page, subject, words.departments, words.groupHeaders.department, departments, "departments");
  addGroups(page, subject, words.managers, words.groupHeaders.manager, managers, "managers");
  return [chart, ...overTime];
}

function addSentences(page: Page, subject: Subject, bridge: MoneyBridge, movement: Movement): void {
  const { classification, texts } = subject;
  const window = comparedWindow(classification)!;
  const words = texts.report.movement;
  const changes = changesOf(movement);
  const fact = (client: number | undefined) =>
    client === undefined || changes[client] === 0
      ? null
      : {
          name: nameOf(subject, client),
          before: movement.opening[client],
          now: movement.closing[client],
        };
  const order = [...changes.keys()].sort((a, b) => changes[b] - changes[a]);
  const drops = order.filter((client) => changes[client] < 0).reverse();
  const gain = changes[order[0]] > 0 ? fact(order[0]) : null;
  page.paragraph(
    [
      texts.report.firstPage.movementOf({ ...bridge, added: bridge.new }, window),
      words.biggest(gain, fact(drops[0])),
      halfSentence(subject, drops, changes),
    ]
      .filter((sentence) => sentence !== "")
      .join(" "),
  );
}

/** How few clients make up most of what was lost; nothing to say of a handful. */
function halfSentence({ texts }: Subject, drops: readonly number[], changes: Float64Array): string {
  if (drops.length < 6) return "";
  const all = total(drops.map((client) => changes[client]));
  let so = 0;
  for (const [at, client] of drops.entries()) {
    so += changes[client];
    if (so / all >= 0.5) {
      return at + 1 <= drops.length / 3 ? texts.report.movement.halfOf(at + 1, so / all) : "";
    }
  }
  return "";
}

const changesOf = ({ opening, closing }: Movement) =>
  closing.map((now, client) => total([now, -opening[client]]));

function addBridge(page: Page, { texts, classification }: Subject, bridge: MoneyBridge): void {
  const words = texts.report.movement;
  const { bridgeHeaders: headers, meanings } = words;
  const window = comparedWindow(classification)!;
  const { clients, clientsKept, opening } = bridge;
  const bought = {
    opening: clientsKept + clients.lost,
    closing: clientsKept + clients.new + clients.returned,
  };
  const clientsOf = ({ key }: BridgeStep) =>
    key === "opening" || key === "closing" ? bought[key] : clients[key];
  const labelOf = ({ key }: BridgeStep) =>
    key === "opening"
      ? words.openingOf(window)
      : key === "closing"
        ? words.closingOf(window)
        : words.steps[key];
  const format = amountFormat([bridge.opening, bridge.closing]);
  page.section(words.bridge);
  page.header(page.row++, page.left, [
    { title: headers.step, columns: 2 },
    { title: headers.clients, align: "Right" },
    { title: headers.amount, align: "Right" },
    { title: headers.part, align: "Right" },
    { title: headers.meaning, columns: 5 },
  ]);
  for (const step of bridgeSteps(bridge)) {
    const isLevel = step.key === "opening" || step.key === "closing";
    page.across(page.row, 1, 2, labelOf(step), { vertical: "Center", bold: isLevel });
    page.put(page.row, 3, clientsOf(step), { format: "#,##0", horizontal: "Right" });
    page.put(page.row, 4, step.amount, { format, horizontal: "Right", bold: isLevel });
    page.put(page.row, 5, opening > 0 ? step.amount / opening : null, {
      format: percentFormat,
      horizontal: "Right",
    });
    (["clients", "amount", "share"] as const).forEach((measure, at) => {
      const head = [headers.clients, headers.amount, headers.part][at];
      page.shows(page.row, 3 + at, { of: "bridge", step: step.key, measure }, `${labelOf(step)}: ${head}`);
    });
    page.across(page.row, 6, 5, meanings[step.key], { vertical: "Center", indent: 1, color: palette.quiet });
    page.endRow(isLevel ? palette.rule : palette.hair);
  }
  const kept: [WholeFigure, string, number | null, string, string][] = [
    ["netRetention", words.net, bridge.netRetention, percentFormat, words.retentionNote.net],
    ["grossRetention", words.gross, bridge.grossRetention, percentFormat, words.retentionNote.gross],
    ["clientsKept", words.kept, clientsKept, "#,##0", words.retentionNote.kept(bought.opening)],
  ];
  for (const [shown, label, figure, pattern, note] of kept) {
    if (figure === null) continue;
    page.across(page.row, 1, 4, label, { vertical: "Center" });
    page.shows(page.row, 5, { of: "whole", figure: shown }, label);
    page.put(page.row, 5, figure, { format: pattern, horizontal: "Right", bold: true });
    page.across(page.row, 6, 5, note, { vertical: "Center", indent: 1, color: palette.quiet });
    page.endRow();
  }
}

function addKind(
  page: Page,
  subject: Subject,
  movement: Movement,
  kind: (typeof toldKinds)[number],
  actions: readonly string[],
): void {
  const { classification, texts } = subject;
  const whose = whoseColumn(subject);
  const changes = changesOf(movement);
  const clients = [...changes.keys()]
    .filter((client) => movement.kinds[client] === kind)
    .sort((a, b) => Math.abs(changes[b]) - Math.abs(changes[a]));
  if (clients.length === 0) return;
  const words = texts.report.movement;
  const { before, now, change, part } = words.listHeaders;
  page.section(words.who[kind]);
  if (clients.length > named) {
    page.paragraph(words.whoMore(named, clients.length), { color: palette.quiet });
    page.gap(3);
  }
  page.header(page.row++, page.left, [
    { title: texts.report.client, columns: 2 },
    { title: whose.title },
    { title: before, align: "Right" },
    { title: now, align: "Right" },
    { title: change, align: "Right" },
    { title: part, align: "Right" },
    { title: texts.report.action, columns: 3 },
  ]);
  const format = amountFormat(classification.portfolio.amounts);
  for (const client of clients.slice(0, named)) {
    const then = movement.opening[client];
    page.across(page.row, 1, 2, classification.portfolio.clients[client], { vertical: "Center" });
    page.across(page.row, 3, 1, String(whose.content(client, 0) ?? ""), { vertical: "Center" });
    page.putRow(page.row, 4, [then, movement.closing[client], changes[client]], {
      format,
      horizontal: "Right",
    });
    page.put(page.row, 7, then > 0 ? changes[client] / then : null, {
      format: percentFormat,
      horizontal: "Right",
    });
    (["opening", "closing", "change", "changePart"] as const).forEach((figure, at) =>
      page.shows(page.row, 4 + at, { of: "client", client, figure }, [before, now, change, part][at]),
    );
    page.across(page.row, 8, 3, actions[client], { vertical: "Center", indent: 1 });
    page.endRow();
  }
}

const bridgeKeys: readonly BridgeStepKey[] = [
  "opening",
  "new",
  "returned",
  "growth",
  "decline",
  "lost",
  "closing",
];

function addGroups(
  page: Page,
  { texts }: Subject,
  title: string,
  header: string,
  shares: GroupShares | null,
  by: Membership,
): void {
  const groups = shares?.groups.filter(({ bridge }) => bridge !== null) ?? [];
  if (groups.length === 0) return;
  const words = texts.report.movement;
  const { steps, groupHeaders } = words;
  page.section(title);
  page.paragraph(words.groupsNote, { color: palette.quiet });
  page.gap(3);
  page.header(page.row++, page.left, [
    { title: header },
    ...bridgeKeys.map((key) => ({ title: steps[key], align: "Right" as const })),
    { title: groupHeaders.net, align: "Right" },
  ]);
  const format = amountFormat(groups.map(({ bridge }) => bridge!.opening));
  for (const group of [...groups].sort((a, b) => b.bridge!.opening - a.bridge!.opening)) {
    const { name, bridge } = group;
    const { opening, returned, growth, decline, lost, closing, netRetention } = bridge!;
    page.across(page.row, 1, 1, name, { vertical: "Center" });
    page.putRow(page.row, 2, [opening, bridge!.new, returned, growth, -decline + 0, -lost + 0, closing], {
      format,
      horizontal: "Right",
    });
    page.put(page.row, 9, netRetention, { format: percentFormat, horizontal: "Right", bold: true });
    bridgeKeys.forEach((figure, at) =>
      page.shows(
        page.row,
        2 + at,
        { of: "group", by, group: shares!.groups.indexOf(group), figure },
        `${name}: ${steps[figure]}`,
      ),
    );
    page.shows(
      page.row,
      9,
      { of: "group", by, group: shares!.groups.indexOf(group), figure: "netRetention" },
      `${name}: ${groupHeaders.net}`,
    );
    page.endRow();
  }
}

function addList(
  page: Page,
  subject: Subject,
  movement: Movement,
  actions: readonly string[],
  classOf: (client: number) => string,
): void {
  const { classification, texts } = subject;
  const words = texts.report.movement;
  const changes = changesOf(movement);
  const order = Uint32Array.from(changes.keys()).sort(
    (a, b) => Math.abs(changes[b]) - Math.abs(changes[a]) || a - b,
  );
  const format = amountFormat(classification.portfolio.amounts);
  const { activity } = classification;
  addClientList(page, "KeyfolioMovement", order, [
    {
      title: texts.report.client,
      content: (client) => classification.portfolio.clients[client],
      wrap: true,
    },
    {
      title: words.listHeaders.kind,
      content: (client) => words.kinds[movement.kinds[client]],
      shows: ofClient("kind"),
    },
    whoseColumn(subject),
    {
      title: words.listHeaders.before,
      content: (client) => movement.opening[client],
      shows: ofClient("opening"),
      format,
      align: "Right",
    },
    {
      title: words.listHeaders.now,
      content: (client) => movement.closing[client],
      shows: ofClient("closing"),
      format,
      align: "Right",
    },
    {
      title: words.listHeaders.change,
      content: (client) => changes[client],
      shows: ofClient("change"),
      format,
      align: "Right",
    },
    {
      title: words.listHeaders.part,
      content: (client) => (movement.opening[client] > 0 ? changes[client] / movement.opening[client] : null),
      shows: ofClient("changePart"),
      format: percentFormat,
      align: "Right",
    },
    {
      title: texts.report.activity,
      content: (client) => activity && texts.columns.activity[activity.statuses[client]],
      wrap: true,
    },
    { title: texts.report.action, content: (client) => actions[client], wrap: true },
    { title: texts.classMoves.column, content: classOf, wrap: true },
  ]);
}
