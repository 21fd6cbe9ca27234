import { numbersIn, textsOf, type Language } from "../../src/locales";
import { reportTextsOf } from "../../src/locales/report-texts";
import type { SheetRecord } from "../../src/host/workbook-record";
import type { Classification, figuresOf } from "../../src/portfolio";
import { periodLabel } from "../../src/portfolio/figures/period-label";
import { call } from "../functions/call";
import type { Shown } from "../functions/formula-cases";
import { readable } from "../taskpane/rendered";
import { shownRows, type Said } from "./said";

type Figures = ReturnType<typeof figuresOf>;

const abcClasses = ["A", "B", "C"] as const;
const xyzClasses = ["X", "Y", "Z", "N"] as const;
const quadrants = ["key", "development", "maintenance", "opportunistic"] as const;
const patterns = ["smooth", "erratic", "intermittent", "lumpy"] as const;
const rungs = ["regular", "key", "dependence", "mono"] as const;

/** The figures for other programs, dressed as a reader sees them elsewhere; counts are taken from its clients. */
export function jsonSays(figures: Figures, base: "revenue" | "profit", language: Language): Said[] {
  const { number, percent, scaled } = numbersIn[language];
  const { columns } = textsOf[language];
  const report = reportTextsOf[language];
  const { clients, concentration, total } = figures;
  const place = "JSON";
  const amountOf = (client: Figures["clients"][number]) =>
    base === "revenue" ? client.amount : (client.profit ?? 0);
  const of = (belongs: (client: Figures["clients"][number]) => boolean) => {
    const members = clients.filter(belongs);
    return {
      clients: members.length,
      share: members.reduce((sum, client) => sum + amountOf(client), 0) / total,
    };
  };
  const key = of(({ status }) => status !== "regular");
  const kinds = [
    ...abcClasses.map((own) => ({ name: own, ...of(({ abc }) => abc === own) })),
    ...xyzClasses.map((own) => ({ name: own, ...of(({ xyz }) => xyz === own) })),
    ...quadrants.map((own) => ({ name: `quadrant ${own}`, ...of(({ quadrant }) => quadrant === own) })),
    ...rungs.map((own) => ({ name: `rung ${own}`, ...of(({ status }) => status === own) })),
    { name: "key by share", ...key },
    ...patterns.map((own) => ({ name: `demand ${own}`, ...of(({ demand }) => demand === own) })),
  ];
  return [
    ...clients.flatMap((client): Said[] => [
      { figure: `${client.name}: share`, place, shown: percent(client.share) },
      { figure: `${client.name}: status`, place, shown: columns.statuses[client.status] },
      { figure: `${client.name}: abc`, place, shown: client.abc },
      { figure: `${client.name}: xyz`, place, shown: client.xyz },
      ...(client.demand
        ? [{ figure: `${client.name}: demand`, place, shown: report.abcXyz.demand.names[client.demand] }]
        : []),
      ...(client.activity
        ? [{ figure: `${client.name}: activity`, place, shown: columns.activity[client.activity.status] }]
        : []),
      ...(client.bridge
        ? [
            {
              figure: `${client.name}: what happened`,
              place,
              shown: report.movement.kinds[client.bridge.kind],
            },
          ]
        : []),
      ...(client.quadrant
        ? [{ figure: `${client.name}: quadrant`, place, shown: columns.quadrants[client.quadrant] }]
        : []),
    ]),
    ...kinds.flatMap(({ name, clients: count, share }) => [
      { figure: `${name}: clients`, place, shown: number(count) },
      { figure: `${name}: share`, place, shown: percent(share) },
    ]),
    ...(figures.managers ?? []).flatMap((manager) => [
      { figure: `manager ${manager.name}: clients`, place, shown: number(manager.clients) },
      { figure: `manager ${manager.name}: key clients`, place, shown: number(manager.keyClients) },
      ...(manager.largestShare === null
        ? []
        : [{ figure: `manager ${manager.name}: largest`, place, shown: percent(manager.largestShare) }]),
      ...(manager.bridge?.netRetention == null
        ? []
        : [{ figure: `manager ${manager.name}: net`, place, shown: percent(manager.bridge.netRetention) }]),
    ]),
    ...(figures.comingsAndGoings ?? []).flatMap(({ period, came, lost, lostRate }) => [
      { figure: `${period}: came`, place, shown: number(came) },
      { figure: `${period}: lost`, place, shown: number(lost) },
      ...(lostRate === null ? [] : [{ figure: `${period}: rate`, place, shown: percent(lostRate) }]),
    ]),
    { figure: "clients", place, shown: number(clients.length) },
    { figure: "total", place, shown: scaled(total) },
    { figure: "hhi", place, shown: number(concentration.hhi) },
    { figure: "effective", place, shown: number(concentration.effectiveClients, 1) },
    { figure: "cr3", place, shown: percent(concentration.cr3) },
    { figure: "cr5", place, shown: percent(concentration.cr5) },
    { figure: "top fifth", place, shown: percent(concentration.topFifthShare) },
    { figure: "gini", place, shown: number(concentration.gini, 2) },
  ].map((said) => ({ ...said, shown: readable(said.shown) }));
}

