import type { PresetName } from "../../analysis";

/** Where a rule was taken from: the letters of the methods. Without any, the rule is Keyfolio's own. */
export type RuleSource = "DS" | "KA" | "KI" | "WA" | "GD" | "MW" | "ASC" | "ultschLoetsch" | "own";

/** What every explanation says beside its figure. */
export interface Frame {
  /** Paragraph of the methods that holds the rule. */
  paragraph: number;
  sources: readonly RuleSource[];
  /** Which limits hold, and what shares and ABC are taken of. */
  ruleSet: { preset: PresetName; base: Base };
  /** ISO day up to which everything is known. */
  asOf: string;
}

export type Base = "revenue" | "profit";
