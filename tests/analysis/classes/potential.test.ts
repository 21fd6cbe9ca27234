import { isPromising, ladderPresets, shareOfWallet } from "../../../src/analysis";

const { key: limit } = ladderPresets["delovaya-sreda-2023"];
const key = { by: "share", limit } as const;

describe("shareOfWallet(amount, potential)", () => {
  it("is the part of the potential that the client gives us", () => {
    expect(shareOfWallet(30, 120)).toBe(0.25);
  });

  it("does not exist without a positive potential", () => {
    expect(shareOfWallet(30, 0)).toBeUndefined();
    expect(shareOfWallet(30, NaN)).toBeUndefined();
  });
});

describe("isPromising(amount, potential, total, key)", () => {
  it("needs a full potential that would be key", () => {
    // 20 of 1000 now; 110 would be 110 of 1090 = 10.09 %, 108 only 108 of 1088 = 9.93 %
    expect(isPromising(20, 110, 1000, key)).toBe(true);
    expect(isPromising(20, 108, 1000, key)).toBe(false);
  });

  it("meets the key limit exactly as the ladder does", () => {
    // 100 of 1000 when its 10 have grown to 100 and the others give 900
    expect(isPromising(10, 100, 910, key)).toBe(true);
    const above = { by: "share", limit: ladderPresets["kolotilov-article"].key } as const;
    expect(isPromising(10, 100, 910, above)).toBe(false);
  });

  it("compares the potential with an amount where that makes a client key", () => {
    const amount = { by: "amount", limit: { value: 100, inclusive: true } } as const;
    expect(isPromising(10, 100, 910, amount)).toBe(true);
    expect(isPromising(10, 99, 910, amount)).toBe(false);
  });

  it("needs less than half of the wallet with us", () => {
    expect(isPromising(100, 200, 1000, key)).toBe(false);
    expect(isPromising(99.99, 200, 1000, key)).toBe(true);
  });

  it("is false without a potential", () => {
    expect(isPromising(20, NaN, 1000, key)).toBe(false);
    expect(isPromising(20, 0, 1000, key)).toBe(false);
  });
});
