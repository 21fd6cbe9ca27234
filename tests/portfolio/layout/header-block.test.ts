import type { Cell } from "../../../src/portfolio/layout/cell-grid";
import { findListsSteps } from "../../../src/portfolio/layout/find-lists";
import { finish } from "../../../src/portfolio/steps";
import { drawn, gridOf } from "./grid";

const found = (rows: Cell[][]) => {
  const [{ top, rowCount, columns }] = finish(findListsSteps(gridOf(rows), new Set()));
  return { top, rowCount, headers: columns.map(({ header }) => header) };
};

describe("headers over several rows", () => {
  it("two years over months give each month its year", () => {
    const months = ["янв", "фев", "мар"];
    const rows = [
      ["Клиент", "2024", "", "", "2025", "", ""],
      ["", ...months, ...months],
      ["Альфа", 1, 2, 3, 4, 5, 6],
      ["Бета", 1, 2, 3, 4, 5, 6],
    ];
    const headers = ["Клиент", ...months.map((m) => `2024 ${m}`), ...months.map((m) => `2025 ${m}`)];
    expect(found(rows)).toEqual({ top: 1, rowCount: 2, headers });
    rows[0] = ["Клиент", 2024, "", "", 2025, "", ""];
    expect(found(rows).headers).toEqual(headers);
    rows[0] = ["Клиент", "2024 год", "", "", "2025 г.", "", ""];
    expect(found(rows).headers).toEqual(headers);
  });

  it("one year over months is the year of them all, and of nothing else", () => {
    const rows = drawn(`
      Продажи по контрагентам за 2025 г.
      тыс. руб.
      |
      Контрагент | Менеджер | 2025 год | | | Итого
      | | Январь | Февраль | Март |
      Альфа | Иванова | 1 | 2 | 3 | 6
      Бета | Петров | 1 | 2 | 3 | 6`);
    expect(found(rows)).toEqual({
      top: 4,
      rowCount: 2,
      headers: ["Контрагент", "Менеджер", "2025 Январь", "2025 Февраль", "2025 Март", "Итого"],
    });
  });

  it("measures under months are told apart by them", () => {
    const rows = drawn(`
      Контрагент | Январь 2025 г. | | Февраль 2025 г. | | Итого |
      | Количество | Сумма | Количество | Сумма | Количество | Сумма
      Альфа | 36 | 9000 | 37 | 9007 | 73 | 18007
      Бета | 33 | 7003 | 34 | 7010 | 67 | 14013`);
    expect(found(rows).headers).toEqual([
      "Контрагент",
      "Январь 2025 г. Количество",
      "Январь 2025 г. Сумма",
      "Февраль 2025 г. Количество",
      "Февраль 2025 г. Сумма",
      "Итого Количество",
      "Итого Сумма",
    ]);
  });

  it("months under measures are told apart by them", () => {
    const rows = drawn(`
      Customer | Units | | Revenue |
      | Jan 2025 | Feb 2025 | Jan 2025 | Feb 2025
      Acorn | 1 | 2 | 3 | 4
      Birch | 1 | 2 | 3 | 4`);
    expect(found(rows).headers).toEqual([
      "Customer",
      "Units Jan 2025",
      "Units Feb 2025",
      "Revenue Jan 2025",
      "Revenue Feb 2025",
    ]);
  });

  it("three rows: year, month, measure", () => {
    const rows = drawn(`
      Customer | 2024 | | | | 2025 | | |
      | Nov | | Dec | | Nov | | Dec |
      | Qty | Amount | Qty | Amount | Qty | Amount | Qty | Amount
      Acorn | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8
      Birch | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8`);
    expect(found(rows)).toEqual({
      top: 2,
      rowCount: 2,
      headers: [
        "Customer",
        ...["2024 Nov", "2024 Dec", "2025 Nov", "2025 Dec"].flatMap((month) => [
          `${month} Qty`,
          `${month} Amount`,
        ]),
      ],
    });
  });

  it("quarters over months tell the year too", () => {
    const rows = drawn(`
      Клиент | I кв. 2025 | | | II кв. 2025
      | янв | фев | мар | апр
      Альфа | 1 | 2 | 3 | 4
      Бета | 1 | 2 | 3 | 4`);
    expect(found(rows).headers.slice(1)).toEqual(["2025 янв", "2025 фев", "2025 мар", "2025 апр"]);
  });

  it("numbers under months are months, and not numbers of the columns", () => {
    const rows = drawn("Клиент | Месяц | | \n | 1 | 2 | 3 \n Альфа | 5 | 6 | 7 \n Бета | 7 | 8 | 9");
    expect(found(rows)).toEqual({
      top: 1,
      rowCount: 2,
      headers: ["Клиент", "Месяц 1", "Месяц 2", "Месяц 3"],
    });
  });

  it("a column of clients and goods is named by both", () => {
    const rows = drawn(`
      Контрагент | Январь 2025 г. | | Февраль 2025 г. |
      Номенклатура | Количество | Выручка | Количество | Выручка
      Альфа | 1 | 2 | 3 | 4
      Болт | 1 | 2 | 3 | 4`);
    expect(found(rows)).toMatchObject({ top: 1, rowCount: 2 });
    expect(found(rows).headers[0]).toBe("Контрагент / Номенклатура");
  });

  it("a pivot table of years over months", () => {
    const rows = drawn(`
      Сумма по полю Выручка | Названия столбцов | | | |
      | 2024 | | 2024 Итог | 2025 | Общий итог
      Названия строк | ноя | дек | | янв |
      Альфа | 1 | 2 | 3 | 4 | 7
      Бета | 1 | 2 | 3 | 4 | 7`);
    expect(found(rows)).toEqual({
      top: 2,
      rowCount: 2,
      headers: ["Названия строк", "2024 ноя", "2024 дек", "2024 Итог", "2025 янв", "Общий итог"],
    });
  });

  it("dates over measures are written as days", () => {
    const rows = drawn(`
      Клиент | 45658 | | 45689 |
      | Кол-во | Сумма | Кол-во | Сумма
      Альфа | 1 | 2 | 3 | 4
      Бета | 1 | 2 | 3 | 4`);
    expect(found(rows).headers.slice(1)).toEqual([
      "2025-01-01 Кол-во",
      "2025-01-01 Сумма",
      "2025-02-01 Кол-во",
      "2025-02-01 Сумма",
    ]);
  });

  it("debit and credit have the name of what they are of", () => {
    const rows = drawn(`
      Оборотно-сальдовая ведомость
      |
      Счет | Сальдо на начало периода | | Обороты за период | |
      Контрагенты | Дебет | Кредит | Дебет | Кредит
      62 | 1000 | 0 | 37600 | 33840
      Альфа | 100 | | 9000 | 8100
      Бета | | | 7000 | 6300`);
    expect(found(rows)).toEqual({
      top: 3,
      rowCount: 3,
      headers: [
        "Счет / Контрагенты",
        "Сальдо на начало периода Дебет",
        "Сальдо на начало периода Кредит",
        "Обороты за период Дебет",
        "Обороты за период Кредит",
      ],
    });
  });

  it("years under a measure end the header, whether the measure is merged over them or stands over each", () => {
    const body = "Альфа | 1 | 2 | 3 \n Бета | 4 | 5 | 6";
    const merged = drawn(`Клиент | Выручка | | Прибыль \n | 2023 | 2024 | \n ${body}`);
    expect(found(merged)).toEqual({ top: 1, rowCount: 2, headers: ["Клиент", 2023, 2024, "Прибыль"] });
    const each = drawn(`Клиент | Выручка | Выручка | Прибыль \n | 2023 | 2024 | 2024 \n ${body}`);
    expect(found(each).headers).toEqual(["Клиент", 2023, "Выручка 2024", "Прибыль 2024"]);
  });

  it("units under the headers end the header and belong to their names", () => {
    const rows = drawn("Клиент | Продажи | Вес \n | руб. | кг \n Альфа | 1 | 2 \n Бета | 3 | 4");
    expect(found(rows)).toEqual({ top: 1, rowCount: 2, headers: ["Клиент", "Продажи руб.", "Вес кг"] });
  });

  it("names that are unique stay as they are, whatever stands above", () => {
    const rows = drawn(`
      Region | (All)
      Customer | Revenue | Profit
      Acorn | 1 | 2
      Birch | 3 | 4`);
    expect(found(rows)).toEqual({ top: 1, rowCount: 2, headers: ["Customer", "Revenue", "Profit"] });
  });

  it("a filter by period above is no level of the clients", () => {
    const rows = drawn("Период | 2025 год \n Контрагент | Выручка \n Альфа | 5 \n Бета | 6");
    expect(found(rows).headers).toEqual(["Контрагент", "Выручка"]);
  });

  it("column labels of a pivot table are no names", () => {
    const ru = "Сумма по полю Выручка | Названия столбцов \n Названия строк | 2023 | 2024 | Общий итог";
    const en = "Sum of Sales | Column Labels \n Row Labels | 2023 | 2024 | Grand Total";
    for (const [text, headers] of [
      [ru, ["Названия строк", 2023, 2024, "Общий итог"]],
      [en, ["Row Labels", 2023, 2024, "Grand Total"]],
    ] as const) {
      expect(found(drawn(`${text} \n A | 900 | 1800 | 2700 \n B | 1 | 2 | 3`))).toEqual({
        top: 1,
        rowCount: 2,
        headers,
      });
    }
  });
});

