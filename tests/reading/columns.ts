import { blank, type DrawnCell, plain } from "./drawing";
import type { Draws } from "../draws";
import type { BodyRow, LevelLook, ListColumn } from "./list-drawing";
import { amountCell, type NumberDress, type ZeroDress } from "./number-dress";
import { type Language, sumOf, type Truth } from "./truth";

export const clientHeaders: Record<Language, readonly string[]> = {
  en: [
    "Client",
    "Customer",
    "Customer name",
    "Customer\nname",
    "Company",
    "Account name",
    "Sold-to party",
    "CUSTOMER_NAME",
    "Buyer",
  ],
  ru: ["Клиент", "Контрагент", "Покупатель", "Заказчик", "Наименование контрагента", "Организация", "КЛИЕНТ"],
};

export const amountHeaders: Record<Language, readonly string[]> = {
  en: [
    "Revenue",
    "Sales",
    "Amount",
    "Net sales",
    "Total amount",
    "Turnover",
    "Net value",
    "Sales, USD",
    "NET_AMOUNT",
  ],
  ru: [
    "Выручка",
    "Сумма",
    "Продажи",
    "Оборот",
    "Сумма, руб.",
    "Выручка без НДС",
    "Реализация",
    "Отгрузка, руб.",
  ],
};

export const totalNames: Record<Language, readonly string[]> = {
  en: ["Total", "TOTAL", "Grand Total", "Total:"],
  ru: ["Итого", "ИТОГО", "Всего", "Общий итог", "Итого:"],
};

const heads = (rows: number, head: string | null): DrawnCell[] => [
  ...Array.from({ length: rows - 1 }, () => blank),
  plain(head),
];

/** The column of clients; levels below the first are indented as `look` says. */
export function clientColumn(header: string | null, rows: number, look: LevelLook): ListColumn {
  return {
    heads: heads(rows, header),
    cell({ label, indent, bold }) {
      if (label === null) return blank;
      const value = look === "spaces" ? " ".repeat(indent * 3) + label : label;
      const format = {
        ...(look === "indent" && indent > 0 && { indent }),
        ...(bold && look !== "none" && { font: { bold: true } }),
      };
      return Object.keys(format).length > 0 ? { value, format } : { value };
    },
  };
}

/** A column of amounts: of one period, or of all. */
export function amountColumn(
  header: readonly DrawnCell[],
  period: number | null,
  dress: (row: BodyRow, at: number) => NumberDress,
  zero: ZeroDress,
): ListColumn {
  return {
    heads: header,
    isMoney: true,
    cell(row, at) {
      if (row.cents === null) return blank;
      const cents = period === null ? sumOf(row.cents) : row.cents[period];
      return amountCell(cents, dress(row, at), zero);
    },
  };
}

/** Columns that stand beside clients and amounts, and are not the revenue. */
export const sideColumns = [
  "code",
  "manager",
  "department",
  "city",
  "postal",
  "phone",
  "taxNumber",
  "document",
  "quantity",
  "quantityAndPrice",
  "share",
  "vat",
  "withVat",
  "plan",
  "cost",
  "profit",
  "margin",
  "debt",
  "rowNumber",
  "since",
] as const;
export type SideColumn = (typeof sideColumns)[number];

/** Those that say nothing beside periods, or would need one per period. */
const notBesidePeriods: ReadonlySet<SideColumn> = new Set<SideColumn>([
  "quantityAndPrice",
  "vat",
  "withVat",
  "plan",
]);

