import type { rules as english } from "../../en/pane/rules";
import { numbersIn, type PluralForms } from "../../numbers";

const { number, percent, limit, plural } = numbersIn.ru;
const clientForms: PluralForms = { one: "клиент", few: "клиента", many: "клиентов", other: "клиента" };
const criterionForms: PluralForms = {
  one: "критерий",
  few: "критерия",
  many: "критериев",
  other: "критерия",
};

export const rules: typeof english = {
  noList: "Сначала выберите список: тогда здесь будет видно, что дадут ваши правила.",
  distribution: {
    class: "Класс",
    clients: "Клиентов",
    share: { revenue: "Выручки", profit: "Прибыли" },
    count: (count) => number(count),
    part: (share) => percent(share),
    recalculating: "Пересчитываем…",
  },
  problems: {
    notALimit: "Введите порог, например 80 % или 0,8.",
    notANumber: "Введите число.",
    notAboveZero: "Введите число больше 0.",
    aboveWhole: "Введите не больше 100 %.",
    below: (name, value) => `Не меньше порога «${name}», ${limit(value)}.`,
    above: (name, value) => `Не больше порога «${name}», ${limit(value)}.`,
    negativeWeight: "Введите вес от 0.",
    weightsAllZero: "Хотя бы один вес должен быть больше 0.",
    notWhole: "Введите целое число от 1.",
    tooManyPeriods: (count) =>
      `В списке ${plural(count, { one: "период", few: "периода", many: "периодов", other: "периода" })}.`,
    noPeriodInside: "Между этими днями нет ни одного периода из списка.",
    scaleOrder: (lowest) => `Введите больше наименьшей оценки, ${number(lowest, 2)}.`,
    negativeScore: "Введите число от 0.",
    notADay: "Введите дату.",
    dayOrder: "Не раньше первого дня.",
    keptInForce: "Пока действуют последние верные правила.",
  },

  ladder: {
    title: "Кто ключевой",
    preset: "Правило",
    sources: {
      "delovaya-sreda-2023": "«Деловая среда», «Ключевые клиенты» (2023).",
      "kolotilov-article": "Статья Колотилова о работе с ключевыми клиентами; доли в прибыли.",
      "kolotilov-2012": "Интервью Колотилова 2012 года; моноклиент — единственный клиент.",
      "asc-280":
        "Стандарты отчётности ASC 280 и МСФО (IFRS) 8: крупных покупателей раскрывают начиная с 10 %.",
      own: "Ваши собственные пороги.",
    },
    limits: { key: "Ключевой", dependence: "Зависимость", mono: "Моноклиент" },
    none: "Пустое поле — такого порога нет.",
    comparison: (name) => `${name}: включая порог или выше него`,
    inclusive: "≥",
    exclusive: ">",
    base: "Доли считать",
    bases: { revenue: "по выручке", profit: "по прибыли" },
    noProfit:
      "В списке нет ни прибыли, ни затрат, поэтому доли — по выручке. Укажите такой столбец на шаге «Список».",
    joinGroups: "Компании одной группы — один клиент",
    noGroups: "В списке нет столбца с группами компаний. Укажите его на шаге «Список».",
    groupsRequired: "По ASC 280 и МСФО (IFRS) 8 компании под общим контролем — один клиент.",
    distribution: "Клиенты по статусу",
  },

  abc: {
    title: "ABC: размер",
    summary: (a, b) => `A до ${limit(a)}, B до ${limit(b)}`,
    aLimit: "A до",
    bLimit: "B до",
    hint: "Доли нарастающим итогом, начиная с крупнейшего клиента.",
    crossing: "Клиент, который переходит границу,",
    crossings: { up: "относится к лучшему классу", down: "относится к следующему классу" },
    distribution: "Клиенты по размеру",
  },

  xyz: {
    title: "XYZ: стабильность",
    summaryVariation: (x, y) => `X до ${limit(x)}, Y до ${limit(y)}`,
    summaryFrequency: (x, y) => `X от ${limit(x)}, Y от ${limit(y)}`,
    noPeriods:
      "В списке нет периодов, поэтому о стабильности судить нельзя. Укажите столбцы с месяцами или кварталами на шаге «Список».",
    method: "Судить по тому,",
    methods: { variation: "насколько колеблются суммы", frequency: "как часто клиент покупает" },
    xLimit: { variation: "X до", frequency: "X от" },
    yLimit: { variation: "Y до", frequency: "Y от" },
    hint: {
      variation: "Коэффициент вариации: стандартное отклонение, делённое на среднее.",
      frequency: "Доля периодов с покупкой.",
    },
    deviation: "Стандартное отклонение",
    deviations: {
      population: "по всем периодам (СТАНДОТКЛОН.Г)",
      sample: "по выборке (СТАНДОТКЛОН.В)",
    },
    leadingZeros: "Периоды до первой покупки",
    leadingZerosChoices: { skip: "не считать", count: "считать нулями" },
    step: "Судить",
    steps: { period: "по периодам списка", quarter: "по кварталам" },
    distribution: "Клиенты по стабильности",
    histogram: {
      title: { variation: "Насколько колеблются суммы", frequency: "Как часто клиенты покупают" },
      beyond: "больше",
      limit: (name, value) => `${name} ${limit(value)}`,
      axis: (value) => limit(value),
      text: (from, to, most) =>
        `Больше всего клиентов, ${number(most)}, — от ${limit(from)} до ${limit(to)}.`,
    },
    oneClass: (name, part) =>
      `В класс ${name} попали ${percent(part)} клиентов: такие границы их не различают. Попробуйте:`,
    wider: (x, y) => `Границы ${limit(x)} и ${limit(y)}`,
    byQuarters: "По кварталам",
    byFrequency: "По частоте покупок",
  },

  matrix: {
    title: "Матрица клиентов (KAISM)",
    summary: (criteria) => (criteria === 0 ? "критериев в списке нет" : plural(criteria, criterionForms)),
    attractiveness: "Привлекательность для нас",
    loyalty: "Лояльность к нам",
    noCriteria: "На шаге «Список» для этой оси не указано ни одного столбца.",
    weight: "Вес",
    weightOf: (criterion) => `Вес: ${criterion}`,
    part: (share) => percent(share, 0),
    cut: "Высокая — от",
    cuts: {
      middle: "середины шкалы",
      mean: "средней оценки клиентов",
      median: "медианы клиентов",
      own: "своей оценки",
    },
    cutNow: (value) => `сейчас ${number(value, 2)}`,
    ownCut: "Оценка",
    ownCutHint: "Если сила — это отношение к лучшему конкуренту, то 1.",
    scale: "Шкала оценок",
    lowest: "Наименьшая",
    highest: "Наибольшая",
    distribution: "Клиенты по квадрантам",
    unscored: "Нет оценок",
  },

  periods: {
    title: "Периоды",
    window: "Какие периоды считать",
    windows: { complete: "все завершённые", last: "последние завершённые", range: "с одного дня по другой" },
    last: "Сколько",
    from: "С",
    to: "По",
    asOf: "На дату",
    asOfHint: "Период считается, если к этому дню он закончился. Пусто — сегодня.",
    inForce: (range) => `Сейчас считаются: ${range}.`,
    noPeriods: "В списке нет периодов.",
  },

  columns: {
    title: "Столбцы результата",
    summary: (chosen, all) => `${number(chosen)} из ${number(all)}`,
    legend: "Записываются рядом со списком по команде «Классифицировать строки»",
  },

  file: {
    title: "Правила файлом",
    intro: "Чтобы применить те же правила в другой книге.",
    fileName: "keyfolio-rules.json",
    save: "Сохранить файл",
    copy: "Копировать",
    load: "Загрузить из файла",
    saved: "Файл передан в загрузки. Если он там не появился, нажмите «Копировать».",
    copied: "Скопировано. Вставьте в текстовый файл, чтобы сохранить.",
    notCopied: "Копировать здесь нельзя. Нажмите «Сохранить файл».",
    loaded: (name) => `Действуют правила из файла ${name}.`,
    notRules: (name) =>
      `${name} — не файл правил Keyfolio. Выберите тот, что сохранён кнопкой «Сохранить файл». Ничего не изменилось.`,
    unchanged: "Ничего не изменилось.",
    reset: "Сбросить все правила",
    resetQuestion: "Все правила вернутся к исходным.",
    resetNow: "Сбросить",
    keep: "Оставить",
    wasReset: "Действуют исходные правила.",
  },
  clients: (count) => plural(count, clientForms),
};
