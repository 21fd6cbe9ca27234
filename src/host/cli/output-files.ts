import { existsSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { HostTexts } from "../../locales";
import type { ReportArguments } from "./arguments";
import { reasonOf, Stopped } from "./stopped";

export interface OutputFile {
  file: string;
  content: Uint8Array | string;
}

/**
 * The outputs appear complete, and only once all of them have been written.
 * @throws Stopped naming the file that cannot be written
 */
export function writeOutputs(outputs: readonly OutputFile[], texts: HostTexts["headless"]): void {
  const unfinished = (file: string) => `${file}.${process.pid}.unfinished`;
  const step = (act: (output: OutputFile) => void) => {
    for (const output of outputs) {
      try {
        act(output);
      } catch (error) {
        for (const { file } of outputs) if (existsSync(unfinished(file))) rmSync(unfinished(file));
        throw new Stopped(texts.outputNotWritable(output.file, reasonOf(error)));
      }
    }
  };
  step(({ file, content }) => writeFileSync(unfinished(file), content));
  step(({ file }) => renameSync(unfinished(file), file));
}

/**
 * What is written can be written, and is nothing that is read, whichever links lead there.
 * @throws Stopped
 */
export function requireOutputs(
  { input, output, rulesFile, figuresFile }: ReportArguments,
  texts: HostTexts["headless"],
): void {
  if (sameFile(input, output)) throw new Stopped(texts.outputIsInput(output));
  if (rulesFile !== undefined && sameFile(rulesFile, output)) throw new Stopped(texts.outputIsRules(output));
  if (figuresFile !== undefined) {
    if (sameFile(input, figuresFile)) throw new Stopped(texts.figuresAreInput(figuresFile));
    if (sameFile(output, figuresFile)) throw new Stopped(texts.figuresAreOutput(figuresFile));
    if (rulesFile !== undefined && sameFile(rulesFile, figuresFile)) {
      throw new Stopped(texts.figuresAreRules(figuresFile));
    }
  }
  for (const file of figuresFile === undefined ? [output] : [output, figuresFile]) {
    const folder = path.dirname(file);
    if (!existsSync(folder)) throw new Stopped(texts.outputNotWritable(file, "ENOENT"));
    if (!statSync(folder).isDirectory()) throw new Stopped(texts.outputNotWritable(file, "ENOTDIR"));
    if (existsSync(file) && statSync(file).isDirectory()) {
      throw new Stopped(texts.outputNotWritable(file, "EISDIR"));
    }
  }
}

/**
 * Excel opens a workbook with macros only as .xlsm, and no other workbook as that.
 * @throws Stopped
 */
export function requireEnding(output: string, macros: boolean, texts: HostTexts["headless"]): void {
  const ending = path.extname(output).toLowerCase();
  if (macros && ending === ".xlsx") throw new Stopped(texts.macrosNeedXlsm(output));
  if (!macros && ending === ".xlsm") throw new Stopped(texts.noMacrosNeedXlsx(output));
}

/** Whether two paths lead to one file, also through links. */
function sameFile(one: string, other: string): boolean {
  if (one === other) return true;
  if (!existsSync(one) || !existsSync(other)) return false;
  const [first, second] = [statSync(one), statSync(other)];
  return realpathSync(one) === realpathSync(other) || (first.ino === second.ino && first.dev === second.dev);
}
