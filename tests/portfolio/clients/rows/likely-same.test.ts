import fc from "fast-check";
import { likelySameSteps, nameWithoutDress } from "../../../../src/portfolio/clients/rows/likely-same";
import { finish } from "../../../../src/portfolio";

test.each([
  ['ООО "Ромашка"', "ООО «Ромашка»"],
  ['ООО "Ромашка"', "Ромашка, ООО"],
  ["АО Василёк", "АО Василек"],
  ["АО Василёк", "А.О. Василек"],
  ["Общество с ограниченной ответственностью «Лютик»", "Лютик"],
  ["Birch Inc.", "Birch, Inc"],
  ["Cedar Ltd", "Cedar Limited"],
  ["Oak & Sons GmbH", "Oak and Sons"],
  ["Pine  Works   LLC", "PINE WORKS L.L.C."],
])("%s and %s are likely one", (one, other) => {
  expect(nameWithoutDress(one)).toBe(nameWithoutDress(other));
});

test.each([
  ["Ромашка", "Ромашка 2"],
  ["Ромашка Север", "Ромашка Юг"],
  ["Birch Mill", "Birch Hill"],
])("%s and %s are two", (one, other) => {
  expect(nameWithoutDress(one)).not.toBe(nameWithoutDress(other));
});

test("names that are nothing but a legal form are nobody's twin", () => {
  expect(finish(likelySameSteps(["ООО", "АО", "Ltd"]))).toEqual([]);
});

test("groups stand in the order of their first client", () => {
  expect(finish(likelySameSteps(["Birch Inc", "Вега", "Cedar", "ООО Вега", "Birch"]))).toEqual([
    [0, 4],
    [1, 3],
  ]);
});

test("names of plain letters are compared as all others are", () => {
  const word = fc.constantFrom(
    "ромашка",
    "ООО",
    "Birch",
    "ltd",
    "7",
    "общества",
    "предпринимателя",
    "Индивидуальный",
  );
  const name = fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(" "));
  // A dot at the end says nothing, and is no plain letter.
  fc.assert(
    fc.property(name, (plain) => expect(nameWithoutDress(plain)).toBe(nameWithoutDress(`${plain}.`))),
    { seed: 20261126 },
  );
});
