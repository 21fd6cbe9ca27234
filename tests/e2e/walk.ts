/**
 * `npm run walk [-- --folder FOLDER] [--only NAME,NAME]`: every workbook of a folder with a `cases.json` in the pane, in its language.
 * A question is answered by one click, and what the pane then shows is compared with what the workbook's owner expects. The
 * pictures of the pane before and after the click stand in `build/walk/`: they are there to be looked at.
 */
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import type { Browser } from "playwright-core";
import { numbersIn } from "../../src/locales";
import { openBrowser } from "./browser";
import startWorkbench from "./start-workbench";
import stopWorkbench from "./stop-workbench";
import { openWorkbench, paneOf, type OpenWorkbench } from "./workbench";
import { fold, type ReadingCase } from "../workbook/reading/case";

const pictures = path.join(__dirname, "../../build/walk");
/** Of the page: the narrowest pane, tall enough for the reading and the first columns. */
const viewport = { width: 1100, height: 900 };
/** A share is shown with one decimal of a per cent. */
const shareTolerance = 0.00051;

interface Expected {
  clients: Readonly<Record<string, number>>;
  total: number;
}

/** What the owner of a workbook would accept. */
function expectedOf({ clients, clientsAnyOf = [], total, totalFixed = false }: ReadingCase): Expected[] {
  if (!clients) return [];
  const sum = (amounts: Expected["clients"]) => Object.values(amounts).reduce((all, one) => all + one, 0);
  const whole = total ?? sum(clients);
  const outside = whole - sum(clients);
  return [
    { clients, total: whole },
    ...clientsAnyOf.map((other) => ({ clients: other, total: totalFixed ? whole : sum(other) + outside })),
  ];
}

/** The pane on one workbook: what it shows, step by step. */
class Visit {
  private readonly pane;
  private pictureCount = 0;

  constructor(
    private readonly excel: OpenWorkbench,
    private readonly one: ReadingCase,
  ) {
    this.pane = paneOf(excel);
  }

  /** What happened and what is wrong, for the report. */
  async take(folder: string): Promise<{ notes: string[]; faults: string[] }> {
    const { excel, one, pane } = this;
    const notes: string[] = [];
    await excel.openFile(path.join(folder, one.file));
    await pane.button(excel.texts.pane.firstRun.start).click();
    await this.settle();
    await this.picture();

    const accepted = expectedOf(one);
    let question = await this.question();
    if (question) {
      notes.push(`asks “${question}”`);
      const title = await this.answer(accepted);
      notes.push(`answered by “${title}”`);
      await this.settle();
      await this.picture();
      question = await this.question();
      if (question) return { notes, faults: [`asks once more: “${question}”`] };
    }
    const warning = await this.warning();
    if (warning) notes.push(`says “${warning}”`);
    if (one.refuses) {
      if (this.pictureCount > 1 && !warning) return { notes, faults: [] };
      const said = fold(warning ?? "");
      const right = one.refuses.some((word) => said.includes(fold(word)));
      return { notes, faults: right ? [] : ["neither asks nor refuses"] };
    }
    if (warning) {
      const mayStop = one.orRefuses?.some((word) => fold(warning).includes(fold(word))) ?? false;
      return { notes, faults: mayStop ? [] : ["stops"] };
    }
    return { notes, faults: await this.compare(accepted) };
  }

  private async settle(): Promise<void> {
    await this.excel.quiet();
    await this.excel.pane
      .getByText(this.excel.texts.pane.question.computing)
      .first()
      .waitFor({ state: "detached" });
  }

  private async picture(): Promise<void> {
    this.pictureCount++;
    const name = path.basename(this.one.file, path.extname(this.one.file));
    await this.excel.page.screenshot({ path: path.join(pictures, `${name}-${this.pictureCount}.png`) });
  }

  private get card() {
    return this.excel.pane.locator('[role="group"]:has(> div > h3[aria-live])');
  }

  private async question(): Promise<string | null> {
    return (await this.card.count()) === 0 ? null : await this.card.locator("h3").innerText();
  }

  private async warning(): Promise<string | null> {
    const alert = this.excel.pane.getByRole("alert");
    return (await alert.count()) === 0 ? null : (await alert.first().innerText()).trim();
  }

  /** Clicks the answer whose small print says what is expected, else the first; gives its text. */
  private async answer(accepted: readonly Expected[]): Promise<string> {
    const answers = this.card.locator("button:has(> span)");
    const texts = await answers.allInnerTexts();
    const { money, number } = numbersIn[this.one.lang];
    const fits = (text: string) =>
      accepted.some(
        ({ clients, total }) =>
          text.includes(money(total)) && text.includes(number(Object.keys(clients).length)),
      );
    const at = Math.max(0, texts.findIndex(fits));
    await answers.nth(at).click();
    return texts[at].replace(/\n/g, " | ");
  }

