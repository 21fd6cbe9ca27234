import type { Browser, CDPSession } from "playwright-core";
import { openWorkbench, paneOf } from "../e2e/workbench";
import { median, type Measurement } from "./measurement";

const runs = 3;
const lines = 100_000;
const clients = 2_000;

/** What the trace of a browser holds, as far as it is looked at. Times in microseconds. */
interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  ts: number;
  dur?: number;
  /** Time of the processor, which other programs do not lengthen. */
  tdur?: number;
  id?: string;
  args: {
    data?: {
      cpuProfile?: {
        nodes?: { id: number; parent?: number; callFrame: { url?: string } }[];
        samples?: number[];
      };
      timeDeltas?: number[];
      startTime?: number;
    };
  };
}

interface Task {
  /** Milliseconds of the processor. */
  total: number;
  /** The part of it in the pane's own code. */
  own: number;
}

/**
 * A list with 100,000 lines of documents, read and added up in the pane in a real browser: how long it takes, and its longest
 * task. The stand-in for Excel and the client of Office.js work in the same thread: samples tell the pane's own part of a task.
 */
export async function linesInPane(browser: Browser): Promise<Measurement[]> {
  const readings: { total: number; longest: Task }[] = [];
  for (let run = 0; run < runs; run++) readings.push(await readOnce(browser));
  const of = (figure: (reading: (typeof readings)[number]) => number) => median(readings.map(figure));
  return [
    { name: "100,000 lines of documents until the pane shows them", runs, total: of(({ total }) => total) },
    {
      name: "the task of it with most work of our own (processor time)",
      runs,
      total: of(({ longest }) => longest.total),
      own: of(({ longest }) => longest.own),
    },
  ];
}

async function readOnce(browser: Browser): Promise<{ total: number; longest: Task }> {
  const excel = await openWorkbench(browser);
  try {
    await excel.page.evaluate(writeJournal, { lines, clients });
    const session = await excel.page.context().newCDPSession(excel.page);
    const pane = paneOf(excel);
    const stop = await startTrace(session);
    const begun = performance.now();
    await pane.button(excel.texts.pane.firstRun.start).click();
    await pane.frame.getByRole("group", { name: excel.texts.pane.source.howRead }).waitFor();
    const total = performance.now() - begun;
    const longest = tasksOf(await stop()).reduce((a, b) => (b.own > a.own ? b : a));
    return { total, longest };
  } finally {
    await excel.close();
  }
}

/** Runs in the page: a sheet with the lines, and the selection on it. */
function writeJournal(count: { lines: number; clients: number }): void {
  const { worksheets } = window.keyfolioWorkbench.bench.state.host!.workbook;
  const sheet = worksheets.add("Journal");
  const rows: (string | number)[][] = [["Date", "Document No.", "Client", "Manager", "Amount"]];
  for (let line = 0; line < count.lines; line++) {
    const client = (line * 7919) % count.clients;
    rows.push([
      45_292 + ((line * 31) % 730),
      `INV-${100_000 + line}`,
      `Client number ${client}`,
      `Manager ${client % 40}`,
      20.25 + ((line * 104_729) % 9_000),
    ]);
  }
  sheet.getRange(`A1:E${rows.length}`).values = rows;
  sheet.getRange(`A2:A${rows.length}`).numberFormat = rows.slice(1).map(() => ["yyyy-mm-dd"]);
  sheet.activate();
  sheet.getRange("A2").select();
}

async function startTrace(session: CDPSession): Promise<() => Promise<TraceEvent[]>> {
  const events: TraceEvent[] = [];
  session.on("Tracing.dataCollected", ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  await session.send("Tracing.start", {
    transferMode: "ReportEvents",
    traceConfig: {
      includedCategories: ["devtools.timeline", "toplevel", "disabled-by-default-v8.cpu_profiler"],
    },
  });
  return async () => {
    const complete = new Promise<void>((done) => session.once("Tracing.tracingComplete", () => done()));
    await session.send("Tracing.end");
    await complete;
    return events;
  };
}

/** The tasks of the thread that calls functions, in the process of which samples were taken. */
function tasksOf(events: readonly TraceEvent[]): Task[] {
  const profile = events.find(({ name }) => name === "Profile")!;
  const { tid } = events.find(({ name, pid }) => name === "FunctionCall" && pid === profile.pid)!;
  const samples = samplesOf(events, profile);
  return events
    .filter((event) => event.name.endsWith("RunTask") && event.pid === profile.pid && event.tid === tid)
    .map(({ ts, dur = 0, tdur = dur }) => {
      const inside = samples.filter(({ at }) => at >= ts && at < ts + dur);
      const all = inside.reduce((sum, { length }) => sum + length, 0);
      const own = inside.reduce((sum, { isOwn, length }) => sum + (isOwn ? length : 0), 0);
      return { total: tdur / 1000, own: all === 0 ? 0 : ((own / all) * tdur) / 1000 };
    });
}

function samplesOf(events: readonly TraceEvent[], { id, pid, args }: TraceEvent) {
  /** Whether a call belongs to the pane; what the engine does itself belongs to whom it does it for. */
  const isOwn = new Map<number, boolean>();
  const samples: { at: number; isOwn: boolean; length: number }[] = [];
  let at = args.data?.startTime ?? 0;
  for (const event of events) {
    if (event.name !== "ProfileChunk" || event.id !== id || event.pid !== pid) continue;
    const { cpuProfile, timeDeltas = [] } = event.args.data ?? {};
    for (const { id: node, parent = -1, callFrame } of cpuProfile?.nodes ?? []) {
      const { url = "" } = callFrame;
      isOwn.set(node, url === "" ? (isOwn.get(parent) ?? false) : url.includes("/pane/"));
    }
    (cpuProfile?.samples ?? []).forEach((node, i) => {
      at += timeDeltas[i];
      samples.push({ at, isOwn: isOwn.get(node) ?? false, length: timeDeltas[i + 1] ?? 0 });
    });
  }
  return samples;
}
