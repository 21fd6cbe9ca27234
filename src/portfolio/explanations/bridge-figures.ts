/** The lines of the money bridge, of all clients or of a department's or manager's rows. */
import type { BridgeKind, MoneyBridge, Movement } from "../../analysis";
import type { BridgeLine, FigureName } from "./figure-explanation";
import { many, one, type Many } from "./inputs";
import type { Figured } from "./portfolio-figures";

/** Rows of a movement that a bridge adds up. */
export interface BridgeRows {
  movement: Movement;
  bridge: MoneyBridge;
  rows: readonly number[];
}

const ground = { paragraph: 12, sources: ["GD"], windowed: true } as const;

const lineSign: Readonly<Record<"new" | "returned" | "growth" | "decline" | "lost", 1 | -1>> = {
  new: 1,
  returned: 1,
  growth: 1,
  decline: -1,
  lost: -1,
};

/** A line of the bridge, retention, and who bought. Source: methods §12. Null for every other figure, and what is not known. */
export function bridgeFigure(figure: FigureName, from: BridgeRows): Figured | null {
  const { bridge } = from;
  switch (figure) {
    case "opening":
    case "closing":
      return { ...ground, value: bridge[figure], working: { by: "sum", of: [columnOf(figure, from)] } };
    case "new":
    case "returned":
    case "growth":
    case "decline":
    case "lost":
      return {
        ...ground,
        value: bridge[figure],
        working: {
          by: "change",
          of: columnOf("closing", from, figure),
          less: columnOf("opening", from, figure),
          sign: lineSign[figure],
        },
      };
    case "netRetention":
    case "grossRetention": {
      const isNet = figure !== "grossRetention";
      const value = isNet ? bridge.netRetention : bridge.grossRetention;
      const line = (name: BridgeLine) => one(bridge[name]);
      return value === null
        ? null
        : {
            ...ground,
            value,
            working: {
              by: "retained",
              first: line("opening"),
              plus: isNet ? [line("growth")] : [],
              minus: [line("decline"), line("lost")],
            },
          };
    }
    case "clientsKept":
      return { ...ground, value: bridge.clientsKept, working: { by: "count", of: keptOf(from) } };
    case "newClients":
      return {
        ...ground,
        value: bridge.clients.new,
        working: { by: "count", of: columnOf("closing", from, "new") },
      };
    case "buyingClients": {
      const { new: came, returned } = bridge.clients;
      return {
        ...ground,
        value: bridge.clientsKept + came + returned,
        working: { by: "sum", of: [many([bridge.clientsKept, came, returned])] },
      };
    }
    case "newAverage": {
      const { new: count } = bridge.clients;
      if (count === 0) return null;
      return {
        ...ground,
        value: bridge.new / count,
        working: { by: "part", of: one(bridge.new), whole: one(count), times: 1 },
      };
    }
    default:
      return null;
  }
}

function columnOf(side: "opening" | "closing", { movement, rows }: BridgeRows, kind?: BridgeKind): Many {
  const of = kind ? rows.filter((row) => movement.kinds[row] === kind) : rows;
  return many(of.map((row) => movement[side][row]));
}

function keptOf({ movement, rows }: BridgeRows): Many {
  return many(rows.filter((row) => movement.kept[row] === 1).map((row) => movement.closing[row]));
}
