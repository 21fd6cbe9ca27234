import { wholeWords } from "../../mapping/headers/whole-words";

/** What a level holds, as a header names it. */
export type LevelMeaning = "client" | "manager" | "department" | "goods" | "document" | "account";

const meanings: readonly (readonly [LevelMeaning, RegExp])[] = [
  [
    "manager",
    wholeWords(
      "менеджер[ы]?|ответственн(?:ый|ые)|сотрудник[и]?|продавец|продавцы|managers?|rep|reps|salesperson|salesman|seller|owner|employee",
    ),
  ],
  [
    "department",
    wholeWords(
      "отдел[ы]?|департамент[ы]?|подразделени[ея]|филиал[ы]?|регион[ы]?|город[а]?|сектор[а]?|групп[аы]|категори[яи]|сегмент[ы]?|направлени[ея]|канал[ы]?|склад[ы]?|организаци[яи]|department|branch|region|city|sector|group|category|segment|team|channel|division|territory|country|state|type|warehouse",
    ),
  ],
  ["account", wholeWords("счет|счета|субсчет|ledger")],
  [
    "client",
    wholeWords(
      "контрагент[ы]?|клиент[ы]?|покупател[ьи]|заказчик[и]?|партнер[ы]?|дебитор[ы]?|компани[яи]|customers?|clients?|buyers?|accounts?|company|debtors?|partners?|sold to|bill to",
    ),
  ],
  [
    "goods",
    wholeWords(
      "номенклатур[аы]|товар[ы]?|продук(?:т|ты|ция)|услуг[аи]|артикул[ы]?|изделие|items?|products?|goods|sku|services?|materials?|articles?",
    ),
  ],
  [
    "document",
    wholeWords(
      "документ[ы]?|договор[ы]?|регистратор|сделк[аи]|заказ[ы]?|реализаци[яи]|накладн(?:ая|ые)|период|месяц|дат[аы]|documents?|invoices?|orders?|contracts?|transactions?|dates?|months?|opportunit(?:y|ies)|deals?|projects?|jobs?",
    ),
  ],
];

/**
 * The levels that headers over one column name, the topmost first: "Manager / Customer", `Контрагент` over `Номенклатура`,
 * "Сектор / Клиент". Empty where they name fewer than two.
 */
export function levelsOfHeaders(headerTexts: readonly string[]): readonly LevelMeaning[] {
  const parts = headerTexts.flatMap((text) => text.split(/[/\\|>→,;\n\r]|\s{2,}|\s-\s/));
  const levels = parts.flatMap((part) => levelsOfPart(part));
  return levels.length >= 2 ? levels : [];
}

function levelsOfPart(part: string): LevelMeaning[] {
  const text = part.toLowerCase().replaceAll("ё", "е");
  const found = meanings.flatMap(([meaning, words]) => {
    const at = text.search(words);
    return at < 0 ? [] : [{ at, meaning }];
  });
  found.sort((a, b) => a.at - b.at);
  // English puts the noun last: "Customer group" is a group. Russian endings tell nouns apart by themselves.
  const named = /[а-я]/.test(text) ? found : found.slice(-1);
  return named.map(({ meaning }) => meaning);
}

/** What each level of a tree is by the header: those that it names are the deepest ones, for folders stand above them unnamed. */
export function meaningsOfLevels(named: readonly LevelMeaning[], depth: number): (LevelMeaning | null)[] {
  const levels = new Array<LevelMeaning | null>(depth).fill(null);
  const from = Math.max(0, depth - named.length);
  for (let level = from; level < depth; level++) levels[level] = named[level - from];
  return levels;
}

/** Whether a text is nothing but the name of a level: `Номенклатура` in the row below the header. */
export function isLevelName(text: string): boolean {
  const folded = text.trim().toLowerCase().replaceAll("ё", "е");
  return meanings.some(([, words]) => words.exec(folded)?.[0] === folded);
}
