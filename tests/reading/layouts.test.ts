/**
 * Lists of generated clients in generated layouts: their reading gives back the clients and amounts that were drawn, or asks
 * a question that one answer of leads to them. `npm run torture -- reading` draws others for as long as one likes.
 */
import fc from "fast-check";
import { layoutKinds } from "./generator";
import { pictureOf } from "./drawing";
import { verdictOf } from "./reading";

const layoutsPerKind = 22;

describe.each(layoutKinds.map((kind) => [kind.name, kind] as const))("%s", (_, { arbitrary }) => {
  test("are read as they were drawn, or asked about", async () => {
    const misread: string[] = [];
    let read = 0;
    for (const layout of fc.sample(arbitrary, { seed: 2026, numRuns: layoutsPerKind, unbiased: true })) {
      const verdict = await verdictOf(layout);
      if (verdict.kind === "right" || verdict.kind === "asked") read++;
      if (verdict.kind === "wrong" || verdict.kind === "misled") {
        misread.push(`${layout.kind}: ${verdict.why}\n${layout.sheets.map(pictureOf).join("\n")}`);
      }
    }
    expect(misread.join("\n\n")).toBe("");
    expect(read).toBeGreaterThan(layoutsPerKind * 0.9);
  });
});
