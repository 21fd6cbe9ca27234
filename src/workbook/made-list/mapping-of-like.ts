import { headerText, type Mapping, type SourceColumn, type SourceList, unitOf } from "../../portfolio";

/** The mapping of a list for its like, whose headers may differ in case and spaces, and in their order. */
export function mappingFor(list: SourceList, main: SourceList, mapping: Mapping): Mapping {
  if (list === main) return mapping;
  const textOf = ({ header }: SourceColumn) => String(header).trim().replace(/\s+/g, " ").toLowerCase();
  const taken = new Set<SourceColumn>();
  const likes = main.columns.map((column, i) => {
    const text = textOf(column);
    const own = list.columns.at(i);
    const like =
      own && textOf(own) === text
        ? own
        : list.columns.find((each) => textOf(each) === text && !taken.has(each));
    if (like) taken.add(like);
    return like;
  });
  const history = new Set(mapping.columns.flatMap(({ header, role }) => (role === "period" ? [header] : [])));
  const units = new Set(
    main.columns
      .filter((column) => history.has(headerText(main, column)))
      .map(({ header }) => unitOf(header)),
  );
  // A sheet may have periods of its own.
  const own = list.columns.filter(
    (column) =>
      history.size > 1 && !taken.has(column) && unitOf(column.header) && units.has(unitOf(column.header)),
  );
  const at = new Map(main.columns.map((column, i) => [headerText(main, column), likes[i]]));
  return {
    ...mapping,
    columns: [
      ...mapping.columns.flatMap(({ header, role }) => {
        const like = at.get(header);
        return like ? [{ header: headerText(list, like), role }] : [];
      }),
      ...own.map((column) => ({ header: headerText(list, column), role: "period" as const })),
    ],
  };
}
