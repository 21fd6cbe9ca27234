/**
 * The one file that imports the xlsx library. Charts are an optional part of it and have to be switched on.
 * The library is asked not to check its own output (`validate: false` at each write): that doubles the time.
 */
import { Workbook } from "@cj-tech-master/excelts";
import { crc32, crc32Finalize, crc32Update, unzip, zip } from "@cj-tech-master/excelts/archive";
import { installChartSupport, parseSpPr, parseTxPr } from "@cj-tech-master/excelts/chart";
import { SaxParser, parseXml } from "@cj-tech-master/excelts/xml";

installChartSupport();

export { SaxParser, Workbook, crc32, crc32Finalize, crc32Update, parseSpPr, parseTxPr, parseXml, unzip, zip };
export type { Worksheet } from "@cj-tech-master/excelts";
export type * as FileChart from "@cj-tech-master/excelts/chart";
export type { XmlElement } from "@cj-tech-master/excelts/xml";
