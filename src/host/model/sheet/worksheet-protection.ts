import { HostError } from "../host-error";
import type { Worksheet } from "./worksheet";

const noProtectionOptions = {
  allowAutoFilter: false,
  allowDeleteColumns: false,
  allowDeleteRows: false,
  allowEditObjects: false,
  allowEditScenarios: false,
  allowFormatCells: false,
  allowFormatColumns: false,
  allowFormatRows: false,
  allowInsertColumns: false,
  allowInsertHyperlinks: false,
  allowInsertRows: false,
  allowPivotTables: false,
  allowSort: false,
  selectionMode: "Normal",
};

/** Excel.WorksheetProtection. */
export class WorksheetProtection {
  constructor(readonly $worksheet: Worksheet) {}

  get protected(): boolean {
    return this.$worksheet.$sheet.protection !== null;
  }

  get options(): Record<string, unknown> | null {
    const { protection } = this.$worksheet.$sheet;
    return protection && { ...noProtectionOptions, ...protection.options };
  }

  /** @throws HostError AccessDenied for a sheet that is protected already (WorksheetProtection.protect: "Fails if the worksheet has already been protected"). */
  protect(options: Record<string, unknown> = {}, password?: string): void {
    if (this.protected) {
      throw new HostError("AccessDenied", "The sheet is protected already.");
    }
    this.$worksheet.$sheet.protection = {
      options: { ...options },
      hasPassword: Boolean(password),
      password: password || null,
    };
  }

  /** A password that only a file's hash knows cannot be checked and is not accepted. */
  unprotect(password?: string): void {
    const sheet = this.$worksheet.$sheet;
    if (
      sheet.protection?.hasPassword &&
      (sheet.protection.password === null || sheet.protection.password !== password)
    ) {
      throw new HostError("AccessDenied", "The password is not right.");
    }
    sheet.protection = null;
  }
}
