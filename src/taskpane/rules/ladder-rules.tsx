import { Select, Switch, makeStyles } from "@fluentui/react-components";
import { useMemo } from "react";
import { keyTest, statusesByTest } from "../../analysis";
import { numbersIn, textsOf } from "../../locales";
import {
  type Policy,
  type PresetName,
  partOfWhole,
  policyForPreset,
  presetNames,
  keyLimitOf,
} from "../../portfolio";
import { useLayout } from "../theme/styles";
import { Choice } from "./fields/choice";
import { ClassDistribution } from "./counts/class-distribution";
import { DraftField } from "./fields/draft-field";
import { useDrafts } from "./fields/drafts";
import { KeyMeasure, KeyProposal } from "./key-measure";
import { limitsInOrder } from "./fields/limits-in-order";
import { RuleGroup } from "./fields/rule-group";
import type { RulesProps } from "./rules";
import { typedTogether } from "./fields/typed-together";
import type { Typed } from "./fields/typed-values";

type Rung = "key" | "dependence" | "mono";
type RungLimit = Policy["ladder"]["key"];
const rungs: readonly Rung[] = ["key", "dependence", "mono"];
const statuses = ["mono", "dependence", "key", "regular"] as const;

const useStyles = makeStyles({
  rung: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) 4.5rem 6rem",
    alignItems: "start",
    columnGap: "4px",
  },
  name: { paddingTop: "6px", overflowWrap: "anywhere" },
  comparison: { minWidth: 0 },
});

/** Who is key: the ladder of limits, what shares are of, and who counts as one client. */
export function LadderRules({ portfolio, classification, policy, onChange, language }: RulesProps) {
  const layout = useLayout();
  const texts = textsOf[language];
  const words = texts.pane.rules.ladder;
  const { preset } = policy.ladder;
  const presetTexts = texts.portfolio.presets;
  const hasProfit = portfolio === null || portfolio.profits !== null;
  const hasGroups = portfolio === null || portfolio.mapping.columns.some(({ role }) => role === "group");
  const { ladder } = policy;
  const classes = useMemo(
    () =>
      classification &&
      statusesByTest(
        classification.baseAmounts,
        classification.shares,
        ladder,
        keyTest(ladder.by, ladder.key, classification.baseAmounts),
      ),
    [classification, ladder],
  );
  const choose = (name: PresetName) =>
    onChange(
      name === "own"
        ? { ...policy, ladder: { ...policy.ladder, preset: "own" } }
        : policyForPreset(name, policy),
    );
  const summary = texts.portfolio.ladder(
    presetTexts[preset],
    keyLimitOf(policy.ladder),
    policy.ladder.dependence,
    policy.ladder.mono,
  );
  return (
    <RuleGroup title={words.title} summary={summary} open>
      <Choice
        label={words.preset}
        value={preset}
        choices={
          Object.fromEntries(
            [...presetNames, "own" as const].map((name) => [name, presetTexts[name]]),
          ) as Record<PresetName, string>
        }
        onChange={choose}
        hint={words.sources[preset]}
      />
      <KeyMeasure classification={classification} policy={policy} onChange={onChange} language={language} />
      <LadderLimits policy={policy} onChange={onChange} language={language} />
      {classification && (
        <KeyProposal
          classification={classification}
          policy={policy}
          onChange={onChange}
          language={language}
        />
      )}
      <ClassDistribution
        title={words.distribution}
        classification={classification}
        classes={classes}
        order={statuses}
        names={texts.portfolio.rungs}
        language={language}
      />
      <Choice
        label={words.base}
        value={policy.base}
        choices={words.bases}
        onChange={(base) => onChange({ ...policy, base })}
        disabled={!hasProfit && policy.base === "revenue"}
        hint={hasProfit ? undefined : words.noProfit}
      />
      <div className={layout.tight}>
        <Switch
          label={words.joinGroups}
          checked={policy.joinGroups}
          disabled={!hasGroups}
          onChange={(_, { checked }) => onChange({ ...policy, joinGroups: checked })}
        />
        {(!hasGroups || preset === "asc-280") && (
          <p className={layout.hint}>{hasGroups ? words.groupsRequired : words.noGroups}</p>
        )}
      </div>
    </RuleGroup>
  );
}

/** The limits of the ladder; a change of one makes the rule an own one. */
function LadderLimits({ policy, onChange, language }: Pick<RulesProps, "policy" | "onChange" | "language">) {
  const layout = useLayout();
  const styles = useStyles();
  const words = textsOf[language].pane.rules.ladder;
  const { limit } = numbersIn[language];
  const { ladder } = policy;
  const change = (part: Partial<Policy["ladder"]>) =>
    onChange({ ...policy, ladder: { ...ladder, ...part, preset: "own" } });
  const isInclusive = (rung: Rung) => ladder[rung]?.inclusive ?? rung !== "dependence";
  const draft = useDrafts(
    {
      key: limit(ladder.key.value),
      dependence: ladder.dependence ? limit(ladder.dependence.value) : "",
      mono: ladder.mono ? limit(ladder.mono.value) : "",
    },
    (written) => {
      const typedNext = limitsInOrder("ascending", partOfWhole, language);
      const typedRung = (rung: Rung): Typed<RungLimit> => {
        const typed = typedNext(written[rung], words.limits[rung]);
        if (typed.problem !== undefined) return typed;
        return { value: { value: typed.value, inclusive: isInclusive(rung) } };
      };
      const typedOrNone = (rung: Rung): Typed<RungLimit | null> =>
        written[rung].trim() === "" ? { value: null } : typedRung(rung);
      return typedTogether(
        { key: typedRung("key"), dependence: typedOrNone("dependence"), mono: typedOrNone("mono") },
        change,
      );
    },
  );
  return (
    <div className={layout.tight}>
      {rungs
        .filter((rung) => rung !== "key" || ladder.by === "share")
        .map((rung) => (
          <div key={rung} className={styles.rung}>
            <span className={styles.name}>{words.limits[rung]}</span>
            <Select
              className={styles.comparison}
              aria-label={words.comparison(words.limits[rung])}
              value={isInclusive(rung) ? "inclusive" : "exclusive"}
              disabled={ladder[rung] === null}
              onChange={(_, { value }) => {
                const own = ladder[rung];
                if (own) change({ [rung]: { ...own, inclusive: value === "inclusive" } });
              }}
            >
              <option value="inclusive">{words.inclusive}</option>
              <option value="exclusive">{words.exclusive}</option>
            </Select>
            <DraftField accessibleName={words.limits[rung]} draft={draft(rung)} />
          </div>
        ))}
      <p className={layout.hint}>{words.none}</p>
    </div>
  );
}
