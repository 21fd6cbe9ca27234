import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type ClassifiedHistory, classifyAmounts } from "../../src/analysis";
import { defaultPolicy } from "../../src/portfolio";
import { histories } from "./histories";
import { type Measurement, median } from "./measurement";

const periods = 12;

interface Peers {
  numpy: number;
  pandas?: number;
  hhi: number;
  gini: number;
  abc: number[];
  xyz: number[];
}

/**
 * From a flat history to all classes in one call, beside the same answer by numpy and pandas on the same amounts, where
 * python3 has them. The peers' answers are compared with ours before anything is measured.
 */
export function coreMeasurements(sizes: readonly number[]): Measurement[] {
  const folder = mkdtempSync(join(tmpdir(), "keyfolio-bench-"));
  try {
    return sizes.flatMap((clients) => {
      const runs = clients > 100_000 ? 5 : 9;
      const history = Float64Array.from(histories(clients, periods).flat());
      const classify = () => classifyAmounts(history, clients, periods, defaultPolicy);
      const found = classify();
      for (let warm = 0; warm < 4; warm++) classify();
      const times = Array.from({ length: runs }, () => {
        const start = performance.now();
        classify();
        return performance.now() - start;
      });
      const own = median(times);
      const file = join(folder, "history");
      writeFileSync(file, history);
      const peers = peersOf(file, clients, runs);
      if (peers) compare(found, peers);
      const name = `core, ${clients.toLocaleString("en")} × ${periods}`;
      const beside = (peer: "numpy" | "pandas", goal: string): Measurement[] => {
        const figure = peers?.[peer];
        return figure === undefined ? [] : [{ name, runs, total: own, peer: { name: peer, figure }, goal }];
      };
      const compared = [...beside("numpy", "≤ 0.7"), ...beside("pandas", "≤ 0.2")];
      return compared.length > 0 ? compared : [{ name, runs, total: own }];
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** By the first python3 that has both, else by one that has numpy. */
function peersOf(file: string, clients: number, runs: number): Peers | null {
  const script = join(__dirname, "peers", "core.py");
  const answers = ["/usr/bin/python3", "python3"].flatMap((python) => {
    const { status, stdout } = spawnSync(python, [script, file, clients, periods, runs].map(String), {
      encoding: "utf8",
    });
    return status === 0 ? [JSON.parse(stdout) as Peers] : [];
  });
  return answers.find(({ pandas }) => pandas !== undefined) ?? answers[0] ?? null;
}

/** Speed means nothing where the answers differ. */
function compare({ concentration, abc, xyz }: ClassifiedHistory, peers: Peers): void {
  const counts = (classes: readonly string[], names: readonly string[]) =>
    names.map((name) => classes.filter((found) => found === name).length).join();
  const differs = [
    Math.abs((concentration?.hhi ?? 0) - peers.hhi) > 1e-6,
    Math.abs((concentration?.gini ?? 0) - peers.gini) > 1e-9,
    counts(abc, ["A", "B", "C"]) !== peers.abc.join(),
    counts(xyz, ["X", "Y", "Z", "N"]) !== peers.xyz.join(),
  ].includes(true);
  if (differs) throw new Error(`numpy gives another answer: ${JSON.stringify(peers)}`);
}
