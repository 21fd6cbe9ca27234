import type { Range } from "./range";
import { found } from "../required-item";
import type { Worksheet } from "../sheet/worksheet";

/** Excel.RangeAreas, as far as merged areas need it: at least one range, all on one sheet. */
export class RangeAreas {
  constructor(readonly $ranges: Range[]) {}

  get address(): string {
    return this.$ranges.map((range) => range.address).join(",");
  }

  get areaCount(): number {
    return this.$ranges.length;
  }

  get cellCount(): number {
    return this.$ranges.reduce((sum, range) => sum + range.cellCount, 0);
  }

  get areas(): RangeCollection {
    return new RangeCollection(this.$ranges);
  }

  get worksheet(): Worksheet {
    return this.$ranges[0].worksheet;
  }
}

/** Excel.RangeCollection. */
export class RangeCollection {
  constructor(readonly items: Range[]) {}

  getCount(): number {
    return this.items.length;
  }

  getItemAt(index: number): Range {
    return found(this.items[index], `There is no range ${index}.`);
  }
}
