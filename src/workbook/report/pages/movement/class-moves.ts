/** What became of the classes since an earlier run (methods §11), and which of it is firm (§13). */
import { type AbcClass, total } from "../../../../analysis";
import { classChanges, className } from "../../../../locales";
import { type ClientMoves, clientMoves, countsOfMoves, type Move, type Moves } from "../../../../portfolio";
import type { Page } from "../../paint/page/page";
import { palette } from "../../paint/page/palette";
import { addClientList } from "../client-list";
import { amountFormat, ofClient, percentFormat, type ReportWords, type Subject } from "../subject";
import { whoseColumn } from "../whose-column";

const abcClasses: readonly AbcClass[] = ["A", "B", "C"];
/** Clients of each kind that are named above the list; those that left stand in no list. */
const named = 15;
const namedLeft = 40;

/** The section: in words, class to class, and who moved, came and left with the money behind it. */
export function addClassMoves(
  page: Page,
  subject: Subject,
  { moves, sameRules }: { moves: Moves; sameRules: boolean },
  actions: readonly string[],
): void {
  const { texts, classification } = subject;
  const { classMoves: classes } = texts;
  const by = clientMoves(moves);
  page.section(classes.title(moves.since));
  page.paragraph([classes.told(countsOfMoves(moves)), ...(sameRules ? [] : [classes.otherRules])].join(" "));
  page.gap(4);
  addTable(page, subject, moves);
  const format = amountFormat(classification.portfolio.amounts);
  const rows = (clients: Iterable<number>, change: (client: number) => string): Row[] =>
    [...clients].map((client) => ({
      name: classification.portfolio.clients[client],
      manager: subject.managersOf[client].join(", "),
      change: change(client),
      before: moves.before[client],
      now: classification.portfolio.amounts[client],
      action: actions[client],
    }));
  const changesIn = (of: ReadonlyMap<number, readonly Move[]>) => (client: number) =>
    classChanges(of.get(client)!, texts);
  const { sections, headers } = classes;
  const blocks: [string, Row[], string, number][] = [
    [sections.moved, rows(by.firm.keys(), changesIn(by.firm)), headers.change, named],
    [sections.borderline, rows(by.onlyBorderline, changesIn(by.borderline)), headers.change, named],
    [sections.entered, rows(moves.entered, (client) => classNow(subject, client)), headers.now, named],
    [
      sections.left,
      moves.left.map(({ name, amount }) => ({
        name,
        manager: "",
        change: "",
        before: amount,
        now: null,
        action: "",
      })),
      "",
      namedLeft,
    ],
  ];
  for (const [title, clients, header, most] of blocks)
    addBlock(page, texts, title, clients, { header, most, format });
}

interface Row {
  name: string;
  manager: string;
  change: string;
  before: number | null;
  now: number | null;
  action: string;
}

function addBlock(
  page: Page,
  texts: ReportWords,
  title: string,
  rows: readonly Row[],
  { header, most, format }: { header: string; most: number; format: string },
): void {
  if (rows.length === 0) return;
  const { classMoves: classes } = texts;
  page.section(title);
  if (rows.length > most) {
    page.paragraph(classes.whoMore(most, rows.length), { color: palette.quiet });
    page.gap(3);
  }
  const hasManager = rows.some(({ manager }) => manager !== "");
  page.header(page.row++, page.left, [
    { title: texts.report.client, columns: 2 },
    { title: hasManager ? texts.report.manager : "" },
    { title: classes.headers.before, align: "Right" },
    { title: classes.headers.amount, align: "Right" },
    { title: header, columns: 3 },
    { title: rows.some(({ action }) => action !== "") ? texts.report.action : "", columns: page.span - 8 },
  ]);
  for (const { name, manager, change, before, now, action } of rows.slice(0, most)) {
    page.across(page.row, 1, 2, name, { vertical: "Center" });
    page.across(page.row, 3, 1, manager, { vertical: "Center" });
    page.putRow(page.row, 4, [before, now], { format, horizontal: "Right" });
    page.across(page.row, 6, 3, change, { vertical: "Center", indent: 1 });
    page.across(page.row, 9, page.span - 8, action, { vertical: "Center" });
    page.endRow();
  }
}