  /** What the Results and the reading line show against what is expected. */
  private async compare(accepted: readonly Expected[]): Promise<string[]> {
    const { excel, one, pane } = this;
    const reading = fold(
      await excel.pane.getByRole("group", { name: excel.texts.pane.source.howRead }).innerHTML(),
    );
    await pane.step("results").click();
    const rows = excel.pane.locator("li[data-client]");
    await rows.first().waitFor();
    const shown = new Map(
      await Promise.all(
        (await rows.all()).map(async (row) => {
          const [name, share] = await row.locator("button > span").first().locator("span").allInnerTexts();
          return [
            fold(name),
            Number(
              share
                .replace(/[^\d.,−-]/g, "")
                .replace(",", ".")
                .replace("−", "-"),
            ) / 100,
          ] as const;
        }),
      ),
    );
    const tiles = await excel.pane.locator("dl > div").allInnerTexts();
    await this.picture();
    const faults = accepted.map((each) => differences(each, shown, tiles.join("\n"), one));
    const best =
      faults.length === 0 ? ["nothing is expected"] : faults.reduce((a, b) => (b.length < a.length ? b : a));
    const { periods } = one;
    if (periods !== undefined && !new RegExp(`(^|[^\\d])${periods}(&nbsp;|\\s)`).test(reading)) {
      best.push(`the reading does not say ${periods} periods`);
    }
    return best;
  }
}

function differences(
  { clients, total }: Expected,
  shown: ReadonlyMap<string, number>,
  tiles: string,
  { lang, leftOut = [] }: ReadingCase,
): string[] {
  const wanted = new Map(Object.entries(clients).map(([name, amount]) => [fold(name), amount]));
  const faults: string[] = [];
  if (shown.size !== wanted.size) faults.push(`${shown.size} clients instead of ${wanted.size}`);
  for (const [name, amount] of wanted) {
    const share = shown.get(name);
    if (share === undefined) faults.push(`“${name}” is missing`);
    else if (Math.abs(share - amount / total) > shareTolerance)
      faults.push(`“${name}” has ${share} of the total`);
  }
  for (const name of shown.keys()) if (!wanted.has(name)) faults.push(`“${name}” is no client`);
  for (const name of leftOut) if (shown.has(fold(name))) faults.push(`“${name}” must be no client`);
  if (!tiles.includes(numbersIn[lang].scaled(total)))
    faults.push(`the total is not ${numbersIn[lang].scaled(total)}`);
  return faults;
}

async function walk(options: readonly string[]): Promise<number> {
  const value = (option: string): string | null => {
    const at = options.indexOf(`--${option}`);
    return at < 0 ? null : (options[at + 1] ?? null);
  };
  const folder = path.resolve(value("folder") ?? path.join(__dirname, "../fixtures/reading"));
  const only = (value("only") ?? "").split(",");
  const cases = (JSON.parse(readFileSync(path.join(folder, "cases.json"), "utf8")) as ReadingCase[]).filter(
    ({ file }) => only.some((name) => file.includes(name)),
  );
  if (value("only") === null) rmSync(pictures, { recursive: true, force: true });
  mkdirSync(pictures, { recursive: true });
  await startWorkbench();
  const browser = await openBrowser();
  let right = 0;
  try {
    for (const lang of ["en", "ru"] as const) {
      for (const one of cases.filter((each) => each.lang === lang)) {
        const { notes, faults } = await visit(browser, one, folder);
        if (faults.length === 0) right++;
        console.log(
          `${faults.length === 0 ? "right" : "WRONG"} ${[one.file, ...faults, ...notes].join("; ")}`,
        );
      }
    }
  } finally {
    await browser.close();
    stopWorkbench();
  }
  console.log(`${right} of ${cases.length} workbooks right in the pane`);
  return right === cases.length ? 0 : 1;
}

async function visit(
  browser: Browser,
  one: ReadingCase,
  folder: string,
): Promise<{ notes: string[]; faults: string[] }> {
  const excel = await openWorkbench(browser, { language: one.lang, viewport, narrowPane: true });
  try {
    const taken = await new Visit(excel, one).take(folder);
    return { ...taken, faults: [...taken.faults, ...excel.errors] };
  } catch (error) {
    return { notes: [], faults: [String(error).split("\n")[0]] };
  } finally {
    await excel.close();
  }
}

void walk(process.argv.slice(2)).then((code) => process.exit(code));
