/**
 * `npm run report`: the add-in's own page, on the stand-in host, without a screen.
 * Reads INPUT, lets the built page classify the list and build the report, writes OUTPUT, and the figures as JSON where they
 * are asked for. The input is never written.
 */
import { existsSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { type HostTexts, hostTextsOf, languageOf, textsOf, type Language } from "../../locales";
import type { ExcelHost } from "../excel-host";
import { readArguments, UsageError, type ColumnArgument, type ReportArguments } from "./arguments";
import { requireEnding, requireOutputs, writeOutputs, type OutputFile } from "./output-files";
import { progressLine } from "./progress-line";
import { reasonOf, Stopped } from "./stopped";

/** The door that the add-in's page opens for runs without a screen (src/commands). */
interface HeadlessPage {
  keyfolio: {
    classifyAndReport(
      request: PageRequest,
      onProgress: (stage: string, fraction: number) => void,
    ): Promise<{ ok: true; said?: readonly string[]; figures?: object } | { ok: false; message: string }>;
  };
}

interface PageRequest {
  sheet?: string;
  language?: Language;
  preset?: string;
  periods?: number;
  asOf?: string;
  columns?: readonly ColumnArgument[];
  currency?: string;
  /** Parsed, not looked at. */
  rules?: unknown;
  json?: boolean;
}

const page = path.join(__dirname, "../../../dist/taskpane.html");

/** Language of the messages: the one asked for, else the one of the surroundings. */
function messageLanguage(argv: readonly string[]): Language {
  const asked = argv.findIndex((argument) => argument === "--lang");
  const inline = argv.find((argument) => argument.startsWith("--lang="))?.slice("--lang=".length);
  return languageOf(inline ?? (asked < 0 ? process.env.LC_ALL || process.env.LANG : argv[asked + 1]));
}

function readInput(file: string, texts: HostTexts["headless"]): Uint8Array {
  if (!existsSync(file)) throw new Stopped(texts.missingFile(file));
  if (statSync(file).isDirectory()) throw new Stopped(texts.notAFile(file));
  try {
    return readFileSync(file);
  } catch (error) {
    throw new Stopped(texts.unreadableFile(file, reasonOf(error)));
  }
}

async function openPage(host: ExcelHost, texts: HostTexts["headless"]) {
  const { openOfficeWindow } = await import("../office-window");
  try {
    return await openOfficeWindow(host, { page });
  } catch (error) {
    throw new Stopped(texts.pageFailed(reasonOf(error)));
  }
}

/** A file of rules has some thousand bytes. */
const longestRules = 1_000_000;

function readRules(file: string, texts: HostTexts["headless"]): unknown {
  if (!existsSync(file)) throw new Stopped(texts.missingFile(file));
  if (statSync(file).size > longestRules) throw new Stopped(texts.rulesTooLong(file));
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    throw new Stopped(texts.unreadableFile(file, reasonOf(error)));
  }
  try {
    return JSON.parse(text.replace(/^\ufeff/, "")) as unknown;
  } catch (error) {
    throw new Stopped(texts.badRules(file, (error as Error).message.replace(/\s+/g, " ")));
  }
}

/** Above this a collection takes longer than it gives back. */
const longCollection = 500_000_000;

/**
 * Between two stages: what the one before left is given back at once, so that a sheet of a million rows is not there several
 * times over (`node --expose-gc`).
 */
function giveBackMemory(): void {
  const { heapUsed, external } = process.memoryUsage();
  if (heapUsed + external < longCollection) globalThis.gc?.();
}

async function report(asked: ReportArguments, language: Language): Promise<void> {
  const texts = hostTextsOf[language].headless;
  const { input, output, rulesFile, figuresFile, ...run } = asked;
  const bytes = readInput(input, texts);
  requireOutputs(asked, texts);
  const request: PageRequest = {
    ...run,
    ...(rulesFile !== undefined && { rules: readRules(rulesFile, texts) }),
    ...(figuresFile !== undefined && { json: true }),
  };
  if (!existsSync(page)) throw new Stopped(texts.notBuilt);

  const progress = progressLine(process.stderr);
  progress.show(texts.opening);
  // Loaded only now: a mistake in the arguments is told at once, not after the engine has come up.
  const { WorkbookFileError, patchWorkbook, writeWorkbook } = await import("../xlsx");
  const { readWorkbookFile } = await import("../read-file");
  const { openExcelHost } = await import("../excel-host");
  giveBackMemory();
  try {
    const { record, file } = await readWorkbookFile(input, bytes);
    requireEnding(output, file?.macros ?? false, texts);
    giveBackMemory();
    const host = await openExcelHost(record, { language: language === "ru" ? "ru-RU" : "en-US" });
    const opened = file && (await host.toRecord());
    const office = await openPage(host, texts);
    let said: readonly string[] = [];
    try {
      const { keyfolio } = office.window as unknown as HeadlessPage;
      const outcome = await keyfolio.classifyAndReport(request, progress.show);
      if (!outcome.ok) throw new Stopped(outcome.message);
      said = outcome.said ?? [];
      progress.show(texts.saving);
      const result = await host.toRecord();
      giveBackMemory();
      const content =
        file && opened
          ? await patchWorkbook(file, opened, result, host.cellShifts())
          : await writeWorkbook(result);
      const outputs: OutputFile[] = [{ file: output, content }];
      if (figuresFile !== undefined) {
        if (outcome.figures === undefined) throw new Error("the add-in gave no figures");
        outputs.push({ file: figuresFile, content: `${JSON.stringify(outcome.figures, null, 2)}\n` });
      }
      if (file?.signed) {
        progress.clear();
        console.error(texts.signed(output));
      }
      writeOutputs(outputs, texts);
    } finally {
      office.close();
      host.dispose();
    }
    progress.clear();
    for (const line of said) console.error(inOneLine(line));
    console.log(texts.written(output));
    if (figuresFile !== undefined) console.log(texts.written(figuresFile));
  } catch (error) {
    if (error instanceof WorkbookFileError) throw new Stopped(texts[error.kind](input));
    throw error;
  } finally {
    progress.clear();
  }
}

/** Headers and names of sheets may hold line breaks. */
function inOneLine(text: string): string {
  return text.replace(/\s*[\r\n\t]+\s*/g, " ");
}

/** What a column can be: the pane has a name for each. */
const roles = Object.keys(textsOf.en.pane.source.roles);

async function main(argv: readonly string[]): Promise<number> {
  const language = messageLanguage(argv);
  const texts = hostTextsOf[language].headless;
  try {
    await report(readArguments(argv, texts, roles), language);
    return 0;
  } catch (error) {
    const told = error instanceof Stopped || error instanceof UsageError;
    console.error(inOneLine(told ? error.message : texts.unexpected(reasonOf(error))));
    return 1;
  }
}

void main(process.argv.slice(2)).then((code) => process.exit(code));
