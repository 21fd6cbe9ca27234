import type { CDPSession } from "playwright-core";

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

/** A task of the page's main thread. */
export interface Task {
  /** Milliseconds of the processor. */
  total: number;
  /** The part of it in the pane's own code. */
  own: number;
}

/** Follows the main thread of a page, until the function that is given back is called: it gives back the tasks. */
export async function followTasks(session: CDPSession): Promise<() => Promise<Task[]>> {
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
    return tasksOf(events);
  };
}

/** The tasks of the thread that calls functions, in the process of which samples were taken. */
function tasksOf(events: readonly TraceEvent[]): Task[] {
  const profile = events.find(({ name }) => name === "Profile")!;
  const { tid } = events.find(({ name, pid }) => name === "FunctionCall" && pid === profile.pid)!;
  const samples = samplesOf(events, profile);
  // In the task in which it starts, the sampler itself takes half a second.
  const start = profile.args.data?.startTime ?? 0;
  return events
    .filter((event) => event.name.endsWith("RunTask") && event.pid === profile.pid && event.tid === tid)
    .filter(({ ts }) => ts >= start)
    .map(({ ts, dur = 0, tdur = dur }) => {
      let [all, own] = [0, 0];
      for (let i = firstFrom(samples, ts); i < samples.length && samples[i].at < ts + dur; i++) {
        all += samples[i].length;
        if (samples[i].isOwn) own += samples[i].length;
      }
      return { total: tdur / 1000, own: all === 0 ? 0 : ((own / all) * tdur) / 1000 };
    });
}

/** Position of the first sample from a moment on; they stand in the order of time. */
function firstFrom(samples: readonly { at: number }[], moment: number): number {
  let [from, to] = [0, samples.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (samples[middle].at < moment) from = middle + 1;
    else to = middle;
  }
  return from;
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
  samples.sort((a, b) => a.at - b.at);
  return samples;
}
