import type { report as english } from "../en/report";
import { numbersIn } from "../wording/numbers";
import { activity } from "./pages/activity";
import { dossier } from "./pages/dossier";
import { firstPage } from "./pages/first-page";
import { managers } from "./pages/managers";
import { movement } from "./pages/movement";
import { profit } from "./pages/profit";
import { proof } from "./pages/proof";
import { scenario } from "./pages/scenario";
import {
  by,
  clients,
  equals,
  isOne,
  named,
  of,
  ofClients,
  ofPool,
  overText,
  reachText,
  portfolio,
} from "./portfolio";
import { quotedIn } from "../wording/quotes";

const quoted = quotedIn.ru;

const { number, money, scaled, percent, limit, date, plural, list } = numbersIn.ru;

const xyzWords: Record<"X" | "Y" | "Z" | "N", string> = {
  X: "стабильно",
  Y: "с колебаниями",
  Z: "нерегулярно",
  N: "мало истории",
};

export const report: typeof english = {
  sheets: {
    summary: "Сводка",
    clientMatrix: "Матрица клиентов",
    dependency: "Зависимость",
    abcXyz: "ABC-XYZ",
    movement: "Движение",
    managers: "Менеджеры",
    profit: "Прибыль",
    activity: "Активность",
    proof: "Проверка",
  },
  saveFirst:
    "Это о группе в целом. Тех, кто ушёл, замолчал или убыточен, сначала надо вернуть, удержать или вывести из убытка: что делать с каждым, сказано в списке ниже.",
  nothingForIt: "В списке больше нет данных для этого листа.",
  footer: "Стр. &P из &N",
  chartData: "Данные диаграммы",
  base: { revenue: "Выручка", profit: "Прибыль" },
  shareOf: { revenue: "Доля в выручке", profit: "Доля в прибыли" },
  client: "Клиент",
  clients: "Клиентов",
  share: "Доля",
  cumulative: "Доля нарастающим итогом",
  status: "Статус",
  action: "Что делать",
  department: "Отдел",
  manager: "Менеджер",
  activity: "Активность",
  total: "Итого",
  others: (count, share) => `Остальные (${number(count)}): ${percent(share)}`,
  inMillions: (what) => `${what}, млн`,
  inThousands: (what) => `${what}, тыс.`,
  clientCount: clients,
  periodRange: portfolio.periodRange,
  periodName: portfolio.periodName,

  summary: {
    title: "Портфель клиентов: сводка",
    source: "Источник",
    sourceOf: (list, sheet) =>
      list === sheet ? `лист ${quoted(sheet)}` : `таблица ${list}, лист ${quoted(sheet)}`,
    window: "Периоды",
    noPeriods: "периодов в списке нет: суммы взяты как есть",
    date: "Дата отчёта",
    preparedBy: (name) => `Составитель: ${name}`,
    tiles: portfolio.tiles,
    howRead: "Как прочитан список",
    conclusions: "Выводы",
    leads: {
      key: "Ключевые по доле",
      dependence: "Зависимость",
      concentration: "Концентрация",
      abc: "ABC",
      xyz: "XYZ",
      quadrants: "В кого вкладываться",
      profit: "По прибыли",
    },
    keyNone: (key, base, largest) =>
      `Ни один клиент не даёт ${reachText(key, base)}: ключевых по доле нет. Крупнейший — ${named(largest)}.`,
    keySome: (key, base, top, count) =>
      ("top" in key
        ? `Ключевые как крупнейшие по ${by[base]} — ${clients(count)}: `
        : `${overText(key)} ${of[base]} ${count === 1 ? "даёт" : "дают"} ${clients(count)}: `) +
      list(top.map(named)) +
      (count > top.length ? ` и ещё ${number(count - top.length)}.` : "."),
    corridor: (share, position) =>
      position === "inside"
        ? `На ключевых приходится ${percent(share)} — в пределах обычного коридора 30–55 %.`
        : position === "above"
          ? `На ключевых приходится ${percent(share)} — выше обычного коридора 30–55 %: бизнес держится на немногих.`
          : `На ключевых приходится ${percent(share)} — ниже обычного коридора 30–55 %: ключевую часть ещё предстоит вырастить.`,
    keyNumber: (count, all, exceeds) =>
      exceeds
        ? `Это больше пятой части портфеля (${number(count)} из ${number(all)}): на особое внимание к каждому сил не хватит.`
        : `Это не больше пятой части портфеля (${number(count)} из ${number(all)}): каждому можно уделить личное внимание.`,
    dependenceNone: (threshold, base) =>
      `Порог зависимости ${limit(threshold.value)} ${of[base]} никто не превышает.`,
    dependenceNoRung: "В выбранном правиле нет порога зависимости.",
    diversify: (largest, all, threshold) =>
      `Уже с доли ${limit(threshold)} правило советует привлекать других клиентов: ${list(largest.map(({ name, share }) => `${name} (${percent(share)})`))}${all > largest.length ? ` и ещё ${number(all - largest.length)}` : ""}.`,
    dependenceOf: (client, mono, threshold, base) =>
      mono
        ? `${client.name} — моноклиент: ${percent(client.share)} ${of[base]}, его уход поставит под вопрос само существование компании (порог ${limit(threshold)}).`
        : `${client.name} даёт ${percent(client.share)} ${of[base]} — выше порога зависимости ${limit(threshold)}.`,
    gap: (amount, growth, threshold) =>
      `Чтобы доля опустилась до ${limit(threshold)} без потери продаж этому клиенту, остальные должны вырасти на ${scaled(amount)} (+${percent(growth)}).`,
    gapUndefined: "Других клиентов, которые могли бы его уравновесить, нет.",
    dependenceMore: (count) => `Ещё ${number(count)} — на листе с таблицей зависимости.`,
    concentration: (hhi, effective, cr3, topFifth, base, isWhole) =>
      `Портфель сконцентрирован так, как если бы ${isOne(effective) ? "клиент в нём был единственным" : `равных клиентов в нём было ${equals(effective)}`} (HHI ${number(hhi)} из 10 000). Три крупнейших дают ${percent(cr3)} ${ofPool(base, isWhole)}, верхние 20 % клиентов — ${percent(topFifth)}.`,
    abc: (classes, base) =>
      `A — ${clients(classes.A.clients)} (${percent(classes.A.share)} ${of[base]}), B — ${number(classes.B.clients)} (${percent(classes.B.share)}), C — ${number(classes.C.clients)} (${percent(classes.C.share)}).`,
    xyz: (classes, base) =>
      `${classes
        .map(
          ({ xyzClass, clients: count, share }, index) =>
            `${xyzClass}, ${xyzWords[xyzClass]}: ${index === 0 ? clients(count) : number(count)} (${percent(share)}${index === 0 ? ` ${of[base]}` : ""})`,
        )
        .join("; ")}.`,
    largeIrregular: ({ clients: count, share }) =>
      `В первую очередь — класс AZ, крупные и нерегулярные: ${clients(count)}, ${percent(share)}.`,
    xyzNone: "В списке нет периодов, поэтому о стабильности закупок судить нельзя.",
    xyzTooShort: (periods) =>
      `О стабильности закупок судить рано: в списке ${plural(periods, { one: "период", few: "периода", many: "периодов", other: "периода" })}, а нужно хотя бы три на клиента.`,
    quadrantsInvest: (fact, top, base) =>
      fact.clients === 0
        ? "Клиентов, которые и привлекательны, и лояльны, нет."
        : `Вкладываться в привлекательных и лояльных: ${clients(fact.clients)}, ${percent(fact.share)} ${of[base]} — ${someOf(top, fact.clients)}.`,
    quadrantsDevelop: (fact, top) =>
      fact.clients === 0
        ? "Привлекательных, но не лояльных клиентов нет."
        : `Завоёвывать привлекательных, но пока не лояльных: ${clients(fact.clients)}, ${percent(fact.share)} — ${someOf(top, fact.clients)}.`,
    quadrantsRest: (maintenance, opportunistic) =>
      `На остальных экономить: «Поддержки» — ${number(maintenance.clients)} (${percent(maintenance.share)}), «Благоприятные» — ${number(opportunistic.clients)} (${percent(opportunistic.share)}).`,
    quadrantsUnscored: (count) => `Без оценок и потому без квадранта — ${clients(count)}.`,
    profitAgrees: (other) => `По ${by[other]} у всех клиентов тот же класс ABC.`,
    profitDiffers: (count, other, keyOther) =>
      `По ${by[other]} у ${ofClients(count)} другой класс ABC (лист ABC-XYZ).` +
      (keyOther.length > 0
        ? ` Ключевые по ${by[other]}: ${list(keyOther.map(named))}.`
        : ` По ${by[other]} ключевых нет.`),

    warnings: "Прочтите сначала",
    notes: portfolio.notes,
    rules: "По каким правилам считали",
    ruleNames: {
      ladder: "Кто ключевой",
      base: "Доли и ABC",
      abc: "ABC",
      xyz: "XYZ",
      matrix: "Матрица клиентов",
      hours: "Часы на клиентов",
      groups: "Группы компаний",
      amount: "Сумма",
    },
    presets: portfolio.presets,
    ladder: portfolio.ladder,
    mostKeyClients: (most) => `ключевыми по доле одновременно могут быть не больше ${ofClients(most)}`,
    ruleBase: (base, second) =>
      second ? `по ${by[base]}; второе мнение — по ${by[second]}` : `по ${by[base]}`,
    ruleAbc: (a, b, crossing) =>
      `A до ${limit(a)}, B до ${limit(b)} нарастающим итогом; клиент, который переходит границу, относится к ${crossing === "up" ? "лучшему" : "худшему"} классу`,
    ruleComputedAbc: "пороги рассчитаны по суммам (Ульч и Лётш)",
    ruleVariation: (x, y, sample) =>
      `коэффициент вариации: X ≤ ${limit(x)}, Y ≤ ${limit(y)} (отклонение ${sample ? "по выборке" : "по генеральной совокупности"})`,
    ruleFrequency: (x, y) => `доля периодов с покупкой: X ≥ ${limit(x)}, Y ≥ ${limit(y)}`,
    ruleQuarters: "по кварталам",
    ruleLeadingZeros: (counted) =>
      counted ? "считаются все периоды" : "история клиента начинается с первой покупки",
    ruleMatrix: (lowest, highest, attractiveness, loyalty) =>
      `шкала ${number(lowest, 2)}–${number(highest, 2)}; «высокая» — от ${number(attractiveness, 2)} по привлекательности и от ${number(loyalty, 2)} по лояльности`,
    ruleHours: (rate) => `час стоит ${number(rate, 2)} и входит в затраты на обслуживание`,
    ruleGroups: (joined) =>
      joined ? "клиенты одной группы компаний считаются одним клиентом" : "каждый клиент сам по себе",
    ruleAmount: (from) => (from === "column" ? "столбец с суммой из списка" : "сумма периодов"),

    quality: "Качество данных",
    qualityClean: "Все ячейки приняты как есть.",
    qualityHeaders: { kind: "Что обнаружено", count: "Ячеек", first: "Первая" },
    findingKinds: {
      textNumber: "Число, введённое текстом: прочитано как число",
      textNumbers: "Столбец чисел, введённых текстом: прочитаны как числа",
      dashAsZero: "Прочерк вместо числа: считается за 0",
      notANumber: "Текст вместо суммы: строка не классифицирована",
      excelError: "Ошибка Excel: строка не классифицирована",
      criterionNotANumber: "Оценка не числом: не учтена",
      criterionOutOfScale: "Оценка вне шкалы",
      profitNotANumber: "Прибыль или затраты не числом: не учтены",
      attributeLeftOut: "Запись не для этого столбца: считается пустой",
      groupRow: "Суммы по группам: не клиенты, не учтены",
      detailRow: "Строки внутри клиента: уже в его сумме, отдельно не учтены",
      countRow: "Количество строк: не деньги, не учтено",
      othersRow: "Прочие и розница: деньги без клиента, только в общем итоге",
      likelySame: "Вероятно, один клиент в разных написаниях: не объединены",
      totalRow: "Итог внутри списка: не клиент",
      totalColumn: "Столбец «Итого»: не период",
      repeatedClient: "Ещё одна строка того же клиента: сложены",
      unnamedRow: "Сумма без клиента: вошла только в общий итог",
      negativeAmount: "Отрицательная сумма",
      amountDiffersFromPeriods: "Сумма расходится с суммой периодов больше чем на 1 %",
      incompletePeriod: "Незавершённый период: не учтён",
      periodOfOtherLength: "Период другой длины: не учтён",
      fallbackToRevenue: "Прибыль в целом не положительна: посчитано по выручке",
    },
  },

  matrix: {
    title: "Матрица клиентов (KAISM)",
    subtitle: (clientsOnIt) =>
      `Насколько привлекательны для нас ${clients(clientsOnIt)} и насколько лояльны к нам.`,
    chart: "Привлекательность и лояльность клиентов",
    chartLargest: (shown) => `Привлекательность и лояльность ${number(shown)} крупнейших клиентов`,
    attractiveness: "Привлекательность",
    loyalty: "Лояльность",
    attractivenessAxis: "Привлекательность клиента для нас",
    loyaltyAxis: "Лояльность клиента к нам",
    cutOf: (axis, cut) => `${axis}: высокая от ${number(cut, 2)}`,
    quadrant: portfolio.quadrant,
    noQuadrant: "нет оценок",
    counts: "Квадранты",
    stance: "Что делать",
    list: "Клиенты по квадрантам",
    cell: "ABC-XYZ",
    missing: (scores, of) =>
      `Не заполнено ${plural(scores, { one: "оценка", few: "оценки", many: "оценок", other: "оценки" })} (клиентов: ${number(of)}). Они не учтены, остальные оценки весят больше.`,
    derived:
      "Оценок никто не ставил: обе выведены из цифр списка (размер, рост, прибыльность, регулярность; стаж и ритм покупок). Действий они не определяют.",
  },

  dependency: {
    title: "Зависимость",
    subtitle: (base) =>
      `От кого зависит компания: доли в ${by[base]}, концентрация и что останется, если клиент уйдёт.`,
    chart: "Парето: доля каждого клиента и доля нарастающим итогом",
    cumulativeSeries: "Нарастающим итогом",
    limitOf: (status, value) => `${status}: ${limit(value)}`,
    concentration: "Концентрация",
    measure: "Показатель",
    value: "Значение",
    reading: "Что это значит",
    measures: {
      hhi: "HHI (0–10 000)",
      effective: "Эффективное число клиентов",
      cr1: "Доля крупнейшего клиента",
      cr3: "Доля трёх крупнейших",
      cr5: "Доля пяти крупнейших",
      topFifth: "Доля верхних 20 % клиентов",
      gini: "Коэффициент Джини",
    },
    readings: {
      hhi: (equal) =>
        `При ${plural(equal, { one: "равном клиенте", few: "равных клиентах", many: "равных клиентах", other: "равных клиентах" })} было бы ${number(10000 / equal)}; при единственном клиенте — 10 000.`,
      effective: (effective, all) =>
        isOne(effective)
          ? "Весь риск — на одном клиенте."
          : `Риск распределён так, как между ${equals(effective)} равными клиентами, хотя всего их ${number(all)}.`,
      cr1: (name) => `Столько уйдёт вместе с клиентом ${name}.`,
      cr3: "Чем ближе к 100 %, тем больше зависит от решений трёх клиентов.",
      cr5: "Пять имён, которые руководитель продаж должен знать лично.",
      topFifth: "80 % — правило Парето: ориентир для сравнения, а не закон.",
      gini: "0 — все клиенты равны, 1 — всё даёт один клиент.",
    },
    pool: (pool, total) =>
      `Считается по положительным суммам названных клиентов (${money(pool)}), а не от общего итога (${money(total)}).`,
    decisions: {
      title: "Ваши решения, с которыми цифры не согласны",
      note: "Ваше решение действует до своего срока; цифры этого отчёта идут по расчёту.",
      computed: "По цифрам",
      decided: "Вы решили",
      reason: "Почему и до какого дня",
      because: (reason, until) =>
        [reason, ...(until === null ? [] : [`до ${date(until)}`])].filter((part) => part !== "").join("; "),
    },
    ifLost: "Если клиент уйдёт",
    ifLostNote: "Ключевые и крупнейшие клиенты, каждый по отдельности.",
    ifLostFixed: (fixed) => `Из оставшейся прибыли вычтены постоянные расходы: ${money(fixed)}.`,
    ifLostDiscounts: (tiers) =>
      `Учтена скидка поставщика за объём (${plural(tiers, { one: "ступень", few: "ступени", many: "ступеней", other: "ступени" })}): вычтено и то, что отнимет более низкая ступень.`,
    ifLostHeaders: {
      revenue: "Выручка клиента",
      share: "Доля в выручке",
      revenueLeft: "Останется выручки",
      profit: "Прибыль клиента",
      profitLeft: "Останется прибыли",
      consequence: "Последствие",
    },
    consequenceLoss: "компания уходит в убыток",
    consequenceBetter: "прибыль вырастет",
    consequenceDiscount: (cost) => `; скидка поставщика ${money(-cost)}`,
    consequenceDrop: (fraction) => `прибыль ${percent(-fraction)}`,
    consequenceRevenue: (fraction) => `выручка ${percent(-fraction)}`,
    departments: "По подразделениям",
    managers: "По менеджерам",
    groupsNote: "Доли внутри каждой строки; показаны те, кто там ключевой, а если таких нет — крупнейший.",
    fewInGroup: "Там, где клиентов меньше 10, кто-нибудь всегда набирает 10 %.",
    groupHeaders: {
      department: "Подразделение / клиент",
      manager: "Менеджер / клиент",
      amount: "Сумма",
      share: "Доля",
      clients: "Клиентов",
      status: "Статус внутри",
    },
    withoutGroup: "не указано",
    groupZero: "сумма равна нулю: долей нет",
    groupNegative: "сумма отрицательная: долей нет",
    list: "Все клиенты",
    rank: "№",
    abc: "ABC",
    toNextLimit: "До следующего порога",
    reasons: "Почему ключевой",
    gapAmount: "Остальным вырасти на",
    gapGrowth: "Рост, %",
    profit: "Прибыль",
    revenue: "Выручка",
    otherShare: { revenue: "Доля в выручке", profit: "Доля в прибыли" },
    otherAbc: { revenue: "ABC по выручке", profit: "ABC по прибыли" },
    gapFootnote: (target) =>
      `Остальным вырасти на: столько, чтобы доля этого клиента опустилась до ${limit(target)} без потери продаж ему.`,
  },

  abcXyz: {
    title: "ABC-XYZ",
    subtitle: (base) => `Размер клиента (ABC, по ${by[base]}) и стабильность его закупок (XYZ).`,
    heat: { revenue: "Доля в выручке", profit: "Доля в прибыли" },
    counts: "Число клиентов",
    chart: { revenue: "Выручка по классам", profit: "Прибыль по классам" },
    abc: portfolio.abc,
    xyz: portfolio.xyz,
    cells: "Что делать с каждой клеткой",
    cell: "Клетка",
    advice: "Совет",
    noPeriods: (base) =>
      `Размер клиента (ABC, по ${by[base]}). Чтобы судить о стабильности закупок, нужно больше столбцов по месяцам или кварталам.`,
    differs: { revenue: "Что иначе по выручке", profit: "Что иначе по прибыли" },
    differsNone: (other) => `По ${by[other]} у всех клиентов тот же класс ABC.`,
    differsSome: (count, other) =>
      `По ${by[other]} у ${ofClients(count)} другой класс. Все отмечены в списке ниже; крупнейшие из них:`,
    byBase: { revenue: "ABC по выручке", profit: "ABC по прибыли" },
    list: "Все клиенты",
    class: "Класс",
    variation: "Коэффициент вариации",
    demand: {
      title: "Как заказывают",
      note: "С перерывами: в среднем 1,32 периода и больше на одну покупку. Неровно: суммы покупок сильно различаются (вариация 70 % и больше; Синтетос и Бойлан).",
      headers: { pattern: "Заказы", meaning: "Что это значит" },
      names: { smooth: "Ровные", erratic: "Неровные", intermittent: "С перерывами", lumpy: "Рывками" },
      meanings: {
        smooth: "почти без перерывов, суммы ровные: можно планировать по среднему",
        erratic: "почти без перерывов, суммы неровные: держать запас, согласовать объёмы",
        intermittent: "с перерывами, суммы ровные: сумма известна, согласовать сроки",
        lumpy: "с перерывами, суммы неровные: спланировать нельзя, спрашивать перед каждой покупкой",
      },
      none: { name: "Не известно", meaning: "меньше двух покупок или меньше трёх периодов" },
    },
    frequency: "Частота покупок",
    xyzShort: "XYZ",
    abcShort: "ABC",
  },

  firstPage,
  movement,
  activitySheet: activity,
  managers,
  dossier,
  scenario,
  profit,
  proof,

  noCriteria: "нет критериев",
  money,
};

function someOf(names: readonly string[], all: number): string {
  return all > names.length ? `${names.join(", ")} и ещё ${number(all - names.length)}` : list(names);
}
