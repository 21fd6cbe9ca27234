import fc from "fast-check";
import { amountColumn, amountHeaders, clientColumn, totalNames } from "../columns";
import { plain } from "../drawing";
import { Draws } from "../../draws";
import { frameChoices, frameOf } from "../frame";
import { expectedOf, type Layout, type LayoutKind, seldom, sheetNames, truthChoices } from "../layout";
import { bodyRow, type BodyRow, clientRow, drawList, type LevelLook, type ListColumn } from "../list-drawing";
import { short } from "../period-dress";
import { type Language, sumOf, type Truth, type TrueClient, truthOf } from "../truth";
import { totalRow } from "./flat";

const looks = fc.constantFrom<LevelLook>("indent", "spaces", "bold", "none");
const money = fc.constantFrom("whole" as const, "cents" as const, "thousands" as const, "large" as const);

const common = {
  truth: truthChoices({ min: 6, max: 24 }, money),
  frame: frameChoices,
  look: looks,
  /** 1: one amount; more: so many months. */
  width: fc.constantFrom(1, 1, 3, 6),
  total: fc.constantFrom("none", "bottom", "bottom", "top"),
  quantity: seldom(3),
};

const groupedBy = (truth: Truth, key: "manager" | "department"): [string, TrueClient[]][] => {
  const groups = new Map<string, TrueClient[]>();
  for (const client of truth.clients) groups.set(client[key], [...(groups.get(client[key]) ?? []), client]);
  return [...groups];
};

const addUp = (clients: readonly TrueClient[], width: number): number[] =>
  Array.from({ length: width }, (_, p) => sumOf(clients.map(({ amounts }) => amounts[p])));

const deeper = (rows: readonly BodyRow[], by = 1): BodyRow[] =>
  rows.map((row) => ({ ...row, indent: row.indent + by }));

/** Splits amounts into so many parts that add up to them. */
export function partsOf(amounts: readonly number[], count: number, draws: Draws): number[][] {
  const parts: number[][] = [];
  const rest = [...amounts];
  for (let part = 0; part < count - 1; part++) {
    const share = amounts.map((cents, p) => {
      const piece = Math.round(cents * (0.2 + (0.6 * draws.next()) / count));
      rest[p] -= piece;
      return piece;
    });
    parts.push(share);
  }
  return [...parts, rest];
}

function amountsOf(language: Language, width: number, draws: Draws): ListColumn[] {
  if (width === 1) {
    return [amountColumn([plain(draws.pick(amountHeaders[language]))], null, () => "number", "0")];
  }
  return Array.from({ length: width }, (_, at) =>
    amountColumn([plain(`${short[language][at]} 2025`)], at, () => "number", "blank"),
  );
}

interface LevelsChoices {
  truth: Omit<Parameters<typeof truthOf>[0], "width">;
  frame: Parameters<typeof frameOf>[0];
  look: LevelLook;
  width: number;
  total: string;
  quantity: boolean;
}

function drawLevels(
  kind: string,
  choices: LevelsChoices,
  truth: Truth,
  header: string | null,
  rows: readonly BodyRow[],
  draws: Draws,
  more: readonly ListColumn[] = [],
): Layout {
  const { language } = truth;
  const label = draws.pick(totalNames[language]);
  const total = { ...totalRow(truth, label), bold: true };
  const body =
    choices.total === "top" ? [total, ...rows] : choices.total === "bottom" ? [...rows, total] : [...rows];
  const quantity: ListColumn = {
    heads: [plain(language === "ru" ? "Количество" : "Quantity")],
    cell: ({ cents }) =>
      plain(cents === null ? null : Math.max(1, Math.round(Math.abs(sumOf(cents)) / 50_000))),
  };
  const columns = [
    clientColumn(header, 1, choices.look),
    ...more,
    ...(choices.quantity ? [quantity] : []),
    ...amountsOf(language, truth.width, draws),
  ];
  const frame = {
    ...frameOf(choices.frame, language, columns.length, draws),
    gaps: [],
    gapBelowHeader: false,
  };
  const drawing = drawList(columns, body, frame);
  return {
    kind: `${kind} (${choices.look})`,
    sheets: [drawing.toSheet(draws.pick(sheetNames[language]))],
    ...expectedOf(truth, truth.width === 1 ? null : truth.width),
  };
}

const overClients: Record<Language, readonly string[]> = {
  en: ["Manager / Customer", "Sales rep / Client", "Row Labels", "Customer"],
  ru: ["Менеджер / Контрагент", "Менеджер / Клиент", "Названия строк", "Контрагент"],
};

