import type { Period } from "../../portfolio";

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** The list of clients that is added up from documents or orders: its sheet, its table and its headers. */
export const madeList = {
  /** At most 31 characters, none of \ / ? * [ ] : */
  sheet: "Clients",
  /** A name that Excel allows for a table. */
  table: "Clients",
  headers: {
    client: "Client",
    code: "Code",
    group: "Parent group",
    manager: "Manager",
    department: "Department",
    firstPurchase: "First purchase",
    lastPurchase: "Last purchase",
    purchases: "Purchases",
    averagePurchase: "Average purchase",
    amount: "Revenue",
    profit: "Profit",
  },
  /** Header of a column of amounts; it must be read as this period again. */
  period: ({ unit, start }: Period): string => {
    const year = start.slice(0, 4);
    const month = Number(start.slice(5, 7));
    if (unit === "month") return `${months[month - 1]} ${year}`;
    if (unit === "quarter") return `Q${Math.ceil(month / 3)} ${year}`;
    if (unit === "half") return `H${month > 6 ? 2 : 1} ${year}`;
    return unit === "year" ? year : start;
  },
};
