import type { FindingSentences } from "../wording/finding-sentences";
import { quotedIn } from "../wording/quotes";

const quoted = quotedIn.ru;

export const findings: FindingSentences = {
  textNumber: ({ address, content, taken }, numbers) =>
    `В ${address} текст ${quoted(content)}; прочитан как число ${numbers.number(taken ?? Number.NaN, 6)}. Замените на число.`,
  textNumbers: ({ address, content, taken, count }, numbers) =>
    `В столбце ${numbers.plural(count ?? 1, { one: "число записано", few: "числа записаны", many: "чисел записано", other: "числа записано" })} текстом, первое в ${address}: ${quoted(content)} прочитано как ${numbers.number(taken ?? Number.NaN, 6)}. Замените текст на числа.`,
  dashAsZero: ({ address, content, count }, numbers) =>
    count === 1
      ? `В ${address} среди чисел стоит ${quoted(content)}; считается за 0.`
      : `В столбце ${numbers.plural(count ?? 1, { one: "прочерк", few: "прочерка", many: "прочерков", other: "прочерка" })} вместо чисел, первый в ${address} (${quoted(content)}); считаются за 0.`,
  notANumber: ({ address, content }) =>
    `В ${address} вместо суммы стоит ${quoted(content)}; строка не классифицирована. Исправьте ячейку.`,
  excelError: ({ address, content }) =>
    `В ${address} ошибка ${content}; строка не классифицирована. Исправьте формулу.`,
  criterionNotANumber: ({ address, content }) =>
    `В ${address} вместо оценки стоит ${quoted(content)}; оценка не учтена. Введите число.`,
  criterionOutOfScale: ({ address, content }) =>
    `Оценка ${content} в ${address} выходит за шкалу. Исправьте её или расширьте шкалу в правилах.`,
  profitNotANumber: ({ address, content }) =>
    `В ${address} вместо прибыли или затрат стоит ${quoted(content)}; ячейка не учтена. Исправьте её.`,
  attributeLeftOut: ({ address, content }) =>
    `В ${address} стоит ${quoted(content)}, это не подходит для столбца; ячейка считается пустой. Исправьте её.`,
  groupRow: ({ address, content, count }, numbers) =>
    `${quoted(content)} в ${address}${count && count > 1 ? ` и ещё ${numbers.number(count - 1)}` : ""}: суммы своих клиентов, а не клиенты; не учтены.`,
  detailRow: ({ address, content, count }, numbers) =>
    `${quoted(content)} в ${address}${count && count > 1 ? ` и ещё ${numbers.number(count - 1)}` : ""}: строки внутри клиентов, они уже входят в их суммы; отдельно не учтены.`,
  countRow: ({ address, count }, numbers) =>
    `${address}${count && count > 1 ? ` и ещё ${numbers.number(count - 1)}` : ""}: строки с количеством или средним; денег в них нет, не учтены.`,
  othersRow: ({ address, content, taken }, numbers) =>
    `${quoted(content)} в ${address} — не отдельный клиент; ${numbers.money(taken ?? 0)} входят только в общий итог.`,
  likelySame: ({ address, content, taken }, numbers) =>
    `${content} — вероятно, один клиент в разных написаниях (первое в ${address}), вместе ${numbers.money(taken ?? 0)}. Объедините, если это так.`,
  totalRow: ({ address, content }) =>
    content === ""
      ? `Строка ${address} складывает строки выше, это итог, а не клиент; она не учтена.`
      : `Строка ${quoted(content)} (${address}) — итог, а не клиент; она не учтена.`,
  totalColumn: ({ address, content }) =>
    `Столбец ${quoted(content)} (${address}) — итог, а не период; он не учтён.`,
  repeatedClient: ({ address, content }) =>
    `${quoted(content)} (${address}) встречается в списке несколько раз; строки сложены. Если это разные клиенты, назовите их по-разному.`,
  unnamedRow: ({ address, taken }, numbers) =>
    `В ${address} не назван клиент, но в строке есть сумма ${numbers.money(taken ?? 0)}; она вошла только в общий итог. Впишите название.`,
  negativeAmount: ({ address, content, taken }, numbers) =>
    taken === undefined
      ? `Сумма в ${address} отрицательная (${content}). Проверьте, на того ли клиента отнесены возвраты.`
      : `У ${quoted(content)} (${address}) отрицательная сумма: ${numbers.money(taken)}. Проверьте, на того ли клиента отнесены возвраты.`,
  amountDiffersFromPeriods: ({ address, content, taken }, numbers) =>
    `Сумма в ${address} (${quoted(content)}) расходится с суммой периодов (${numbers.money(taken ?? 0)}) больше чем на 1 %. Взята сумма из столбца; проверьте, что верно.`,
  incompletePeriod: ({ address, content }) =>
    `Период ${quoted(content)} (${address}) ещё не закончился и не учтён. Он войдёт в расчёт, когда будет полным.`,
  periodOfOtherLength: ({ address, content }) =>
    `Период ${quoted(content)} (${address}) другой длины, чем остальные; он не учтён.`,
  fallbackToRevenue: ({ address }) =>
    `Общая прибыль (${address}) не положительна, поэтому доли посчитаны по выручке.`,
};
