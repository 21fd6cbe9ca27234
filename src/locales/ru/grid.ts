import type { grid as english } from "../en/grid";

export const grid: typeof english = {
  sortAscending: "Сортировать по возрастанию (от А до Я)",
  sortDescending: "Сортировать по убыванию (от Я до А)",
  filterByValue: "Фильтр по значению этой ячейки",
  clearFilter: "Снять фильтр",
  refusals: {
    AccessDenied: "Лист или книга защищены. Чтобы внести изменения, снимите защиту.",
    InvalidArgument: "Не удалось прочитать введённое. Проверьте формулу, имя или число.",
    ItemAlreadyExists: "Такое имя уже есть. Выберите другое.",
    InsertDeleteConflict: "Так разорвётся таблица или объединённая ячейка.",
    MergedRangeConflict: "Это невозможно: здесь объединённые ячейки.",
    TableOverlap: "Здесь помешает другая таблица.",
    InvalidOperation:
      "Здесь так нельзя: мешают объединённые ячейки, результаты, занимающие несколько ячеек, или строки, скрытые фильтром.",
    RangeExceedsLimit: "Слишком много ячеек за один раз.",
  },
  refused: "Здесь так сделать нельзя.",
};
