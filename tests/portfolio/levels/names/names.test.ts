import {
  isLevelName,
  levelsOfHeaders,
  meaningsOfLevels,
} from "../../../../src/portfolio/levels/names/header-levels";
import { type NameSign, signOf } from "../../../../src/portfolio/levels/names/name-signs";
import { namesNobody } from "../../../../src/portfolio/levels/names/unnamed-names";

test.each([
  "Прочие",
  "прочие клиенты",
  "Прочие покупатели",
  "Остальные",
  "Другие контрагенты",
  "Разное",
  "Розничный покупатель",
  "Розничные покупатели",
  "Розница",
  "Физлица",
  "Физ. лица",
  "Физические лица",
  "Частные лица",
  "Разовые покупатели",
  "Без клиента",
  "Не указан",
  "<Не указан>",
  "Контрагент не указан",
  "(пусто)",
  "<...>",
  "—",
  "Others",
  "Rest (112 customers)",
  "Remaining 40 accounts",
  "112 other customers",
  "and 12 more clients",
  "Small customers (25)",
  "Long tail",
  "Former customers",
  "Новые клиенты",
  "Остальные 25 клиентов",
  "Прочие (112 шт.)",
  "Мелкие клиенты",
  "и ещё 12 покупателей",
  "25 прочих контрагентов",
  "Other customers",
  "All other customers",
  "Misc",
  "Misc.",
  "Miscellaneous",
  "Retail customers",
  "Walk-in customers",
  "One-time customer",
  "Cash sales",
  "No customer",
  "Not specified",
  "Unknown",
  "(blank)",
  "n/a",
])("%j is nobody", (name) => {
  expect(namesNobody(name)).toBe(true);
});

test.each([
  "Прочие материалы ООО",
  "ООО Другие решения",
  "Разноэкспорт",
  "Розничные технологии",
  "Физтех",
  "Другой мир",
  "Частная клиника",
  "Other World Ltd",
  "Others & Sons",
  "Rest Assured Ltd",
  "New Accounts Software Ltd",
  "Small World Travel",
  "Minor Hotels",
  "Retail 24",
  "Мелкий опт, ООО",
  "Остальные материалы 25",
  "Ещё не вечер, кафе",
  "Miscellanea Inc",
  "Retail Group",
  "Cash Converters",
  "Guest House Oak",
  "Unknown Worlds",
  "Private Bank",
  "Nordic Foods",
  "3M",
])("%j is a client", (name) => {
  expect(namesNobody(name)).toBe(false);
});

test.each<[string, NameSign]>([
  ['ООО "Ромашка"', "company"],
  ["Ромашка, АО", "company"],
  ["ИП Иванов И.И.", "company"],
  ["Acorn Ltd.", "company"],
  ["Grove S.A.", "company"],
  ["Order Logistics LLC", "company"],
  ["Реализация товаров и услуг 0000-000001 от 05.01.2025 12:00:00", "document"],
  ["Счет на оплату № 15", "document"],
  ["Договор поставки", "document"],
  ["Invoice 1001", "document"],
  ["INV-1001", "document"],
  ["05.01.2025", "document"],
  ["Январь 2025", "document"],
  ["62.01", "account"],
  ["Болт М8", "goods"],
  ["Кабель 3х1,5", "goods"],
  ["Краска 5 кг", "goods"],
  ["SKU-12", "goods"],
  ["Иванова", "person"],
  ["Петров И.И.", "person"],
  ["Anna", "person"],
  ["Анна Смирнова", "person"],
  ["Отдел продаж 1", "group"],
  ["Северный регион", "group"],
  ["Key accounts", "group"],
  ["Альфа", null],
  ["Заря", null],
  ["Fjord", null],
])("%j looks like %s", (name, sign) => {
  expect(signOf(name)).toBe(sign);
});

test("headers name levels in their order", () => {
  expect(levelsOfHeaders(["Менеджер / Контрагент"])).toEqual(["manager", "client"]);
  expect(levelsOfHeaders(["Контрагент", "Номенклатура"])).toEqual(["client", "goods"]);
  expect(levelsOfHeaders(["Счет Контрагенты"])).toEqual(["account", "client"]);
  expect(levelsOfHeaders(["Customer / Item"])).toEqual(["client", "goods"]);
  expect(levelsOfHeaders(["Region > Sales rep > Customer"])).toEqual(["department", "manager", "client"]);
});

test("a header that names one level says nothing of several", () => {
  expect(levelsOfHeaders(["Наименование контрагента"])).toEqual([]);
  expect(levelsOfHeaders(["Customer group"])).toEqual([]);
  expect(levelsOfHeaders(["Row Labels"])).toEqual([]);
});

test("named levels are the deepest ones", () => {
  expect(meaningsOfLevels(["department", "client"], 4)).toEqual([null, null, "department", "client"]);
  expect(meaningsOfLevels(["department", "client", "goods"], 2)).toEqual(["department", "client"]);
});

test("nothing but the name of a level is one", () => {
  expect(["Номенклатура", "Контрагент", "Договор"].map(isLevelName)).toEqual([true, true, true]);
  expect(["Номенклатура плюс", "Альфа"].map(isLevelName)).toEqual([false, false]);
});
