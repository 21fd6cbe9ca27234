import { mainGroupsOfClients } from "../../../portfolio";
import type { ListColumn } from "./client-list";
import type { Subject } from "./subject";

/** Whose client it is: its managers; where the list names none, its departments; else its status. No column stays empty. */
export function whoseColumn({ classification, texts, managersOf }: Subject): ListColumn {
  const { portfolio, statuses } = classification;
  if (portfolio.managers) {
    return {
      title: texts.report.manager,
      content: (client) => namesOf(managersOf[client]),
      wrap: true,
    };
  }
  if (portfolio.departments) {
    const departments = mainGroupsOfClients(portfolio.departments, portfolio.clients.length);
    return {
      title: texts.report.department,
      content: (client) => namesOf(departments[client]),
      wrap: true,
    };
  }
  return {
    title: texts.report.status,
    content: (client) => texts.columns.statuses[statuses[client]],
  };
}

/** Names that a cell has room for. */
const mostNames = 2;

function namesOf(names: readonly string[]): string | null {
  if (names.length === 0) return null;
  const more = names.length - mostNames;
  return names.slice(0, mostNames).join(", ") + (more > 0 ? ` +${more}` : "");
}