/** ABC class then by ABC class now: clients, and the money of now. */
function addTable(page: Page, { texts, classification }: Subject, { table }: Moves): void {
  const { classMoves: classes } = texts;
  page.paragraph(classes.tableNote, { color: palette.quiet });
  page.gap(3);
  page.header(page.row++, page.left, [
    { title: classes.then },
    ...abcClasses.flatMap((abc) => [
      { title: classes.nowClients(abc), align: "Right" as const },
      { title: classes.money, align: "Right" as const },
    ]),
  ]);
  const format = amountFormat(classification.portfolio.amounts);
  for (const then of abcClasses) {
    page.put(page.row, page.left, then, { bold: true, horizontal: "Left" });
    for (const [at, now] of abcClasses.entries()) {
      const { clients, amount } = table[then][now];
      const look = { horizontal: "Right", bold: then === now ? undefined : clients > 0 } as const;
      page.put(page.row, page.left + 1 + 2 * at, clients, { ...look, format: "#,##0" });
      page.put(page.row, page.left + 2 + 2 * at, amount, { ...look, format });
    }
    page.endRow(palette.hair, 7);
  }
}

type ClassKind = Move["kind"];

/** `Key · AX`; without periods nobody has a class of regularity. */
function classText(subject: Subject, status: string, abc: string, xyz: string): string {
  const hasPeriods = subject.classification.portfolio.window.periods.length > 0;
  return `${className("status", status, subject.texts)} · ${abc}${hasPeriods ? xyz : ""}`;
}

function classNow(subject: Subject, client: number): string {
  const { statuses, abc, xyz } = subject.classification;
  return classText(subject, statuses[client], abc[client], xyz[client]);
}

/** The class of each client as the list of all clients shows it, with the one before where it was another one. */
export function classColumn(subject: Subject, by: ClientMoves | null): (client: number) => string {
  const { statuses, abc, xyz } = subject.classification;
  const { classMoves: classes } = subject.texts;
  return (client) => {
    const now = classNow(subject, client);
    if (!by) return now;
    if (by.entered.has(client)) return classes.entered(now);
    const firm = by.firm.get(client) ?? [];
    const all = [...firm, ...(by.borderline.get(client) ?? [])];
    const then = (kind: ClassKind, same: string) => all.find((move) => move.kind === kind)?.before ?? same;
    const before = classText(
      subject,
      then("status", statuses[client]),
      then("abc", abc[client]),
      then("xyz", xyz[client]),
    );
    if (before === now) return now;
    const change = classes.moved(before, now);
    return firm.some(({ kind }) => kind !== "quadrant") ? change : classes.borderline(change);
  };
}

/** The list where there are no periods: the money then and now is that of the two runs. */
export function addClasses(
  page: Page,
  subject: Subject,
  moves: Moves,
  actions: readonly string[],
  classOf: (client: number) => string,
): void {
  const { classification, texts, ranking } = subject;
  const { portfolio } = classification;
  const { classMoves: classes } = texts;
  const { listHeaders } = texts.report.movement;
  const { firm, borderline, entered } = clientMoves(moves);
  const happened = (client: number) =>
    entered.has(client)
      ? "entered"
      : firm.has(client)
        ? "moved"
        : borderline.has(client)
          ? "borderline"
          : "same";
  const format = amountFormat(portfolio.amounts);
  addClientList(page, "KeyfolioMovement", ranking, [
    { title: texts.report.client, content: (client) => portfolio.clients[client], wrap: true },
    { title: listHeaders.kind, content: (client) => classes.happened[happened(client)] },
    whoseColumn(subject),
    { title: listHeaders.before, content: (client) => moves.before[client], format, align: "Right" },
    {
      title: listHeaders.now,
      content: (client) => portfolio.amounts[client],
      shows: ofClient("revenue"),
      format,
      align: "Right",
    },
    {
      title: listHeaders.change,
      content: (client) => changeOf(moves.before[client], portfolio.amounts[client]),
      format,
      align: "Right",
    },
    {
      title: listHeaders.part,
      content: (client) => {
        const then = moves.before[client];
        return then !== null && then > 0 ? changeOf(then, portfolio.amounts[client])! / then : null;
      },
      format: percentFormat,
      align: "Right",
    },
    {
      title: texts.report.share,
      content: (client) => classification.shares[client],
      shows: ofClient("share"),
      format: percentFormat,
      align: "Right",
    },
    { title: texts.report.action, content: (client) => actions[client], wrap: true },
    { title: classes.column, content: classOf, wrap: true },
  ]);
}

const changeOf = (then: number | null, now: number): number | null =>
  then === null ? null : total([now, -then]);
