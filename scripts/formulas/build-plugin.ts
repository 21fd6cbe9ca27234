import { readFileSync } from "node:fs";
import path from "node:path";
import { sources, Compilation, type Compiler } from "webpack";
import { helpPages } from "./help-page";
import { functionsMetadata } from "./metadata";

/** Puts into `dist/` what Excel and its users read about the formulas: metadata in both languages, and help pages. */
export class FormulasPlugin {
  apply(compiler: Compiler): void {
    compiler.hooks.thisCompilation.tap("FormulasPlugin", (compilation) => {
      compilation.hooks.processAssets.tapPromise(
        { name: "FormulasPlugin", stage: Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL },
        async () => {
          for (const [file, text] of await formulaFiles()) {
            compilation.emitAsset(file, new sources.RawSource(text));
          }
        },
      );
    });
  }
}

/** Every file by its path below `dist/`. */
export async function formulaFiles(): Promise<Map<string, string>> {
  const metadata = await functionsMetadata();
  const styles = path.join(__dirname, "help.css");
  return new Map([
    ["functions.json", `${JSON.stringify(metadata.en, null, 2)}\n`],
    ["functions.ru-RU.json", `${JSON.stringify(metadata.ru, null, 2)}\n`],
    ["help/help.css", readFileSync(styles, "utf8")],
    ...helpPages(metadata),
  ]);
}
