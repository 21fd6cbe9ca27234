import { Select, Switch, makeStyles } from "@fluentui/react-components";
import { useMemo } from "react";
import { keyStatuses } from "../../analysis";
import { numbersIn, textsOf } from "../../locales";
import { type Policy, type PresetName, partOfWhole, policyForPreset, presetNames } from "../../portfolio";
import { useLayout } from "../theme/styles";
import { Choice } from "./fields/choice";
import { ClassBars } from "./counts/class-bars";
import { classCounts } from "./counts/class-counts";
import { DraftField } from "./fields/draft-field";
import { useDrafts } from "./fields/drafts";
import { RuleGroup } from "./fields/rule-group";
import type { RulesProps } from "./rules";
import { typedLimit } from "./fields/typed-values";

type Rung = "key" | "dependence" | "mono";
const rungs: readonly Rung[] = ["key", "dependence", "mono"];

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
  const presetTexts = texts.report.summary.presets;
  const hasProfit = portfolio === null || portfolio.profits !== null;
  const hasGroups = portfolio === null || portfolio.mapping.columns.some(({ role }) => role === "group");
  const { ladder } = policy;
  const counts = useMemo(
    () =>
      classification &&
      classCounts(keyStatuses(classification.shares, ladder), classification.shares, [
        "mono",
        "dependence",
        "key",
        "regular",
      ] as const),
    [classification, ladder],
  );
  const choose = (name: PresetName) =>
    onChange(
      name === "own"
        ? { ...policy, ladder: { ...policy.ladder, preset: "own" } }
        : policyForPreset(name, policy),
    );
  const summary = texts.report.summary.ladder(
    presetTexts[preset],
    policy.ladder.key,
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
      <LadderLimits policy={policy} onChange={onChange} language={language} />
      {counts && classification && (
        <ClassBars
          title={words.distribution}
          counts={counts}
          names={texts.columns.statuses}
          base={classification.base}
          language={language}
        />
      )}
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
  const texts = textsOf[language].pane.rules;
  const words = texts.ladder;
  const { limit } = numbersIn[language];
  const { ladder } = policy;
  const change = (part: Partial<Policy["ladder"]>) =>
    onChange({ ...policy, ladder: { ...ladder, ...part, preset: "own" } });
  const draft = useDrafts(
    {
      key: limit(ladder.key.value),
      dependence: ladder.dependence ? limit(ladder.dependence.value) : "",
      mono: ladder.mono ? limit(ladder.mono.value) : "",
    },
    (written) => {
      const problems: Partial<Record<Rung, string>> = {};
      const limits: Partial<Record<Rung, Policy["ladder"]["key"] | null>> = {};
      let below: { name: string; value: number } | null = null;
      for (const rung of rungs) {
        if (rung !== "key" && written[rung].trim() === "") {
          limits[rung] = null;
          continue;
        }
        const typed = typedLimit(written[rung], partOfWhole, language);
        if (typed.problem !== undefined) problems[rung] = typed.problem;
        else if (below && typed.value < below.value)
          problems[rung] = texts.problems.below(below.name, below.value);
        else {
          const inclusive = ladder[rung]?.inclusive ?? rung !== "dependence";
          limits[rung] = { value: typed.value, inclusive };
          below = { name: words.limits[rung], value: typed.value };
        }
      }
      const { key, dependence = null, mono = null } = limits;
      if (Object.keys(problems).length > 0 || !key) return { problems };
      return { commit: () => change({ key, dependence, mono }) };
    },
  );
  return (
    <div className={layout.tight}>
      {rungs.map((rung) => (
        <div key={rung} className={styles.rung}>
          <span className={styles.name}>{words.limits[rung]}</span>
          <Select
            className={styles.comparison}
            aria-label={words.comparison(words.limits[rung])}
            value={(ladder[rung]?.inclusive ?? rung !== "dependence") ? "inclusive" : "exclusive"}
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