describe("a band of two labels over periods, each filled once", () => {
  const months = " | Jan | Feb | Mar | Apr \n Acorn | 1 | 2 | 3 | 4 \n Birch | 5 | 6 | 7 | 8";
  const under = (band: string, below = `Customer${months}`) => found(drawn(`${band} \n ${below}`)).headers;

  it("names what is expected, or ordered only, beside what was sold", () => {
    const forecast = ["Customer", "Jan", "Feb", "Forecast Mar", "Forecast Apr"];
    expect(under("| Actual | | Forecast |")).toEqual(forecast);
    expect(under("| | Actual | Forecast |").slice(3)).toEqual(forecast.slice(3));
    expect(under("| Invoiced | | Backlog |").slice(3)).toEqual(["Backlog Mar", "Backlog Apr"]);
    expect(under("| Actual | | | Forecast")[4]).toBe("Forecast Apr");
    expect(under("| Факт | | Прогноз |", "Клиент | янв | фев | мар | апр \n Альфа | 1 | 2 | 3 | 4")).toEqual([
      "Клиент",
      "янв",
      "фев",
      "Прогноз мар",
      "Прогноз апр",
    ]);
  });

  it("has the year of its months", () => {
    expect(under("| Actual 2026 | | Forecast 2026 |")).toEqual([
      "Customer",
      "2026 Jan",
      "2026 Feb",
      "Forecast 2026 Mar",
      "Forecast 2026 Apr",
    ]);
  });

  it("is no filter with its value, and no title", () => {
    const plain = ["Customer", "Jan", "Feb", "Mar", "Apr"];
    expect(under("Scenario | Forecast | | |")).toEqual(plain);
    expect(under("| Status: | | Forecast |")).toEqual(plain);
    const { headers, top } = found(drawn(`| Sales report 2024 | | | Prepared by Ann \n Customer${months}`));
    expect({ headers, top }).toEqual({ headers: plain, top: 1 });
  });
});

