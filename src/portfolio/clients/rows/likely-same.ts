import { STEP, type Steps } from "../../steps";

/** Legal forms in both languages, dots left out: they stand before or behind a name, or are forgotten. */
const legalForms = new Set(
  (
    "ооо оао зао пао ао нао ип тоо чп фгуп муп гуп нко ано сп одо уп зат тов " +
    "ltd limited inc incorporated llc llp lp plc corp corporation co company gmbh ag kg ohg ug se sa sas sarl sl srl spa " +
    "bv nv oy oyj ab as asa aps kft zrt doo dd pte pty sdn bhd"
  ).split(" "),
);
/** The same written out. */
const writtenOut =
  /(?:общество с ограниченной ответственностью|(?:открытое |закрытое |публичное )?акционерное общество|индивидуальный предприниматель)/g;

/** What is left of a name without what people write differently: ё, quotes, dots, legal form and its place (reading §3). */
export function nameWithoutDress(name: string): string {
  const folded = name.toLowerCase();
  const words = (plain.test(folded) ? folded.split(" ") : wordsOf(name)).filter(
    (word) => !legalForms.has(word),
  );
  return words.join(" ");
}

/** Words of plain letters and digits that hold no legal form written out: most names, and quick to tell. */
const plain = /^(?!.*(?:обществ|предпринимател))[a-zа-я\d]+(?: [a-zа-я\d]+)*$/;

function wordsOf(name: string): string[] {
  return name
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll("ё", "е")
    .replaceAll("&", " and ")
    .replace(/[\u200b-\u200f\u2060\ufeff]/g, "")
    .replace(writtenOut, " ")
    .replace(/(?<=(?:^|[^\p{L}])\p{L})\.(?=\p{L}(?:\.|$|[^\p{L}]))/gu, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .split(" ");
}

/**
 * Clients whose names are likely one firm in several spellings; they are never joined by themselves.
 * @returns groups of positions in `names`, each of two or more, in order of their first
 */
export function* likelySameSteps(names: readonly string[]): Steps<number[][]> {
  const firstOf = new Map<string, number>();
  const groups = new Map<number, number[]>();
  for (let i = 0; i < names.length; i++) {
    if (i % STEP === 0) yield i / names.length;
    const bare = nameWithoutDress(names[i]);
    if (bare === "") continue;
    const first = firstOf.get(bare);
    if (first === undefined) firstOf.set(bare, i);
    else if (groups.has(first)) groups.get(first)!.push(i);
    else groups.set(first, [first, i]);
  }
  return [...groups.values()].sort(([a], [b]) => a - b);
}
