import { Button, Field, Input, Select, makeStyles, tokens } from "@fluentui/react-components";
import { useCallback, useDeferredValue, useId, useMemo, useRef, useState, type KeyboardEvent } from "react";
import { flushSync } from "react-dom";
import { textsOf, type Language } from "../../locales";
import { urgentActionOf, urgentActions, type Classification } from "../../portfolio";
import { rowAddressOf } from "./client-address";
import { ClassToggles, GroupChoice } from "./client-filters";
import {
  clientIndexOf,
  countsOf,
  noFilter,
  type ClientFilter,
  type ClientOrder,
  type FilterKind,
} from "./client-index";
import { useFold } from "../shell/fold-memory";
import { ClientRow } from "./client-row";
import { useFirmness } from "./use-firmness";
import type { ResultsProps } from "./results";

/** Rows that are drawn at first: what stands below the list must stay within reach. */
const firstRows = 20;
/** Rows that each "show more" adds: with thousands of them typing gets sluggish. */
const moreRows = 100;

const useStyles = makeStyles({
  section: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalS, minWidth: 0 },
  heading: { margin: 0, fontSize: tokens.fontSizeBase400 },
  tools: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 3fr) minmax(0, 2fr)",
    columnGap: tokens.spacingHorizontalS,
  },
  input: { minWidth: 0, width: "100%" },
  more: { "> summary": { minHeight: "24px", cursor: "pointer", color: tokens.colorBrandForeground1 } },
  moreGroups: {
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalS,
    paddingTop: tokens.spacingVerticalS,
  },
  found: {
    display: "flex",
    alignItems: "center",
    justifyContent: "space-between",
    minHeight: "32px",
    color: tokens.colorNeutralForeground2,
  },
  list: { listStyleType: "none", margin: 0, padding: 0 },
  hint: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

