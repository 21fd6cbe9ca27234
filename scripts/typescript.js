/**
 * `node -r ./scripts/typescript.js FILE.ts`: TypeScript is compiled when it is loaded for the first time, and kept compiled in
 * node_modules/.cache. A run that finds all of it there needs no compiler, and 70 MB less.
 */
const { createHash } = require("node:crypto");
const { mkdirSync, readFileSync, renameSync, writeFileSync } = require("node:fs");
const path = require("node:path");
const { devDependencies } = require("../package.json");

const folder = path.join(__dirname, "../node_modules/.cache/typescript");
const options = {
  swcrc: false,
  configFile: false,
  module: { type: "commonjs" },
  jsc: {
    target: "es2022",
    parser: { syntax: "typescript", tsx: false },
    transform: { react: { runtime: "automatic" } },
  },
};
const compiler = `${devDependencies["@swc/core"]} ${JSON.stringify(options)}`;

function compiled(file) {
  const source = readFileSync(file, "utf8");
  const isPage = file.endsWith("x");
  const name = createHash("sha256").update(`${compiler} ${isPage} ${source}`).digest("hex");
  const kept = path.join(folder, `${name}.js`);
  try {
    return readFileSync(kept, "utf8");
  } catch {
    const parser = { ...options.jsc.parser, tsx: isPage };
    const { code } = require("@swc/core").transformSync(source, {
      ...options,
      jsc: { ...options.jsc, parser },
      filename: file,
    });
    keep(kept, code);
    return code;
  }
}

/** Another run may write the same file, and a folder may be closed to us. */
function keep(file, code) {
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(`${file}.${process.pid}`, code);
    renameSync(`${file}.${process.pid}`, file);
  } catch {
    // Then it is compiled again the next time.
  }
}

for (const ending of [".ts", ".tsx"]) {
  require.extensions[ending] = (module, file) => module._compile(compiled(file), file);
}
