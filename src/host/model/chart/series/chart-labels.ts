import type { PointRecord, SeriesRecord } from "../../../workbook-record";
import { oneOfChoices, requireFlag, requireText } from "../../required-value";
import { ChartFont, type FontHolder, fontHolderOf } from "../chart-format";
import { chartKinds, labelPositionsOf } from "../chart-kind";
import { HostError } from "../../host-error";

type LabelsRecord = NonNullable<SeriesRecord["labels"]>;
type LabelRecord = NonNullable<PointRecord["label"]>;

const ordinaryFont = { size: 9, bold: false, color: "#404040" };

/** Labels that nobody has asked for yet. */
function unseenLabels(): LabelsRecord {
  return { visible: false, showValue: false };
}

/** Excel.ChartDataLabels: of a series, or of all series of a chart. Changing what they show turns them on. */
export class ChartDataLabels {
  static readonly $since = {
    leaderLines: "1.19",
    geometricShapeType: "1.19",
    showAsStickyCallout: "1.19",
    showLeaderLines: "1.19",
  };

  constructor(
    readonly $series: () => SeriesRecord[],
    readonly $change: () => void,
  ) {}

  get showValue(): boolean | null {
    return this.$read((labels) => labels.visible && labels.showValue);
  }

  set showValue(show: boolean) {
    this.$show("showValue", show);
  }

  get showSeriesName(): boolean | null {
    return this.$read((labels) => labels.visible && (labels.showSeriesName ?? false));
  }

  set showSeriesName(show: boolean) {
    this.$show("showSeriesName", show);
  }

  get showCategoryName(): boolean | null {
    return this.$read((labels) => labels.visible && (labels.showCategoryName ?? false));
  }

  set showCategoryName(show: boolean) {
    this.$show("showCategoryName", show);
  }

  get showLegendKey(): boolean {
    return false;
  }

  set showLegendKey(show: boolean) {
    requireOff(show, "legend keys");
  }

  get showPercentage(): boolean {
    return false;
  }

  set showPercentage(show: boolean) {
    requireOff(show, "percentages");
  }

  get showBubbleSize(): boolean {
    return false;
  }

  set showBubbleSize(show: boolean) {
    requireOff(show, "bubble sizes");
  }

  get position(): string | null {
    return this.$read((labels) => labels.position ?? "Invalid");
  }

  set position(position: string) {
    this.$change();
    for (const series of this.$series()) {
      (series.labels ??= unseenLabels()).position = requirePosition(position, series);
    }
  }

  get numberFormat(): string | null {
    return this.$read((labels) => labels.numberFormat ?? "General");
  }

  set numberFormat(numberFormat: string) {
    const format = requireText(numberFormat, "A number format");
    this.$write((labels) => (labels.numberFormat = format));
  }

  get linkNumberFormat(): boolean | null {
    return this.$read((labels) => labels.numberFormat === undefined);
  }

  set linkNumberFormat(link: boolean) {
    this.$write((labels) => {
      if (requireFlag(link, "linkNumberFormat")) {
        delete labels.numberFormat;
      } else {
        labels.numberFormat ??= "General";
      }
    });
  }

  get format(): ChartDataLabelFormat {
    const font = fontHolderOf(
      () => this.$series()[0]?.labels ?? {},
      () => this.$series().map((series) => (series.labels ??= unseenLabels())),
    );
    return new ChartDataLabelFormat(font, this.$change);
  }

  /** What all series agree on, else null. */
  $read<T>(read: (labels: LabelsRecord) => T): T | null {
    const values = new Set(this.$series().map(({ labels }) => read(labels ?? unseenLabels())));
    return values.size === 1 ? ([...values][0] as T) : null;
  }

  $write(write: (labels: LabelsRecord) => void): void {
    this.$change();
    for (const series of this.$series()) {
      write((series.labels ??= unseenLabels()));
    }
  }

  $show(what: "showValue" | "showSeriesName" | "showCategoryName", show: boolean): void {
    const on = requireFlag(show, what);
    this.$write((labels) => {
      labels[what] = on;
      labels.visible =
        labels.showValue || (labels.showSeriesName ?? false) || (labels.showCategoryName ?? false);
    });
  }
}

/** Excel.ChartDataLabelFormat. */
export class ChartDataLabelFormat {
  constructor(
    readonly $font: FontHolder,
    readonly $change: () => void,
  ) {}

  get font(): ChartFont {
    return new ChartFont(this.$font, ordinaryFont, this.$change);
  }
}

/** Excel.ChartDataLabel: of one point. */
export class ChartDataLabel {
  static readonly $since = {
    geometricShapeType: "1.19",
    showAsStickyCallout: "1.19",
    getSubstring: "1.19",
    getTailAnchor: "1.19",
    setHeight: "1.19",
    setWidth: "1.19",
  };

  constructor(
    readonly $series: SeriesRecord,
    readonly $index: number,
    /** What the label shows by itself. */
    readonly $automaticText: () => string,
    readonly $change: () => void,
  ) {}

  get text(): string {
    return this.$label().text ?? this.$automaticText();
  }

  set text(text: string) {
    const label = this.$own();
    label.text = requireText(text, "The text of a label");
  }

  get autoText(): boolean {
    return this.$label().text === undefined;
  }

  set autoText(automatic: boolean) {
    const label = this.$own();
    if (requireFlag(automatic, "autoText")) {
      delete label.text;
    } else {
      label.text ??= this.$automaticText();
    }
  }

  get position(): string {
    return this.$label().position ?? this.$series.labels?.position ?? "Invalid";
  }

  set position(position: string) {
    this.$own().position = requirePosition(position, this.$series);
  }

  get showValue(): boolean {
    return this.$label().showValue ?? this.$series.labels?.showValue ?? true;
  }

  set showValue(show: boolean) {
    this.$own().showValue = requireFlag(show, "showValue");
  }

  get format(): ChartDataLabelFormat {
    const font = fontHolderOf(
      () => this.$label(),
      () => [this.$own()],
    );
    return new ChartDataLabelFormat(font, this.$change);
  }

  /**
   * The label that is there.
   * @throws HostError GeneralException when the point has none: Excel's point has no label object before `hasDataLabel`
   * (a guess after VBA, where reading it is an error)
   */
  $label(): LabelRecord {
    const own = this.$series.points.find(({ index }) => index === this.$index)?.label;
    if (own?.visible) {
      return own;
    }
    if (own || !this.$series.labels?.visible) {
      throw new HostError(
        "GeneralException",
        `Point ${this.$index} has no data label: set hasDataLabel first.`,
      );
    }
    return { visible: true };
  }

  /** The same, kept with the point so that it can differ from the series. */
  $own(): LabelRecord {
    this.$change();
    const label = this.$label();
    const point = pointRecord(this.$series, this.$index);
    return (point.label ??= label);
  }
}

/** The record of a point that differs from its series, made when there is none. In order of the points. */
export function pointRecord(series: SeriesRecord, index: number): PointRecord {
  let point = series.points.find((each) => each.index === index);
  if (!point) {
    point = { index };
    series.points.push(point);
    series.points.sort((one, other) => one.index - other.index);
  }
  return point;
}

function requirePosition(position: string, series: SeriesRecord): string {
  return oneOfChoices(
    position,
    labelPositionsOf(chartKinds[series.type]),
    `position of labels in a ${series.type}`,
  );
}

function requireOff(show: boolean, what: string): void {
  if (requireFlag(show, what)) {
    throw new HostError("NotImplemented", `The host does not show ${what} in labels.`);
  }
}
