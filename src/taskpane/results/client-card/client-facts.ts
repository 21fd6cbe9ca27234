import { type Firmness, spanOf } from "../../../analysis";
import { textsOf, type Language } from "../../../locales";
import {
  clientMargins,
  isoDay,
  quadrantFlipsOf,
  variationViewsOf,
  type Classification,
  type ClientMargins,
  type Membership,
} from "../../../portfolio";
import { borderlineOf } from "../use-firmness";

/** A line of a client's card. */
export interface ClientFact {
  label: string;
  text: string;
}

const margins = new WeakMap<Classification, (client: number) => ClientMargins>();

/** The limits are looked for once per classification, however many cards are opened. */
function marginsOfClient(classification: Classification, client: number): ClientMargins {
  const known = margins.get(classification) ?? clientMargins(classification);
  margins.set(classification, known);
  return known(client);
}

/** What is known of a client, in the order in which a sales head asks for it. What the list does not tell is left out. */
export function clientFacts(
  classification: Classification,
  client: number,
  language: Language,
  firmness: Firmness | null,
): readonly ClientFact[] {
  const { facts } = textsOf[language].pane.clientCard;
  const { portfolio, base } = classification;
  const lines: readonly (readonly [string, string | null])[] = [
    [facts.amount[base], amountText(classification, client, language)],
    [facts.status, statusText(classification, client, language)],
    [facts.pinned, pinText(classification, client, language)],
    [facts.reasons, reasonsText(classification, client, language)],
    [facts.type, typeText(classification, client, language)],
    [facts.change, changeText(classification, client, language)],
    [facts.activity, activityText(classification, client, language)],
    [facts.profit, base === "profit" ? null : profitText(classification, client, language)],
    [facts.abc, abcText(classification, client, language)],
    [facts.xyz, xyzText(classification, client, language)],
    [facts.views, viewsText(classification, client, language)],
    [facts.safety, safetyText(classification, client, language, firmness)],
    [facts.quadrant, quadrantText(classification, client, language)],
    [facts.flips, flipsText(classification, client, language)],
    [facts.potential, potentialText(classification, client, language)],
    [facts.manager, groupsOf(portfolio.managers, client)],
    [facts.department, groupsOf(portfolio.departments, client)],
    [facts.contact, contactText(classification, client, language)],
    [facts.lossReason, portfolio.lossReasons?.[client] ?? null],
  ];
  return lines.flatMap(([label, text]) => (text ? [{ label, text }] : []));
}

type FactText = (classification: Classification, client: number, language: Language) => string | null;

const amountText: FactText = ({ baseAmounts, shares }, client, language) =>
  textsOf[language].pane.clientCard.amount(baseAmounts[client], shares[client]);

const statusText: FactText = (classification, client, language) => {
  const { columns, pane } = textsOf[language];
  const { statuses, baseAmounts } = classification;
  const { nextShareLimit: limit, toNextShareLimit: amount } = marginsOfClient(classification, client);
  const isNear = limit !== null && isWithinReach(amount, baseAmounts[client]);
  return pane.clientCard.status(
    columns.statuses[statuses[client]],
    isNear ? { limit, amount: amount! } : null,
  );
};

/** A limit that is further than what the client brings today says nothing about it. */
const isWithinReach = (distance: number | null, amount: number): boolean =>
  distance !== null && distance > 0 && distance <= amount;

const pinText: FactText = ({ pins }, client, language) => {
  const pin = pins[client];
  const { columns } = textsOf[language];
  return pin && columns.pinned(columns.statuses[pin.status], pin.reason, pin.until);
};

const reasonsText: FactText = ({ reasons }, client, language) =>
  reasons[client].map((reason) => textsOf[language].columns.reasons[reason]).join(", ");

const typeText: FactText = ({ types }, client, language) => {
  const type = types[client];
  return type && textsOf[language].pane.clientCard.types[type];
};

const changeText: FactText = ({ movement }, client, language) =>
  movement &&
  textsOf[language].pane.clientCard.change(
    movement.kinds[client],
    movement.opening[client],
    movement.closing[client],
  );

