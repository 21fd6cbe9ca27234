import { widthOf } from "../page/text-fit";

export type LabelPosition = "Right" | "Left" | "Top" | "Bottom";

/** A point of a scatter in points of the page, and the text beside it. */
export interface LabelledPoint {
  x: number;
  y: number;
  text: string;
}

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

const markerRadius = 4;
const size = 8;

/**
 * On which side of each point its label stands, so that labels cover each other, other markers and the frame as little
 * as possible: greedy, in the order given (the most important first). x grows to the right and y downwards, inside
 * `width` × `height`; `markers` are all points of the chart.
 */
export function placeLabels(
  points: readonly LabelledPoint[],
  markers: readonly { x: number; y: number }[],
  width: number,
  height: number,
): LabelPosition[] {
  const taken: Box[] = [];
  return points.map((point) => {
    const candidates = (["Right", "Left", "Top", "Bottom"] as const).map((position) => {
      const box = boxOf(point, position);
      const outside =
        Math.max(0, -box.left) +
        Math.max(0, box.right - width) +
        Math.max(0, -box.top) +
        Math.max(0, box.bottom - height);
      const labels = taken.reduce((covered, other) => covered + overlap(box, other), 0);
      const covered = markers.filter(({ x, y }) => overlap(box, markerBox(x, y)) > 0).length;
      return { position, box, cost: outside * 20 + labels * 3 + covered * 15 };
    });
    const best = candidates.reduce((best, each) => (each.cost < best.cost - 1e-9 ? each : best));
    taken.push(best.box);
    return best.position;
  });
}

function boxOf({ x, y, text }: LabelledPoint, position: LabelPosition): Box {
  const width = widthOf(text, size);
  const height = size * 1.3;
  const away = markerRadius + 2;
  switch (position) {
    case "Right":
      return { left: x + away, right: x + away + width, top: y - height / 2, bottom: y + height / 2 };
    case "Left":
      return { left: x - away - width, right: x - away, top: y - height / 2, bottom: y + height / 2 };
    case "Top":
      return { left: x - width / 2, right: x + width / 2, top: y - away - height, bottom: y - away };
    case "Bottom":
      return { left: x - width / 2, right: x + width / 2, top: y + away, bottom: y + away + height };
  }
}

function markerBox(x: number, y: number): Box {
  // Smaller than the marker: a label may touch its own point.
  const radius = markerRadius - 1;
  return { left: x - radius, right: x + radius, top: y - radius, bottom: y + radius };
}

function overlap(a: Box, b: Box): number {
  const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return width > 0 && height > 0 ? width * height : 0;
}
