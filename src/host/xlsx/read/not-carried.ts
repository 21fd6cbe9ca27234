/** A thing that the input has and that is not carried over into what we write. */
export interface NotCarried {
  thing: NotCarriedThing;
  /** Sheet that it stands on; absent when it belongs to the workbook or the sheet cannot be told. */
  sheet?: string;
  /** How many of them, where they can be counted. */
  count: number;
}

export type NotCarriedThing =
  | "pivotTable"
  | "macro"
  | "image"
  | "drawing"
  | "comment"
  | "dataValidation"
  | "externalLink"
  | "chart"
  | "chartSheet"
  | "slicer"
  | "timeline"
  | "sparkline"
  | "conditionalFormat"
  | "formControl"
  | "hyperlink"
  | "richText"
  | "filterCriteria"
  | "queryTable"
  | "dataModel"
  | "whatIfTable"
  | "outline"
  | "customXml"
  | "cellPattern"
  | "name";
