import { keyProposal, ladderPresets, meets, periodsOfYear } from "../../../analysis";
import {
  type AbcClass,
  type Note,
  type Quadrant,
  type XyzClass,
  hasOtherAbc,
  isAdvised,
  isPoolWhole,
  knowsSteadiness,
  notesOf,
  keyLimitOf,
} from "../../../portfolio";
import { comparedWindow, concentrationBefore, gapOf, nameOf, together, type Subject } from "./subject";

/** A conclusion of the Summary: what it is about, and the sentences. */
export interface Conclusion {
  lead: string;
  text: string;
}

/** What the sales head should take from the report, in full sentences. */
export function conclusionsOf(subject: Subject): Conclusion[] {
  const { leads } = subject.texts.report.summary;
  const conclusions: [string, readonly string[]][] = [
    [subject.texts.report.firstPage.movement, movement(subject)],
    [leads.key, keyClients(subject)],
    [leads.dependence, dependence(subject)],
    [leads.quadrants, quadrants(subject)],
    [leads.concentration, concentration(subject)],
    [leads.profit, secondOpinion(subject)],
    [leads.abc, abcClasses(subject)],
    [leads.xyz, xyzClasses(subject)],
  ];
  return conclusions
    .filter(([, sentences]) => sentences.length > 0)
    .map(([lead, sentences]) => ({ lead, text: sentences.join(" ") }));
}

export function isKey({ classification }: Subject, client: number): boolean {
  return classification.statuses[client] !== "regular";
}

function movement({ classification, texts }: Subject): string[] {
  const { bridge } = classification;
  const window = comparedWindow(classification);
  if (!bridge || !window) return [];
  const words = texts.report.firstPage;
  const isYear = window.periods % periodsOfYear(window.unit) === 0;
  return [words.movementOf({ ...bridge, added: bridge.new }, window), ...(isYear ? [] : [words.season])];
}

function keyClients(subject: Subject): string[] {
  const { classification, texts, ranking } = subject;
  const words = texts.report.summary;
  const key = keyLimitOf(classification.policy.ladder);
  const notes = notesOf(classification);
  const keys = [...ranking].filter((client) => isKey(subject, client));
  if (keys.length === 0) {
    const proposal = keyProposal(classification.baseAmounts, classification.total);
    return [
      words.keyNone(key, classification.base, clientFact(subject, ranking[0])),
      ...(proposal ? [texts.report.firstPage.keyProposal(proposal.share, proposal.top)] : []),
    ];
  }
  return [
    words.keySome(
      key,
      classification.base,
      keys.slice(0, 5).map((client) => clientFact(subject, client)),
      keys.length,
    ),
    ...notes.flatMap((note) => {
      if (note.kind === "keyClientsShare") return [words.corridor(note.share, note.position)];
      // A fifth of a few clients says nothing.
      if (note.kind === "keyClientsCount" && !notes.some(isFewClients))
        return [words.keyNumber(note.keyClients, note.clients, note.exceeds)];
      return [];
    }),
  ];
}

function dependence(subject: Subject): string[] {
  const { classification, texts, ranking } = subject;
  const words = texts.report.summary;
  const { dependence, mono } = classification.policy.ladder;
  if (!dependence) return [words.dependenceNoRung];
  const dependent = [...ranking].filter((client) =>
    ["dependence", "mono"].includes(classification.statuses[client]),
  );
  const early = diversifying(subject);
  if (dependent.length === 0) return [words.dependenceNone(dependence, classification.base), ...early];
  const sentences = dependent.slice(0, 3).flatMap((client) => {
    const isMono = mono !== null && classification.statuses[client] === "mono";
    const limit = isMono ? mono.value : dependence.value;
    const gap = gapOf(subject, client);
    return [
      words.dependenceOf(clientFact(subject, client), isMono, limit, classification.base),
      gap ? words.gap(gap.amount, gap.growth, dependence.value) : words.gapUndefined,
    ];
  });
  if (dependent.length > 3) sentences.push(words.dependenceMore(dependent.length - 3));
  return [...sentences, ...early];
}

/** Clients below the dependence limit for whose sake the source of the rule advises already to grow the others (methods §2, presets). */
function diversifying(subject: Subject): string[] {
  const { classification, texts, ranking } = subject;
  const { statuses, shares, policy } = classification;
  const { preset } = policy.ladder;
  const from = preset === "own" ? null : ladderPresets[preset].diversify;
  if (!from) return [];
  const found = [...ranking].filter(
    (client) => meets(shares[client], from) && !["dependence", "mono"].includes(statuses[client]),
  );
  if (found.length === 0) return [];
  const largest = found.slice(0, 3).map((client) => clientFact(subject, client));
  return [texts.report.summary.diversify(largest, found.length, from.value)];
}

