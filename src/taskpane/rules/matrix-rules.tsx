import { Switch } from "@fluentui/react-components";
import { useMemo } from "react";
import { InvalidArgument, normalisedWeights } from "../../analysis";
import { textsOf } from "../../locales";
import type { Criteria, Cut, Policy } from "../../portfolio";
import { useLayout } from "../theme/styles";
import { Choice } from "./fields/choice";
import { ClassDistribution } from "./counts/class-distribution";
import { DraftField } from "./fields/draft-field";
import { useDrafts } from "./fields/drafts";
import { type QuadrantTrial, tryQuadrants, weightsOf } from "./counts/quadrant-counts";
import { MissingColumns } from "./missing-columns";
import { RuleGroup } from "./fields/rule-group";
import type { RulesProps } from "./rules";
import { ScoreColumns } from "./score-columns";
import { SideBySide } from "./fields/side-by-side";
import { typedTogether } from "./fields/typed-together";
import { typedNumber, writtenNumber } from "./fields/typed-values";

type Axis = "attractiveness" | "loyalty";
const quadrants = ["key", "development", "maintenance", "opportunistic"] as const;
const axes: readonly Axis[] = ["attractiveness", "loyalty"];

/** Criteria of the client matrix with their weights, the cuts, and what they would give. */
export function MatrixRules({
  portfolio,
  classification,
  policy,
  onChange,
  onChooseColumns,
  scoreColumns: ofScores,
  language,
}: RulesProps) {
  const scoreColumns = ofScores === "lines" ? undefined : ofScores;
  const layout = useLayout();
  const texts = textsOf[language];
  const words = texts.pane.rules.matrix;
  const criteria = portfolio
    ? portfolio.attractiveness.headers.length + portfolio.loyalty.headers.length
    : null;
  const trial = useMemo(
    () => (portfolio && criteria ? trialOf(portfolio, policy) : null),
    [portfolio, criteria, policy],
  );
  if (criteria === 0) {
    const { derived } = policy.kaism;
    return (
      <RuleGroup title={words.title} summary={derived ? words.derivedSummary : words.summary(0)}>
        <MissingColumns onChooseColumns={onChooseColumns} language={language}>
          {scoreColumns?.isWaiting ? words.scoreColumns.waiting : words.noScores}
        </MissingColumns>
        {ofScores === "lines" && <p className={layout.hint}>{words.scoreColumns.lines}</p>}
        {scoreColumns && (
          <ScoreColumns {...scoreColumns} policy={policy} onChange={onChange} language={language} />
        )}
        <Switch
          label={words.derived}
          checked={derived}
          onChange={(_, { checked }) => onChange({ ...policy, kaism: { ...policy.kaism, derived: checked } })}
        />
        <p className={layout.hint}>{words.derivedHint}</p>
        {derived &&
          axes.map((axis) => (
            <div key={axis} role="group" aria-label={words[axis]} className={layout.tight}>
              <h4 className={layout.heading}>{words[axis]}</h4>
              <CutRule
                cut={policy.kaism[`${axis}Cut`]}
                cutNow={classification?.derivedScores ? classification[`${axis}Cut`] : undefined}
                label={words.cut}
                onChange={(cut) => onChange({ ...policy, kaism: { ...policy.kaism, [`${axis}Cut`]: cut } })}
                language={language}
              />
            </div>
          ))}
        {derived && (
          <ClassDistribution
            title={words.distribution}
            classification={classification?.policy.kaism.derived ? classification : null}
            classes={classification && classification.quadrants}
            order={quadrants}
            names={texts.portfolio.quadrantNames}
            language={language}
          />
        )}
      </RuleGroup>
    );
  }
  return (
    <RuleGroup title={words.title} summary={criteria === null ? undefined : words.summary(criteria)}>
      {criteria === null && <p className={layout.text}>{texts.pane.rules.noList}</p>}
      {portfolio &&
        axes.map((axis) => (
          <AxisRules
            key={axis}
            axis={axis}
            criteria={portfolio[axis]}
            cutNow={trial?.[`${axis}Cut`]}
            policy={policy}
            onChange={onChange}
            onChooseColumns={onChooseColumns}
            scoreColumns={scoreColumns}
            language={language}
          />
        ))}
      <ClassDistribution
        title={words.distribution}
        classification={classification?.portfolio === portfolio ? classification : null}
        classes={trial && trial.quadrants}
        order={quadrants}
        names={texts.portfolio.quadrantNames}
        language={language}
      />
      <ScaleRule policy={policy} onChange={onChange} language={language} />
    </RuleGroup>
  );
}

function trialOf(portfolio: NonNullable<RulesProps["portfolio"]>, policy: Policy): QuadrantTrial | null {
  try {
    return tryQuadrants(portfolio, policy);
  } catch (error) {
    // Rules from a file can give every criterion of this list the weight 0.
    if (error instanceof InvalidArgument) return null;
    throw error;
  }
}

interface AxisRulesProps extends Pick<RulesProps, "policy" | "onChange" | "onChooseColumns" | "language"> {
  scoreColumns: Exclude<RulesProps["scoreColumns"], "lines">;
  axis: Axis;
  criteria: Criteria;
  cutNow: number | undefined;
}

