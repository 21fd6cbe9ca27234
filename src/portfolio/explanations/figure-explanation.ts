import type { Limit } from "../../analysis";
import type { Frame } from "./frame";
import type { Many, One } from "./inputs";

export const bridgeLines = ["opening", "new", "returned", "growth", "decline", "lost", "closing"] as const;
export type BridgeLine = (typeof bridgeLines)[number];

/** Figures that are about all clients, or about the rows of one department or manager. */
const bridgeNames = [
  ...bridgeLines,
  "netRetention",
  "grossRetention",
  "clientsKept",
  "buyingClients",
  "newClients",
  "newAverage",
] as const;

const groupNames = [
  "groupAmount",
  "groupShare",
  "groupClients",
  "groupKeyClients",
  "groupLargestShare",
  "groupProfit",
  "groupAtRisk",
] as const;

const replayNames = [
  "silenceWarned",
  "silenceFalse",
  "declineWarned",
  "declineFalse",
  "allWarned",
  "allFalse",
  "plainWarned",
  "plainFalse",
] as const;
export type ReplayFigure = (typeof replayNames)[number];

/** Figures of the report that are about more than one client: of the whole portfolio, of a department or manager, of the replay. */
export const figureNames = [
  "total",
  "clients",
  "keyByShare",
  "keyShare",
  "keyClients",
  "largestShare",
  "hhi",
  "effectiveClients",
  "cr1",
  "cr3",
  "cr5",
  "topFifthShare",
  "gini",
  ...bridgeNames,
  "purchasesPerClient",
  "unprofitable",
  "unprofitablePart",
  "earned",
  "consumed",
  "costToServePer100",
  "atRiskTotal",
  "lostTotal",
  ...groupNames,
  ...replayNames,
] as const;
export type FigureName = (typeof figureNames)[number];

/** How a figure is computed from what goes in. */
export type Working =
  /** Σ of all numbers. */
  | { by: "sum"; of: readonly Many[] }
  /** (Σ of − Σ less) × sign. */
  | { by: "change"; of: Many; less: Many; sign: 1 | -1 }
  /** How many there are. */
  | { by: "count"; of: Many }
  /** How many meet at least one of the limits, client by client. */
  | { by: "meets"; tests: readonly { of: Many; limit: Limit }[] }
  /** Σ of one × times over Σ of the other. */
  | { by: "part"; of: Many | One; whole: Many | One; times: number }
  /** Σ of the `largest` numbers over Σ of all. */
  | { by: "largest"; of: Many; largest: number; whole: number }
  /** 10,000 × Σ (x/P)². */
  | { by: "squares"; of: Many }
  | { by: "inverse"; of: One }
  | { by: "gini"; of: Many }
  /** (first + Σ plus − Σ minus) ÷ first. */
  | { by: "retained"; first: One; plus: readonly One[]; minus: readonly One[] };

/** A figure of the report that is about more than one client. */
export interface FigureExplanation extends Frame {
  kind: "figure";
  figure: FigureName;
  /** Department or manager. */
  group: { kind: "departments" | "managers"; name: string } | null;
  value: number;
  working: Working;
  /** Periods of each window that are compared; null where none are. */
  window: { periods: number; unit: string } | null;
  /** A limit beside which the figure is read: 30–55 % for the key clients' share, 3 key clients per manager. */
  limits: { lowest: number | null; highest: number | null };
}