/** Managers (and departments) over their clients, with sums on every level. */
export const groups: LayoutKind = {
  name: "groups over clients",
  arbitrary: fc
    .record({ ...common, header: fc.nat({ max: 3 }), departments: seldom(3), closing: seldom(4) })
    .map((choices) => {
      const truth = truthOf({ ...choices.truth, width: choices.width });
      const draws = new Draws(choices.truth.seed + 3);
      const { language, width } = truth;
      const group = (label: string, clients: readonly TrueClient[], rows: readonly BodyRow[]): BodyRow[] => {
        const cents = addUp(clients, width);
        if (!choices.closing) {
          return [bodyRow({ kind: "group", label, cents, bold: true }), ...deeper(rows)];
        }
        const closing = language === "ru" ? `Итого ${label}` : `Total ${label}`;
        return [
          bodyRow({ kind: "group", label, bold: true }),
          ...deeper(rows),
          bodyRow({ kind: "group", label: closing, cents, bold: true }),
        ];
      };
      const byManager = (clients: readonly TrueClient[]) =>
        groupedBy({ ...truth, clients }, "manager").flatMap(([manager, own]) =>
          group(
            manager,
            own,
            own.map((client) => clientRow(client)),
          ),
        );
      const rows = choices.departments
        ? groupedBy(truth, "department").flatMap(([department, own]) =>
            group(department, own, byManager(own)),
          )
        : byManager(truth.clients);
      return drawLevels(
        "groups over clients",
        choices,
        truth,
        overClients[language][choices.header],
        rows,
        draws,
      );
    }),
};

const goods: Record<Language, readonly string[]> = {
  en: ["Bolt M8", "Nut M8", "Steel sheet 2 mm", "Cable 3x1.5", "Paint, white 10 l"],
  ru: ["Болт М8", "Гайка М8", "Лист стальной 2 мм", "Кабель 3х1,5", "Краска белая 10 л"],
};

const documentOf = (language: Language, number: number, draws: Draws): string => {
  const day = String(draws.integer(1, 28)).padStart(2, "0");
  const month = String(draws.integer(1, 12)).padStart(2, "0");
  const code = String(number).padStart(6, "0");
  return language === "ru"
    ? `Реализация товаров и услуг 0000-${code} от ${day}.${month}.2025 12:00:00`
    : `Invoice INV-${code} dated 2025-${month}-${day}`;
};

/** Clients over goods or documents that add up to them. */
export const details: LayoutKind = {
  name: "details below clients",
  arbitrary: fc
    .record({
      ...common,
      of: fc.constantFrom("goods", "documents"),
      managers: seldom(4),
      most: fc.integer({ min: 2, max: 4 }),
    })
    .map((choices) => {
      const truth = truthOf({ ...choices.truth, returns: false, width: choices.width });
      const draws = new Draws(choices.truth.seed + 4);
      const { language, width } = truth;
      let number = draws.integer(1, 500);
      const rowsOf = (client: TrueClient): BodyRow[] => {
        const parts = partsOf(client.amounts, draws.integer(1, choices.most), draws);
        const names = draws.shuffled(goods[language]);
        return [
          clientRow(client, { bold: true }),
          ...parts.map((cents, i) =>
            bodyRow({
              kind: "detail",
              label: choices.of === "goods" ? names[i] : documentOf(language, number++, draws),
              cents,
              indent: 1,
            }),
          ),
        ];
      };
      const rows = choices.managers
        ? groupedBy(truth, "manager").flatMap(([label, own]) => [
            bodyRow({ kind: "group", label, cents: addUp(own, width), bold: true }),
            ...deeper(own.flatMap(rowsOf)),
          ])
        : truth.clients.flatMap(rowsOf);
      const header =
        language === "ru" ? draws.pick(["Контрагент", "Покупатель"]) : draws.pick(["Customer", "Client"]);
      return drawLevels(`${choices.of} below clients`, choices, truth, header, rows, draws);
    }),
};

const projects: Record<Language, readonly string[]> = {
  en: ["Kitchen remodel", "Garage", "Warehouse", "Phase 2", "North site"],
  ru: ["Склад", "Офис на Лесной", "Очередь 2", "Северная площадка", "Ремонт цеха"],
};

