import type { Language } from "../locales";
import type {
  Doubt,
  KeptRuns,
  LineSource,
  LinesRead,
  Mapping,
  Policy,
  Problem,
  ScenarioCosts,
  SourceList,
} from "../portfolio";

/** A list that can be the source: a table, or the cells around a header row on a sheet. */
export interface SourceReference {
  /** Identifiers, which survive renaming. */
  sheetId: string;
  /** Null for a plain region. */
  tableId: string | null;
}

/** A list of the workbook, by what stays the same when it is renamed, and by the name of its sheet. */
export interface ListIdentity extends SourceReference {
  sheet: string;
  /** Part of the names of its result columns; absent where it has none. */
  marked?: string;
}

/** A possible source as the pane offers it. */
export interface SourceOption {
  reference: SourceReference;
  /** Name of the table, or of the sheet. */
  name: string;
  sheet: string;
  kind: "table" | "region";
  /** A1 address with sheet, header included; for a region as far as it was looked at. */
  address: string;
}

export interface SourceChoices {
  /** Best first, those of the active sheet before the others. Empty when the workbook holds no list. */
  options: readonly SourceOption[];
  /** The one under the selection; null when the selection stands in none (a report sheet, an empty cell). */
  selected: SourceReference | null;
}

/** A list as it was read, and what the workbook says about it. */
export interface ListReading {
  reference: SourceReference;
  /** By what the settings know it. */
  identity: ListIdentity;
  list: SourceList;
  /** A1 address with sheet, header included. */
  address: string;
  /** The choice kept in the workbook as far as it fits, else what the headers propose; null when they propose nothing. */
  mapping: Mapping | null;
  /** The mapping is one that the user chose. */
  isMappingKept: boolean;
  /** The rules kept in the workbook, else the default ones. */
  policy: Policy;
  /** What is written is in this language. */
  language: Language;
  /** Result columns stand beside the list already. */
  classified: boolean;
  /**
   * Settings of the workbook that could not be read (badMapping, badPolicy, newerVersion); the defaults stand in their place.
   * A run stops with the same problem until the setting is saved anew.
   */
  unreadable: readonly Problem[];
  /** What the workbook remembers of the runs on this list. */
  runs: KeptRuns;
  /** What scenarios of this list are reckoned with. */
  costs: ScenarioCosts;
  /**
   * Where the list that was chosen holds lines of documents, or is one of alike sheets: then `list` is the list of clients that
   * they are added up to, as it will stand in the workbook after a run.
   */
  lines?: ReadingOfLines;
}

/** The lines behind a list of clients. */
export interface ReadingOfLines {
  /** Null where a doubt must be answered before they can be added up. */
  read: LinesRead | null;
  doubt: Doubt | null;
  /** The first list of lines, and what its columns mean. */
  list: SourceList;
  headers: readonly string[];
  mapping: Mapping;
  /** All of them, to add them up by other choices. */
  sources: readonly LineSource[];
  /** What is decided about the lines is kept for this list. */
  identity: ListIdentity;
  /** The list of clients stands in the workbook already. */
  isMade: boolean;
}

/** What happened to the workbook while the pane is open. Changes by Keyfolio itself are not told. */
export type WorkbookChange =
  /** Cells or rows of a sheet changed. */
  | { kind: "cells"; sheetId: string }
  /** Another cell or sheet is selected. */
  | { kind: "selection" }
  /** Sheets or tables came, went or got another name. */
  | { kind: "structure" };
