import { numbersIn } from "../wording/numbers";

const { number } = numbersIn.en;

/** Columns in which people score clients: their headers, and what Excel says to whoever types into them. */
export const scoreColumns = {
  /** The criteria of “Деловая среда”: six of the client, six of the supplier as the client sees it. */
  criteria: {
    attractiveness: [
      "Attractiveness: order volume",
      "Attractiveness: number of orders",
      "Attractiveness: economic stability",
      "Attractiveness: growth potential",
      "Attractiveness: transparency of deals",
      "Attractiveness: similarity of structure",
    ],
    loyalty: [
      "Loyalty: price",
      "Loyalty: range",
      "Loyalty: service",
      "Loyalty: technical level",
      "Loyalty: exclusive goods",
      "Loyalty: quality and speed",
    ],
  },
  /** At most 32 letters. */
  title: "Score",
  only: (lowest: number, highest: number, isWhole: boolean) =>
    `${isWhole ? "A whole number" : "A number"} from ${number(lowest)} to ${number(highest)}, please. An empty cell means: not scored.`,
  onlyRatio: "A number above 0, please. An empty cell means: not scored.",
  hint: (lowest: number, highest: number) =>
    `${number(lowest)} is the worst, ${number(highest)} the best. Leave the cell empty if you do not know.`,
  ratio: "1 means as strong as the best competitor. Leave the cell empty if you do not know.",
};
