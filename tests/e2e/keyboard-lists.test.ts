import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Draws } from "../draws";
import { Keyboard } from "./keyboard";
import { workbenches, type WorkbenchChoices } from "./workbench";

type Row = readonly (string | number)[];

const names = ["Aster", "Birch", "Cedar", "Dahlia", "Elm", "Fern", "Gorse", "Hazel", "Iris", "Juniper"];
const client = (number: number) => `${names[number % names.length]} ${number}`;
const managers = ["Anna Weber", "Boris Klein", "Carla Stone"];

/** Each client brings half of what the one before brings, the first ones, then all about the same: 33 % for the first. */
const sizes = (count: number) => Array.from({ length: count }, (_, i) => Math.max(1, count / 2 ** (i + 1)));

const lists: Record<string, () => Row[]> = {
  "client and amount only": () => [
    ["Client", "Revenue"],
    ...sizes(60).map((size, i): Row => [client(i), Math.round(size * 100)]),
  ],
  "two periods": () => [
    ["Клиент", "Менеджер", "2024", "2025"],
    ...sizes(40).map((size, i): Row => [
      client(i),
      managers[i % 3],
      i % 7 === 3 ? 0 : Math.round(size * 90),
      i % 7 === 5 ? 0 : Math.round(size * 100),
    ]),
  ],
  "a transaction list": () => {
    const draws = new Draws(13);
    return [
      ["Date", "Document", "Client", "Amount"],
      ...Array.from({ length: 300 }, (_, i): Row => {
        const [month, day] = [1 + (Math.floor(i / 13) % 12), 1 + (i % 28)];
        const date = `${2024 + Math.floor(i / 156)}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
        return [date, `D-${1000 + i}`, client(Math.floor(30 * draws.next() ** 2)), draws.integer(100, 900)];
      }),
    ];
  },
  "2,000 clients": () => {
    const draws = new Draws(2000);
    const months = Array.from(
      { length: 24 },
      (_, i) => `${2024 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, "0")}`,
    );
    return [
      ["Клиент", "Менеджер", ...months],
      ...sizes(2000).map((size, i): Row => [
        client(i),
        managers[i % 3],
        ...months.map(() => (draws.chance(0.8) ? Math.round(size * draws.integer(80, 120)) : 0)),
      ]),
    ];
  },
};

interface Walk extends WorkbenchChoices {
  list: string;
  language: "en" | "ru";
}

const walks: Walk[] = [
  { list: "two periods", language: "ru", theme: "dark", narrowPane: true },
  { list: "a transaction list", language: "en", theme: "dark" },
];
/** A walk takes half a minute: these two when they are asked for (KEYFOLIO_LISTS=all). */
const furtherWalks: Walk[] = [
  { list: "client and amount only", language: "en", narrowPane: true },
  { list: "2,000 clients", language: "ru" },
];
if (process.env.KEYFOLIO_LISTS === "all") walks.push(...furtherWalks);

const open = workbenches();
const folder = mkdtempSync(path.join(tmpdir(), "keyfolio-keyboard-"));
afterAll(() => rmSync(folder, { recursive: true }));

it.each(walks)("all screens without a mouse, the focus always in sight: $list, $language", async (walk) => {
  const excel = await open(walk);
  const { pane, texts } = excel;
  const { firstRun, run, rules, results, source, shell, undo, clientCard } = texts.pane;
  const { whatIf } = texts;
  const file = path.join(folder, "List.csv");
  writeFileSync(
    file,
    `\uFEFF${lists[walk.list]()
      .map((row) => row.join(";"))
      .join("\n")}\n`,
  );
  await excel.openFile(file);
  const keyboard = new Keyboard(excel);
  const dead: string[] = [];
  const look = async (screen: string) => {
    await excel.quiet();
    dead.push(...(await keyboard.tour()).map((fault) => `${screen}: ${fault}`));
  };
  const isAt = async (name: string | RegExp) => {
    const at = await keyboard.focused();
    if (at === null || (typeof name === "string" ? at.name !== name : !name.test(at.name))) {
      dead.push(`the focus is at ${JSON.stringify(at)}, not at ${name}`);
    }
  };

  await keyboard.enterPane();
  await look("first run");
  await keyboard.goTo(shell.help, "Shift+Tab");
  await keyboard.press("Enter");
  await pane.getByText("KAM.KEYSHARE").waitFor();
  await isAt(shell.help);
  await look("help and glossary");
  await keyboard.goTo(shell.help, "Shift+Tab");
  await keyboard.press("Enter");
  await keyboard.goTo(firstRun.start);
  await keyboard.press("Enter");
  await pane.getByRole("heading", { name: source.columns }).waitFor();
  await isAt(source.title);
  await look("list");

  await keyboard.goTo(source.toRules, "Shift+Tab");
  await keyboard.press("Enter");
  await pane.getByRole("heading", { name: rules.ladder.title }).waitFor();
  await isAt(shell.titles.rules);
  await look("rules");
  await keyboard.goTo(source.toRun, "Shift+Tab");
  await keyboard.press("Enter");

  await pane.getByRole("heading", { name: run.title, exact: true }).waitFor();
  await isAt(run.title);
  await look("run");
  await keyboard.goTo(run.jobs.classifyAndReport, "Shift+Tab");
  await keyboard.press("Space");
  await pane.getByText(run.done.classifyAndReport).waitFor();
  await isAt(run.jobs.classifyAndReport);
  await look("done");
  await keyboard.goTo(run.showColumns, "Shift+Tab");
  await keyboard.press("Enter");
  await excel.quiet();
  await isAt(run.showColumns);
  await keyboard.goTo(run.toResults, "Shift+Tab");
  await keyboard.press("Enter");

  await pane.getByRole("heading", { name: results.list, exact: true }).waitFor();
  await isAt(shell.titles.results);
  await look("results");
  const first = client(0);
  await keyboard.goTo(results.search, "Shift+Tab");
  await keyboard.type(first.toUpperCase());
  await pane.getByText(results.found(1, 0).split(" ")[0]).first().waitFor();
  await keyboard.goTo(new RegExp(`^${first}`));
  await keyboard.press("Enter");
  await pane.getByRole("button", { name: clientCard.showRow }).waitFor();
  await isAt(new RegExp(`^${first}`));
  await look("client’s card");
  await keyboard.goTo(results.clearFilters, "Shift+Tab");
  await keyboard.press("Enter");
  await isAt(results.search);
  await keyboard.goTo(new RegExp(`^${first}`));
  await keyboard.press("Enter");
  await keyboard.press("ArrowDown");
  await isAt(new RegExp(`^(?!${first} )`));
  await keyboard.press("End");
  await keyboard.press("Home");
  await isAt(new RegExp(`^${first}`));
  await keyboard.goTo(whatIf.quick.three);
  await keyboard.press("Space");
  await pane.getByText(whatIf.gaps).waitFor();
  await look("what if");
  await keyboard.goTo(whatIf.removeAll, "Shift+Tab");
  await keyboard.press("Enter");
  await isAt(whatIf.search);

  await keyboard.goTo(new RegExp(`^${shell.steps.dataQuality}`), "Shift+Tab");
  await keyboard.press("Enter");
  await pane.getByRole("heading", { name: shell.titles.dataQuality }).waitFor();
  await isAt(new RegExp(`^${shell.steps.dataQuality}`));
  await look("data quality");

  await keyboard.goTo(shell.steps.run, "Shift+Tab");
  await keyboard.press("Enter");
  await keyboard.goTo(undo.remove);
  await keyboard.press("Enter");
  await pane.getByText(undo.question).waitFor();
  await isAt(undo.keep);
  await look("removal");
  await keyboard.goTo(undo.keep, "Shift+Tab");
  await keyboard.press("Enter");
  await isAt(undo.remove);
  await keyboard.goTo(undo.undo, "Shift+Tab");
  await keyboard.press("Enter");
  await pane.getByText(undo.undone).waitFor();
  await isAt(run.title);
  await look("undone");

  // The column headers are those of the file again.
  const [{ cells }] = (await excel.record()).sheets;
  expect(Math.max(...cells.map(({ column }) => column)) + 1).toBe(lists[walk.list]()[0].length);
  expect([...dead, ...keyboard.unseen]).toEqual([]);
  expect(excel.errors).toEqual([]);
});
