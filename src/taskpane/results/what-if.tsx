import { Button, Field, Input, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { AddRegular } from "@fluentui/react-icons/svg/add";
import { DismissRegular } from "@fluentui/react-icons/svg/dismiss";
import { useDeferredValue, useId, useMemo, useRef, useState } from "react";
import { total } from "../../analysis";
import { numbersIn, type Language } from "../../locales";
import { whatIfTextsOf } from "../../locales/what-if-texts";
import {
  gapsOf,
  noCosts,
  whatIf,
  type Classification,
  type PortfolioFigures,
  type Scenario,
  type ScenarioCosts,
  type WhatIf as Outcome,
} from "../../portfolio";
import { ClientButtons } from "./client-buttons";
import { clientIndexOf } from "./client-index";
import { ScenarioFields, scenarioTyped, typedBefore, type Typed } from "./scenario-fields";

export interface WhatIfProps {
  classification: Classification;
  language: Language;
  /** The clients that leave, and the way to change them; without both the card keeps them itself. */
  picked?: ReadonlySet<number>;
  onPick?: (picked: ReadonlySet<number>) => void;
  /** What scenarios were reckoned with before, and where it is kept for the next time. */
  costs?: ScenarioCosts;
  onCosts?: (costs: ScenarioCosts) => void;
  /** Writes a scenario to a sheet; without it none can be written. */
  onWrite?: (scenario: Scenario) => void;
}

const mostSuggestions = 6;
const mostShown = 12;
const mostGaps = 5;

const useStyles = makeStyles({
  card: {
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalS,
    minWidth: 0,
    padding: tokens.spacingHorizontalM,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  heading: { margin: 0, fontSize: tokens.fontSizeBase400 },
  subheading: { margin: 0, fontSize: tokens.fontSizeBase300 },
  text: { margin: 0 },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2 },
  loss: { margin: 0, color: tokens.colorPaletteRedForeground1, fontWeight: tokens.fontWeightSemibold },
  input: { minWidth: 0, width: "100%" },
  row: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalXS },
  table: { borderCollapse: "collapse", width: "100%" },
  cell: {
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalXS}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    textAlign: "right",
    fontVariantNumeric: "tabular-nums",
  },
  name: { textAlign: "left", fontWeight: tokens.fontWeightRegular, overflowWrap: "anywhere" },
});

/** The portfolio without clients that are picked, and what it would take to balance them instead. */
export function WhatIf({
  classification,
  language,
  picked: given,
  onPick,
  costs = noCosts,
  onCosts,
  onWrite,
}: WhatIfProps) {
  const styles = useStyles();
  const heading = useId();
  const words = whatIfTextsOf[language];
  const { percent } = numbersIn[language];
  const { portfolio, activity, shares } = classification;
  const [own, setOwn] = useState<{ of: Classification; clients: ReadonlySet<number> } | null>(null);
  const [query, setQuery] = useState("");
  const search = useRef<HTMLInputElement>(null);
  const { decimalSeparator } = portfolio.list;
  const [typed, setTyped] = useState(() => typedBefore(costs, decimalSeparator));

  // Positions mean nothing in another portfolio.
  const kept = own?.of.portfolio === portfolio ? own.clients : nobody;
  const picked = given ?? kept;
  const pick = (clients: Iterable<number>) => {
    const next = new Set(clients);
    if (onPick) onPick(next);
    else setOwn({ of: classification, clients: next });
  };

  const index = clientIndexOf(classification);
  const wanted = useDeferredValue(query);
  const suggestions = useMemo(() => index.suggest(wanted, mostSuggestions, picked), [index, wanted, picked]);
  const largest = classification.order.subarray(0, 3);
  const atRisk = useMemo(
    () => portfolio.clients.flatMap((_, client) => (activity?.statuses[client] === "atRisk" ? [client] : [])),
    [portfolio, activity],
  );

  const read = useMemo(() => scenarioTyped(typed, decimalSeparator), [typed, decimalSeparator]);
  const { change, fixedCosts, discounts } = read;
  const scenario = useMemo(
    (): Scenario | null =>
      picked.size > 0 && change
        ? { clients: picked, change, fixedCosts: fixedCosts ?? 0, discounts: discounts ?? [] }
        : null,
    [picked, change, fixedCosts, discounts],
  );
  const result = useMemo(() => scenario && whatIf(classification, scenario), [classification, scenario]);
  const byShare = useMemo(() => [...picked].sort((a, b) => shares[b] - shares[a]), [picked, shares]);

  const type = (part: Partial<Typed>) => {
    const now = { ...typed, ...part };
    setTyped(now);
    if (part.costs === undefined && part.discounts === undefined) return;
    const said = scenarioTyped(now, decimalSeparator);
    // What cannot be read is not kept; what was kept before stays until it can.
    onCosts?.({
      fixedCosts: said.fixedCosts ?? costs.fixedCosts,
      discounts: said.discounts ?? costs.discounts,
    });
  };

  const named = (client: number) => `${portfolio.clients[client]} · ${percent(shares[client])}`;
  return (
    <section className={styles.card} aria-labelledby={heading}>
      <h3 id={heading} className={styles.heading}>
        {words.title}
      </h3>
      <p className={styles.quiet}>{words.intro}</p>
      <div className={styles.row}>
        <Button size="small" onClick={() => pick(largest.slice(0, 1))}>
          {words.quick.largest}
        </Button>
        {portfolio.clients.length > 3 && (
          <Button size="small" onClick={() => pick(largest)}>
            {words.quick.three}
          </Button>
        )}
        {atRisk.length > 0 && (
          <Button size="small" onClick={() => pick(atRisk)}>
            {words.quick.atRisk}
          </Button>
        )}
      </div>
      <Field label={words.search}>
        <Input
          ref={search}
          type="search"
          className={styles.input}
          input={{ className: styles.input }}
          value={query}
          onChange={(_, { value }) => setQuery(value)}
        />
      </Field>
      {wanted.trim() !== "" && suggestions.length === 0 && (
        <p className={styles.quiet} role="status">
          {words.notFound}
        </p>
      )}
      {suggestions.length > 0 && (
        <ClientButtons
          label={words.suggestions}
          clients={suggestions}
          named={named}
          icon={<AddRegular />}
          action={words.add}
          onChoose={(client) => {
            pick([...picked, client]);
            setQuery("");
            search.current?.focus();
          }}
        />
      )}
      {picked.size > 0 && (
        <>
          <p className={styles.text} role="status">
            {words.picked(typed.kind, picked.size, total(byShare.map((client) => shares[client])))}
          </p>
          <ClientButtons
            clients={byShare.slice(0, mostShown)}
            named={named}
            icon={<DismissRegular />}
            action={words.remove}
            onChoose={(client) => {
              pick(byShare.filter((other) => other !== client));
              search.current?.focus();
            }}
          >
            {byShare.length > mostShown && <li>{words.andMore(byShare.length - mostShown)}</li>}
          </ClientButtons>
          <div className={styles.row}>
            <Button
              size="small"
              onClick={() => {
                pick([]);
                search.current?.focus();
              }}
            >
              {words.removeAll}
            </Button>
          </div>
          <ScenarioFields
            typed={typed}
            read={read}
            onType={type}
            hasProfit={portfolio.profits !== null}
            hasPurchases={portfolio.costs?.direct != null}
            language={language}
          />
          {result && <Comparison result={result} language={language} />}
          {result && change && <Consequences result={result} change={change} language={language} />}
          {scenario && onWrite && (
            <div>
              <Button size="small" onClick={() => onWrite(scenario)}>
                {words.toSheet}
              </Button>
            </div>
          )}
          <Gaps classification={classification} clients={byShare.slice(0, mostGaps)} language={language} />
        </>
      )}
    </section>
  );
}

