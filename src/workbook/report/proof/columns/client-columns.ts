/** What the methods make of the clients' money, as columns of formulas; each kind of column is made of those before it. */
import type { Membership } from "../../paint/page/figure";
import type { BlockColumn } from "../block";
import { MovementColumns } from "./movement-columns";

export class ClientColumns extends MovementColumns {
  readonly #groups = new Map<Membership, BlockColumn | null>();

  /** Whether nothing but its share makes a client key. */
  get isKeyByShareAlone(): boolean {
    const { potentials, flags } = this.ground.classification.portfolio;
    return !potentials && Object.values(flags).every((flag) => flag === null);
  }

  /** The one group of each client; null where a client stands in several, or not with all of its money. */
  groups(by: Membership): BlockColumn | null {
    let column = this.#groups.get(by);
    if (column === undefined) this.#groups.set(by, (column = this.groupsColumn(by)));
    return column;
  }

  private groupsColumn(by: Membership): BlockColumn | null {
    const { ground } = this;
    const { portfolio } = ground.classification;
    const membership = portfolio[by];
    if (!membership) return null;
    const group = new Int32Array(portfolio.clients.length).fill(-1);
    for (const [pair, client] of membership.client.entries()) {
      if (group[client] >= 0 || membership.amount[pair] !== portfolio.amounts[client]) return null;
      group[client] = membership.group[pair];
    }
    const title = by === "managers" ? ground.words.report.manager : ground.words.report.department;
    return this.column(title, (client) => (group[client] < 0 ? null : group[client] + 1), "0");
  }
}
