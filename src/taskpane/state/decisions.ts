import {
  canBeIgnored,
  type Finding,
  identityOf,
  type KeyStatus,
  markOfFinding,
  type Pin,
  type ReadingChoices,
} from "../../portfolio";

/** Something that the user decided about a list, besides what its columns mean. */
export type Decision =
  | { kind: "currency"; currency: string; rates: Readonly<Record<string, number>> | null }
  | { kind: "dayFirst"; dayFirst: boolean }
  | { kind: "level" }
  | { kind: "acceptTotal" }
  | { kind: "same"; names: readonly string[] }
  | { kind: "notClient"; name: string }
  | { kind: "isClient"; name: string }
  | { kind: "ignored"; findings: number }
  | { kind: "pin"; name: string; status: KeyStatus };

/** Decisions about single findings, most of them about names; the others are about the list as a whole. */
export const isAboutFindings = ({ kind }: Decision): boolean =>
  kind === "same" || kind === "notClient" || kind === "isClient" || kind === "ignored";

/** Everything that was decided, in the order in which a reader looks for it. */
export function decisionsOf(choices: ReadingChoices = {}): readonly Decision[] {
  const { currency, rates = null, dayFirst, level, acceptTotal } = choices;
  const { sameClients = [], notClients = [], areClients = [], ignored = [], pins = [] } = choices;
  return [
    ...(currency === undefined ? [] : [{ kind: "currency", currency, rates } as const]),
    ...(dayFirst === undefined ? [] : [{ kind: "dayFirst", dayFirst } as const]),
    ...(level === undefined ? [] : [{ kind: "level" } as const]),
    ...(acceptTotal ? [{ kind: "acceptTotal" } as const] : []),
    ...sameClients.map((names) => ({ kind: "same", names }) as const),
    ...notClients.map((name) => ({ kind: "notClient", name }) as const),
    ...areClients.map((name) => ({ kind: "isClient", name }) as const),
    ...(ignored.length === 0 ? [] : [{ kind: "ignored", findings: ignored.length } as const]),
    ...pins.map(({ client, status }) => ({ kind: "pin", name: client, status }) as const),
  ];
}

/** The choices as if the decision had not been made. */
export function without(choices: ReadingChoices, decision: Decision): ReadingChoices {
  const { sameClients, notClients, areClients } = choices;
  switch (decision.kind) {
    case "currency":
      return onlyDecided({ ...choices, currency: undefined, rates: undefined });
    case "dayFirst":
    case "level":
    case "acceptTotal":
      return onlyDecided({ ...choices, [decision.kind]: undefined });
    case "same":
      return onlyDecided({
        ...choices,
        sameClients: sameClients?.filter((names) => !isSame(names, decision.names)),
      });
    case "notClient":
      return onlyDecided({ ...choices, notClients: exceptName(notClients, decision.name) });
    case "isClient":
      return onlyDecided({ ...choices, areClients: exceptName(areClients, decision.name) });
    case "ignored":
      return onlyDecided({ ...choices, ignored: undefined });
    case "pin":
      return unpinned(choices, decision.name);
  }
}

/** The status of a client is what the user says, in place of what he said before. */
export const pinned = (choices: ReadingChoices, pin: Pin): ReadingChoices => ({
  ...choices,
  pins: [...(unpinned(choices, pin.client).pins ?? []), pin],
});

/** The status of a client is what its figures say. */
export const unpinned = (choices: ReadingChoices, client: string): ReadingChoices =>
  onlyDecided({
    ...choices,
    pins: choices.pins?.filter((pin) => identityOf(pin.client) !== identityOf(client)),
  });

/** These names are one client; a name that was joined with others brings them along. */
export function joined(choices: ReadingChoices, names: readonly string[]): ReadingChoices {
  const isOneOf = (group: readonly string[]) => group.some((name) => hasName(names, name));
  const before = choices.sameClients ?? [];
  const group: string[] = [];
  for (const name of [...before.filter(isOneOf).flat(), ...names]) {
    if (!hasName(group, name)) group.push(name);
  }
  return { ...choices, sameClients: [...before.filter((other) => !isOneOf(other)), group] };
}

/** The name is a client's, although it sounds like none or was said to be none. */
export function asClient(choices: ReadingChoices, name: string): ReadingChoices {
  const { notClients = [], areClients = [] } = choices;
  return hasName(notClients, name)
    ? onlyDecided({ ...choices, notClients: exceptName(notClients, name) })
    : { ...choices, areClients: [...exceptName(areClients, name), name] };
}

/** The finding needs no look any more. */
export function withIgnored(choices: ReadingChoices, finding: Finding): ReadingChoices {
  const mark = markOfFinding(finding);
  return { ...choices, ignored: [...(choices.ignored ?? []).filter((each) => each !== mark), mark] };
}

/** The findings that nobody has put aside. */
export function notIgnored(
  findings: readonly Finding[],
  { ignored = [] }: ReadingChoices = {},
): readonly Finding[] {
  if (ignored.length === 0) return findings;
  const marks = new Set(ignored);
  return findings.filter((finding) => !canBeIgnored(finding) || !marks.has(markOfFinding(finding)));
}

/** The name is nobody's: its money counts in the total only. */
export function asNoClient(choices: ReadingChoices, name: string): ReadingChoices {
  const { notClients = [], areClients = [] } = choices;
  return hasName(areClients, name)
    ? onlyDecided({ ...choices, areClients: exceptName(areClients, name) })
    : { ...choices, notClients: [...exceptName(notClients, name), name] };
}

const hasName = (names: readonly string[], name: string): boolean =>
  names.some((one) => identityOf(one) === identityOf(name));

const exceptName = (names: readonly string[] = [], name: string): readonly string[] =>
  names.filter((one) => identityOf(one) !== identityOf(name));

const isSame = (one: readonly string[], other: readonly string[]): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** Without what is not decided any more: choices are kept as plain JSON. */
export function onlyDecided(choices: ReadingChoices): ReadingChoices {
  const decided = Object.entries(choices).filter(
    ([, choice]) => choice !== undefined && !(Array.isArray(choice) && choice.length === 0),
  );
  return Object.fromEntries(decided);
}
