import { groupsOfClients } from "../../../portfolio";
import type { ListColumn } from "./client-list";
import type { Subject } from "./subject";

/** Whose client it is: its managers; where the list names none, its departments; else its status. No column stays empty. */
export function whoseColumn({ classification, texts, managersOf }: Subject): ListColumn {
  const { portfolio, statuses } = classification;
  if (portfolio.managers) {
    return {
      title: texts.report.manager,
      content: (client) => managersOf[client].join(", ") || null,
      wrap: true,
    };
  }
  if (portfolio.departments) {
    const departments = groupsOfClients(portfolio.departments, portfolio.clients.length);
    return {
      title: texts.report.department,
      content: (client) => departments[client].join(", ") || null,
      wrap: true,
    };
  }
  return {
    title: texts.report.status,
    content: (client) => texts.columns.statuses[statuses[client]],
  };
}
