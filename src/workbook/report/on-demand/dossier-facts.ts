import { sum } from "../../../analysis";
import type { Language } from "../../../locales";
import {
  isoDay,
  keyLimitOf,
  knowsSteadiness,
  mainGroupsOfClients,
  type Classification,
} from "../../../portfolio";
import { comparedWindow, reportWordsOf } from "../pages/subject";

/** A line of a dossier: what, how it stands, and the fact that it follows from. */
export interface DossierFact {
  label: string;
  value: string;
  why: string;
}

export interface SubjectFacts {
  facts: readonly DossierFact[];
  code: string;
  managers: string;
  departments: string;
}

/** Of documents, a client can have the managers of many. */
const mostNamed = 3;

type Texts = ReturnType<typeof wordsOf>;
type Line = (
  classification: Classification,
  client: number,
  words: Texts,
) => [value: string, why: string] | null;

const wordsOf = (language: Language) => ({
  ...reportWordsOf(language),
  own: reportWordsOf(language).report.dossier,
});

/** What the list tells of a client; what it does not tell is left out. */
export function subjectFacts(
  classification: Classification,
  client: number,
  language: Language,
): SubjectFacts {
  const words = wordsOf(language);
  const { portfolio } = classification;
  const count = portfolio.clients.length;
  const lines: readonly (readonly [keyof Texts["own"]["labels"], Line])[] = [
    ["status", statusLine],
    ["pinned", pinnedLine],
    ["reasons", reasonsLine],
    ["abc", abcLine],
    ["xyz", xyzLine],
    ["quadrant", quadrantLine],
    ["activity", activityLine],
    ["change", changeLine],
    ["profit", profitLine],
    ["contact", contactLine],
    ["lossReason", lossReasonLine],
  ];
  return {
    facts: lines.flatMap(([label, line]) => {
      const found = line(classification, client, words);
      return found ? [{ label: words.own.labels[label], value: found[0], why: found[1] }] : [];
    }),
    code: portfolio.codes?.[client] ?? "",
    managers: mainGroupsOfClients(portfolio.managers, count)[client].slice(0, mostNamed).join(", "),
    departments: mainGroupsOfClients(portfolio.departments, count)[client].slice(0, mostNamed).join(", "),
  };
}

const statusLine: Line = (
  { shares, statuses, baseAmounts, total, policy },
  client,
  { own, report, columns },
) => {
  const { ladder } = policy;
  const rule = report.summary.ladder(
    report.summary.presets[ladder.preset],
    keyLimitOf(ladder),
    ladder.dependence,
    ladder.mono,
  );
  return [
    own.status(shares[client], columns.statuses[statuses[client]]),
    own.statusWhy(baseAmounts[client], total, rule),
  ];
};

const pinnedLine: Line = ({ pins, statuses }, client, { own, columns }) => {
  const pin = pins[client];
  return (
    pin && [
      columns.pinned(columns.statuses[pin.status], pin.reason, pin.until),
      own.pinnedWhy(columns.statuses[statuses[client]]),
    ]
  );
};

const reasonsLine: Line = ({ reasons, types }, client, { columns, pane }) => {
  const type = types[client];
  return reasons[client].length === 0
    ? null
    : [
        reasons[client].map((reason) => columns.reasons[reason]).join(", "),
        type ? pane.clientCard.types[type] : "",
      ];
};

const abcLine: Line = ({ abc, baseAmounts, positiveTotal, policy }, client, { own, report }) => {
  const amount = baseAmounts[client];
  const partOf = (belongs: (other: number) => boolean) =>
    sum(baseAmounts.filter((other) => other > 0 && belongs(other))) / positiveTotal;
  const before = partOf((other) => other > amount);
  const { aLimit, bLimit, limits, crossing } = policy.abc;
  const why = !(amount > 0)
    ? own.abcNothing
    : before === 0
      ? own.abcLargest
      : limits === "computed"
        ? own.abcComputed(before)
        : crossing === "down"
          ? own.abcDown(
              partOf((other) => other >= amount),
              aLimit,
              bLimit,
            )
          : own.abcWhy(before, abc[client], aLimit, bLimit);
  return [report.abcXyz.abc[abc[client]], why];
};

const xyzLine: Line = (classification, client, { own, report }) => {
  const { xyz, variation, policy } = classification;
  if (!knowsSteadiness(classification)) return null;
  const { method } = policy.xyz;
  const { xLimit, yLimit } = policy.xyz[method];
  return [
    report.abcXyz.xyz[xyz[client]],
    xyz[client] === "N" ? own.xyzNone : own.xyzWhy(method, variation[client], xLimit, yLimit),
  ];
};

const quadrantLine: Line = (classification, client, { own, columns }) => {
  const { quadrants, attractiveness, loyalty, attractivenessCut, loyaltyCut, derivedScores } = classification;
  const quadrant = quadrants[client];
  return (
    quadrant && [
      columns.quadrants[quadrant],
      own.quadrantWhy(attractiveness[client], attractivenessCut, loyalty[client], loyaltyCut, derivedScores),
    ]
  );
};

const activityLine: Line = ({ activity, record }, client, { own, columns }) => {
  if (!activity || !record) return null;
  const silence = activity.silences[client];
  const longest = activity.limits[client];
  return [
    columns.activity[activity.statuses[client]],
    Number.isNaN(silence)
      ? own.activityNever
      : own.activityWhy(record.history.unit, silence, Number.isNaN(longest) ? null : longest),
  ];
};

const changeLine: Line = (classification, client, { own }) => {
  const { movement, bridge } = classification;
  const window = comparedWindow(classification);
  if (!movement || !bridge || !window) return null;
  const kind = movement.kinds[client];
  const [before, now] = [movement.opening[client], movement.closing[client]];
  const company = bridge.opening > 0 ? bridge.closing / bridge.opening - 1 : null;
  return [own.change(kind), own.changeWhy({ before, now, window, company })];
};

const profitLine: Line = ({ portfolio: { profits, costs, amounts } }, client, { own, report }) => {
  const profit = profits?.[client];
  if (profit === undefined || Number.isNaN(profit)) return null;
  const known = (column: Float64Array | null | undefined) => {
    const value = column?.[client];
    return value === undefined || Number.isNaN(value) ? null : value;
  };
  return [
    report.money(profit),
    own.profitWhy((costs?.revenue ?? amounts)[client], known(costs?.direct), known(costs?.toServe)),
  ];
};

const contactLine: Line = ({ nextContacts, portfolio, policy, abc }, client, { own }) => {
  const due = nextContacts?.due[client];
  if (due === undefined || Number.isNaN(due)) return null;
  const negative = portfolio.contacts!.negative[client] === 1;
  const days = policy.contacts[abc[client]][negative ? "negative" : "positive"];
  return [
    own.contact(isoDay(due), nextContacts!.overdue[client] === 1),
    own.contactWhy(isoDay(portfolio.contacts!.last[client]), negative, days),
  ];
};

const lossReasonLine: Line = ({ portfolio }, client) => {
  const reason = portfolio.lossReasons?.[client];
  return reason ? [reason, ""] : null;
};
