import type { Classification } from "../classification/classification";
import { keyBySharesOf } from "../classification/together";

/** The four processes of "Управление клиентами" (methods §12). Null for what is not known. */
export function processFigures(classification: Classification) {
  const { profitability, bridge, portfolio } = classification;
  const newAmount = bridge && bridge.new;
  const newClients = bridge && bridge.clients.new;
  return {
    selection: {
      unprofitableShare: profitability && profitability.unprofitablePart,
      keyShare: keyBySharesOf(classification).share,
    },
    acquisition: {
      clients: newClients,
      amount: newAmount,
      average: newAmount !== null && newClients ? newAmount / newClients : null,
    },
    retention: {
      clientsKept: bridge && bridge.clientsKept,
      gross: bridge && bridge.grossRetention,
      lost: bridge && bridge.lost,
    },
    growing: {
      net: bridge && bridge.netRetention,
      growth: bridge && bridge.growth,
      purchasesPerClient: purchasesPerClient(portfolio),
    },
  };
}

/** Purchases per client of a list that was added up from lines: documents, else days (methods §9). */
function purchasesPerClient({ list: { lines } }: Classification["portfolio"]): number | null {
  const purchases = lines ? (lines.documents ?? lines.purchaseDays) : null;
  return purchases !== null && lines!.clients > 0 ? purchases / lines!.clients : null;
}
