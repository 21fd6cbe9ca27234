import { headerWords } from "./header-words";

const part =
  /^((?:customer|client|buyer|guest|member|patient|billing) )?(?:(last ?name|surname|family name|фамилия)|(first ?name|given name|forename|имя)|(middle ?name|patronymic|отчество))$/;

/** The columns that hold parts of one person's name, by their position among the headers; null without a first and a last name. */
export function partsOfName(headers: readonly string[]): readonly number[] | null {
  const places = new Map<string, { last?: number; first?: number; middle?: number }>();
  headers.forEach((header, at) => {
    const [, of = "", last, first] = part.exec(headerWords(header)) ?? [];
    if (!part.test(headerWords(header))) return;
    const name = places.get(of) ?? {};
    name[last ? "last" : first ? "first" : "middle"] ??= at;
    places.set(of, name);
  });
  for (const { last, first, middle } of places.values()) {
    if (last === undefined || first === undefined) continue;
    return [last, first, ...(middle === undefined ? [] : [middle])].sort((a, b) => a - b);
  }
  return null;
}
