import { HostError } from "./host-error";
import type { WorkbookState } from "./workbook-state";

/** Excel.Application. */
export class Application {
  static readonly $since = {
    cultureInfo: 1.11,
    decimalSeparator: 1.11,
    thousandsSeparator: 1.11,
    useSystemSeparators: 1.11,
    calculationEngineVersion: 1.9,
    calculationState: 1.9,
  };

  constructor(readonly $workbook: WorkbookState) {}

  get calculationMode(): string {
    return this.$workbook.calculationMode;
  }

  set calculationMode(mode: string) {
    if (mode !== "Automatic" && mode !== "AutomaticExceptTables" && mode !== "Manual") {
      throw new HostError("InvalidArgument", `${mode} is no calculation mode.`);
    }
    this.$workbook.calculationMode = mode;
  }

  /** "Done": whoever asks has waited for the calculation. */
  get calculationState(): string {
    return this.$workbook.engine.pending ? "Pending" : "Done";
  }

  get decimalSeparator(): string {
    return separators(this.$workbook.locale).decimal;
  }

  get thousandsSeparator(): string {
    return separators(this.$workbook.locale).group;
  }

  get useSystemSeparators(): boolean {
    return true;
  }

  get cultureInfo(): CultureInfo {
    return new CultureInfo(this.$workbook.locale);
  }

  /** "Recalculate" takes what changed, "Full" and "FullRebuild" everything. */
  calculate(type: string): Promise<void> {
    if (!["Recalculate", "Full", "FullRebuild"].includes(type)) {
      throw new HostError("InvalidArgument", `${type} is no calculation type.`);
    }
    return this.$workbook.calculateNow(type !== "Recalculate");
  }

  suspendApiCalculationUntilNextSync(): void {
    this.$workbook.calculationSuspended = true;
  }

  /** There is no screen to keep still. */
  suspendScreenUpdatingUntilNextSync(): void {}
}

/** Excel.CultureInfo. */
export class CultureInfo {
  static readonly $since = { numberFormat: 1.11 };

  constructor(readonly name: string) {}

  get numberFormat(): NumberFormatInfo {
    return new NumberFormatInfo(this.name);
  }
}

/** Excel.NumberFormatInfo. */
export class NumberFormatInfo {
  static readonly $since = { numberDecimalSeparator: 1.11, numberGroupSeparator: 1.11 };

  constructor(readonly $locale: string) {}

  get numberDecimalSeparator(): string {
    return separators(this.$locale).decimal;
  }

  get numberGroupSeparator(): string {
    return separators(this.$locale).group;
  }
}

function separators(locale: string): { decimal: string; group: string } {
  const parts = new Intl.NumberFormat(locale, { useGrouping: true }).formatToParts(1_234_567.5);
  const part = (type: string, otherwise: string) =>
    parts.find((each) => each.type === type)?.value ?? otherwise;
  return { decimal: part("decimal", "."), group: part("group", ",") };
}
