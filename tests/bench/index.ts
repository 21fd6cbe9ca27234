/**
 * `npm run bench`: what things take on this machine, beside what else would do it. `-- --quick` for what takes less than two
 * minutes, `-- --json` for machines. Nothing here is asserted.
 */
import { coreMeasurements } from "./core";
import { formulaMeasurements, pageMeasurements } from "./formulas";
import type { Measurement } from "./measurement";
import { paneMeasurements } from "./pane";
import { runMeasurements } from "./runs";

async function bench(): Promise<void> {
  const quick = process.argv.includes("--quick");
  const measurements = [
    ...coreMeasurements([1_000, 10_000, 100_000, ...(quick ? [] : [1_000_000])]),
    ...(quick
      ? []
      : [
          ...(await formulaMeasurements()),
          ...(await pageMeasurements()),
          ...(await paneMeasurements()),
          ...(await runMeasurements()),
        ]),
  ];
  process.stdout.write(
    process.argv.includes("--json") ? `${JSON.stringify(measurements, null, 2)}\n` : table(measurements),
  );
}

function table(measurements: readonly Measurement[]): string {
  const rows = measurements.map(({ name, runs, total, own }) => [
    name,
    String(runs),
    figure(total),
    own === undefined ? "" : figure(own),
    own === undefined ? "" : `${((own / total) * 100).toFixed(1)} %`,
  ]);
  const lines = [["", "runs", "total ms", "own ms", "own part"], ...rows];
  const widths = lines[0].map((_, column) => Math.max(...lines.map((line) => line[column].length)));
  return lines
    .map((line) =>
      line.map((text, column) => (column === 0 ? text.padEnd(widths[0]) : text.padStart(widths[column]))),
    )
    .map((line) => `${line.join("  ").trimEnd()}\n`)
    .join("");
}

function figure(value: number): string {
  return value < 100 ? value.toFixed(1) : value.toFixed(0);
}

void bench();
