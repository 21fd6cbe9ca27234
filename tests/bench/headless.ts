import { spawn } from "node:child_process";
import { createWriteStream, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { once } from "node:events";
import { tmpdir } from "node:os";
import path from "node:path";
import { median, type Measurement } from "./measurement";

const root = path.join(__dirname, "../..");
const lines = 1_000_000;
const clients = 20_000;

interface Run {
  milliseconds: number;
  /** Most memory that the process held, in MB; 0 where the system does not tell. */
  memory: number;
}

/** One headless run of the add-in on a file, as `npm run report` starts it. */
async function run(input: string, output: string): Promise<Run> {
  const { scripts } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")) as {
    scripts: { report: string };
  };
  const [, ...options] = scripts.report.split(" ");
  const start = performance.now();
  const child = spawn(process.execPath, [...options, input, "-o", output], { cwd: root, stdio: "ignore" });
  let memory = 0;
  const look = setInterval(() => (memory = Math.max(memory, memoryOf(child.pid!))), 50);
  const [code] = (await once(child, "exit")) as [number];
  clearInterval(look);
  if (code !== 0) throw new Error(`npm run report -- ${input} ended with ${code}`);
  return { milliseconds: performance.now() - start, memory };
}

/** The high-water mark of a process, where Linux keeps one. */
function memoryOf(process: number): number {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${process}/status`, "utf8"))?.[1] ?? 0) / 1000;
  } catch {
    return 0;
  }
}

/** Documents of two years, a line each, as a bookkeeping program exports them. */
async function writeLines(file: string): Promise<void> {
  const out = createWriteStream(file);
  out.write("Date,Document No.,Client,Manager,Amount\n");
  let text = "";
  for (let line = 0; line < lines; line++) {
    const client = (line * 7919) % clients;
    const day = new Date(Date.UTC(2024, 0, 1 + ((line * 31) % 730))).toISOString().slice(0, 10);
    const amount = (20.25 + ((line * 104_729) % 9_000)).toFixed(2);
    text += `${day},INV-${100_000 + line},Client number ${client},Manager ${client % 40},${amount}\n`;
    if (line % 50_000 === 49_999 || line === lines - 1) {
      if (!out.write(text)) await once(out, "drain");
      text = "";
    }
  }
  out.end();
  await once(out, "finish");
}

/** Runs without a screen, each in a process of its own: from the command to the written workbook. */
export async function headlessMeasurements(): Promise<Measurement[]> {
  const folder = mkdtempSync(path.join(tmpdir(), "keyfolio-bench-"));
  const output = path.join(folder, "out.xlsx");
  try {
    const sample = path.join(root, "assets", "sample-clients.xlsx");
    await run(sample, output);
    const times: number[] = [];
    for (let i = 0; i < 5; i++) times.push((await run(sample, output)).milliseconds);
    const file = path.join(folder, "lines.csv");
    await writeLines(file);
    const large = await run(file, output);
    return [
      { name: "the sample without a screen", runs: 5, total: median(times), goal: "≤ 2.5 s" },
      {
        name: "1,000,000 lines of documents without a screen",
        runs: 1,
        total: large.milliseconds,
        goal: "≤ 15 s",
      },
      { name: "1,000,000 lines: most memory, MB", runs: 1, total: large.memory, goal: "≤ 2,000" },
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}
