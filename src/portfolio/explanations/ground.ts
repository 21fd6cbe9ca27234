import {
  type AbcBorders,
  type AbcClass,
  type AbcLevels,
  type ActivityBasis,
  abcBorders,
  abcLevels,
  activityBases,
} from "../../analysis";
import type { Classification } from "../classification/classification";
import { wholeAbcOf } from "../classification/classify";
import { type FactColumn, derivedFacts } from "../classification/derived-matrix";
import { activityRule } from "../classification/changes/over-time";
import { type ClientMargins, clientMargins } from "../classification/scenarios/safety";
import { type RegularityHistory, regularityHistory } from "../classification/regularity";
import type { Base, Frame } from "./frame";
import { ListCells } from "./list-cells";

/**
 * What explanations of one classification share, worked out when the first of them needs it: by the functions that
 * classified.
 */
export class Ground {
  readonly #made = new Map<string, unknown>();

  constructor(readonly classification: Classification) {}

  get cells(): ListCells {
    return this.once("cells", () => new ListCells(this.classification));
  }

  get margins(): (client: number) => ClientMargins {
    return this.once("margins", () => clientMargins(this.classification));
  }

  get wholeAbc(): readonly AbcClass[] {
    const { portfolio, policy, abc } = this.classification;
    return this.once("wholeAbc", () => wholeAbcOf(portfolio, policy, abc));
  }

  get regularity(): RegularityHistory {
    const { portfolio, policy } = this.classification;
    return this.once("regularity", () => regularityHistory(portfolio, policy));
  }

  get facts(): { attractiveness: FactColumn[]; loyalty: FactColumn[] } {
    const { portfolio, policy, record, activity, movement, variation } = this.classification;
    return this.once("facts", () =>
      derivedFacts(portfolio, { record, activity, movement, variation }, policy),
    );
  }

  /** Null where no period is complete. */
  get activity(): ((client: number) => ActivityBasis) | null {
    const { record, policy } = this.classification;
    return this.once("activity", () => record && activityBases(record, activityRule(policy)));
  }

  /** Amounts of a base as they were classified: a client without a profit counts as 0. */
  amounts(base: Base): Float64Array {
    const { base: main, baseAmounts, portfolio } = this.classification;
    if (base === main) return baseAmounts;
    return this.once(`amounts ${base}`, () =>
      base === "revenue" ? portfolio.amounts : portfolio.profits!.map((profit) => profit || 0),
    );
  }

  levels(base: Base): AbcLevels {
    return this.once(`levels ${base}`, () => abcLevels(this.amounts(base)));
  }

  borders(base: Base): AbcBorders {
    const { abc } = this.classification.policy;
    return this.once(`borders ${base}`, () => abcBorders(this.amounts(base), abc));
  }

  /** What every explanation says. */
  frame(paragraph: number, sources: Frame["sources"]): Frame {
    const { policy, base, portfolio } = this.classification;
    return { paragraph, sources, ruleSet: { preset: policy.ladder.preset, base }, asOf: portfolio.asOf };
  }

  ofClient(client: number, paragraph: number, sources: Frame["sources"]) {
    return { ...this.frame(paragraph, sources), client, name: this.classification.portfolio.clients[client] };
  }

  /** What is worked out for the first explanation that asks for it, by its name. */
  once<T>(what: string, make: () => T): T {
    if (!this.#made.has(what)) this.#made.set(what, make());
    return this.#made.get(what) as T;
  }
}
