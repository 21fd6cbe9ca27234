import type { FUniver } from "@univerjs/core/facade";
import { SheetCanvasFloatDomManagerService } from "@univerjs/preset-sheets-drawing";
import type { Injector } from "@univerjs/core";
import { useEffect, useRef } from "react";
import type { SheetState } from "../../model/sheet/sheet-state";
import type { ChartRecord } from "../../workbook-record";
import { chartOptions, drawChart, readSeries, type DrawnChart, type ReferencedSeries } from "../charts";
import type { OfficeThemeName } from "../settings";
import { columnHeadingPixels, pixels, rowHeadingPixels } from "./sheet-frame";

/** A chart that floats above the cells. */
interface FloatingChart {
  sheetId: string;
  /** Where it stands, as text. */
  place: string;
  /** What it shows, as text: record and cells. */
  content: string;
  remove(): void;
}

/** The charts of the sheets, drawn above their cells. Univer places and scrolls them, ECharts draws them. */
export class ChartLayer {
  readonly #component: string;
  readonly #floating = new Map<string, FloatingChart>();
  /** The charts in the page, and what each shows. */
  readonly #drawn = new Map<string, DrawnChart>();
  readonly #records = new Map<string, { sheet: SheetState; record: ChartRecord }>();

  constructor(
    readonly unitId: string,
    api: FUniver,
    readonly injector: Injector,
    theme: OfficeThemeName,
  ) {
    this.#component = `chart of ${unitId}`;
    api.registerComponent(this.#component, ({ data }: { data?: { key?: string } }) => (
      <ChartPicture filter={filters[theme]} show={(element) => this.#draw(element, data?.key ?? "")} />
    ));
  }

  /** Brings the charts of the sheet that is shown to what their records and cells say. `frame`: the sizes of its cells. */
  show(sheet: SheetState, frame: string): void {
    const wanted = new Set<string>();
    for (const record of sheet.chartRecords) {
      const key = `${sheet.id} ${record.id}`;
      wanted.add(key);
      this.#records.set(key, { sheet, record });
      const place = JSON.stringify([record.left, record.top, record.width, record.height, frame]);
      const content = JSON.stringify([record, this.#cellsOf(sheet, record)]);
      const before = this.#floating.get(key);
      if (before?.place !== place) {
        before?.remove();
        this.#float(key, sheet, record, place, content);
      } else if (before.content !== content) {
        before.content = content;
        this.#drawn.get(key)?.draw(optionsOf(sheet, record));
      }
    }
    for (const [key, floating] of this.#floating) {
      if (floating.sheetId === sheet.id && !wanted.has(key)) {
        this.#forget(key);
      }
    }
  }

  /** Takes away what belonged to sheets that are gone. */
  keepOnly(sheetIds: ReadonlySet<string>): void {
    for (const [key, { sheetId }] of this.#floating) {
      if (!sheetIds.has(sheetId)) {
        this.#forget(key);
      }
    }
  }

  #forget(key: string): void {
    this.#floating.get(key)?.remove();
    this.#floating.delete(key);
    this.#records.delete(key);
  }

  #float(key: string, sheet: SheetState, record: ChartRecord, place: string, content: string): void {
    // Univer counts from the corner of the headings.
    const left = pixels(record.left) + rowHeadingPixels;
    const top = pixels(record.top) + columnHeadingPixels;
    const floating = this.injector.get(SheetCanvasFloatDomManagerService).addFloatDomToPosition({
      unitId: this.unitId,
      subUnitId: sheet.id,
      componentKey: this.#component,
      allowTransform: false,
      initPosition: {
        startX: left,
        startY: top,
        endX: left + pixels(record.width),
        endY: top + pixels(record.height),
      },
      data: { key },
    });
    if (floating) {
      this.#floating.set(key, { sheetId: sheet.id, place, content, remove: () => floating.dispose() });
    }
  }

  #draw(element: HTMLElement, key: string): () => void {
    const shown = this.#records.get(key);
    if (!shown) {
      return () => undefined;
    }
    const { sheet, record } = shown;
    const drawn = drawChart(element, optionsOf(sheet, record), {
      width: pixels(record.width),
      height: pixels(record.height),
    });
    this.#drawn.set(key, drawn);
    return () => {
      if (this.#drawn.get(key) === drawn) {
        this.#drawn.delete(key);
      }
      drawn.dispose();
    };
  }

  #cellsOf(sheet: SheetState, record: ChartRecord): (ReferencedSeries | null)[] {
    return record.series
      .flatMap(({ values, categories, nameFormula }) => [values, categories, nameFormula])
      .map((reference) => (reference === null ? null : readSeries(sheet, reference)));
  }
}

function optionsOf(sheet: SheetState, record: ChartRecord) {
  return chartOptions(record, (reference) => readSeries(sheet, reference), {
    locale: sheet.workbook.locale,
  });
}

/**
 * As Univer turns the colours of the cells: white becomes the sheet's dark, and a hue stays that hue. On black a pale grey would
 * be a dark one, which high contrast must not show: it is brighter there.
 */
const filters: Readonly<Record<OfficeThemeName, string>> = {
  light: "none",
  dark: "invert(0.89) hue-rotate(180deg)",
  contrast: "invert(1) hue-rotate(180deg) brightness(1.8)",
};

interface ChartPictureProps {
  filter: string;
  show: (element: HTMLElement) => () => void;
}

function ChartPicture({ filter, show }: ChartPictureProps) {
  const place = useRef<HTMLDivElement>(null);
  const showing = useRef(show);
  useEffect(() => showing.current(place.current as HTMLDivElement), []);
  return <div ref={place} style={{ width: "100%", height: "100%", overflow: "hidden", filter }} />;
}