/** What stands in cells: of clients by the header above, of kinds by the label at the left, key figures below their caption. */
export function sheetSays(
  sheet: SheetRecord,
  { classification, list }: { classification: Classification; list: boolean },
  language: Language,
): Said[] {
  const { columns, portfolio: words } = textsOf[language];
  const report = reportTextsOf[language];
  const { base, portfolio } = classification;
  const { measures, groupHeaders } = report.dependency;
  const names = new Set(portfolio.clients.map(readable));
  const ofClients: Readonly<Record<string, string>> = {
    [report.share]: "share",
    [report.shareOf[base]]: "share",
    [report.status]: "status",
    [report.dependency.abc]: "abc",
    [columns.headers.xyz]: "xyz",
    [columns.headers.quadrant]: "quadrant",
    [report.abcXyz.demand.headers.pattern]: "demand",
    [report.activity]: "activity",
    [report.movement.listHeaders.kind]: "what happened",
  };
  const ofManagers: Readonly<Record<string, string>> = {
    [report.managers.headers.clients]: "clients",
    [report.managers.headers.keyClients]: "key clients",
    [report.managers.headers.largest]: "largest",
    [report.managers.headers.net]: "net",
  };
  const { headers: losses } = report.activitySheet.losses;
  const ofPeriods: Readonly<Record<string, string>> = {
    [losses.came]: "came",
    [losses.lost]: "lost",
    [losses.rate]: "rate",
  };
  const labelOfPeriod = new Map(
    portfolio.wholeHistory.periods.map((period) => [
      readable(report.periodName(period.unit, period.start)),
      periodLabel(period),
    ]),
  );
  const tiles: Readonly<Record<string, string>> = {
    [words.tiles.clients]: "clients",
    [words.tiles.total[base]]: "total",
    [words.tiles.key]: "key by share: clients",
    [words.tiles.concentration]: "hhi",
    [words.tiles.topThree]: "cr3",
    [words.tiles.topFifth]: "top fifth",
    [words.tiles.atRisk]: "money at risk",
  };
  // The same words stand over columns of other sheets.
  const captions: typeof tiles = sheet.name === report.sheets.summary ? tiles : {};
  const labels: Readonly<Record<string, string>> = {
    [measures.hhi]: "hhi",
    [measures.effective]: "effective",
    [measures.cr3]: "cr3",
    [measures.cr5]: "cr5",
    [measures.topFifth]: "top fifth",
    [measures.gini]: "gini",
  };
  const kinds: Readonly<Record<string, string>> = {
    ...Object.fromEntries(abcClasses.map((own) => [words.abc[own], own])),
    ...Object.fromEntries(quadrants.map((own) => [columns.quadrants[own], `quadrant ${own}`])),
    ...Object.fromEntries(patterns.map((own) => [report.abcXyz.demand.names[own], `demand ${own}`])),
  };
  const place = sheet.name;
  const said: Said[] = [];
  let headers: ReadonlyMap<number, string> = new Map();
  let head = "";
  for (const row of shownRows(sheet, language)) {
    const cells = [...row];
    const [, first] = cells[0];
    const isKnown = cells.some(([, shown]) => shown in captions || shown in ofClients);
    const hasFigures = cells.some(([, shown]) => /\d/.test(shown));
    if (!names.has(first) && (isKnown || (cells.length > 1 && !hasFigures))) {
      headers = row;
      head = first;
    }
    const client = list ? first : cells.map(([, shown]) => shown).find((shown) => names.has(shown));
    const insideGroups = head === groupHeaders.department || head === groupHeaders.manager;
    if (client !== undefined && names.has(client) && !insideGroups) {
      for (const [column, shown] of cells) {
        const kind = ofClients[headers.get(column) ?? ""];
        if (kind && shown !== report.matrix.noQuadrant)
          said.push({ figure: `${client}: ${kind}`, place, shown });
        if (headers.get(column) === report.matrix.cell) {
          said.push({ figure: `${client}: abc`, place, shown: shown[0] });
          said.push({ figure: `${client}: xyz`, place, shown: shown[1] });
        }
      }
    } else if (head === report.managers.headers.manager && sheet.name === report.sheets.managers) {
      for (const [column, shown] of cells.slice(1)) {
        const kind = ofManagers[headers.get(column) ?? ""];
        const isFigure = headers !== row && first !== report.managers.notStated;
        if (kind && isFigure) said.push({ figure: `manager ${first}: ${kind}`, place, shown });
      }
    } else if (head === losses.period && labelOfPeriod.has(first)) {
      for (const [column, shown] of cells.slice(1)) {
        const kind = ofPeriods[headers.get(column) ?? ""];
        if (kind) said.push({ figure: `${labelOfPeriod.get(first)!}: ${kind}`, place, shown });
      }
    } else if (first in labels && cells.length > 1) {
      said.push({ figure: labels[first], place, shown: cells[1][1] });
    } else if (first in kinds && headers !== row) {
      for (const [column, shown] of cells) {
        const header = headers.get(column);
        if (header === report.clients) said.push({ figure: `${kinds[first]}: clients`, place, shown });
        if (header === report.share) said.push({ figure: `${kinds[first]}: share`, place, shown });
        // The matrices of ABC and XYZ: shares above, numbers of clients below them.
        if (header === report.total && head === report.abcXyz.heat[base])
          said.push({ figure: `${kinds[first]}: share`, place, shown });
        if (header === report.total && head === report.abcXyz.counts)
          said.push({ figure: `${kinds[first]}: clients`, place, shown });
      }
    } else {
      for (const [column, shown] of cells) {
        const caption = captions[headers.get(column) ?? ""];
        if (caption && headers !== row && /\d/.test(shown)) said.push({ figure: caption, place, shown });
      }
      // The notes below the figures belong to no caption.
      if (cells.some(([column]) => captions[headers.get(column) ?? ""]) && headers !== row)
        headers = new Map();
    }
  }
  return said;
}

