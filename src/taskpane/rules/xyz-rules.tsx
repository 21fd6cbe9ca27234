import { Button } from "@fluentui/react-components";
import { useMemo, useRef } from "react";
import { xyzClass } from "../../analysis";
import { textsOf } from "../../locales";
import {
  type Classification,
  type Policy,
  coefficient,
  countsOf,
  crowdedClass,
  knowsSteadiness,
  partOfWhole,
} from "../../portfolio";
import { useLayout } from "../theme/styles";
import { Choice } from "./fields/choice";
import { ClassBars } from "./counts/class-bars";
import { classCounts } from "./counts/class-counts";
import { histogramOf, roundEnd } from "./counts/histogram";
import { LimitHistogram } from "./counts/limit-histogram";
import { LimitPair } from "./fields/limit-pair";
import { MissingColumns } from "./missing-columns";
import { RuleGroup } from "./fields/rule-group";
import type { RulesProps } from "./rules";

type Xyz = Policy["xyz"];

const histogramSteps = 30;

/** Method and limits of XYZ, where the clients lie, and what the limits would give. */
export function XyzRules({
  portfolio,
  classification,
  policy,
  onChange,
  onChooseColumns,
  language,
}: RulesProps) {
  const words = textsOf[language].pane.rules.xyz;
  const { xyz } = policy;
  const { method } = xyz;
  const { xLimit, yLimit } = xyz[method];
  const change = (part: Partial<Xyz>) => onChange({ ...policy, xyz: { ...xyz, ...part } });
  const changeLimits = (x: number, y: number) =>
    change({ [method]: { ...xyz[method], xLimit: x, yLimit: y } });
  const hasPeriods = portfolio === null || portfolio.window.periods.length > 0;
  const isVariation = method === "variation";
  if (!hasPeriods) {
    return (
      <RuleGroup title={words.title} summary={words.noPeriodsSummary}>
        <MissingColumns onChooseColumns={onChooseColumns} language={language}>
          {words.noPeriods}
        </MissingColumns>
      </RuleGroup>
    );
  }
  return (
    <RuleGroup
      title={words.title}
      summary={(isVariation ? words.summaryVariation : words.summaryFrequency)(xLimit, yLimit)}
    >
      <Choice
        label={words.method}
        value={method}
        choices={words.methods}
        onChange={(next) => change({ method: next })}
      />
      <LimitPair
        key={method}
        first={{ label: words.xLimit[method], name: "X", value: xLimit }}
        second={{ label: words.yLimit[method], name: "Y", value: yLimit }}
        order={isVariation ? "ascending" : "descending"}
        reading={isVariation ? coefficient : partOfWhole}
        hint={words.hint[method]}
        onChange={changeLimits}
        language={language}
      />
      {classification && (
        <XyzDistribution classification={classification} xyz={xyz} onChange={change} language={language} />
      )}
      <Choice
        label={words.step}
        value={xyz.step}
        choices={words.steps}
        onChange={(step) => change({ step })}
      />
      {isVariation && (
        <Choice
          label={words.deviation}
          value={xyz.variation.deviation}
          choices={words.deviations}
          hint={words.deviationFormulas[xyz.variation.deviation]}
          onChange={(deviation) => change({ variation: { ...xyz.variation, deviation } })}
        />
      )}
      <Choice
        label={words.leadingZeros}
        value={xyz.leadingZeros}
        choices={words.leadingZerosChoices}
        onChange={(leadingZeros) => change({ leadingZeros })}
      />
    </RuleGroup>
  );
}

/** Limits are tried on the measures of the last classification; a change of the method waits for the next one. */
function isMeasuredBy({ policy: { xyz: used } }: Classification, xyz: Xyz): boolean {
  return (
    used.method === xyz.method &&
    used.step === xyz.step &&
    used.leadingZeros === xyz.leadingZeros &&
    (xyz.method === "frequency" || used.variation.deviation === xyz.variation.deviation)
  );
}

/** Whether the limits of the method in use are those of the last classification, too. */
function isSameRule(used: Xyz, xyz: Xyz): boolean {
  const [own, now] = [used[xyz.method], xyz[xyz.method]];
  return own.xLimit === now.xLimit && own.yLimit === now.yLimit;
}

function XyzDistribution({
  classification,
  xyz,
  onChange,
  language,
}: {
  classification: Classification;
  xyz: Xyz;
  onChange: (part: Partial<Xyz>) => void;
  language: RulesProps["language"];
}) {
  const layout = useLayout();
  const place = useRef<HTMLDivElement>(null);
  const texts = textsOf[language];
  const words = texts.pane.rules.xyz;
  const { variation: measures, base, steadinessRemedies: remedies } = classification;
  const { method } = xyz;
  const { xLimit, yLimit } = xyz[method];
  const measured = isMeasuredBy(classification, xyz);
  const upTo = useMemo(
    () => (method === "frequency" ? 1 : roundEnd(measures, yLimit)),
    [measures, method, yLimit],
  );
  const histogram = useMemo(() => histogramOf(measures, upTo, histogramSteps), [measures, upTo]);
  const { counts, crowded } = useMemo(() => {
    const given = Array.from(measures, (measure) => xyzClass(measure, xyz));
    const crowdedOne = crowdedClass(countsOf(given));
    const classes = classCounts(given, classification, ["X", "Y", "Z", "N"] as const);
    return { counts: classes, crowded: classes.find(({ own }) => own === crowdedOne) };
  }, [classification, measures, xyz]);
  const wayOut = (helpful: Xyz) => {
    onChange(helpful);
    // The button may be gone with what it changed.
    place.current?.focus();
  };
  const isKnown = knowsSteadiness(classification);
  // What helps was tried on the rules of the classification: limits that are being typed wait for the next one.
  const tried = isSameRule(classification.policy.xyz, xyz);
  const limits = [
    { name: "X", value: xLimit },
    { name: "Y", value: yLimit },
  ].sort((a, b) => a.value - b.value);
  return (
    <div ref={place} tabIndex={-1} role="group" aria-label={words.distribution} className={layout.column}>
      {!measured && (
        <p className={layout.hint} role="status">
          {texts.pane.rules.distribution.recalculating}
        </p>
      )}
      {measured && (
        <>
          {isKnown ? (
            <LimitHistogram
              title={words.histogram.title[method]}
              histogram={histogram}
              limits={limits}
              language={language}
            />
          ) : (
            <p className={layout.text} role="status">
              {words.littleHistory(1)}
            </p>
          )}
          <ClassBars
            title={words.distribution}
            counts={counts}
            names={texts.portfolio.xyz}
            base={base}
            language={language}
          />
          {crowded && (
            <div className={layout.tight}>
              {isKnown && (
                <p className={layout.text} role="status">
                  {crowded.own === "N"
                    ? words.littleHistory(crowded.clients / measures.length)
                    : [
                        words.oneClass(crowded.own, crowded.clients / measures.length),
                        ...(tried && remedies.length === 0 ? [words.noRemedy] : []),
                      ].join(" ")}
                </p>
              )}
              {tried && (
                <div className={layout.row}>
                  {remedies.map(({ change, xyz: helpful, counts: given }) => (
                    <Button key={change} size="small" onClick={() => wayOut(helpful)}>
                      {words.remedy(change, given)}
                    </Button>
                  ))}
                </div>
              )}
            </div>
          )}
        </>
      )}
    </div>
  );
}
