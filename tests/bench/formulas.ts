import path from "node:path";
import { catalogue } from "../../src/functions/catalogue";
import { openExcelHost } from "../../src/host/excel-host";
import { openOfficeWindow } from "../../src/host/office-window";
import { openBuiltAddIn, type BuiltAddIn } from "../functions/built-add-in";
import { sheetOf, workbookOf } from "../workbook-records";
import { histories } from "./histories";
import { median, type Measurement } from "./measurement";

const page = path.join(__dirname, "../../dist/taskpane.html");

/** Time spent inside the formulas of the page since the last look. */
interface OwnTime {
  take(): number;
  /** Time that was measured elsewhere. */
  add(milliseconds: number): void;
}

/** Puts a clock around the formulas, before the runtime looks at them for the first time. */
function clockFormulas({ page }: BuiltAddIn): OwnTime {
  let spent = 0;
  const formulas = page.CustomFunctions._association.mappings as Record<
    string,
    (...parameters: unknown[]) => unknown
  >;
  for (const [name, formula] of Object.entries(formulas)) {
    formulas[name] = (...parameters: unknown[]) => {
      const start = performance.now();
      try {
        return formula(...parameters);
      } finally {
        spent += performance.now() - start;
      }
    };
  }
  return {
    add(milliseconds) {
      spent += milliseconds;
    },
    take() {
      const taken = spent;
      spent = 0;
      return taken;
    },
  };
}

async function measure(
  name: string,
  runs: number,
  clock: OwnTime,
  work: () => Promise<unknown>,
): Promise<Measurement> {
  await work();
  const totals: number[] = [];
  const own: number[] = [];
  for (let run = 0; run < runs; run++) {
    clock.take();
    const start = performance.now();
    await work();
    totals.push(performance.now() - start);
    own.push(clock.take());
  }
  return { name, runs, total: median(totals), own: median(own) };
}

/**
 * What the formulas cost through the functions runtime of Office.js on the built page. The page runs in jsdom, where each
 * `Math` and `Number` is looked up through the window: the same code takes several times as long there as in a browser or
 * by itself, which the first line shows.
 */
export async function formulaMeasurements(): Promise<Measurement[]> {
  const addIn = await openBuiltAddIn("en-US");
  const { host } = addIn;
  const clock = clockFormulas(addIn);
  const measurements: Measurement[] = [];
  try {
    const large = histories(100_000, 12);
    measurements.push(
      await measure("ABCXYZ, 100,000 × 12, by itself in Node", 5, clock, async () => {
        const start = performance.now();
        catalogue.ABCXYZ(large);
        clock.add(performance.now() - start);
      }),
      await measure("ABCXYZ, one call, 100,000 × 12", 3, clock, () => host.callFunction("ABCXYZ", [large])),
    );
    for (const rows of [500, 1000]) {
      const list = histories(rows, 12);
      const amounts = list.map((history) => [history.reduce((sum, amount) => sum + amount, 0)]);
      measurements.push(
        await measure(`KEYSHARE, ${rows} per-row calls over ${rows} × 1`, 5, clock, () =>
          Promise.all(amounts.map((row) => host.callFunction("KEYSHARE", [[row], amounts]))),
        ),
        await measure(`ABCXYZ, ${rows} per-row calls over ${rows} × 12`, 3, clock, () =>
          Promise.all(list.map((row) => host.callFunction("ABCXYZ", [[row], list]))),
        ),
      );
    }
  } finally {
    addIn.close();
  }
  return measurements;
}

/** How much later the built page is ready than an empty page with Office.js. */
export async function pageMeasurements(): Promise<Measurement[]> {
  const starts = { empty: [] as number[], built: [] as number[] };
  for (let run = 0; run < 5; run++) {
    for (const kind of ["empty", "built"] as const) {
      const host = await openExcelHost(workbookOf([sheetOf("Sheet1", [])]), { language: "en-US" });
      const start = performance.now();
      const window = await openOfficeWindow(host, kind === "built" ? { page } : {});
      starts[kind].push(performance.now() - start);
      window.close();
      host.dispose();
    }
  }
  return [
    {
      name: "page ready, built page against empty page with Office.js",
      runs: 5,
      total: median(starts.built),
      own: Math.max(0, median(starts.built) - median(starts.empty)),
    },
  ];
}
