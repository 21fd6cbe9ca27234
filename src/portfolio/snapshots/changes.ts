import type { Policy } from "../policy/policy";
import { type Steps, STEP } from "../steps";
import { type FigureKind, type WholeKind, figureKinds, NOTHING_KNOWN, wholeKinds } from "./basis";
import { type FullSnapshot, clientsByKey, orderedText } from "./snapshot";

/** A rule by the words in which people speak of it. */
export type RuleName =
  | "preset"
  | "key"
  | "dependence"
  | "mono"
  | "base"
  | "groups"
  | "abc"
  | "xyz"
  | "matrix"
  | "decline"
  | "contacts"
  | "window"
  | "asOf"
  | "columns";

/** What is another now than when the workbook's results were made. */
export type Change =
  | { kind: "amounts" | "entered" | "left"; clients: number }
  /** Of clients whose amount is the same. */
  | { kind: "figures"; of: FigureKind; clients: number }
  | { kind: "whole"; of: WholeKind }
  /** The costs of the what-if that the sheets reckon with. */
  | { kind: "costs" }
  | { kind: "rule"; rule: RuleName };

const rules: Readonly<Record<RuleName, (policy: Policy) => unknown>> = {
  key: ({ ladder }) => (ladder.by === "share" ? ladder.key : ladder.by),
  dependence: ({ ladder }) => ladder.dependence,
  mono: ({ ladder }) => ladder.mono,
  preset: ({ ladder }) => ladder.preset,
  base: ({ base }) => base,
  groups: ({ joinGroups }) => joinGroups,
  abc: ({ abc }) => abc,
  xyz: ({ xyz }) => xyz,
  matrix: ({ kaism }) => kaism,
  decline: ({ activity }) => activity,
  contacts: ({ contacts }) => contacts,
  window: ({ window }) => window,
  asOf: ({ asOf }) => asOf,
  columns: ({ columns }) => columns,
};

/** The limits in words say more than the name of the set that they belong to. */
const limits: ReadonlySet<RuleName> = new Set(["key", "dependence", "mono"]);

/**
 * What has changed since a run, by kind and number: amounts, clients that came and went, other figures, rules. Empty where
 * both have one fingerprint.
 */
export function* changesSteps(then: FullSnapshot, now: FullSnapshot): Steps<readonly Change[]> {
  if (then.fingerprint === now.fingerprint) return [];
  const found = clientsByKey(then.clients);
  const counts = { amounts: 0, entered: 0 };
  const figures = new Map<FigureKind, number>();
  const known = new Set<number>();
  for (const [i, client] of now.clients.entries()) {
    if (i % STEP === 0) yield i / now.clients.length;
    const at = found(client);
    if (at === null || known.has(at)) {
      counts.entered++;
      continue;
    }
    known.add(at);
    if (then.clients[at].amount !== client.amount) {
      counts.amounts++;
      continue;
    }
    for (const kind of figureKinds) {
      const before = then.basis.figures[kind]?.[at] ?? NOTHING_KNOWN;
      const after = now.basis.figures[kind]?.[i] ?? NOTHING_KNOWN;
      if (before !== after) figures.set(kind, (figures.get(kind) ?? 0) + 1);
    }
  }
  const left = then.clients.length - known.size;
  return [
    ...(counts.amounts > 0 ? [{ kind: "amounts", clients: counts.amounts } as const] : []),
    ...figureKinds.flatMap((of) => {
      const clients = figures.get(of);
      return clients === undefined ? [] : [{ kind: "figures", of, clients } as const];
    }),
    ...wholeKinds
      .filter((of) => then.basis.whole[of] !== now.basis.whole[of])
      .map((of) => ({ kind: "whole", of }) as const),
    ...changedRules(then.basis.rules, now.basis.rules).map((rule) => ({ kind: "rule", rule }) as const),
    ...(counts.entered > 0 ? [{ kind: "entered", clients: counts.entered } as const] : []),
    ...(left > 0 ? [{ kind: "left", clients: left } as const] : []),
  ];
}

function changedRules(then: Policy, now: Policy): RuleName[] {
  const changed = (Object.keys(rules) as RuleName[]).filter(
    (rule) => orderedText(rules[rule](then)) !== orderedText(rules[rule](now)),
  );
  const hasLimits = changed.some((rule) => limits.has(rule));
  return changed.filter((rule) => rule !== "preset" || !hasLimits);
}
