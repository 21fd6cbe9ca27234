/** What a classification followed from, kept so short that it can be stored, and so exact that it tells what has changed. */
import type { Classification } from "../classification/classification";
import type { Membership, Portfolio } from "../clients/portfolio";
import { defaultPolicy, type Policy } from "../policy/policy";
import { STEP, type Steps } from "../steps";
import { Hash, threeLetters } from "./hash";

/** What a list can say of its clients besides their names and amounts. */
export const figureKinds = ["history", "scores", "profit", "people", "contacts", "pins"] as const;
export type FigureKind = (typeof figureKinds)[number];

/** Letters of a figure of one client. */
export const FIGURE_LETTERS = 3;
/** Of a client of which nothing of the kind is known. */
export const NOTHING_KNOWN = threeLetters(new Hash().value);

export interface Basis {
  rules: Policy;
  /** Of the list as a whole: its periods, its columns of scores, its money without a client. */
  whole: Readonly<Record<WholeKind, string>>;
  /** Three letters per client for every kind of which the list knows anything. */
  figures: Readonly<Partial<Record<FigureKind, readonly string[]>>>;
}

export const wholeKinds = ["periods", "scoreColumns", "withoutClient"] as const;
export type WholeKind = (typeof wholeKinds)[number];

/** What the classes followed from. Arrays have one entry per client. */
export function* basisSteps(classification: Classification): Steps<Basis> {
  const { portfolio, policy } = classification;
  const known: Partial<Record<FigureKind, string[]>> = {};
  const facts = factsOf(classification);
  const hash = new Hash();
  const clients = portfolio.clients.length;
  for (const [at, kind] of figureKinds.entries()) {
    const add = facts[kind];
    if (!add) continue;
    const figures = new Array<string>(clients);
    let isKnown = false;
    for (let client = 0; client < clients; client++) {
      if (client % STEP === 0) yield (at + client / clients) / figureKinds.length;
      add(client, hash.begin());
      const figure = threeLetters(hash.value);
      if (figure !== NOTHING_KNOWN) isKnown = true;
      figures[client] = figure;
    }
    if (isKnown) known[kind] = figures;
  }
  // Nothing follows from whose report it is, from whether it is proved, nor from what cells and formulas carry.
  const { preparedBy, proof, cards, formulaFormats } = defaultPolicy;
  return {
    rules: { ...policy, preparedBy, proof, cards, formulaFormats },
    whole: wholeOf(portfolio),
    figures: known,
  };
}

type Fact = (client: number, hash: Hash) => void;

/** Null for a kind of which the list has no column. */
function factsOf({ portfolio, pins }: Classification): Record<FigureKind, Fact | null> {
  const { history, window, wholeHistory, attractiveness, loyalty, profits, costs, potentials } = portfolio;
  const { contacts, flags, lossReasons } = portfolio;
  const row = (hash: Hash, cells: ArrayLike<number> | null | undefined, client: number, width: number) => {
    if (!cells) return;
    for (let i = 0; i < width; i++) {
      const value = cells[client * width + i];
      if (value !== 0 && !Number.isNaN(value)) hash.number(i).number(value);
    }
  };
  const people = [portfolio.managers, portfolio.departments].flatMap((of) => peopleOf(of, portfolio) ?? []);
  const marks = Object.values(flags);
  const revenue = costs?.direct || costs?.toServe ? costs.revenue : null;
  const money = [profits, costs?.direct, costs?.toServe, revenue, potentials].flatMap((column, i) =>
    column ? [{ column, i }] : [],
  );
  const histories = [
    { cells: history, periods: window.periods.length },
    ...(wholeHistory.amounts === history
      ? []
      : [{ cells: wholeHistory.amounts, periods: wholeHistory.periods.length }]),
  ];
  return {
    history(client, hash) {
      for (const { cells, periods } of histories) row(hash, cells, client, periods);
    },
    scores:
      attractiveness.headers.length + loyalty.headers.length === 0
        ? null
        : (client, hash) => {
            row(hash, attractiveness.scores, client, attractiveness.headers.length);
            row(hash, loyalty.scores, client, loyalty.headers.length);
          },
    profit:
      money.length === 0
        ? null
        : (client, hash) => {
            for (const { column, i } of money) {
              const value = column[client] ?? NaN;
              if (!Number.isNaN(value)) hash.number(i).number(value);
            }
          },
    people:
      people.length === 0
        ? null
        : (client, hash) => {
            for (const of of people) if (of[client] !== 0) hash.number(of[client]);
          },
    contacts:
      !contacts && marks.every((mark) => !mark) && !lossReasons
        ? null
        : (client, hash) => {
            const day = contacts?.last[client] ?? NaN;
            if (!Number.isNaN(day)) hash.number(day).number(contacts!.negative[client]);
            marks.forEach((mark, i) => {
              if (mark?.[client]) hash.number(i);
            });
            const reason = lossReasons?.[client];
            if (reason) hash.text(reason);
          },
    pins(client, hash) {
      const pin = pins[client];
      if (pin) hash.text(`${pin.status} ${pin.until} ${pin.reason}`);
    },
  };
}

/** What the list says of each client's managers or departments, in whatever order its rows stand. */
function peopleOf(membership: Membership | null, { clients }: Portfolio): Uint32Array | null {
  if (!membership) return null;
  const { header, groups, client, group, amount } = membership;
  const sums = new Uint32Array(clients.length);
  const names = groups.map((name) => new Hash().text(header).text(name).value);
  for (let pair = 0; pair < client.length; pair++) {
    sums[client[pair]] += new Hash(names[group[pair]]).number(amount[pair]).value;
  }
  return sums;
}

function wholeOf(portfolio: Portfolio): Record<WholeKind, string> {
  const { window, wholeHistory, attractiveness, loyalty, unnamedAmount, unnamedHistory } = portfolio;
  const periods = new Hash();
  for (const { start, end } of [...window.periods, ...wholeHistory.periods]) periods.text(start).text(end);
  const columns = new Hash();
  for (const { headers } of [attractiveness, loyalty]) columns.text(headers.join("\n"));
  const unnamed = new Hash().number(unnamedAmount).number(portfolio.unnamedProfit);
  for (const amount of unnamedHistory) unnamed.number(amount);
  return {
    periods: threeLetters(periods.value),
    scoreColumns: threeLetters(columns.value),
    withoutClient: threeLetters(unnamed.value),
  };
}