const activityText: FactText = ({ activity, record }, client, language) => {
  if (!activity || !record) return null;
  const { columns, pane } = textsOf[language];
  const status = activity.statuses[client];
  const silence = activity.silences[client];
  if (status === "potential" || Number.isNaN(silence)) return columns.activity[status];
  const next = activity.nextPurchases[client] - (spanOf(record.history) - 1);
  const isExpected = !Number.isNaN(next) && status !== "lost";
  return pane.clientCard.activity(
    columns.activity[status],
    record.history.unit,
    silence,
    isExpected ? Math.max(0, Math.round(next)) : null,
  );
};

const profitText: FactText = ({ portfolio: { profits, costs, amounts } }, client, language) => {
  const profit = profits?.[client];
  if (profit === undefined || Number.isNaN(profit)) return null;
  return textsOf[language].pane.clientCard.profit(profit, (costs?.revenue ?? amounts)[client]);
};

const abcText: FactText = (classification, client, language) => {
  const { portfolio: words, pane } = textsOf[language];
  const { abc, baseAmounts } = classification;
  const { toBetterAbc, toWorseAbc } = marginsOfClient(classification, client);
  const amount = baseAmounts[client];
  const near = (distance: number | null, reach: number) => (isWithinReach(distance, reach) ? distance : null);
  return pane.clientCard.abc(
    words.abc[abc[client]],
    near(toBetterAbc, amount),
    // Most clients would be in the last class if they bought nothing.
    near(toWorseAbc, amount / 2),
  );
};

const xyzText: FactText = ({ portfolio, policy, xyz, variation }, client, language) => {
  if (portfolio.window.periods.length === 0) return null;
  const { portfolio: words, pane } = textsOf[language];
  const own = xyz[client];
  return pane.clientCard.xyz(words.xyz[own], policy.xyz.method, own === "N" ? null : variation[client]);
};

const viewsText: FactText = (classification, client, language) => {
  const views = variationViewsOf(classification, client);
  if (!views) return null;
  const { byMonth, byQuarter, seasonAdjusted } = views;
  return textsOf[language].pane.clientCard.views(byMonth, byQuarter, seasonAdjusted);
};

function safetyText(
  classification: Classification,
  client: number,
  language: Language,
  firmness: Firmness | null,
): string | null {
  return firmness && textsOf[language].pane.clientCard.safety(borderlineOf(classification, firmness, client));
}

const flipsText: FactText = (classification, client, language) => {
  const { flip, flipWeight } = textsOf[language].pane.clientCard;
  const { score, weight } = quadrantFlipsOf(classification, client) ?? {};
  return [
    ...(score ? [flip(score.header, score.from, score.to)] : []),
    ...(weight ? [flipWeight(weight.header, weight.from, weight.to)] : []),
  ].join("; ");
};

const quadrantText: FactText = ({ quadrants, attractiveness, loyalty, derivedScores }, client, language) => {
  const { pane, portfolio: words } = textsOf[language];
  const quadrant = quadrants[client];
  const name = quadrant && words.quadrantNames[quadrant];
  return name && pane.clientCard.quadrant(name, attractiveness[client], loyalty[client], derivedScores);
};

const potentialText: FactText = ({ portfolio: { potentials, amounts } }, client, language) => {
  const potential = potentials?.[client];
  if (potential === undefined || Number.isNaN(potential)) return null;
  return textsOf[language].pane.clientCard.potential(potential, amounts[client]);
};

const contactText: FactText = ({ nextContacts }, client, language) => {
  const due = nextContacts?.due[client];
  if (due === undefined || Number.isNaN(due)) return null;
  return textsOf[language].pane.clientCard.contact(isoDay(due), nextContacts!.overdue[client] === 1);
};

function groupsOf(membership: Membership | null, client: number): string {
  const names: string[] = [];
  membership?.client.forEach((each, pair) => {
    if (each === client) names.push(membership.groups[membership.group[pair]]);
  });
  return names.join(", ");
}
