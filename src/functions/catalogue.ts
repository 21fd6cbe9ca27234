import { abcxyz } from "./abcxyz";
import { concentration } from "./concentration";
import { kaism } from "./kaism";
import { keyshare } from "./keyshare";
import { keystatus } from "./keystatus";
import type { ResultCell } from "./result";
import { score } from "./score";

/** A formula as Excel calls it: arguments in order, `null` for those left out. */
export type Formula = (...parameters: unknown[]) => ResultCell[][];

/** Every formula by its identifier in the metadata; in a cell it is `KAM.` and the identifier. */
export const catalogue = {
  KEYSHARE: keyshare,
  KEYSTATUS: keystatus,
  ABCXYZ: abcxyz,
  KAISM: kaism,
  SCORE: score,
  CONCENTRATION: concentration,
} as unknown as Readonly<Record<FormulaName, Formula>>;

export type FormulaName = "KEYSHARE" | "KEYSTATUS" | "ABCXYZ" | "KAISM" | "SCORE" | "CONCENTRATION";

export const formulaNames = Object.keys(catalogue) as readonly FormulaName[];
