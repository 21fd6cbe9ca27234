export const sampleMonths = 24;

/** Park–Miller: a small generator with a fixed seed is all a sample needs. */
function randomFrom(seed: number) {
  let state = seed;
  return () => (state = (state * 48271) % 2147483647) / 2147483647;
}

/** What a client of the sample does; names are given by the texts. */
export interface SampleClient {
  parentGroup: number | null;
  department: number;
  manager: number | null;
  months: number[];
  directCost: number;
  costToServe: number;
  potential: number | null;
  scores: (number | null)[];
  flags: { wellKnown: boolean; partner: boolean; demanding: boolean; innovator: boolean; vip: boolean };
  lastContact: number | null;
  contactResult: 0 | 1 | null;
  lossReason: number | null;
}

/** How a client buys: steady, seasonal, by project, newly won, less and less, again after a long silence, or not any more. */
type Habit = "steady" | "seasonal" | "project" | "new" | "declining" | "returned" | "leaving" | "gone";

function habitOf(position: number): Habit {
  if (position === 8) return "declining";
  if (position === 19) return "returned";
  if (position === 26) return "gone";
  if (position === 17 || position === 33 || position === 48) return "new";
  if (position === 11 || position === 41) return "leaving";
  if (position % 7 === 3 || position > 52) return "project";
  return position % 3 === 0 || position < 4 ? "steady" : "seasonal";
}

function monthsOf(habit: Habit, level: number, random: () => number): number[] {
  const round = (amount: number) => Math.round(amount / 10) * 10;
  return Array.from({ length: sampleMonths }, (_, month) => {
    const season = 1 + 0.28 * Math.sin(((month + 9) / 12) * 2 * Math.PI);
    const noise = 0.9 + 0.2 * random();
    switch (habit) {
      case "steady":
        return round(level * (0.94 + 0.12 * random()));
      case "seasonal":
        return round(level * season * noise);
      case "project":
        return random() < 0.3 ? round(level * 3.2 * (0.5 + random())) : 0;
      case "new":
        return month < 22 ? 0 : round(level * noise);
      case "declining":
        return round(level * season * noise * (month < 20 ? 1 : 0.4));
      case "returned":
        return month > 11 && month < 21 ? 0 : round(level * noise);
      case "leaving":
        return month > 19 ? 0 : round(level * (1.3 - month * 0.05) * noise);
      case "gone":
        return month > 10 ? 0 : round(level * (1.3 - month * 0.05) * noise);
    }
  });
}

/** Excel day number of a date. */
const serial = (year: number, month: number, day: number) =>
  Math.round(Date.UTC(year, month - 1, day) / 86_400_000) + 25_569;

/** The clients, always the same: the seed is fixed. */
export function sampleClients(count: number, lossReasons: number): SampleClient[] {
  const random = randomFrom(20_240_131);
  return Array.from({ length: count }, (_, position) => {
    const level =
      position === 0 ? 1_450_000 : position === 1 ? 690_000 : 520_000 / (1 + position * 0.38) ** 1.15 + 9_000;
    const habit = habitOf(position);
    const months = monthsOf(habit, level, random);
    const revenue = months.reduce((sum, month) => sum + month, 0);
    const margin = position === 4 || position === 23 || position === 51 ? 0.015 : 0.14 + 0.16 * random();
    const department = position % 3;
    // Who came two months ago has not cost two years of visits.
    const served = habit === "new" ? 1 / 12 : 1;
    const score = (middle: number) => Math.max(1, Math.min(10, Math.round(middle + 4.4 * (random() - 0.5))));
    const attractiveness = Math.max(2.5, 8.2 - position * 0.085) + 1.6 * (random() - 0.5);
    const isLost = habit === "leaving" || habit === "gone";
    const loyalty = isLost ? 3 : 3.4 + 4.6 * random();
    return {
      parentGroup:
        position === 7 || position === 21
          ? 0
          : position === 12 || position === 30 || position === 44
            ? 1
            : null,
      department,
      manager: position === 36 ? null : department * 2 + (random() < (position < 9 ? 0.8 : 0.5) ? 0 : 1),
      months,
      directCost: Math.round(revenue * (1 - margin)),
      costToServe: Math.round(
        revenue * 0.03 + (18_000 + 60_000 * random() * (position === 23 ? 6 : 1)) * served,
      ),
      potential: position % 4 === 1 ? Math.round((revenue * (1.1 + 2.4 * random())) / 1000) * 1000 : null,
      scores: [
        ...[0, 0.4, -0.3, 0.2].map((shift) => (position === 29 ? null : score(attractiveness + shift))),
        ...[0, 0.5, -0.4].map((shift) => (position === 29 ? null : score(loyalty + shift))),
      ],
      flags: {
        wellKnown: [2, 4, 9, 20].includes(position),
        partner: [1, 14].includes(position),
        demanding: [3, 18, 37].includes(position),
        innovator: [16, 45].includes(position),
        vip: [0, 1, 4, 23].includes(position),
      },
      lastContact: position % 11 === 10 ? null : serial(2025, 12, 28) - Math.floor(random() * 75),
      contactResult: position % 11 === 10 ? null : random() < 0.78 ? 1 : 0,
      lossReason: isLost ? [11, 26, 41].indexOf(position) % lossReasons : null,
    };
  });
}
