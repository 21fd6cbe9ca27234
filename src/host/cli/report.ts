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
import { giveBackMemory, giveBackMuchMemory, sparingly } from "./memory";
import { requireEnding, requireOutputs, writeOutputs, type OutputFile } from "./output-files";
import { inOneLine } from "./one-line";
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
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    throw new Stopped(texts.unreadableFile(file, reasonOf(error)));
  }
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new Stopped(texts.rulesNotUtf8(file));
  }
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new Stopped(texts.badRules(file, (error as Error).message.replace(/\s+/g, " ")));
  }
}

/**
 * The workbook of a file, opened, and as it was before the run: only where there is a file to be compared with. What was read
 * is let go, or a sheet of a million rows would stand in memory once more.
 * @throws Stopped, WorkbookFileError
 */
async function openInput(input: string, output: string, bytes: Uint8Array, language: Language) {
  const { readWorkbookFile } = await import("../read-file");
  await giveBackMemory();
  const { record, file } = await readWorkbookFile(input, bytes);
  requireEnding(output, file?.macros ?? false, hostTextsOf[language].headless);
  await giveBackMemory();
  const { openExcelHost } = await import("../excel-host");
  const host = await openExcelHost(record, { language: language === "ru" ? "ru-RU" : "en-US" });
  return { host, from: file && { file, before: await host.toRecord() } };
}

/**
 * Lets the page work on the open workbook.
 * @returns what the page says, and the figures as JSON: nothing of the page's own, which would keep all that it knows in memory
 * @throws Stopped
 */
async function runPage(
  host: ExcelHost,
  request: PageRequest,
  texts: HostTexts["headless"],
  progress: ReturnType<typeof progressLine>,
): Promise<{ said: string[]; figures: string | null }> {
  const office = await openPage(host, texts);
  await giveBackMemory();
  try {
    const { keyfolio } = office.window as unknown as HeadlessPage;
    const outcome = await keyfolio.classifyAndReport(request, (stage, fraction) => {
      progress.show(stage, fraction);
      giveBackMuchMemory();
    });
    if (!outcome.ok) throw new Stopped(outcome.message);
    const { said = [], figures } = outcome;
    return { said: Array.from(said), figures: figures ? JSON.stringify(figures, null, 2) : null };
  } finally {
    office.close();
  }
}

/**
 * The workbook after a run of the page on it, and what the page says. All that is open in between is known only here: a
 * function that waits keeps what it knows in memory.
 * @throws Stopped, WorkbookFileError
 */
async function run(
  {
    input,
    output,
    bytes,
    request,
  }: { input: string; output: string; bytes: Uint8Array; request: PageRequest },
  language: Language,
  progress: ReturnType<typeof progressLine>,
) {
  const texts = hostTextsOf[language].headless;
  const { host, from } = await openInput(input, output, bytes, language);
  try {
    const outcome = await runPage(host, request, texts, progress);
    progress.show(texts.saving);
    await giveBackMemory();
    return { ...outcome, from, after: await host.toRecord(), shifts: host.cellShifts() };
  } finally {
    host.dispose();
  }
}

async function report(asked: ReportArguments, language: Language): Promise<void> {
  const texts = hostTextsOf[language].headless;
  const { input, output, rulesFile, figuresFile, ...rest } = asked;
  const bytes = readInput(input, texts);
  requireOutputs(asked, texts);
  const request: PageRequest = {
    ...rest,
    ...(rulesFile !== undefined && { rules: readRules(rulesFile, texts) }),
    ...(figuresFile !== undefined && { json: true }),
  };
  if (!existsSync(page)) throw new Stopped(texts.notBuilt);

  const progress = progressLine(process.stderr);
  progress.show(texts.opening);
  // Loaded only now: a mistake in the arguments is told at once, not after the engine has come up.
  const { WorkbookFileError, patchWorkbook, writeWorkbook } = await import("../xlsx");
  await giveBackMemory();
  try {
    const asking = { input, output, bytes, request };
    const { said, figures, from, after, shifts } = await run(asking, language, progress);
    // The page and the engine have gone: the file is put together in their place.
    await giveBackMemory();
    const content = await sparingly(() =>
      from ? patchWorkbook(from.file, from.before, after, shifts) : writeWorkbook(after),
    );
    const outputs: OutputFile[] = [{ file: output, content }];
    if (figuresFile !== undefined) {
      if (figures === null) throw new Error("the add-in gave no figures");
      outputs.push({ file: figuresFile, content: `${figures}\n` });
    }
    progress.clear();
    if (from?.file.signed) console.error(inOneLine(texts.signed(output)));
    writeOutputs(outputs, texts);
    for (const line of said) console.error(inOneLine(line));
    console.log(inOneLine(texts.written(output)));
    if (figuresFile !== undefined) console.log(inOneLine(texts.written(figuresFile)));
  } catch (error) {
    if (error instanceof WorkbookFileError) throw new Stopped(texts[error.kind](input, error.place));
    throw error;
  } finally {
    progress.clear();
  }
}

/** What a column can be: the pane has a name for each. */
const roles = Object.keys(textsOf.en.pane.source.roles);

async function main(argv: readonly string[]): Promise<number> {
  const language = messageLanguage(argv);
  const texts = hostTextsOf[language].headless;
  if (argv.includes("--help") || argv.includes("-h")) {
    console.log(`${texts.usage}\n${texts.roles(roles.join(", "))}`);
    return 0;
  }
  // Also where the engine stumbles in a task of its own there is one line, and nothing is written.
  process.on("uncaughtException", (error) => {
    console.error(inOneLine(texts.unexpected(reasonOf(error))));
    process.exit(1);
  });
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
