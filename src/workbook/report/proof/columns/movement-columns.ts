/** What moved between two windows, and when a client bought last (methods §9, §12). */
import { comparedWindows, placeOf, periodsOfYear, spanOf } from "../../../../analysis";
import type { BlockColumn } from "../block";
import { f, type Formula, joined, type Operand, positionsIn, type Reference } from "../formula";
import type { Span } from "../ground";
import { money } from "./made-columns";
import { MatrixColumns } from "./matrix-columns";

export type KindName = "new" | "returned" | "growth" | "decline" | "lost";

export abstract class MovementColumns extends MatrixColumns {
  get periodsOfYear(): number {
    const { record } = this.ground.classification;
    return record ? periodsOfYear(record.history.unit) : 0;
  }

  /** Of the windows that the bridge compares; null where their periods do not stand side by side. */
  get bridge(): { opening: Span; closing: Span; earlier: Span | null } | null {
    const { classification, read } = this.ground;
    const whole = this.ground.spanOf(read.whole);
    const windows = classification.record && comparedWindows(classification.record.history);
    if (!windows || !whole) return null;
    const { from, middle } = windows;
    const between = (start: number, end: number) => ({ from: whole.from + start, count: end - start });
    return {
      opening: between(from, middle),
      closing: between(middle, whole.count),
      earlier: from > 0 ? between(0, from) : null,
    };
  }

  moneyIn(window: "opening" | "closing"): BlockColumn {
    const { ground } = this;
    const span = this.bridge![window];
    const contentOf = (client: number) => ground.rounded(f`SUM(${ground.periodsOf(client, span)})`);
    return this.column(ground.words.report.movement.steps[window], contentOf, money);
  }

  get change(): BlockColumn {
    const [opening, closing] = [this.moneyIn("opening"), this.moneyIn("closing")];
    return this.column(
      this.ground.words.report.movement.listHeaders.change,
      (_, line) => this.ground.rounded(f`${closing.cell(line)}-${opening.cell(line)}`),
      money,
    );
  }

  protected boughtIn(client: number, span: Span): Formula {
    return f`COUNTIF(${this.ground.periodsOf(client, span)},">0")>0`;
  }

  /** 1 where the client bought in both windows. */
  get kept(): BlockColumn {
    const { opening, closing } = this.bridge!;
    const contentOf = (client: number) =>
      f`IF(AND(${this.boughtIn(client, opening)},${this.boughtIn(client, closing)}),1,0)`;
    return this.column(this.words.kept, contentOf, "0");
  }

  get kind(): BlockColumn {
    const { ground, bridge } = this;
    const { kinds } = ground.words.report.movement;
    const { opening, closing, earlier } = bridge!;
    const [before, now] = [this.moneyIn("opening"), this.moneyIn("closing")];
    return this.column(ground.words.report.movement.listHeaders.kind, (client, line) => {
      const [from, to] = [before.cell(line), now.cell(line)];
      const changed = f`IF(${to}>${from},${kinds.growth},IF(${to}<${from},${kinds.decline},IF(${from}=0,${kinds.none},${kinds.same})))`;
      const came = earlier
        ? f`IF(${this.boughtIn(client, earlier)},${kinds.returned},${kinds.new})`
        : f`${kinds.new}`;
      return f`IF(${this.boughtIn(client, closing)},IF(${this.boughtIn(client, opening)},${changed},${came}),IF(${this.boughtIn(client, opening)},${kinds.lost},${changed}))`;
    });
  }

  /** What clients of a kind changed by, or how many they are, for whom the other test holds as well. */
  ofKind(kind: KindName, also: Operand, values: BlockColumn | null): Formula {
    const test = f`EXACT(${this.kind.all},${this.ground.words.report.movement.kinds[kind]})`;
    const parts = [test, ...(also === 1 ? [] : [also]), values ? values.all : 1];
    return f`SUMPRODUCT(${joined(parts, "*")})`;
  }

  /** Where each period of a row of them stands by the calendar, from 0. */
  placesOf(own: Reference): Formula {
    const { record } = this.ground.classification;
    if (!record?.history.calendar) return positionsIn(own);
    const { history } = record;
    const places = Array.from({ length: history.periods }, (_, at) => placeOf(history, at));
    return f`{${joined(places, ",")}}`;
  }

  /** Periods from the first complete one to the last by the calendar. */
  get periodsSpanned(): number {
    return spanOf(this.ground.classification.record!.history);
  }

  /** Where the first purchase stands among all complete periods, from 1; 0 without one. */
  firstPurchase(span: Span): BlockColumn {
    const { ground } = this;
    return this.column(
      this.words.firstPurchase,
      (client) => {
        const own = ground.periodsOf(client, span);
        const since = f`SUMPRODUCT(MAX((${own}>0)*(${this.periodsSpanned}-(${this.placesOf(own)}))))`;
        return f`IF(${since}=0,0,${this.periodsSpanned + 1}-${since})`;
      },
      "0",
    );
  }

  /** Where the last purchase stands among all complete periods, from 1; 0 without one. */
  lastPurchase(span: Span): BlockColumn {
    const { ground } = this;
    return this.column(
      this.words.lastPurchase,
      (client) => {
        const own = ground.periodsOf(client, span);
        return f`SUMPRODUCT(MAX((${own}>0)*(${this.placesOf(own)}+1)))`;
      },
      "0",
    );
  }
}
