import { Draws } from "../draws";

export type Language = "en" | "ru";

/** A client as it truly is; amounts in cents, one per period (or the one amount). */
export interface TrueClient {
  name: string;
  code: string;
  manager: string;
  department: string;
  city: string;
  amounts: readonly number[];
}

/** What a sheet is drawn from, and what its reading must give back. */
export interface Truth {
  language: Language;
  clients: readonly TrueClient[];
  /** Periods per client; 1 where there is one amount. */
  width: number;
}

/** How large the amounts are, and how they are rounded. */
export type Money = "whole" | "cents" | "thousands" | "large" | "likeYears";

export interface TruthChoices {
  language: Language;
  seed: number;
  clients: number;
  width: number;
  money: Money;
  /** Some amounts are zero. */
  gaps: boolean;
  /** Some amounts are negative. */
  returns: boolean;
}

const words = {
  en: {
    first:
      "Northern Bright Quiet Green Old Little Silver Royal Western Amber Coastal Granite Maple Iron".split(
        " ",
      ),
    second: "Mills Bakery Harbour Orchard Foundry Printers Textiles Motors Pharmacy Traders Logistics".split(
      " ",
    ),
    forms: ["Ltd", "Inc", "LLC", "GmbH", "Co", "AG", "Plc", "", "", "& Sons"],
    managers: ["Anna Smith", "Boris Reed", "Clara Jones", "Daniel Park", "Emma Stone"],
    departments: ["North", "South", "Key accounts", "Retail team"],
    cities: ["London", "Leeds", "Bristol", "York", "Bath"],
  },
  ru: {
    first: "Северная Светлая Тихая Зелёная Старая Малая Серебряная Дальняя Янтарная Озёрная Лесная".split(
      " ",
    ),
    second: "мельница пекарня гавань усадьба литейная типография мануфактура аптека верфь фабрика".split(" "),
    forms: ["ООО", "АО", "ЗАО", "ТОО", "", "", "ПАО"],
    managers: ["Иванова А.П.", "Петров С.И.", "Соколова Е.В.", "Кузнецов Д.А.", "Орлова М.Н."],
    departments: ["Отдел продаж 1", "Отдел продаж 2", "Отдел ключевых клиентов", "Розничный отдел"],
    cities: ["Москва", "Казань", "Тверь", "Пермь", "Омск"],
  },
};

function namesOf(draws: Draws, language: Language, count: number): string[] {
  const { first, second, forms } = words[language];
  const stems = draws.shuffled(first.flatMap((one) => second.map((two) => `${one} ${two}`))).slice(0, count);
  return stems.map((stem) => {
    const form = draws.pick(forms);
    if (form === "") return stem;
    if (language === "en") return `${stem} ${form}`;
    return draws.chance(0.7) ? `${form} «${stem}»` : `${stem}, ${form}`;
  });
}

/** Some large clients, many small ones. */
function amountOf(draws: Draws, money: Money, rank: number): number {
  const scale = 1 / (1 + rank * 0.35);
  const jitter = 0.4 + 1.2 * draws.next();
  switch (money) {
    case "whole":
      return 100 * Math.max(1, Math.round(90_000 * scale * jitter));
    case "cents":
      return Math.max(1, Math.round(9_000_000 * scale * jitter));
    case "thousands":
      return 100_000 * Math.max(1, Math.round(900 * scale * jitter));
    case "large":
      return Math.max(1, Math.round(9_000_000_000 * scale * jitter));
    case "likeYears":
      return 100 * draws.integer(1900, 2100);
  }
}

export function truthOf({ language, seed, clients, width, money, gaps, returns }: TruthChoices): Truth {
  const draws = new Draws(seed);
  const { managers, departments, cities } = words[language];
  const staff = draws.shuffled(managers).slice(0, draws.integer(2, managers.length));
  const names = namesOf(draws, language, clients);
  const firstCode = draws.integer(100, 9_000);
  const list = names.map((name, rank): TrueClient => {
    const amounts: number[] = Array.from({ length: width }, () => {
      if (gaps && draws.chance(width > 1 ? 0.2 : 0.05)) return 0;
      const amount = amountOf(draws, money, rank);
      return returns && draws.chance(0.1) ? -Math.round(amount / 1000) * 100 : amount;
    });
    // A client that bought nothing at all may be left out of a list with good reason.
    if (!amounts.some((amount) => amount !== 0)) amounts[0] = amountOf(draws, money, rank);
    const manager = draws.integer(0, staff.length - 1);
    return {
      name,
      code: String(firstCode + rank * 7 + draws.integer(0, 6)),
      manager: staff[manager],
      department: departments[manager % departments.length],
      city: draws.pick(cities),
      amounts,
    };
  });
  return { language, clients: draws.shuffled(list), width };
}

export const sumOf = (amounts: readonly number[]): number => amounts.reduce((sum, amount) => sum + amount, 0);
