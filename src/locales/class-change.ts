import type { Move } from "../portfolio/snapshots/moves";
import type { Texts } from "./texts";

type Words = Pick<Texts, "classMoves" | "columns">;

/** A class in words; null is no class. */
export function className(kind: Move["kind"], name: string | null, { classMoves, columns }: Words): string {
  if (name === null) return classMoves.nothing;
  if (kind === "status") return columns.statuses[name as keyof typeof columns.statuses];
  return kind === "quadrant" ? columns.quadrants[name as keyof typeof columns.quadrants] : name;
}

/** `ABC: B → A`, several with semicolons between. */
export const classChanges = (moves: readonly Move[], words: Words): string =>
  moves
    .map(({ kind, before, now }) => {
      const { change, kinds } = words.classMoves;
      return change(kinds[kind], className(kind, before, words), className(kind, now, words));
    })
    .join("; ");
