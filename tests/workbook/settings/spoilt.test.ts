/** Whatever somebody has made of what the workbook remembers: a run goes through, or ends in one of our own sentences. */
import { problemText } from "../../../src/locales";
import { defaultPolicy, Problem } from "../../../src/portfolio";
import { classifyAndReport, dossier, savePolicy } from "../../../src/workbook";
import { Draws } from "../../draws";
import { sheetOf, workbookOf } from "../../workbook-records";
import { clients, request } from "../lists";
import { openWorkbook } from "../session";

type Json = unknown;

/** Puts something else into one place of a value. */
function spoilt(value: Json, draw: Draws): Json {
  const inside = typeof value === "object" && value !== null ? Object.keys(value) : [];
  if (inside.length > 0 && draw.chance(0.8)) {
    const key = draw.pick(inside);
    const copy: Record<string, Json> | Json[] = Array.isArray(value)
      ? [...(value as Json[])]
      : { ...(value as object) };
    (copy as Record<string, Json>)[key] = spoilt((value as Record<string, Json>)[key], draw);
    return copy;
  }
  return draw.pick<() => Json>([
    () => null,
    () => true,
    () => -1,
    () => 1e300,
    () => Number.MAX_SAFE_INTEGER,
    () => "",
    () => "\u0000\u202e=1+1",
    () => "x".repeat(100_000),
    () => [],
    () => ({}),
    () => [value, value],
    () => ({ ...(value as object), version: 99 }),
    () => JSON.parse('{"__proto__":{"version":1},"constructor":{"prototype":{"kind":1}}}') as Json,
    () => JSON.parse("[".repeat(400) + "]".repeat(400)) as Json,
  ])();
}

test("in 20 workbooks, drawn from seeds", async () => {
  const sheets = () => [sheetOf("Clients", clients)];
  const { host } = await openWorkbook(sheets());
  await savePolicy({ ...defaultPolicy });
  await classifyAndReport(request);
  await dossier({ ...request, client: "Northern Mills" });
  const { settings } = await host.toRecord();
  expect(Object.keys(settings).length).toBeGreaterThanOrEqual(4);
  let went = 0;
  for (let seed = 1; seed <= 20; seed++) {
    const draw = new Draws(seed * 7919);
    const key = draw.pick(Object.keys(settings));
    const others = { ...settings, [key]: spoilt(settings[key], draw) };
    const opened = await openWorkbook(workbookOf(sheets(), { settings: others }));
    const outcome = await classifyAndReport(request).then(
      () => "went",
      (error: unknown) => error,
    );
    if (outcome === "went") went++;
    else {
      expect([seed, key, outcome]).toEqual([seed, key, expect.any(Problem)]);
      expect(problemText(outcome as Problem, "en").length).toBeLessThan(500);
    }
    expect(Object.getPrototypeOf({})).not.toHaveProperty("version");
    expect(opened.host.journal.entries.filter((entry) => "defect" in entry && entry.defect)).toEqual([]);
  }
  expect(went).toBeGreaterThan(6);
});

test("a sheet about a client is made also where settings tell of it by no number, or by one without end", async () => {
  const sheets = [sheetOf("Clients", clients)];
  const asked = { ...request, client: "Northern Mills" };
  const first = await openWorkbook(sheets);
  await dossier(asked);
  const about = (await first.host.toRecord()).settings["keyfolio.sheet.dossier1"];
  expect(about).toMatchObject({ version: 1 });
  for (const number of ["", "-", "0", "X", "99999999999999999999"]) {
    const settings = { [`keyfolio.sheet.dossier${number}`]: about };
    const { host } = await openWorkbook(workbookOf(sheets, { settings }));
    await dossier(asked);
    expect((await host.toRecord()).sheets).toHaveLength(2);
  }
});
