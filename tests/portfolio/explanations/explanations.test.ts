import { clientFigureNames, figureNames } from "../../../src/portfolio/explanations";
import { checkPortfolio } from "./checked";

const SEED = 14_000;
const EXPLANATIONS = 10_000;

test(`of ${EXPLANATIONS} random explanations each gives its figure again from its own inputs`, () => {
  let count = 0;
  const seen = new Set<string>();
  for (let seed = SEED; count < EXPLANATIONS; seed++) {
    const looked = checkPortfolio(seed, 12);
    expect(looked.broken).toEqual([]);
    count += looked.count;
    for (const figure of looked.figures) seen.add(figure);
  }
  // Documents are counted only where a list was added up from them.
  const all = [...clientFigureNames, ...figureNames].filter((figure) => figure !== "purchasesPerClient");
  expect(all.filter((figure) => !seen.has(figure))).toEqual([]);
});
