import { readFileSync } from "node:fs";
import path from "node:path";

/** An invented workbook, and what its owner expects of the reading. Names are compared without regard to case and spaces. */
export interface ReadingCase {
  file: string;
  lang: "en" | "ru";
  kind: string;
  /** What the owner would say. */
  why: string;
  /** The complete list of clients, to the cent. */
  clients?: Readonly<Record<string, number>>;
  /** Other lists that are as good. */
  clientsAnyOf?: readonly Readonly<Record<string, number>>[];
  /** The money of the list that shares are of, money without a client included. Without it: the clients' sum. */
  total?: number;
  /** The total is the same for the other lists of clients; else they have the same money outside. */
  totalFixed?: boolean;
  periods?: number;
  xyz?: Readonly<Record<string, string>>;
  /** Names that are no clients. */
  leftOut?: readonly string[];
  /** The run must stop, and say one of these words. */
  refuses?: readonly string[];
  /** The same is as good as the clients. */
  orRefuses?: readonly string[];
  /** One of these words stands on Summary or in what the run says. */
  warns?: readonly string[];
}

const folder = path.join(__dirname, "../../fixtures/reading");

export const readingCases = JSON.parse(
  readFileSync(path.join(folder, "cases.json"), "utf8"),
) as readonly ReadingCase[];

export const fileOf = ({ file }: ReadingCase): Uint8Array => readFileSync(path.join(folder, file));

export const fold = (text: string): string => text.trim().replace(/\s+/g, " ").toLowerCase();