/** A client's name alone, its sub-customers below, and a closing total with its name. */
export const subCustomers: LayoutKind = {
  name: "sub-customers",
  arbitrary: fc
    .record({ ...common, part: fc.integer({ min: 1, max: 3 }), noHeader: fc.boolean() })
    .map((choices) => {
      const truth = truthOf({ ...choices.truth, width: choices.width });
      const draws = new Draws(choices.truth.seed + 5);
      const { language } = truth;
      const rows = truth.clients.flatMap((client): BodyRow[] => {
        if (!draws.chance(choices.part / 4)) return [clientRow(client)];
        const names = draws.shuffled(projects[language]);
        const closing = language === "ru" ? `Итого ${client.name}` : `Total ${client.name}`;
        return [
          bodyRow({ kind: "client", label: client.name, client }),
          ...partsOf(client.amounts, draws.integer(2, 4), draws).map((cents, i) =>
            bodyRow({ kind: "detail", label: names[i], cents, indent: 1 }),
          ),
          bodyRow({ kind: "total", label: closing, cents: client.amounts }),
        ];
      });
      const header = choices.noHeader ? null : language === "ru" ? "Клиент" : "Customer";
      return drawLevels("sub-customers", choices, truth, header, rows, draws);
    }),
};

/** A client named on its first line only, lines of products below; with or without totals per client. */
export const firstLineOnly: LayoutKind = {
  name: "named on first line",
  arbitrary: fc
    .record({ ...common, totals: fc.constantFrom("none", "name", "subtotal"), every: fc.boolean() })
    .map((choices) => {
      const truth = truthOf({ ...choices.truth, width: choices.width });
      const draws = new Draws(choices.truth.seed + 6);
      const { language } = truth;
      const product = new Map<BodyRow, string>();
      // A single line without a name, which no subtotal speaks for, is a gap and no pattern.
      const isBare = choices.totals === "none" && !choices.every;
      const rows = truth.clients.flatMap((client, position): BodyRow[] => {
        const names = draws.shuffled(goods[language]);
        const fewest = isBare && position % 2 === 0 ? 2 : 1;
        const lines = partsOf(client.amounts, draws.integer(fewest, 4), draws).map((cents, i) => {
          const label = i === 0 || choices.every ? client.name : null;
          const row = bodyRow({ kind: "client", label, client, cents });
          product.set(row, names[i]);
          return row;
        });
        if (choices.totals === "none") return lines;
        const named = language === "ru" ? `${client.name} Итог` : `${client.name} Total`;
        const label = choices.totals === "name" ? named : language === "ru" ? "Подытог" : "Subtotal";
        return [...lines, bodyRow({ kind: "total", label, cents: client.amounts, bold: true })];
      });
      const products: ListColumn = {
        heads: [plain(language === "ru" ? "Номенклатура" : "Product")],
        cell: (row) => plain(product.get(row) ?? null),
      };
      const header = language === "ru" ? "Клиент" : "Customer";
      return drawLevels("named on first line", { ...choices, look: "none" }, truth, header, rows, draws, [
        products,
      ]);
    }),
};

/** A pivot table in tabular form: a column of managers, named on their first line, with "X Total" rows. */
export const tabular: LayoutKind = {
  name: "tabular pivot",
  arbitrary: fc.record({ ...common, everyLine: fc.boolean(), totals: fc.boolean() }).map((choices) => {
    const truth = truthOf({ ...choices.truth, width: choices.width });
    const draws = new Draws(choices.truth.seed + 7);
    const { language, width } = truth;
    const managers = new Map<BodyRow, string>();
    const rows = groupedBy(truth, "manager").flatMap(([manager, own]): BodyRow[] => {
      const lines = own.map((client, i) => {
        const row = clientRow(client);
        if (i === 0 || choices.everyLine) managers.set(row, manager);
        return row;
      });
      if (!choices.totals) return lines;
      const closing = bodyRow({ kind: "group", cents: addUp(own, width), bold: true });
      managers.set(closing, language === "ru" ? `${manager} Итог` : `${manager} Total`);
      return [...lines, closing];
    });
    const label = language === "ru" ? "Общий итог" : "Grand Total";
    const total = totalRow(truth, label);
    if (choices.total !== "none") {
      rows.push({ ...total, label: null });
      managers.set(rows.at(-1)!, label);
    }
    const manager: ListColumn = {
      heads: [plain(language === "ru" ? "Менеджер" : "Manager")],
      cell: (row) => plain(managers.get(row) ?? null),
    };
    const columns = [
      manager,
      clientColumn(language === "ru" ? "Клиент" : "Customer", 1, "none"),
      ...amountsOf(language, width, draws),
    ];
    const frame = {
      ...frameOf(choices.frame, language, columns.length, draws),
      gaps: [],
      gapBelowHeader: false,
    };
    return {
      kind: "tabular pivot",
      sheets: [drawList(columns, rows, frame).toSheet(draws.pick(sheetNames[language]))],
      ...expectedOf(truth, width === 1 ? null : width),
    };
  }),
};
