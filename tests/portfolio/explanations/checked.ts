import { type Classification, columnIndex, figuresOf, replayOf } from "../../../src/portfolio";
import {
  type ClientExplanation,
  Explainer,
  type FigureExplanation,
  type FigureName,
  type GroupName,
  clientFigureNames,
  figureNames,
} from "../../../src/portfolio/explanations";
import { Draws } from "../../draws";
import { randomClassification } from "./random-portfolios";
import { isSame, recomputed, recomputedBeside, recomputedFigure } from "./recompute";

type Figures = ReturnType<typeof figuresOf>;
type ClientFigures = Figures["clients"][number];

/** An explanation that does not hold, with the seed of its portfolio. */
export interface Broken {
  seed: number;
  what: string;
  figure: unknown;
  explained: unknown;
  recomputed: unknown;
}

/** How many explanations were looked at, of which figures, and which of them do not hold. */
export interface Looked {
  count: number;
  broken: Broken[];
  figures: ReadonlySet<string>;
}

/** Explanations looked at in one random portfolio, and those of them that do not hold. */
export function checkPortfolio(seed: number, mostClients: number): Looked {
  const draws = Draws.scattered(seed);
  const classification = randomClassification(draws);
  if (!classification) return { count: 0, broken: [], figures: new Set() };
  const explainer = new Explainer(classification);
  const figures = figuresOf(classification, { today: "2025-02-15", language: "en" });
  const broken: Broken[] = [];
  const seen = new Set<string>();
  let count = 0;
  const look = (what: string, figure: unknown, explained: unknown, again: unknown) => {
    count++;
    if (!isSame(figure, explained) || !isSame(explained, again)) {
      broken.push({ seed, what, figure, explained, recomputed: again });
    }
  };
  const clients = draws.shuffled([...classification.portfolio.clients.keys()]).slice(0, mostClients);
  for (const client of clients) {
    for (const kind of clientFigureNames) {
      const explanation = explainer.ofClient(kind, client);
      const figure = figureOf(classification, figures.clients[client], explanation ?? kind);
      if (!explanation) {
        if (figure !== null && figure !== undefined) look(`${kind} ${client}`, figure, null, null);
        continue;
      }
      seen.add(kind);
      look(`${kind} ${client}`, figure, explanation.value, recomputed(explanation));
      for (const [own, again] of recomputedBeside(explanation))
        look(`${kind} ${client}, beside`, own, own, again);
    }
    const amount = explainer.ofClient("amount", client)!;
    const cells = amount.kind === "amount" && "periods" in amount.inputs && amount.inputs.periods.cells;
    if (cells && cells.more === 0) {
      look(`cells of amount ${client}`, amount.value, amount.value, sumOfCells(classification, cells.areas));
    }
    const other = explainer.otherAbc(client);
    if (other)
      look(`other abc ${client}`, classification.secondOpinion!.abc[client], other.value, recomputed(other));
  }
  const replay = replayOf(classification);
  for (const [name, explanation, figure] of reportFigures(explainer, figures, replay)) {
    if (explanation) {
      seen.add(explanation.figure);
      look(name, figure ?? explanation.value, explanation.value, recomputedFigure(explanation));
    } else if (figure !== null && figure !== undefined) look(name, figure, null, null);
  }
  return { count, broken, figures: seen };
}

/** What stands in the cells of some addresses, added up. */
function sumOfCells({ portfolio: { list } }: Classification, areas: readonly string[]): number {
  let sum = 0;
  for (const area of areas) {
    const [, first, top, last = first, bottom = top] = /!([A-Z]+)(\d+)(?::([A-Z]+)(\d+))?$/.exec(area)!;
    for (const { index, numbers } of list.columns) {
      const column = list.left + index;
      if (column < columnIndex(first) || column > columnIndex(last)) continue;
      for (let row = Number(top); row <= Number(bottom); row++) sum += numbers[row - 2 - list.top] || 0;
    }
  }
  return sum;
}