const headerOf: Record<SideColumn, Record<Language, readonly string[]>> = {
  code: {
    en: ["Customer code", "Client ID", "Account", "Customer No."],
    ru: ["Код клиента", "Код", "Код контрагента"],
  },
  manager: { en: ["Manager", "Sales rep", "Account owner"], ru: ["Менеджер", "Ответственный"] },
  department: { en: ["Department", "Sales office"], ru: ["Отдел", "Подразделение"] },
  city: { en: ["City", "Region"], ru: ["Город", "Регион"] },
  postal: { en: ["Postal code", "ZIP"], ru: ["Индекс", "Почтовый индекс"] },
  phone: { en: ["Phone"], ru: ["Телефон"] },
  taxNumber: { en: ["Tax ID", "VAT number"], ru: ["ИНН"] },
  document: {
    en: ["Sales order", "Invoice No.", "Last order"],
    ru: ["№ заказа", "Номер договора", "Накладная"],
  },
  quantity: {
    en: ["Quantity", "Qty", "Units sold", "Weight, kg"],
    ru: ["Количество", "Кол-во", "Отгружено, кг", "Количество, шт"],
  },
  quantityAndPrice: {
    en: ["Qty|Unit price", "Quantity|Price"],
    ru: ["Кол-во|Цена", "Количество|Цена за ед."],
  },
  share: { en: ["Share", "% of total"], ru: ["Доля", "Доля, %"] },
  vat: { en: ["VAT", "Tax"], ru: ["НДС", "Сумма НДС"] },
  withVat: { en: ["Amount incl. VAT", "Gross amount"], ru: ["Сумма с НДС", "Всего с НДС"] },
  plan: { en: ["Plan", "Sales target", "Budget"], ru: ["План", "План продаж"] },
  cost: { en: ["Cost", "COGS", "Cost of sales"], ru: ["Себестоимость"] },
  profit: { en: ["Profit", "Gross profit"], ru: ["Прибыль", "Валовая прибыль"] },
  margin: { en: ["Margin %", "Profitability"], ru: ["Рентабельность", "Маржа, %"] },
  debt: { en: ["Receivables", "Balance"], ru: ["Дебиторская задолженность", "Долг"] },
  rowNumber: { en: ["No.", "#"], ru: ["№", "№ п/п"] },
  since: { en: ["Customer since"], ru: ["Клиент с года", "Год начала работы"] },
};

/** The columns of a kind: their cells speak of the row's client, and are blank elsewhere. */
export function sideColumn(kind: SideColumn, truth: Truth, rows: number, draws: Draws): ListColumn[] {
  if (truth.width > 1 && notBesidePeriods.has(kind)) return [];
  const names = draws.pick(headerOf[kind][truth.language]).split("|");
  const values = new Map(
    truth.clients.map((client, i) => [client.name, valuesOf(kind, sumOf(client.amounts), i, client, draws)]),
  );
  const all = sumOf(truth.clients.map(({ amounts }) => sumOf(amounts)));
  const isSummed = ["quantity", "vat", "withVat", "plan", "cost", "profit", "debt"].includes(kind);
  const totalAt = draws.chance(0.7);
  return names.map((name, i) => ({
    heads: heads(rows, name),
    cell({ kind: row, client, cents }): DrawnCell {
      if (client && row === "client") {
        const value = values.get(client.name)![i];
        return kind === "share"
          ? plain(Math.round((sumOf(client.amounts) / all) * 10_000) / 10_000)
          : plain(value);
      }
      if (row !== "total" || cents === null || !isSummed || !totalAt) return blank;
      const sum = [...values.values()].reduce((s, value) => s + Math.round(Number(value[i]) * 100), 0);
      return plain(sum / 100);
    },
  }));
}

function valuesOf(
  kind: SideColumn,
  cents: number,
  at: number,
  { code, manager, department, city }: Truth["clients"][number],
  draws: Draws,
): readonly (string | number)[] {
  const amount = cents / 100;
  const rounded = (part: number) => Math.round(amount * part * 100) / 100;
  switch (kind) {
    case "code":
      return [Number(code)];
    case "manager":
      return [manager];
    case "department":
      return [department];
    case "city":
      return [city];
    case "postal":
      return [draws.integer(101_000, 690_000)];
    case "phone":
      return [Number(`79${draws.integer(100_000_000, 999_999_999)}`)];
    case "taxNumber":
      return [draws.integer(1_000_000_000, 9_999_999_999)];
    case "document":
      return [4_500_000 + at * 7 + draws.integer(0, 3)];
    case "quantity":
      return [draws.integer(1, 900)];
    case "quantityAndPrice": {
      const quantity = draws.integer(2, 90);
      return [quantity, Math.round((amount / quantity) * 100) / 100];
    }
    case "share":
      return [0];
    case "vat":
      return [rounded(0.2)];
    case "withVat":
      return [rounded(1.2)];
    case "plan":
      return [Math.round((amount * (0.8 + 0.4 * draws.next())) / 100) * 100];
    case "cost":
      return [rounded(0.5 + 0.3 * draws.next())];
    case "profit":
      return [rounded(0.1 + 0.3 * draws.next())];
    case "margin":
      return [Math.round((0.1 + 0.3 * draws.next()) * 1000) / 1000];
    case "debt":
      return [draws.chance(0.4) ? 0 : rounded(0.3 * draws.next())];
    case "rowNumber":
      return [at + 1];
    case "since":
      return [draws.integer(1998, 2022)];
  }
}
