import type { rules as english } from "../../en/pane/rules";
import { capital } from "../../capital";
import { numbersIn, type PluralForms } from "../../numbers";
import { steadinessRemedy } from "../steadiness-remedy";
import { quotedIn } from "../../quotes";

const quoted = quotedIn.ru;

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
    byRulesBefore: "По прежним порогам: введённое пока не действует.",
    recalculating: "Пересчитываем…",
  },
  problems: {
    notALimit: "Введите порог, например 80 % или 0,8.",
    notANumber: "Введите число.",
    notAboveZero: "Введите число больше 0.",
    aboveWhole: "Введите не больше 100 %.",
    below: (name, value) => `Не меньше порога ${quoted(name)}, ${limit(value)}.`,
    above: (name, value) => `Не больше порога ${quoted(name)}, ${limit(value)}.`,
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
        "Стандарты отчётности ASC 280 и МСФО (IFRS) 8: крупных покупателей раскрывают начиная с 10 %.",
      own: "Ваши собственные пороги.",
    },
    measure: "Ключевой — по",
    measures: { share: "доле", amount: "сумме", top: "месту среди крупнейших" },
    measureValue: { amount: "Ключевой от суммы", top: "Сколько крупнейших" },
    nobodyIsKey:
      "По этому правилу ключевых нет: ни один клиент не может поставить компанию под угрозу. Чтобы выделить тех, кому нужен персональный менеджер, возьмите:",
    takeShare: (share, count, part) =>
      `от ${limit(share)}: ${plural(count, clientForms)}, ${percent(part, 0)} всех продаж`,
    takeTop: (count, part) => `${number(count)} крупнейших: ${percent(part, 0)} всех продаж`,
    limits: { key: "Ключевой", dependence: "Зависимость", mono: "Моноклиент" },
    none: "Пустое поле — такого порога нет.",
    comparison: (name) => `${name}: включая порог или выше него`,
    inclusive: "≥",
    exclusive: ">",
    base: "Как считать доли",
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
    hint: "Клиенты складываются от крупнейшего к мелким: A дают, например, первые 80 %, B — следующие 15 %.",
    limits: "Пороги",
    limitChoices: { given: "свои", computed: "рассчитать по суммам" },
    computedSummary: "пороги рассчитаны по суммам",
    computedHint:
      "Класс A кончается там, где кривая сумм сильнее всего изгибается, B — там, где остальное уже не имеет веса (Ульч и Лётш, computed ABC analysis).",
    crossing: "Клиент на границе классов",
    crossings: { up: "относится к лучшему классу", down: "относится к следующему классу" },
    distribution: "Клиенты по размеру",
  },

  xyz: {
    title: "XYZ: стабильность",
    summaryVariation: (x, y) => `X до ${limit(x)}, Y до ${limit(y)}`,
    summaryFrequency: (x, y) => `X от ${limit(x)}, Y от ${limit(y)}`,
    noPeriodsSummary: "периодов в списке нет",
    noPeriods:
      "Стабильность видна по столбцам с месяцами или кварталами. В этом списке их нет, или они не указаны, поэтому класса XYZ нет.",
    method: "Стабильность — это",
    methods: { variation: "ровные суммы", frequency: "частые покупки" },
    xLimit: { variation: "X до", frequency: "X от" },
    yLimit: { variation: "Y до", frequency: "Y от" },
    hint: {
      variation: "Насколько суммы обычно отличаются от средней для клиента (коэффициент вариации).",
      frequency: "В какой части периодов клиент покупал.",
    },
    deviation: "Стандартное отклонение",
    deviations: { population: "по всем периодам", sample: "по выборке" },
    deviationFormulas: {
      population: "Как СТАНДОТКЛОН.Г в Excel.",
      sample: "Как СТАНДОТКЛОН.В в Excel.",
    },
    leadingZeros: "Периоды до первой покупки",
    leadingZerosChoices: { skip: "не считать", count: "считать нулями" },
    step: "Считать",
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
      `В класс ${name} попали ${part === 1 ? "все клиенты" : `${percent(part)} клиентов`}: такие границы их не различают.`,
    noRemedy: "Границы шире, кварталы и частота покупок этого не изменят.",
    littleHistory: (part) =>
      `У ${part === 1 ? "всех" : percent(part)} клиентов история слишком коротка, чтобы судить о стабильности: нужно три периода на клиента.`,
    remedy: (...tried) => capital(steadinessRemedy(...tried)),
  },

  matrix: {
    title: "Матрица клиентов (KAISM)",
    summary: (criteria) => (criteria === 0 ? "критериев в списке нет" : plural(criteria, criterionForms)),
    attractiveness: "Привлекательность для нас",
    loyalty: "Лояльность к нам",
    noScores:
      "Матрица расставляет клиентов по оценкам, например от 1 до 10, в отдельных столбцах: насколько клиент привлекателен для вас и насколько лоялен. В этом списке таких столбцов нет, или они не указаны.",
    scoreColumns: {
      open: "Добавить столбцы для оценок",
      hint: "Пустые столбцы рядом со списком, куда вписывают оценки от 1 до 10. Больше в списке ничего не изменится.",
      choose: "По каким критериям вы судите о клиентах и сколько весит каждый?",
      add: (columns) =>
        `Добавить ${plural(columns, { one: "столбец", few: "столбца", many: "столбцов", other: "столбца" })}`,
      cancel: "Отмена",
      lines:
        "В списке, где строка — заказ, для оценок клиента нет места: лист клиентов по нему каждый раз составляется заново. Оценки можно поставить в список, где на клиента одна строка.",
      waiting:
        "Столбцы для оценок уже стоят рядом со списком. Как только в них появятся оценки, клиенты получат квадранты.",
    },
    noCriteria: "Столбцы с такими оценками не указаны, поэтому ни один клиент не получит квадранта.",
    derived: "Рассчитать оценки по цифрам",
    derivedHint:
      "Привлекательность — по размеру, росту, прибыли и стабильности, лояльность — по стажу и ритму покупок. Такие оценки — только начало: советов по ним мы не даём.",
    derivedSummary: "оценки рассчитаны по цифрам",
    weight: "Вес",
    weightOf: (criterion) => `Вес: ${criterion}`,
    part: (share) => percent(share, 0),
    cut: "Высокая оценка — от",
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

  activity: {
    title: "Кто уходит",
    summary: (below) => `спад — ниже ${limit(below)} от ожидаемого`,
    declineBelow: "Спад — ниже",
    declineHint: "Часть того, что клиент должен был купить по своей истории и сезону.",
    contacts: "Через сколько дней связаться снова:",
    afterPositive: (abc) => `Класс ${abc}, после удачного разговора`,
    afterNegative: (abc) => `Класс ${abc}, после отказа`,
  },

  service: {
    title: "Часы на клиентов",
    none: "часы не считаются затратами",
    rate: "Час работы стоит",
    hint: "Часы, умноженные на эту сумму, — затраты на обслуживание клиента. Пусто — не считаются.",
    summary: (rate) => `час стоит ${number(rate, 2)}`,
  },

  periods: {
    title: "Периоды",
    window: "Какие периоды считать",
    windows: { complete: "все завершённые", last: "последние завершённые", range: "с одного дня по другой" },
    last: "Сколько",
    from: "С какого дня",
    to: "По какой день",
    asOf: "На дату",
    asOfHint: "Период считается, если к этому дню он закончился. Пусто — сегодня.",
    inForce: (range) => `Сейчас считаются: ${range}.`,
    noPeriods: "В списке нет периодов.",
    noPeriodsHelp:
      "Без столбцов с месяцами, кварталами или годами суммы берутся как есть. Если такие столбцы в списке есть, укажите их.",
  },

  columns: {
    title: "Столбцы результата",
    summary: (chosen, all) => `${number(chosen)} из ${number(all)}`,
    legend: "Записываются рядом со списком по команде «Классифицировать строки»",
    cards: {
      label: "Пояснения в ячейках статуса",
      hint: "У ключевых клиентов, у класса A, у тех, кто под угрозой или сменил класс, в ячейке статуса появится карточка с причинами — со следующего запуска. Её показывает Microsoft 365 начиная с версии 2504; в других версиях Excel в ячейке просто текст.",
      most: "Карточек не больше (сначала крупнейшие клиенты)",
      notSoMany: (most) => `Введите целое число от 1 до ${number(most)}.`,
    },
  },

  report: {
    title: "Отчёт",
    preparedBy: "Составитель",
    hint: "Имя на листе «Сводка»: к кому обращаться по отчёту. Если пусто, имени нет.",
    proof: "Лист «Проверка»",
    proofHint: "Каждая цифра ещё раз — формулами Excel по вашему списку. Отчёт строится чуть дольше.",
  },

  formulas: {
    title: "Формулы",
    summary: (formatted) => (formatted ? "с форматом" : "просто числа"),
    label: "KAM.KEYSHARE показывает проценты, KAM.SCORE — один знак после запятой",
    hint: "В ячейках с форматом «Общий», начиная со следующего пересчёта (все формулы пересчитывает Ctrl+Alt+F9). Это умеет Microsoft 365; в других версиях Excel останутся просто числа.",
  },

  file: {
    title: "Правила в файле",
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
