import { runs } from "../../commands/runs";
import { afterAPause } from "./after-a-pause";
import { type Freshness, summaryLine } from "./freshness";
import type { PaneStore } from "./pane-store";

/** Milliseconds without a change before Summary is told of it: somebody who types has changed more in a moment. */
const pause = 1500;

/** Has Summary say that it shows an earlier state, once nothing has changed for a while. */
export class SummaryNotice {
  readonly #tell = afterAPause(pause, () => void this.#write());
  /** What Summary says by now; null: not known. */
  #said: string | null = null;

  constructor(private readonly store: PaneStore) {}

  /** The sheets of the report must be those of the list. */
  askFor({ hasSheets }: Freshness): void {
    if (hasSheets) this.#tell.ask();
    else this.#tell.cancel();
  }

  /** A run has written Summary, or taken it away. */
  forget(): void {
    this.#tell.cancel();
    this.#said = null;
  }

  cancel(): void {
    this.#tell.cancel();
  }

  async #write(): Promise<void> {
    const { freshness, language } = this.store.state;
    if (!freshness?.hasSheets) return;
    const line = summaryLine(freshness, language);
    if (line === this.#said) return;
    await runs.aside(async () => {
      const { tellOnSummary } = await import(
        /* webpackChunkName: "report" */ "../../workbook/report/outdated-summary"
      );
      if (await tellOnSummary(line)) this.#said = line;
    });
  }
}