describe("the same periods under several names", () => {
  const body = "\n Acorn | 1 | 2 | 3 | 4 \n Birch | 5 | 6 | 7 | 8";

  it("two years under each measure are a header", () => {
    const headers = ["Customer", "Sales 2024", "Sales 2025", "Margin 2024", "Margin 2025"];
    expect(found(drawn(`| Sales | | Margin | \n Customer | 2024 | 2025 | 2024 | 2025 ${body}`))).toEqual({
      top: 1,
      rowCount: 2,
      headers,
    });
  });

  it.each(["откл.", "+/-", "Δ", "Var %", "Отклонение"])("years and %s under each month", (difference) => {
    const years = `2024 | 2025 | ${difference}`;
    const rows = drawn(
      `Клиент | Январь | | | Февраль | | \n | ${years} | ${years} \n Альфа | 1 | 3 | 2 | 4 | 9 | 5 \n Бета | 1 | 3 | 2 | 4 | 9 | 5`,
    );
    expect(found(rows)).toEqual({
      top: 1,
      rowCount: 2,
      headers: ["Клиент", "Январь", "Февраль"].flatMap((text, i) =>
        i === 0 ? [text] : [`${text} 2024`, `${text} 2025`, `${text} ${difference}`],
      ),
    });
  });

  it("years in two units are a header", () => {
    const rows = drawn(`Customer | 2024 € | 2024 % | 2025 € | 2025 % ${body}`);
    expect(found(rows)).toMatchObject({
      top: 0,
      headers: ["Customer", "2024 €", "2024 %", "2025 €", "2025 %"],
    });
  });
});

