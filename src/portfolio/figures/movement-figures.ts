import type { Portfolio } from "../clients/portfolio";
import type { Moves } from "../snapshots/moves";

/** What became of the classes since an earlier run, clients by their names. */
export function movementFigures({ since, table, moved, entered, left }: Moves, portfolio: Portfolio) {
  const { clients, codes, amounts } = portfolio;
  const who = (client: number) => ({ name: clients[client], code: codes?.[client] || null });
  return {
    since,
    table,
    moved: moved.map(({ client, kind, before, now, amountBefore, amount, firm }) => ({
      ...who(client),
      kind,
      before,
      now,
      amountBefore,
      amount,
      firm,
    })),
    entered: entered.map((client) => ({ ...who(client), amount: amounts[client] })),
    left,
  };
}
