import type { RunState } from "../../src/commands/runs";
import { clients } from "../workbook/lists";
import { ordered } from "../workbook/session";
import { sheetOf } from "../workbook-records";
import { closeRibbon, openRibbon, type Ribbon } from "./ribbon";

afterEach(closeRibbon);

const open = () => openRibbon([sheetOf("Clients", clients)]);

/** Every state from now on. */
function statesOf({ runs }: Ribbon): RunState[] {
  const states: RunState[] = [];
  runs.subscribe(() => states.push(runs.state));
  return states;
}

test("nothing has been run at first", async () => {
  expect((await open()).runs.state).toEqual({ status: "idle" });
});

test("a run is told of from its start to its end", async () => {
  const ribbon = await open();
  const states = statesOf(ribbon);
  const before = Date.now();
  const end = ribbon.runs.start("classifyAndReport", {});
  expect(ribbon.runs.state).toEqual({
    status: "running",
    job: "classifyAndReport",
    stage: "reading",
    fraction: 0,
    startedAt: expect.any(Number),
    cancellable: true,
  });
  expect(await end).toBe(ribbon.runs.state);
  expect(states.at(-1)).toBe(ribbon.runs.state);
  if (ribbon.runs.state.status !== "done") throw new Error(`It is ${ribbon.runs.state.status}.`);
  const { outcome, milliseconds } = ribbon.runs.state;
  expect(outcome).toHaveProperty("written");
  expect(outcome).toHaveProperty("report");
  expect(milliseconds).toBeGreaterThanOrEqual(0);
  expect(milliseconds).toBeLessThanOrEqual(Date.now() - before);

  const running = states.filter((state) => state.status === "running");
  expect(new Set(running.map(({ startedAt }) => startedAt)).size).toBe(1);
  const stages = running.map(({ stage }) => stage).filter((stage, i, list) => stage !== list[i - 1]);
  expect(stages).toEqual(["reading", "classifying", "writing", "report"]);
  for (const { stage, cancellable } of running)
    expect(cancellable).toBe(stage === "reading" || stage === "classifying");
  for (const { fraction } of running) {
    expect(fraction).toBeGreaterThanOrEqual(0);
    expect(fraction).toBeLessThanOrEqual(1);
  }
});

test("a state is a new object after each change, and the same one until then", async () => {
  const ribbon = await open();
  const states = statesOf(ribbon);
  await ribbon.runs.start("classifyRows", {});
  expect(new Set(states).size).toBe(states.length);
  expect(ribbon.runs.state).toBe(ribbon.runs.state);
});

test("a second start joins the run that goes on", async () => {
  const { runs } = await open();
  const first = runs.start("classifyRows", {});
  const second = runs.start("portfolioReport", {});
  expect(await second).toBe(await first);
  expect(runs.state).toMatchObject({ status: "done", job: "classifyRows" });
});

test("after the end another run can start, also from a listener", async () => {
  const { runs } = await open();
  let next: Promise<RunState> | null = null;
  runs.subscribe(() => {
    if (runs.state.status === "done" && !next) next = runs.start("portfolioReport", {});
  });
  await runs.start("classifyRows", {});
  expect(await next).toMatchObject({ status: "done", job: "portfolioReport" });
});

test("a run that is cancelled in time leaves the workbook as it was", async () => {
  const ribbon = await open();
  const before = await ribbon.host.toRecord();
  const end = ribbon.runs.start("classifyAndReport", {});
  ribbon.runs.cancel();
  expect(ribbon.runs.state).toMatchObject({ status: "running", cancellable: false });
  expect(await end).toMatchObject({ status: "stopped", problem: { detail: { kind: "cancelled" } } });
  expect(ordered(await ribbon.host.toRecord())).toEqual(ordered(before));
});

test("cancelling when nothing runs does nothing", async () => {
  const { runs } = await open();
  runs.cancel();
  expect(runs.state).toEqual({ status: "idle" });
  expect(await runs.start("classifyRows", {})).toMatchObject({ status: "done" });
});

test("what stopped a run is a problem with its facts", async () => {
  const { runs } = await open();
  expect(await runs.start("classifyRows", { sheet: "Nowhere" })).toMatchObject({
    status: "stopped",
    job: "classifyRows",
    problem: { detail: { kind: "sheetNotFound", sheet: "Nowhere" } },
  });
});

test("a defect stops the run as a refusal of Excel does", async () => {
  const { runs, stop } = await open();
  stop();
  expect(await runs.start("classifyRows", {})).toMatchObject({
    status: "stopped",
    problem: {
      detail: { kind: "unexpected" },
    },
  });
});

test("the end stays until it was seen; a run that goes on cannot be dismissed", async () => {
  const { runs } = await open();
  const end = runs.start("classifyRows", {});
  runs.dismiss();
  expect(runs.state.status).toBe("running");
  await end;
  runs.dismiss();
  expect(runs.state).toEqual({ status: "idle" });
});

test("a listener that left hears nothing more", async () => {
  const { runs } = await open();
  let calls = 0;
  const leave = runs.subscribe(() => calls++);
  leave();
  await runs.start("classifyRows", {});
  expect(calls).toBe(0);
});
