import { keyStatus, ladderPresets, type KeyLadder, type KeyStatus } from "../analysis";
import { partOfWhole } from "../portfolio";
import { cellsOf, readNumbers } from "./cells";
import { ascendingLimits } from "./limits";
import { inShapeOf, type Phrase } from "./result";

const { key, dependence, mono } = ladderPresets["delovaya-sreda-2023"];
const preset = { key, dependence: dependence!, mono: mono! };

const phrases: Readonly<Record<KeyStatus, Phrase>> = {
  regular: ({ columns }) => columns.statuses.regular,
  key: ({ columns }) => columns.statuses.key,
  dependence: ({ columns }) => columns.statuses.dependence,
  mono: ({ columns }) => columns.statuses.mono,
};

/**
 * Status of each share on the key ladder, in the shape of `shares`. Source: methods §2, Delovaya Sreda (2023):
 * key at or above its limit, dependence above its own, mono-client at or above its own.
 *
 * @customfunction KEYSTATUS
 * @param shares Shares as fractions; blank = 0.
 * @param [keyLimit] Share from which a client is key; 10% when left out.
 * @param [dependenceLimit] Share above which there is dependence on the client; 20% when left out.
 * @param [monoLimit] Share from which one client is the whole business; 50% when left out.
 * @returns {any[][]}
 * @throws FunctionProblem for limits that are out of order; for shares that are not numbers only in their own cell.
 */
export function keystatus(
  shares: unknown[][],
  keyLimit?: unknown,
  dependenceLimit?: unknown,
  monoLimit?: unknown,
) {
  const cells = cellsOf("shares", shares);
  const [keyFrom, dependenceFrom, monoFrom] = ascendingLimits(
    [
      { argument: "keyLimit", value: keyLimit, byDefault: preset.key.value },
      { argument: "dependenceLimit", value: dependenceLimit, byDefault: preset.dependence.value },
      { argument: "monoLimit", value: monoLimit, byDefault: preset.mono.value },
    ] as const,
    partOfWhole,
  );
  const ladder: KeyLadder = {
    key: { value: keyFrom, inclusive: preset.key.inclusive },
    dependence: { value: dependenceFrom, inclusive: preset.dependence.inclusive },
    mono: { value: monoFrom, inclusive: preset.mono.inclusive },
  };
  const { numbers, wrong } = readNumbers(cells);
  return inShapeOf(
    cells,
    Array.from(numbers, (share, position) => wrong.get(position) ?? phrases[keyStatus(share, ladder)]),
  );
}
