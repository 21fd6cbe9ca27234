import type { steadinessRemedy as english } from "../en/steadiness-remedy";
import { numbersIn } from "../wording/numbers";

const { number } = numbersIn.ru;

const changes: Record<Parameters<typeof english>[0], string> = {
  widerLimits: "границы 50 % и 100 %",
  quarters: "по кварталам",
  frequency: "по частоте покупок",
};

export const steadinessRemedy: typeof english = (change, counts) => {
  const given = (["X", "Y", "Z", "N"] as const).filter((own) => counts[own] > 0);
  return `${changes[change]} (${given.map((own) => `${own} ${number(counts[own])}`).join(", ")})`;
};
