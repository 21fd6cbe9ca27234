/**
 * `npm run report`: the add-in's own page, on the stand-in host, without a screen.
 * Reads INPUT, lets the built page classify the list and build the report, writes OUTPUT. The input is never written.
 */
import { existsSync, readFileSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { languageOf, numbersIn, textsOf, type Language, type Texts } from "../../locales";
import type { ExcelHost } from "../excel-host";
import { readArguments, UsageError, type ReportArguments } from "./arguments";
import { progressLine } from "./progress-line";

/** The door that the add-in's page opens for runs without a screen (src/commands). */
interface HeadlessPage {
  keyfolio: {
    classifyAndReport(
      request: { sheet?: string; language?: Language; preset?: string; periods?: number; asOf?: string },
      onProgress: (stage: string, fraction: number) => void,
    ): Promise<{ ok: true } | { ok: false; message: string }>;
  };
}

const page = path.join(__dirname, "../../../dist/taskpane.html");

/** The run stopped for a reason that the user can read. */
class Stopped extends Error {}

const reasonOf = (error: unknown) => (error as NodeJS.ErrnoException).code ?? (error as Error).message;

/** Language of the messages: the one asked for, else the one of the surroundings. */
function messageLanguage(argv: readonly string[]): Language {
  const asked = argv.findIndex((argument) => argument === "--lang");
  const inline = argv.find((argument) => argument.startsWith("--lang="))?.slice("--lang=".length);
  return languageOf(inline ?? (asked < 0 ? process.env.LC_ALL || process.env.LANG : argv[asked + 1]));
}

function readInput(file: string, texts: Texts["headless"]): Uint8Array {
  if (!existsSync(file)) throw new Stopped(texts.missingFile(file));
  if (statSync(file).isDirectory()) throw new Stopped(texts.notAFile(file));
  try {
    return readFileSync(file);
  } catch (error) {
    throw new Stopped(texts.unreadableFile(file, reasonOf(error)));
  }
}

async function openPage(host: ExcelHost, texts: Texts["headless"]) {
  const { openOfficeWindow } = await import("../office-window");
  try {
    return await openOfficeWindow(host, { page });
  } catch (error) {
    throw new Stopped(texts.pageFailed(reasonOf(error)));
  }
}

/** The output stands complete or not at all. */
function writeOutput(file: string, bytes: Uint8Array): void {
  const unfinished = `${file}.${process.pid}.unfinished`;
  try {
    writeFileSync(unfinished, bytes);
    renameSync(unfinished, file);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
}

/** Whether two paths lead to one file, also through links. */
function sameFile(one: string, other: string): boolean {
  if (one === other) return true;
  if (!existsSync(one) || !existsSync(other)) return false;
  const [first, second] = [statSync(one), statSync(other)];
  return realpathSync(one) === realpathSync(other) || (first.ino === second.ino && first.dev === second.dev);
}

async function report(request: ReportArguments, language: Language): Promise<void> {
  const texts = textsOf[language].headless;
  const { input, output, ...run } = request;
  if (sameFile(input, output)) throw new Stopped(texts.outputIsInput(output));
  const bytes = readInput(input, texts);
  if (!existsSync(path.dirname(output))) throw new Stopped(texts.outputNotWritable(output, "ENOENT"));
  if (existsSync(output) && statSync(output).isDirectory())
    throw new Stopped(texts.outputNotWritable(output, "EISDIR"));
  if (!existsSync(page)) throw new Stopped(texts.notBuilt);

  const progress = progressLine(process.stderr);
  progress.show(texts.opening);
  // Loaded only now: a mistake in the arguments is told at once, not after the engine has come up.
  const { WorkbookFileError, writeWorkbook } = await import("../xlsx");
  const { readWorkbookFile } = await import("../read-file");
  const { openExcelHost } = await import("../excel-host");
  try {
    const { record, notCarried } = await readWorkbookFile(input, bytes);
    const host = await openExcelHost(record, { language: language === "ru" ? "ru-RU" : "en-US" });
    const office = await openPage(host, texts);
    try {
      const { keyfolio } = office.window as unknown as HeadlessPage;
      const outcome = await keyfolio.classifyAndReport(run, progress.show);
      if (!outcome.ok) throw new Stopped(outcome.message);
      progress.show(texts.saving);
      const written = await writeWorkbook(await host.toRecord());
      try {
        writeOutput(output, written);
      } catch (error) {
        throw new Stopped(texts.outputNotWritable(output, reasonOf(error)));
      }
    } finally {
      office.close();
      host.dispose();
    }
    progress.clear();
    for (const { thing, count, sheet } of notCarried) {
      console.error(texts.notCarried(numbersIn[language].form(count, texts.things[thing]), count, sheet));
    }
    console.log(texts.written(output));
  } catch (error) {
    if (error instanceof WorkbookFileError) throw new Stopped(texts[error.kind](input));
    throw error;
  } finally {
    progress.clear();
  }
}

async function main(argv: readonly string[]): Promise<number> {
  const language = messageLanguage(argv);
  const texts = textsOf[language].headless;
  try {
    await report(readArguments(argv, texts), language);
    return 0;
  } catch (error) {
    const told = error instanceof Stopped || error instanceof UsageError;
    console.error(told ? error.message : texts.unexpected(reasonOf(error)));
    return 1;
  }
}

void main(process.argv.slice(2)).then((code) => process.exit(code));
