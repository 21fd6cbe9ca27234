/**
 * `npm run bench`: what things take on this machine, beside what else would do it. `-- --quick` for what takes less than two
 * minutes, `-- --only PART,PART` for some parts, `-- --json` for machines. Nothing here is asserted.
 */
import { coreMeasurements } from "./core";
import { formulaMeasurements, pageMeasurements } from "./formulas";
import { growthMeasurements } from "./growth";
import { headlessMeasurements } from "./headless";
import { ratioOf, type Measurement } from "./measurement";
import { paneMeasurements, taskMeasurements } from "./pane";
import { portfolioMeasurements } from "./portfolio";
import { runMeasurements } from "./runs";

const quick = process.argv.includes("--quick");

/** What can be measured, in the order of the table of docs/performance.md. */
const parts: Readonly<Record<string, () => Measurement[] | Promise<Measurement[]>>> = {
  core: () => coreMeasurements([1_000, 10_000, 100_000, ...(quick ? [] : [1_000_000])]),
  portfolio: () => portfolioMeasurements(),
  runs: () => (quick ? runMeasurements(20_000, 3) : growthMeasurements(100_000, 1_000_000)),
  report: () => runMeasurements(50_000, 1, { report: true }),
  formulas: () => formulaMeasurements(),
  page: () => pageMeasurements(),
  headless: () => headlessMeasurements(),
  pane: () => paneMeasurements(),
  tasks: () => taskMeasurements(),
};
const quickParts: readonly string[] = ["core", "portfolio", "runs"];

async function bench(): Promise<void> {
  const only = process.argv.includes("--only")
    ? process.argv[process.argv.indexOf("--only") + 1].split(",")
    : quick
      ? quickParts
      : Object.keys(parts);
  const measurements: Measurement[] = [];
  for (const part of only) {
    if (!(part in parts)) throw new Error(`No part ${part}: ${Object.keys(parts).join(", ")}`);
    process.stderr.write(`${part} …\n`);
    try {
      measurements.push(...(await parts[part]()));
    } catch (failure) {
      // The other parts are measured all the same.
      process.stderr.write(`${part}: ${String(failure)}\n`);
      process.exitCode = 1;
    }
  }
  const found = measurements.map((each) => ({ ...each, ratio: ratioOf(each) }));
  process.stdout.write(
    process.argv.includes("--json") ? `${JSON.stringify(found, null, 2)}\n` : table(found),
  );
}

function table(measurements: readonly Measurement[]): string {
  const rows = measurements.map((each) => {
    const { name, runs, total, own, peer, goal = "" } = each;
    const ratio = ratioOf(each);
    return [
      name,
      String(runs),
      figure(total),
      own === undefined ? "" : figure(own),
      peer ? figure(peer.figure) : "",
      ratio === null ? "" : ratio.toFixed(2),
      goal,
      peer?.name ?? (own === undefined ? "" : "of the whole"),
    ];
  });
  const lines = [["", "runs", "total ms", "own ms", "peer ms", "ratio", "goal", "beside"], ...rows];
  const widths = lines[0].map((_, column) => Math.max(...lines.map((line) => line[column].length)));
  const last = widths.length - 1;
  return lines
    .map((line) =>
      line.map((text, column) =>
        column === 0 || column === last ? text.padEnd(widths[column]) : text.padStart(widths[column]),
      ),
    )
    .map((line) => `${line.join("  ").trimEnd()}\n`)
    .join("");
}

function figure(value: number): string {
  return value < 100 ? value.toFixed(1) : value.toFixed(0);
}

void bench();
