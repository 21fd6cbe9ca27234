import { isoDay } from "../../src/portfolio/periods/period";
import type { DrawnCell } from "./drawing";
import type { Language } from "./truth";

/** How the headers of periods are written. */
export interface PeriodDress {
  name: string;
  language: Language;
  /** Periods that it can write at most; without a year no more than are complete. */
  most: number;
  /** Least number of periods in which it says by itself that these are periods. */
  least: number;
  header(at: number): DrawnCell;
}

const months = {
  en: "January February March April May June July August September October November December".split(" "),
  ru: "Январь Февраль Март Апрель Май Июнь Июль Август Сентябрь Октябрь Ноябрь Декабрь".split(" "),
};
const short = {
  en: months.en.map((month) => month.slice(0, 3)),
  ru: "янв фев мар апр май июн июл авг сен окт ноя дек".split(" "),
};
const shortWithPoint = "янв. февр. март апр. май июнь июль авг. сент. окт. нояб. дек.".split(" ");
const roman = ["I", "II", "III", "IV"];

const two = (number: number): string => String(number).padStart(2, "0");
const firstYear = 2024;
const yearOf = (at: number) => firstYear + Math.floor(at / 12);
const monthOf = (at: number) => (at % 12) + 1;
const quarterOf = (at: number) => ({ year: 2021 + Math.floor(at / 4), quarter: (at % 4) + 1 });

export const serialOf = (year: number, month: number, day: number): number =>
  Math.floor(Date.UTC(year, month - 1, day) / 86_400_000) + 25_569;
const lastDay = (at: number): string => isoDay(serialOf(yearOf(at), monthOf(at) + 1, 1) - 25_570).slice(8);

type Writer = (at: number) => string | DrawnCell;
const dress = (language: Language, name: string, most: number, write: Writer, least = 2): PeriodDress => ({
  name,
  language,
  most,
  least,
  header(at) {
    const written = write(at);
    return typeof written === "string" ? { value: written } : written;
  },
});
const dated = (numberFormat: string): Writer => {
  return (at) => ({ value: serialOf(yearOf(at), monthOf(at), 1), format: { numberFormat } });
};

const inBoth = (["en", "ru"] as const).flatMap((language): PeriodDress[] => [
  dress(language, "2024-01", 24, (at) => `${yearOf(at)}-${two(monthOf(at))}`),
  dress(language, "01.2024", 24, (at) => `${two(monthOf(at))}.${yearOf(at)}`),
  dress(language, "31.01.2024", 24, (at) => `${lastDay(at)}.${two(monthOf(at))}.${yearOf(at)}`),
  dress(language, "202401", 24, (at) => `${yearOf(at)}${two(monthOf(at))}`, 3),
  dress(language, "202401 as numbers", 24, (at) => ({ value: yearOf(at) * 100 + monthOf(at) }), 3),
  dress(language, "2024M01", 24, (at) => `${yearOf(at)}M${two(monthOf(at))}`),
  dress(language, "dates as mmm yy", 24, dated("mmm yy")),
  dress(language, "dates as dd.mm.yyyy", 24, dated("dd.mm.yyyy")),
  dress(language, "years as numbers", 5, (at) => ({ value: 2021 + at })),
  dress(language, "years as text", 5, (at) => String(2021 + at)),
  dress(language, "FY19", 6, (at) => `FY${19 + at}`),
  dress(language, "FY2019-20", 6, (at) => `FY${2019 + at}-${20 + at}`),
  dress(language, "W01", 20, (at) => `W${two(at + 1)}`, 3),
  dress(language, "Q1 2024", 16, (at) => `Q${quarterOf(at).quarter} ${quarterOf(at).year}`),
  dress(language, "short month alone", 10, (at) => short[language][at]),
  dress(language, "month alone", 10, (at) => months[language][at]),
]);

export const periodDresses: readonly PeriodDress[] = [
  ...inBoth,
  dress("en", "Jan 2024", 24, (at) => `${short.en[at % 12]} ${yearOf(at)}`),
  dress("en", "January 2024", 24, (at) => `${months.en[at % 12]} ${yearOf(at)}`),
  dress("en", "Jan-24", 24, (at) => `${short.en[at % 12]}-${yearOf(at) % 100}`),
  dress("en", "Jan'24", 24, (at) => `${short.en[at % 12]}'${yearOf(at) % 100}`),
  dress("en", "Q1 21", 16, (at) => `Q${quarterOf(at).quarter} ${quarterOf(at).year % 100}`),
  dress("en", "2021 Q1", 16, (at) => `${quarterOf(at).year} Q${quarterOf(at).quarter}`),
  dress("en", "NetSales2019", 6, (at) => `NetSales${2019 + at}`),
  dress("en", "Sales 2019", 6, (at) => `Sales ${2019 + at}`),
  dress("en", "Sum of Jan", 10, (at) => `Sum of ${short.en[at]}`),
  dress("en", "Revenue Jan 2024", 24, (at) => `Revenue ${short.en[at % 12]} ${yearOf(at)}`),
  dress("en", "Month 1", 10, (at) => `Month ${at + 1}`),
  dress("en", "H1 2021", 8, (at) => `H${(at % 2) + 1} ${2021 + Math.floor(at / 2)}`),
  dress("ru", "янв 2024", 24, (at) => `${short.ru[at % 12]} ${yearOf(at)}`),
  dress("ru", "янв.24", 24, (at) => `${short.ru[at % 12]}.${yearOf(at) % 100}`),
  dress("ru", "янв. 24 г.", 24, (at) => `${shortWithPoint[at % 12]} ${yearOf(at) % 100} г.`),
  dress("ru", "Январь 2024", 24, (at) => `${months.ru[at % 12]} ${yearOf(at)}`),
  dress("ru", "Январь 2024 г.", 24, (at) => `${months.ru[at % 12]} ${yearOf(at)} г.`),
  dress("ru", "январь 2024 года", 24, (at) => `${months.ru[at % 12].toLowerCase()} ${yearOf(at)} года`),
  dress("ru", "I квартал 2021", 16, (at) => `${roman[at % 4]} квартал ${quarterOf(at).year}`),
  dress("ru", "1 кв. 2021", 16, (at) => `${(at % 4) + 1} кв. ${quarterOf(at).year}`),
  dress("ru", "1 полугодие 2021", 8, (at) => `${(at % 2) + 1} полугодие ${2021 + Math.floor(at / 2)}`),
  dress("ru", "2021 год", 5, (at) => `${2021 + at} год`),
  dress("ru", "Выручка 2021", 5, (at) => `Выручка ${2021 + at}`),
  dress("ru", "Месяц 1", 10, (at) => `Месяц ${at + 1}`),
  dress("ru", "Сумма по полю янв", 10, (at) => `Сумма по полю ${short.ru[at]}`),
  dress("ru", "Выручка за янв 2024, руб.", 24, (at) => `Выручка за ${short.ru[at % 12]} ${yearOf(at)}, руб.`),
  dress("ru", "Отгрузка, янв 2024", 24, (at) => `Отгрузка, ${short.ru[at % 12]} ${yearOf(at)}`),
];

export const dressesOf = (language: Language): readonly PeriodDress[] =>
  periodDresses.filter((one) => one.language === language);

export { firstYear, months, short };
