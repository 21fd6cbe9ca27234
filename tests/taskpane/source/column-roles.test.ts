import fc from "fast-check";
import { isSingleRole, roles, type Mapping, type Role } from "../../../src/portfolio";
import { roleGroups, roleOf, withRole } from "../../../src/taskpane/source/column-roles";

const headers = ["A", "B", "C", "D", "E"];
const changes = fc.array(
  fc.tuple(
    fc.uniqueArray(fc.constantFrom(...headers), { minLength: 1 }),
    fc.option(fc.constantFrom(...roles)),
  ),
);

const applied = (list: readonly (readonly [readonly string[], Role | null])[]) =>
  list.reduce<Mapping | null>((mapping, [columns, role]) => withRole(mapping, columns, role), null);

test("the choice offers every role once", () => {
  expect(Object.values(roleGroups).flat().sort()).toEqual([...roles].sort());
});

test("whatever is chosen, a column has one role at most and a single role one column at most", () => {
  fc.assert(
    fc.property(changes, (list) => {
      const columns = applied(list)?.columns ?? [];
      expect(new Set(columns.map(({ header }) => header)).size).toBe(columns.length);
      const single = columns.map(({ role }) => role).filter(isSingleRole);
      expect(new Set(single).size).toBe(single.length);
    }),
  );
});

test("the column that was chosen last has the role that was chosen", () => {
  fc.assert(
    fc.property(changes, fc.constantFrom(...headers), fc.constantFrom(...roles), (list, header, role) => {
      expect(roleOf(withRole(applied(list), [header], role), header)).toBe(role);
    }),
  );
});

test("a column that is not used is not in the mapping", () => {
  fc.assert(
    fc.property(changes, fc.constantFrom(...headers), (list, header) => {
      const mapping = withRole(applied(list), [header], null);
      expect(mapping.columns.map((column) => column.header)).not.toContain(header);
    }),
  );
});
