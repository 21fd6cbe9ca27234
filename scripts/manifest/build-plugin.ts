import path from "node:path";
import { Compilation, sources, type Compiler } from "webpack";
import { iconFolder } from "../icons/drawings";
import { manifestFile, manifestFiles } from "./manifest-files";

/** Puts the manifest into `dist/`, with the addresses of the place where it will be served from, and its icons and help. */
export class ManifestPlugin {
  apply(compiler: Compiler): void {
    compiler.hooks.thisCompilation.tap("ManifestPlugin", (compilation) => {
      compilation.fileDependencies.add(manifestFile);
      compilation.contextDependencies.add(path.normalize(iconFolder));
      compilation.hooks.processAssets.tap(
        { name: "ManifestPlugin", stage: Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL },
        () => {
          for (const [file, contents] of manifestFiles()) {
            compilation.emitAsset(file, new sources.RawSource(contents));
          }
        },
      );
    });
  }
}
