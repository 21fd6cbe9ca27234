import type { FunctionRuntime, OpenInvocation } from "./invocation";
import type { RegisteredFunctions } from "./registered-functions";
import type { FunctionAnswer, FunctionArgument } from "./values";

/** The cell whose formula calls. */
export interface CallPlace {
  sheetId: string;
  row: number;
  column: number;
}

/** What the calls need of the workbook. */
export interface CallingWorkbook {
  /** "Sheet1!A1". */
  addressOf(place: CallPlace): string;
  /** The cell has to be calculated again: an answer came. */
  markAnswered(place: CallPlace): void;
  /** An answer came while nobody waited: the workbook is to be calculated. */
  calculateLater(): void;
}

interface Call {
  /** Last round in which the cell asked for it. */
  round: number;
  answer: FunctionAnswer | null;
  open: OpenInvocation | null;
  /** Nobody waits for it any more; its answer is taken when it comes. */
  late: boolean;
}

interface CallingCell {
  place: CallPlace;
  round: number;
  /** By function and arguments as sent. */
  calls: Map<string, Call>;
}

/**
 * Calls of functions by formulas. A cell that calls shows `#BUSY!` first; when the answer has come it is calculated again and
 * finds it, as in Excel. Answers are kept until nothing is open any more, by cell and by the very arguments that were sent: an
 * answer to other arguments than the cell has by then is never used.
 */
export class FunctionCalls {
  readonly #functions: RegisteredFunctions;
  readonly #runtime: FunctionRuntime;
  readonly #workbook: CallingWorkbook;
  readonly #cells = new Map<string, CallingCell>();
  #round = 0;
  /** Calls without an answer. */
  #open = 0;
  /** Of these, calls that somebody may wait for. */
  #awaited = 0;
  #waiting: { resume: () => void } | null = null;
  #answeredSinceWait = false;
  #recalculation: NodeJS.Timeout | null = null;

  constructor(functions: RegisteredFunctions, runtime: FunctionRuntime, workbook: CallingWorkbook) {
    this.#functions = functions;
    this.#runtime = runtime;
    this.#workbook = workbook;
  }

  /** True when it is worth waiting: calls are open, and the page can answer. */
  get isAwaited(): boolean {
    return this.#runtime.isConnected && this.#awaited > 0;
  }

  /** A calculation begins. */
  beginRound(): void {
    this.#round++;
  }

  /** The answer to a call, or null while there is none: the first request sends the call. */
  evaluate(name: string, args: readonly FunctionArgument[], place: CallPlace): FunctionAnswer | null {
    const invocation = this.#functions.invocation(name, args, this.#workbook.addressOf(place));
    if ("withheld" in invocation) {
      return { error: { code: invocation.withheld } };
    }
    const cell = this.#cellAt(place);
    cell.round = this.#round;
    const key = `${invocation.functionName} ${invocation.parameters}`;
    const known = cell.calls.get(key);
    if (known) {
      known.round = this.#round;
      return known.answer;
    }
    const call: Call = {
      round: this.#round,
      answer: null,
      open: this.#runtime.invoke(invocation),
      late: false,
    };
    cell.calls.set(key, call);
    this.#open++;
    this.#awaited++;
    void call.open?.answer.then((answer) => this.#answered(cell, call, answer));
    return null;
  }

  #cellAt(place: CallPlace): CallingCell {
    const key = `${place.sheetId} ${place.row} ${place.column}`;
    let cell = this.#cells.get(key);
    if (cell === undefined) {
      this.#cells.set(key, (cell = { place, round: this.#round, calls: new Map() }));
    }
    return cell;
  }

  #answered(cell: CallingCell, call: Call, answer: FunctionAnswer): void {
    if (call.open === null) {
      return;
    }
    call.answer = this.#functions.accepted(answer);
    this.#close(call);
    this.#answeredSinceWait = true;
    this.#workbook.markAnswered(cell.place);
    if (this.#waiting === null) {
      this.#recalculation ??= setTimeout(() => {
        this.#recalculation = null;
        this.#workbook.calculateLater();
      }, 0);
    } else if (this.#awaited === 0) {
      this.#waiting.resume();
    }
  }

  #close(call: Call): void {
    call.open = null;
    this.#open--;
    if (!call.late) {
      this.#awaited--;
    }
  }

  /** A calculation is over: what its cells asked for before and did not ask for any more is given up. */
  endRound(): void {
    for (const [key, cell] of this.#cells) {
      if (cell.round !== this.#round) {
        continue;
      }
      for (const [text, call] of cell.calls) {
        if (call.round !== this.#round) {
          call.open?.cancel();
          if (call.open) {
            this.#close(call);
          }
          cell.calls.delete(text);
        }
      }
      if (cell.calls.size === 0) {
        this.#cells.delete(key);
      }
    }
    if (this.#open === 0) {
      this.#forgetWhenTaken();
    }
  }

  /** Answers are taken by the calculation that their arrival causes; after that nobody needs them. */
  #forgetWhenTaken(): void {
    if (!this.#answeredSinceWait) {
      this.#cells.clear();
    }
  }

  /**
   * Waits for the open calls, as long as patience lasts and the page can answer.
   * @returns true when an answer came since the last time: the workbook has to be calculated again
   */
  async settled(): Promise<boolean> {
    if (this.isAwaited) {
      await new Promise<void>((resume) => {
        const timer = setTimeout(() => {
          this.#loseHope();
          resume();
        }, this.#functions.patienceMilliseconds);
        this.#waiting = {
          resume: () => {
            clearTimeout(timer);
            resume();
          },
        };
      });
      this.#waiting = null;
    }
    const answered = this.#answeredSinceWait;
    this.#answeredSinceWait = false;
    return answered;
  }

  #loseHope(): void {
    for (const { calls } of this.#cells.values()) {
      for (const call of calls.values()) {
        call.late ||= call.open !== null;
      }
    }
    this.#awaited = 0;
  }

  /** Nobody waits any more, nothing is calculated any more. */
  dispose(): void {
    clearTimeout(this.#recalculation ?? undefined);
    this.#waiting?.resume();
    for (const { calls } of this.#cells.values()) {
      calls.forEach((call) => (call.open = null));
    }
    this.#cells.clear();
    this.#open = 0;
    this.#awaited = 0;
  }
}
