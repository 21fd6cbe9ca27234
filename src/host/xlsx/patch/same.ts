/** Whether two pieces of a record say the same; a property that is undefined is none. */
export function same(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  if (Array.isArray(one) && one.length !== (other as unknown[]).length) return false;
  const [first, second] = [one as Record<string, unknown>, other as Record<string, unknown>];
  return (
    Object.keys(first).every((name) => same(first[name], second[name])) &&
    Object.keys(second).every((name) => name in first || second[name] === undefined)
  );
}