function AxisRules({
  axis,
  criteria,
  cutNow,
  policy,
  onChange,
  onChooseColumns,
  scoreColumns,
  language,
}: AxisRulesProps) {
  const layout = useLayout();
  const texts = textsOf[language].pane.rules;
  const words = texts.matrix;
  const { headers } = criteria;
  const weights = weightsOf(criteria, policy);
  const changeKaism = (part: Partial<Policy["kaism"]>) =>
    onChange({ ...policy, kaism: { ...policy.kaism, ...part } });
  const draft = useDrafts(
    Object.fromEntries(headers.map((header, i) => [header, writtenNumber(weights[i], language)])),
    (written) => {
      const typed = headers.map((header) =>
        typedNumber(written[header], language, (weight) => weight >= 0, texts.problems.negativeWeight),
      );
      if (typed.every(({ value }) => value === 0)) {
        return { problems: { [headers[headers.length - 1]]: texts.problems.weightsAllZero } };
      }
      return typedTogether(Object.fromEntries(headers.map((header, i) => [header, typed[i]])), (next) =>
        changeKaism({ weights: { ...policy.kaism.weights, ...next } }),
      );
    },
  );
  const parts = weights.some((weight) => weight > 0) ? normalisedWeights(weights) : null;
  const cutKey = `${axis}Cut` as const;
  return (
    <div role="group" aria-label={words[axis]} className={layout.tight}>
      <h4 className={layout.heading}>{words[axis]}</h4>
      {headers.length === 0 && (
        <MissingColumns onChooseColumns={onChooseColumns} language={language}>
          {words.noCriteria}
        </MissingColumns>
      )}
      {headers.length === 0 && scoreColumns && (
        <ScoreColumns
          {...scoreColumns}
          missing={scoreColumns.missing.filter((criterion) => criterion.axis === axis)}
          policy={policy}
          onChange={onChange}
          language={language}
        />
      )}
      {headers.map((header, i) => (
        <DraftField
          key={header}
          label={header}
          accessibleName={words.weightOf(header)}
          draft={draft(header)}
          after={parts ? words.part(parts[i]) : undefined}
        />
      ))}
      {headers.length > 0 && (
        <CutRule
          cut={policy.kaism[cutKey]}
          cutNow={cutNow}
          label={words.cut}
          onChange={(cut) => changeKaism({ [cutKey]: cut })}
          language={language}
        />
      )}
    </div>
  );
}

interface CutRuleProps {
  label: string;
  cut: Cut;
  /** The score that it means with the clients as they are; undefined without scores. */
  cutNow: number | undefined;
  onChange: (cut: Cut) => void;
  language: RulesProps["language"];
}

function CutRule({ label, cut, cutNow, onChange, language }: CutRuleProps) {
  const texts = textsOf[language].pane.rules;
  const words = texts.matrix;
  const isOwn = typeof cut === "number";
  const draft = useDrafts({ own: isOwn ? writtenNumber(cut, language) : "" }, ({ own }) => {
    const typed = typedNumber(own, language, (value) => value > 0, texts.problems.notAboveZero);
    return typedTogether({ own: typed }, (next) => onChange(next.own));
  });
  return (
    <>
      <Choice
        label={label}
        value={isOwn ? "own" : cut}
        choices={words.cuts}
        onChange={(choice) => onChange(choice === "own" ? (cutNow ?? 1) : choice)}
        hint={!isOwn && cutNow !== undefined && !Number.isNaN(cutNow) ? words.cutNow(cutNow) : undefined}
      />
      {isOwn && <DraftField label={words.ownCut} hint={words.ownCutHint} draft={draft("own")} />}
    </>
  );
}

function ScaleRule({ policy, onChange, language }: Pick<RulesProps, "policy" | "onChange" | "language">) {
  const layout = useLayout();
  const texts = textsOf[language].pane.rules;
  const words = texts.matrix;
  const { scale } = policy.kaism;
  const draft = useDrafts(
    { lowest: writtenNumber(scale.lowest, language), highest: writtenNumber(scale.highest, language) },
    (written) => {
      const lowest = typedNumber(
        written.lowest,
        language,
        (value) => value >= 0,
        texts.problems.negativeScore,
      );
      if (lowest.problem !== undefined) return { problems: { lowest: lowest.problem } };
      const highest = typedNumber(
        written.highest,
        language,
        (value) => value > lowest.value,
        texts.problems.scaleOrder(lowest.value),
      );
      if (highest.problem !== undefined) return { problems: { highest: highest.problem } };
      const next = { lowest: lowest.value, highest: highest.value };
      return { commit: () => onChange({ ...policy, kaism: { ...policy.kaism, scale: next } }) };
    },
  );
  return (
    <div role="group" aria-label={words.scale} className={layout.tight}>
      <h4 className={layout.heading}>{words.scale}</h4>
      <SideBySide>
        <DraftField label={words.lowest} draft={draft("lowest")} />
        <DraftField label={words.highest} draft={draft("highest")} />
      </SideBySide>
    </div>
  );
}