/** Every client: searched, filtered, sorted; a click goes to its row in the sheet. Stays quick with 100,000. */
export function ClientList({
  classification,
  onShow,
  language,
  picked,
  onPick,
  onPin,
  onDossier,
  filter,
  onFilter,
}: ResultsProps & { filter: ClientFilter; onFilter: (filter: ClientFilter) => void }) {
  const styles = useStyles();
  const ids = { heading: useId(), hint: useId() };
  const words = textsOf[language].pane.results;
  const [order, setOrder] = useState<ClientOrder>("share");
  const [shown, setShown] = useState(firstRows);
  const [inTabOrder, setInTabOrder] = useState(0);
  /** Name of the client whose card is open: positions mean nothing once the list was read again. */
  const [opened, setOpened] = useState<string | null>(null);
  const list = useRef<HTMLUListElement>(null);
  const search = useRef<HTMLInputElement>(null);

  const index = clientIndexOf(classification);
  const firmness = useFirmness(classification);
  const wanted = useDeferredValue(filter);
  const found = useMemo(() => index.find(wanted, order), [index, wanted, order]);
  const fullShare = useMemo(
    () => classification.shares.reduce((most, share) => Math.max(most, share), 0),
    [classification],
  );

  const change = (part: Partial<ClientFilter>) => {
    onFilter({ ...filter, ...part });
    setShown(firstRows);
    setInTabOrder(0);
  };
  const show = useCallback(
    (client: number) => onShow(rowAddressOf(classification.portfolio, client)),
    [classification, onShow],
  );
  const open = useCallback(
    (client: number) => {
      const name = classification.portfolio.clients[client];
      setOpened(opened === name ? null : name);
      if (opened !== name) show(client);
    },
    [classification, opened, show],
  );
  const pick = useMemo(
    () =>
      onPick &&
      picked &&
      ((client: number, isPicked: boolean) => {
        const next = new Set(picked);
        if (isPicked) next.add(client);
        else next.delete(client);
        onPick(next);
      }),
    [onPick, picked],
  );

  const moveFocus = (event: KeyboardEvent) => {
    const last = Math.min(shown, found.length) - 1;
    const to = {
      ArrowDown: Math.min(inTabOrder + 1, last),
      ArrowUp: Math.max(inTabOrder - 1, 0),
      Home: 0,
      End: last,
    }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    setInTabOrder(to);
    list.current?.children[to]?.querySelector("button")?.focus();
  };

  const showMore = () => {
    flushSync(() => {
      setShown(shown + moreRows);
      setInTabOrder(shown);
    });
    list.current?.children[shown]?.querySelector("button")?.focus();
  };

  const rest = found.length - shown;
  const isFiltered = JSON.stringify(filter) !== JSON.stringify(noFilter);
  return (
    <section className={styles.section} aria-labelledby={ids.heading}>
      <h3 id={ids.heading} className={styles.heading}>
        {words.list}
      </h3>
      <div className={styles.tools}>
        <Field label={words.search}>
          <Input
            ref={search}
            type="search"
            value={filter.query}
            onChange={(_, { value }) => change({ query: value })}
            className={styles.input}
            input={{ className: styles.input }}
          />
        </Field>
        <Field label={words.order}>
          <Select
            value={order}
            className={styles.input}
            select={{ className: styles.input }}
            onChange={(_, { value }) => setOrder(value as ClientOrder)}
          >
            {(Object.keys(words.orders) as ClientOrder[]).map((one) => (
              <option key={one} value={one}>
                {words.orders[one]}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      <Filters classification={classification} filter={filter} onChange={change} language={language} />
      <div className={styles.found}>
        <span role="status">{words.found(found.length, classification.portfolio.clients.length)}</span>
        {isFiltered && (
          <Button
            size="small"
            appearance="subtle"
            onClick={() => {
              change(noFilter);
              search.current?.focus();
            }}
          >
            {words.clearFilters}
          </Button>
        )}
      </div>
      {found.length === 0 ? (
        <p className={styles.hint}>{words.none}</p>
      ) : (
        <>
          <p id={ids.hint} className={styles.hint}>
            {words.showInSheet}
          </p>
          <ul
            ref={list}
            className={styles.list}
            aria-labelledby={ids.heading}
            aria-describedby={ids.hint}
            onKeyDown={moveFocus}
            onFocus={(event) => {
              const row = event.target.closest("li");
              if (row) setInTabOrder(Array.prototype.indexOf.call(event.currentTarget.children, row));
            }}
          >
            {found.slice(0, shown).map((client, position) => (
              <ClientRow
                key={client}
                classification={classification}
                client={client}
                language={language}
                fullShare={fullShare}
                inTabOrder={position === inTabOrder}
                picked={picked?.has(client) ?? false}
                foundBy={index.foundBy(client, wanted.query)}
                isOpen={opened === classification.portfolio.clients[client]}
                onOpen={open}
                onShow={show}
                firmness={firmness}
                onPin={onPin}
                onDossier={onDossier}
                onPick={pick}
              />
            ))}
          </ul>
        </>
      )}
      {onDossier && (
        <div>
          <Button size="small" appearance="subtle" onClick={() => onDossier(undefined)}>
            {textsOf[language].pane.clientCard.dossierOfSelected}
          </Button>
        </div>
      )}
      {rest > 0 && <Button onClick={showMore}>{words.showMore(Math.min(moreRows, rest), rest)}</Button>}
    </section>
  );
}

function Filters({
  classification,
  filter,
  onChange,
  language,
}: {
  classification: Classification;
  filter: ClientFilter;
  onChange: (part: Partial<ClientFilter>) => void;
  language: Language;
}) {
  const fold = useFold("more filters");
  const styles = useStyles();
  const texts = textsOf[language];
  const words = texts.pane.results;
  const counts = useMemo(
    () => ({
      statuses: countsOf(classification.statuses),
      abc: countsOf(classification.abc),
      xyz: countsOf(classification.portfolio.window.periods.length > 0 ? classification.xyz : []),
      quadrants: countsOf(classification.quadrants),
      activity: countsOf(classification.activity?.statuses ?? []),
      actions: countsOf(classification.actions.map((_, client) => urgentActionOf(classification, client))),
    }),
    [classification],
  );
  const toggles = (kind: FilterKind) => ({
    label: words.filterKinds[kind],
    language,
    onChange: (chosen: readonly string[]) => onChange({ [kind]: chosen }),
  });
  return (
    <>
      <ClassToggles
        {...toggles("actions")}
        classes={urgentActions}
        names={texts.firstThings.firstLeads}
        counts={counts.actions}
        chosen={filter.actions}
      />
      <ClassToggles
        {...toggles("statuses")}
        classes={["mono", "dependence", "key", "regular"]}
        names={texts.portfolio.rungs}
        counts={counts.statuses}
        chosen={filter.statuses}
      />
      <details className={styles.more} {...fold}>
        <summary>{words.moreFilters}</summary>
        <div className={styles.moreGroups}>
          <GroupChoice
            membership={classification.portfolio.managers}
            anyone={words.everyManager}
            chosen={filter.manager}
            onChange={(manager) => onChange({ manager })}
          />
          <GroupChoice
            membership={classification.portfolio.departments}
            anyone={words.everyDepartment}
            chosen={filter.department}
            onChange={(department) => onChange({ department })}
          />
          <ClassToggles
            {...toggles("activity")}
            classes={[
              "atRisk",
              "lost",
              "declining",
              "returned",
              "new",
              "oneOff",
              "active",
              "potential",
              "notEnoughHistory",
            ]}
            names={texts.columns.activity}
            counts={counts.activity}
            chosen={filter.activity}
          />
          <ClassToggles
            {...toggles("abc")}
            classes={["A", "B", "C"]}
            names={texts.portfolio.abc}
            counts={counts.abc}
            chosen={filter.abc}
          />
          <ClassToggles
            {...toggles("xyz")}
            classes={["X", "Y", "Z", "N"]}
            names={texts.portfolio.xyz}
            counts={counts.xyz}
            chosen={filter.xyz}
          />
          <ClassToggles
            {...toggles("quadrants")}
            classes={["key", "development", "maintenance", "opportunistic"]}
            names={texts.portfolio.quadrantNames}
            counts={counts.quadrants}
            chosen={filter.quadrants}
          />
        </div>
      </details>
    </>
  );
}
