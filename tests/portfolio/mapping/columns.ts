import { proposeMapping, type Role } from "../../../src/portfolio";
import { type Cell, listOf } from "../lists";

export const english = [
  "Acorn Ltd",
  "Birch Inc",
  "Cedar LLC",
  "Dune AG",
  "Elm Co",
  "Fjord AS",
  "Grove SA",
  "Heath Plc",
];
export const russian = ["Альфа", "Бета", "Вега", "Гамма", "Дельта", "Заря", "Изумруд", "Кедр"];
export const money = [9000, 7000, 5000, 4000, 3000, 2500, 2000, 1500];
export const other = [600, 812, 1030, 1200, 1500, 2010, 2500, 3070];
export const steps = (first: number, step: number) => money.map((_, i) => first + i * step);
export const same = (cell: Cell) => money.map(() => cell);
export const days = steps(45_300, 9);
export const texts = (text: (i: number) => string) => money.map((_, i) => text(i));

export type Columns = Readonly<Record<string, readonly Cell[]>>;

export const listFrom = (columns: Columns) =>
  listOf([
    Object.keys(columns),
    ...money.map((_, row) => Object.values(columns).map((cells) => cells[row] ?? null)),
  ]);

/** Header → role of every column that has one. */
export const rolesOf = (columns: Columns): Record<string, Role> =>
  Object.fromEntries(proposeMapping(listFrom(columns)).columns.map(({ header, role }) => [header, role]));
