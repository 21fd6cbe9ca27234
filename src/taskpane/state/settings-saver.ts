import { defaultPolicy, type Mapping, type Policy, type Problem, type ScenarioCosts } from "../../portfolio";
import { carryNumberFormats } from "../../functions/number-formats";
import {
  formulaFormatsBy,
  type ListIdentity,
  problemOf,
  saveCosts,
  saveMapping,
  savePolicy,
} from "../../workbook";
import { afterAPause } from "./after-a-pause";

const pauseMilliseconds = 600;

/** Stores what the user changed in the workbook, once he pauses. Nothing is stored that he did not change. */
export class SettingsSaver {
  readonly #waiting = new Map<string, () => Promise<void>>();
  readonly #pause = afterAPause(pauseMilliseconds, () => void this.flush());
  #last: Promise<void> = Promise.resolve();

  /** @param failed told when Excel refused; the change stays in the pane */
  constructor(readonly failed: (problem: Problem) => void) {}

  /** Null: as headers and contents propose. */
  mapping(list: ListIdentity, mapping: Mapping | null): void {
    this.#wait(`mapping ${list.sheetId} ${list.tableId}`, () => saveMapping(list, mapping));
  }

  costs(list: ListIdentity, costs: ScenarioCosts): void {
    this.#wait(`costs ${list.sheetId} ${list.tableId}`, () => saveCosts(list, costs));
  }

  policy(policy: Policy): void {
    carryNumberFormats(formulaFormatsBy(policy));
    const isDefault = JSON.stringify(policy) === JSON.stringify(defaultPolicy);
    this.#wait("policy", () => savePolicy(isDefault ? null : policy));
  }

  /** Stores at once what waits. Resolves when all of it is stored or refused; never rejects. */
  flush(): Promise<void> {
    this.#pause.cancel();
    const saves = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const save of saves) {
      this.#last = this.#last.then(save).catch((error: unknown) => this.failed(problemOf(error)));
    }
    return this.#last;
  }

  #wait(setting: string, save: () => Promise<void>): void {
    this.#waiting.set(setting, save);
    this.#pause.ask();
  }
}
