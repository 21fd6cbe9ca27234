import type { Classification } from "../classification/classification";
import { isOverloaded } from "../classification/changes/groups";
import { bridgeFigures } from "./bridge-figures";

/** Departments; null when the list has none. Amounts are those of rows with a client, shares are of all money. */
export function departmentFigures(classification: Classification) {
  const { departments, portfolio } = classification;
  return (
    departments &&
    departments.groups.map((group) => ({
      name: group.name,
      amount: group.revenue,
      share: group.revenue / portfolio.total,
      clients: group.clients,
      keyClients: group.keyClients,
      ...(group.bridge && { bridge: bridgeFigures(group.bridge) }),
    }))
  );
}

/** Managers; null when the list has none. */
export function managerFigures(classification: Classification) {
  const { managers, portfolio } = classification;
  return (
    managers &&
    managers.groups.map((group) => ({
      name: group.name,
      amount: group.revenue,
      share: group.revenue / portfolio.total,
      profit: group.profit,
      clients: group.clients,
      keyClients: group.keyClients,
      overloaded: isOverloaded(group),
      largestShare: group.largestShare,
      atRiskPerYear: group.atRiskPerYear,
      ...(group.bridge && { bridge: bridgeFigures(group.bridge) }),
    }))
  );
}
