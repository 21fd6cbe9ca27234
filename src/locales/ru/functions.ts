import type { functions as english, CellPlace, FoundValue } from "../en/functions";
import type { NumberDress, PluralForms } from "../wording/numbers";
import { quotedIn } from "../wording/quotes";

const quoted = quotedIn.ru;

const rowForms: PluralForms = { one: "строка", few: "строки", many: "строк", other: "строки" };
const columnForms: PluralForms = { one: "столбец", few: "столбца", many: "столбцов", other: "столбца" };
const weightForms: PluralForms = { one: "вес", few: "веса", many: "весов", other: "веса" };

const place = ({ row, column }: CellPlace) =>
  row === null && column === null
    ? ""
    : `, ${[row === null ? "" : `строка ${row}`, column === null ? "" : `столбец ${column}`].filter(Boolean).join(", ")}`;

function found(value: FoundValue, numbers: NumberDress): string {
  switch (value.kind) {
    case "text":
      return `текст ${quoted(value.text)}`;
    case "boolean":
      return value.value ? "ИСТИНА" : "ЛОЖЬ";
    case "error":
      return `ошибка ${errorNames[value.code] ?? value.code}`;
    case "number":
      return numbers.number(value.value, 10);
    case "unknown":
      return "не число";
  }
}

/** Error values as Russian Excel shows them; the others look the same in every language. */
const errorNames: Readonly<Record<string, string>> = {
  "#VALUE!": "#ЗНАЧ!",
  "#N/A": "#Н/Д",
  "#DIV/0!": "#ДЕЛ/0!",
  "#NUM!": "#ЧИСЛО!",
  "#REF!": "#ССЫЛКА!",
  "#NAME?": "#ИМЯ?",
  "#NULL!": "#ПУСТО!",
  "#SPILL!": "#ПЕРЕНОС!",
  "#CALC!": "#ВЫЧИСЛ!",
};

/** Formulas of Russian Excel that do without the cells that hold no numbers. */
const waysWithout = {
  amounts: "=KAM.KEYSHARE(amounts;ЕСЛИ(ЕЧИСЛО(amounts);amounts;0))",
  population: "=KAM.KEYSHARE(amounts;ЕСЛИ(ЕЧИСЛО(population);population;0))",
  groupedAmounts: "=KAM.KEYSHARE(amounts;ЕСЛИ(ЕЧИСЛО(amounts);amounts;0);groups;groups)",
  groupedPopulation: "=KAM.KEYSHARE(amounts;ЕСЛИ(ЕЧИСЛО(population);population;0);groups;populationGroups)",
  history: "=KAM.ABCXYZ(history;ЕСЛИ(ЕЧИСЛО(history);history;0))",
  historyPopulation: "=KAM.ABCXYZ(history;ЕСЛИ(ЕЧИСЛО(population);population;0))",
  concentration: "=KAM.CONCENTRATION(ЕСЛИ(ЕЧИСЛО(amounts);amounts;0))",
};

const size = (rows: number, columns: number, numbers: NumberDress) =>
  `${numbers.plural(rows, rowForms)} × ${numbers.plural(columns, columnForms)}`;

export const functions: typeof english = {
  concentration: {
    hhi: "HHI (0–10 000)",
    effectiveClients: "Эффективное число клиентов",
    cr1: "CR1",
    cr3: "CR3",
    cr5: "CR5",
    gini: "Джини",
  },
  problems: {
    notANumber: ({ argument, at, value }, numbers) =>
      `${argument}${place(at)}: нужно число, а здесь ${found(value, numbers)}.`,
    neededByAll: ({ argument, at, value, without }, numbers) =>
      `${argument}${place(at)}: нужно число, а здесь ${found(value, numbers)}. От него зависят и остальные результаты: введите число или посчитайте без этой ячейки: ${waysWithout[without]}.`,
    notAName: ({ argument, at, value }, numbers) =>
      `${argument}${place(at)}: нужно название, а здесь ${found(value, numbers)}.`,
    negative: ({ argument, at, value }, numbers) =>
      `${argument}${place(at)}: нужно число не меньше 0, а здесь ${numbers.number(value, 10)}.`,
    ragged: ({ argument }) => `${argument}: нужен диапазон со строками одинаковой длины.`,
    otherSize: ({ argument, rows, columns, like, likeRows, likeColumns }, numbers) =>
      `${argument}: размер ${size(rows, columns, numbers)}, а нужен как у ${like}: ${size(likeRows, likeColumns, numbers)}.`,
    otherRows: ({ argument, rows, like, likeRows }, numbers) =>
      `${argument}: ${numbers.plural(rows, rowForms)}, а нужно ${numbers.number(likeRows)}, как в ${like}.`,
    otherColumns: ({ argument, columns, like, likeColumns }, numbers) =>
      `${argument}: ${numbers.plural(columns, columnForms)}, а нужно ${numbers.number(likeColumns)}, как в ${like}.`,
    otherWeights: ({ argument, rows, columns, criteria }, numbers) =>
      `${argument}: размер ${size(rows, columns, numbers)}, а нужна одна строка или один столбец: ${numbers.plural(criteria, weightForms)}, по одному на критерий.`,
    weightsAllZero: ({ argument }) => `${argument}: хотя бы один вес должен быть больше 0.`,
    notASingleValue: ({ argument, rows, columns }, numbers) =>
      `${argument}: нужно одно значение, а указан диапазон ${size(rows, columns, numbers)}.`,
    needsBoth: ({ argument, missing }) =>
      `${argument} без ${missing}: чтобы посчитать доли внутри групп, укажите оба аргумента.`,
    limitNotAboveZero: ({ argument, value }, numbers) =>
      `${argument}: порог должен быть больше 0, а указано ${numbers.number(value, 10)}.`,
    limitAboveWhole: ({ argument, value }, numbers) =>
      `${argument}: порог не может быть выше 100 %, а указано ${numbers.limit(value)}.`,
    limitsOutOfOrder: ({ argument, value, lower, lowerValue }, numbers) =>
      `${argument} (${numbers.limit(value)}) не может быть меньше ${lower} (${numbers.limit(lowerValue)}). Если порог не указан, берётся значение по умолчанию.`,
    cutNotAboveZero: ({ argument, value }, numbers) =>
      `${argument}: граница должна быть больше 0, а указано ${numbers.number(value, 10)}.`,
    outsideScale: ({ argument, at, value, lowest, highest, cut }, numbers) =>
      `${argument}${place(at)}: нужна оценка от ${numbers.number(lowest)} до ${numbers.number(highest)}, а здесь ${numbers.number(value, 10)}. Для другой шкалы укажите ${cut}.`,
    noNumbers: ({ argument }) => `${argument}: нет ни одного числа, кроме 0, считать нечего.`,
    noGroup: ({ argument }) => `${argument}: у строки не указана группа, доли в группе у неё нет.`,
    unknownGroup: ({ group, argument }) => `Группы ${quoted(group)} нет в ${argument}.`,
    noCriteria: ({ argument }) => `${argument}: здесь не заполнен ни один критерий (с весом больше 0).`,
    zeroTotal: () => "Сумма равна 0, долей нет.",
    negativeTotal: () => "Сумма отрицательная, доли от неё не имеют смысла.",
    tooLarge: () => "Слишком большие числа, посчитать нельзя.",
    unexpected: () => "Не удалось разобрать аргументы.",
  },
};
