/** The request and the reply as the Office.js client of Excel on Windows writes and reads them (JSON text in call 93). */

/** `ObjectPathType` of the client. */
export const PathType = {
  root: 1,
  newObject: 2,
  method: 3,
  property: 4,
  indexer: 5,
  keptReference: 6,
  nullObject: 7,
} as const;

/** `ActionType` of the client. 6 (recursive query), 7 (query as JSON), 8 (ensure unchanged) and 9 (update) are not answered. */
export const ActionType = {
  instantiate: 1,
  query: 2,
  method: 3,
  setProperty: 4,
  trace: 5,
} as const;

/** Bits of the request's flags. */
export const RequestFlag = {
  /** At least one action writes. */
  write: 1,
  /** `Excel.run({ delayForCellEdit: true }, …)`: wait for the end of cell editing instead of failing. */
  delayForCellEdit: 64,
} as const;

/** Where the identifier is a number (or nested list of numbers) other than 0, the argument is that object path. */
export type ReferencedPath = number | null | ReferencedPath[];

export interface ArgumentInfo {
  Arguments?: unknown[];
  ReferencedObjectPathIds?: ReferencedPath[] | null;
}

export interface ObjectPath {
  Id: number;
  ObjectPathType: number;
  Name: string;
  ParentObjectPathId?: number;
  ArgumentInfo?: ArgumentInfo;
}

export interface QueryInfo {
  Select?: string[];
  Expand?: string[];
  Top?: number;
  Skip?: number;
}

export interface Action {
  Id: number;
  ActionType: number;
  Name: string;
  ObjectPathId: number;
  ArgumentInfo?: ArgumentInfo;
  QueryInfo?: QueryInfo;
}

export interface RequestBody {
  Actions: Action[];
  ObjectPaths: Record<string, ObjectPath>;
  AutoKeepReference?: boolean;
}

export interface ActionResult {
  ActionId: number;
  Value: unknown;
}

export interface ReplyError {
  Code: string;
  Message: string;
  /** Position in `Actions`; the actions before it have taken effect. */
  ActionIndex: number;
  /** Member of the object model, such as "Range.values". */
  Location: string;
  HttpStatusCode: number;
}

export interface ReplyBody {
  Results: ActionResult[];
  /** Trace actions that were reached. */
  TraceIds: number[];
  Error?: ReplyError;
}
