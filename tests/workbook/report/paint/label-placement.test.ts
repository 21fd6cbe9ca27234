import { placeLabels } from "../../../../src/workbook/report/paint/charts/label-placement";

const free = [{ x: 200, y: 100 }];

test("a label stands on the right where there is room", () => {
  expect(placeLabels([{ ...free[0], text: "Alpha" }], free, 400, 200)).toEqual(["Right"]);
});

test("a label at the right edge turns to the left", () => {
  const point = { x: 395, y: 100 };
  expect(placeLabels([{ ...point, text: "Alpha Trading House" }], [point], 400, 200)).toEqual(["Left"]);
});

test("two clients in one place have their labels on different sides, the larger first", () => {
  const points = [
    { ...free[0], text: "Alpha" },
    { ...free[0], text: "Beta" },
  ];
  const [first, second] = placeLabels(points, free, 400, 200);
  expect(first).toBe("Right");
  expect(second).not.toBe("Right");
});

test("a label avoids the marker beside it", () => {
  const neighbour = { x: 215, y: 100 };
  const [position] = placeLabels([{ ...free[0], text: "Alpha" }], [...free, neighbour], 400, 200);
  expect(position).not.toBe("Right");
});