/** The same figure as the JSON of a run has it. */
function figureOf(
  classification: Classification,
  figures: ClientFigures,
  of: ClientExplanation | ClientExplanation["kind"],
): unknown {
  const kind = typeof of === "string" ? of : of.kind;
  const orNaN = (value: number | null | undefined) => value ?? NaN;
  switch (kind) {
    case "reasons":
      return figures.reasons;
    case "activity":
      return figures.activity?.status ?? null;
    case "expected":
      return figures.activity ? orNaN(figures.activity.expected) : null;
    case "atRisk":
      return figures.activity?.atRiskPerYear ?? null;
    case "profit":
      return classification.portfolio.profits ? orNaN(figures.profit) : null;
    case "pin":
      return figures.pinned?.status ?? null;
    case "xyz":
      return classification.portfolio.window.periods.length > 0 ? figures.xyz : null;
    case "amount":
    case "share":
    case "status":
    case "abc":
    case "quadrant":
    case "gap":
    case "nextContact":
    case "action":
      return figures[kind];
  }
}

type Named = readonly [string, FigureExplanation | null, unknown];

/** Every figure about more than one client, with what the JSON says where it has it: undefined where it has not. */
function reportFigures(
  explainer: Explainer,
  figures: Figures,
  replay: ReturnType<typeof replayOf>,
): readonly Named[] {
  const { concentration, bridge, processes, clients } = figures;
  const rate = (part: number, whole: number) => (whole > 0 ? part / whole : null);
  const known: Partial<Record<FigureName, unknown>> = {
    total: figures.total,
    clients: clients.length,
    keyByShare: clients.filter(({ status }) => status !== "regular").length,
    keyShare: processes.selection.keyShare,
    keyClients: clients.filter(({ reasons }) => reasons.length > 0).length,
    largestShare: Math.max(...clients.map(({ share }) => share)),
    ...concentration,
    ...(bridge && {
      opening: bridge.opening,
      new: bridge.new,
      returned: bridge.returned,
      growth: bridge.growth,
      decline: bridge.decline,
      lost: bridge.lost,
      closing: bridge.closing,
      netRetention: bridge.netRetention,
      grossRetention: bridge.grossRetention,
      clientsKept: bridge.clientsKept,
      newClients: processes.acquisition.clients,
      newAverage: processes.acquisition.average,
    }),
    unprofitablePart: processes.selection.unprofitableShare,
    ...(replay && {
      silenceWarned: rate(replay.silence.warned, replay.lost),
      silenceFalse: rate(replay.silence.falseAlarms, replay.silence.warnings),
      declineWarned: rate(replay.decline.warned, replay.lost),
      declineFalse: rate(replay.decline.falseAlarms, replay.decline.warnings),
      allWarned: rate(replay.all.warned, replay.lost),
      allFalse: rate(replay.all.falseAlarms, replay.all.warnings),
      plainWarned: rate(replay.plainRule.warned, replay.lost),
      plainFalse: rate(replay.plainRule.falseAlarms, replay.plainRule.warnings),
    }),
  };
  const groups = (["departments", "managers"] as const).flatMap((kind) =>
    (figures[kind] ?? []).flatMap((group) => {
      const name: GroupName = { kind, name: group.name };
      const manager = kind === "managers" ? figures.managers!.find((own) => own.name === group.name)! : null;
      const values: Partial<Record<FigureName, unknown>> = {
        groupAmount: group.amount,
        groupShare: group.share,
        groupClients: group.clients,
        groupKeyClients: group.keyClients,
        ...(manager && {
          groupLargestShare: manager.largestShare,
          groupProfit: manager.profit,
          groupAtRisk: manager.atRiskPerYear,
        }),
        ...("bridge" in group && {
          opening: group.bridge?.opening,
          netRetention: group.bridge?.netRetention,
        }),
      };
      return figureNames.map((figure): Named => [
        `${figure} of ${group.name}`,
        explainer.figure(figure, { group: name }),
        values[figure],
      ]);
    }),
  );
  return [
    ...figureNames.map((figure): Named => [figure, explainer.figure(figure, { replay }), known[figure]]),
    ...groups,
  ];
}
