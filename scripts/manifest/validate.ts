/**
 * `npm run validate`: our own checks of manifest.xml and of what the build made of it, then Microsoft's validation, which needs
 * the network. Ends with 0 when everything that could be checked holds.
 */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { baseAddress, developmentAddress } from "../formulas/addresses";
import { checkManifest } from "./check-manifest";
import { manifestFile } from "./manifest-files";
import { askMicrosoft } from "./microsoft-validation";

const dist = path.join(__dirname, "../../dist");
const built = path.join(dist, "manifest.xml");

function served(file: string): Uint8Array | null {
  const place = path.join(dist, file);
  return existsSync(place) ? readFileSync(place) : null;
}

function checked(file: string, address: string): boolean {
  const name = path.relative(process.cwd(), file);
  const problems = checkManifest(readFileSync(file, "utf8"), address, served);
  if (problems.length === 0) {
    console.log(`✓ ${name}: our own checks hold.`);
    return true;
  }
  console.error(`✗ ${name}: ${problems.length} of our own checks do not hold.`);
  for (const problem of problems) console.error(`  ${problem}`);
  return false;
}

async function main(): Promise<number> {
  if (!existsSync(built)) {
    console.error("✗ There is no dist/manifest.xml. Build the add-in first: npm run build");
    return 1;
  }
  const ours = [checked(manifestFile, developmentAddress), checked(built, baseAddress)].every(Boolean);
  const { verdict, lines } = await askMicrosoft(built);
  const say = { accepted: console.log, refused: console.error, unreachable: console.log }[verdict];
  lines.forEach((line) => say(line));
  return ours && verdict !== "refused" ? 0 : 1;
}

void main().then((code) => (process.exitCode = code));
