import { clientAgeOf, processFigures } from "../../../../portfolio";
import { palette } from "../../paint/page/palette";
import type { Page } from "../../paint/page/page";
import { heightOf, linesOf } from "../../paint/page/text-fit";
import type { Subject } from "../subject";

/** The four processes of client work, side by side (methods §12); nothing where next to nothing is known of them. */
export function addProcesses(page: Page, { classification, texts }: Subject): void {
  if (!classification.bridge && !classification.profitability) return;
  const words = texts.report.firstPage;
  const { processLines: lines, processNames: names } = words;
  const { selection, acquisition, retention, growing } = processFigures(classification);
  const said = <T>(value: T | null, say: (value: T) => string) => (value === null ? [] : [say(value)]);
  const columns: [string, string[]][] = [
    [
      names.selection,
      [...said(selection.unprofitableShare, lines.unprofitable), lines.keyShare(selection.keyShare)],
    ],
    [
      names.acquisition,
      [
        ...said(acquisition.clients, (count) => lines.newClients(count, acquisition.amount ?? 0)),
        ...said(acquisition.average, lines.average),
      ],
    ],
    [
      names.retention,
      [
        ...said(retention.clientsKept, lines.kept),
        ...said(retention.gross, lines.gross),
        ...said(retention.lost || null, lines.lost),
        ...said(clientAgeOf(classification), lines.age),
      ],
    ],
    [
      names.growing,
      [
        ...said(growing.net, lines.net),
        ...said(growing.growth || null, lines.growth),
        ...said(growing.purchasesPerClient, lines.purchases),
      ],
    ],
  ];
  page.section(words.processes);
  const known = columns.filter(([, said]) => said.length > 0);
  known.forEach(([name, said], index) => {
    const column = page.left + index * 2;
    const width = page.width(column);
    page.put(page.row, column, name, { bold: true, size: 9.5, color: palette.accent, indent: 1 });
    const text = said.join("\n");
    page.put(page.row + 1, column, text, { size: 9, wrap: true, vertical: "Top", indent: 1 });
    page.grow(page.row + 1, heightOf(linesOf(text, width - 12, 9), 9));
  });
  page.grow(page.row, 16);
  page.row += 2;
  page.keepWhole();
}
