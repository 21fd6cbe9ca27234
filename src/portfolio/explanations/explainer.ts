import type { Replay } from "../../analysis";
import type { Classification } from "../classification/classification";
import { explainActivity, explainAtRisk, explainExpected } from "./activity";
import { type BridgeRows, bridgeFigure } from "./bridge-figures";
import type { ClientExplanation, ClientFigure } from "./explanation";
import type { FigureExplanation, FigureName } from "./figure-explanation";
import { Ground } from "./ground";
import { groupFigure, pairsOf } from "./group-figures";
import { explainQuadrant } from "./matrix";
import { explainAmount, explainGap, explainProfit, explainShare } from "./money";
import { type Figured, portfolioFigures } from "./portfolio-figures";
import { replayFigure } from "./replay-figures";
import { explainAbc, explainXyz } from "./size-and-steadiness";
import { explainPin, explainReasons, explainStatus } from "./standing";
import { explainAction, explainNextContact } from "./what-to-do";

/** A department or a manager by its name. */
export interface GroupName {
  kind: "departments" | "managers";
  name: string;
}

const ofClient: Readonly<Record<ClientFigure, (ground: Ground, client: number) => ClientExplanation | null>> =
  {
    amount: explainAmount,
    share: explainShare,
    status: explainStatus,
    abc: (ground, client) => explainAbc(ground, client, ground.classification.base),
    xyz: explainXyz,
    quadrant: explainQuadrant,
    activity: explainActivity,
    expected: explainExpected,
    atRisk: explainAtRisk,
    profit: explainProfit,
    gap: explainGap,
    reasons: explainReasons,
    pin: explainPin,
    nextContact: explainNextContact,
    action: explainAction,
  };

/** Every figure of a client that can be explained. */
export const clientFigureNames = Object.keys(ofClient) as readonly ClientFigure[];

/**
 * Explains the figures of one classification (methods §15): value, rule, what went in with its cells, limit and distance. All
 * of it comes from the functions that classified. What several explanations need is worked out once.
 */
export class Explainer {
  readonly #ground: Ground;

  constructor(readonly classification: Classification) {
    this.#ground = new Ground(classification);
  }

  /** A figure of a client; null where the list does not know it. O(rows of the client + periods) after the first one. */
  ofClient(figure: ClientFigure, client: number): ClientExplanation | null {
    return ofClient[figure](this.#ground, client);
  }

  /** ABC by the base that the rules do not take; null where there is none. */
  otherAbc(client: number): ClientExplanation | null {
    const { secondOpinion } = this.classification;
    return secondOpinion && explainAbc(this.#ground, client, secondOpinion.base);
  }

  /**
   * A figure of the report; null where it is not known.
   * @param group the department or manager that it belongs to @param replay of the alarms, for its figures
   */
  figure(
    figure: FigureName,
    { group = null, replay = null }: { group?: GroupName | null; replay?: Replay | null } = {},
  ): FigureExplanation | null {
    const found = this.#figured(figure, group, replay);
    if (!found) return null;
    const { value, working, paragraph, sources, limits, windowed } = found;
    const { movement, record } = this.classification;
    return {
      ...this.#ground.frame(paragraph, sources),
      kind: "figure",
      figure,
      group,
      value,
      working,
      window:
        windowed && movement && record ? { periods: movement.periods, unit: record.history.unit } : null,
      limits: limits ?? { lowest: null, highest: null },
    };
  }

  #figured(figure: FigureName, group: GroupName | null, replay: Replay | null): Figured | null {
    if (group) {
      const at = this.classification[group.kind]?.groups.findIndex(({ name }) => name === group.name) ?? -1;
      if (at < 0) return null;
      const rows = this.#bridgeOfGroup(group.kind, at);
      return (rows && bridgeFigure(figure, rows)) ?? groupFigure(figure, this.#ground, group.kind, at);
    }
    const maker = portfolioFigures[figure];
    if (maker) return maker(this.#ground);
    const { movement, bridge } = this.classification;
    const rows = movement && bridge && { movement, bridge, rows: movement.kinds.map((_, row) => row) };
    return (rows && bridgeFigure(figure, rows)) ?? (replay && replayFigure(figure, replay));
  }

  #bridgeOfGroup(kind: GroupName["kind"], at: number): BridgeRows | null {
    const found = this.classification[kind]!;
    const { bridge } = found.groups[at];
    return found.movement && bridge && { movement: found.movement, bridge, rows: pairsOf(found, at) };
  }
}
