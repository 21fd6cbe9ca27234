import { EventType } from "../../../src/host/wire/events";
import { type Connected, connect } from "./ledger";

let excel: Connected;

beforeEach(async () => {
  excel = await connect();
});

afterEach(() => excel.close());

const change = { worksheetId: "{1}", address: "A1", changeType: "RangeEdited", source: "Local" };

const settle = () => new Promise((resolve) => setTimeout(resolve, 20));

test("a handler of a worksheet hears what happens to it, with the arguments of the client", async () => {
  const heard: Excel.WorksheetChangedEventArgs[] = [];
  await excel.run(async (context) => {
    context.workbook.worksheets.getItem("Alpha").onChanged.add(async (event) => void heard.push(event));
    await context.sync();
  });
  excel.session.events.raise(EventType.worksheetChanged, "{1}", change);
  excel.session.events.raise(EventType.worksheetChanged, "{2}", { ...change, worksheetId: "{2}" });
  await settle();
  expect(heard).toHaveLength(1);
  expect(heard[0]).toMatchObject({
    type: "WorksheetChanged",
    worksheetId: "{1}",
    address: "A1",
    changeType: "RangeEdited",
  });
  expect(heard[0].changeDirectionState).toBeUndefined();
});

test("a handler of the collection hears every worksheet", async () => {
  const heard: string[] = [];
  await excel.run(async (context) => {
    context.workbook.worksheets.onChanged.add(async (event) => void heard.push(event.worksheetId));
    await context.sync();
  });
  excel.session.events.raise(EventType.worksheetChanged, "{1}", change);
  excel.session.events.raise(EventType.worksheetChanged, "{2}", { ...change, worksheetId: "{2}" });
  await settle();
  expect(heard).toEqual(["{1}", "{2}"]);
});

test("what a request causes is heard after its answer", async () => {
  const order: string[] = [];
  await excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Alpha");
    sheet.onChanged.add(async () => void order.push("event"));
    await context.sync();
    const range = sheet.getRange("1x1");
    range.select();
    range.clear();
    await context.sync();
    order.push("answer");
  });
  await settle();
  expect(order).toEqual(["answer", "event"]);
});

test("what another person did arrives as remote", async () => {
  const heard: string[] = [];
  await excel.run(async (context) => {
    context.workbook.worksheets
      .getItem("Alpha")
      .onChanged.add(async (event) => void heard.push(event.source));
    await context.sync();
  });
  excel.session.events.raise(EventType.worksheetChanged, "{1}", { ...change, source: "Remote" });
  await settle();
  expect(heard).toEqual(["Remote"]);
});

test("a handler that was removed hears nothing any more", async () => {
  const heard: string[] = [];
  const registration = await excel.run(async (context) => {
    const result = context.workbook.worksheets
      .getItem("Alpha")
      .onChanged.add(async (event) => void heard.push(event.address));
    await context.sync();
    return result;
  });
  await excel.run(registration.context, async (context) => {
    registration.remove();
    await context.sync();
  });
  excel.session.events.raise(EventType.worksheetChanged, "{1}", change);
  await settle();
  expect(heard).toEqual([]);
});

test("an event that the model does not raise cannot be registered for", async () => {
  const registration = excel.run(async (context) => {
    context.workbook.worksheets.getItem("Alpha").onCalculated.add(async () => undefined);
    await context.sync();
  });
  await expect(registration).rejects.toMatchObject({
    code: "ApiNotFound",
    message: "The host does not know Worksheet._RegisterCalculatedEvent.",
  });
});

test("runtime.enableEvents = false keeps them quiet", async () => {
  const heard: string[] = [];
  await excel.run(async (context) => {
    context.workbook.worksheets
      .getItem("Alpha")
      .onChanged.add(async (event) => void heard.push(event.address));
    context.runtime.enableEvents = false;
    await context.sync();
  });
  excel.session.events.raise(EventType.worksheetChanged, "{1}", change);
  await settle();
  await excel.run(async (context) => {
    context.runtime.load("enableEvents");
    await context.sync();
    expect(context.runtime.enableEvents).toBe(false);
    context.runtime.enableEvents = true;
    await context.sync();
  });
  excel.session.events.raise(EventType.worksheetChanged, "{1}", { ...change, address: "B2" });
  await settle();
  expect(heard).toEqual(["B2"]);
});