describe("rows right under the header", () => {
  it("names of the levels below are no body, and tell the levels", () => {
    const rows = drawn(
      "Контрагент | Количество | Выручка \n Номенклатура | | \n Альфа | 9 | 90 \n Болт | 9 | 90",
    );
    expect(found(rows)).toEqual({
      top: 1,
      rowCount: 2,
      headers: ["Контрагент / Номенклатура", "Количество", "Выручка"],
    });
    const deep = drawn(
      "Покупатель | Сумма \n Договор | \n Документ (регистратор) | \n Альфа | 9 \n Бета | 9",
    );
    expect(found(deep)).toEqual({
      top: 2,
      rowCount: 2,
      headers: ["Покупатель / Договор / Документ (регистратор)", "Сумма"],
    });
    const english = drawn("Customer | Revenue \n Product, unit | \n Acorn | 9 \n Birch | 9");
    expect(found(english)).toEqual({ top: 1, rowCount: 2, headers: ["Customer / Product, unit", "Revenue"] });
  });

  it("a group or a client without an amount is body", () => {
    expect(found(drawn("| Total \n Birch Inc | \n Kitchen | 4200 \n Garage | 2800"))).toMatchObject({
      top: 0,
      rowCount: 3,
    });
    expect(found(drawn("Клиент | Сумма \n Покупатели Москвы и области | \n Альфа | 9 \n Бета | 8")).top).toBe(
      0,
    );
    expect(found(drawn("Менеджер / Клиент | Сумма \n Иванова | \n Альфа | 9 \n Бета | 8")).top).toBe(0);
  });

  it("properties of the clients in columns of their own are no levels", () => {
    const rows = drawn(
      "Клиент | | Выручка \n Код | Наименование | 2024 \n К-1 | Альфа | 5 \n К-2 | Бета | 6",
    );
    expect(found(rows).headers.slice(0, 2)).toEqual(["Код", "Наименование"]);
  });

  it("numbers of the columns are no body", () => {
    const rows = drawn("Клиент | Сумма | НДС \n 1 | 2 | 3 \n Альфа | 90 | 10 \n Бета | 80 | 8");
    expect(found(rows)).toEqual({ top: 1, rowCount: 2, headers: ["Клиент", "Сумма", "НДС"] });
  });

  it.each(["(1) | (2) | (3)=(2)/(1)", "[1] | [2] | [3] = [2] - [1]", "1 | 2 | 3 (2+1)", "1. | 2. | 3."])(
    "numbers of the columns in another dress are no body: %s",
    (numbers) => {
      const rows = drawn(`Клиент | Сумма | Рост \n ${numbers} \n Альфа | 90 | 10 \n Бета | 80 | 8`);
      expect(found(rows)).toEqual({ top: 1, rowCount: 2, headers: ["Клиент", "Сумма", "Рост"] });
    },
  );

  it("units of weight and money are no body", () => {
    const rows = drawn(
      "Customer | Country | Volume | Revenue | Margin \n | | t | kEUR | % \n Acorn | DE | 9 | 90 | 12 \n Birch | DE | 8 | 80 | 11",
    );
    expect(found(rows)).toEqual({
      top: 1,
      rowCount: 2,
      headers: ["Customer", "Country", "Volume t", "Revenue kEUR", "Margin %"],
    });
  });
});