function concentration(subject: Subject): string[] {
  const { classification, texts } = subject;
  const { hhi, effectiveClients, cr3, topFifthShare } = classification.concentration;
  const points = concentrationBefore(subject);
  const known = points && points.now.cr5 !== null && points.before.cr5 !== null;
  return [
    texts.report.summary.concentration(
      hhi,
      effectiveClients,
      cr3,
      topFifthShare,
      classification.base,
      isPoolWhole(classification),
    ),
    ...(known
      ? [
          texts.report.firstPage.dependenceChange(
            points.now.cr5!,
            points.before.cr5!,
            comparedWindow(classification)!,
          ),
        ]
      : []),
  ];
}

function abcClasses(subject: Subject): string[] {
  const { classification, texts } = subject;
  const of = (wanted: AbcClass) => together(subject, (client) => classification.abc[client] === wanted);
  return [texts.report.summary.abc({ A: of("A"), B: of("B"), C: of("C") }, classification.base)];
}

function xyzClasses(subject: Subject): string[] {
  const { classification, texts } = subject;
  const words = texts.report.summary;
  const { periods } = classification.portfolio.window;
  if (periods.length === 0) return [words.xyzNone];
  if (!knowsSteadiness(classification)) return [words.xyzTooShort(periods.length)];
  const classes = (["X", "Y", "Z", "N"] satisfies XyzClass[])
    .map((xyzClass) => ({
      xyzClass,
      ...together(subject, (client) => classification.xyz[client] === xyzClass),
    }))
    .filter(({ clients }) => clients > 0);
  const irregular = together(
    subject,
    (client) => classification.abc[client] === "A" && classification.xyz[client] === "Z",
  );
  return [
    words.xyz(classes, classification.base),
    ...(irregular.clients > 0 ? [words.largeIrregular(irregular)] : []),
  ];
}

/** Whether clients have a place in the matrix, by scores that people gave or by figures. */
export function hasMatrix({ classification }: Subject): boolean {
  return classification.quadrants.some((quadrant) => quadrant !== null);
}

function quadrants(subject: Subject): string[] {
  const { classification, texts, ranking } = subject;
  if (!hasMatrix(subject) || classification.derivedScores) return [];
  const words = texts.report.summary;
  const of = (wanted: Quadrant | null) =>
    together(subject, (client) => classification.quadrants[client] === wanted);
  const largest = (belongs: (client: number) => boolean) =>
    [...ranking]
      .filter(belongs)
      .slice(0, 3)
      .map((client) => nameOf(subject, client));
  const isIn = (wanted: Quadrant) => (client: number) => classification.quadrants[client] === wanted;
  const isToBe = (wanted: Quadrant) => (client: number) =>
    isAdvised(classification, client, `quadrant.${wanted}`);
  const mustBeSaved = (client: number) =>
    (["key", "development"] as const).some((wanted) => isIn(wanted)(client) && !isToBe(wanted)(client));
  const saved = together(subject, mustBeSaved).clients;
  const [invest, develop] = [isToBe("key"), isToBe("development")];
  const unscored = of(null).clients;
  return [
    words.quadrantsInvest(together(subject, invest), largest(invest), classification.base),
    words.quadrantsDevelop(together(subject, develop), largest(develop)),
    ...(saved > 0 ? [texts.report.firstPage.saveFirst(saved, largest(mustBeSaved))] : []),
    words.quadrantsRest(of("maintenance"), of("opportunistic")),
    ...(unscored > 0 ? [words.quadrantsUnscored(unscored)] : []),
  ];
}

function secondOpinion(subject: Subject): string[] {
  const { classification, texts } = subject;
  const { secondOpinion: second, policy } = classification;
  const words = texts.report.summary;
  if (!second) return [];
  const differing = classification.abc.filter((_, client) => hasOtherAbc(classification, client)).length;
  if (differing === 0) return [words.profitAgrees(second.base)];
  const keys = Array.from(second.shares.keys())
    .filter((client) => meets(second.shares[client], policy.ladder.key))
    .sort((a, b) => second.shares[b] - second.shares[a])
    .slice(0, 5)
    .map((client) => ({ name: nameOf(subject, client), share: second.shares[client] }));
  return [words.profitDiffers(differing, second.base, keys)];
}

function clientFact(subject: Subject, client: number) {
  return { name: nameOf(subject, client), share: subject.classification.shares[client] };
}

function isFewClients(note: Note): boolean {
  return note.kind === "fewClients" && note.scope === "company";
}
