/** Single changes of the sources that compute: a limit, an operator, an index. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Draws } from "../../draws";

export interface Mutant {
  /** Path of the source. */
  file: string;
  /** From 1. */
  line: number;
  was: string;
  is: string;
  /** The whole source, changed. */
  text: string;
}

const root = path.join(__dirname, "../../../src");
export const mutatedRooms: readonly string[] = ["analysis", "portfolio"];

/** Explanations are words about figures, and JSON is no part of the report's sheets. */
const beside = /[\\/](explanations|snapshots)[\\/]|-json\.ts$|figures|index\.ts$|texts?\.ts$/;

const sourcesIn = (rooms: readonly string[]): string[] =>
  rooms.flatMap((room) =>
    readdirSync(path.join(root, room), { recursive: true, encoding: "utf8" })
      .map((name) => path.join(root, room, name))
      .filter((file) => file.endsWith(".ts") && !beside.test(file))
      .sort(),
  );

/** What stands in a source, and what may stand there instead. */
const changes: readonly [RegExp, (found: string, draws: Draws) => string][] = [
  [/ (<=|>=|<|>) /g, (found, draws) => draws.pick(comparisons.filter((each) => each !== found))],
  [/ (===|!==) /g, (found) => (found === "===" ? "!==" : "===")],
  [/ ([-+*/]) (?![-+*/=>])/g, (found) => ({ "+": "-", "-": "+", "*": "/", "/": "*" })[found]!],
  [/ (&&|\|\|) /g, (found) => (found === "&&" ? "||" : "&&")],
  [/(?<![\w.$"'`§-])(\d+(?:\.\d+)?)(?![\w."'`])/g, (found, draws) => changedNumber(Number(found), draws)],
  [/Math\.(max|min|ceil|floor)\b/g, (found) => opposite[found]],
];
const comparisons = ["<=", ">=", "<", ">"];
const opposite: Readonly<Record<string, string>> = { max: "min", min: "max", ceil: "floor", floor: "ceil" };

/** An index moves by one, a limit by some per cent. */
const changedNumber = (number: number, draws: Draws): string =>
  Number.isInteger(number) ? String(draws.pick([number + 1, Math.abs(number - 1)])) : String(number * 1.05);

/** @returns null where the drawn source has nothing that can be changed */
export function drawMutant(draws: Draws, rooms: readonly string[]): Mutant | null {
  const file = draws.pick(sourcesIn(rooms));
  const text = readFileSync(file, "utf8");
  const lines = text.split("\n");
  const places = lines.flatMap((line, at) => {
    if (/^\s*(\/?\*|\/\/|import|export (type|interface|\* |\{)|type |interface )/.test(line)) return [];
    const code = line
      .replace(/\/\/.*$/, "")
      .replace(/(["'`]).*?\1/g, (quoted) => "\u0000".repeat(quoted.length));
    return changes.flatMap(([pattern, change]) =>
      // A sign between types is none that computes.
      [...code.matchAll(pattern)].map((match) => ({
        at,
        column: match.index + match[0].indexOf(match[1]),
        was: match[1],
        change,
      })),
    );
  });
  if (places.length === 0) return null;
  const { at, column, was, change } = draws.pick(places);
  const is = change(was, draws);
  const line = lines[at];
  const changed = line.slice(0, column) + is + line.slice(column + was.length);
  return {
    file,
    line: at + 1,
    was: line.trim(),
    is: changed.trim(),
    text: [...lines.slice(0, at), changed, ...lines.slice(at + 1)].join("\n"),
  };
}
