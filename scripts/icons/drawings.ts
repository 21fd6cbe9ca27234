import path from "node:path";

/** Where the drawings (SVG) and the pictures made from them (PNG) are kept. */
export const iconFolder = path.join(__dirname, "../../assets/icons");

/** What there is a picture of: the add-in itself, and its two commands. */
export const iconNames = ["keyfolio", "classify", "report"] as const;

/** Sizes in pixels that Office takes for a button. */
export const iconSizes = [16, 20, 24, 32, 40, 48, 64, 80] as const;

export type IconName = (typeof iconNames)[number];
export type IconSize = (typeof iconSizes)[number];

/** Grids for which there is a drawing of its own; its lines lie on whole pixels there and at twice the size. */
const grids = [16, 20, 24, 32, 40] as const;

/** The drawing from which a picture of this size is made, by its path. */
export function drawingOf(name: IconName, size: IconSize): string {
  const grid = grids.find((each) => each === size) ?? size / 2;
  return path.join(iconFolder, `${name}-${grid}.svg`);
}

export const pictureOf = (name: IconName, size: IconSize): string =>
  path.join(iconFolder, `${name}-${size}.png`);
