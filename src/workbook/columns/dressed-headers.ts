/** Headers that Keyfolio has dressed, as they look once their columns go: what somebody has given them since is hers. */
import { type HeaderLook, isSameLook, otherIn } from "../source/obstacles/header-look";

/** The look of more than half of several headers, as they were dressed together. */
export const mostHave = (looks: readonly HeaderLook[]): HeaderLook | null =>
  looks.length < 2
    ? null
    : (looks.find((look) => looks.filter((each) => isSameLook(each, look)).length > looks.length / 2) ??
      null);

/** Queues a cell to look in one respect as cells do that nobody has formatted. */
const plainly: Readonly<Record<keyof HeaderLook, (format: Excel.RangeFormat) => void>> = {
  bold: ({ font }) => (font.bold = false),
  color: ({ font }) => (font.color = "#000000"),
  fill: ({ fill }) => fill.clear(),
  horizontalAlignment: (format) => (format.horizontalAlignment = "General"),
  verticalAlignment: (format) => (format.verticalAlignment = "Bottom"),
  wrapText: (format) => (format.wrapText = false),
};

/**
 * Queues what of a header's look is as it was made to be taken off; in what is otherwise by now somebody has dressed it herself.
 * @param look as it was found
 * @param made as it was made
 */
export function undressOurs(format: Excel.RangeFormat, look: HeaderLook, made: HeaderLook): void {
  const ours = Object.keys(otherIn(made)) as (keyof HeaderLook)[];
  for (const part of ours) if (look[part] === made[part]) plainly[part](format);
}