/** What the figures do not say: money that is out, a tier of the supplier that is lost. */
function Consequences({
  result: { tiedUp, discount },
  change,
  language,
}: {
  result: Outcome;
  change: Scenario["change"];
  language: Language;
}) {
  const styles = useStyles();
  const words = whatIfTextsOf[language];
  const [before, after] = [discount?.before?.discount ?? 0, discount?.after?.discount ?? 0];
  return (
    <>
      {change.kind === "paysLater" && tiedUp !== null && (
        <p className={styles.text}>
          {words.tiedUp(tiedUp, change.days)} {change.interest === 0 && words.delayFree}
        </p>
      )}
      {discount && (
        <p className={styles.text}>
          {before === after ? words.tierKept(before) : words.tierLost(before, after, discount.cost)}
        </p>
      )}
    </>
  );
}

const nobody: ReadonlySet<number> = new Set();

function Comparison({ result, language }: { result: Outcome; language: Language }) {
  const styles = useStyles();
  const words = whatIfTextsOf[language];
  const { before, after, loss, profitUnknown } = result;
  const shown: Readonly<Record<keyof PortfolioFigures, (value: number) => string>> = {
    revenue: words.money,
    profit: words.money,
    clients: words.number,
    keyClients: words.number,
    largestShare: words.percent,
    hhi: words.number,
    effectiveClients: words.effective,
  };
  const rows = (Object.keys(shown) as (keyof PortfolioFigures)[]).filter(
    (figure) => before[figure] !== undefined,
  );
  const text = (figure: keyof PortfolioFigures, of: PortfolioFigures) => {
    const value = of[figure];
    return value === undefined ? words.undefined : shown[figure](value);
  };
  return (
    <>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col" className={mergeClasses(styles.cell, styles.name)}>
              {words.figure}
            </th>
            <th scope="col" className={styles.cell}>
              {words.before}
            </th>
            <th scope="col" className={styles.cell}>
              {words.after}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((figure) => (
            <tr key={figure}>
              <th scope="row" className={mergeClasses(styles.cell, styles.name)}>
                {words.rows[figure]}
              </th>
              <td className={styles.cell}>{text(figure, before)}</td>
              <td className={styles.cell}>{text(figure, after)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {loss && after.profit !== undefined && <p className={styles.loss}>{words.loss(after.profit)}</p>}
      {profitUnknown && <p className={styles.quiet}>{words.profitUnknown}</p>}
      {after.largestShare === undefined && <p className={styles.quiet}>{words.nothingLeft}</p>}
    </>
  );
}

function Gaps({
  classification,
  clients,
  language,
}: {
  classification: Classification;
  clients: readonly number[];
  language: Language;
}) {
  const styles = useStyles();
  const words = whatIfTextsOf[language];
  return (
    <>
      <h4 className={styles.subheading}>{words.gaps}</h4>
      {gapsOf(classification, clients).map(({ client, share, limit, gap }) => {
        const name = classification.portfolio.clients[client];
        return (
          <p key={client} className={styles.text}>
            {gap === undefined
              ? words.gapUndefined(name, share)
              : gap.amount === 0
                ? words.gapNone(name, share, limit)
                : words.gap(name, share, limit, gap.amount, gap.growth)}
          </p>
        );
      })}
    </>
  );
}
