/** The rules a user can choose, as JSON. */
import { type Cut, type KeyRule, type Limit, type PresetName, ladderPresets } from "../../analysis";
import { type ResultColumn, resultColumns } from "../list/source-list";
import type { PeriodChoice } from "../periods/period-choice";
import { Problem } from "../problem";

export type { Cut, KeyRule, Limit, PresetName };

/** Every rule a user can choose, as versioned JSON (kept in the workbook, exported as a file). Shares and limits are fractions. */
export interface Policy extends PeriodChoice {
  version: 1;
  ladder: {
    preset: PresetName;
    key: Limit;
    dependence: Limit | null;
    mono: Limit | null;
    /** What makes a client key: the share `key`, an amount of money in its place, or to be among the largest. */
    by: KeyRule;
  };
  /** What shares and ABC are computed from. Profit, when mapped, is the second opinion. */
  base: "revenue" | "profit";
  /** Rows of one parent group count as one client. */
  joinGroups: boolean;
  abc: {
    aLimit: number;
    bLimit: number;
    crossing: "up" | "down";
    /** "computed": limits that follow from the amounts themselves. */
    limits: "given" | "computed";
  };
  xyz: {
    method: "variation" | "frequency";
    variation: { xLimit: number; yLimit: number; deviation: "population" | "sample" };
    frequency: { xLimit: number; yLimit: number };
    leadingZeros: "skip" | "count";
    /** Whether the history is judged in its own periods or summed to quarters first. */
    step: "period" | "quarter";
  };
  kaism: {
    scale: { lowest: number; highest: number };
    attractivenessCut: Cut;
    loyaltyCut: Cut;
    /** Weight by criterion header; a criterion that is not named weighs 1. */
    weights: Readonly<Record<string, number>>;
    /** Whether the axes are derived from figures where the list has no criteria at all. */
    derived: boolean;
  };
  activity: {
    /** A client declines below this part of what was expected of it. */
    declineBelow: number;
  };
  service: {
    /** What an hour costs that somebody spends on a client; null: hours are no cost. */
    hourlyRate: number | null;
  };
  /** Days until the next contact is due, by the client's ABC class: after a positive or unknown result, and after a negative one. */
  contacts: Readonly<Record<"A" | "B" | "C", { positive: number; negative: number }>>;
  columns: readonly ResultColumn[];
  /** Who answers for the report, as Summary names them; null for nobody. No rule: it changes no figure. */
  preparedBy: string | null;
  /** Whether the report has its Proof sheet; null: only where nobody waits for it. No rule: it changes no figure. */
  proof: boolean | null;
  /** Status cells that carry what explains them, where Excel can show it; 0 for none. No rule: it changes no figure. */
  cards: number;
  /** Whether `KAM.KEYSHARE` and `KAM.SCORE` give their numbers a format, where Excel can. No rule: it changes no figure. */
  formulaFormats: boolean;
}

/** More cards than that make a workbook slow to open. */
export const mostCards = 2000;

/** Every preset that can be asked for by name. */
export const presetNames = Object.keys(ladderPresets) as readonly Exclude<PresetName, "own">[];

/** The limits of a preset as a policy holds them. */
export function ladderOf(preset: Exclude<PresetName, "own">): Policy["ladder"] {
  const { key, dependence, mono } = ladderPresets[preset];
  return {
    preset,
    key: { ...key },
    dependence: dependence && { ...dependence },
    mono: mono && { ...mono },
    by: "share",
  };
}

/** Days of "Деловая среда": a pause after a refusal. */
const contactRhythm = { positive: 10, negative: 14 };

/** The rules that hold until the user changes them (methods, "default policy"). */
export const defaultPolicy: Policy = {
  version: 1,
  ladder: ladderOf("delovaya-sreda-2023"),
  base: ladderPresets["delovaya-sreda-2023"].base,
  joinGroups: true,
  abc: { aLimit: 0.8, bLimit: 0.95, crossing: "up", limits: "given" },
  xyz: {
    method: "variation",
    variation: { xLimit: 0.1, yLimit: 0.25, deviation: "population" },
    frequency: { xLimit: 0.8, yLimit: 0.4 },
    leadingZeros: "skip",
    step: "period",
  },
  kaism: {
    scale: { lowest: 1, highest: 10 },
    attractivenessCut: "middle",
    loyaltyCut: "middle",
    weights: {},
    derived: false,
  },
  activity: { declineBelow: 0.7 },
  service: { hourlyRate: null },
  contacts: { A: contactRhythm, B: contactRhythm, C: contactRhythm },
  window: "complete",
  asOf: null,
  columns: resultColumns,
  preparedBy: null,
  proof: null,
  cards: mostCards,
  formulaFormats: false,
};

/** What makes a client key, with its limit: the ladder's share, or what was chosen in its place. */
export type KeyLimit = Limit | Exclude<KeyRule, "share">;

/** The limit in force of a ladder. */
export const keyLimitOf = ({ key, by }: Policy["ladder"]): KeyLimit => (by === "share" ? key : by);

/**
 * A policy with the key ladder and the base of a preset; everything else as in `rest`.
 *
 * @throws Problem unknownPreset that lists the known ones
 */
export function policyForPreset(preset: string, rest: Policy = defaultPolicy): Policy {
  const known = presetNames.find((name) => name === preset);
  if (!known) throw new Problem({ kind: "unknownPreset", preset, presets: presetNames });
  const { base, requiresJoinedGroups } = ladderPresets[known];
  return { ...rest, ladder: ladderOf(known), base, joinGroups: rest.joinGroups || requiresJoinedGroups };
}

/** Weight of a criterion by its header, 1 where none was given; a header may be called like a member that every object has. */
export function weightOf(weights: Policy["kaism"]["weights"], header: string): number {
  return Object.hasOwn(weights, header) ? weights[header] : 1;
}