/** Names with a share behind them, in any sentence: `Aster (27.1%)`. Sentences about the other base are about other shares. */
export function sentencesSay(
  sentences: readonly string[],
  place: string,
  { portfolio, base }: Classification,
  language: Language,
): Said[] {
  const words = reportTextsOf[language].summary;
  const other = words
    .profitDiffers(0, base === "revenue" ? "profit" : "revenue", [])
    .split(/[ ,]/)
    .slice(0, 2)
    .join(" ");
  return sentences
    .map(readable)
    .filter((sentence) => !sentence.startsWith(other))
    .flatMap((sentence) =>
      portfolio.clients.flatMap((name): Said[] => {
        const at = sentence.indexOf(`${readable(name)} (`);
        const shown =
          at < 0 ? null : /^\((\d+(?:[.,]\d+)? ?%)\)/.exec(sentence.slice(at + readable(name).length + 1));
        return shown ? [{ figure: `${name}: share`, place, shown: shown[1] }] : [];
      }),
    );
}

/** The formulas on the amounts and histories of the clients, one below another. */
export function formulasSay(classification: Classification, language: Language): Said[] {
  const { number, percent } = numbersIn[language];
  const { baseAmounts, total, portfolio, policy } = classification;
  const place = "formulas";
  const column = (values: ArrayLike<number>) => Array.from(values, (value) => [value]);
  const shownOf = (shown: Shown, dress: (figure: number) => string) =>
    readable(typeof shown === "number" ? dress(shown) : typeof shown === "string" ? shown : shown.error);
  const shares = call("KEYSHARE", [column(baseAmounts), total], language).flat();
  const { key, dependence, mono } = policy.ladder;
  const statuses = call(
    "KEYSTATUS",
    [shares.map((share) => [share]), key.value, dependence?.value ?? null, mono?.value ?? null],
    language,
  ).flat();
  const { history, window } = portfolio;
  const periods = window.periods.length;
  const cells = portfolio.clients.map((_, client) =>
    Array.from(history.subarray(client * periods, (client + 1) * periods)),
  );
  const classes =
    periods > 0 && portfolio.amountFrom === "periods" ? call("ABCXYZ", [cells], language).flat() : null;
  const [hhi, effective, , cr3, cr5, gini] = call("CONCENTRATION", [column(baseAmounts)], language).map(
    ([, figure]) => figure,
  );
  return [
    ...portfolio.clients.flatMap((name, client): Said[] => [
      { figure: `${name}: share`, place, shown: shownOf(shares[client], percent) },
      { figure: `${name}: status`, place, shown: shownOf(statuses[client], String) },
      ...(classes
        ? [
            { figure: `${name}: abc`, place, shown: shownOf(classes[client], String)[0] },
            { figure: `${name}: xyz`, place, shown: shownOf(classes[client], String)[1] },
          ]
        : []),
    ]),
    { figure: "hhi", place, shown: shownOf(hhi, (figure) => number(figure)) },
    { figure: "effective", place, shown: shownOf(effective, (figure) => number(figure, 1)) },
    { figure: "cr3", place, shown: shownOf(cr3, percent) },
    { figure: "cr5", place, shown: shownOf(cr5, percent) },
    { figure: "gini", place, shown: shownOf(gini, (figure) => number(figure, 2)) },
  ];
}
