/** Each thing that Excel keeps in a workbook is there after a run, in the list's own cells and around them, and a month later too. */
import { packageOf, partsOf } from "../package-of";
import { everyPart } from "../rich/everything";
import { everyThing, isKept } from "../rich/kept-things";
import { packageFaults } from "../rich/package-faults";
import { listPart, tablePart } from "../rich/rich-workbook";
import { compared, runOn, unproved, withAmount } from "./whole";

describe.each(["region", "table"] as const)("around and in a list that is a %s", (shape) => {
  const { parts, sheet } = everyPart(shape);
  let [input, output, later, second]: Uint8Array[] = [];
  let [before, after, month]: Map<string, string>[] = [];

  beforeAll(async () => {
    input = await packageOf(parts);
    output = await runOn(input, { sheet, ...unproved });
    [later, second] = await Promise.all(
      [input, output].map((bytes) => withAmount(bytes, listPart, "B5", 4_444)),
    );
    second = await runOn(second, { sheet, ...unproved });
    [before, after, month] = await Promise.all([input, output, second].map(partsOf));
  });

  test.each(Object.keys(everyThing))("%s: kept", (thing) => {
    expect(isKept(thing, before, after)).toBe(true);
    expect(isKept(thing, before, month)).toBe(true);
  });

  test("nothing else is lost, and nothing would have to be repaired", async () => {
    expect(await packageFaults(input)).toEqual([]);
    expect((await compared(input, output, [listPart, tablePart])).lost).toEqual([]);
    expect((await compared(later, second, [listPart, tablePart])).lost).toEqual([]);
    expect(await packageFaults(second)).toEqual([]);
  });
});
