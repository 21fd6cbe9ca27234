import { english, money, other, rolesOf } from "./columns";

const less = money.map((x) => x / 5);

describe("a margin or a quantity under each period", () => {
  test("is that of no single one where the revenue is of several", () => {
    const roles = { Customer: "client", "Sales 2024": "period", "Sales 2025": "period" };
    const columns = { Customer: english, "Sales 2024": money, "Sales 2025": other };
    expect(rolesOf({ ...columns, "Margin 2024": less, "Margin 2025": money })).toEqual(roles);
    expect(rolesOf({ ...columns, "2024 Margin": less, "2025 Margin": money })).toEqual(roles);
    expect(rolesOf({ ...columns, "Volume (kg) 2024": less, "Volume (kg) 2025": money })).toEqual(roles);
    const months = { Customer: english, "янв 2025": money, "фев 2025": other };
    expect(rolesOf({ ...months, "Прибыль янв 2025": less, "Прибыль фев 2025": money })).toEqual({
      Customer: "client",
      "янв 2025": "period",
      "фев 2025": "period",
    });
  });

  test("of all of them stays", () => {
    const columns = { Customer: english, "Sales 2024": money, "Sales 2025": other };
    expect(rolesOf({ ...columns, Margin: less })).toMatchObject({ Margin: "profit" });
    expect(rolesOf({ Customer: english, "Sales 2025": money, "Margin 2025": less })).toMatchObject({
      "Margin 2025": "profit",
    });
  });
});
