import type { WorkbookRecord } from "../../src/host/workbook-record";

/** As Excel copies a sheet: tables get other names, and names that refer to the sheet come again as names of the copy. */
export function withCopy(record: WorkbookRecord, name: string): WorkbookRecord {
  const onCopy = (formula: string) => formula.replace(/^=(?:'[^']*'|\w+)!/, "='Copy'!");
  const sheet = structuredClone(record.sheets.find((each) => each.name === name)!);
  delete sheet.part;
  const tables = sheet.tables.map((table) => ({ ...table, id: table.id + 1000, name: `${table.name}_2` }));
  const names = record.names.filter(({ formula }) => new RegExp(`^='?${name}'?!`).test(formula));
  return {
    ...record,
    sheets: [...record.sheets, { ...sheet, name: "Copy", tables, charts: [] }],
    names: [
      ...record.names,
      ...names.map((each) => ({ ...each, scope: "Copy", formula: onCopy(each.formula) })),
    ],
  };
}
