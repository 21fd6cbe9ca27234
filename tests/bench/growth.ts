import { spawnSync } from "node:child_process";
import type { Measurement } from "./measurement";
import { runMeasurements } from "./runs";

interface Size {
  measurements: Measurement[];
  /** Most memory that the process held, in MB: the stand-in for Excel with its workbook included. */
  memory: number;
}

/** Lists of two sizes, each in a process of its own: what a row costs in the larger one beside the smaller one. */
export function growthMeasurements(small: number, large: number): Measurement[] {
  const [few, many] = [small, large].map((clients): Size => {
    const options = ["--max-old-space-size=12000", "-r", "@swc-node/register", __filename, String(clients)];
    const { status, stdout } = spawnSync(process.execPath, options, {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "inherit"],
      maxBuffer: 2 ** 26,
    });
    if (status !== 0) throw new Error(`A list of ${clients} clients ended with ${status}`);
    return JSON.parse(stdout) as Size;
  });
  const growth = many.measurements.map(({ name, total, own = total }, i): Measurement => {
    const ofFew = few.measurements[i];
    const perRow = (1000 * (ofFew.own ?? ofFew.total)) / small;
    return {
      name: `${name}: microseconds a row, our part`,
      runs: 1,
      total: (1000 * own) / large,
      peer: { name: `a row of ${small.toLocaleString("en")}`, figure: perRow },
      goal: "≤ 1.2",
    };
  });
  const memory = {
    name: `${large.toLocaleString("en")} × 12: most memory with the stand-in for Excel, MB`,
    runs: 1,
  };
  return [
    ...few.measurements,
    ...many.measurements,
    ...growth,
    { ...memory, total: many.memory, goal: "≤ 1,500" },
  ];
}

if (require.main === module) {
  const clients = Number(process.argv[2]);
  void runMeasurements(clients, clients > 500_000 ? 1 : 3).then((measurements) => {
    const size: Size = { measurements, memory: process.resourceUsage().maxRSS / 1000 };
    process.stdout.write(JSON.stringify(size));
  });
}
