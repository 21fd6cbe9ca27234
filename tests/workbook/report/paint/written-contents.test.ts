import { digestOfCell } from "../../../../src/workbook/cells/rows-checksum";
import { mostWritten, WrittenContents } from "../../../../src/workbook/report/paint/memory/written-contents";

const digests = (count: number, word: string) =>
  Array.from({ length: count }, (_, i) => digestOfCell(`${word} ${i}`));
const heldOf = (written: WrittenContents, those: readonly string[]) =>
  those.filter((digest) => written.has(digest)).length;

describe("contents that a run wrote, as a workbook keeps them", () => {
  test.each([0, 1, 6_250, 6_251, mostWritten])("%i of them are all known again", (count) => {
    const written = digests(count, "Client");
    const { text } = WrittenContents.of(written);
    expect(text.length).toBeLessThanOrEqual(50_000);
    const again = WrittenContents.parse(text);
    expect([again.isUnknown, heldOf(again, written)]).toEqual([count === 0, count]);
  });

  test("few others are taken for them: one of 150 among as many as are kept, none among few", () => {
    const others = digests(30_000, "hers");
    expect(heldOf(WrittenContents.parse(WrittenContents.of(digests(6_250, "Client")).text), others)).toBe(0);
    const most = WrittenContents.parse(WrittenContents.of(digests(mostWritten, "Client")).text);
    expect(heldOf(most, others)).toBeLessThan(30_000 / 125);
  });

  test("those of two runs are known together, whichever of them are many", () => {
    for (const [one, other] of [
      [7_000, 5],
      [5, 7_000],
      [7_000, 8_000],
    ] as const) {
      const [first, second] = [digests(one, "old"), digests(other, "new")];
      const both = WrittenContents.parse(WrittenContents.of(first).text).with(WrittenContents.of(second));
      expect(heldOf(both, [...first, ...second])).toBe(one + other);
      expect(heldOf(WrittenContents.parse(both.text), [...first, ...second])).toBe(one + other);
    }
  });

  test("nothing is known of more, or of what nobody stored so", () => {
    const stored = [
      WrittenContents.of(digests(mostWritten + 1, "Client")).text,
      "",
      "hers",
      "~",
      "~aGVycw==",
      7,
      null,
    ];
    expect(stored.map((each) => WrittenContents.parse(each).isUnknown)).toEqual(stored.map(() => true));
  });
});
